"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from api.commands.terminal import DAY
from api.pipeline import Report
from checks.base import Severity
from checks.runner import Selection

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


def selection_of(select: tuple[str, ...], ignore: tuple[str, ...], severity: str) -> Selection:
    """The runner's selection."""
    return Selection(select, ignore, SEVERITIES[severity])


def exit_status(report: Report) -> int:
    """0 without a finding of severity error, 1 with at least one."""
    return int(report.run.worst() is Severity.ERROR)
