"""Tracks of a case beside its course: legality, 机构编制, gates before issue, the decided text, waivers, RDF."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from rdflib import Graph

from checks.waivers import read_waivers, waivers_toml
from consultation import caselog, cases, tracks
from consultation.case import Stance
from consultation.decided import waivers_of_decisions
from consultation.errors import Refused
from consultation.events import events_of
from consultation.graph import CASES_GRAPH, case_statements, cases_turtle
from kg.statements import statement_triples
from kg.store import OxigraphStore
from kg.stored import stored_query
from ontology.gates import load_gates
from ontology.terms import PREFIXES

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
MEMBERS = ("civil-affairs", "hrss", "justice")
ALL = load_gates()
PLACE = {"document": "某办法.txt", "locator": "第一条", "quote": "原文", "side": "base"}


def finding(id_, route="consultation", **more):
    made = {"id": id_, "code": "OV01", "message": f"问题{id_}", "severity": "error", "route": route}
    return made | {"agencies": ["hrss"], "aid": ["medical"], "evidence": [PLACE | {"provision": f"urn:p:{id_}"}]} | more


def who(days=0):
    return {"by": "办公室", "at": START + timedelta(days=days)}


def agreed(session, *findings, upto="agreed", **decision):
    made = cases.open_case(session, title="衔接", initiator="hrss", findings=findings or [finding("a")], **who())
    if upto == "drafted":
        return made.number
    cases.circulate(session, made.number, to=MEMBERS, reply_by=date(2026, 3, 11), **who())
    if upto == "circulated":
        return made.number
    for agency in caselog.load(session, made.number).silent():
        cases.opine(session, made.number, agency=agency, stance=Stance.AGREE, **who(1))
    cases.consult(session, made.number, **who(2))
    if upto == "agreed":
        cases.agree(session, made.number, decision="由人社部门牵头", **decision, **who(3))
    return made.number


def move(session, number, gate, status, gates=ALL, days=3, reason=""):
    return tracks.set_gate(session, number, gate=gate, status=status, gates=gates, reason=reason, **who(days))


def states(case, gates=ALL):
    return {g.id: tracks.gate_status(case, g) for g in gates}


def test_gates_stand_in_the_order_of_the_procedure():
    names = [g.name for g in ALL]
    wanted = ["征求意见", "会签", "合法性审核", "公平竞争审查", "宏观政策取向一致性评估", "集体审议", "公布", "备案"]
    assert [n for n in names if n in wanted] == wanted


def test_without_gates_in_use_closing_asks_for_none(session):
    assert tracks.close(session, agreed(session), **who(4)).state == "closed"


def test_every_gate_is_none_asked_passed_in_turn_and_then_the_case_closes(session):
    number = agreed(session)
    assert set(states(caselog.load(session, number)).values()) == {"none", "passed"}
    for gate in ALL[1:]:
        with pytest.raises(Refused, match=gate.name):
            tracks.close(session, number, gates=ALL, **who(3))
        assert states(move(session, number, gate.id, "asked"))[gate.id] == "asked"
        assert states(move(session, number, gate.name, "passed", days=40))[gate.id] == "passed"
    assert tracks.close(session, number, gates=ALL, **who(41)).state == "closed"


@pytest.mark.parametrize(
    ("upto", "status"), [("drafted", "none"), ("circulated", "asked"), ("consulting", "passed"), ("agreed", "passed")]
)
def test_the_gate_of_opinions_is_told_by_the_steps(session, upto, status):
    case = caselog.load(session, agreed(session, upto=upto))
    assert tracks.gate_status(case, ALL[0]) == status


LEGALITY = tuple(g for g in ALL if g.id in ("legality", "fair-competition"))
GUARDS = {
    "not in use": ((), lambda s, n: move(s, n, "合法性审核", "asked", ()), "没有启用"),
    "told by the steps": ((), lambda s, n: move(s, n, "征求意见", "asked"), "由事项的办理步骤"),
    "before the one ahead": ((), lambda s, n: move(s, n, "fair-competition", "asked", LEGALITY), "先通过合法性审核"),
    "passed without being asked": ((), lambda s, n: move(s, n, "legality", "passed", LEGALITY), "未开始.*已提请"),
    "an unknown status": ((), lambda s, n: move(s, n, "legality", "好", LEGALITY), "不能改为“好”"),
    "failed without a reason": (("asked",), lambda s, n: move(s, n, "legality", "failed", LEGALITY), "未通过的原因"),
    "passed is final": (("asked", "passed"), lambda s, n: move(s, n, "legality", "asked", LEGALITY), "可以改为：无"),
}


@pytest.mark.parametrize(("first", "act", "word"), GUARDS.values(), ids=GUARDS)
def test_gates_refuse_with_a_reason(session, first, act, word):
    number = agreed(session)
    for status in first:
        move(session, number, "legality", status, LEGALITY)
    with pytest.raises(Refused, match=word):
        act(session, number)


def test_a_gate_that_failed_can_be_asked_again_and_one_asked_be_taken_back(session):
    number = agreed(session)
    for status in ("asked", "none", "asked", "failed", "asked", "passed"):
        case = move(session, number, "legality", status, LEGALITY, reason="依据不足" if status == "failed" else "")
        assert states(case, LEGALITY)["legality"] == status
    reasons = [e.reason for e in events_of(session, f"case/{number}") if e.action == "gate"]
    assert reasons[3] == "合法性审核：未通过，依据不足"


def test_public_comment_lasts_thirty_days_and_legality_review_is_due_in_fifteen_working_days(session):
    number = agreed(session)
    case = move(session, number, "public-comment", "asked")
    assert case.gates["public-comment"].due == date(2026, 4, 4)
    with pytest.raises(Refused, match="不少于 30 日"):
        move(session, number, "public-comment", "passed", days=32)
    move(session, number, "public-comment", "passed", days=33)
    move(session, number, "countersign", "asked", days=33)
    move(session, number, "countersign", "passed", days=33)
    case = move(session, number, "legality", "asked", days=33)
    assert case.gates["legality"].due == date(2026, 4, 27)  # 6 April is a free day


TRACKS = {"legality": tracks.record_review, "staffing": tracks.record_staffing}


@pytest.mark.parametrize("route", TRACKS)
def test_a_track_of_its_own_is_not_closed_by_agreement(session, route):
    number = agreed(session, finding("a"), finding("b", route))
    with pytest.raises(Refused, match=r"不能.*办结"):
        tracks.close(session, number, **who(4))
    other = TRACKS["staffing" if route == "legality" else "legality"]
    for act, about, outcome in ((other, "b", "x"), (TRACKS[route], "a", "x"), (TRACKS[route], "b", " ")):
        with pytest.raises(Refused):
            act(session, number, finding=about, outcome=outcome, **who(4))
    case = TRACKS[route](session, number, finding="b", outcome="已按上位规定修改", **who(5))
    assert case.findings[1].outcome == "已按上位规定修改"
    assert tracks.close(session, number, **who(6)).state == "closed"


def rechecked(session, number, *standing):
    found = [{"id": i, "message": f"问题{i}"} for i in standing]
    return tracks.record_recheck(session, number, settled=["a"], standing=found, new=[], **who(4))


def test_the_decided_text_checked_again_is_on_record(session):
    number = agreed(session, finding("a"), finding("b"), decided_text="第一条 ……")
    case = rechecked(session, number, "b")
    assert case.recheck.settled == ("a",)
    assert case.recheck.standing == (("b", "问题b"),)
    assert events_of(session, f"case/{number}")[-1].reason == "已消除 1 条，仍然存在 1 条，新增 0 条"


def test_waivers_carry_the_decision_as_their_reason(session, tmp_path):
    plain = agreed(session, finding("a"), finding("law", "legality"))
    checked = agreed(session, finding("c"), finding("d"), decided_text="x")
    rechecked(session, checked, "d")
    open_still = agreed(session, finding("e"), upto="circulated")
    found = list(waivers_of_decisions(caselog.load_many(session, [plain, checked, open_still])))
    assert [w.finding for w in found] == ["a", "d"]
    assert found[0].reason == f"第 {plain} 号会商事项议定：由人社部门牵头"
    assert found[0].who == "各成员单位协商一致"
    assert found[0].until == date(2027, 3, 5)
    file = tmp_path / "豁免.toml"
    file.write_text(waivers_toml(found), encoding="utf-8")
    assert read_waivers(file) == tuple(found)


OPEN_ON_MEDICAL_AID = """
SELECT DISTINCT ?agency WHERE {
  ?case a hs:Case ; hs:open true ; prov:wasAssociatedWith ?agency ; prov:used ?finding .
  ?finding hs:aid <https://huishang.example/aid/medical> ; prov:used ?provision .
}"""


@pytest.fixture
def on_file(session):
    """An open case on medical aid, one on a kind of it, one on another aid, one that is closed."""
    agreed(session, finding("a", agencies=["hrss", "finance"]), upto="circulated")
    agreed(session, finding("b", agencies=["health"], aid=["emergency-medical"]), upto="drafted")
    agreed(session, finding("c", agencies=["police"], aid=["education"]), upto="drafted")
    closed = agreed(session, finding("d", agencies=["justice"]))
    tracks.close(session, closed, **who(5))
    return caselog.load_many(session, [1, 2, 3, 4])


def test_sparql_says_which_agencies_sit_in_open_cases_on_medical_aid(on_file):
    graph = Graph().parse(data=cases_turtle(on_file), format="turtle")
    found = {str(row[0]).rsplit("/", 1)[-1] for row in graph.query(OPEN_ON_MEDICAL_AID, initNs=PREFIXES)}
    assert found == {"hrss", "finance"}


def test_the_stored_query_knows_kinds_of_aid_and_the_provisions(on_file):
    store = OxigraphStore()
    store.load_ontology()
    store.put(CASES_GRAPH, statement_triples(case_statements(on_file)))
    found = store.query(stored_query("open-cases").bound(aid="medical")).rows
    assert {(row[2].rsplit("/", 1)[-1], row[3]) for row in found} == {
        ("hrss", "urn:p:a"),
        ("finance", "urn:p:a"),
        ("health", "urn:p:b"),
    }
