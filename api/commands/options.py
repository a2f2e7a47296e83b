"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from api.commands.terminal import DAY, say
from api.export.formats import FORMATS, rendered, workbook
from api.pipeline import Report
from checks.base import Severity
from checks.registry import all_checks
from checks.runner import Selection, check_matches
from kg.errors import UsageError

F = TypeVar("F", bound=Callable[..., Any])
SEVERITIES = {"error": Severity.ERROR, "warning": Severity.WARNING, "info": Severity.INFO}


def base_option(function: F) -> F:
    """--base."""
    return click.option(
        "--base",
        "base",
        multiple=True,
        type=click.Path(path_type=Path),
        metavar="路径…",
        help="现行文件或文件夹，可写多个；不写则用工作区。",
    )(function)


def when_where(function: F) -> F:
    """--at and --region."""
    function = click.option("--region", metavar="代码", help="行政区划代码（GB/T 2260），不写则由草案判断。")(function)
    return click.option("--at", type=DAY, metavar="日期", help="以哪一天的现行规定为准，不写则为今天。")(function)


def selecting(function: F) -> F:
    """--select, --ignore, --severity."""
    for option in (
        click.option(
            "--severity", type=click.Choice(list(SEVERITIES)), default="info", help="只列出不低于此级别的发现。"
        ),
        click.option("--ignore", multiple=True, metavar="编号", help="不运行的检查，如 OV03 或 overlap。"),
        click.option("--select", multiple=True, metavar="编号", help="只运行的检查，如 CF 或 gap.bracket。"),
    ):
        function = option(function)
    return function


def printing(function: F) -> F:
    """--format, --output, --xlsx."""
    path = click.Path(path_type=Path)
    for option in (
        click.option("--xlsx", type=path, metavar="路径", help="另存一份电子表格。"),
        click.option("--output", type=path, metavar="路径", help="写入文件；不写则输出到屏幕。"),
        click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", help="输出格式。"),
    ):
        function = option(function)
    return function


def emit(report: Report, form: str, output: Path | None, spreadsheet: Path | None) -> None:
    """Print or write the report."""
    if spreadsheet is not None:
        spreadsheet.write_bytes(workbook(report))
    text = rendered(report, form)
    if output is not None:
        output.write_text(text, encoding="utf-8")
    elif text:
        say(text)


def selection_of(select: tuple[str, ...], ignore: tuple[str, ...], severity: str) -> Selection:
    """The runner's selection; raises UsageError where a word names no check."""
    return Selection(_named(select), _named(ignore), SEVERITIES[severity])


def _named(words: tuple[str, ...]) -> tuple[str, ...]:
    """What `OV01,CF` or several options name, each the beginning of a code or name of some check."""
    patterns = tuple(part.strip() for word in words for part in word.replace("，", ",").split(",") if part.strip())
    known = [check_matches(check) for check in all_checks()]
    for pattern in patterns:
        if not any(matches(pattern) for matches in known):
            hint = "请写编号（如 CF01）或者名称（如 gap.bracket），huishang checks 可列出"
            raise UsageError(f"没有“{pattern}”这样的检查。{hint}。")
    return patterns


def exit_status(report: Report) -> int:
    """0 without a finding of severity error, 1 with at least one."""
    return int(report.run.worst() is Severity.ERROR)
