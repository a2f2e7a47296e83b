"""A meeting is moved or called off: what changes, what lapses, what members are told."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pytest
from docx import Document

from consultation import meetings
from consultation.errors import Refused
from consultation.letters.meeting_letters import cancellation, change_notice
from consultation.letters.words import Words

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
WHO = {"by": "王某", "at": START}
MEMBERS = ("civil-affairs", "hrss", "finance")


def proposed(session):
    when = START + timedelta(days=10)
    return meetings.propose(session, kind="regular", title="第一次联席会议", when=when, place="会议室", **WHO)


def notified(session):
    return meetings.notify(session, proposed(session).number, invited=MEMBERS, **WHO)


def refused(session, act, number, word, **more):
    with pytest.raises(Refused, match=word):
        act(session, number, **more, **WHO)


def text_of(letter):
    found = Document(BytesIO(letter))
    return "\n".join(p.text for p in found.paragraphs)


CALLED_OFF = {"before the notice": (proposed, ""), "after the notice": (notified, "议题不成熟")}


@pytest.mark.parametrize(("made", "told"), CALLED_OFF.values(), ids=CALLED_OFF)
def test_a_meeting_is_called_off_with_a_reason_that_members_with_notice_are_told(session, made, told):
    after = meetings.cancel(session, made(session).number, reason="议题不成熟", **WHO)
    assert (after.state, after.called_off) == ("cancelled", told)


LATER = START + timedelta(days=17)
MOVED = {
    "nobody had notice": (proposed, {"when": LATER}, ()),
    "another time": (notified, {"when": LATER}, ((START + timedelta(days=10), "会议室", "会场冲突"),)),
    "another place": (
        notified,
        {"when": START + timedelta(days=10), "place": "五楼"},
        ((START + timedelta(days=10), "会议室", "会场冲突"),),
    ),
}


@pytest.mark.parametrize(("made", "to", "former"), MOVED.values(), ids=MOVED)
def test_a_meeting_is_moved_and_keeps_its_state(session, made, to, former):
    called = made(session)
    after = meetings.postpone(session, called.number, **to, reason="会场冲突", **WHO)
    assert (after.state, after.when, after.place) == (called.state, to["when"], to.get("place", "会议室"))
    assert tuple((f.when, f.place, f.reason) for f in after.former) == former


NOT_MOVED = {
    "no reason": ({"when": LATER, "reason": " "}, "原因"),
    "nothing changes": ({"when": START + timedelta(days=10), "reason": "r"}, "没有改期"),
    "into the past": ({"when": START - timedelta(days=1), "reason": "r"}, "已经过去"),
}


@pytest.mark.parametrize(("to", "word"), NOT_MOVED.values(), ids=NOT_MOVED)
def test_a_meeting_is_not_moved_without_sense(session, to, word):
    refused(session, meetings.postpone, notified(session).number, word, **to)


def test_a_meeting_that_was_held_is_moved_no_more(session):
    number = notified(session).number
    meetings.hold(session, number, present=MEMBERS, **WHO)
    refused(session, meetings.postpone, number, "不能改期", when=LATER, reason="r")


def test_leave_for_the_former_time_lapses_and_can_be_asked_again(session):
    number = notified(session).number
    meetings.ask_leave(session, number, agency="finance", reason="出差", **WHO)
    assert meetings.postpone(session, number, when=LATER, reason="会场冲突", **WHO).leaves == ()
    again = meetings.ask_leave(session, number, agency="finance", reason="开会", by="x", at=LATER - timedelta(days=1))
    assert [x.reason for x in again.leaves] == ["开会"]


WORDS = Words(name=lambda agency: agency)


def test_members_read_from_when_to_when_a_meeting_moved_and_that_one_is_off(session):
    number = notified(session).number
    moved = meetings.postpone(session, number, when=LATER, place="五楼", reason="因会场冲突。", **WHO)
    day = date(2026, 3, 5)
    said = text_of(change_notice(moved, WORDS, day))
    assert "原定2026年3月12日17:00在会议室召开的第一次联席会议，因会场冲突，改于2026年3月19日17:00在五楼召开。" in said
    assert "重新向领导小组办公室说明原因" in said and "参会回执" in said
    off = meetings.cancel(session, number, reason="议题不成熟", **WHO)
    assert "原定2026年3月19日17:00在五楼召开的第一次联席会议，因议题不成熟取消" in text_of(
        cancellation(off, WORDS, day)
    )
