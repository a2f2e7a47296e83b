"""What the consultation commands share: the database, who acts, numbers and letters."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click
from sqlalchemy.orm import Session

from api.commands.terminal import say
from api.consulting import agency_of, recheck_decided, words_of
from api.database import database_url
from api.library import Library
from api.settings import load_settings
from api.steps import Desk
from api.workspace import open_workspace
from consultation.calendar import CHINA, china_day
from consultation.case import STANCES, Case
from consultation.case_steps import CASE
from consultation.database import open_database, transaction
from consultation.events import events_of
from consultation.letters.words import Words
from consultation.machine import Machine
from ontology.vocabulary import load_vocabulary

F = TypeVar("F", bound=Callable[..., Any])


@contextmanager
def records() -> Iterator[Session]:
    """A transaction on the workspace's records: all or nothing."""
    with transaction(open_database(database_url(load_settings(), open_workspace()))) as session:
        yield session


def acting() -> dict[str, Any]:
    """Who acts now; HUISHANG_BY names the person where the login name does not."""
    return {"by": os.environ.get("HUISHANG_BY") or getpass.getuser(), "at": datetime.now(UTC)}


def desk(session: Session) -> Desk:
    """Where the person at the command line acts."""
    return Desk(session, load_settings(), acting())


def words() -> Words:
    """Names for letters."""
    return words_of(load_vocabulary(), load_settings())


def agency_id(value: str) -> str:
    """An agency's id from its id or its Chinese name. Raises UsageError where there is none."""
    return agency_of(load_vocabulary(), value)


def write_letter(data: bytes, output: Path) -> None:
    """A letter to a file."""
    output.write_bytes(data)
    say(f"已生成：{output}")


def today() -> date:
    """The day in China, where the office sits."""
    return china_day(datetime.now(UTC))


def show_log(session: Session, stream: str, machine: Machine) -> None:
    """Everything on record of a case or a meeting: when (in China), who, which step, from where to where, why."""
    for event in events_of(session, stream):
        moved = f"{machine.states[event.before]}→{machine.states[event.after]}" if event.before != event.after else ""
        when = f"{event.at.astimezone(CHINA):%Y-%m-%d %H:%M}"
        said = (str(event.seq), when, event.by, machine.label(event.action), moved, event.reason)
        say("　".join(part for part in said if part))


def show_step(case: Case) -> None:
    """Where a case stands after a step and what can be done next."""
    names = words().names
    say(f"第 {case.number} 号　{case.title}　【{CASE.states[case.state]}】")
    if case.state == "circulated":
        say(f"  反馈期限：{case.reply_by or '未定'}；未反馈：{names(case.silent()) or '无'}")
    say("  下一步可以：" + ("、".join(s.label for s in CASE.possible(case.state)) or "无"))


def show_case(case: Case) -> None:
    """One case in full."""
    show_step(case)
    say(f"  参加单位：{words().names(case.participants) or '未明确'}")
    for finding in case.findings:
        say(f"  {finding.id}　{finding.message}" + (f"　结论：{finding.outcome}" if finding.outcome else ""))
    for opinion in case.standing():
        say(f"  {words().name(opinion.agency)}：{STANCES[opinion.stance]}　{opinion.text}".rstrip("　"))
    if case.interested or words().interested(case.participants):
        say("  领导小组办公室所在部门为本事项当事一方。")
    if case.decision:
        say(f"  议定：{case.decision.text}")
    if case.recheck:
        for _, message in (*case.recheck.standing, *case.recheck.new):
            say(f"  议定文本仍存在：{message}")


def show_rechecked(number: int) -> None:
    """Check the text that was decided, put the outcome on record and show what still stands."""
    with records() as session:
        found = recheck_decided(session, number, Library(open_workspace()), **acting())
    if found is None:
        return
    gone, still, new = len(found.settled), len(found.standing), len(found.new)
    say(f"议定文本重新审查：已消除 {gone} 条，仍然存在 {still} 条，新增 {new} 条。")
    for finding in (*found.standing, *found.new):
        say(f"  {finding['message']}")


def number_argument(function: F) -> F:
    """The number of a case or a meeting."""
    return click.argument("number", type=int, metavar="编号")(function)


def output_option(default: str) -> Callable[[F], F]:
    """Where a letter is written."""
    path = click.Path(path_type=Path)
    return click.option(
        "--output", type=path, default=Path(default), metavar="路径", help=f"写到哪里，默认 {default}。"
    )
