"""A duty as a box: what it is, and whether two boxes meet slot by slot.

A provision covers function × aid × groups × region × time; agencies stand on boxes in roles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kg.enums import Modality, Role, Verdict
from kg.force import Force
from kg.groups import Extent
from kg.laws import Laws
from kg.memo import per_reading
from kg.model import Actor, Document, Groups, Provision, Reading
from kg.regions import Place
from kg.standing import place

DELIVERY = frozenset({"implement", "pay", "service", "decide", "accept"})
GIVING = frozenset({"pay", "implement", "service"})
PREPARING = frozenset({"policy", "plan", "fund", "guide", "investigate", "train", ""})


@dataclass(frozen=True, slots=True)
class Duty:
    """One actor of a provision in one function and one aid: the unit that overlaps and gaps are about."""

    provision: Provision
    document: Document
    actor: Actor
    function: str
    aid: str  # "" where the text names none

    @property
    def agency(self) -> str:
        """Vocabulary id of the agency."""
        return self.actor.agency

    @property
    def role(self) -> Role:
        """The agency's role."""
        return self.actor.role

    @property
    def groups(self) -> Groups:
        """Beneficiaries as stated."""
        return self.provision.groups

    def is_others(self, other: Duty) -> bool:
        """Whether two duties are another body's each, in a clause of its own."""
        return self.agency != other.agency and self.provision is not other.provision

    @property
    def partners(self) -> frozenset[str]:
        """Every other agency that the same provision names."""
        return self.provision.agencies() - {self.agency}


def duties_of(provision: Provision, document: Document) -> Iterator[Duty]:
    """Every actor of a provision in each of its functions and aids ("" where the text names none)."""
    for actor in provision.actors:
        for function in provision.functions or ("",):
            for aid in provision.aid or ("",):
                yield Duty(provision, document, actor, function, aid)


@per_reading
def duties_in(reading: Reading) -> tuple[Duty, ...]:
    """The duties of a text, in its order."""
    return tuple(d for p in reading.provisions for d in duties_of(p, reading.document))


def one_of_each_clause(duties: Iterable[Duty]) -> list[Duty]:
    """The first duty of each body in each provision, whatever its functions and aids."""
    found: dict[tuple[str, str], Duty] = {}
    for duty in duties:
        found.setdefault((duty.provision.id, duty.agency), duty)
    return list(found.values())


@dataclass(frozen=True, slots=True)
class Cell:
    """All duties of one function and one aid."""

    function: str
    aid: str
    duties: tuple[Duty, ...]


@dataclass(frozen=True, slots=True)
class Grant:
    """An aid that a provision gives to groups: an entitlement, or a lead that pays or delivers it."""

    provision: Provision
    document: Document
    aid: str

    @property
    def leads(self) -> frozenset[str]:
        """Agencies that give it; empty where the provision names none."""
        return self.provision.agencies(Role.LEAD)

    @property
    def entitles(self) -> bool:
        """Whether the text grants it to the beneficiary, not only charges an agency with it."""
        return self.provision.modality is Modality.ENTITLEMENT


def grants_of(provision: Provision, document: Document) -> Iterator[Grant]:
    """The aids that a provision gives: one for each aid of an entitlement, or of what its lead pays or delivers."""
    delivers = not GIVING.isdisjoint(provision.functions) and provision.agencies(Role.LEAD)
    if provision.modality is Modality.ENTITLEMENT or delivers:
        yield from (Grant(provision, document, aid) for aid in provision.aid)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which pairs are asked for: duties held in `roles`, of `functions` (any by default), by two agencies or any.

    `between` says why duties of two documents are no pair, `aside` why two duties are none (counted by that reason);
    "" where they may be.
    """

    roles: frozenset[Role] = frozenset(Role)
    functions: frozenset[str] | None = None
    two_agencies: bool = False
    aside: Callable[[Duty, Duty], str] | None = None
    between: Callable[[Document, Document], str] | None = None

    def takes(self, function: str) -> bool:
        """Whether duties of this function are joined."""
        return self.functions is None or function in self.functions

    def reason(self, a: Duty, b: Duty) -> str:
        """Why two duties are set aside, by their documents or themselves."""
        between = self.between(a.document, b.document) if self.between else ""
        return between or (self.aside(a, b) if self.aside else "")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two duties whose boxes meet, certainly or possibly; in the check of a draft `a` is the draft's."""

    a: Duty
    b: Duty
    verdict: Verdict


class Boxes:
    """Verdicts over the slots of two boxes, as of one day and for one region of work."""

    def __init__(self, laws: Laws, force: Force, region: str | None):
        self.laws = laws
        self.groups, self.aids, self.regions = laws.groups, laws.aids, laws.regions
        self.force = force
        self.region = region
        self._extents: dict[str, Extent] = {}
        self._together: dict[tuple[str, str], Verdict] = {}

    def extent(self, provision: Provision) -> Extent:
        """Who the provision is for, less those it excludes."""
        found = self._extents.get(provision.id)
        if found is None:
            found = self._extents[provision.id] = self.groups.extent(provision.groups, provision.excluded)
        return found

    def meets(self, a: Duty, b: Duty) -> Verdict:
        """Whether two duties can be about one case: function, aid, groups, region and time together."""
        slots = (self.functions_meet(a.function, b.function), self.aids.meets(a.aid, b.aid))
        found = slots[0] & slots[1]
        return found if found is Verdict.NO else found & self.provisions_meet(a.provision, b.provision, a, b)

    def provisions_meet(
        self, a: Provision, b: Provision, of_a: Duty | Grant | None = None, of_b: Duty | Grant | None = None
    ) -> Verdict:
        """Whether two provisions can hold for one person, at one place and day (function and aid apart)."""
        found = self.documents_meet(of_a.document, of_b.document) if of_a and of_b else Verdict.YES
        return found if found is Verdict.NO else found & self.groups.meets(self.extent(a), self.extent(b))

    def documents_meet(self, a: Document, b: Document) -> Verdict:
        """Whether two documents are in force together somewhere."""
        key = (a.name, b.name)
        if key not in self._together:
            self._together[key] = self._documents_meet(a, b)
        return self._together[key]

    def _documents_meet(self, a: Document, b: Document) -> Verdict:
        if not self.force.period(a).meets(self.force.period(b)):
            return Verdict.NO
        where = self.regions.relation(place(a, self.region), place(b, self.region))
        return {Place.APART: Verdict.NO, Place.UNKNOWN: Verdict.UNKNOWN}.get(where, Verdict.YES)

    @staticmethod
    def functions_meet(a: str, b: str) -> Verdict:
        """Same kind of work; UNKNOWN where one side names none."""
        if not a or not b:
            return Verdict.UNKNOWN
        return Verdict.YES if a == b else Verdict.NO
