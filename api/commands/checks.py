"""`huishang checks`: the list of checks."""

from __future__ import annotations

import click

from api.chinese import ChineseCommand
from api.commands.terminal import say
from api.export.report import FAMILY_WORDS, SEVERITY_WORDS
from checks.registry import all_checks


@click.command("checks", cls=ChineseCommand, help="列出全部检查项：编号、名称、级别和说明。")
@click.option("--markdown", is_flag=True, help="以 Markdown 表格输出。")
def command(markdown: bool) -> None:
    """One line a check."""
    if markdown:
        say("| 编号 | 名称 | 类别 | 级别 | 内容 |\n|---|---|---|---|---|")
    for check in all_checks():
        cells = (check.code, check.name, FAMILY_WORDS[check.family], SEVERITY_WORDS[check.severity][0], check.title)
        say(f"| {' | '.join(cells)} |" if markdown else "　".join(cells))
