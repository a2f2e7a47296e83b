"""What an extractor may know where it reads: the text, the clause and its parents, the document's own terms."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from ingest.layout import BLANKS
from ingest.numbering import DIVISIONS, marker
from ingest.sentences import segments
from kg.model import Clause, ClauseId, Definition
from ontology.vocabulary import Vocabulary

T = TypeVar("T")
_AFTER_LABEL = re.compile(
    r"(?:的?(?:主要|工作|具体)?(?:职责|职能|任务|分工)(?:分工)?(?:是|为)?)?\s*(?:[：:。．】）)〕\]]|—{1,2}|\|)?"
)
AROUND = ("title", "note", "salutation", "signature")  # no norm stands there


class Context:
    """One document while it is being read; every lookup is prepared once."""

    def __init__(
        self,
        name: str,
        text: str,
        vocabulary: Vocabulary,
        clauses: tuple[Clause, ...] = (),
        definitions: tuple[Definition, ...] = (),
    ):
        self.name = name
        self.text = text
        self.vocabulary = vocabulary
        self.clauses = clauses
        self.definitions = definitions
        self.by_id = {c.id: c for c in clauses}
        self.children = _children(clauses)  # in order; no entry where there is none
        self.articles = tuple(c for c in clauses if c.kind == "article")
        self._starts = [c.start for c in clauses]
        self._own: dict[ClauseId, tuple[int, int]] = {}
        self._made: dict[object, Any] = {}

    def once(self, make: Callable[[Context], T]) -> T:
        """What `make` gives for this document, made at the first call: an extractor's own preparation."""
        made = self._made
        if make not in made:
            made[make] = make(self)
        found: T = made[make]
        return found

    def ancestors(self, clause: Clause) -> Iterator[Clause]:
        """The clause itself, then its parents, innermost first."""
        here: Clause | None = clause
        while here is not None:
            yield here
            here = self.by_id.get(here.parent) if here.parent else None

    def article_of(self, clause: Clause) -> Clause | None:
        """The article a clause stands in (itself where it is one)."""
        return next((c for c in self.ancestors(clause) if c.kind == "article"), None)

    def headings(self, clause: Clause) -> Iterator[str]:
        """Headings the clause stands under (chapter titles, 一、…), innermost first."""
        return (c.label for c in self.ancestors(clause) if c.label)

    def before(self, clause: Clause) -> Clause | None:
        """The clause of the same kind and parent just before this one."""
        peers = self.children.get(clause.parent, ()) if clause.parent else self.clauses
        earlier = [c for c in peers if c.kind == clause.kind and c.start < clause.start]
        return earlier[-1] if earlier else None

    def at(self, offset: int) -> Clause | None:
        """Innermost clause that covers `offset`."""
        index = bisect_right(self._starts, offset) - 1
        here = self.clauses[index] if index >= 0 else None
        while here is not None and here.end <= offset:
            here = self.by_id.get(here.parent) if here.parent else None
        return here

    def own_words(self, clause: Clause) -> tuple[int, int]:
        """(start, end) of what a clause says itself: behind number and label, before its first child.

        Empty (start == end) for a bare heading, a division, and what stands around the body. Worked out once a clause.
        """
        if clause.id not in self._own:
            self._own[clause.id] = self._own_words(clause)
        return self._own[clause.id]

    def _own_words(self, clause: Clause) -> tuple[int, int]:
        if clause.kind in DIVISIONS or clause.kind in AROUND:
            return clause.end, clause.end
        inside = self.children.get(clause.id)
        end = inside[0].start if inside else clause.end
        start = clause.start + self._head(clause)
        end = start + len(self.text[start:end].rstrip(" \t\n\r\u3000\u2002|")) if start < end else start
        return start, end

    def _head(self, clause: Clause) -> int:
        """Characters taken by number and label, blanks behind them included."""
        words = self.text[clause.start : clause.end]
        found = marker(words.split("\n", 1)[0].rstrip(BLANKS)) if clause.number else None
        width = found.width if found else 0
        if clause.label and clause.kind != "row":
            at = words.find(clause.label, width, width + len(clause.label) + 4)
            if at >= 0:
                width = _AFTER_LABEL.match(words, at + len(clause.label)).end()  # type: ignore[union-attr]
        return len(words) - len(words[width:].lstrip())

    def locator(self, clause: Clause, start: int) -> str:
        """Locator of the ；-clause that begins at or around `start`: 一/民政厅/2 in a duty of several."""
        if clause.kind != "duty":
            return clause.locator
        opens = self.once(_DutyParts).of(clause)
        if len(opens) < 2:
            return clause.locator
        return f"{clause.locator}/{max(1, bisect_right(opens, start))}"


def _children(clauses: tuple[Clause, ...]) -> dict[ClauseId, tuple[Clause, ...]]:
    """Clauses directly under a clause."""
    found: dict[ClauseId, list[Clause]] = {}
    for clause in clauses:
        if clause.parent:
            found.setdefault(clause.parent, []).append(clause)
    return {above: tuple(below) for above, below in found.items()}


class _DutyParts:
    """Where the ；-clauses of each duty begin."""

    def __init__(self, context: Context):
        self._context = context
        self._opens: dict[ClauseId, list[int]] = {}

    def of(self, clause: Clause) -> list[int]:
        if clause.id not in self._opens:
            own = self._context.own_words(clause)
            self._opens[clause.id] = [left for left, _ in segments(self._context.text, *own)]
        return self._opens[clause.id]
