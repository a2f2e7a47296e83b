"""`huishang restore`: a workspace from a backup."""

from __future__ import annotations

from pathlib import Path

import click

from api.backup import restore
from api.chinese import ChineseCommand
from api.commands.terminal import progress, say
from api.projection import rebuild
from api.settings import load_settings
from api.workspace import FOLDER
from ontology.vocabulary import load_vocabulary


@click.command("restore", cls=ChineseCommand, help="由备份恢复工作区和会商记录，并重建图谱；不覆盖已有的。")
@click.argument("archive", type=click.Path(path_type=Path), metavar="备份.tar.gz")
@click.argument("folder", default=".", type=click.Path(path_type=Path), metavar="[文件夹]")
def command(archive: Path, folder: Path) -> None:
    """Unpack and make the graph again."""
    folder.mkdir(parents=True, exist_ok=True)
    workspace = restore(archive, folder.resolve() / FOLDER, load_settings().database)
    with progress("重建") as step:
        corpus = rebuild(workspace, load_vocabulary(), step)
    say(f"已恢复工作区：{workspace.root}（{len(corpus.readings)} 份文件）")
