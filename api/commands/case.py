"""`huishang case`: 政策会商 from a report of findings to the record of its decision."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import click

from api.chinese import ChineseCommand, ChineseGroup
from api.commands.records import (
    acting,
    agency_id,
    number_argument,
    output_option,
    records,
    show_case,
    show_step,
    today,
    words,
    write_letter,
)
from api.commands.terminal import DAY, say
from api.consulting import members_of, open_from_report, recheck
from api.library import Library
from api.settings import load_settings
from api.workspace import open_workspace
from consultation import cases
from consultation.calendar import Count, add_days
from consultation.case import STANCES
from consultation.case_steps import CASE
from consultation.events import events_of
from consultation.graph import cases_turtle
from consultation.letters.case_letters import request_for_opinion, summary_of_opinions
from kg.errors import UsageError

BY_WORD = {word: stance for stance, word in STANCES.items()}


@click.group("case", cls=ChineseGroup, help="政策会商：立项、征求意见、协商、协调、议定、办结。")
def command() -> None:
    """Cases of the workspace."""


@command.command("open", cls=ChineseCommand, help="由 check 或 audit 的 JSON 报告立项。")
@click.argument("report", type=click.Path(path_type=Path), metavar="报告.json")
@click.option("--title", required=True, metavar="题目", help="事项名称。")
@click.option("--initiator", required=True, metavar="部门", help="发起部门。")
@click.option("--finding", "chosen", multiple=True, metavar="指纹", help="只取这些发现，可写多个；不写则取全部。")
def open_(report: Path, title: str, initiator: str, chosen: tuple[str, ...]) -> None:
    """A case from findings."""
    try:
        data = json.loads(report.read_text(encoding="utf-8"))
        data["findings"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{report}：不是审查报告。请用 huishang check … --format json --output 生成。") from error
    with records() as session:
        show_step(open_from_report(session, data, chosen, title=title, initiator=agency_id(initiator), **acting()))


@command.command("list", cls=ChineseCommand, help="列出事项，期限最近的在前。")
@click.option(
    "--state", "states", multiple=True, type=click.Choice([s for s in CASE.states if s]), help="只列这些状态。"
)
def list_(states: tuple[str, ...]) -> None:
    """Rows."""
    with records() as session:
        for row in cases.list_cases(session, states, limit=1000):
            due = f"　反馈期限 {row.reply_by}" if row.reply_by else ""
            say(f"{row.number}　【{CASE.states[row.state]}】{row.title}{due}")


@command.command("show", cls=ChineseCommand, help="显示一个事项。")
@number_argument
def show(number: int) -> None:
    """One case."""
    with records() as session:
        show_case(cases.load(session, number))


@command.command("log", cls=ChineseCommand, help="显示一个事项的全部记录。")
@number_argument
def log(number: int) -> None:
    """The events."""
    with records() as session:
        for event in events_of(session, cases.stream(number)):
            step = next(s.label for s in CASE.steps if s.action == event.action)
            say(f"{event.seq}　{event.at:%Y-%m-%d %H:%M}　{event.by}　{step}　{event.reason}".rstrip("　"))


@command.command("circulate", cls=ChineseCommand, help="通报各成员单位征求意见，并生成征求意见函。")
@number_argument
@click.option("--reply-by", type=DAY, metavar="日期", help="反馈期限；不写则按设定的工作日计算。")
@output_option("征求意见函.docx")
def circulate(number: int, reply_by: date | None, output: Path) -> None:
    """To all members."""
    settings = load_settings()
    until = reply_by or add_days(today(), settings.reply_days, Count.WORKING)
    with records() as session:
        case = cases.circulate(session, number, to=members_of(settings), reply_by=until, **acting())
        write_letter(request_for_opinion(case, words(), today()), output)
        show_step(case)


@command.command("opine", cls=ChineseCommand, help="登记一个单位的意见。")
@number_argument
@click.option("--agency", required=True, metavar="部门", help="提出意见的部门。")
@click.option("--stance", required=True, type=click.Choice(list(BY_WORD)), help="意见。")
@click.option("--text", default="", metavar="内容", help="理由或者修改意见。")
@click.option("--finding", default="", metavar="指纹", help="只针对这条发现。")
def opine(number: int, agency: str, stance: str, text: str, finding: str) -> None:
    """An opinion."""
    said: dict[str, Any] = {"agency": agency_id(agency), "stance": BY_WORD[stance], "text": text, "finding": finding}
    with records() as session:
        show_step(cases.opine(session, number, **said, **acting()))


@command.command("consult", cls=ChineseCommand, help="转入共同协商，并生成意见汇总表。")
@number_argument
@output_option("意见汇总表.docx")
def consult(number: int, output: Path) -> None:
    """All have replied, or the date is past."""
    with records() as session:
        case = cases.consult(session, number, **acting())
        write_letter(summary_of_opinions(case, words(), today()), output)
        show_step(case)


@command.command("agree", cls=ChineseCommand, help="确认协商一致；可附议定文本，附了就重新审查。")
@number_argument
@click.option("--decision", required=True, metavar="内容", help="协商一致的内容。")
@click.option("--text", "decided", type=click.Path(path_type=Path), metavar="路径", help="议定文本（.txt）。")
def agree(number: int, decision: str, decided: Path | None) -> None:
    """Agreement."""
    text = decided.read_text(encoding="utf-8") if decided else ""
    with records() as session:
        case = cases.agree(session, number, decision=decision, decided_text=text, **acting())
        show_step(case)
    if text:
        _show_rechecked(number, text)


@command.command("disagree", cls=ChineseCommand, help="确认存在分歧。")
@number_argument
@click.option("--reason", required=True, metavar="内容", help="分歧内容。")
def disagree(number: int, reason: str) -> None:
    """Disagreement."""
    with records() as session:
        show_step(cases.disagree(session, number, reason=reason, **acting()))


@command.command("coordinate", cls=ChineseCommand, help="提交办公室协调：须同时写明分歧大和涉及大局的理由。")
@number_argument
@click.option("--large", required=True, metavar="理由", help="分歧大的理由。")
@click.option("--overall", required=True, metavar="理由", help="涉及大局的理由。")
def coordinate(number: int, large: str, overall: str) -> None:
    """The office coordinates."""
    with records() as session:
        show_step(cases.coordinate(session, number, large=large, overall=overall, **acting()))


@command.command("submit", cls=ChineseCommand, help="提请联席会议审议。")
@number_argument
@click.option("--reason", required=True, metavar="理由", help="提请审议的必要性。")
def submit(number: int, reason: str) -> None:
    """To the conference."""
    with records() as session:
        show_step(cases.submit(session, number, reason=reason, **acting()))


@command.command("settle", cls=ChineseCommand, help="登记议定事项；可附议定文本，附了就重新审查。")
@number_argument
@click.option("--decision", required=True, metavar="内容", help="议定内容。")
@click.option("--responsible", required=True, metavar="部门", help="责任单位。")
@click.option("--due", type=DAY, metavar="日期", help="完成期限。")
@click.option("--text", "decided", type=click.Path(path_type=Path), metavar="路径", help="议定文本（.txt）。")
def settle(number: int, decision: str, responsible: str, due: date | None, decided: Path | None) -> None:
    """A decision."""
    text = decided.read_text(encoding="utf-8") if decided else ""
    made: dict[str, Any] = {
        "decision": decision,
        "responsible": agency_id(responsible),
        "due": due,
        "decided_text": text,
    }
    with records() as session:
        show_step(cases.settle(session, number, **made, **acting()))
    if text:
        _show_rechecked(number, text)


@command.command("review", cls=ChineseCommand, help="登记合法性审核结论。")
@number_argument
@click.option("--finding", required=True, metavar="指纹", help="哪一条发现。")
@click.option("--outcome", required=True, metavar="结论", help="审核结论。")
def review(number: int, finding: str, outcome: str) -> None:
    """The outcome of legality review."""
    with records() as session:
        show_step(cases.record_review(session, number, finding=finding, outcome=outcome, **acting()))


@command.command("close", cls=ChineseCommand, help="办结事项。")
@number_argument
def close(number: int) -> None:
    """Closed for good."""
    gates = [g.strip() for g in load_settings().gates.split(",") if g.strip()]
    with records() as session:
        show_step(cases.close(session, number, gates=gates, **acting()))


@command.command("withdraw", cls=ChineseCommand, help="撤回事项。")
@number_argument
@click.option("--reason", required=True, metavar="理由", help="撤回理由。")
def withdraw(number: int, reason: str) -> None:
    """Taken back."""
    with records() as session:
        show_step(cases.withdraw(session, number, reason=reason, **acting()))


@command.command("export", cls=ChineseCommand, help="把全部事项导出为 RDF（Turtle）。")
def export() -> None:
    """Cases as RDF."""
    with records() as session:
        rows = cases.list_cases(session, limit=1_000_000)
        say(cases_turtle(cases.load(session, row.number) for row in rows))


def _show_rechecked(number: int, text: str) -> None:
    with records() as session:
        result = recheck(cases.load(session, number), Library(open_workspace()), text)
    gone, still, new = len(result.settled), len(result.standing), len(result.new)
    say(f"议定文本重新审查：已消除 {gone} 条，仍然存在 {still} 条，新增 {new} 条。")
    for finding in (*result.standing, *result.new):
        say(f"  {finding['message']}")
