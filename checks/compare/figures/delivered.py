"""When one paper is due at one body after one event, told twice: 办结之日起30日内提交案卷, 案卷自办结之日起15日内送交.

The paper stands before the time or behind the verb; both places have to name one, and the event by its last word. Quiet
for corrections and other rounds, for papers of other cases, and where the bodies that get them are known and differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from checks.compare.ground.agencies import agencies_in, names_in
from checks.compare.ground.alignment import in_two_places
from checks.compare.ground.amounts import DOWN, amount, order
from checks.compare.ground.clauses import words_before, words_behind
from checks.compare.ground.norms import Norm
from checks.compare.ground.windows import numbers_of
from checks.compare.outcome.doubles import Double
from kg.model import Parameter
from ontology.cues import Setting

_DELIVERED = Setting("delivered")
_EVENT = re.compile(
    r"(?:.*[^，。；]|^)?(?:自|从|于|在|，|^)(?P<event>[^，。；自从]{2,24}?)(?:之日|次日|当日|之后|后|的)[^，。；]{0,8}$"
)
_ITEM = re.compile(r"[，、]+|以及|及其|及|和|与")
_PLAIN = re.compile(r"^(?:将|把|全部|有关|相关|完整的?|本(?:案|次)|其|上述|所有|整理后的|的)+|(?:等|原件|复印件)$")
_KINDS = frozenset({"time-limit", "reporting-deadline"})
_SAME = 2  # last characters of an event
_LEAST = 3  # characters of a paper's name


@dataclass(frozen=True, slots=True)
class _Delivery:
    norm: Norm
    parameter: Parameter
    event: str
    papers: frozenset[str]
    to: frozenset[str]


def doubles(norms: tuple[Norm, ...]) -> Iterator[Double]:
    """Two times of one document in which one paper is due."""
    for a, b in combinations([d for n in norms for d in _deliveries(n)], 2):
        if in_two_places(a.norm, b.norm) and order(amount(a.parameter), amount(b.parameter)) and _one(a, b):
            said = (a.parameter.quote, b.parameter.quote)
            yield Double("delivered", f"{min(a.papers & b.papers)}报送的期限", *said, (a.norm, b.norm))


def _one(a: _Delivery, b: _Delivery) -> bool:
    """Whether one paper is due after one event, at one body where both name it."""
    event = a.event.endswith(b.event) or b.event.endswith(a.event)
    return event and bool(a.papers & b.papers) and (not (a.to and b.to) or bool(a.to & b.to))


def _deliveries(norm: Norm) -> Iterator[_Delivery]:
    for parameter in numbers_of(norm):
        before, behind = words_before(norm, parameter), words_behind(norm, parameter)
        found, event = next(_DELIVERED.all("deed", behind), None), _EVENT.search(before)
        known = parameter.kind in _KINDS and parameter.op not in DOWN and not _DELIVERED.has("aside", norm.text)
        if found and event and known and len(event["event"]) >= _SAME:
            papers = _papers(found["papers"] or "") or _papers(found["put"] or "") or _papers(_subject(before))
            to = names_in(behind[: found.end()]) or names_in(behind)
            yield _Delivery(norm, parameter, event["event"], papers, to)


def _subject(before: str) -> str:
    """What the sentence opens with, where that is due (案卷材料应当自…)."""
    return _DELIVERED.pattern("due").split(before)[0] if _DELIVERED.has("due", before) else ""


def _papers(said: str) -> frozenset[str]:
    """The papers of a list by their names."""
    for start, end, _ in agencies_in(said):
        said = said[:start] + "，" * (end - start) + said[end:]
    return frozenset(x for part in _ITEM.split(said) if len(x := _PLAIN.sub("", part)) >= _LEAST)
