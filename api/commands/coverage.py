"""`huishang coverage`: which agency covers which group with what aid."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from api.chinese import ChineseCommand
from api.commands.options import base_option, when_where
from api.commands.terminal import progress, say, warn_failures
from api.coverage import Answer, Question, id_of, who_covers
from api.export.tables import csv_text, duties_table, xlsx
from api.export.text import groups_text
from api.workspace import base_corpus
from kg.coverage import build_index
from ontology.vocabulary import Vocabulary, load_vocabulary

FORMS = ("text", "json", "jsonl", "csv")


@click.command("coverage", cls=ChineseCommand, help="查询哪个部门以什么角色为哪类对象提供什么救助。")
@click.option("--agency", default="", metavar="部门", help="部门的编号或名称，如 civil-affairs 或 民政部门。")
@click.option("--group", default="", metavar="对象", help="对象的编号或名称，含其上下位对象。")
@click.option("--aid", default="", metavar="救助", help="救助的编号或名称，含其下位种类。")
@click.option("--function", default="", metavar="职能", help="职能的编号或名称。")
@click.option("--role", default="", metavar="角色", help="角色的编号或名称。")
@base_option
@when_where
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "jsonl", "csv"]), default="text", help="输出格式。"
)
@click.option("--xlsx", "book", type=click.Path(path_type=Path), metavar="路径", help="另存一份电子表格。")
def command(
    base: tuple[Path, ...], at: date | None, region: str | None, form: str, book: Path | None, **asked: str
) -> None:
    """One line a duty."""
    vocabulary = load_vocabulary()
    question = Question(**{kind: id_of(vocabulary, kind, value) for kind, value in asked.items()})
    with progress("读取") as step:
        corpus = base_corpus(base, vocabulary, step)
    warn_failures(corpus)
    answers = list(who_covers(build_index(corpus, None, vocabulary, at or date.today(), region), question))
    rows = [asdict(a) | {"groups": [list(g) for g in a.groups]} for a in answers]
    table = duties_table(answers, vocabulary)
    if book is not None:
        book.write_bytes(xlsx(table))
    if form == "csv":
        say(csv_text(table).rstrip())
    elif form == "json":
        say(json.dumps(rows, ensure_ascii=False, indent=1, default=str))
    elif form == "jsonl":
        for row in rows:
            say(json.dumps(row, ensure_ascii=False, default=str))
    else:
        for answer in answers:
            say(answer_line(answer, vocabulary))
        say(f"共 {len(answers)} 条职责，来自 {len({a.document for a in answers})} 份文件。")


def answer_line(answer: Answer, vocabulary: Vocabulary) -> str:
    """民政部门（主责）组织实施 临时救助：困难群众 ……"""
    since = answer.since.isoformat() if answer.since else "日期不详"
    what = "　".join(
        part
        for part in (
            f"{vocabulary.label('agency', answer.agency)}（{vocabulary.label('role', answer.role)}）",
            vocabulary.label("function", answer.function),
            vocabulary.label("aid", answer.aid),
            groups_text(answer.groups, vocabulary),
        )
        if part
    )
    return f"{what}\n    {since}　《{answer.title}》{answer.locator}：“{answer.quote}”"
