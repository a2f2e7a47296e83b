"""The coverage index: who does what for whom, with what aid, where, at one date.

A provision covers a box: function × aid (a tree) × groups × region (a tree) × time. The index holds what is in
force at `at` (and the draft, whatever its date) and answers meets and contains, three-valued.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from kg.model import Actor, Corpus, Document, Groups, Provision, Reading, Role, Verdict
from ontology.vocabulary import Vocabulary


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

    @property
    def partners(self) -> frozenset[str]:
        """Every other agency that the same provision names."""
        return self.provision.agencies() - {self.agency}


@dataclass(frozen=True, slots=True)
class Cell:
    """All duties of one function and one aid."""

    function: str
    aid: str
    duties: tuple[Duty, ...]


class CoverageIndex:
    """Read-only view of what is in force at `at` in `region`, with the draft (if any) beside it."""

    def __init__(self, base: Corpus, draft: Reading | None, vocabulary: Vocabulary, at: date, region: str | None):
        self.vocabulary = vocabulary
        self.at = at
        self.region = region
        self.draft = draft
        self.readings: tuple[Reading, ...] = (*base.readings, *((draft,) if draft else ()))
        self.documents: Mapping[str, Document] = MappingProxyType({r.document.name: r.document for r in self.readings})
        self.provisions: tuple[Provision, ...] = tuple(p for r in self.readings for p in r.provisions)
        self.duties: tuple[Duty, ...] = tuple(d for p in self.provisions for d in self._duties(p))

    def is_draft(self, document: str) -> bool:
        """Whether the document of this name is the draft under review."""
        return self.draft is not None and self.draft.document.name == document

    def cells(self) -> Iterator[Cell]:
        """Duties in buckets of function and aid."""
        buckets: dict[tuple[str, str], list[Duty]] = {}
        for duty in self.duties:
            buckets.setdefault((duty.function, duty.aid), []).append(duty)
        for (function, aid), duties in buckets.items():
            yield Cell(function, aid, tuple(duties))

    def groups_meet(self, a: Groups, b: Groups) -> Verdict:
        """Whether somebody can belong to both; UNKNOWN where one side states none or only an umbrella word."""
        if not a or not b:
            return Verdict.UNKNOWN
        return Verdict.YES if set(a) & set(b) else Verdict.UNKNOWN

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
