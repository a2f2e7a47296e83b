"""政策会商 from opening to closing, and every refusal on the way."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from threading import Barrier

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from consultation import caselog, cases, meetings, tracks
from consultation.case import Stance
from consultation.case_fold import fold
from consultation.database import transaction
from consultation.errors import ConcurrentChange, NotFound, Refused
from consultation.events import Event, append, events_of

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
WHO = {"by": "王某", "at": START}
REPLY_BY = date(2026, 3, 11)
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


def opened(session, *findings):
    made = cases.open_case(session, title="就业救助牵头", initiator="hrss", findings=findings or (FINDING,), **WHO)
    return cases.circulate(session, made.number, to=MEMBERS, reply_by=REPLY_BY, **WHO)


def consulted(session, stance=Stance.AGREE, *findings):
    case = opened(session, *findings)
    for agency in ("hrss", "market-reg"):
        cases.opine(session, case.number, agency=agency, stance=stance, text="理由", **WHO)
    return cases.consult(session, case.number, **WHO)


def coordinating(session):
    case = consulted(session, Stance.DISAGREE)
    cases.disagree(session, case.number, reason="谁牵头", **WHO)
    return cases.coordinate(session, case.number, large="两家都主张牵头", overall="影响全区就业救助", **WHO)


def held(session, *numbers):
    """A conference that takes up these cases."""
    made = meetings.propose(session, kind="ad-hoc", title="临时联席会议", when=START, place="会议室", **WHO)
    meetings.set_agenda(session, made.number, case_numbers=numbers, office_agency="civil-affairs", **WHO)
    meetings.notify(session, made.number, invited=MEMBERS, **WHO)
    return meetings.hold(session, made.number, present=MEMBERS, **WHO).number


def deliberated(session):
    number = coordinating(session).number
    cases.submit(session, number, reason="协调未果", **WHO)
    held(session, number)
    return number


def test_agreement_closes_a_case(session):
    case = consulted(session)
    cases.agree(session, case.number, decision="由人社部门牵头", **WHO)
    assert tracks.close(session, case.number, **WHO).state == "closed"
    assert [e.action for e in events_of(session, f"case/{case.number}")][-2:] == ["agree", "close"]


def test_a_large_disagreement_goes_to_the_conference_and_comes_back(session):
    number = deliberated(session)
    returned = cases.send_back(session, number, reason="补充数据", **WHO)
    assert (returned.state, returned.returned) == ("returned", "补充数据")
    again = cases.circulate(session, number, to=MEMBERS, reply_by=REPLY_BY, **WHO)
    assert (again.opinions, again.large, again.meeting) == ((), "", None)


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
    "no date left to reply": (
        lambda s: cases.circulate(s, fresh(s).number, to=MEMBERS, reply_by=date(2026, 3, 1), **WHO),
        "已经过去",
    ),
    "nobody to circulate to": (
        lambda s: cases.circulate(s, fresh(s).number, to=(), reply_by=REPLY_BY, **WHO),
        "名单不能为空",
    ),
    "an unknown finding": (
        lambda s: cases.opine(s, opened(s).number, agency="hrss", stance=Stance.AGREE, finding="zz", **WHO),
        "没有编号为 zz",
    ),
    "no need stated": (lambda s: cases.submit(s, coordinating(s).number, reason=" ", **WHO), "必要性"),
    "no reason to withdraw": (lambda s: cases.withdraw(s, fresh(s).number, reason="", **WHO), "撤回理由"),
    "no reason to send back": (lambda s: cases.send_back(s, deliberated(s), reason="", **WHO), "退回理由"),
    "no decision": (
        lambda s: cases.settle(s, deliberated(s), decision=" ", responsible="hrss", due=None, **WHO),
        "议定事项",
    ),
    "no meeting was held": (
        lambda s: cases.deliberate(s, submitted(s), meeting=notified(s), **WHO),
        "不在已召开的",
    ),
    "not on the agenda": (lambda s: cases.deliberate(s, submitted(s), meeting=held(s), **WHO), "不在已召开的"),
    "a title too long": (
        lambda s: cases.open_case(s, title="长" * 201, initiator="hrss", draft="草案", **WHO),
        "1 至 200",
    ),
    "nothing to open": (lambda s: cases.open_case(s, title="x", initiator="hrss", **WHO), "至少一条发现"),
}


def fresh(session):
    return cases.open_case(session, title="就业救助牵头", initiator="hrss", findings=(FINDING,), **WHO)


def submitted(session):
    number = coordinating(session).number
    return cases.submit(session, number, reason="协调未果", **WHO).number


def notified(session):
    made = meetings.propose(session, kind="regular", title="第一次联席会议", when=START, place="会议室", **WHO)
    return meetings.notify(session, made.number, invited=MEMBERS, **WHO).number


def _disagreed(session):
    return cases.disagree(session, consulted(session, Stance.DISAGREE).number, reason="谁牵头", **WHO)


@pytest.mark.parametrize(("act", "word"), REFUSALS.values(), ids=REFUSALS)
def test_refusals_say_why(session, act, word):
    with pytest.raises(Refused, match=word):
        act(session)


def later(days):
    return WHO | {"at": START + timedelta(days=days)}


def test_silence_ends_with_the_reply_date_and_says_nothing(session):
    case = cases.consult(session, opened(session).number, **later(30))
    assert case.state == "consulting"
    assert case.opinions == ()
    assert case.silent() == ("hrss", "market-reg")


# seven working days after Monday 2 March end on 11 March: the day after it silence counts, that day not yet
SILENCE = {"not in use": (0, 30, 0), "over": (7, 10, 4), "the last day": (5, 9, 4), "not over": (20, 10, 0)}


@pytest.mark.parametrize(("days", "on", "deemed"), SILENCE.values(), ids=SILENCE)
def test_silence_counts_as_no_objection_only_where_that_is_in_use(session, days, on, deemed):
    made = cases.open_case(session, title="t", initiator="hrss", findings=(FINDING,), **WHO)
    cases.circulate(session, made.number, to=MEMBERS, reply_by=date(2026, 3, 10), **WHO)
    case = cases.consult(session, made.number, silence_days=days, **later(on))
    assert sum(o.deemed and o.stance is Stance.NONE for o in case.standing()) == deemed
    assert len(case.unheard()) == 4 - deemed


def test_an_opinion_given_is_not_overruled_by_silence(session):
    case = opened(session)
    cases.opine(session, case.number, agency="hrss", stance=Stance.DISAGREE, text="理由", **WHO)
    case = cases.consult(session, case.number, silence_days=7, **later(30))
    assert {o.agency for o in case.standing() if o.deemed} == set(MEMBERS) - {"hrss"}
    with pytest.raises(Refused, match="仍有 1 家"):
        cases.agree(session, case.number, decision="d", **WHO)


def test_a_case_from_a_draft_alone_asks_everybody(session):
    made = cases.open_case(session, title="审议草案", initiator="hrss", draft="某办法（草案）", **WHO)
    case = cases.circulate(session, made.number, to=MEMBERS, reply_by=REPLY_BY, **WHO)
    assert case.silent() == MEMBERS
    with pytest.raises(Refused, match="4 家"):
        cases.consult(session, case.number, **WHO)


def test_a_participant_who_is_no_member_is_asked_too(session):
    case = opened(session, FINDING | {"participants": ["hrss", "staffing"]})
    assert case.circulated_to == (*MEMBERS, "staffing")


def test_the_record_says_that_the_office_is_a_party(session):
    told = {}
    for agency in ("hrss", "police"):
        case = opened(session, FINDING | {"participants": ["hrss", "market-reg"]})
        for member in ("hrss", "market-reg"):
            cases.opine(session, case.number, agency=member, stance=Stance.DISAGREE, text="理由", **WHO)
        cases.consult(session, case.number, **WHO)
        cases.disagree(session, case.number, reason="谁牵头", **WHO)
        words = {"large": "大", "overall": "大局", "office_agency": agency}
        told[agency] = cases.coordinate(session, case.number, **words, **WHO)
    assert told["hrss"].interested
    assert "当事一方" in events_of(session, f"case/{told['hrss'].number}")[-1].reason
    assert not told["police"].interested
    for case in told.values():
        cases.submit(session, case.number, reason="r", **WHO)
    made = meetings.propose(session, kind="regular", title="t", when=START, place="p", **WHO)
    both = [c.number for c in told.values()]
    meetings.set_agenda(session, made.number, case_numbers=both, office_agency="hrss", **WHO)
    assert events_of(session, f"meeting/{made.number}")[-1].data["interested"] == both


def test_agreement_cannot_close_an_open_legality_finding(session):
    number = consulted(session, Stance.AGREE, FINDING, LEGALITY).number
    cases.agree(session, number, decision="同意", **WHO)
    with pytest.raises(Refused, match="合法性审核"):
        tracks.close(session, number, **WHO)
    tracks.record_review(session, number, finding="b2", outcome="已改为不高于法定幅度", **WHO)
    assert tracks.close(session, number, **WHO).state == "closed"


def test_two_people_at_once_the_second_is_refused(engine):
    with transaction(engine) as session:
        number = opened(session).number
        last = caselog.load(session, number)
    with pytest.raises(ConcurrentChange, match="他人"), transaction(engine) as session:
        append(session, Event(f"case/{number}", last.version, START, "李某", "withdraw", "x", "withdrawn", "", {}))
    with transaction(engine) as session:
        assert caselog.load(session, number).state == "circulated"


def test_two_threads_on_one_case_one_gets_through_the_other_is_told(engine):
    with transaction(engine) as session:
        number = fresh(session).number
    ready = Barrier(2)

    def act(name):
        try:
            with transaction(engine) as session:
                case = caselog.load(session, number)
                ready.wait(10)
                caselog.act(session, case, "withdraw", name, START, name, {})
        except ConcurrentChange:
            return "refused"
        return name

    with ThreadPoolExecutor(2) as pool:
        told = list(pool.map(act, ("王某", "李某")))
    assert told.count("refused") == 1
    winner = next(t for t in told if t != "refused")
    with transaction(engine) as session:
        assert [e.by for e in events_of(session, f"case/{number}")] == [WHO["by"], winner]
        assert caselog.load(session, number).state == "withdrawn"


@pytest.mark.parametrize("statement", ["UPDATE events SET \"before\"='x'", "DELETE FROM events"])
def test_the_log_cannot_be_changed(engine, statement):
    with transaction(engine) as session:
        opened(session)
    with pytest.raises(DatabaseError), transaction(engine) as session:
        session.execute(text(statement))


def test_rows_are_what_the_events_say(session):
    number = consulted(session).number
    row = caselog.list_cases(session)[0]
    assert (row.number, row.state) == (number, fold(number, events_of(session, f"case/{number}")).state)
    assert caselog.rebuild(session) == 1
    assert caselog.list_cases(session)[0].state == "consulting"


def test_an_unknown_case_is_named(session):
    with pytest.raises(NotFound, match="99"):
        caselog.load(session, 99)
