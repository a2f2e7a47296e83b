"""Fines for one conduct that no family of wording knows, in paragraphs that say it in much the same words.

擅自改变设施用途的，处1万元以上5万元以下罚款 falls short of a rule that has 10万元以上100万元以下 for it. The conduct is
told by the words of the paragraph, with those of the articles that it refers to (违反前条规定的); only a paragraph with
one range counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.ground.alignment import bag, one_subject, share
from checks.compare.ground.norms import Norm
from checks.compare.ground.paragraphs import Paragraph, paragraphs
from checks.compare.ground.references import REFERENCE, referred
from checks.compare.outcome.departures import Departure, Label
from kg.coverage import CoverageIndex
from kg.model import Parameter

_FOLLOWS = re.compile(
    r"(?:由[^，。；]{2,24})?(?:责令|处以?|并处|可以并?处|给予|没收|罚款|拒不改正|情节严重|依法)[^，。；]*|违反[^，。；]*?规定的?"
)
_LEAST, _ALIKE = 5, 0.45  # pieces of the conduct that both name, and their part of the shorter
_INFINITE = float("inf")
Range = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Fined:
    """A paragraph with one range of a fine, and pieces of the conduct that it is for."""

    norms: tuple[Norm, ...]
    conduct: frozenset[str]
    fines: tuple[Parameter, ...]

    @property
    def said(self) -> str:
        """The range in the words of the text."""
        return "至".join(p.quote for p in self.fines)

    @property
    def bounds(self) -> Range:
        """The least and the most of it."""
        low = min((p.value for p in self.fines if p.op in (">", ">=", "=")), default=0.0)
        return low, max((p.value for p in self.fines if p.op in ("<", "<=", "=")), default=_INFINITE)


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Ranges of `mine` that leave those of `theirs` for one conduct."""
    above = list(_fined(theirs))
    for a in _fined(mine) if above else ():
        near = [b for b in above if b.fines[0].unit == a.fines[0].unit and len(a.conduct & b.conduct) >= _LEAST]
        b = max(near, key=lambda x: share(a.conduct, x.conduct), default=None)
        one = b and share(a.conduct, b.conduct) >= _ALIKE and one_subject(index, a.norms[0], b.norms[0])
        if b and one and (a.bounds[1] > b.bounds[1] or a.bounds[0] < b.bounds[0]):
            yield Departure(Label.SANCTION, "fine", "对同一行为的罚款幅度", a.said, b.said, a.norms, b.norms)


def _fined(norms: tuple[Norm, ...]) -> Iterator[Fined]:
    for paragraph in paragraphs(norms):
        fines = tuple(p for p in paragraph.parameters if p.kind == "fine")
        if 1 <= len(fines) <= 2 and len({p.unit for p in fines}) == 1 and len({p.op[0] for p in fines}) == len(fines):
            yield Fined(paragraph.norms, _conduct(norms, paragraph), fines)


def _conduct(norms: tuple[Norm, ...], paragraph: Paragraph) -> frozenset[str]:
    """Pieces of what is done, in the paragraph and in the articles that it refers to."""
    first = paragraph.norms[0]
    meant = [n.text for m in REFERENCE.finditer(paragraph.words) for n in referred(norms, first, m)]
    return bag(_FOLLOWS.sub("，", paragraph.words + "".join(meant)))
