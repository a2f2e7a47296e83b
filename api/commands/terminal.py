"""What every command shares at the terminal: output, progress, warnings, dates."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import click

from api.reading import Progress
from kg.model import Corpus


def say(text: str) -> None:
    """One line to standard output."""
    click.echo(text)


def warn_failures(corpus: Corpus) -> None:
    """Documents that could not be read, on standard error."""
    for _, reason in corpus.failures:
        click.echo(f"提示：{reason}", err=True)


@contextmanager
def progress(label: str) -> Iterator[Progress | None]:
    """A progress bar on standard error for long work, only on a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=None)

        def step(done: int, total: int, name: str) -> None:
            bar.update(task, completed=done, total=total, description=f"{label} {name}")

        yield step


class DayType(click.ParamType[date]):
    """A date as 2025-06-01."""

    name = "日期"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Parse or fail with a Chinese sentence."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"“{value}”不是日期，应写作 2025-06-01 的形式。", param, ctx)


DAY = DayType()
