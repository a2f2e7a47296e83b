"""Sanctions against a higher act's: fine outside the range, fine where it has none, sanction made to wait for harm.

Administrative Penalty Law (行政处罚法) arts. 11–13: a lower act stays within the conduct, kinds and ranges that the
higher one sets. A lower ceiling inside the range, or no fine of one's own, is lawful and gives nothing.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.base import Severity
from checks.compare.ground.amounts import bounds
from checks.compare.ground.generality import is_outside
from checks.compare.ground.norms import Norm, norms_of
from checks.compare.ground.opponents import acts_above
from checks.compare.ground.paragraphs import Paragraph, paragraphs
from checks.compare.ground.topics import aid_meets, cites
from checks.compare.ground.wording import pieces
from checks.compare.outcome.departures import Departure, Label
from checks.remember import per_index
from kg.coverage import CoverageIndex
from kg.enums import Verdict
from kg.model import Parameter
from ontology.cues import Cue, load_cues, named_in

_HARM = re.compile(
    r"[，、]?(?:并)?造成(?:不良|严重|恶劣|一定)?(?:后果|影响|损失|损害)的|情节严重的|拒不改正的|逾期不改正?的|经教育不改的"
)


@dataclass(frozen=True, slots=True)
class Sanction:
    """One conduct and what follows it in one place."""

    conduct: Cue
    consequences: frozenset[str]
    harm: str  # words that make it wait for harm, "" where it does not
    fines: tuple[Parameter, ...]
    paragraph: Paragraph

    @property
    def norms(self) -> tuple[Norm, ...]:
        """Where it stands."""
        return self.paragraph.norms


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Departures in sanctions for the same conduct about the same aid."""
    ours, above = tuple(_sanctions(mine)), tuple(_sanctions(theirs))
    for a in ours:
        same = [b for b in above if a.conduct.id == b.conduct.id and _meets(index, a, b)]
        if not same:
            continue
        nearest = max(same, key=lambda b: _likeness(a, b))
        yield from () if _kept_above(index, a, nearest) else _range(a, nearest)
        yield from _milder(a, nearest)
        if a.fines and not any(b.fines or "fine" in b.consequences for b in same):
            yield _unfounded(a, nearest)


def _meets(index: CoverageIndex, a: Sanction, b: Sanction) -> bool:
    carried_out = cites(index, a.norms[0].document, b.norms[0].document)  # whatever aid the money is for
    if aid_meets(index, a.norms[0], b.norms[0]) is not Verdict.YES and not carried_out:
        return False
    return not is_outside(index, a.norms[0], a.paragraph.words, b.norms[0])


def _kept_above(index: CoverageIndex, a: Sanction, b: Sanction) -> bool:
    """Whether an act above that of `b` has the range of `a` for the conduct: it is kept, and `b` is out of date."""
    for other in acts_above(index, a.norms[0].document, b.norms[0].document):
        same = (x for x in _of_document(index, other.document.name) if x.conduct.id == a.conduct.id)
        if any(x.fines and _meets(index, a, x) and not any(_range(a, x)) for x in same):
            return True
    return False


@per_index
def _of_document(index: CoverageIndex, name: str) -> tuple[Sanction, ...]:
    return tuple(_sanctions(norms_of(index.reading(name))))


def _likeness(a: Sanction, b: Sanction) -> float:
    mine, theirs = pieces(a.paragraph.text), pieces(b.paragraph.text)
    return len(mine & theirs) / max(1, len(mine | theirs))


def _sanctions(norms: tuple[Norm, ...]) -> Iterator[Sanction]:
    cues = load_cues()
    for paragraph in paragraphs(norms):
        follows = named_in("consequence", paragraph.words)
        if not follows:
            continue
        for conduct in cues["conduct"]:
            if (match := conduct.find("named", paragraph.text)) and not _is_means(conduct, cues["conduct"], paragraph):
                yield Sanction(conduct, follows, _harm(paragraph.text, match.end()), _fines(paragraph), paragraph)


def _is_means(conduct: Cue, conducts: tuple[Cue, ...], paragraph: Paragraph) -> bool:
    """Whether the conduct is only how another one is done (篡改记录骗取基金)."""
    ends = frozenset(conduct.facts.get("meansTo", ()))
    return any(c.id in ends and c.find("named", paragraph.words) for c in conducts)


def _harm(text: str, after: int) -> str:
    """Words right behind the conduct that let it be punished only with a result."""
    match = _HARM.match(text, after) or _HARM.match(text, min(text.find("，", after) % (len(text) + 1), len(text)))
    return match.group().strip("，、") if match and not text[after : match.start()].count("；") else ""


def _fines(paragraph: Paragraph) -> tuple[Parameter, ...]:
    return tuple(p for p in paragraph.parameters if p.kind == "fine")


def _range(a: Sanction, b: Sanction) -> Iterator[Departure]:
    for unit in {p.unit for p in a.fines} & {p.unit for p in b.fines}:
        mine, theirs = _bounds(a.fines, unit), _bounds(b.fines, unit)
        if mine[1] > theirs[1] or mine[0] < theirs[0]:
            yield Departure(
                Label.SANCTION,
                "fine",
                f"对{a.conduct.label}的罚款幅度",
                _said(mine, unit),
                _said(theirs, unit),
                a.norms,
                b.norms,
            )


def _bounds(fines: tuple[Parameter, ...], unit: str) -> tuple[float, float]:
    return bounds((p.op, p.value) for p in fines if p.unit == unit)


def _said(bounds: tuple[float, float], unit: str) -> str:
    low, high = bounds
    lower = f"{low:g}{unit}以上" if low else ""
    upper = f"{high:g}{unit}以下" if high != math.inf else ""
    return lower + upper or "未定幅度"


def _milder(a: Sanction, b: Sanction) -> Iterator[Departure]:
    """The higher act punishes as such; the lower only with a result, or with criticism instead."""
    softer = "criticism" in a.consequences and "criticism" not in b.consequences and "discipline" in b.consequences
    if a.harm and not b.harm:
        extra = "，并可以批评教育代替处分" if softer else ""
        said = f"“{a.harm}”才予追究{extra}"
        yield Departure(
            Label.SANCTION, "harm", f"对{a.conduct.label}的追究条件", said, "没有这一前提", a.norms, b.norms
        )


def _unfounded(a: Sanction, b: Sanction) -> Departure:
    names = {c.id: c.label for c in load_cues()["consequence"]}
    theirs = "、".join(names[c] for c in sorted(b.consequences)) or "未设罚款"
    unit = a.fines[0].unit
    return Departure(
        Label.SANCTION,
        "fine",
        f"对{a.conduct.label}的处理",
        f"处{_said(_bounds(a.fines, unit), unit)}罚款",
        f"{theirs}，未设罚款",
        a.norms,
        b.norms,
        Severity.WARNING,
    )
