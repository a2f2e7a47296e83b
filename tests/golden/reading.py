"""What the golden files hold of a reading, in a form whose differences a person can read.

One JSON value a line, so that a change shows as the clause or the provision it concerns.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ingest.context import Context
from ingest.reading import read_text
from kg.model import Document, Provision, Reading
from ontology.vocabulary import load_vocabulary

HERE = Path(__file__).parent
NAMES = tuple(sorted(p.parent.name for p in HERE.glob("*/source.txt")))


def reading(name: str) -> Reading:
    """The reading of one golden document."""
    text = (HERE / name / "source.txt").read_text(encoding="utf-8")
    return read_text(f"{name}.txt", text, "", load_vocabulary())


def files(name: str) -> Mapping[str, str]:
    """Contents of the golden files of one document by file name."""
    found = reading(name)
    return {
        "document.json": json.dumps(document_row(found.document), ensure_ascii=False, indent=1) + "\n",
        "clauses.json": _lines(clause_rows(found)),
        "provisions.json": _lines(map(provision_row, found.provisions)),
    }


def _lines(rows: Iterable[Mapping[str, Any]]) -> str:
    return "[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]\n"


def document_row(document: Document) -> dict[str, Any]:
    """Metadata."""
    return {
        "title": document.title,
        "number": document.number,
        "issuers": document.issuers,
        "issuer_ids": document.issuer_ids,
        "level": document.level,
        "region": document.region,
        "rank": document.rank,
        "made": str(document.made),
        "published": str(document.published),
        "in_force": [str(document.period.start), str(document.period.end)],
        "repeals": [[r.title, r.number, str(r.day)] for r in document.repeals],
        "notes": document.notes,
    }


def clause_rows(found: Reading) -> Iterator[dict[str, Any]]:
    """Clauses with their own words."""
    context = Context(found.document.name, found.document.text, load_vocabulary(), found.clauses)
    for clause in found.clauses:
        start, end = context.own_words(clause)
        yield {
            "locator": clause.locator,
            "kind": clause.kind,
            "instrument": clause.instrument,
            "label": clause.label,
            "span": [clause.start, clause.end],
            "own": found.document.text[start:end],
        }


def provision_row(provision: Provision) -> dict[str, Any]:
    """A provision without ids and offsets other than its own."""
    return {
        "locator": provision.locator,
        "quote": provision.quote.text,
        "modality": provision.modality,
        "actors": [[a.agency, a.role, a.surface] for a in provision.actors],
        "functions": provision.functions,
        "aid": provision.aid,
        "groups": list(provision.groups),
        "excluded": list(provision.excluded),
        "parameters": [[p.kind, p.op, p.value, p.unit] for p in provision.parameters],
        "citations": [[c.title, c.number, c.articles] for c in provision.citations],
        "limits": [[x.kind, x.value, x.quote] for x in provision.limits],
    }
