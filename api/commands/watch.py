"""`huishang watch DRAFT...`: check again whenever a draft is saved."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from api.chinese import ChineseCommand
from api.commands.check import Asked
from api.commands.options import base_option, selecting, when_where
from api.commands.terminal import say
from api.export.report import report_lines
from api.nearby import Base
from api.project import find_project
from ingest.readers.source import documents_in
from kg.errors import PolicyError


@click.command("watch", cls=ChineseCommand, help="草案保存后自动重新审查，按 Ctrl+C 停止。")
@click.argument("drafts", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="草案…")
@base_option
@when_where
@selecting
@click.option("--times", type=int, default=0, metavar="次数", help="审查这么多次后停止；0 为不停。")
def command(drafts: tuple[Path, ...], times: int, **options: Any) -> None:
    """Check on every save; a draft that cannot be read is named and watched on."""
    from watchfiles import watch

    asked = Asked.of(find_project(Path.cwd()), options)
    corpus, files = asked.corpus(), documents_in(list(drafts))
    for draft in files:
        _show(asked, draft, corpus)
    for rounds, changes in enumerate(watch(*files, raise_interrupt=False), 1):
        touched = {Path(name).resolve() for _, name in changes}
        for draft in files:
            if draft.resolve() in touched and draft.exists():
                _show(asked, draft, corpus)
        if times and rounds >= times:
            return


def _show(asked: Asked, draft: Path, corpus: Base) -> None:
    say(f"\n—— {draft.name}")
    try:
        for line in report_lines(asked.report(draft, corpus)):
            say(line)
    except PolicyError as error:
        click.echo(f"提示：{error}", err=True)
