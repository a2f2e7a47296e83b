"""Work that each of two bodies declines and leaves to the other: 由残联负责，本局不办 here, 到人社局办，本会不办 there.

A norm is read clause by clause: who declines (a body, the text's own voice, or its fund or project, before a verb
denied), and to whom the matter is left. A service point is its department. Both norms have to decline; quiet for other
costs, other events, other people, what is left over, and what the other norm says is not such.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, combinations, groupby, pairwise, product

from checks.compare.bodies.referrals import label_of
from checks.compare.bodies.sends import unlike
from checks.compare.ground.agencies import agencies_in, authors_of, departments_of
from checks.compare.ground.alignment import bag, people_apart, share
from checks.compare.ground.marks import PAUSE
from checks.compare.ground.norms import Norm, norms_of
from checks.compare.ground.occasions import events_apart
from checks.matter import people_named
from checks.places import document_pairs
from checks.purposes import purposes_in
from kg.coverage import CoverageIndex
from kg.memo import per_reading
from kg.model import Reading
from ontology.cues import Setting

_SEND = Setting("send")
_NOT_OWN = frozenset({"unresolved", "government", "member-units", "village", "township"})
_SHARED, _MUCH = 3, 0.4  # pieces of the matter that both name, and their part of the shorter one's
_FEW = 3  # pieces that name a thing
_CASE = re.compile(r"[^，。；]{2,40}?的(?=，)|[^，。；、]{2,16}的(?=[^，。；]{2})")
_BEFORE = 8  # characters between a body and the words that leave something to it


@dataclass(frozen=True, slots=True)
class Declined:
    """A norm in which the bodies of `off` do nothing, and the matter is left to those of `on`."""

    norm: Norm
    off: frozenset[str]
    on: frozenset[str]
    matter: frozenset[str]


def declined_both_ways(index: CoverageIndex) -> Iterator[tuple[Norm, Norm]]:
    """Norms of two documents, or of one, that decline one matter and leave it to each other's body."""
    between = (product(declined_in(mine), declined_in(other)) for mine, other in document_pairs(index))
    within = (combinations(declined_in(reading), 2) for reading in index.readings)
    pairs = chain(chain.from_iterable(between), chain.from_iterable(within))
    yield from ((a.norm, b.norm) for a, b in pairs if _circle(index, a, b))


def _circle(index: CoverageIndex, a: Declined, b: Declined) -> bool:
    if not (a.off & b.on and b.off & a.on) or a.off & b.off:
        return False
    few = min(_SHARED, len(a.matter), len(b.matter))
    if not few or len(a.matter & b.matter) < few or share(a.matter, b.matter) < _MUCH:
        return False
    said = [_SEND.without("declines", x.norm.sentence) for x in (a, b)]
    return not (_apart(a.norm, b.norm) or unlike(*said) or people_apart(index, a.norm, b.norm))


def _apart(a: Norm, b: Norm) -> bool:
    """Whether two norms are on other costs, or on cases of which the other has none, or one on what is left over."""
    costs = purposes_in(a.text), purposes_in(b.text)
    rest = [_SEND.has("rest", n.text) for n in (a, b)]
    things = _object(a), _object(b)
    other = (all(costs) and not costs[0] & costs[1]) or (min(map(len, things)) >= _FEW and not things[0] & things[1])
    return other or rest[0] is not rest[1] or events_apart(a, b)


@per_reading
def declined_in(reading: Reading) -> tuple[Declined, ...]:
    """The norms of a document that decline a matter and leave it to others, or two such sentences of a paragraph."""
    authors = authors_of(reading.document)
    found: list[Declined] = []
    for _, norms in groupby(norms_of(reading), key=lambda n: n.line):
        parts = [_read(n, frozenset(label_of(reading, n)) or authors) for n in norms if not _SEND.has("aside", n.text)]
        told = [p for p in parts if p.off and p.on]
        apart = (_joined(a, b) for a, b in pairwise(parts) if not told and a.off and b.on)
        found += told or apart
    return tuple(d for d in found if d.off and d.on)


def _read(norm: Norm, own: frozenset[str]) -> Declined:
    off: set[str] = set()
    on: set[str] = set()
    for clause in PAUSE.split(norm.text):
        if match := next(_SEND.all("declines", clause), None):
            off |= _declining(clause[: match.start("deed")], own)
        else:
            on |= _left_to(clause)
    declined = _with_departments(off)
    return Declined(norm, declined, _with_departments(on) - declined, _matter(norm))


def _joined(a: Declined, b: Declined) -> Declined:
    """A sentence that declines, and the next one of its paragraph, which leaves the matter to others."""
    return Declined(a.norm, a.off, b.on - a.off, a.matter | b.matter)


def _declining(subject: str, own: frozenset[str]) -> frozenset[str]:
    """Who does nothing: the body that a clause begins with, else the text's own, unless people are spoken of."""
    named = frozenset(a for start, _, a in agencies_in(subject) if start <= 1)
    return named or (frozenset() if _SEND.has("people", subject) else own)


def _left_to(clause: str) -> frozenset[str]:
    """The bodies that a clause leaves something to, by the words before their names or behind."""
    return frozenset(
        agency
        for start, end, agency in agencies_in(clause)
        if (_SEND.has("toward", clause[max(0, start - _BEFORE) : start]) or _SEND.has("takes", clause[end:]))
        and not _SEND.has("helps", clause[end:])
    )


def _with_departments(bodies: set[str]) -> frozenset[str]:
    """Bodies and the departments whose institutions they are."""
    return frozenset(x for b in bodies for x in (b, *departments_of(b, "unit", "outlet"))) - _NOT_OWN


def _matter(norm: Norm) -> frozenset[str]:
    """Pieces of what a norm is about, of what stands before it where its own words name nothing."""
    return bag(_said(norm)) or bag(norm.stem + norm.prior)


def _object(norm: Norm) -> frozenset[str]:
    """Pieces of what is done, without the people and the case it is done for."""
    return bag(people_named().sub("，", _CASE.sub("，", _said(norm))))


def _said(norm: Norm) -> str:
    """The words of a norm less those that decline or leave."""
    text = norm.text
    for match in reversed(list(_SEND.all("declines", text))):
        text = text[: match.start("deed")] + "，" + text[match.end("deed") :]
    return _SEND.without("plain", text)
