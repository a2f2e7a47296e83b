"""`huishang query`: SPARQL over the workspace's graph, or over documents named with --base."""

from __future__ import annotations

import json
from pathlib import Path

import click

from api.chinese import ChineseCommand
from api.commands.options import base_option
from api.commands.terminal import say
from api.coverage import id_of
from api.projection import open_graph
from api.reading import read_paths
from api.workspace import open_workspace
from kg.errors import UsageError
from kg.store import Answer, GraphStore, OxigraphStore
from kg.stored import query_names, stored_query
from ontology.terms import KINDS
from ontology.vocabulary import Vocabulary, load_vocabulary


@click.command("query", cls=ChineseCommand, help="用 SPARQL 查询图谱；也可用 --name 运行内置查询（--list 列出）。")
@click.argument("sparql", required=False, metavar="[语句]")
@click.option("--name", metavar="名称", help="内置查询的名称。")
@click.option("--set", "values", multiple=True, metavar="参数=值", help="内置查询的参数，可写多个。")
@click.option("--list", "listing", is_flag=True, help="列出内置查询。")
@click.option("--show", is_flag=True, help="只显示查询语句，不运行。")
@base_option
@click.option("--format", "form", type=click.Choice(["text", "json", "jsonl"]), default="text", help="输出格式。")
def command(
    sparql: str | None,
    name: str | None,
    values: tuple[str, ...],
    listing: bool,
    show: bool,
    base: tuple[Path, ...],
    form: str,
) -> None:
    """Run one query and print its answer."""
    if listing:
        for known in map(stored_query, query_names()):
            say(f"{known.name}　{known.title}" + (f"　参数 {known.told}" if known.told else ""))
        return
    text = _stored(name, _pairs(values)) if name else sparql
    if not text:
        raise UsageError("请写出 SPARQL 语句，或用 --name 指定内置查询（huishang query --list 列出）。")
    if show:
        say(text)
        return
    answer = _store(base).query(text)
    for line in answer_lines(answer, form):
        say(line)
    if name and 0 < stored_query(name).limit <= len(answer.rows):
        click.echo(f"已列到上限 {len(answer.rows)} 行，其余没有列出。请用 --set 缩小范围。", err=True)


def _stored(name: str, given: dict[str, str]) -> str:
    asked = stored_query(name)
    if lacking := asked.lacking(given):
        wanted = " ".join(f"--set {p}=…" for p in lacking)
        listed = "、".join(f"huishang ontology list {p}" for p in lacking if p in KINDS)
        choices = f"可写编号或者名称，用 {listed} 列出" if listed else f"参数：{asked.told}"
        raise UsageError(f"查询 {name} 须先选定范围，请加上 {wanted}（{choices}）。")
    vocabulary = load_vocabulary()
    return asked.standalone(**{p: _term(vocabulary, p, v) for p, v in given.items()})


def _term(vocabulary: Vocabulary, parameter: str, value: str) -> str:
    """The id of a term given by its id or its name; anything else as it is."""
    return id_of(vocabulary, parameter, value) if parameter in KINDS and "://" not in value else value


def _pairs(values: tuple[str, ...]) -> dict[str, str]:
    pairs = [value.partition("=") for value in values]
    if any(not sign for _, sign, _ in pairs):
        raise UsageError("--set 的写法是 参数=值。")
    return {key: value for key, _, value in pairs}


def _store(base: tuple[Path, ...]) -> GraphStore:
    if not base:
        return open_graph(open_workspace(), read_only=True)
    store = OxigraphStore()
    store.load_ontology()
    store.load(read_paths(base, load_vocabulary()).readings)
    return store


def answer_lines(answer: Answer, form: str) -> list[str]:
    """An answer as tab-separated text, one JSON array, or one JSON object a line."""
    if answer.verdict is not None:
        return [json.dumps({"boolean": answer.verdict}) if form != "text" else ("是" if answer.verdict else "否")]
    if answer.triples:
        return [str(t) + " ." for t in answer.triples]
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    if form == "json":
        return [json.dumps(rows, ensure_ascii=False, indent=1)]
    if form == "jsonl":
        return [json.dumps(row, ensure_ascii=False) for row in rows]
    return ["\t".join(answer.columns), *("\t".join(v or "" for v in row) for row in answer.rows)]
