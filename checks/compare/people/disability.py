"""Grades of disability: a lower text that names fewer grades, or fewer kinds, than the higher one on the same matter.

A circle drawn by grades alone (重残是指一级、二级) leaves out the kinds that the higher rule takes in at milder grades
(或者三级、四级精神、智力残疾); so does a list that names fewer of these kinds, and a clause that will not count them as
grave (三级精神残疾不按重残认定). Quiet where the list goes on (其他) or is one of those shut out, and where the text
names the grade or kind elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.ground.alignment import article_of, in_one_list, matches, one_matter, one_subject
from checks.compare.ground.marks import ETC
from checks.compare.ground.norms import Norm
from checks.compare.outcome.departures import Departure, Label
from checks.compare.people.by_rule import without_rest
from kg.coverage import CoverageIndex

_GRADE = r"[一二三四1-4]"
_KIND = r"(?:视力|听力|言语|语言|肢体|智力|精神|多重)"
_JOIN = r"(?:以及|或者|和|或|及|与|、)"
_NAMED = re.compile(
    rf"(?P<grades>{_GRADE}(?:(?:级?{_JOIN}|级){_GRADE})*级)(?P<above>(?:及|含)?以上)?(?:的)?(?P<kinds>{_KIND}(?:残疾)?(?:人)?(?:{_JOIN}{_KIND}(?:残疾)?(?:人)?)*)"
)
_ALL_KINDS = re.compile(
    rf"(?P<grades>{_GRADE}(?:(?:级?(?:{_JOIN}|至|-|—)|级){_GRADE})*级)(?P<above>(?:及|含)?以上)?(?=的?(?:重度)?残疾|[，。；）的]|且|$)(?!的?{_KIND})"
)
_DEFINES = re.compile(r"(?P<term>重残|重度残疾(?:人)?|残疾)”?，?(?:是指|，指|包括|为)")
_DENIES = re.compile(
    r"不(?:得|能|再)?(?:按照?|作为|算作?|计入|列为|视为|视同|认定为|纳入|列入|属于)[^，。；]{0,4}?(?P<term>重残|重度残疾)"
)
_DIGITS = str.maketrans("1234", "一二三四")
_ORDER = "一二三四"
_WORD = 2  # characters of 重残, 重度残疾 that tell it
_SEVERAL = 2  # kinds of disability that make a list
_ENTITLES = re.compile(r"对象|给予|发放|享受|提供|补助|补贴|资助|救助|减免|适用|申请")
_OPEN = re.compile(rf"其[他它](?!残疾等级|等级)|{ETC}|另有规定|全部|所有")
_OUT = re.compile(r"不得|不予|除外|停发|取消|不再|除[^，。；]{0,20}外")


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Kinds of disability of which `mine` leaves out a grade that `theirs` has, in norms on one matter."""
    for one, other, kinds in kinds_left_out(index, mine, theirs):
        if _defines(one) and _defines(other):
            said = ("没有包括这些等级", f"包括{kinds}")
            yield Departure(Label.NOTION, "disability-grade", "残疾的范围", *said, (one,), (other,))
    yield from _fewer_grades_of_all(index, mine, theirs)
    if any(_grades(n) for n in mine):
        yield from _without_a_kind(index, mine, theirs)
        yield from _fewer_grades_of_a_kind(index, mine, theirs)


