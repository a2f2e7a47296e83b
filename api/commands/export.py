"""`huishang export`: the graph as TriG, Turtle, N-Quads or JSON-LD."""

from __future__ import annotations

from pathlib import Path

import click

from api.chinese import ChineseCommand
from api.commands.terminal import say
from api.projection import open_graph
from api.workspace import open_workspace
from kg.exchange import FORMATS, export


@click.command("export", cls=ChineseCommand, help="导出图谱，每份文件一个命名图（turtle 合并为一）。")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="trig", help="格式。")
@click.option("--document", metavar="文件名", help="只导出这一份文件。")
@click.option("--output", type=click.Path(path_type=Path), metavar="路径", help="写入文件；不写则输出到屏幕。")
def command(form: str, document: str | None, output: Path | None) -> None:
    """Write the graph."""
    data = export(open_graph(open_workspace(), read_only=True), form, document)
    if output is None:
        say(data.decode())
    else:
        output.write_bytes(data)
        say(f"已导出：{output}")
