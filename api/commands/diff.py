"""`huishang diff OLD [NEW]`: two versions compared by provision; one Word file is compared with itself before its
tracked changes.
"""

from __future__ import annotations

import json
from pathlib import Path

import click

from api.chinese import ChineseCommand
from api.commands.terminal import say
from api.export.difference import difference_dict, difference_lines, difference_table
from api.reading import read_source
from ingest.readers.source import Source, open_source
from kg.difference import compare
from kg.errors import UsageError
from ontology.vocabulary import load_vocabulary


@click.command(
    "diff",
    cls=ChineseCommand,
    help="按条款对比两个版本：谁牵头、对哪类对象、什么标准，从何时起有变化；只给一份 Word 文件时，对比其修订前后。",
)
@click.argument("old", type=click.Path(path_type=Path), metavar="旧版")
@click.argument("new", required=False, type=click.Path(path_type=Path), metavar="[新版]")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出格式。")
@click.option("--xlsx", type=click.Path(path_type=Path), metavar="路径", help="另存一份电子表格。")
def command(old: Path, new: Path | None, form: str, xlsx: Path | None) -> None:
    """Print what changed for whom."""
    vocabulary = load_vocabulary()
    before, after = (read_source(source, vocabulary) for source in _versions(old, new))
    changes = compare(before, after)
    if xlsx is not None:
        from api.export.tables import xlsx as workbook

        xlsx.write_bytes(workbook(difference_table(changes, vocabulary)))
    if form == "json":
        say(json.dumps(difference_dict(changes), ensure_ascii=False, indent=1))
        return
    dates = [r.document.period.start for r in (before, after)]
    if all(dates) and dates[0] != dates[1]:
        say(f"施行日期：{dates[0]} → {dates[1]}")
    for line in difference_lines(changes, vocabulary):
        say(line)


def _versions(old: Path, new: Path | None) -> tuple[Source, Source]:
    """The two texts; of a single file those before and after its tracked changes. Raises UsageError without any."""
    if new is not None:
        return open_source(old), open_source(new)
    before, after = open_source(old, accept=False), open_source(old)
    if before.text == after.text:
        raise UsageError(f"{old.name}：没有修订，无从对比。请另给出一份新版文件，或者提供带修订的 Word 文件。")
    return before, after
