"""`huishang case …`: legality review, the 机构编制 track, gates before issue, closing."""

from __future__ import annotations

from typing import Any

import click

from api.chinese import ChineseCommand
from api.commands.records import acting, number_argument, records, show_step
from api.commands.terminal import say
from api.consulting import gates_of
from api.settings import load_settings
from consultation import caselog, tracks

BY_WORD = {word: status for status, word in tracks.GATE_WORDS.items()}


@click.command("review", cls=ChineseCommand, help="登记合法性审核结论。")
@number_argument
@click.option("--finding", required=True, metavar="指纹", help="哪一条发现。")
@click.option("--outcome", required=True, metavar="结论", help="审核结论。")
def review(number: int, finding: str, outcome: str) -> None:
    """The outcome of legality review."""
    with records() as session:
        show_step(tracks.record_review(session, number, finding=finding, outcome=outcome, **acting()))


@click.command("staffing", cls=ChineseCommand, help="登记机构编制程序的办理结果。")
@number_argument
@click.option("--finding", required=True, metavar="指纹", help="哪一条发现。")
@click.option("--outcome", required=True, metavar="结果", help="办理结果。")
def staffing(number: int, finding: str, outcome: str) -> None:
    """The outcome of the staffing track."""
    with records() as session:
        show_step(tracks.record_staffing(session, number, finding=finding, outcome=outcome, **acting()))


@click.command("gate", cls=ChineseCommand, help="登记出台前程序（设定 gates 启用）；不写程序名称则列出各程序的状态。")
@number_argument
@click.argument("gate", required=False, metavar="[程序]")
@click.option("--status", type=click.Choice(list(BY_WORD)), default="已提请", help="状态。")
@click.option("--reason", default="", metavar="内容", help="说明；未通过的须写原因。")
def gate(number: int, gate: str | None, status: str, reason: str) -> None:
    """One gate moved, or how all in use stand."""
    gates = gates_of(load_settings())
    with records() as session:
        case = caselog.load(session, number)
        if gate:
            moved: dict[str, Any] = {"gate": gate, "status": BY_WORD[status], "reason": reason, **acting()}
            case = tracks.set_gate(session, number, gates=gates, **moved)
    for known in gates:
        mark = case.gates.get(known.id)
        due = f"　期限 {mark.due}" if mark and mark.due and mark.status == "asked" else ""
        say(f"{known.name}　{tracks.GATE_WORDS[tracks.gate_status(case, known)]}{due}")
    if not gates:
        say("没有启用出台前程序。可以用设定 gates 启用。")


@click.command("close", cls=ChineseCommand, help="办结事项。")
@number_argument
def close(number: int) -> None:
    """Closed for good."""
    with records() as session:
        show_step(tracks.close(session, number, gates=gates_of(load_settings()), **acting()))


COMMANDS = (review, staffing, gate, close)
