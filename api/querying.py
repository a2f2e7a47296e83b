"""SPARQL over the graph of the workspace, wherever the settings keep it."""

from __future__ import annotations

from api.library import Library
from api.projection import REMOTE
from api.settings import load_settings
from kg.endpoint import Dataset, Result, answer
from kg.errors import UsageError


def ask(library: Library, query: str, accept: str = "", graphs: Dataset | None = None) -> Result:
    """Run one query; errors as `kg.endpoint.answer`, and UsageError where there is no graph to ask."""
    if library.workspace is None:
        raise UsageError("没有工作区，无图谱可查询。")
    where = (library.settings or load_settings()).store
    if where == "memory":
        raise UsageError("图谱只在内存中，不提供查询。请把 store 设为 folder 或者 SPARQL 服务的网址。")
    return answer(where if where.startswith(REMOTE) else library.workspace.graph, query, accept, graphs=graphs)
