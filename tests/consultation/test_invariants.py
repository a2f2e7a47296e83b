"""Any sequence of actions keeps the rules; a kill between two statements loses nothing, on SQLite and PostgreSQL."""

from __future__ import annotations

import multiprocessing
import os
import signal
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import create_engine, event, func, select
from sqlalchemy.orm import Session

from consultation import caselog, cases, meetings, tracks
from consultation.case import Stance
from consultation.case_fold import fold
from consultation.case_steps import CASE
from consultation.database import open_database, transaction
from consultation.errors import Refused
from consultation.events import events_of, log
from consultation.liaison import LIAISON
from consultation.meeting import MEETING, MEETINGS
from consultation.models import Base, CaseRow, EventRow
from consultation.reports import REPORT
from ontology.gates import load_gates

AT = datetime(2026, 3, 2, tzinfo=UTC)
WHO = {"by": "x", "at": AT}
LATER = {"by": "x", "at": AT + timedelta(days=40)}
REPLY_BY = date(2026, 3, 11)
FINDINGS = (
    {"id": "a", "code": "OV01", "message": "甲", "severity": "error", "route": "consultation", "agencies": ["hrss"]},
    {"id": "b", "code": "CF04", "message": "乙", "severity": "error", "route": "legality", "agencies": ["justice"]},
    {"id": "c", "code": "CF02", "message": "丙", "severity": "error", "route": "staffing", "agencies": ["finance"]},
)
MEMBERS = ("hrss", "justice", "finance")
GATES = tuple(g for g in load_gates() if g.id in ("comment", "public-comment", "legality"))
REASON = st.sampled_from(("", "理由"))


def propose(session, _, **more):
    return meetings.propose(session, kind="regular", title="t", when=AT, place="p", **more)


ALONG = (
    (cases.circulate, 0, {"to": MEMBERS, "reply_by": REPLY_BY}, WHO),
    (cases.opine, 0, {"agency": "hrss", "stance": Stance.DISAGREE, "text": "r"}, WHO),
    (cases.consult, 0, {}, LATER),
    (cases.disagree, 0, {"reason": "r"}, WHO),
    (cases.coordinate, 0, {"large": "大", "overall": "大局"}, WHO),
    (cases.submit, 0, {"reason": "r"}, WHO),
    (propose, 0, {}, WHO),
    (meetings.set_agenda, 1, {"case_numbers": [1]}, WHO),
    (meetings.notify, 1, {"invited": MEMBERS}, WHO),
    (meetings.hold, 1, {"present": MEMBERS}, WHO),
)


