"""Columns against buckets: the same pairs, verdicts and counts on any corpus."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.boxes import Wanted
from kg.coverage import CoverageIndex, Pair
from kg.enums import Role
from kg.masks import CODES, Meetings
from kg.model import Corpus, Document
from kg.pairing import ColumnPairs
from kg.regions import Place, PlaceOrder, RegionTree
from kg.tally import Tally
from ontology.vocabulary import load_vocabulary
from tests.builders import BASE, DRAFT, Sketch, build, provision
from tests.kg.test_groups import algebra, texts, worlds

GROUPS = [[], [["dibao"]], [["tekun"]], [["hardship"]], [["dibao", "rural"]], [["urban"]], [["disabled"], ["tekun"]]]
REGIONS = [None, "100000", "650000", "652300", "652323", "654221", "654000", "310000", "652100", "650400"]
AIDS = ["medical", "emergency-medical", "social-assistance"]
WANTED = [
    Wanted(),
    Wanted(frozenset({Role.LEAD})),
    Wanted(functions=frozenset({"pay"})),
    Wanted(frozenset({Role.LEAD}), two_agencies=True),
    Wanted(between=lambda a, b: "elsewhere" if "second.txt" in (a.name, b.name) else ""),
    Wanted(two_agencies=True, aside=lambda a, b: "both lead" if a.role is b.role else ""),
]
DAYS = [None, "2015-01-01", "2024-01-01", "2025-07-01"]


@st.composite
def sketches(draw: st.DrawFn) -> list[Sketch]:
    count = draw(st.integers(1, 14))
    return [
        provision(
            f"p{i}",
            document=draw(st.sampled_from([BASE, "second.txt", "third.txt", DRAFT])),
            actors=[
                [draw(st.sampled_from(["finance", "police"])), draw(st.sampled_from(["lead", "assist"]))]
                for _ in range(draw(st.integers(0, 2)))
            ],
            functions=draw(st.lists(st.sampled_from(["pay", "decide"]), max_size=2, unique=True)),
            aid=draw(
                st.lists(
                    st.sampled_from(["medical", "emergency-medical", "social-assistance"]), max_size=2, unique=True
                )
            ),
            groups=draw(st.sampled_from(GROUPS)),
            excluded=draw(st.sampled_from([[], [], [["dibao"]], [["elderly"]]])),
        )
        for i in range(count)
    ]


@st.composite
def facts(draw: st.DrawFn) -> dict[str, dict[str, object]]:
    return {
        name: {
            "region": draw(st.sampled_from(REGIONS)),
            "start": draw(st.sampled_from(DAYS[:3])),
            "end": draw(st.sampled_from([None, "2026-01-01"])),
        }
        for name in (BASE, "second.txt", "third.txt")
    }


def told(pairs: Iterable[Pair]) -> list[tuple[object, ...]]:
    """Pairs by what they are about; in an audit neither side comes first."""
    return sorted(
        (*sorted((d.provision.id, d.agency, d.role, d.function, d.aid) for d in (p.a, p.b)), p.verdict) for p in pairs
    )


@settings(max_examples=300, deadline=None)
@given(sketches(), facts(), st.booleans(), st.sampled_from(WANTED))
def test_columns_give_what_buckets_give(
    given_: list[Sketch], documents: dict[str, dict[str, object]], audit: bool, wanted: Wanted
) -> None:
    index = build(given_, {DRAFT: {"start": "2025-07-01"}, **documents}, draft="" if audit else DRAFT)
    by_buckets, by_columns = Tally(), Tally()
    live = [r for r in index.readings if index.is_in_force(r.document)]
    columns = ColumnPairs(index.boxes, live, index.draft)
    assert told(columns.pairs(wanted, by_columns)) == told(index._buckets.pairs(wanted, by_buckets))
    assert by_columns.pairs == by_buckets.pairs
    # of several reasons each way names the one it meets first
    assert by_columns.skipped.total() == by_buckets.skipped.total()
    if not wanted.two_agencies and not wanted.between:
        assert +by_columns.skipped == +by_buckets.skipped


def test_draft_stands_first() -> None:
    index = build([provision("a", document=DRAFT), provision("b", agency="finance")])
    (pair,) = ColumnPairs(index.boxes, index.readings, index.draft).pairs(Wanted(), Tally())
    assert (pair.a.document.name, pair.b.document.name) == (DRAFT, BASE)


def test_documents_are_asked_once() -> None:
    asked: list[tuple[str, str]] = []

    def elsewhere(a: Document, b: Document) -> str:
        asked.append((a.name, b.name))
        return "elsewhere" if a.name != b.name else ""

    index = build([provision(f"p{i}", document=DRAFT if i < 2 else BASE, agency=f"a{i}") for i in range(5)])
    tally = Tally()
    assert len(list(index._buckets.pairs(Wanted(between=elsewhere), tally))) == 1
    assert sorted(asked) == [(DRAFT, BASE), (DRAFT, DRAFT)]
    assert (tally.pairs, tally.skipped["elsewhere"]) == (7, 6)


def test_texts_keep_their_buckets_by_role() -> None:
    """What one index asked of a text says nothing to another that asks for other roles."""
    first = build(
        [
            provision("a", document=DRAFT),
            provision("b", agency="finance"),
            provision("c", agency="health", role="assist"),
        ]
    )
    base = Corpus(tuple(r for r in first.readings if r is not first.draft))
    second = CoverageIndex(base, first.draft, first.vocabulary, first.at, None)
    assert [p.b.agency for p in first.pairs((Role.LEAD,))] == ["finance"]
    assert [p.b.agency for p in second.pairs()] == ["finance", "health"]
    assert [p.b.agency for p in second.pairs((Role.LEAD,))] == ["finance"]


def test_nothing_to_join() -> None:
    index = CoverageIndex(Corpus(), None, load_vocabulary(), date(2025, 1, 1), None)
    assert list(ColumnPairs(index.boxes, [], None).pairs(Wanted(), Tally())) == []


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_masks_equal_the_algebra(data: st.DataObject) -> None:
    world = data.draw(worlds())
    g = world.algebra()
    said = data.draw(st.lists(st.tuples(texts(world.names), texts(world.names)), min_size=1, max_size=5))
    extents = [g.extent(*s) for s in said]
    for extent in extents:
        assert Meetings(g, extents).row(extent).tolist() == [CODES[g.meets(extent, e)] for e in extents]


def test_masks_beyond_one_word_of_traits() -> None:
    g = algebra()
    extents = [g.extent(g_) for g_ in (index.groups for index in build([provision("a"), provision("b")]).provisions)]
    assert Meetings(g, extents).row(extents[0]).tolist() == [2, 2]


@given(st.lists(st.sampled_from(REGIONS), min_size=1, max_size=12, unique=True), st.sampled_from(REGIONS))
def test_ranges_of_places_equal_asking_each(codes: list[str | None], asked: str | None) -> None:
    regions = RegionTree()
    ordered = sorted(codes, key=lambda c: (c is not None, () if c is None else regions.path(c)))
    found = {i: how for low, high, how in PlaceOrder(regions, ordered).ranges(asked) for i in range(low, high)}
    for i, code in enumerate(ordered):
        assert found.get(i, Place.APART) is _seen(regions.relation(code, asked))


def _seen(how: Place) -> Place:
    """How the listed code stands to the one asked, as the ranges tell it: from the asked one's side."""
    return {Place.CONTAINS: Place.WITHIN, Place.WITHIN: Place.CONTAINS}.get(how, how)
