"""The parts of a text under headings (第二章　两项补贴, 二、水电气费减免), and for whom a clause is that names nobody.

A rule or a scope that stands under the heading of one benefit is about that one; what stands before the parts, or in
one that gives nothing, holds for the whole text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from checks.compare.ground.marks import line_around, line_start
from kg.memo import per_reading
from kg.model import Groups, Provision, Reading

_SCOPE = re.compile(
    r"(?:对象|人员范围|范围)(?:[。：:]|为|是|包括|限于|主要|分为|有)|适用(?:于|范围)|所称[^，。；]{2,16}，?是?指"
    r"|(?:下列|以下)[^，。；]{0,12}(?:人员|家庭|对象|群众|居民)|(?:符合|具备)[^，。；]{0,10}条件"
)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a text under a heading, from `start` to `end`."""

    start: int
    end: int

    def holds(self, at: int) -> bool:
        """Whether an offset stands in it."""
        return self.start <= at < self.end


@per_reading
def sections_of(reading: Reading) -> tuple[Section, ...]:
    """The parts of a text that have a heading, chapters before numbered points."""
    chapters = [c for c in reading.clauses if c.kind == "chapter" and c.label]
    text = reading.document.text
    points = [c for c in reading.clauses if c.kind == "point" and c.label and "\n" in text[c.start : c.end]]
    return tuple(Section(c.start, c.end) for c in chapters or points)


def section_at(reading: Reading, at: int) -> Section | None:
    """The part that an offset stands in."""
    return next((s for s in sections_of(reading) if s.holds(at)), None)


def recipients(reading: Reading, provision: Provision, grants: tuple[Provision, ...]) -> Groups:
    """For whom a grant is: by its paragraph, else by the scope of its part, else by that of the text."""
    text, at = reading.document.text, provision.quote.start
    start, line = line_start(text, at), line_around(text, at, provision.quote.end)
    beside = [p for p in reading.provisions if p.groups and start <= p.quote.start < start + len(line)]
    if beside:
        return _all(beside)
    part = section_at(reading, at)
    scopes = _scopes(reading)
    here = [p for p in scopes if part and part.holds(p.quote.start)]
    giving = {s for g in grants if (s := section_at(reading, g.quote.start))}
    general = [p for p in scopes if section_at(reading, p.quote.start) not in giving]
    return _all(here or general)


@per_reading
def _scopes(reading: Reading) -> tuple[Provision, ...]:
    text = reading.document.text
    named = (p for p in reading.provisions if p.groups)
    return tuple(p for p in named if _SCOPE.search(line_around(text, p.quote.start, p.quote.end)))


def _all(provisions: list[Provision]) -> Groups:
    return Groups.of(a for p in provisions for a in p.groups)
