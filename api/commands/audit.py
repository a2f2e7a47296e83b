"""`huishang audit`: all that is in force against itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from api.chinese import ChineseCommand
from api.commands.options import base_option, emit, exit_status, printing, selecting, selection_of, when_where
from api.commands.terminal import progress, warn_failures
from api.pipeline import audit
from api.workspace import base_corpus
from ontology.vocabulary import load_vocabulary


@click.command("audit", cls=ChineseCommand, help="检查现行文件之间的职责交叉、政策空白和冲突。")
@base_option
@when_where
@selecting
@printing
def command(
    base: tuple[Path, ...],
    at: date | None,
    region: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    severity: str,
    form: str,
    output: Path | None,
    xlsx: Path | None,
) -> int:
    """Audit what is in force; status 1 when something grave was found."""
    vocabulary = load_vocabulary()
    with progress("读取现行文件") as step:
        corpus = base_corpus(base, vocabulary, step)
    warn_failures(corpus)
    report = audit(corpus, at, region, selection_of(select, ignore, severity))
    emit(report, form, output, xlsx)
    return exit_status(report)
