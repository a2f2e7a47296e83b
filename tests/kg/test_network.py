from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.network import CITES, ENDS, HELPED_BY, WITH, act_network, agency_network, term_tree, topics
from ontology.vocabulary import load_vocabulary
from tests.builders import build, provision


def test_acts_cite_each_other_and_acts_that_are_not_here() -> None:
    index = build(
        [
            provision("a", document="甲办法.txt", citations=["乙办法 第三条", "丙条例"]),
            provision("b", document="乙办法.txt", citations=["-", "乙办法"]),
        ]
    )
    graph = act_network(index)
    assert set(graph.edges(keys=True)) == {("甲办法.txt", "乙办法.txt", CITES), ("甲办法.txt", "丙条例", CITES)}
    assert {n for n, known in graph.nodes(data="known") if not known} == {"丙条例"}


def test_act_that_ends_another() -> None:
    index = build(
        [provision("a", document="新办法.txt"), provision("b", document="旧办法.txt")],
        {"新办法.txt": {"start": "2020-01-01", "repeals": ["旧办法"]}},
    )
    assert list(act_network(index).edges(keys=True)) == [("新办法.txt", "旧办法.txt", ENDS)]


def test_bodies_that_work_together() -> None:
    index = build(
        [
            provision("a", actors=[["civil-affairs", "lead"], ["finance", "joint"], ["police", "assist"]]),
            provision("b", actors=[["civil-affairs", "lead"], ["finance", "joint"]]),
        ]
    )
    graph = agency_network(index)
    assert graph["civil-affairs"]["finance"][WITH]["count"] == 2
    assert graph["civil-affairs"]["police"][HELPED_BY]["count"] == 1
    assert not graph.has_edge("finance", "police")


def test_tree_of_aid() -> None:
    tree = term_tree(load_vocabulary(), "aid")
    assert ("medical-contribution", "medical") in tree.edges
    assert not any(n == m for n, m in tree.edges)


def test_topics_gather_what_shares_agencies_and_aid() -> None:
    medical, housing = frozenset({"medical", "medical-security"}), frozenset({"housing", "construction"})
    assert topics([medical, housing, medical, housing, medical]) == ((0, 2, 4), (1, 3))


def test_items_that_share_nothing_stand_alone() -> None:
    assert topics([frozenset({"a"}), frozenset({"b"}), frozenset()]) == ((0,), (1,), (2,))


@given(st.lists(st.frozensets(st.sampled_from("abcdef"), max_size=3), max_size=12))
def test_every_item_is_in_one_topic(items: list[frozenset[str]]) -> None:
    found = topics(items)
    assert sorted(i for topic in found for i in topic) == list(range(len(items)))
    assert topics(items) == found
