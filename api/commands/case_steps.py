"""`huishang case …`: a command for each step of `api.steps`, its options made from the step's fields."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from sqlalchemy.orm import Session

from api.chinese import ChineseCommand
from api.commands.records import (
    agency_id,
    desk,
    number_argument,
    output_option,
    records,
    show_rechecked,
    show_step,
    today,
    words,
    write_letter,
)
from api.commands.terminal import DAY, say
from api.steps import DECIDING, STEPS, CaseStep, Field, take
from consultation import caselog, tracks
from consultation.case import STANCES, Case
from consultation.case_steps import CASE
from consultation.letters.case_letters import request_for_opinion, summary_of_opinions
from consultation.liaison import officers_on

STANCE = {word: stance for stance, word in STANCES.items()}
STATUS = {word: status for status, word in tracks.GATE_WORDS.items()}
TYPES: dict[str, Any] = {"day": DAY, "stance": click.Choice(list(STANCE)), "text": click.Path(path_type=Path)}
METAVARS = {"words": "内容", "day": "日期", "agency": "部门", "finding": "指纹", "text": "路径"}
VALUES: dict[str, Callable[[Any], Any]] = {
    "agency": agency_id,
    "stance": STANCE.__getitem__,
    "text": lambda path: path.read_text(encoding="utf-8"),
}


def _request(session: Session, case: Case) -> bytes:
    return request_for_opinion(case, words(), today(), officers_on(session, case.circulated_to, today()))


def _summary(_: Session, case: Case) -> bytes:
    return summary_of_opinions(case, words(), today())


LETTERS = {"circulate": ("征求意见函", _request), "consult": ("意见汇总表", _summary)}


def _command(action: str, step: CaseStep) -> click.Command:
    def run(number: int, output: Path | None = None, **given: Any) -> None:
        with records() as session:
            case = take(desk(session), number, action, {f.name: _value(f, given[f.name]) for f in step.fields})
            if output:
                write_letter(LETTERS[action][1](session, case), output)
            show_step(case)
        if action in DECIDING:
            show_rechecked(number)

    made: Callable[..., None] = run
    if action in LETTERS:
        made = output_option(f"{LETTERS[action][0]}.docx")(made)
    for field in reversed(step.fields):
        made = _option(field)(made)
    return click.command(action, cls=ChineseCommand, help=_told(action))(number_argument(made))


def _told(action: str) -> str:
    letter = f"，并生成{LETTERS[action][0]}" if action in LETTERS else ""
    again = "；可附议定文本，附了就重新审查" if action in DECIDING else ""
    return f"{CASE.label(action)}{letter}{again}。"


def _option(field: Field) -> Callable[[Any], Any]:
    name, kind = f"--{(field.option or field.name).replace('_', '-')}", TYPES.get(field.kind, str)
    told: dict[str, Any] = {"metavar": METAVARS.get(field.kind), "help": f"{field.word}。"}
    empty: dict[str, Any] = {} if field.needed else {"default": None if field.kind in TYPES else ""}
    return click.option(name, field.name, type=kind, required=field.needed, **told, **empty)


def _value(field: Field, given: Any) -> Any:
    if given is None:
        return "" if field.kind == "text" else None
    return VALUES[field.kind](given) if field.kind in VALUES else given


@click.command("gate", cls=ChineseCommand, help="登记出台前程序（设定 gates 启用）；不写程序名称则列出各程序的状态。")
@number_argument
@click.argument("gate", required=False, metavar="[程序]")
@click.option("--status", type=click.Choice(list(STATUS)), default="已提请", help="状态。")
@click.option("--reason", default="", metavar="内容", help="说明；未通过的须写原因。")
def gate(number: int, gate: str | None, status: str, reason: str) -> None:
    """One gate moved, or how all in use stand."""
    with records() as session:
        here = desk(session)
        case = caselog.load(session, number)
        if gate:
            case = take(here, number, "gate", {"gate": gate, "status": STATUS[status], "reason": reason})
    for known in here.gates:
        mark = case.gates.get(known.id)
        due = f"　期限 {mark.due}" if mark and mark.due and mark.status == "asked" else ""
        say(f"{known.name}　{tracks.GATE_WORDS[tracks.gate_status(case, known)]}{due}")
    if not here.gates:
        say("没有启用出台前程序。可以用设定 gates 启用。")


COMMANDS = (*(_command(action, step) for action, step in STEPS.items() if action != "gate"), gate)
