"""The coverage index: who does what for whom, with what aid, where, at one date.

A provision covers a box: function × aid (a tree) × groups × region (a tree) × time. The index holds what is in
force when the draft takes effect (or at `at`), and the draft itself; it answers meets, contains and subtract,
three-valued, and joins duties inside buckets of aid and function. What was set aside, and why, is counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType

from kg.aid import AidTree
from kg.boxes import DELIVERY, PREPARING, Boxes, Cell, Duty, Grant, Pair
from kg.force import Force, first_day
from kg.groups import Extent, GroupAlgebra, Remainder
from kg.model import Corpus, Document, Groups, Modality, Period, Provision, Reading, Role, Verdict
from kg.regions import Place, RegionTree
from kg.standing import Standing, place, standing
from ontology.vocabulary import Vocabulary

__all__ = ["Boxes", "Cell", "Coverage", "CoverageIndex", "Duty", "Grant", "Pair", "build_index"]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Who covers a group with an aid in a region: leads that certainly do, leads that may, and who is left out."""

    certain: tuple[Duty, ...]
    possible: tuple[Duty, ...]
    uncovered: Remainder
    witness: str  # one person left out, in Chinese; "" where nobody is


class CoverageIndex:
    """Read-only view of what is in force at `at` in `region`, with the draft (if any) beside it."""

    def __init__(self, base: Corpus, draft: Reading | None, vocabulary: Vocabulary, at: date, region: str | None):
        self.vocabulary = vocabulary
        self.at = at
        self.region = region or (draft.document.region if draft else None)
        self.draft = draft
        self.readings: tuple[Reading, ...] = (*base.readings, *((draft,) if draft else ()))
        self.documents: Mapping[str, Document] = MappingProxyType({r.document.name: r.document for r in self.readings})
        self.effective = max(at, (draft and first_day(draft.document)) or at)
        self.groups = GroupAlgebra(vocabulary, self.effective, self.region)
        self.aids = AidTree(vocabulary)
        self.regions = RegionTree()
        self.force = Force(self.documents.values(), draft.document if draft else None, self.effective, self.regions)
        self.boxes = Boxes(self.groups, self.aids, self.regions, self.force, self.region)
        self.skipped: Counter[str] = Counter()
        self.compared = 0
        live = [r for r in self.readings if self.is_in_force(r.document)]
        self.skipped["文件不在有效期内"] += len(self.readings) - len(live)
        self.provisions: tuple[Provision, ...] = tuple(p for r in live for p in r.provisions)
        self.duties: tuple[Duty, ...] = tuple(d for p in self.provisions for d in self._duties(p))

    # ---- documents ----

    def is_draft(self, document: str) -> bool:
        """Whether the document of this name is the draft under review."""
        return self.draft is not None and self.draft.document.name == document

    def in_force(self, document: Document | str) -> Period:
        """When a document is in force: its own dates, ended by repeals and later versions, the draft's among them."""
        return self.force.period(self._document(document))

    def is_in_force(self, document: Document | str) -> bool:
        """Whether a document counts here: the draft, and what is in force when the draft takes effect."""
        found = self._document(document)
        return self.is_draft(found.name) or self.force.period(found).covers(self.effective)

    def ended_by(self, document: Document | str) -> Document | None:
        """The document that ends this one, by repeal or as its later version."""
        name = self.force.ended_by.get(self._document(document).name)
        return self.documents[name] if name else None

    def relation(self, a: Document | str, b: Document | str) -> Standing:
        """How `a` stands to `b`: same, higher, lower, elsewhere, party, unknown."""
        return standing(self._document(a), self._document(b), self.regions, self.region)

    # ---- boxes ----

    def meets(self, a: Duty, b: Duty) -> Verdict:
        """Whether the boxes of two duties meet: function, aid, groups, region and time."""
        return self.boxes.meets(a, b)

    def groups_meet(self, a: Groups, b: Groups) -> Verdict:
        """Whether somebody can belong to both; UNKNOWN where one side states none or only an umbrella word."""
        return self.groups.meets(a, b)

    def groups_contain(self, a: Groups, b: Groups) -> Verdict:
        """Whether everybody of `b` belongs to `a`."""
        return self.groups.contains(a, b)

    def extent(self, provision: Provision) -> Extent:
        """Who a provision is for, less those it excludes."""
        return self.boxes.extent(provision)

    def witness_of_both(self, a: Provision, b: Provision) -> str:
        """One person that both provisions are for, in Chinese; "" where there is none."""
        return self.groups.witness(self.groups.common(self.extent(a), self.extent(b)))

    def cells(self) -> Iterator[Cell]:
        """Duties in buckets of function and aid."""
        for (function, aid), duties in self._buckets.items():
            yield Cell(function, aid, tuple(duties))

    def pairs(self, roles: Iterable[Role] = tuple(Role), functions: Iterable[str] | None = None) -> Iterator[Pair]:
        """Pairs of duties whose boxes meet, each pair once: draft × (draft and base), or everything in an audit.

        Only duties in `roles` and, where given, `functions` are joined; duties of one provision are not a pair.
        """
        wanted, only = frozenset(roles), None if functions is None else frozenset(functions)
        for i, a in enumerate(self.duties):
            mine = a.role in wanted and (only is None or a.function in only)
            if mine and (self.draft is None or self.is_draft(a.document.name)):
                yield from self._partners_of(i, a, wanted)

    def _partners_of(self, i: int, a: Duty, wanted: frozenset[Role]) -> Iterator[Pair]:
        for aid in self._related(a.aid):
            for j, b in self._numbered.get((a.function, aid), ()):
                twice = j <= i and (self.draft is None or self.is_draft(b.document.name))
                if twice or b.role not in wanted or a.provision is b.provision:
                    continue
                self.compared += 1
                verdict = self.meets(a, b)
                if verdict is Verdict.NO:
                    self.skipped[self._why_apart(a, b)] += 1
                else:
                    yield Pair(a, b, verdict)

    def _why_apart(self, a: Duty, b: Duty) -> str:
        if self.boxes.documents_meet(a.document, b.document) is Verdict.NO:
            together = self.in_force(a.document).meets(self.in_force(b.document))
            return "适用地区不同" if together else "不同时有效"
        return "救助对象不相交"

    # ---- coverage ----

    def grants(self) -> Iterator[Grant]:
        """Aids given: entitlements, and provisions whose lead pays or delivers; one for each aid of a provision."""
        for provision in self.provisions:
            delivers = {"pay", "implement", "service"} & set(provision.functions) and provision.agencies(Role.LEAD)
            if provision.modality is Modality.ENTITLEMENT or delivers:
                for aid in provision.aid:
                    yield Grant(provision, self.documents[provision.document], aid)

    def coverage(self, groups: Groups, aid: str, region: str | None = None) -> Coverage:
        """Leads that serve `groups` with `aid` in `region` (the index's own by default), and who is left over."""
        certain: list[Duty] = []
        possible: list[Duty] = []
        sure: list[Extent] = []
        maybe: list[Extent] = []
        for duty in self.duties:
            serves = self._serves(duty, aid, region or self.region)
            extent = self.extent(duty.provision)
            verdict = serves & self._same_words(duty.groups, groups, self.groups.meets(extent, groups))
            if verdict is not Verdict.NO:
                (certain if verdict is Verdict.YES else possible).append(duty)
                (sure if serves is Verdict.YES else maybe).append(extent)
        whole = self.groups.union((*sure, *(Extent((), e.possible) for e in maybe)))
        left = self.groups.subtract(groups, whole)
        witness = self.groups.witness(left.certain or left.possible)
        return Coverage(tuple(certain), tuple(possible), left, witness)

    def _serves(self, duty: Duty, aid: str, region: str | None) -> Verdict:
        """Whether a lead duty delivers `aid` in `region`, whoever it is for."""
        if duty.role is not Role.LEAD or duty.function not in DELIVERY | PREPARING:
            return Verdict.NO
        work = Verdict.YES if duty.function in DELIVERY else Verdict.UNKNOWN
        kind = self.aids.contains(duty.aid, aid)
        if kind is Verdict.NO:
            kind = Verdict.NO if self.aids.meets(duty.aid, aid) is Verdict.NO else Verdict.UNKNOWN
        where = self.regions.relation(place(duty.document, self.region), region)
        there = {Place.APART: Verdict.NO, Place.SAME: Verdict.YES, Place.CONTAINS: Verdict.YES}
        return work & kind & there.get(where, Verdict.UNKNOWN)

    @staticmethod
    def _same_words(a: Groups, b: Groups, otherwise: Verdict) -> Verdict:
        """YES where both use the very same words, be they loose."""
        return Verdict.YES if a and set(a) & set(b) else otherwise

    # ---- inside ----

    @cached_property
    def _numbered(self) -> dict[tuple[str, str], list[tuple[int, Duty]]]:
        buckets: dict[tuple[str, str], list[tuple[int, Duty]]] = {}
        for i, duty in enumerate(self.duties):
            buckets.setdefault((duty.function, duty.aid), []).append((i, duty))
        return buckets

    @property
    def _buckets(self) -> dict[tuple[str, str], list[Duty]]:
        return {key: [d for _, d in found] for key, found in self._numbered.items()}

    @cached_property
    def _relatives(self) -> dict[str, tuple[str, ...]]:
        return {}

    def _related(self, aid: str) -> tuple[str, ...]:
        if aid not in self._relatives:
            self._relatives[aid] = self.aids.related(aid)
        return self._relatives[aid]

    def _document(self, document: Document | str) -> Document:
        return self.documents[document] if isinstance(document, str) else document

    def _duties(self, provision: Provision) -> Iterable[Duty]:
        document = self.documents[provision.document]
        for actor in provision.actors:
            for function in provision.functions or ("",):
                for aid in provision.aid or ("",):
                    yield Duty(provision, document, actor, function, aid)


def build_index(
    base: Corpus, draft: Reading | None, vocabulary: Vocabulary, at: date, region: str | None
) -> CoverageIndex:
    """Index of the base documents in force at `at`, and the draft."""
    return CoverageIndex(base, draft, vocabulary, at, region)
