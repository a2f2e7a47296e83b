"""The rest of a list that the rule above orders, left below to those who have the means.

安排妇科疾病、乳腺疾病检查以及其他健康检查 above; 组织妇科病、乳腺病普查，有条件的可以增加项目 below: what stands
last is owed as much as what stands first. So too one thing that the rule orders and a text only wishes for
(鼓励有条件的机构提供医疗护理). Quiet where the text orders the rest elsewhere, where its list lacks nothing, and where
the rule above lets those with the means go farther in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Severity
from checks.compare.ground.agencies import leads_of, names_in
from checks.compare.ground.alignment import bag, on_one_matter, people_apart, share
from checks.compare.ground.norms import Norm
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from ontology.cues import Setting

_EXTRAS = Setting("extras")
_CLAUSE = re.compile(r"[，,；。：]")
_EACH = re.compile(r"、|以及|和|及|与")
_CORE = 4  # characters of the first item, before which the rest of the clause stands
_SAME, _OTHER = 0.5, 0.34  # of the characters of an item, where a text has it and where it does not
_FEW, _LONG = 2, 6  # pieces of an act, and of an item with words around it
_TOLD = 0.6  # of the pieces of an item, in another norm that orders it


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Things that `theirs` orders and `mine` leaves to those with the means."""
    yield from _added(index, mine, theirs)
    yield from _wished(index, mine, theirs)


def _wished(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """What `theirs` orders, alone or in a list, and `mine` only wishes for."""
    for a in mine:
        for said in _EXTRAS.all("wished", a.text):
            doing = names_in(said.group()) or names_in(a.prior + a.text[: said.start()])
            owed = (b for b in theirs if _owes(b) and _has_item(said["act"], b.text) and doing & _bound(b))
            owed = (b for b in owed if on_one_matter(index, a, b) and not people_apart(index, a, b))
            b = None if _orders_elsewhere(said["act"], a, mine) else next(owed, None)
            if b:
                told = (f"规定“{clip(said.group(), 30)}”", f"规定“{clip(b.text, 30)}”")
                yield Departure(Label.CONDITION, "extras", "应当提供的项目", *told, (a,), (b,), Severity.WARNING)
                break


def _has_item(act: str, order: str) -> bool:
    """Whether a list of what is ordered has an item with most of the words of an act, and the other way round."""
    owed = next(_EXTRAS.all("order", order), None)
    own = bag(act)
    clauses = _CLAUSE.split(order[owed.end() :]) if owed else []
    items = [bag(x) for c in clauses for x in _EACH.split(c)]
    return len(own) >= _FEW and any(len(own & x) >= _TOLD * max(len(own), min(len(x), _LONG)) for x in items)


def _bound(norm: Norm) -> frozenset[str]:
    """The bodies that an order is for."""
    owed = next(_EXTRAS.all("order", norm.text), None)
    return names_in(norm.text[: owed.start()]) if owed else frozenset()


def _added(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Things that `theirs` orders beside those of `mine`, which leaves more to those with the means."""
    for a in mine:
        left = next(_EXTRAS.all("means", a.text), None)
        given = _ordered(a.text[: left.start()]) if left else ""
        if not left or not given:
            continue
        owed = [(b, rest) for b in theirs if _owes(b) and (rest := _rest(given, b.text)) and _by_one(index, a, b)]
        owed = [(b, rest) for b, rest in owed if not _orders_elsewhere(rest, a, mine)]
        if owed:
            b, rest = max(owed, key=lambda x: _part(given, x[0].text))
            said = (f"规定“{clip(left.group(), 24)}”", f"要求一并提供“{clip(rest, 24)}”")
            yield Departure(Label.CONDITION, "extras", "应当提供的项目", *said, (a,), (b,), Severity.WARNING)


def _by_one(index: CoverageIndex, a: Norm, b: Norm) -> bool:
    """Whether one body does both, in one matter, for people who may be the same."""
    leads = set(leads_of(a)) & set(leads_of(b))
    return bool(leads) and on_one_matter(index, a, b) and not people_apart(index, a, b)


def _owes(norm: Norm) -> bool:
    return _EXTRAS.has("order", norm.text) and not _EXTRAS.has("soft", norm.text)


def _ordered(before: str) -> str:
    """The clause right before, with what is ordered in it."""
    clauses = [c for c in _CLAUSE.split(before) if c.strip()]
    return clauses[-1] if clauses else ""


def _rest(given: str, order: str) -> str:
    """The item of a list of `order` that `given`, which has another of them, does not name."""
    owed = next(_EXTRAS.all("order", order), None)
    for clause in _CLAUSE.split(order[owed.end() :]) if owed else ():
        first, *others = _EACH.split(clause)
        items = [first[-_CORE:], *others]
        of_all = "".join(set.intersection(*map(set, items)))  # 筛查 of 视力筛查、听力筛查
        had = [x for x in items if _part(x, given, of_all) >= _SAME]
        lacking = [x for x in others if _part(x, given, of_all) < _OTHER and len(x) >= _CORE]
        if had and lacking:
            return lacking[0]
    return ""


def _part(item: str, text: str, aside: str = "") -> float:
    """How many of an item's characters a text has, less those `aside`."""
    own = set(item) - set(aside)
    return len(own & set(text)) / (len(own) or 1)


def _orders_elsewhere(item: str, norm: Norm, norms: tuple[Norm, ...]) -> bool:
    own = bag(item)
    return any(n is not norm and share(own, bag(n.text)) >= _TOLD and len(own) > 1 for n in norms)
