"""`huishang ontology`: the vocabulary's terms, and its own checks."""

from __future__ import annotations

from pathlib import Path

import click

from api.chinese import ChineseCommand, ChineseGroup
from api.commands.terminal import say
from kg.errors import UsageError
from ontology.lint import CHECKS, lint
from ontology.terms import KINDS
from ontology.turtle import HERE
from ontology.vocabulary import load_vocabulary


@click.group("ontology", cls=ChineseGroup, help="词表：列出编号和名称，核对。")
def command() -> None:
    """Commands about the vocabulary."""


@command.command("list", cls=ChineseCommand, help="列出一类词的编号、名称和别名。")
@click.argument("kind", type=click.Choice(list(KINDS)), metavar="|".join(KINDS))
def list_(kind: str) -> None:
    """One line a term."""
    vocabulary = load_vocabulary()
    named: dict[str, list[str]] = {}
    for surface, id_ in vocabulary.surfaces(kind):
        named.setdefault(id_, []).append(surface)
    for id_ in sorted(vocabulary.of(kind)):
        label = vocabulary.label(kind, id_)
        say("　".join([id_, label, "、".join(n for n in named.get(id_, ()) if n != label)]).rstrip("　"))


@command.command(
    "lint", cls=ChineseCommand, help="核对词表：名称重复、成环、悬空引用、日期重叠等。有问题时退出状态为 1。"
)
@click.option("--folder", type=click.Path(path_type=Path), default=HERE, help="词表所在目录，不写则为自带词表。")
@click.pass_context
def check(ctx: click.Context, folder: Path) -> None:
    """One line a problem; status 1 where there is any."""
    if not folder.is_dir() or not any(folder.glob("*.ttl")):
        raise UsageError(f"{folder}中没有词表文件（*.ttl）。请用 --folder 指明词表目录。")
    problems = lint(folder)
    for problem in problems:
        say(f"{problem.check}　{problem.message}")
    say(f"核对了 {len(CHECKS)} 项，发现 {len(problems)} 个问题。")
    ctx.exit(1 if problems else 0)
