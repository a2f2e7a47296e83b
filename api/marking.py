"""A draft's text cut into plain and marked stretches, so that a page can show findings at the exact words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checks.base import Finding
from kg.model import Document

GRAVITY = {"error": 0, "warning": 1, "info": 2}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text with the numbers (from 1) of the findings that rest on it; `severity` is the gravest of them.

    `ends` are the findings whose quotation ends here: where their number is shown.
    """

    text: str
    findings: tuple[int, ...] = ()
    severity: str = ""
    ends: tuple[int, ...] = ()


def marked(document: Document, findings: Sequence[Finding]) -> Iterator[Stretch]:
    """The whole text in order; joined, the stretches are the text."""
    spans = [
        (e.quote.start, e.quote.end, number, finding.severity.value)
        for number, finding in enumerate(findings, 1)
        for e in finding.hit.evidence
        if e.quote.document == document.name and e.side == "draft"
    ]
    edges = sorted({0, len(document.text), *(s for s, *_ in spans), *(e for _, e, *_ in spans)})
    for start, end in pairwise(edges):
        over = [(number, severity) for s, e, number, severity in spans if s <= start and end <= e]
        closed = tuple(dict.fromkeys(number for s, e, number, _ in spans if s <= start and e == end))
        numbers = tuple(dict.fromkeys(number for number, _ in over))
        worst = min((severity for _, severity in over), key=GRAVITY.__getitem__, default="")
        yield Stretch(document.text[start:end], numbers, worst, closed)
