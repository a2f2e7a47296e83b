"""`huishang meeting`: 联席会议 from proposal to follow-up."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import click
from sqlalchemy.orm import Session

from api.chinese import ChineseCommand, ChineseGroup
from api.commands.records import (
    acting,
    agency_id,
    number_argument,
    output_option,
    records,
    show_log,
    show_rechecked,
    today,
    words,
    write_letter,
)
from api.commands.terminal import DAY, say
from api.consulting import MEETING_LETTERS, meeting_letter, members_of
from api.settings import load_settings
from consultation import meetings
from consultation.calendar import CHINA
from consultation.letters.meeting_letters import moment_text, when_text
from consultation.meeting import KINDS, MEETING, MEETINGS, Meeting
from kg.errors import UsageError
from ontology.vocabulary import load_vocabulary

BY_WORD = {word: kind for kind, word in KINDS.items()}


@click.group("meeting", cls=ChineseGroup, help="联席会议：提出、议题、通知、改期、请假、召开、议定、纪要、督办。")
def command() -> None:
    """Meetings of the workspace."""


@command.command("propose", cls=ChineseCommand, help="提出召开会议。")
@click.option("--kind", type=click.Choice(list(BY_WORD)), default="定期联席会议", help="会议种类。")
@click.option("--title", required=True, metavar="名称", help="会议名称。")
@click.option("--when", required=True, metavar="时间", help="北京时间，如 2026-03-12T09:00。")
@click.option("--place", required=True, metavar="地点", help="地点。")
def propose(kind: str, title: str, when: str, place: str) -> None:
    """A meeting."""
    what: dict[str, Any] = {"kind": BY_WORD[kind], "title": title, "when": _moment(when), "place": place}
    with records() as session:
        show(meetings.propose(session, **what, **acting()))


def _moment(text: str) -> datetime:
    """A time in China unless it names its zone. Raises UsageError."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(f"“{text}”不是时间，应写作 2026-03-12T09:00 的形式。") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=CHINA)


@command.command("list", cls=ChineseCommand, help="列出会议。")
def list_() -> None:
    """All meetings."""
    with records() as session:
        for meeting in MEETINGS.all(session):
            say(f"{meeting.number}　【{MEETING.states[meeting.state]}】{meeting.title}　{when_text(meeting)}")


@command.command("show", cls=ChineseCommand, help="显示一次会议。")
@number_argument
def show_(number: int) -> None:
    """One meeting."""
    with records() as session:
        show(MEETINGS.load(session, str(number)))


@command.command("log", cls=ChineseCommand, help="显示一次会议的全部记录。")
@number_argument
def log(number: int) -> None:
    """The events."""
    with records() as session:
        MEETINGS.load(session, str(number))
        show_log(session, f"meeting/{number}", MEETING)


@command.command("letter", cls=ChineseCommand, help=f"再次生成{'、'.join(MEETING_LETTERS.values())}。")
@number_argument
@click.argument("name", type=click.Choice(list(MEETING_LETTERS.values())))
@output_option("函件.docx")
def letter(number: int, name: str, output: Path) -> None:
    """A letter as of today."""
    with records() as session:
        _write(session, MEETINGS.load(session, str(number)), name, output)


@command.command("agenda", cls=ChineseCommand, help="由提请审议的事项确定议题，并生成议题清单。")
@number_argument
@click.option(
    "--case", "chosen", multiple=True, type=int, metavar="事项", help="只列这些事项，可写多个；不写则全部列入。"
)
@output_option("议题清单.docx")
def agenda_(number: int, chosen: tuple[int, ...], output: Path) -> None:
    """Agenda from open cases."""
    office = load_settings().office_agency
    with records() as session:
        kind = MEETINGS.load(session, str(number)).kind
        able = [case.number for _, found in meetings.agenda_of(session, kind) for case in found]
        numbers = chosen or able
        meeting = meetings.set_agenda(session, number, case_numbers=numbers, office_agency=office, **acting())
        _write(session, meeting, "议题清单", output)
        show(meeting)


@command.command("notify", cls=ChineseCommand, help="通知成员单位，并生成会议通知。")
@number_argument
@output_option("会议通知.docx")
def notify(number: int, output: Path) -> None:
    """Notice."""
    with records() as session:
        meeting = meetings.notify(session, number, invited=members_of(load_settings()), **acting())
        _write(session, meeting, "会议通知", output)
        show(meeting)


@command.command("postpone", cls=ChineseCommand, help="改期或者改地点；已经通知的，生成会议改期通知，原来的请假作废。")
@number_argument
@click.option("--when", required=True, metavar="时间", help="北京时间，如 2026-03-19T09:00。")
@click.option("--place", default="", metavar="地点", help="新的地点；不写则不变。")
@click.option("--reason", required=True, metavar="原因", help="改期的原因。")
@output_option("会议改期通知.docx")
def postpone(number: int, when: str, place: str, reason: str, output: Path) -> None:
    """Another time or place; members who had notice are told."""
    what: dict[str, Any] = {"when": _moment(when), "place": place, "reason": reason}
    with records() as session:
        meeting = meetings.postpone(session, number, **what, **acting())
        if meeting.former:
            _write(session, meeting, "会议改期通知", output)
        show(meeting)