def _fewer_grades_of_all(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Definitions by grades alone (重残是指一级残疾) with fewer of them than the definition of the same word above."""
    above = [(n, m["term"]) for n in theirs if _of_all(n) and (m := _DEFINES.search(n.text))]
    for a in mine if above else ():
        said = _DEFINES.search(a.text)
        same = [b for b, term in above if said and term[:_WORD] == said["term"][:_WORD] and _of_all(a)]
        if same and all(_of_all(a) < _of_all(b) for b in same) and not _grades(a) and one_subject(index, a, same[0]):
            grades = (f"限于{_said(_of_all(a))}", f"包括{_said(_of_all(same[0]))}")
            yield Departure(Label.NOTION, "disability-grade", "残疾的等级", *grades, (a,), (same[0],))


def _fewer_grades_of_a_kind(
    index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]
) -> Iterator[Departure]:
    """Conditions that name fewer grades of a kind (肢体残疾一级) than the norm beside them, and the text no others."""
    anywhere = {(kind, grade) for n in mine for kind, grades in _grades(n).items() for grade in grades}
    for match in matches(index, mine, theirs):
        if not match.mutual or _OUT.search(without_rest(match.a.words)):
            continue
        ours, above = _grades(match.a), _grades(match.b)
        fewer = (k for k, grades in ours.items() if grades < above.get(k, frozenset()))
        missing = (k for k in fewer if any((k, grade) not in anywhere for grade in above[k] - ours[k]))
        if (kind := next(missing, "")) and one_matter(index, match):
            a, b = (f"{kind}残疾{_said(grades[kind])}" for grades in (ours, above))
            said = (f"限于{a}", f"为{b}")
            yield Departure(Label.CONDITION, "disability-grade", "残疾等级", *said, (match.a,), (match.b,))


def _without_a_kind(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Norms that add kinds at milder grades to the same grave ones as the rule above, but fewer kinds."""
    known = {kind for n in mine for kind in _grades(n)}
    for match in matches(index, mine, theirs):
        ours, above = _grades(match.a), _grades(match.b)
        left = above.keys() - known
        alike = ours.keys() < above.keys() and all(above[k] == grades for k, grades in ours.items())
        grave = _of_all(match.a) == _of_all(match.b) != frozenset()
        if match.mutual and ours and left and alike and grave and one_matter(index, match) and not _open(match.a):
            kinds = "、".join(f"{k}残疾{_said(above[k])}" for k in sorted(left))
            said = ("没有包括这一类", f"包括{kinds}")
            yield Departure(Label.NOTION, "disability-kind", "残疾的范围", *said, (match.a,), (match.b,))


def _open(norm: Norm) -> bool:
    said = without_rest(norm.words)
    return bool(_OPEN.search(said) or _OUT.search(said))


def kinds_left_out(
    index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]
) -> Iterator[tuple[Norm, Norm, str]]:
    """Circles of `mine` by grades alone, where `theirs` has kinds at more grades besides; with the kinds in words."""
    drawn = [n for n in mine if _of_all(n) and not _OUT.search(without_rest(n.words))]
    above = [(n, grave) for n in theirs if _grades(n) and (grave := _grave(theirs, n))] if drawn else []
    known = {kind for n in mine for kind in _grades(n)}
    beside = {(m.a.start, m.b.start) for m in matches(index, mine, theirs) if one_matter(index, m)} if above else set()
    for a in drawn:
        for b, grave in above:
            more = {k: grades - _of_all(a) for k, grades in _grades(b).items() if k not in known}
            if not any(more.values()) or not _of_all(grave) <= _of_all(a):
                continue
            if (a.start, grave.start) in beside or (_defines(a) and _defines(b) and one_subject(index, a, b)):
                yield a, b, "、".join(f"{k}残疾{_said(grades)}" for k, grades in more.items() if grades)
                break


def _grave(norms: tuple[Norm, ...], norm: Norm) -> Norm | None:
    """The norm that has grades whatever the kind beside the kinds of `norm`: itself, or another item of its list."""
    listed = (n for n in norms if norm.stem and in_one_list(n, norm))
    return next((n for n in (norm, *listed) if _of_all(n)), None)


def grades_left_out(
    index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]
) -> Iterator[tuple[Norm, Norm, str]]:
    """Circles of `mine` by grades alone (一级残疾人) that have fewer of them than the norm beside."""
    drawn = [n for n in mine if _of_all(n) and _ENTITLES.search(n.words) and not _open(n)]
    named = {grade for n in mine for grade in _of_all(n).union(*_grades(n).values())} if drawn else set()
    for match in matches(index, mine, theirs) if drawn else ():
        ours, above = _of_all(match.a), _of_all(match.b)
        fewer = match.a in drawn and ours < above and not (above - ours) & named
        if fewer and _ENTITLES.search(match.b.words) and one_matter(index, match):
            yield match.a, match.b, f"残疾{_said(above - ours)}"


