"""`huishang bulletin`: the bulletin of a quarter."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from api.chinese import ChineseCommand
from api.commands.records import acting, output_option, records, today, words, write_letter
from api.commands.report import quarter_of
from api.consulting import members_of
from api.coverage_changes import changes_of_quarter
from api.library import Library
from api.settings import load_settings
from api.workspace import open_workspace
from consultation.bulletin import compile_bulletin
from consultation.letters.bulletin_letter import bulletin_letter


@click.command("bulletin", cls=ChineseCommand, help="由本季度报送编印工作简报（.docx）。")
@click.option("--quarter", metavar="年-季", help="如 2026-1；默认最近结束的季度。")
@click.option("--number", type=int, default=1, metavar="期号", help="第几期。")
@output_option("工作简报.docx")
def command(quarter: str | None, number: int, output: Path) -> None:
    """Compile and write."""
    year, part = quarter_of(quarter)
    changed = changes_of_quarter(Library(open_workspace()), year, part)
    what: dict[str, Any] = {"members": members_of(load_settings()), "year": year, "quarter": part, "coverage": changed}
    with records() as session:
        made = compile_bulletin(session, **what, **acting())
        write_letter(bulletin_letter(made, words(), today(), number), output)
