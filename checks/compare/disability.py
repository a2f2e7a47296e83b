"""Grades of disability: a lower text that names fewer grades of a kind than the higher one in the same condition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.alignment import matches, one_matter
from checks.compare.departures import Departure, Label
from checks.compare.norms import Norm
from kg.coverage import CoverageIndex

_GRADE = r"[一二三四1-4]"
_KIND = r"(?:视力|听力|言语|语言|肢体|智力|精神|多重)"
_JOIN = r"(?:以及|或者|和|或|及|与|、)"
_NAMED = re.compile(
    rf"(?P<grades>{_GRADE}(?:级?{_JOIN}{_GRADE})*级)(?P<above>(?:及|含)?以上)?(?:的)?(?P<kinds>{_KIND}(?:残疾)?(?:人)?(?:{_JOIN}{_KIND}(?:残疾)?(?:人)?)*)"
)
_DIGITS = str.maketrans("1234", "一二三四")
_ORDER = "一二三四"
_OUT = re.compile(r"不得|不予|除外|停发|取消|不再|除[^，。；]{0,20}外")


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Kinds of disability of which `mine` leaves out a grade that `theirs` has, in norms on one matter."""
    named = [(n, _grades(n)) for n in mine]
    if not any(found for _, found in named):
        return
    anywhere = {(kind, g) for _, found in named for kind, grades in found.items() for g in grades}
    for match in matches(index, mine, theirs):
        ours, above = _grades(match.a), _grades(match.b)
        for kind in ours.keys() & above.keys() if match.mutual and not _OUT.search(match.a.words) else ():
            missing = {g for g in above[kind] - ours[kind] if (kind, g) not in anywhere}
            if missing and ours[kind] < above[kind] and one_matter(index, match):
                a, b = (f"{kind}残疾{_said(x)}" for x in (ours[kind], above[kind]))
                yield Departure(
                    Label.CONDITION, "disability-grade", "残疾等级", f"限于{a}", f"为{b}", (match.a,), (match.b,)
                )
                break


def _grades(norm: Norm) -> dict[str, frozenset[str]]:
    """Grades that the norm names of each kind of disability."""
    found: dict[str, frozenset[str]] = {}
    for said in _NAMED.finditer(norm.text):
        grades = frozenset(re.findall(_GRADE, said["grades"].translate(_DIGITS)))
        if said["above"]:
            grades = frozenset(_ORDER[: max(map(_ORDER.index, grades)) + 1])
        for kind in re.findall(_KIND, said["kinds"]):
            found[kind] = found.get(kind, frozenset()) | grades
    return found


def _said(grades: frozenset[str]) -> str:
    return "、".join(g for g in _ORDER if g in grades) + "级"
