"""`huishang add FILE...`: documents into the workspace."""

from __future__ import annotations

from pathlib import Path

import click

from api.chinese import ChineseCommand
from api.commands.terminal import progress, say
from api.projection import project, writing
from api.reading import read_source
from api.workspace import Workspace, open_workspace
from ingest.readers.source import documents_in, open_bytes, sources_in
from kg.errors import UnreadableDocument
from kg.naming import cited
from kg.store import GraphStore
from ontology.vocabulary import Vocabulary, load_vocabulary


@click.command("add", cls=ChineseCommand, help="把文件或文件夹中的文件加入工作区；同名文件以新换旧。")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="文件…")
def command(files: tuple[Path, ...]) -> int:
    """Keep each original and put its provisions into the graph; status 2 when one could not be read."""
    workspace, vocabulary = open_workspace(), load_vocabulary()
    paths, failed = documents_in(list(files)), 0
    with writing(workspace) as graph, progress("加入") as step:
        for number, path in enumerate(paths, 1):
            try:
                _add(path, workspace, graph, vocabulary)
            except UnreadableDocument as error:
                click.echo(f"提示：{error}", err=True)
                failed += 1
            if step:
                step(number, len(paths), path.name)
    return 2 if failed else 0


def _add(path: Path, workspace: Workspace, graph: GraphStore, vocabulary: Vocabulary) -> None:
    for name, data in sources_in(path):
        source = open_bytes(name, data)
        reading = read_source(source, vocabulary)
        workspace.keep(source, data)
        project(graph, reading)
        say(f"已加入{cited(reading.document)}：{len(reading.provisions)} 条规定")
