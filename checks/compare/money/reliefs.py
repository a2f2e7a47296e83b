"""Relief from a charge that the rule above orders (应当免除行政事业性收费), and a text only allows (可以减免).

What people are freed of above they may have to pay below, as the body likes; so too where the text only makes the
charge less. The charge is one where both call it by one name. Quiet for other people, where the text frees of it
elsewhere, and where the rule above leaves it open or to rules of others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.base import Severity
from checks.compare.ground.alignment import bag, one_subject, people_apart
from checks.compare.ground.norms import Norm
from checks.compare.ground.references import REFERENCE, referred
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from ontology.cues import Setting

_RELIEF = Setting("relief")
_CHARGE = re.compile(r"[一-龥]{2,12}?(?:收费|费用?|税收?|租金|押金|保证金)(?!减免)")
_HEAD = re.compile(r"^.*(?:的|其|应当?|可以?|依法|全部|全额|相关|有关|和|及|与|或者)")
_FEW = 3  # characters of the name of a charge
_CASE = 3  # pieces that the cases of both share


@dataclass(frozen=True, slots=True)
class _Relief:
    norm: Norm
    charge: str
    said: str
    before: str


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Reliefs that `theirs` orders and `mine` leaves to choice."""
    ordered = [r for n in theirs for r in _reliefs(n, "freed") if not _RELIEF.has("open", n.text)]
    given = [r for n in mine for r in _reliefs(n, "freed") if not _RELIEF.has("open", n.text)] if ordered else []
    for a in (r for n in mine for r in _reliefs(n, "eased") if ordered and _RELIEF.has("open", n.text)):
        above = [b for b in ordered if b.charge == a.charge and _one_case(index, a, b, theirs)]
        if above and not any(r.charge == a.charge for r in given):
            b = above[0]
            said = (f"规定“{clip(a.norm.text, 40)}”", f"应当{b.said}{b.charge}")
            yield Departure(Label.BENEFIT, "relief", f"{a.charge}的减免", *said, (a.norm,), (b.norm,), Severity.WARNING)


def _reliefs(norm: Norm, what: str) -> Iterator[_Relief]:
    """What a norm frees of, or eases, charge by charge."""
    for match in _RELIEF.all(what, norm.text):
        clause = re.split("[，。；]", norm.text[match.end() :])[0]
        for name in re.split("、|或者|和|以及|及", clause):
            found = _CHARGE.search(name)
            charge = _HEAD.sub("", found.group()) if found else ""
            if len(charge) >= _FEW:
                yield _Relief(norm, charge, match.group(), norm.words[: len(norm.stem) + match.start()])


def _one_case(index: CoverageIndex, a: _Relief, b: _Relief, theirs: tuple[Norm, ...]) -> bool:
    """Whether both tell one case for people who may be the same; a norm may name them by an article of its text."""
    if people_apart(index, a.norm, b.norm) or _others(a.norm, b.norm) or not one_subject(index, a.norm, b.norm):
        return False
    cited = (n.text for m in REFERENCE.finditer(b.before) for n in referred(theirs, b.norm, m))
    return len(bag(a.before) & bag("，".join((b.before, *cited)))) >= _CASE


def _others(a: Norm, b: Norm) -> bool:
    """Whether both name people, and none of one are some of the other (个体经营的残疾人, 个体经营的退役军人)."""
    pairs = [(set(x), set(y)) for x in a.people for y in b.people]
    return bool(pairs) and not any(x <= y or y <= x for x, y in pairs)
