"""`huishang backup`: the workspace as one file."""

from __future__ import annotations

from pathlib import Path

import click

from api.backup import backup
from api.chinese import ChineseCommand
from api.commands.terminal import say
from api.settings import load_settings
from api.workspace import open_workspace


@click.command("backup", cls=ChineseCommand, help="备份工作区：原件、登记和会商记录（图谱可由原件重建）。")
@click.argument("target", type=click.Path(path_type=Path), metavar="备份.tar.gz")
def command(target: Path) -> None:
    """One archive."""
    say(f"已备份：{backup(open_workspace(), target, load_settings().database)}")
