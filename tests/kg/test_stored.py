from __future__ import annotations

import pytest

from kg.errors import UsageError
from kg.exchange import rdflib_dataset
from kg.store import OxigraphStore
from kg.stored import query_names, stored_query
from tests.builders import build, provision


def store() -> OxigraphStore:
    index = build(
        [
            provision("a", agency="civil-affairs", aid="medical", parameters="rate >= 70 %"),
            provision("b", agency="medical-security", aid="medical", groups=[["tekun"]]),
            provision("c", agency="police", role="assist", aid="vagrant", citations="甲法 第一条"),
        ]
    )
    made = OxigraphStore()
    made.load(index.readings)
    made.load_ontology()
    return made


def ids(value: str | None) -> str:
    return (value or "").rsplit("/", 1)[-1]


@pytest.mark.parametrize("name", query_names())
def test_every_query_runs_and_has_a_title(name: str) -> None:
    query = stored_query(name)
    assert query.title
    store().query(query.text)


@pytest.mark.parametrize("name", query_names())
def test_every_query_stands_alone_in_rdflib(name: str) -> None:
    from rdflib.plugins.sparql import prepareQuery

    prepareQuery(stored_query(name).standalone())


def test_who_covers_finds_narrower_groups_and_kinds() -> None:
    found = store().query(stored_query("who-covers").bound(group="low-income", aid="social-assistance"))
    assert [ids(row[2]) for row in found.rows] == ["civil-affairs", "medical-security"]


def test_two_leads() -> None:
    found = store().query(stored_query("two-leads").bound(aid="medical"))
    assert [(ids(row[2]), ids(row[3])) for row in found.rows] == [("civil-affairs", "medical-security")]


def test_no_lead() -> None:
    found = store().query(stored_query("no-lead").text)
    assert [(ids(row[1]), ids(row[2])) for row in found.rows] == [("vagrant", "police")]


def test_parameters_of_one_kind() -> None:
    found = store().query(stored_query("parameters").bound(parameter="rate"))
    assert [(row[2], float(row[3] or 0), row[4]) for row in found.rows] == [(">=", 70.0, "%")]


def test_duties_of_an_agency() -> None:
    found = store().query(stored_query("duties").bound(agency="police"))
    assert [ids(row[2]) for row in found.rows] == ["assist"]


def test_citations() -> None:
    assert [row[1] for row in store().query(stored_query("citations").text).rows] == ["甲法"]


def test_rdflib_answers_alike() -> None:
    text = stored_query("duties").standalone(agency="police")
    assert len(list(rdflib_dataset(store()).query(text))) == len(store().query(text).rows) == 1


def test_value_cannot_break_out_of_the_query() -> None:
    with pytest.raises(UsageError, match="标识"):
        stored_query("duties").bound(agency="http://x/> } DROP ALL #")


def test_unknown_name_and_unknown_parameter() -> None:
    with pytest.raises(UsageError, match="没有名为"):
        stored_query("none")
    with pytest.raises(UsageError, match="没有参数"):
        stored_query("no-lead").bound(agency2="x")
