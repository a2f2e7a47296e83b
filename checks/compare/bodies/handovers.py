"""Matters that two bodies each hand on to the other: 收费投诉移交市场监管局处理 here, 收费投诉移交民政局处理 there.

To hand on is no turning away, and a chain that ends with somebody is how work is shared out. Only where the very matter
that one hands on comes back from the body that it went to has it no end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from checks.compare.bodies.referrals import label_of
from checks.compare.ground.agencies import agencies_in
from checks.compare.ground.alignment import bag, share
from checks.compare.ground.marks import PAUSE
from checks.compare.ground.norms import Norm, norms_of
from checks.places import document_pairs
from kg.coverage import CoverageIndex
from kg.memo import per_reading
from kg.model import Reading

_HANDED = re.compile(
    r"(?:转交|转送|转介|移送|移交|转至|转由|转给|交由|转)(?P<to>[^，。；转移]{2,24}?)(?:办理|处理|解决|受理|核查|查处|处置|答复|承办|负责)"
)
_FIRST = re.compile(r"转|移交|移送|交由")
_PLAIN = re.compile(r"接到|收到|发现|涉及|属于|有关|对于|的|对|问题|事项|情况|情形|应当|一律|及时|反映")
_OWN, _ALL = 0.8, 0.6  # of the matter that is said shorter, in the other; of the other, in the whole norm
_UNKNOWN = frozenset({"unresolved", "township", "village", "government"})


@dataclass(frozen=True, slots=True)
class Handover:
    """A `matter` that `source` hands on to `target`, as pieces of its words."""

    norm: Norm
    source: str
    target: str
    matter: frozenset[str]


def handed_back(index: CoverageIndex) -> Iterator[tuple[Handover, Handover]]:
    """Pairs of handovers of one matter, there and back, in two documents or in one."""
    for mine, other in document_pairs(index):
        yield from _pairs(handovers_of(mine), handovers_of(other))
    for reading in index.readings:
        found = handovers_of(reading)
        yield from (pair for pair in _pairs(found, found) if pair[0].norm.start < pair[1].norm.start)


def _pairs(mine: tuple[Handover, ...], theirs: tuple[Handover, ...]) -> Iterator[tuple[Handover, Handover]]:
    for a, b in product(mine, theirs):
        if (a.source, a.target) == (b.target, b.source) and _one_matter(a, b):
            yield a, b


def _one_matter(a: Handover, b: Handover) -> bool:
    short, long = sorted((a, b), key=lambda h: len(h.matter))
    if not short.matter or share(short.matter, long.matter) < _OWN:
        return False
    return len(long.matter & bag(short.norm.words)) >= _ALL * len(long.matter)


@per_reading
def handovers_of(reading: Reading) -> tuple[Handover, ...]:
    """What a document has named bodies hand on."""
    if not _FIRST.search(reading.document.text):
        return ()
    return tuple(h for norm in norms_of(reading) for h in _handovers(reading, norm))


def _handovers(reading: Reading, norm: Norm) -> Iterator[Handover]:
    for match in _HANDED.finditer(norm.text):
        before = norm.text[: match.start()]
        to = [a for _, _, a in agencies_in(match["to"])][-1:]
        named = [a for _, _, a in agencies_in(norm.stem + before)][:1]
        spoken = list(label_of(reading, norm)) or named
        matter = next((c for c in reversed(PAUSE.split(before)) if bag(_PLAIN.sub(" ", c))), "")
        for source, target in product(spoken or reading.document.issuer_ids[:1], to):
            if source != target and not {source, target} & _UNKNOWN:
                yield Handover(norm, source, target, bag(_PLAIN.sub(" ", matter)))
