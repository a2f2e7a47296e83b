"""`huishang extract FILE...`: provisions read from documents."""

from __future__ import annotations

import json
from pathlib import Path

import click

from api.chinese import ChineseCommand
from api.commands.terminal import progress, say, warn_failures
from api.export.provisions import provision_row
from api.export.text import provision_lines, silence_lines
from api.reading import read_paths
from ontology.vocabulary import load_vocabulary


@click.command("extract", cls=ChineseCommand, help="读出文件中的职责、权利、标准和引用，每行一条。")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="文件…")
@click.option("--format", "form", type=click.Choice(["text", "json", "jsonl"]), default="text", help="输出格式。")
@click.option("--report", is_flag=True, help="另列出含“应当”“不得”“负责”等词而没有读出内容的句子。")
def command(files: tuple[Path, ...], form: str, report: bool) -> None:
    """Print every provision of the files."""
    vocabulary = load_vocabulary()
    with progress("读取") as step:
        corpus = read_paths(files, vocabulary, step)
    warn_failures(corpus)
    rows = [provision_row(p) for p in corpus.provisions()]
    if form == "json":
        say(json.dumps(rows, ensure_ascii=False, indent=1))
    elif form == "jsonl":
        for row in rows:
            say(json.dumps(row, ensure_ascii=False))
    else:
        for reading in corpus.readings:
            for line in provision_lines(reading, vocabulary):
                say(line)
    if report:
        for reading in corpus.readings:
            for line in silence_lines(reading):
                click.echo(line, err=form != "text")
