"""An undertaking in two hands as a finding: what each text says of it, and what others say beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from checks.base import Evidence, Hit, Slot, evidence
from checks.compare.bodies.undertakings import Share, label_of, named_in, shares_of
from checks.compare.ground.agencies import names_in
from checks.compare.ground.norms import norms_of
from checks.compare.ground.opponents import certainty
from checks.compare.outcome.hits import clip, places, route_for, weighing
from checks.speech import at, who
from kg.coverage import CoverageIndex
from kg.enums import Verdict
from kg.model import Groups, Provision, Reading

_ONE = "明确由一个部门牵头，另一部门改为配合；或者写明两家按对象、环节如何划分。"
_KEEP = "由{}办理，或者先按程序调整职责分工并废止原规定。"
_MOST = 3  # more clauses shown of a text
_NOTICE = re.compile(
    r"职责[^。；]{0,12}(?:不作调整|不变|保持不变|划[入转归]|调整)|(?:划[入转归]|移交)[^。；]{0,30}职责|不再保留"
)


@dataclass(frozen=True, slots=True)
class Clash:
    """All clauses in which two departments each do parts of one undertaking, the closest pair first."""

    pairs: tuple[tuple[Share, Share], ...]
    settled: bool  # whether the second text settles who does it for the first

    @property
    def first(self) -> tuple[Share, Share]:
        """The pair that the finding is told of."""
        return self.pairs[0]


def hit(index: CoverageIndex, clash: Clash) -> Hit:
    """The finding that two departments do one undertaking, or that the draft takes it from the other."""
    a, b = (x.duty for x in clash.first)
    standing = index.relation(b.document, a.document)
    met = [x for pair in clash.pairs for x in pair]
    same = [y for x in met for y in like(index, x)]
    provisions = dict.fromkeys((*(x.duty.provision for x in (*met, *same)), *_beside(index, clash)))
    name = index.vocabulary.label
    work = label_of(clash.first[0].undertaking)
    between = "，而" if clash.settled else "、"
    what = f"办理{work}，牵头部门不一致。" if clash.settled else f"分别办理{work}，没有明确谁牵头、谁配合。"
    return Hit(
        (clash.first[0].undertaking, a.provision.id, b.provision.id),
        f"{at(index, a.provision)}由{who(a)}（“{clip(a.provision.quote.text)}”）{between}"
        f"{at(index, b.provision)}由{who(b)}（“{clip(b.provision.quote.text)}”）{what}",
        (*(evidence(index, p) for p in provisions), *_noticed(index, clash)),
        same=(Slot("matter", work),),
        differs=(Slot("agency", a=a.agency, b=b.agency), *weighing(a.document, b.document)),
        agencies=(a.agency, b.agency),
        groups=Groups.of((*a.groups, *b.groups)),
        aid=tuple(sorted({d.aid for d in (a, b)} - {""})),
        certain=certainty(standing) if a.document is not b.document else Verdict.YES,
        suggestion=_KEEP.format(name("agency", b.agency)) if clash.settled else _ONE,
        route=route_for(standing),
    )


def like(index: CoverageIndex, share: Share) -> tuple[Share, ...]:
    """All that the text of `share` has its department do of the undertaking."""
    there = shares_of(index.reading(share.duty.document.name))
    return tuple(x for x in there if (x.undertaking, x.line) == (share.undertaking, share.line))


def _beside(index: CoverageIndex, clash: Clash) -> Iterator[Provision]:
    """What the two texts give by the undertaking, and what others say of it by its name."""
    a, b = clash.first
    both = [index.reading(x.duty.document.name) for x in (a, b)]
    others = (r for r in index.readings if index.is_in_force(r.document) and r not in both)
    if not clash.settled:
        yield from (p for r in both for p in islice(_given(r, a.undertaking), _MOST))
    else:
        named = (p for r in others for p in r.provisions if a.undertaking in named_in(p.quote.text))
        yield from islice((p for p in named if p.agencies() & {a.line, b.line}), _MOST)


def _given(reading: Reading, undertaking: str) -> Iterator[Provision]:
    """Clauses of a text that give something by an undertaking which they, or its title, name."""
    for p in reading.provisions:
        named = named_in(p.quote.text) or named_in(reading.document.title or "")
        if "pay" in p.functions and undertaking in named:
            yield p


def _noticed(index: CoverageIndex, clash: Clash) -> tuple[Evidence, ...]:
    """What a notice in force on the departments' duties says of the one that has the undertaking (不作调整)."""
    told = {x.duty.document.name for pair in clash.pairs for x in pair}
    line = clash.first[1].line
    others = (r for r in index.readings if index.is_in_force(r.document) and r.document.name not in told)
    notices = (n for r in others for n in norms_of(r) if _NOTICE.search(n.text) and line in names_in(n.text))
    return places(index, list(notices)[:2])
