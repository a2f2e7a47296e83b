"""`huishang case`: 政策会商 from a report of findings to the record of its decision."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from api.chinese import ChineseCommand, ChineseGroup
from api.commands import case_steps
from api.commands.records import (
    acting,
    agency_id,
    number_argument,
    output_option,
    records,
    show_case,
    show_log,
    show_step,
    today,
    words,
    write_letter,
)
from api.commands.terminal import say
from api.consulting import open_from_report
from api.projection import put_cases, writing
from api.settings import load_settings
from api.workspace import open_workspace
from checks.waivers import waivers_toml
from consultation import caselog, cases
from consultation.case import Case
from consultation.case_steps import CASE
from consultation.decided import waivers_of_decisions
from consultation.graph import cases_turtle
from consultation.letters.case_letters import request_for_opinion, summary_of_opinions
from consultation.liaison import officers_on
from kg.errors import UsageError

ALL = 1_000_000
STATES = {word: state for state, word in CASE.states.items() if state}


@click.group("case", cls=ChineseGroup, help="政策会商：立项、征求意见、协商、协调、议定、办结。")
def command() -> None:
    """Cases of the workspace."""


@command.command("open", cls=ChineseCommand, help="由 check 或 audit 的 JSON 报告立项，或者用 --draft 仅由草案立项。")
@click.argument("report", required=False, type=click.Path(path_type=Path), metavar="[报告.json]")
@click.option("--title", required=True, metavar="题目", help="事项名称。")
@click.option("--initiator", required=True, metavar="部门", help="发起部门。")
@click.option("--finding", "chosen", multiple=True, metavar="指纹", help="只取这些发现，可写多个；不写则取全部。")
@click.option("--draft", default="", metavar="名称", help="没有发现时，草案的名称。")
@click.option("--participant", "participants", multiple=True, metavar="部门", help="参加单位，可写多个。")
def open_(
    report: Path | None, title: str, initiator: str, chosen: tuple[str, ...], draft: str, participants: tuple[str, ...]
) -> None:
    """A case from findings, or from a draft alone."""
    who: dict[str, Any] = {"title": title, "initiator": agency_id(initiator), **acting()}
    with records() as session:
        if report is None:
            asked = [agency_id(p) for p in participants]
            show_step(cases.open_case(session, draft=draft, participants=asked, **who))
        else:
            show_step(open_from_report(session, _report(report), chosen, **who))


def _report(path: Path) -> dict[str, Any]:
    try:
        data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        data["findings"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{path}：不是审查报告。请用 huishang check … --format json --output 生成。") from error
    return data


@command.command("list", cls=ChineseCommand, help="列出事项，期限最近的在前。")
@click.option(
    "--state",
    "states",
    multiple=True,
    type=click.Choice([*STATES, *STATES.values()]),
    metavar="状态",
    help=f"只列这些状态，可写多个：{'、'.join(STATES)}。",
)
def list_(states: tuple[str, ...]) -> None:
    """Rows."""
    with records() as session:
        for row in caselog.list_cases(session, [STATES.get(s, s) for s in states], limit=ALL):
            due = f"　反馈期限 {row.reply_by}" if row.reply_by else ""
            say(f"{row.number}　【{CASE.states[row.state]}】{row.title}{due}")


@command.command("show", cls=ChineseCommand, help="显示一个事项。")
@number_argument
def show(number: int) -> None:
    """One case."""
    with records() as session:
        show_case(caselog.load(session, number))


@command.command("log", cls=ChineseCommand, help="显示一个事项的全部记录。")
@number_argument
def log(number: int) -> None:
    """The events."""
    with records() as session:
        caselog.load(session, number)
        show_log(session, caselog.stream(number), CASE)


@command.command("letter", cls=ChineseCommand, help="再次生成征求意见函或者意见汇总表。")
@number_argument
@click.argument("kind", type=click.Choice(["征求意见函", "意见汇总表"]))
@output_option("函件.docx")
def letter(number: int, kind: str, output: Path) -> None:
    """A letter once more, as of the day it was sent."""
    with records() as session:
        case = caselog.load(session, number)
        if kind == "意见汇总表":
            write_letter(summary_of_opinions(case, words(), today()), output)
        else:
            day = case.circulated or today()
            officers = officers_on(session, case.circulated_to, day)
            write_letter(request_for_opinion(case, words(), day, officers), output)


@command.command(
    "export", cls=ChineseCommand, help="把全部事项导出为 RDF（Turtle）；--graph 写入工作区的图谱，供 SPARQL 查询。"
)
@click.option("--graph", "into_graph", is_flag=True, help="写入图谱，替换以前写入的事项。")
def export(into_graph: bool) -> None:
    """Cases as RDF."""
    if not into_graph:
        say(cases_turtle(_all_cases()))
        return
    workspace, settings = open_workspace(), load_settings()
    with writing(workspace, settings) as graph:
        count = put_cases(graph, workspace, settings)
    say(f"已写入图谱：{count} 个事项。")


@command.command("waivers", cls=ChineseCommand, help="由议定事项生成豁免文件，供 check --waivers 使用。")
@output_option("豁免.toml")
def waivers(output: Path) -> None:
    """What was decided to stay, with the decision as the reason."""
    write_letter(waivers_toml(waivers_of_decisions(_all_cases())).encode(), output)


def _all_cases() -> list[Case]:
    with records() as session:
        return caselog.all_cases(session)


for step in case_steps.COMMANDS:
    command.add_command(step)
