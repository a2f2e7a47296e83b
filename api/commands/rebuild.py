"""`huishang rebuild`: the graph made again from the originals."""

from __future__ import annotations

import click

from api.chinese import ChineseCommand
from api.commands.terminal import progress, say, warn_failures
from api.projection import rebuild
from api.workspace import open_workspace
from ontology.vocabulary import load_vocabulary


@click.command("rebuild", cls=ChineseCommand, help="由原件重新读取、由会商记录重新写入，重建图谱；原件和会商记录不变。")
def command() -> None:
    """Read everything again and swap the graph."""
    with progress("重建") as step:
        corpus = rebuild(open_workspace(), load_vocabulary(), step)
    warn_failures(corpus)
    say(f"已重建图谱：{len(corpus.readings)} 份文件。")
