"""`huishang case …`: the steps from circulation to the decision, one command each."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from api.chinese import ChineseCommand
from api.commands.records import (
    acting,
    agency_id,
    number_argument,
    output_option,
    records,
    show_rechecked,
    show_step,
    today,
    words,
    write_letter,
)
from api.commands.terminal import DAY
from api.consulting import members_of
from api.settings import load_settings
from consultation import cases
from consultation.calendar import Count, add_days
from consultation.case import STANCES
from consultation.letters.case_letters import request_for_opinion, summary_of_opinions
from consultation.liaison import officers_on

BY_WORD = {word: stance for stance, word in STANCES.items()}


@click.command("circulate", cls=ChineseCommand, help="通报各成员单位征求意见，并生成征求意见函。")
@number_argument
@click.option("--reply-by", type=DAY, metavar="日期", help="反馈期限；不写则按设定的工作日计算。")
@output_option("征求意见函.docx")
def circulate(number: int, reply_by: date | None, output: Path) -> None:
    """To all members."""
    settings = load_settings()
    until = reply_by or add_days(today(), settings.reply_days, Count.WORKING)
    with records() as session:
        case = cases.circulate(session, number, to=members_of(settings), reply_by=until, **acting())
        officers = officers_on(session, case.circulated_to, today())
        write_letter(request_for_opinion(case, words(), today(), officers), output)
        show_step(case)


@click.command("opine", cls=ChineseCommand, help="登记一个单位的意见。")
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


@click.command("consult", cls=ChineseCommand, help="转入共同协商，并生成意见汇总表。")
@number_argument
@output_option("意见汇总表.docx")
def consult(number: int, output: Path) -> None:
    """All have replied, or the date is past."""
    with records() as session:
        case = cases.consult(session, number, silence_days=load_settings().silence_days, **acting())
        write_letter(summary_of_opinions(case, words(), today()), output)
        show_step(case)


@click.command("agree", cls=ChineseCommand, help="确认协商一致；可附议定文本，附了就重新审查。")
@number_argument
@click.option("--decision", required=True, metavar="内容", help="协商一致的内容。")
@click.option("--text", "decided", type=click.Path(path_type=Path), metavar="路径", help="议定文本（.txt）。")
def agree(number: int, decision: str, decided: Path | None) -> None:
    """Agreement."""
    text = decided.read_text(encoding="utf-8") if decided else ""
    with records() as session:
        show_step(cases.agree(session, number, decision=decision, decided_text=text, **acting()))
    show_rechecked(number)


@click.command("disagree", cls=ChineseCommand, help="确认存在分歧。")
@number_argument
@click.option("--reason", required=True, metavar="内容", help="分歧内容。")
def disagree(number: int, reason: str) -> None:
    """Disagreement."""
    with records() as session:
        show_step(cases.disagree(session, number, reason=reason, **acting()))


@click.command("resume", cls=ChineseCommand, help="继续协商。")
@number_argument
@click.option("--reason", default="", metavar="内容", help="说明。")
def resume(number: int, reason: str) -> None:
    """Back to the table."""
    with records() as session:
        show_step(cases.resume(session, number, reason=reason, **acting()))


@click.command("coordinate", cls=ChineseCommand, help="提交办公室协调：须同时写明分歧大和涉及大局的理由。")
@number_argument
@click.option("--large", required=True, metavar="理由", help="分歧大的理由。")
@click.option("--overall", required=True, metavar="理由", help="涉及大局的理由。")
def coordinate(number: int, large: str, overall: str) -> None:
    """The office coordinates."""
    office = load_settings().office_agency
    with records() as session:
        show_step(cases.coordinate(session, number, large=large, overall=overall, office_agency=office, **acting()))


@click.command("submit", cls=ChineseCommand, help="提请联席会议审议。")
@number_argument
@click.option("--reason", required=True, metavar="理由", help="提请审议的必要性。")
def submit(number: int, reason: str) -> None:
    """To the conference."""
    with records() as session:
        show_step(cases.submit(session, number, reason=reason, **acting()))


@click.command("settle", cls=ChineseCommand, help="登记议定事项；可附议定文本，附了就重新审查。")
@number_argument
@click.option("--decision", required=True, metavar="内容", help="议定内容。")
@click.option("--responsible", required=True, metavar="部门", help="责任单位。")
@click.option("--due", type=DAY, metavar="日期", help="完成期限。")
@click.option("--text", "decided", type=click.Path(path_type=Path), metavar="路径", help="议定文本（.txt）。")
def settle(number: int, decision: str, responsible: str, due: date | None, decided: Path | None) -> None:
    """A decision."""
    text = decided.read_text(encoding="utf-8") if decided else ""
    made: dict[str, Any] = {"decision": decision, "responsible": agency_id(responsible), "due": due}
    with records() as session:
        show_step(cases.settle(session, number, decided_text=text, **made, **acting()))
    show_rechecked(number)


@click.command("return", cls=ChineseCommand, help="联席会议审议后退回重新研究。")
@number_argument
@click.option("--reason", required=True, metavar="理由", help="退回理由。")
def return_(number: int, reason: str) -> None:
    """Sent back."""
    with records() as session:
        show_step(cases.send_back(session, number, reason=reason, **acting()))


@click.command("escalate", cls=ChineseCommand, help="联席会议审议后报请政府决定。")
@number_argument
@click.option("--reason", required=True, metavar="理由", help="报请理由。")
def escalate(number: int, reason: str) -> None:
    """To the government."""
    with records() as session:
        show_step(cases.escalate(session, number, reason=reason, **acting()))


@click.command("withdraw", cls=ChineseCommand, help="撤回事项。")
@number_argument
@click.option("--reason", required=True, metavar="理由", help="撤回理由。")
def withdraw(number: int, reason: str) -> None:
    """Taken back."""
    with records() as session:
        show_step(cases.withdraw(session, number, reason=reason, **acting()))


COMMANDS = (
    *(circulate, opine, consult, agree, disagree, resume, coordinate, submit),
    *(settle, return_, escalate, withdraw),
)
