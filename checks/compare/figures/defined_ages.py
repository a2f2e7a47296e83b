"""Given above to a class that a definition has begin at an age, and below from a later one: 七十周岁以上的免费开放.

A rule says from what age somebody is of a class (本法所称老年人是指六十周岁以上的公民) and gives the whole class
something; a text gives the same only from a later age, or for children up to an earlier one. Quiet where the rule gives
its own age with the benefit or leaves the age to others, and where the text gives the others of the class the same in
another place (其他老年人享受前款规定的优待), item by item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.base import Severity
from checks.compare.ground.alignment import bag, on_one_matter, share
from checks.compare.ground.norms import Norm
from checks.compare.ground.windows import numbers_of
from checks.compare.outcome.departures import Departure, Label
from kg.coverage import CoverageIndex
from kg.model import Parameter
from ontology.cues import Setting

_AGE = Setting("age")
_DEFINED = re.compile(r"所称的?[“”]?(?P<term>[一-龥]{2,8}?)[“”]?，?(?:是指|系指|指)")
_SOFT = re.compile(r"鼓励|提倡|倡导|有条件的|可以|逐步|探索")
_LEFT = re.compile(r"(?:年龄|条件|范围|对象)[^，。；]{0,12}由[^。；]{2,24}(?:规定|确定)|降低[^，。；]{0,8}年龄")
_BEFORE_TERM = r"^[^，。；、]{0,12}?"
_ARE_GIVEN = r"(?!组织|协会|团体)[^。；]{0,40}(?:享受|给予|提供|半价|优惠|优待|免费|减免|适用|参照|前款|前条|上述)"
_ITEM = re.compile(r"第（?([一二三四五六七八九十]+)）?项")
_LOWER, _UPPER = (">", ">="), ("<", "<=")
_PART = re.compile(r"[、，。；：]|以及|或者|和(?!解)|及(?!时)|等(?!级)")
_FEW, _ALIKE = 4, 0.4  # pieces of what is given, and their part of the shorter
_NAMES, _SHORT = 2, 2  # things that two lists both name, and characters of a thing's name


@dataclass(frozen=True, slots=True)
class _Class:
    """A class of people by its age in a definition."""

    term: str
    age: Parameter


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Benefits of a whole class that `mine` gives from a later age, or up to an earlier one, once a list."""
    classes = tuple(_classes(theirs))
    told: set[int] = set()
    for a in mine if classes else ():
        place = a.lead.start if a.stem else a.start
        if place in told or not _AGE.has("opens", a.words) or _AGE.has("aside", a.words):
            continue
        for known in classes:
            own = _narrower(a, mine, known)
            b = _same_gift(index, a, theirs, known) if own else None
            if own and b and not _others_served(a, mine, known):
                told.add(place)
                said = (f"限于{_said(own)}的{known.term}", f"对{known.term}（{_said(known.age)}）一律适用")
                yield Departure(Label.NOTION, "age", "享受的年龄", *said, (a,), (b,), Severity.WARNING)
                break


def _classes(norms: tuple[Norm, ...]) -> Iterator[_Class]:
    """Classes that a text defines by one age."""
    for norm in norms:
        found = [p for p in numbers_of(norm) if p.kind == "age"]
        if (said := _DEFINED.search(norm.text)) and len(found) == 1:
            yield _Class(said["term"], found[0])


def _narrower(norm: Norm, norms: tuple[Norm, ...], known: _Class) -> Parameter | None:
    """The age right before the name of the class, in the norm or in what governs it, where it leaves some out."""
    for where in (norm, *(n for n in norms if norm.stem and n.start == norm.lead.start)):
        for age in (p for p in numbers_of(where) if p.kind == "age"):
            behind = where.text[age.end - where.start :]
            if re.match(_BEFORE_TERM + known.term, behind) and _leaves_some(age, known.age):
                return age
    return None


def _said(age: Parameter) -> str:
    bound = "以上" if age.op in _LOWER else ""
    return age.quote if age.quote.endswith(bound) else age.quote + bound


def _leaves_some(own: Parameter, defined: Parameter) -> bool:
    later = own.op in _LOWER and defined.op in _LOWER and own.value > defined.value
    return later or (own.op in _UPPER and defined.op in _UPPER and own.value < defined.value)


def _same_gift(index: CoverageIndex, a: Norm, theirs: tuple[Norm, ...], known: _Class) -> Norm | None:
    """The norm above that gives the whole class most of the same."""
    left = any(known.term in n.text and _LEFT.search(n.text) for n in theirs)
    for_all = (n for n in theirs if known.term in n.words and not _DEFINED.search(n.text) and not left)
    same = [b for b in for_all if not _SOFT.search(b.text) and not any(p.kind == "age" for p in numbers_of(b))]
    near = [b for b in same if _alike(a, b, known) and on_one_matter(index, a, b)]
    return max(near, key=lambda b: len(bag(a.text) & bag(b.text)), default=None)


def _alike(a: Norm, b: Norm, known: _Class) -> bool:
    one, two = (bag(n.text.replace(known.term, " ")) for n in (a, b))
    return _both_name(a.text, b.text) or (len(one & two) >= _FEW and share(one, two) >= _ALIKE)


def _both_name(mine: str, theirs: str) -> bool:
    """Whether two lists have some things in common (博物馆、纪念馆、公园)."""
    ours, above = ([x.strip() for x in _PART.split(said) if len(x.strip()) >= _SHORT] for said in (mine, theirs))
    both = {x for x in ours for y in above if x.endswith(y) or y.endswith(x)}
    return len(both) >= _NAMES


def _others_served(a: Norm, mine: tuple[Norm, ...], known: _Class) -> bool:
    """Whether another place of the text gives the rest of the class the same."""
    for norm in mine:
        if norm.line == a.line or (a.stem and norm.lead.start == a.lead.start) or known.term not in norm.words:
            continue
        if re.search(f"(?:其他|其余)的?{known.term}{_ARE_GIVEN}", norm.text) and _takes_in(norm, a):
            return True
        if not _DEFINED.search(norm.text) and _narrower(norm, mine, known) is None and _alike(norm, a, known):
            return True
    return False


def _takes_in(norm: Norm, item: Norm) -> bool:
    """Whether what a norm says of the others holds for an item, where it names items."""
    named, own = _ITEM.findall(norm.text), _ITEM.findall(item.locator)
    return not named or not own or own[-1] in named
