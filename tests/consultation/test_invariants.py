"""Any sequence of actions keeps the rules; a kill between two statements loses nothing; the same on PostgreSQL."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import textwrap
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session

from consultation import cases
from consultation.case import Stance, fold
from consultation.case_steps import CASE
from consultation.database import open_database, sqlite_url, transaction
from consultation.errors import Refused
from consultation.events import events_of
from consultation.models import Base, CaseRow

WHO = {"by": "x", "at": datetime(2026, 3, 2, tzinfo=UTC)}
FINDINGS = (
    {"id": "a", "code": "OV01", "message": "甲", "severity": "error", "route": "consultation", "agencies": ["hrss"]},
    {"id": "b", "code": "CF04", "message": "乙", "severity": "error", "route": "legality", "agencies": ["justice"]},
)
MEMBERS = ("hrss", "justice", "finance")
ROOT = Path(__file__).parents[2]


class Consultation(RuleBasedStateMachine):
    """Everything anybody may try, in any order."""

    def __init__(self):
        super().__init__()
        engine = create_engine("sqlite://")
        Base.metadata.create_all(engine)
        self.session = Session(engine)
        self.number = cases.open_case(self.session, title="t", initiator="hrss", findings=FINDINGS, **WHO).number

    def attempt(self, act, **more):
        try:
            act(self.session, self.number, **more, **WHO)
        except Refused as error:
            assert len(str(error)) > 5

    @rule()
    def circulate(self):
        self.attempt(cases.circulate, to=MEMBERS, reply_by=None)

    @rule(agency=st.sampled_from((*MEMBERS, "police")), stance=st.sampled_from(list(Stance)))
    def opine(self, agency, stance):
        self.attempt(cases.opine, agency=agency, stance=stance, text="理由")

    @rule()
    def consult(self):
        self.attempt(cases.consult)

    @rule()
    def agree(self):
        self.attempt(cases.agree, decision="d")

    @rule()
    def disagree(self):
        self.attempt(cases.disagree, reason="r")

    @rule(large=st.sampled_from(("", "大")), overall=st.sampled_from(("", "大局")))
    def coordinate(self, large, overall):
        self.attempt(cases.coordinate, large=large, overall=overall)

    @rule()
    def submit(self):
        self.attempt(cases.submit, reason="r")

    @rule()
    def deliberate(self):
        self.attempt(cases.deliberate, meeting=1)

    @rule()
    def settle(self):
        self.attempt(cases.settle, decision="d", responsible="hrss", due=None)

    @rule()
    def send_back(self):
        self.attempt(cases.send_back, reason="r")

    @rule(finding=st.sampled_from(("a", "b", "c")))
    def review(self, finding):
        self.attempt(cases.record_review, finding=finding, outcome="o")

    @rule()
    def close(self):
        self.attempt(cases.close)

    @invariant()
    def state_is_what_the_events_say(self):
        events = events_of(self.session, f"case/{self.number}")
        case = fold(self.number, events)
        assert self.session.get(CaseRow, self.number).state == case.state == events[-1].after
        assert [e.seq for e in events] == list(range(1, len(events) + 1))
        for before, after in pairwise(events):
            assert after.before == before.after

    @invariant()
    def nothing_closes_with_an_open_legality_finding(self):
        case = cases.load(self.session, self.number)
        assert case.state != "closed" or not case.unresolved("legality")

    @invariant()
    def no_decision_without_agreement_or_meeting_or_coordination(self):
        case = cases.load(self.session, self.number)
        if case.decision:
            done = {e.action for e in events_of(self.session, f"case/{self.number}")}
            assert done & {"agree", "settle"}
            assert case.decision.meeting is None or "deliberate" in done

    @invariant()
    def coordination_names_both_reasons(self):
        case = cases.load(self.session, self.number)
        assert case.state != "coordinating" or (case.large and case.overall)


TestConsultation = Consultation.TestCase
TestConsultation.settings = settings(max_examples=30, stateful_step_count=30, deadline=None)

KILLED = """
    import os, signal, sys
    from datetime import UTC, datetime
    from sqlalchemy import event
    from consultation import cases
    from consultation.database import open_database, transaction
    engine = open_database(sys.argv[1])
    left = int(sys.argv[2])
    @event.listens_for(engine, "before_cursor_execute")
    def count(conn, cursor, statement, *_):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
    with transaction(engine) as session:
        cases.circulate(session, 1, to=["hrss"], reply_by=None, by="x", at=datetime.now(UTC))
"""


@pytest.mark.parametrize("statement", [1, 2, 3, 4, 5])
def test_a_kill_between_statements_leaves_before_or_after(tmp_path, statement):
    url = sqlite_url(tmp_path / "a.db")
    with transaction(open_database(url)) as session:
        cases.open_case(session, title="t", initiator="hrss", findings=FINDINGS, **WHO)
    script = textwrap.dedent(KILLED)
    done = subprocess.run([sys.executable, "-c", script, url, str(statement)], cwd=ROOT, check=False, timeout=120)
    with transaction(open_database(url)) as session:
        case = cases.load(session, 1)
        row = session.get(CaseRow, 1)
        assert case.state == row.state
        if done.returncode == -signal.SIGKILL:
            assert case.state == "drafted"
            assert case.version == 1
        else:
            assert case.state == "circulated"


@pytest.fixture(scope="module")
def postgresql():
    """A server of our own on a socket, stopped afterwards."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not found:
        pytest.skip("PostgreSQL is not installed")
    place = Path(tempfile.mkdtemp(prefix="huishang-pg-"))
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if as_user:
        shutil.chown(place, "postgres")
    data = place / "data"
    subprocess.run(
        [*as_user, found[-1] / "initdb", "-D", data, "-A", "trust", "-U", "hs"], check=True, capture_output=True
    )
    options = f"-c listen_addresses='' -c unix_socket_directories='{place}' -c fsync=off"
    subprocess.run(
        [*as_user, found[-1] / "pg_ctl", "-D", data, "-o", options, "-w", "-l", place / "log", "start"],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    yield f"postgresql://hs@/postgres?host={place}"
    subprocess.run(
        [*as_user, found[-1] / "pg_ctl", "-D", data, "-m", "immediate", "stop"], check=False, capture_output=True
    )


def test_the_same_on_postgresql(postgresql):
    engine = open_database(postgresql)
    with transaction(engine) as session:
        number = cases.open_case(session, title="t", initiator="hrss", findings=FINDINGS, **WHO).number
        cases.circulate(session, number, to=MEMBERS, reply_by=None, **WHO)
    with transaction(open_database(postgresql)) as session:
        assert cases.load(session, number).state == "circulated"
        assert cases.load(session, number).opened == WHO["at"]
    with pytest.raises(Exception, match="append-only"), transaction(engine) as session:
        session.execute(text("DELETE FROM events"))
    engine.dispose()


def test_every_state_can_be_left_or_is_an_end():
    ends = {"closed", "withdrawn"}
    for state in CASE.states:
        assert list(CASE.possible(state)) or state in ends