class Consultation(RuleBasedStateMachine):
    """Everything anybody may try on a case and on the meetings that take it up, in any order."""

    def __init__(self):
        super().__init__()
        engine = create_engine("sqlite://")
        Base.metadata.create_all(engine)
        self.session = Session(engine)
        self.number = cases.open_case(self.session, title="t", initiator="hrss", findings=FINDINGS, **WHO).number

    @initialize(upto=st.sampled_from(("", "consulting", "coordinating", "notified", "held")))
    def begin(self, upto):
        """Start somewhere along the way, so that the far end is reached, too."""
        going = iter(ALONG)
        while upto and upto not in (caselog.load(self.session, self.number).state, self.meeting_state()):
            act, key, more, who = next(going)
            act(self.session, key or self.number, **more, **who)

    def meeting_state(self):
        found = MEETINGS.all(self.session)
        return found[-1].state if found else ""

    def attempt(self, act, *key, who=WHO, **more):
        nested = self.session.begin_nested()
        try:
            act(self.session, *key, **more, **who)
        except Refused as error:
            nested.rollback()
            assert len(str(error)) > 5
        else:
            nested.commit()

    def on_case(self, act, **more):
        self.attempt(act, self.number, **more)

    def on_meeting(self, act, **more):
        if found := MEETINGS.all(self.session):
            self.attempt(act, found[-1].number, **more)

    @rule()
    def circulate(self):
        self.on_case(cases.circulate, to=MEMBERS, reply_by=REPLY_BY)

    @rule(agency=st.sampled_from((*MEMBERS, "police")), stance=st.sampled_from(list(Stance)))
    def opine(self, agency, stance):
        self.on_case(cases.opine, agency=agency, stance=stance, text="理由")

    @rule(silence=st.sampled_from((0, 7)))
    def consult(self, silence):
        self.attempt(cases.consult, self.number, who=LATER, silence_days=silence)

    @rule()
    def agree(self):
        self.on_case(cases.agree, decision="d")

    @rule()
    def disagree(self):
        self.on_case(cases.disagree, reason="r")

    @rule()
    def resume(self):
        self.on_case(cases.resume)

    @rule(large=REASON, overall=REASON)
    def coordinate(self, large, overall):
        self.on_case(cases.coordinate, large=large, overall=overall)

    @rule()
    def submit(self):
        self.on_case(cases.submit, reason="r")

    @rule()
    def settle(self):
        self.on_case(cases.settle, decision="d", responsible="hrss", due=None)

    @rule(reason=REASON)
    def send_back(self, reason):
        self.on_case(cases.send_back, reason=reason)

    @rule()
    def escalate(self):
        self.on_case(cases.escalate, reason="r")

    @rule(reason=REASON)
    def withdraw(self, reason):
        self.on_case(cases.withdraw, reason=reason)

    @rule(finding=st.sampled_from(("a", "b", "c", "d")))
    def review(self, finding):
        self.on_case(tracks.record_review, finding=finding, outcome="o")

    @rule(finding=st.sampled_from(("a", "b", "c", "d")))
    def staffing(self, finding):
        self.on_case(tracks.record_staffing, finding=finding, outcome="o")

    @rule(gate=st.sampled_from([g.id for g in GATES]), status=st.sampled_from(list(tracks.GATE_WORDS)))
    def gate(self, gate, status):
        self.on_case(tracks.set_gate, gate=gate, status=status, gates=GATES, reason="r")

    @rule()
    def recheck(self):
        self.on_case(tracks.record_recheck, settled=["a"], standing=[], new=[])

    @rule(gates=st.sampled_from(((), GATES)))
    def close(self, gates):
        self.on_case(tracks.close, gates=gates)

    @rule(kind=st.sampled_from(("regular", "liaison")))
    def propose(self, kind):
        self.attempt(meetings.propose, kind=kind, title="t", when=AT + timedelta(days=1), place="p")

    @rule()
    def agenda(self):
        self.on_meeting(meetings.set_agenda, case_numbers=[self.number])

    @rule()
    def notify(self):
        self.on_meeting(meetings.notify, invited=MEMBERS)

    @rule(days=st.integers(-1, 3), reason=REASON)
    def postpone(self, days, reason):
        self.on_meeting(meetings.postpone, when=AT + timedelta(days=days), reason=reason)

    @rule(agency=st.sampled_from((*MEMBERS, "police")), reason=REASON)
    def leave(self, agency, reason):
        self.on_meeting(meetings.ask_leave, agency=agency, reason=reason)

    @rule(present=st.lists(st.sampled_from((*MEMBERS, "police")), max_size=3))
    def hold(self, present):
        self.on_meeting(meetings.hold, present=present)

    @rule(due=st.sampled_from((None, REPLY_BY)), of_case=st.booleans())
    def decide(self, due, of_case):
        number = self.number if of_case else None
        self.on_meeting(meetings.decide, text="d", responsible="hrss", due=due, case=number)

    @rule()
    def minute(self):
        self.on_meeting(meetings.minute)

    @rule()
    def progress(self):
        self.on_meeting(meetings.report_progress, decision=1, done="已办")

    @rule()
    def finish(self):
        self.on_meeting(meetings.finish)

    @invariant()
    def state_is_what_the_events_say(self):
        events = events_of(self.session, f"case/{self.number}")
        case = fold(self.number, events)
        assert self.session.get(CaseRow, self.number).state == case.state == events[-1].after
        assert [e.seq for e in events] == list(range(1, len(events) + 1))
        for before, after in pairwise(events):
            assert after.before == before.after

    @invariant()
    def nothing_closes_with_an_open_track(self):
        case = caselog.load(self.session, self.number)
        assert case.state != "closed" or not (case.unresolved("legality") or case.unresolved("staffing"))

    @invariant()
    def no_decision_without_a_meeting_an_agreement_or_coordination(self):
        case = caselog.load(self.session, self.number)
        if case.decision is None:
            return
        if case.decision.meeting is not None:
            meeting = MEETINGS.load(self.session, str(case.decision.meeting))
            assert self.number in meeting.agenda
            assert meeting.state in ("held", "minuted", "followed")
        else:
            steps = [(e.before, e.action) for e in events_of(self.session, f"case/{self.number}")]
            assert ("consulting", "agree") in steps or ("coordinating", "settle") in steps

    @invariant()
    def coordination_names_both_reasons(self):
        case = caselog.load(self.session, self.number)
        assert case.state != "coordinating" or (case.large and case.overall)

    @invariant()
    def gates_pass_in_their_order(self):
        case = caselog.load(self.session, self.number)
        mark = case.gates.get("legality")
        assert not mark or mark.status == "none" or case.gates["public-comment"].status == "passed"

    @invariant()
    def follow_up_ends_with_every_decision_done(self):
        for meeting in MEETINGS.all(self.session):
            assert meeting.state != "followed" or not meeting.open_decisions()


