"""`huishang eval GOLD`: how well the reading agrees with annotated documents."""

from __future__ import annotations

import json
from pathlib import Path

import click

from api.chinese import ChineseCommand
from api.commands.terminal import say
from api.evaluation import KINDS, Evaluation, Tally, evaluate
from ontology.vocabulary import load_vocabulary


@click.command("eval", cls=ChineseCommand, help="用标注文件评测读取的准确率、召回率和 F1，可与上次结果对比。")
@click.argument("gold", type=click.Path(path_type=Path), metavar="标注文件夹")
@click.option("--markdown", is_flag=True, help="以 Markdown 表格输出。")
@click.option("--save", type=click.Path(path_type=Path), metavar="路径", help="保存本次结果，供以后对比。")
@click.option("--against", type=click.Path(path_type=Path), metavar="路径", help="与保存的结果逐条对比。")
@click.option("--errors", type=int, default=0, metavar="条数", help="列出前若干条错误。")
def command(gold: Path, markdown: bool, save: Path | None, against: Path | None, errors: int) -> None:
    """Print the tables."""
    made = evaluate(gold, load_vocabulary())
    for line in table(made, markdown):
        say(line)
    for line in made.wrong[:errors]:
        say(line)
    if against is not None:
        _compare(made, json.loads(against.read_text(encoding="utf-8")))
    if save is not None:
        save.write_text(json.dumps(made.wrong, ensure_ascii=False, indent=0), encoding="utf-8")


def table(made: Evaluation, markdown: bool = False) -> list[str]:
    """Kinds, then documents."""
    rows = [(kind, made.kinds[kind]) for kind in KINDS if kind in made.kinds]
    rows += [("all", made.total()), *sorted(made.documents.items())]
    heads = ("kind or document", "precision", "recall", "F1", "annotated", "read")
    lines = [f"{len(made.documents)} documents, {made.rows} annotated rows", ""]
    if markdown:
        lines += [f"| {' | '.join(heads)} |", "|---|--:|--:|--:|--:|--:|"]
    return lines + [_row(name, tally, markdown) for name, tally in rows]


def _row(name: str, tally: Tally, markdown: bool) -> str:
    cells = [name, *(f"{s:.3f}" for s in tally.scores), str(tally.all_g), str(tally.all_p)]
    return f"| {' | '.join(cells)} |" if markdown else "\t".join(cells)


def _compare(made: Evaluation, before: list[str]) -> None:
    now, then = set(made.wrong), set(before)
    for line in sorted(then - now):
        say(f"改善\t{line}")
    for line in sorted(now - then):
        say(f"退步\t{line}")
    say(f"与上次相比：改善 {len(then - now)} 条，退步 {len(now - then)} 条。")
