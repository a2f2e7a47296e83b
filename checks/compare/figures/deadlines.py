"""How long people have to come after one event: 证明送达之日起六十日内 above, 接到证明后一个月内前来登记 below.

The event is told by the words before the figure, what has to be done by those behind it, or by the name of the time
(申请期限不少于…之日起十二个月); both have to be shared, however the sentence is built. Less time than the higher rule
gives takes a right away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from checks.compare.figures.periods import BARRED
from checks.compare.ground.alignment import bag, in_two_places, maybe_one_matter, share
from checks.compare.ground.amounts import Amount, amount, order
from checks.compare.ground.clauses import due_within
from checks.compare.ground.discretion import may_depart
from checks.compare.ground.norms import Norm
from checks.compare.ground.windows import numbers_of
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.doubles import Double
from kg.coverage import CoverageIndex
from kg.model import Parameter
from ontology.cues import Setting

_DEADLINE = Setting("deadline")
_LEAST, _SHARED = 3, 0.4  # pieces of the event, and their share of the shorter one
_SAME_ACT = 0.5  # of the words of the act that is shorter
_RUNS = "之日起超过，之日起满，起超过，起届满，申请人自，应当自，日起"  # how a time runs
_HANDED_IN = re.compile(
    r"[之以]?内|向[^，。；]{2,20}?(?=提出|申请|申报|登记|办理)|提出|提交|申请|申报|登记|办理|手续|书面|未|没有|不|逾期|视为|放弃|予以|受理"
    r"|(?:，|。|；).*"
)
_LAPSE = re.compile(r"(?:后|的)?(?:仍|还)?(?:未|没有|不)")


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time that people have, with the words of its event and of what they do."""

    norm: Norm
    parameter: Parameter
    event: frozenset[str]
    acts: frozenset[str]
    what: frozenset[str]

    @property
    def amount(self) -> Amount:
        """The value made comparable."""
        return amount(self.parameter)


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Times that `mine` gives people shorter than `theirs` does, after one event, for one act."""
    ours, above = ([d for n in norms for d in _deadlines(n)] for norms in (mine, theirs))
    for a in ours:
        near = [b for b in above if _alike(a, b) and maybe_one_matter(index, a.norm, b.norm)]
        b = max(near, key=lambda x: len(a.event & x.event), default=None)
        shorter = b and order(a.amount, b.amount) == -1 and not may_depart(index, b.norm, b.parameter, -1)
        if b and shorter and not any(order(a.amount, x.amount) == 0 for x in near):
            said = (a.parameter.quote, b.parameter.quote)
            matter = "留给当事人的期限短于上位规定"
            yield Departure(Label.CONDITION, "deadline", matter, *said, (a.norm,), (b.norm,))


def doubles(norms: tuple[Norm, ...]) -> Iterator[Double]:
    """Two times of one document for one act after one event, one of them told as what lapses (满60日未申请的)."""
    found = [d for n in norms for d in _deadlines(n)]
    for a, b in combinations(found, 2):
        lapse = "duration" in (a.parameter.kind, b.parameter.kind) and a.norm.aid == b.norm.aid
        one_act = _alike(a, b) and share(a.what, b.what) >= _SAME_ACT
        if lapse and (one_act or _one_lapse(a, b)) and in_two_places(a.norm, b.norm) and order(a.amount, b.amount):
            yield Double("deadline", "当事人办理的期限", a.parameter.quote, b.parameter.quote, (a.norm, b.norm))


def _one_lapse(a: Deadline, b: Deadline) -> bool:
    """Whether the shorter event is all told in the other, and what is applied for is the same where both name it."""
    mine, theirs = (frozenset(x.event - bag(_RUNS)) for x in (a, b))
    whats = [bag(_HANDED_IN.sub(" ", x.norm.text[x.parameter.end - x.norm.start :])) for x in (a, b)]
    same = not whats[0] or not whats[1] or share(*whats) >= _SAME_ACT
    return bool(a.acts & b.acts and mine & theirs) and share(mine, theirs) == 1 and same


def _deadlines(norm: Norm) -> Iterator[Deadline]:
    for parameter in numbers_of(norm):
        at, end = parameter.start - norm.start, parameter.end - norm.start
        before, behind = _told(norm.text[:at], due_within(norm.text[end:]))
        acts = _DEADLINE.words("acts", behind)
        acts |= {m["act"] for m in _DEADLINE.all("handedIn", before) if acts}  # 申请应当自…之日起六个月内提出
        named = _DEADLINE.has("timeCalled", norm.text[:at]) and parameter.kind == "duration"
        has_time = parameter.kind == "time-limit" or named or _LAPSE.match(behind)
        if has_time and acts and not BARRED.match(behind) and not _DEADLINE.has("byOffice", norm.text):
            yield Deadline(norm, parameter, bag(before), acts, bag(behind))


def _told(before: str, behind: str) -> tuple[str, str]:
    """The words of the event and of what is done, where the time is called by what is done (申请期限为)."""
    named = next(_DEADLINE.all("timeCalled", before), None)
    return (before[named.end() :], named["act"]) if named else (before, behind)


def _alike(a: Deadline, b: Deadline) -> bool:
    shared = len(a.event & b.event)
    return bool(a.acts & b.acts) and shared >= _LEAST and share(a.event, b.event) >= _SHARED
