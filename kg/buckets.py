"""Pairs of duties in plain Python: buckets of function and aid, box against box.

For some ten thousand duties this is quicker than making columns; beyond that `kg.join` takes over, with the same
pairs, verdicts and counts (tests/kg/test_join.py holds one against the other). The buckets of one text are kept with
it; what is set aside by agency and document alone is counted once for all duties of the draft that ask for the same.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.boxes import Boxes, Duty, Pair, Wanted, duties_in
from kg.enums import Role, Verdict
from kg.memo import per_reading
from kg.model import Document, Reading
from kg.regions import Place
from kg.standing import place
from kg.tally import APART_IN_GROUPS, APART_IN_PLACE, APART_IN_TIME, SAME_AGENCY, Tally

_Key = tuple[str, str]  # function and aid
_Sifted = tuple[int, Mapping[str, int], Sequence[Duty]]  # how many, set aside for which reasons, and the others


class Buckets:
    """Duties by function and aid; those of the draft are joined with all, without a draft all with all."""

    def __init__(self, readings: Sequence[Reading], boxes: Boxes, draft: str | None):
        self.boxes = boxes
        self.readings = readings
        self.led = [d for r in readings if draft in (None, r.document.name) for d in duties_in(r)]
        self._others = [r for r in readings if draft not in (None, r.document.name)]
        self._inside: dict[frozenset[Role], dict[_Key, list[int]]] = {}
        self._outside: dict[frozenset[Role], dict[_Key, list[Duty]]] = {}
        self._related: dict[str, tuple[tuple[str, Verdict], ...]] = {}

    def cells(self) -> Iterator[tuple[_Key, tuple[Duty, ...]]]:
        """Every bucket with all its duties."""
        found = _together(self.readings, frozenset(Role))
        return ((key, tuple(duties)) for key, duties in found.items())

    def pairs(self, wanted: Wanted, tally: Tally) -> Iterator[Pair]:
        """Each pair once; in the check of a draft one side at least is the draft's, and stands first."""
        known: dict[tuple[_Key, str, str], _Sifted] = {}
        wanted = replace(wanted, between=wanted.between and _once(wanted.between))
        for number, duty in enumerate(self.led):
            if duty.actor.role in wanted.roles and wanted.takes(duty.function):
                yield from self._partners(number, duty, wanted, tally, known)

    def _partners(
        self, number: int, a: Duty, wanted: Wanted, tally: Tally, known: dict[tuple[_Key, str, str], _Sifted]
    ) -> Iterator[Pair]:
        """Slot by slot, cheapest first: what `Boxes.meets` says of the two."""
        outside, inside = self._beside(wanted.roles), self._within(wanted.roles)
        work, agency, here = self.boxes.functions_meet(a.function, a.function), a.actor.agency, a.document.name
        for aid, related in self._relatives(a.aid):
            key = a.function, aid
            if key in outside:
                asked = key, agency, here
                sifted = known.get(asked) or known.setdefault(asked, _sifted(a, outside[key], wanted))
                yield from self._met(a, sifted, wanted, tally, related & work)
            if key in inside and (behind := self._behind(number, inside[key])):
                yield from self._met(a, _sifted(a, behind, wanted), wanted, tally, related & work)

    def _met(self, a: Duty, sifted: _Sifted, wanted: Wanted, tally: Tally, same_work: Verdict) -> Iterator[Pair]:
        """Those that nothing sets aside."""
        count, reasons, others = sifted
        tally.pairs += count
        for reason, times in reasons.items():
            tally.skipped[reason] += times
        boxes, aside = self.boxes, wanted.aside
        for b in others:
            if aside and (reason := aside(a, b)):
                tally.skipped[reason] += 1
                continue
            together = boxes.documents_meet(a.document, b.document)
            if together is Verdict.NO:
                tally.skipped[self._why(a, b)] += 1
            elif (shared := boxes.groups.meets(boxes.extent(a.provision), boxes.extent(b.provision))) is Verdict.NO:
                tally.skipped[APART_IN_GROUPS] += 1
            else:
                yield Pair(a, b, same_work & together & shared)

    def _beside(self, roles: frozenset[Role]) -> Mapping[_Key, Sequence[Duty]]:
        """The duties beside the draft in these roles."""
        if roles not in self._outside:
            self._outside[roles] = _together(self._others, roles)
        return self._outside[roles]

    def _within(self, roles: frozenset[Role]) -> Mapping[_Key, Sequence[int]]:
        """The duties joined with all that are held in these roles, by their numbers."""
        if roles not in self._inside:
            cells: dict[_Key, list[int]] = {}
            for number, duty in enumerate(self.led):
                if duty.actor.role in roles:
                    cells.setdefault((duty.function, duty.aid), []).append(number)
            self._inside[roles] = cells
        return self._inside[roles]

    def _behind(self, number: int, held: Sequence[int]) -> list[Duty]:
        """The duties of a bucket that come behind one of them, but for those of its provision."""
        mine, behind = self.led[number].provision, (self.led[n] for n in held[bisect_right(held, number) :])
        return [d for d in behind if d.provision is not mine]

    def _why(self, a: Duty, b: Duty) -> str:
        region = self.boxes.region
        where = self.boxes.regions.relation(place(a.document, region), place(b.document, region))
        return APART_IN_PLACE if where is Place.APART else APART_IN_TIME

    def _relatives(self, aid: str) -> tuple[tuple[str, Verdict], ...]:
        """Aid types that `aid` can meet, with the verdict."""
        if aid not in self._related:
            meets = self.boxes.aids.meets
            self._related[aid] = tuple((other, meets(aid, other)) for other in self.boxes.aids.related(aid))
        return self._related[aid]


def _sifted(a: Duty, others: Sequence[Duty], wanted: Wanted) -> _Sifted:
    """What of `others` the agency and the document of `a` leave."""
    agency = a.actor.agency if wanted.two_agencies else None
    rest = [b for b in others if b.actor.agency != agency]
    aside = {SAME_AGENCY: len(others) - len(rest)} if len(rest) < len(others) else {}
    if wanted.between is None:
        return len(others), aside, rest
    found = []
    for b in rest:
        if reason := wanted.between(a.document, b.document):
            aside[reason] = aside.get(reason, 0) + 1
        else:
            found.append(b)
    return len(others), aside, found


def _once(between: Callable[[Document, Document], str]) -> Callable[[Document, Document], str]:
    """`between`, asked once for every two documents."""
    known: dict[tuple[str, str], str] = {}

    def answer(a: Document, b: Document) -> str:
        asked = a.name, b.name
        if asked not in known:
            known[asked] = between(a, b)
        return known[asked]

    return answer


def _together(readings: Iterable[Reading], roles: frozenset[Role]) -> dict[_Key, list[Duty]]:
    """The buckets of all of the texts, in their order."""
    found: dict[_Key, list[Duty]] = {}
    for reading in readings:
        for key, duties in _buckets_of(reading, roles).items():
            found.setdefault(key, []).extend(duties)
    return found


def _buckets_of(reading: Reading, roles: frozenset[Role]) -> Mapping[_Key, Sequence[Duty]]:
    """The duties of a text in these roles, by function and aid."""
    known = _by_roles(reading)
    if roles not in known:
        found: dict[_Key, list[Duty]] = {}
        for duty in duties_in(reading):
            if duty.actor.role in roles:
                found.setdefault((duty.function, duty.aid), []).append(duty)
        known[roles] = found
    return known[roles]


@per_reading
def _by_roles(reading: Reading) -> dict[frozenset[Role], dict[_Key, list[Duty]]]:
    """What was asked of a text so far."""
    return {}
