"""What somebody has received is used by himself above, and disposed of by an office below: 由县应急管理局统筹安排.

The rule above leaves gifts, dues or takings to whoever received them (社会组织接受的款物，由社会组织按照有关规定使用);
a text has an office arrange, allot or hold them, or has them handed in. Quiet where the two act together or by
agreement, where the office only watches, for gifts tied to a purpose by the giver beside those that are not, and for
what the office received itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.base import Severity
from checks.compare.ground.alignment import bag, on_one_matter, share
from checks.compare.ground.norms import Norm
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from ontology.cues import Setting

_HANDS = Setting("own-hands")
_EACH = re.compile(r"、|以及|或者|和|与|及")
_THING = 0.5  # of the words for what was received, of the shorter
_TAIL = 3  # characters by which the name of a holder ends


@dataclass(frozen=True, slots=True)
class _Means:
    """What `who` received, and who disposes of it."""

    norm: Norm
    said: str
    who: str
    thing: str
    by: str


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Means that `theirs` leaves to whoever has them and `mine` to an office."""
    above = [b for n in theirs for b in _means(n, "kept") if _is_own(b)]
    told: set[int] = set()
    for a in (x for n in mine if above for x in _means(n, "disposed") if _is_office(x)):
        met = (b for b in above if _one_holder(a.who, b.who) and _one_thing(a.thing, b.thing))
        b = next((b for b in met if on_one_matter(index, a.norm, b.norm)), None)
        if b and a.norm.start not in told:
            told.add(a.norm.start)
            said = (f"为“{clip(a.said, 44)}”", f"为“{clip(b.said, 44)}”")
            matter = f"{b.who}所得{_HANDS.without('tied', b.thing) or '款物'}由谁支配"
            yield Departure(Label.COMPETENCE, "own-hands", matter, *said, (a.norm,), (b.norm,), Severity.WARNING)


def _means(norm: Norm, what: str) -> Iterator[_Means]:
    for match in _HANDS.all(what, norm.text) if not _HANDS.has("aside", norm.text) else ():
        found = {name.rstrip("0123456789"): text for name, text in match.groupdict().items() if text}
        yield _Means(norm, match.group(), found["who"], found.get("thing", ""), found.get("by", ""))


def _is_own(means: _Means) -> bool:
    """Whether it is whoever received the means that disposes of them, and no office."""
    if _HANDS.has("office", means.who):
        return False
    return not means.by or _HANDS.has("self", means.by) or _one_holder(means.by, means.who)


def _is_office(means: _Means) -> bool:
    """Whether it is an office that disposes of the means, which did not receive them, and without who did."""
    received = any(_HANDS.has("office", x) for x in _EACH.split(means.who))
    return _HANDS.has("office", means.by) and not received and not _one_holder(means.who, means.by)


def _one_holder(a: str, b: str) -> bool:
    """Whether some of those named are of one class: organisations of society, or of one name."""
    if _HANDS.has("social", a, b):
        return True
    mine, theirs = (frozenset(x[-_TAIL:] for x in _EACH.split(y) if len(x) > 1) for y in (a, b))
    return any(x.endswith(y) or y.endswith(x) for x in mine for y in theirs)


def _one_thing(a: str, b: str) -> bool:
    """Whether what is received is the same by its name, and not tied by the giver here and free there."""
    if _HANDS.has("tied", a) and not _HANDS.has("untied", a) and _HANDS.has("untied", b):
        return False
    mine, theirs = (bag(_HANDS.without("tied", x)) for x in (a, b))
    return bool(mine & theirs) and share(mine, theirs) >= _THING
