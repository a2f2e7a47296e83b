"""Minimal stand-ins for parts of the reading that have not landed; each goes when its owner's module is there."""

from __future__ import annotations

import re

from ingest.context import Context
from kg.ids import clause_id
from kg.model import Citation, Clause, Definition, Groups, Limit, Parameter

LINE = re.compile(r"[^\n]+")
ARTICLE = re.compile(r"\s*(第[一二三四五六七八九十百零]+条)")
ITEM = re.compile(r"\s*([（(][一二三四五六七八九十]+[）)])")


def parse_structure(name: str, text: str) -> tuple[Clause, ...]:
    """One clause a line; items hang under the last line that is none."""
    clauses: list[Clause] = []
    article = ""
    for match in LINE.finditer(text):
        words = match.group().strip()
        if not words:
            continue
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        numbered, item = ARTICLE.match(words), ITEM.match(words)
        article = numbered.group(1) if numbered else article
        locator = f"{article}{item.group(1)}" if item else article
        kind = "item" if item else "article" if numbered else "paragraph"
        id_ = clause_id(name, locator, words)
        number = (item or numbered).group(1) if item or numbered else ""  # type: ignore[union-attr]
        clauses.append(Clause(id_, name, kind, number, locator, None, start, start + len(words)))
    return tuple(clauses)


def find_definitions(context: Context) -> tuple[Definition, ...]:
    """None yet."""
    return ()


def find_groups(context: Context, clause: Clause, start: int, end: int) -> tuple[Groups, Groups]:
    """None yet."""
    return Groups(), Groups()


def find_aid(context: Context, clause: Clause, start: int, end: int) -> tuple[str, ...]:
    """Labels of aid types that stand in the stretch."""
    stretch = context.text[start:end]
    return tuple(dict.fromkeys(id_ for label, id_ in context.vocabulary.surfaces("aid") if label in stretch))


def find_limits(context: Context, clause: Clause, start: int, end: int) -> tuple[Limit, ...]:
    """None yet."""
    return ()


def find_parameters(context: Context, clause: Clause, start: int, end: int) -> tuple[Parameter, ...]:
    """None yet."""
    return ()


def find_citations(context: Context, clause: Clause, start: int, end: int) -> tuple[Citation, ...]:
    """None yet."""
    return ()
