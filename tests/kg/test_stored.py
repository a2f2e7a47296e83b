from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from api.reading import read_paths
from kg.enums import Role
from kg.errors import UsageError
from kg.exchange import rdflib_dataset
from kg.model import Actor, Provision, Reading
from kg.store import OxigraphStore
from kg.stored import query_names, stored_query
from ontology.vocabulary import load_vocabulary
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


def test_what_must_be_chosen_and_how_many_rows_there_are_at_most() -> None:
    assert stored_query("provision").lacking(()) == ("provision",)
    assert stored_query("places").lacking(("document",)) == ("start", "end")
    assert stored_query("places").lacking(("document", "start", "end")) == ()
    assert stored_query("duties").lacking(()) == ()
    assert (stored_query("two-leads").limit, stored_query("documents").limit) == (3000, 0)


@pytest.fixture(scope="module")
def examples() -> tuple[OxigraphStore, tuple[Reading, ...]]:
    folder = Path(__file__).parents[2] / "examples" / "in-force"
    readings = read_paths([folder], load_vocabulary()).readings
    made = OxigraphStore()
    made.load(readings)
    made.load_ontology()
    return made, readings


Row = tuple[str, ...]


def _facts(readings: tuple[Reading, ...]) -> Iterator[tuple[Reading, Provision, Actor, str, str]]:
    """Every reading of a provision as one fact: actor, function ("" for none), aid ("" for none)."""
    for reading in readings:
        for p in reading.provisions:
            for actor in p.actors:
                for function in p.functions or ("",):
                    for aid in p.aid or ("",):
                        yield reading, p, actor, function, aid


def duties_by_hand(readings: tuple[Reading, ...]) -> list[Row]:
    return [
        (r.document.name, p.locator, str(a.role), f, aid, p.quote.text)
        for r, p, a, f, aid in _facts(readings)
        if a.agency == "civil-affairs"
    ]


def no_lead_by_hand(readings: tuple[Reading, ...]) -> list[Row]:
    facts = list(_facts(readings))
    led = {(f, aid) for _, _, a, f, aid in facts if a.role is Role.LEAD}
    return [
        (f, aid, a.agency, r.document.name, p.locator, p.quote.text)
        for r, p, a, f, aid in facts
        if a.role in (Role.ASSIST, Role.PARTICIPATE) and f and aid and a.agency and (f, aid) not in led
    ]


def two_leads_by_hand(readings: tuple[Reading, ...]) -> list[Row]:
    leads = [x for x in _facts(readings) if x[2].role is Role.LEAD and x[3] and x[4] and x[2].agency]
    return [
        (f, aid, a.agency, b.agency, r.document.name, p.locator, p.quote.text, s.document.name, q.locator, q.quote.text)
        for r, p, a, f, aid in leads
        for s, q, b, g, other in leads
        if (f, aid) == (g, other) and (a.agency or "") < (b.agency or "")
    ]


BY_HAND = {
    "duties": (duties_by_hand, {"agency": "civil-affairs"}),
    "no-lead": (no_lead_by_hand, {}),
    "two-leads": (two_leads_by_hand, {}),
}


@pytest.mark.parametrize("name", BY_HAND)
def test_an_answer_is_what_the_readings_say(name: str, examples: tuple[OxigraphStore, tuple[Reading, ...]]) -> None:
    store, readings = examples
    by_hand, given = BY_HAND[name]
    found = store.query(stored_query(name).bound(**given)).rows
    assert {tuple(_plain(v) for v in row) for row in found} == set(by_hand(readings))
    assert found and len(found) < 3000


def _plain(value: str | None) -> str:
    return unquote((value or "").rsplit("/", 1)[-1]) if (value or "").startswith("https://") else value or ""


LIMITED = [name for name in query_names() if stored_query(name).limit]


@pytest.mark.parametrize("name", LIMITED)
def test_a_limit_keeps_the_same_rows_in_whatever_order_documents_came(name: str) -> None:
    agencies = ("civil-affairs", "medical-security", "health", "finance", "police")
    roles = ("assist", "participate") if name == "no-lead" else ("lead",)
    readings = build(
        [provision(f"p{n}", agency=a, role=roles[n % len(roles)], aid="medical") for n, a in enumerate(agencies)]
    ).readings
    query = stored_query(name)
    text = query.standalone(aid="medical") if "aid" in query.parameters else query.standalone()
    answers = set()
    for order in (readings, tuple(reversed(readings))):
        made = OxigraphStore()
        for reading in order:
            made.replace(reading)
        made.load_ontology()
        whole = made.query(text).rows
        cut = made.query(text.replace(f"LIMIT {query.limit}", "LIMIT 2")).rows
        assert len(whole) > 2 and cut == whole[:2]
        answers.add(cut)
    assert len(answers) == 1
