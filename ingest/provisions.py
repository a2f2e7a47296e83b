"""Clauses to provisions: cut each clause's own words into stretches and ask every extractor about each stretch."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ingest.context import Context
from ingest.extract.aid import find_aid, inherited_aid
from ingest.extract.citations import find_citations
from ingest.extract.groups import find_groups
from ingest.extract.parameters import find_parameters
from ingest.interim import find_limits
from kg.ids import provision_id
from kg.model import Clause, Modality, Provision, Quote

STRETCH = re.compile(r"[^。；;\n]+")


def extract_provisions(context: Context) -> tuple[Provision, ...]:
    """All provisions of the document in the order of its text."""
    seen: Counter[str] = Counter()
    found: list[Provision] = []
    parents = {c.parent for c in context.clauses}
    for clause in context.clauses:
        if clause.id in parents or clause.kind in ("part", "chapter", "section", "heading", "title"):
            continue
        for start, end in _stretches(context.text, clause):
            words = context.text[start:end]
            found.append(_provision(context, clause, start, end, seen[words]))
            seen[words] += 1
    return tuple(found)


def _stretches(text: str, clause: Clause) -> Iterator[tuple[int, int]]:
    for match in STRETCH.finditer(text, clause.start, clause.end):
        words = match.group()
        start = match.start() + len(words) - len(words.lstrip())
        if words.strip():
            yield start, start + len(words.strip())


def _provision(context: Context, clause: Clause, start: int, end: int, occurrence: int) -> Provision:
    words = context.text[start:end]
    people = find_groups(context, clause, start, end)
    return Provision(
        provision_id(context.name, words, occurrence),
        context.name,
        clause.id,
        clause.locator,
        Quote(context.name, start, end, words),
        Modality.OBLIGATION,
        aid=find_aid(context, clause, start, end) or inherited_aid(context, clause),
        groups=people.groups,
        excluded=people.excluded,
        parameters=tuple(find_parameters(context, clause, start, end)),
        citations=tuple(find_citations(context, clause, start, end)),
        limits=find_limits(context, clause, start, end),
    )
