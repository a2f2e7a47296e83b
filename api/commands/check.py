"""`huishang check DRAFT --base PATH...`: a draft against what is in force."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from api.chinese import ChineseCommand
from api.commands.options import base_option, emit, exit_status, printing, selecting, selection_of, when_where
from api.commands.terminal import progress, warn_failures
from api.export.annotate import write_commented
from api.pipeline import check
from api.reading import read_source
from api.workspace import base_corpus
from ingest.readers.source import open_source
from ontology.vocabulary import load_vocabulary


@click.command("check", cls=ChineseCommand, help="对照现行文件审查一份草案，列出职责交叉、政策空白和冲突。")
@click.argument("draft", type=click.Path(path_type=Path), metavar="草案")
@base_option
@when_where
@selecting
@click.option("--docx", type=click.Path(path_type=Path), metavar="路径", help="把发现作为批注写入草案的 .docx 副本。")
@printing
def command(
    draft: Path,
    base: tuple[Path, ...],
    at: date | None,
    region: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    severity: str,
    docx: Path | None,
    form: str,
    output: Path | None,
    xlsx: Path | None,
) -> int:
    """Check one draft; status 1 when something grave was found."""
    vocabulary = load_vocabulary()
    reading = read_source(open_source(draft), vocabulary)
    with progress("读取现行文件") as step:
        corpus = base_corpus(base, vocabulary, step)
    warn_failures(corpus)
    report = check(reading, corpus, at, region, selection_of(select, ignore, severity))
    if docx is not None:
        write_commented(draft, docx, report)
    emit(report, form, output, xlsx)
    return exit_status(report)
