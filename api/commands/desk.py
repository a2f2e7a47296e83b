"""`huishang desk`: what is due today, this week, overdue."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import click

from api.chinese import ChineseCommand
from api.commands.records import records, today, words, write_letter
from api.commands.terminal import DAY, say
from api.consulting import members_of
from api.settings import load_settings
from consultation.desk import PHASES, due_items, ics, phase


@click.command("desk", cls=ChineseCommand, help="办公室待办：今天、本周、逾期；可导出日历（.ics）。")
@click.option("--at", "day", type=DAY, metavar="日期", help="哪一天，默认今天。")
@click.option("--ics", "calendar", type=click.Path(path_type=Path), metavar="路径", help="另存为日历文件。")
def command(day: date | None, calendar: Path | None) -> None:
    """Everything with a date."""
    now, names = day or today(), words()
    with records() as session:
        items = due_items(session, members_of(load_settings()), now)
    for item in items:
        say(f"【{PHASES[phase(item, now)]}】{item.day}　{item.title}　{names.names(item.who)}")
    if calendar is not None:
        write_letter(ics(items, names.names, datetime.now(UTC)), calendar)