def kinds_not_listed(
    index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]
) -> Iterator[tuple[Norm, Norm, str]]:
    """Lists of `mine`, kind by kind, that lack a kind which the list of `theirs` has; with that kind in words."""
    ours = [(a, found) for a, found in _lists(mine) if not _goes_on(mine, a)]
    known = {kind for n in mine for kind in _grades(n)}
    for a, listed in ours:
        for b, above in _lists(theirs):
            both = [k for k in listed if k in above]
            more = {k: grades for k, grades in above.items() if k not in known}
            if len(both) >= _SEVERAL and more and one_subject(index, a, b):
                yield a, b, "、".join(f"{k}残疾{_said(grades)}" for k, grades in more.items())
                break


def kinds_denied(
    index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]
) -> Iterator[tuple[Norm, Norm, str]]:
    """Grades that `mine` will not count as grave (三级精神残疾不按重残认定), and `theirs` does; with them in words."""
    for a in mine:
        denied = _DENIES.search(a.text)
        for b in theirs if denied else ():
            said = _DEFINES.search(b.text)
            above = _grades(b)
            both = {k: grades & above.get(k, frozenset()) for k, grades in _grades(a).items()}
            same = denied and said and said["term"][:_WORD] == denied["term"][:_WORD]
            if same and any(both.values()) and one_subject(index, a, b):
                yield a, b, "、".join(f"{k}残疾{_said(grades)}" for k, grades in both.items() if grades)
                break


def _lists(norms: tuple[Norm, ...]) -> Iterator[tuple[Norm, dict[str, frozenset[str]]]]:
    """The first norm of each paragraph that names several kinds of disability with their grades, and these."""
    lines: dict[tuple[int, int], tuple[Norm, dict[str, frozenset[str]]]] = {}
    for norm in norms:
        if (found := _grades(norm)) and not _OUT.search(without_rest(norm.words)):
            _, known = lines.setdefault(norm.line, (norm, {}))
            for kind, grades in found.items():
                known[kind] = known.get(kind, frozenset()) | grades
    yield from ((n, found) for n, found in lines.values() if len(found) >= _SEVERAL)


def _goes_on(norms: tuple[Norm, ...], norm: Norm) -> bool:
    """Whether the list has an open end (其他重度残疾人): one that shuts out the others has none."""
    beside = [n for n in norms if article_of(n) == article_of(norm)]
    return any(_OPEN.search(without_rest(n.text)) for n in beside)


def _defines(norm: Norm) -> bool:
    return _DEFINES.search(norm.text) is not None


def _of_all(norm: Norm) -> frozenset[str]:
    """Grades that the norm names whatever the kind of disability."""
    found: frozenset[str] = frozenset()
    for said in _ALL_KINDS.finditer(norm.text) if "残" in norm.words else ():
        found |= _read(said)
    return found


def _grades(norm: Norm) -> dict[str, frozenset[str]]:
    """Grades that the norm names of each kind of disability."""
    found: dict[str, frozenset[str]] = {}
    for said in _NAMED.finditer(norm.text):
        for kind in re.findall(_KIND, said["kinds"]):
            found[kind] = found.get(kind, frozenset()) | _read(said)
    return found


Degree = tuple[str, str]  # a kind of disability ("" for any) and its grade


def degrees(norm: Norm) -> frozenset[Degree]:
    """Every kind of disability that the norm names, with each of its grades."""
    of_kinds = ((kind, grade) for kind, grades in _grades(norm).items() for grade in grades)
    return frozenset((*of_kinds, *(("", grade) for grade in _of_all(norm))))


def _read(said: re.Match[str]) -> frozenset[str]:
    """The grades written out (1、2级), with all that are graver for 三级以上."""
    grades = frozenset(re.findall(_GRADE, said["grades"].translate(_DIGITS)))
    return frozenset(_ORDER[: max(map(_ORDER.index, grades)) + 1]) if said["above"] else grades


def _said(grades: frozenset[str]) -> str:
    return "、".join(g for g in _ORDER if g in grades) + "级"