TestConsultation = Consultation.TestCase
TestConsultation.settings = settings(max_examples=20, stateful_step_count=25, deadline=None)


def upto(session, number, count):
    for act, key, more, who in ALONG[:count]:
        act(session, key or number, **more, **who)


def circulated(session):
    upto(session, 1, 1)


def held(session):
    meetings.hold(session, 1, present=MEMBERS, **WHO)


def opened(session):
    cases.open_case(session, title="新", initiator="hrss", draft="d", **WHO)


def before_meeting(session):
    for number in (1, 2):
        cases.open_case(session, title="t", initiator="hrss", findings=FINDINGS, **WHO)
        upto(session, number, 6)
    propose(session, 0, **WHO)
    meetings.set_agenda(session, 1, case_numbers=[1, 2], **WHO)
    meetings.notify(session, 1, invited=MEMBERS, **WHO)


def before_circulation(session):
    cases.open_case(session, title="t", initiator="hrss", findings=FINDINGS, **WHO)


WORK = {"circulate": (before_circulation, circulated), "hold": (before_meeting, held), "open": (before_meeting, opened)}


def killed(url, act, statement):
    """In a process of its own: `act`, with a kill before the statement of that number (COMMIT counts)."""
    engine = open_database(url)
    left = statement

    def count(*_):
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(engine, "before_cursor_execute", count)
    event.listen(engine, "commit", count)
    with transaction(engine) as session:
        act(session)


def snapshot(url):
    """The whole log, and the rows beside it; they must tell the same."""
    engine = open_database(url)
    with transaction(engine) as session:
        written = [(e.stream, e.seq, e.after) for e in log(session)]
        rows = {r.number: r.state for r in session.scalars(select(CaseRow))}
        found = {n: caselog.load(session, n).state for n in rows}
        streams = session.scalar(select(func.count(func.distinct(EventRow.stream))))
    engine.dispose()
    assert rows == found
    assert len(rows) + len([s for s, seq, _ in written if s.startswith("meeting/") and seq == 1]) == streams
    return written


@pytest.mark.parametrize(("before", "act"), WORK.values(), ids=WORK)
def test_a_kill_before_any_statement_leaves_the_state_before(url, before, act):
    engine = open_database(url)
    with transaction(engine) as session:
        before(session)
    engine.dispose()
    start = snapshot(url)
    fork = multiprocessing.get_context("fork")
    for statement in range(1, 100):
        process = fork.Process(target=killed, args=(url, act, statement))
        process.start()
        process.join(60)
        if process.exitcode == 0:
            break
        assert process.exitcode == -signal.SIGKILL
        assert snapshot(url) == start
    assert statement > 4
    assert len(snapshot(url)) > len(start)


def test_every_state_can_be_left_or_is_an_end():
    ends = {"closed", "withdrawn"}
    for state in CASE.states:
        assert list(CASE.possible(state)) or state in ends


MACHINES = {m.name: m for m in (CASE, MEETING, LIAISON, REPORT)}
TABLE = [
    (name, state, action)
    for name, machine in MACHINES.items()
    for state in machine.states
    for action in dict.fromkeys(s.action for s in machine.steps)
]


@pytest.mark.parametrize(("name", "state", "action"), TABLE)
def test_every_state_knows_every_action_or_refuses_it(name, state, action):
    machine = MACHINES[name]
    if any(s.action == action and state in s.sources for s in machine.steps):
        assert machine.step(state, action).action == action
    else:
        with pytest.raises(Refused, match=r"不能.*现在可以"):
            machine.step(state, action)


def test_the_tables_name_only_states_that_exist():
    for machine in MACHINES.values():
        assert {s for step in machine.steps for s in (*step.sources, step.target) if s} <= set(machine.states)
        reached = {"", *(step.target for step in machine.steps)}
        assert reached == set(machine.states)
