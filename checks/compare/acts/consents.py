"""Consent that a rule above leaves to people, and a text makes their duty: 经其同意，可以核对 and 应当签署授权书.

Who may refuse by the rule above has to agree below, loses by a refusal what he asked for (不授权的，不予受理), or is
not asked at all (无需征得其同意), somebody else agreeing in his place (由申请人代为授权). Quiet where the rule
above has the same people agree itself, for those who act for others by law or by their word (监护人, 受委托), for other
people, and for another matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Severity
from checks.compare.ground.alignment import bag, on_one_matter
from checks.compare.ground.norms import Norm
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from ontology.cues import Setting

_CONSENT = Setting("consent")
_EACH = re.compile(r"、|以及|及其|或者|和|与|及|或")
_TAIL = 2  # characters that end the name of a class


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """People of `mine` who have to agree to what `theirs` makes depend on their consent."""
    free = [(n, m) for n in theirs for m in _CONSENT.all("agreed", n.text)]
    bound = frozenset(tail for n in theirs for m in _CONSENT.all("owed", n.text) for tail in _tails(_who(m)))
    told: set[tuple[int, int]] = set()
    for a, owed, whom in _taken(mine) if free else ():
        for b, asked in free:
            tails = _tails(_who(asked))
            people = (_tails(whom) & tails if whom else frozenset(t for t in tails if t in a.words)) - bound
            if a.line not in told and people and _one_thing(index, a, b, people):
                told.add(a.line)
                said = (f"规定“{clip(owed, 30)}”", f"为“{clip(asked.group(), 30)}”")
                yield Departure(Label.CONDITION, "consent", "须经同意的事项", *said, (a,), (b,), Severity.WARNING)


def _taken(norms: tuple[Norm, ...]) -> Iterator[tuple[Norm, str, str]]:
    """Where people have to agree, with the people; where they are not asked, with "" for whom the norm names."""
    for norm in norms:
        yield from ((norm, m.group(), _who(m)) for m in _CONSENT.all("owed", norm.text))
        if not _CONSENT.has("proxy", norm.words):
            yield from ((norm, m.group(), "") for m in _CONSENT.all("skipped", norm.text))


def _who(said: re.Match[str]) -> str:
    return next((text for name, text in said.groupdict().items() if name.startswith("who") and text), "")


def _tails(people: str) -> frozenset[str]:
    """How the names of the classes of people end (义务人 of 赡养、抚养、扶养义务人), less words for anybody."""
    names = (_CONSENT.without("anyName", part) for part in _EACH.split(people))
    return frozenset(name[-_TAIL - 1 :] for name in names if len(name) >= _TAIL)


def _one_thing(index: CoverageIndex, a: Norm, b: Norm, people: frozenset[str]) -> bool:
    """Whether two norms have more words in common than the people."""
    named = frozenset().union(*(bag(x) for x in people))
    return bool((bag(a.words) & bag(b.words)) - named) and on_one_matter(index, a, b)
