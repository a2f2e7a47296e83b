"""政策会商 from opening to closing, and every refusal on the way."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from consultation import cases
from consultation.case import Stance, fold
from consultation.case_steps import CASE
from consultation.database import open_database, sqlite_url, transaction
from consultation.errors import ConcurrentChange, NotFound, Refused
from consultation.events import Event, append, events_of

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
WHO = {"by": "王某", "at": START}
MEMBERS = ("civil-affairs", "hrss", "market-reg", "finance")
FINDING = {
    "id": "a1",
    "code": "OV01",
    "message": "两个部门都牵头就业救助",
    "severity": "error",
    "route": "consultation",
    "agencies": ["hrss", "market-reg"],
}
LEGALITY = FINDING | {"id": "b2", "code": "CF04", "route": "legality"}


@pytest.fixture
def engine(tmp_path):
    return open_database(sqlite_url(tmp_path / "huishang.db"))


@pytest.fixture
def session(engine):
    with transaction(engine) as opened:
        yield opened


def opened(session, *findings):
    made = cases.open_case(session, title="就业救助牵头", initiator="hrss", findings=findings or (FINDING,), **WHO)
    return cases.circulate(session, made.number, to=MEMBERS, reply_by=date(2026, 3, 11), **WHO)


def consulted(session, stance=Stance.AGREE, *findings):
    case = opened(session, *findings)
    for agency in ("hrss", "market-reg"):
        cases.opine(session, case.number, agency=agency, stance=stance, text="理由", **WHO)
    return cases.consult(session, case.number, **WHO)


def coordinating(session):
    case = consulted(session, Stance.DISAGREE)
    cases.disagree(session, case.number, reason="谁牵头", **WHO)
    return cases.coordinate(session, case.number, large="两家都主张牵头", overall="影响全区就业救助", **WHO)


def test_agreement_closes_a_case(session):
    case = consulted(session)
    cases.agree(session, case.number, decision="由人社部门牵头", **WHO)
    assert cases.close(session, case.number, **WHO).state == "closed"
    assert [e.action for e in events_of(session, f"case/{case.number}")][-2:] == ["agree", "close"]


def test_a_large_disagreement_goes_to_the_conference_and_comes_back(session):
    number = coordinating(session).number
    cases.submit(session, number, reason="协调未果", **WHO)
    cases.deliberate(session, number, meeting=1, **WHO)
    assert cases.send_back(session, number, reason="补充数据", **WHO).state == "returned"
    assert cases.circulate(session, number, to=MEMBERS, reply_by=None, **WHO).opinions == ()


REFUSALS = {
    "one condition is not enough": (
        lambda s: cases.coordinate(s, _disagreed(s).number, large="分歧大", overall=" ", **WHO),
        "同时具备",
    ),
    "nobody disagrees": (lambda s: cases.disagree(s, consulted(s).number, reason="x", **WHO), "没有单位表示不同意"),
    "somebody still disagrees": (
        lambda s: cases.agree(s, consulted(s, Stance.DISAGREE).number, decision="x", **WHO),
        "仍有 2 家",
    ),
    "replies are missing": (lambda s: cases.consult(s, opened(s).number, **WHO), "未反馈"),
    "a stranger speaks": (
        lambda s: cases.opine(s, opened(s).number, agency="police", stance=Stance.AGREE, **WHO),
        "不在本事项",
    ),
    "disagreement without a reason": (
        lambda s: cases.opine(s, opened(s).number, agency="hrss", stance=Stance.DISAGREE, **WHO),
        "写明理由",
    ),
    "nothing to open": (lambda s: cases.open_case(s, title="x", initiator="hrss", **WHO), "至少一条发现"),
}


def _disagreed(session):
    return cases.disagree(session, consulted(session, Stance.DISAGREE).number, reason="谁牵头", **WHO)


@pytest.mark.parametrize(("act", "word"), REFUSALS.values(), ids=REFUSALS)
def test_refusals_say_why(session, act, word):
    with pytest.raises(Refused, match=word):
        act(session)


def test_silence_ends_with_the_reply_date(session):
    case = opened(session)
    later = WHO | {"at": START + timedelta(days=30)}
    assert cases.consult(session, case.number, **later).state == "consulting"


def test_agreement_cannot_close_an_open_legality_finding(session):
    number = consulted(session, Stance.AGREE, FINDING, LEGALITY).number
    cases.agree(session, number, decision="同意", **WHO)
    with pytest.raises(Refused, match="合法性审核"):
        cases.close(session, number, **WHO)
    cases.record_review(session, number, finding="b2", outcome="已改为不高于法定幅度", **WHO)
    assert cases.close(session, number, **WHO).state == "closed"


@pytest.mark.parametrize("state", sorted(CASE.states))
@pytest.mark.parametrize("action", sorted({s.action for s in CASE.steps}))
def test_every_state_knows_every_action_or_refuses_it(state, action):
    allowed = any(s.action == action and state in s.sources for s in CASE.steps)
    if allowed:
        assert CASE.step(state, action).action == action
    else:
        with pytest.raises(Refused, match=r"不能.*现在可以"):
            CASE.step(state, action)


def test_two_people_at_once_the_second_is_refused(engine):
    with transaction(engine) as session:
        number = opened(session).number
    with pytest.raises(ConcurrentChange, match="他人"), transaction(engine) as session:
        case = cases.load(session, number)
        append(
            session, Event(f"case/{number}", case.version, START, "李某", "withdraw", case.state, "withdrawn", "", {})
        )
    with transaction(engine) as session:
        assert cases.load(session, number).state == "circulated"


@pytest.mark.parametrize("statement", ["UPDATE events SET by='x'", "DELETE FROM events"])
def test_the_log_cannot_be_changed(engine, statement):
    with transaction(engine) as session:
        opened(session)
    with pytest.raises(DatabaseError), transaction(engine) as session:
        session.execute(text(statement))


def test_rows_are_what_the_events_say(session):
    number = consulted(session).number
    row = cases.list_cases(session)[0]
    assert (row.number, row.state) == (number, fold(number, events_of(session, f"case/{number}")).state)
    assert cases.rebuild(session) == 1
    assert cases.list_cases(session)[0].state == "consulting"


def test_an_unknown_case_is_named(session):
    with pytest.raises(NotFound, match="99"):
        cases.load(session, 99)
