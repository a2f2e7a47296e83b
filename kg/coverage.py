"""The coverage index: who does what for whom, with what aid, where, at one date.

A provision covers a box: function × aid (a tree) × groups × region (a tree) × time. The index holds what is in
force when the draft takes effect (or at `at`), and the draft itself; it answers meets, contains and subtract,
three-valued, and joins duties inside buckets of aid and function. What was set aside, and why, is counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from kg.beside import Beside
from kg.boxes import Boxes, Cell, Duty, Grant, Pair, Wanted, duties_in, grants_of
from kg.buckets import Buckets
from kg.covering import Coverage, covering
from kg.enums import Role, Verdict
from kg.force import Force, first_day
from kg.groups import Extent
from kg.laws import LawBook
from kg.model import Corpus, Document, Groups, Period, Provision, Reading
from kg.standing import Standing, standing
from kg.tally import OUT_OF_FORCE, Tally
from ontology.vocabulary import Vocabulary

if TYPE_CHECKING:
    from kg.pairing import ColumnPairs

BUCKETS_WIN = 15_000  # duties up to which plain buckets are quicker than making columns
__all__ = ["Boxes", "Cell", "CoverageIndex", "Duty", "Grant", "Pair", "build_index"]


class CoverageIndex:
    """Read-only view of what is in force at `at` in `region`, with the draft (if any) beside it."""

    def __init__(
        self,
        base: Corpus,
        draft: Reading | None,
        vocabulary: Vocabulary,
        at: date,
        region: str | None,
        book: LawBook | None = None,
    ):
        self.vocabulary = vocabulary
        self.at = at
        self.region = region or (draft.document.region if draft else None)
        self.draft = draft
        self.readings: tuple[Reading, ...] = (*base.readings, *((draft,) if draft else ()))
        self.documents: Mapping[str, Document] = MappingProxyType({r.document.name: r.document for r in self.readings})
        self.effective = max(at, (draft and first_day(draft.document)) or at)
        laws = (book or LawBook(vocabulary)).at(self.effective, self.region)
        self.groups, self.aids, self.regions = laws.groups, laws.aids, laws.regions
        self.force = Force(self.documents.values(), draft.document if draft else None, self.effective, self.regions)
        self.boxes = Boxes(laws, self.force, self.region)
        self.tally = Tally()
        self.memory: dict[Callable[..., Any], dict[tuple[Hashable, ...], Any]] = {}  # what was worked out about it
        live = [r for r in self.readings if self.is_in_force(r.document)]
        self.tally.skipped[OUT_OF_FORCE] += len(self.readings) - len(live)
        self.provisions: tuple[Provision, ...] = tuple(p for r in live for p in r.provisions)
        self.duties: tuple[Duty, ...] = tuple(d for r in live for d in duties_in(r))

    # ---- documents ----

    def reading(self, document: str) -> Reading:
        """The document of this name as it was read; KeyError where the index has none."""
        return self._by_name[document]

    def is_draft(self, document: str) -> bool:
        """Whether the document of this name is the draft under review."""
        return self.draft is not None and self.draft.document.name == document

    def beside(self, document: Document) -> tuple[Reading, ...]:
        """The documents in force here whose place may be that of `document`, the draft and itself among them."""
        return self._beside(document)

    def is_reviewed(self, document: str) -> bool:
        """Whether findings may be about this document: the draft, or in an audit every one."""
        return self.draft is None or self.is_draft(document)

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

    def laid_side_by_side(self, a: Duty, b: Duty) -> Pair:
        """Two duties that are compared whatever their slots are, with whether somebody can be of the groups of both."""
        return Pair(a, b, self.groups_meet(a.groups, b.groups))

    def extent(self, provision: Provision) -> Extent:
        """Who a provision is for, less those it excludes."""
        return self.boxes.extent(provision)

    def witness_of_both(self, a: Provision, b: Provision) -> str:
        """One person that both provisions are for, in Chinese; "" where there is none."""
        return self.groups.witness(self.groups.common(self.extent(a), self.extent(b)))

    def cells(self) -> Iterator[Cell]:
        """Duties in buckets of function and aid."""
        return (Cell(function, aid, duties) for (function, aid), duties in self._buckets.cells())

    def pairs(
        self,
        roles: Iterable[Role] = tuple(Role),
        functions: Iterable[str] | None = None,
        two_agencies: bool = False,
        aside: Callable[[Duty, Duty], str] | None = None,
        between: Callable[[Document, Document], str] | None = None,
    ) -> Iterator[Pair]:
        """Pairs of duties whose boxes meet, each pair once: draft × (draft and base), or everything in an audit.

        Only duties in `roles` and, where given, `functions` are joined; with `two_agencies` those of one agency are
        left out, with `between` those whose documents it gives a reason for, with `aside` those that it gives one for
        themselves. Duties of one provision are no pair.
        """
        wanted = Wanted(
            frozenset(roles), None if functions is None else frozenset(functions), two_agencies, aside, between
        )
        way = self._buckets if len(self.duties) <= BUCKETS_WIN else self._columns
        return way.pairs(wanted, self.tally)

    @property
    def compared(self) -> int:
        """Pairs looked at so far."""
        return self.tally.pairs

    @property
    def skipped(self) -> Counter[str]:
        """What was set aside so far, by reason."""
        return self.tally.skipped

    # ---- coverage ----

    def grants(self) -> Iterator[Grant]:
        """Aids given: entitlements, and provisions whose lead pays or delivers; one for each aid of a provision."""
        return (grant for p in self.provisions for grant in grants_of(p, self.documents[p.document]))

    def coverage(self, groups: Groups, aid: str, region: str | None = None) -> Coverage:
        """Leads that serve `groups` with `aid` in `region` (the index's own by default), and who is left over."""
        return covering(self.duties, self.boxes, groups, aid, region or self.region)

    @cached_property
    def duties_under_review(self) -> tuple[Duty, ...]:
        """The draft's duties, or in an audit all."""
        live = (r for r in self.readings if self.is_reviewed(r.document.name) and self.is_in_force(r.document))
        return tuple(d for r in live for d in duties_in(r))

    @cached_property
    def duties_by_document(self) -> Mapping[str, Sequence[Duty]]:
        """The duties that count here, by the name of their document; one that has none is left out."""
        live = (r for r in self.readings if self.is_in_force(r.document))
        return {r.document.name: duties for r in live if (duties := duties_in(r))}

    # ---- inside ----

    @cached_property
    def _by_name(self) -> dict[str, Reading]:
        return {r.document.name: r for r in self.readings}

    @cached_property
    def _beside(self) -> Beside:
        return Beside([r for r in self.readings if self.is_in_force(r.document)], self.regions, self.region)

    @cached_property
    def _buckets(self) -> Buckets:
        live = [r for r in self.readings if self.is_in_force(r.document)]
        return Buckets(live, self.boxes, self.draft.document.name if self.draft else None)

    @cached_property
    def _columns(self) -> ColumnPairs:
        from kg.pairing import ColumnPairs

        return ColumnPairs(self.boxes, [r for r in self.readings if self.is_in_force(r.document)], self.draft)

    def _document(self, document: Document | str) -> Document:
        return self.documents[document] if isinstance(document, str) else document


def build_index(
    base: Corpus,
    draft: Reading | None,
    vocabulary: Vocabulary,
    at: date,
    region: str | None,
    book: LawBook | None = None,
) -> CoverageIndex:
    """Index of the base documents in force at `at`, and the draft; a `book` of laws may be shared between indexes."""
    return CoverageIndex(base, draft, vocabulary, at, region, book)
