"""`huishang parameters`: every quantity in force, by kind, aid, region and day."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click

from api.chinese import ChineseCommand
from api.commands.options import base_option, when_where
from api.commands.terminal import progress, say, warn_failures
from api.coverage import id_of
from api.export.tables import csv_text, parameters_table, xlsx
from api.export.text import quantity_line
from api.quantities import quantities
from api.workspace import base_corpus
from kg.coverage import build_index
from ontology.vocabulary import load_vocabulary


@click.command(
    "parameters", cls=ChineseCommand, help="列出现行文件规定的数量标准：种类、数值、救助、对象、区划、日期。"
)
@click.option("--kind", default="", metavar="种类", help="数量种类的编号或名称，如 time-limit。")
@click.option("--aid", default="", metavar="救助", help="救助的编号或名称，含其下位种类。")
@base_option
@when_where
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", help="输出格式。")
@click.option("--xlsx", "book", type=click.Path(path_type=Path), metavar="路径", help="另存一份电子表格。")
def command(
    kind: str, aid: str, base: tuple[Path, ...], at: date | None, region: str | None, form: str, book: Path | None
) -> None:
    """One line a quantity."""
    vocabulary = load_vocabulary()
    kind, aid = id_of(vocabulary, "parameter", kind), id_of(vocabulary, "aid", aid)
    with progress("读取") as step:
        corpus = base_corpus(base, vocabulary, step)
    warn_failures(corpus)
    found = list(quantities(build_index(corpus, None, vocabulary, at or date.today(), region), kind, aid))
    table = parameters_table(found, vocabulary)
    if book is not None:
        book.write_bytes(xlsx(table))
    if form == "json":
        say(json.dumps([q.row() for q in found], ensure_ascii=False, indent=1))
    elif form == "csv":
        say(csv_text(table).rstrip())
    else:
        for quantity in found:
            say(quantity_line(quantity, vocabulary))
        say(f"共 {len(found)} 项，来自 {len({q.document.name for q in found})} 份文件。")
