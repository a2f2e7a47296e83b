"""`huishang init`: make a workspace."""

from __future__ import annotations

from pathlib import Path

import click

from api.chinese import ChineseCommand
from api.commands.terminal import say
from api.workspace import FOLDER, Workspace


@click.command("init", cls=ChineseCommand, help="在文件夹中建立工作区（.huishang）。已有的内容不会改动。")
@click.argument("folder", default=".", type=click.Path(path_type=Path), metavar="[文件夹]")
def command(folder: Path) -> None:
    """Create the workspace folder."""
    workspace = Workspace(folder.resolve() / FOLDER)
    there = workspace.exists()
    workspace.create()
    say(f"{'工作区已存在' if there else '已建立工作区'}：{workspace.root}")
