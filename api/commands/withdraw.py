"""`huishang withdraw NAME`: a document out of the workspace; its original stays."""

from __future__ import annotations

import click

from api.chinese import ChineseCommand
from api.commands.terminal import say
from api.projection import writing
from api.workspace import open_workspace


@click.command("withdraw", cls=ChineseCommand, help="把一份文件移出现行文件；原件保留。")
@click.argument("name", metavar="文件名")
def command(name: str) -> None:
    """Out of register and graph."""
    workspace = open_workspace()
    workspace.withdraw(name)
    with writing(workspace) as graph:
        graph.remove(name)
    say(f"已移出：{name}")
