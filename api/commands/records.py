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
from api.consulting import words_of
from api.database import database_url
from api.settings import load_settings
from api.workspace import open_workspace
from consultation.case import Case
from consultation.case_steps import CASE
from consultation.database import open_database, transaction
from consultation.letters.meeting_letters import CHINA
from consultation.letters.words import Words
from kg.errors import UsageError
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


def words() -> Words:
    """Names for letters."""
    return words_of(load_vocabulary(), load_settings())


def agency_id(value: str) -> str:
    """An agency's id from its id or its Chinese name. Raises UsageError where there is none."""
    vocabulary = load_vocabulary()
    if value in vocabulary.of("agency"):
        return value
    for surface, id_ in vocabulary.surfaces("agency"):
        if surface == value:
            return id_
    raise UsageError(f"词表里没有部门“{value}”。请改用部门的编号或规范名称。")


def write_letter(data: bytes, output: Path) -> None:
    """A letter to a file."""
    output.write_bytes(data)
    say(f"已生成：{output}")


def today() -> date:
    """The day in China, where the office sits."""
    return datetime.now(CHINA).date()


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
    if case.decision:
        say(f"  议定：{case.decision.text}")


def number_argument(function: F) -> F:
    """The number of a case or a meeting."""
    return click.argument("number", type=int, metavar="编号")(function)


def output_option(default: str) -> Callable[[F], F]:
    """Where a letter is written."""
    path = click.Path(path_type=Path)
    return click.option(
        "--output", type=path, default=Path(default), metavar="路径", help=f"写到哪里，默认 {default}。"
    )
