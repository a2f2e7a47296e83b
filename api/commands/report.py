"""`huishang report`: quarterly reports and major events of the members."""

from __future__ import annotations

from datetime import date

import click

from api.chinese import ChineseCommand, ChineseGroup
from api.commands.records import acting, agency_id, records, today, words
from api.commands.terminal import DAY, say
from api.consulting import members_of
from api.settings import load_settings
from consultation import reports
from consultation.calendar import last_finished_quarter, quarter_deadline
from consultation.reports import DUE_WORDS, HEADINGS
from kg.errors import UsageError


@click.group("report", cls=ChineseGroup, help="信息报送：季度情况和重大情况。")
def command() -> None:
    """Reports of the members."""


@command.command("submit", cls=ChineseCommand, help=f"报送季度情况，按“{'、'.join(HEADINGS)}”六项。")
@click.option("--agency", required=True, metavar="部门", help="报送单位。")
@click.option("--quarter", metavar="年-季", help="如 2026-1；默认最近结束的季度。")
@click.option("--section", "sections", multiple=True, required=True, metavar="栏目=内容", help="可写多个。")
def submit(agency: str, quarter: str | None, sections: tuple[str, ...]) -> None:
    """One quarter of one member."""
    year, number = quarter_of(quarter)
    pairs = dict(s.split("=", 1) for s in sections if "=" in s)
    with records() as session:
        reports.submit(session, agency=agency_id(agency), year=year, quarter=number, sections=pairs, **acting())
    say(f"已报送：{agency} {year} 年第 {number} 季度")


@command.command("event", cls=ChineseCommand, help="报送重大情况。")
@click.option("--agency", required=True, metavar="部门", help="报送单位。")
@click.option("--title", required=True, metavar="标题", help="标题。")
@click.option("--text", required=True, metavar="内容", help="内容。")
def event(agency: str, title: str, text: str) -> None:
    """A major event."""
    with records() as session:
        reports.report_event(session, agency=agency_id(agency), title=title, text=text, **acting())
    say(f"已报送重大情况：{title}")


@command.command("status", cls=ChineseCommand, help="列出各成员单位的报送情况。")
@click.option("--quarter", metavar="年-季", help="如 2026-1；默认最近结束的季度。")
@click.option("--at", "day", type=DAY, metavar="日期", help="哪一天，默认今天。")
def status(quarter: str | None, day: date | None) -> None:
    """Who has reported."""
    year, number = quarter_of(quarter)
    say(f"{year} 年第 {number} 季度，应于 {quarter_deadline(year, number)} 前报送")
    with records() as session:
        found = reports.standing(session, members_of(load_settings()), year, number, day or today())
        for agency, due in found.items():
            say(f"{words().name(agency)}　{DUE_WORDS[due]}")


def quarter_of(text: str | None) -> tuple[int, int]:
    """2026-1 as numbers; the quarter that ended last without a text. Raises UsageError."""
    if text is None:
        return last_finished_quarter(today())
    try:
        year, number = map(int, text.split("-"))
        quarter_deadline(year, number)
    except ValueError:
        raise UsageError(f"“{text}”不是季度，应写作 2026-1 的形式。") from None
    return year, number
