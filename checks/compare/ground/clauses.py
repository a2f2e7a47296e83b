"""The clause that a number stands in, the words before it, and what is to be done in a time."""

from __future__ import annotations

import re

from checks.compare.ground.marks import PAUSE
from checks.compare.ground.norms import Norm
from kg.model import Parameter

_WITHIN = re.compile(r"^(?:之|以)?[内前][，,]?")


def clause_of(norm: Norm, parameter: Parameter) -> str:
    """The words between the marks around a number: all of its clause, the number as well."""
    return clause_around(norm.text, parameter.start - norm.start, parameter.end - norm.start)


def clause_around(text: str, at: int, end: int) -> str:
    """The words between the marks around a stretch of a text."""
    before = max((m.end() for m in PAUSE.finditer(text, 0, at)), default=0)
    after = PAUSE.search(text, end)
    return text[before : after.start() if after else len(text)]


def words_before(norm: Norm, parameter: Parameter) -> str:
    """The words of the norm up to a number."""
    return norm.text[: parameter.start - norm.start]


def words_through(norm: Norm, parameter: Parameter) -> str:
    """The words of the norm up to the end of a number."""
    return norm.text[: parameter.end - norm.start]


def words_behind(norm: Norm, parameter: Parameter) -> str:
    """The words of the norm behind a number."""
    return norm.text[parameter.end - norm.start :]


def due_within(text: str) -> str:
    """What is to be done in a time, `text` being the words behind it: the rest of the clause, or the next behind 内."""
    clauses = [c for c in PAUSE.split(_WITHIN.sub("", text)) if c]
    return clauses[0] if clauses else ""