@command.command("leave", cls=ChineseCommand, help="登记请假（会前，须说明原因）。")
@number_argument
@click.option("--agency", required=True, metavar="部门", help="请假单位。")
@click.option("--reason", required=True, metavar="原因", help="请假原因。")
def leave(number: int, agency: str, reason: str) -> None:
    """Leave."""
    with records() as session:
        show(meetings.ask_leave(session, number, agency=agency_id(agency), reason=reason, **acting()))


@command.command("hold", cls=ChineseCommand, help="登记会议召开和出席单位。")
@number_argument
@click.option("--present", multiple=True, metavar="部门", help="出席单位，可写多个；不写则为全部未请假单位。")
def hold(number: int, present: tuple[str, ...]) -> None:
    """Held."""
    with records() as session:
        meeting = MEETINGS.load(session, str(number))
        excused = {x.agency for x in meeting.leaves}
        there = [agency_id(p) for p in present] or [a for a in meeting.invited if a not in excused]
        show(meetings.hold(session, number, present=there, **acting()))


@command.command("decide", cls=ChineseCommand, help="登记议定事项；可附议定文本，附了就重新审查。")
@number_argument
@click.option("--text", required=True, metavar="内容", help="议定内容。")
@click.option("--responsible", required=True, metavar="部门", help="责任单位。")
@click.option("--due", type=DAY, required=True, metavar="日期", help="完成期限。")
@click.option("--case", "case_number", type=int, metavar="事项", help="会商事项编号。")
@click.option("--decided-text", "decided", type=click.Path(path_type=Path), metavar="路径", help="议定文本（.txt）。")
def decide(number: int, text: str, responsible: str, due: date, case_number: int | None, decided: Path | None) -> None:
    """A decision."""
    made: dict[str, Any] = {"text": text, "responsible": agency_id(responsible), "due": due, "case": case_number}
    made["decided_text"] = decided.read_text(encoding="utf-8") if decided else ""
    with records() as session:
        show(meetings.decide(session, number, **made, **acting()))
    if case_number is not None:
        show_rechecked(case_number)


@command.command("cancel", cls=ChineseCommand, help="取消会议；已经通知的，生成会议取消通知。")
@number_argument
@click.option("--reason", required=True, metavar="原因", help="取消原因。")
@output_option("会议取消通知.docx")
def cancel(number: int, reason: str, output: Path) -> None:
    """Called off; members who had notice are told."""
    with records() as session:
        meeting = meetings.cancel(session, number, reason=reason, **acting())
        if meeting.called_off:
            _write(session, meeting, "会议取消通知", output)
        show(meeting)


@command.command("minutes", cls=ChineseCommand, help="印发并生成会议纪要。")
@number_argument
@output_option("会议纪要.docx")
def minutes_(number: int, output: Path) -> None:
    """Minutes."""
    with records() as session:
        meeting = meetings.minute(session, number, **acting())
        _write(session, meeting, "会议纪要", output)
        show(meeting)


@command.command("progress", cls=ChineseCommand, help="登记议定事项的办理情况。")
@number_argument
@click.option("--decision", required=True, type=int, metavar="序号", help="第几项议定事项。")
@click.option("--done", required=True, metavar="情况", help="办理结果。")
def progress(number: int, decision: int, done: str) -> None:
    """Follow-up."""
    with records() as session:
        show(meetings.report_progress(session, number, decision=decision, done=done, **acting()))


@command.command("finish", cls=ChineseCommand, help="全部议定事项办结。")
@number_argument
def finish(number: int) -> None:
    """Follow-up is over."""
    with records() as session:
        show(meetings.finish(session, number, **acting()))


def _write(session: Session, meeting: Meeting, name: str, output: Path) -> None:
    kind = next(k for k, word in MEETING_LETTERS.items() if word == name)
    write_letter(meeting_letter(session, meeting, kind, words(), load_vocabulary(), today()), output)


def show(meeting: Meeting) -> None:
    """One meeting."""
    names = words()
    say(f"第 {meeting.number} 次　{meeting.title}　【{MEETING.states[meeting.state]}】")
    say(f"  {when_text(meeting)}　{meeting.place}")
    for former in meeting.former:
        say(f"  改期前：{moment_text(former.when)}　{former.place}（{former.reason}）")
    for number in meeting.agenda:
        say(f"  议题：第 {number} 号会商事项")
    for leave in meeting.leaves:
        say(f"  请假：{names.name(leave.agency)}（{leave.reason}）")
    for word, agencies in (("出席", meeting.present), ("缺席", meeting.absent)):
        if agencies:
            say(f"  {word}：{names.names(agencies)}")
    for item in meeting.decisions:
        say(f"  {item.number}．{item.text}（{names.name(item.responsible)}，{item.due or '未定期限'}）{item.done}")
    say("  下一步可以：" + ("、".join(s.label for s in MEETING.possible(meeting.state)) or "无"))
