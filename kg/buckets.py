"""Pairs of duties in plain Python: buckets of function and aid, box against box.

For some ten thousand duties this is quicker than making columns; beyond that `kg.join` takes over, with the same
pairs, verdicts and counts (tests/kg/test_join.py holds one against the other).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.boxes import Boxes, Duty, Pair, Wanted
from kg.enums import Role, Verdict
from kg.regions import Place
from kg.standing import place
from kg.tally import APART_IN_GROUPS, APART_IN_PLACE, APART_IN_TIME, SAME_AGENCY, Tally


class Buckets:
    """Duties by function and aid; those of the draft are joined with all, without a draft all with all."""

    def __init__(self, duties: Sequence[Duty], boxes: Boxes, draft: str | None):
        self.duties = duties
        self.roles = [d.actor.role for d in duties]
        self.agencies = [d.actor.agency for d in duties]
        self.provisions = [d.provision for d in duties]
        self.led = [draft is None or d.document.name == draft for d in duties]
        self.boxes = boxes
        self.draft = draft
        self.cells: dict[tuple[str, str], list[int]] = {}
        for number, duty in enumerate(duties):
            self.cells.setdefault((duty.function, duty.aid), []).append(number)
        self._related: dict[str, tuple[tuple[str, Verdict], ...]] = {}
        self._held: dict[frozenset[Role], dict[tuple[str, str], list[int]]] = {}

    def pairs(self, wanted: Wanted, tally: Tally) -> Iterator[Pair]:
        """Each pair once; in the check of a draft one side at least is the draft's, and stands first."""
        for number, duty in enumerate(self.duties):
            if self.led[number] and self.roles[number] in wanted.roles and wanted.takes(duty.function):
                yield from self._partners(number, duty, wanted, tally)

    def _partners(self, number: int, a: Duty, wanted: Wanted, tally: Tally) -> Iterator[Pair]:
        """Slot by slot, cheapest first: what `Boxes.meets` says of the two."""
        boxes, who, mine = self.boxes, self.boxes.extent(a.provision), self.provisions[number]
        led, agencies, aside, cells = self.led, self.agencies, wanted.aside, self._held_in(wanted.roles)
        agency = agencies[number] if wanted.two_agencies else None
        for aid, related in self._relatives(a.aid):
            same_work = related & boxes.functions_meet(a.function, a.function)
            for other in cells.get((a.function, aid), ()):
                if (other <= number and led[other]) or self.provisions[other] is mine:
                    continue
                tally.pairs += 1
                if agencies[other] == agency:
                    tally.skipped[SAME_AGENCY] += 1
                    continue
                b = self.duties[other]
                if aside and (reason := aside(a, b)):
                    tally.skipped[reason] += 1
                    continue
                together = boxes.documents_meet(a.document, b.document)
                if together is Verdict.NO:
                    tally.skipped[self._why(a, b)] += 1
                elif (shared := boxes.groups.meets(who, boxes.extent(b.provision))) is Verdict.NO:
                    tally.skipped[APART_IN_GROUPS] += 1
                else:
                    yield Pair(a, b, same_work & together & shared)

    def _held_in(self, roles: frozenset[Role]) -> dict[tuple[str, str], list[int]]:
        """The cells, with the duties held in these roles alone."""
        if roles not in self._held:
            held = {cell: [n for n in numbers if self.roles[n] in roles] for cell, numbers in self.cells.items()}
            self._held[roles] = held
        return self._held[roles]

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
