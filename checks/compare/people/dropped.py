"""Members dropped: a sentence that repeats the one above but for members of its list, or for its second half.

对独居、失能老年人探访 where the rule above has 独居、留守、失能老年人. Two sentences are one where, but for members,
each says nearly all that the other says. A half is one that the rule above adds (…儿童；或者…儿童). Quiet
where anything in the text says the member, where its title is for others, and where the sentence goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.ground.agencies import agencies_in
from checks.compare.ground.alignment import Match, bag, matches, one_matter, share
from checks.compare.ground.listings import PRIORITY, says
from checks.compare.ground.marks import CLAUSE
from checks.compare.ground.norms import Norm
from checks.compare.ground.windows import groups_in
from checks.compare.people.stages import of_another_stage
from kg.coverage import CoverageIndex
from ontology.cues import Setting

_LISTING = Setting("listing")
_SEGMENT = re.compile(r"[^，。；：（）()\n]+")
_JOINT = re.compile(r"、|以及|或者|和(?!谐|平|睦|解)|或|(?<![普涉触危波以])及(?!时|其)|(?<!参)与")
_HERE = re.compile(r"(?:本|我|全)[省市县区州旗镇乡]|[具持]有|^(?:符合|属于)")
_AGED = re.compile(r"^[0-9０-９一二三四五六七八九十—～~\-－至]+周?岁(?:以[上下]|（含）)?的?")
_PEOPLE = re.compile(
    r"(?:人|人员|成员|者|家庭|对象|儿童|学生|孤儿|户|患者|妇女|军人|群众|居民|职工|农民)(?:$|[的，死])"
)
_MEANS = re.compile(r"是指|所称|对象|包括|适用")
_ELSE_TOO = re.compile(r"^(?:或者|以及|或)")
_IN_NEED = frozenset({"hardship", "low-income", "other-hardship"})  # which tells nobody apart
_LIKE = 0.5  # likeness of two sentences
_SAME, _ELSE = 0.85, 0.5  # of the pieces of either that the other has, less the members; of a member's, at most
_LEAST, _MOST = 2, 24  # characters of a member
_EDGE = 2  # characters of a neighbour by which it is known


@dataclass(frozen=True, slots=True)
class Dropped:
    """`mine` repeats `theirs` without these members."""

    mine: Norm
    theirs: Norm
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Member:
    """Somebody in a list, and of whom the list is (`whole`)."""

    core: str
    whole: str


def dropped(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Dropped]:
    """Sentences of `mine` that repeat one of `theirs` and drop members of its list, or its second half."""
    title = (index.documents[mine[0].document].title or "") if mine else ""
    for match in matches(index, mine, theirs):
        if match.mutual and match.likeness >= _LIKE and _opens(match.a) and _opens(match.b):
            left = _left(match)
            if left and not any(_spoken(mine, title, match, m) for m in left) and one_matter(index, match):
                yield Dropped(match.a, match.b, tuple(m.core for m in left))
    yield from _halves(index, mine, theirs)


def _opens(norm: Norm) -> bool:
    said = norm.words
    return _LISTING.has("opens", said) and not _LISTING.has("aside", said) and not PRIORITY.search(norm.text)


def _left(match: Match) -> tuple[_Member, ...]:
    """The members that the sentence of the draft lacks, where it is the other one but for them."""
    ours = bag(match.a.text)
    members = {m.core: m for m in _members(match)}
    left = tuple(m for m in members.values() if not _is_said(m.core, match.a.text, ours))
    rest = match.b.text
    for member in sorted(left, key=lambda m: -len(m.core)):
        rest = rest.replace(member.core, " ", 1)
    above = bag(rest)
    alike = len(ours & above) >= _SAME * max(len(ours), len(above))
    kept = [m for m in members.values() if m not in left]
    return left if alike and kept and not _goes_on(match) else ()


def _goes_on(match: Match) -> bool:
    """Whether the draft's list is left open: not by words that both sentences use of those whom they name."""
    words = _LISTING.words("open", match.a.text) - {"确有困难", "特殊困难", "需要救助"}
    return bool(words) or bool(_LISTING.words("open", match.a.text) - _LISTING.words("open", match.b.text))


def _is_said(core: str, text: str, pieces: frozenset[str]) -> bool:
    return core in text or share(bag(_HERE.sub("", core)), pieces) > _ELSE


def _members(match: Match) -> Iterator[_Member]:
    """The people and cases that the sentence above lists."""
    for run in _SEGMENT.finditer(match.b.text):
        items = [x for x in _JOINT.split(run.group()) if len(x) >= _LEAST]
        for i, item in enumerate(items) if len(items) > 1 else ():
            first, last = i == 0, i == len(items) - 1
            core = _AGED.sub("", _without_head(item, items[1:], match.a.text) if first else item)
            core = _without_tail(core, items[:-1], match.a.text) if last else core
            whole = item if last or _LISTING.has("person", core) else core + items[-1]
            if _LEAST <= len(core) <= _MOST and bag(core) and _is_somebody(core, whole):
                yield _Member(core, whole)


def _without_head(item: str, others: list[str], text: str) -> str:
    """The first item less the words that lead up to another one where that stands first."""
    cuts = range(len(item) - 1, 0, -1)
    return item[next((k for k in cuts if any(item[:k] + x[:_EDGE] in text for x in others)), 0) :]


def _without_tail(item: str, others: list[str], text: str) -> str:
    """The last item less the words that follow another one where that stands last."""
    cuts = range(1, len(item))
    return item[: next((k for k in cuts if any(x[-_EDGE:] + item[k:] in text for x in others)), len(item))]


def _is_somebody(core: str, whole: str) -> bool:
    """Whether a member is people, or says who they are."""
    if agencies_in(core) or _LISTING.has("open", core):
        return False
    return _LISTING.has("person", core) or _PEOPLE.search(whole) is not None


def _spoken(mine: tuple[Norm, ...], title: str, match: Match, member: _Member) -> bool:
    """Whether the text says the member anywhere, or is for others by its title."""
    said = _HERE.sub("", member.core)
    near = [n for n in mine if not of_another_stage(n, match.a)]
    if says(title, said) or any(says(n.words, said) for n in near):
        return True
    rest = groups_in(match.b.text.replace(member.core, " ", 1)).ids()
    own, whole, titled = (groups_in(x).ids() - _IN_NEED for x in (member.core, member.whole, title))
    known = {g for n in near for g in n.people.ids()}
    return bool(own - rest and own - rest <= known) or bool(titled & rest and not titled & whole)


def _halves(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Dropped]:
    """Whom the rule above means besides (是指甲；或者乙), where the draft says nothing of what tells them from 甲."""
    firsts = {m.b.end: m for m in matches(index, mine, theirs) if m.mutual and _MEANS.search(m.a.words)}
    for half in (n for n in theirs if _ELSE_TOO.match(n.text)):
        match = firsts.get(half.start)
        clause = CLAUSE.search(_ELSE_TOO.sub("", half.text))
        case = clause.group() if clause else ""
        own = bag(case) - bag(match.b.text) if match else frozenset[str]()
        said = any(len(own & bag(n.words)) >= _ELSE * len(own) for n in mine)
        if match and own and not said and one_matter(index, match) and not _LISTING.has("open", match.a.text):
            yield Dropped(match.a, half, (case,))
