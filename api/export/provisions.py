"""Provisions as the output contract prints them: one flat dictionary each."""

from __future__ import annotations

from typing import Any

from kg.model import Citation, Parameter, Provision


def provision_row(provision: Provision) -> dict[str, Any]:
    """The contract's row for `extract --format jsonl`."""
    return {
        "document": provision.document,
        "provision": provision.id,
        "locator": provision.locator,
        "start": provision.quote.start,
        "end": provision.quote.end,
        "quote": provision.quote.text,
        "modality": str(provision.modality),
        "actors": [
            {"agency": a.agency, "role": str(a.role), "surface": a.surface, "start": a.start, "end": a.end}
            for a in provision.actors
        ],
        "functions": list(provision.functions),
        "aid": list(provision.aid),
        "groups": [list(g) for g in provision.groups],
        "parameters": [parameter_row(p) for p in provision.parameters],
        "citations": [citation_row(c) for c in provision.citations],
        "excluded": [list(g) for g in provision.excluded],
        "limits": [
            {"kind": x.kind, "value": x.value, "start": x.start, "end": x.end, "quote": x.quote}
            for x in provision.limits
        ],
    }


def parameter_row(parameter: Parameter) -> dict[str, Any]:
    """One quantity; a whole value prints as an integer."""
    value = parameter.value
    return {
        "kind": parameter.kind,
        "op": parameter.op,
        "value": int(value) if value == int(value) else value,
        "unit": parameter.unit,
        "basis": parameter.basis,
        "start": parameter.start,
        "end": parameter.end,
        "quote": parameter.quote,
    }


def citation_row(citation: Citation) -> dict[str, Any]:
    """One citation."""
    return {
        "title": citation.title,
        "number": citation.number,
        "articles": list(citation.articles),
        "start": citation.start,
        "end": citation.end,
    }
