"""What an extractor may know where it reads: the text, the clause and its parents, the document's own terms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kg.model import Clause, ClauseId, Definition
from ontology.vocabulary import Vocabulary


@dataclass(frozen=True)
class Context:
    """One document while it is being read."""

    name: str
    text: str
    vocabulary: Vocabulary
    clauses: tuple[Clause, ...] = ()
    definitions: tuple[Definition, ...] = ()

    @cached_property
    def by_id(self) -> dict[ClauseId, Clause]:
        """Clauses by id."""
        return {c.id: c for c in self.clauses}

    def ancestors(self, clause: Clause) -> Iterator[Clause]:
        """The clause itself, then its parents, innermost first."""
        here: Clause | None = clause
        while here is not None:
            yield here
            here = self.by_id.get(here.parent) if here.parent else None
