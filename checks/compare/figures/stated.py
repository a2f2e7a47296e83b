"""For how long a paper is good, or when it is void: twice in one document, or shorter than a higher text has it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations

from checks.compare.ground.alignment import bag, maybe_one_matter, share
from checks.compare.ground.norms import Norm
from checks.compare.ground.windows import groups_in
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.doubles import Double
from kg.coverage import CoverageIndex
from kg.stretches import value_of

_TIME = r"(?P<{0}>[0-9]{{1,3}}|[一二两三四五六七八九十]{{1,3}}|半)(?P<{0}_unit>个?工作日|日|天|个?月|年)"
_GOOD_FOR = re.compile(
    rf"(?P<of>[^，。；：]{{2,20}}?)的?有效期限?(?:为|是|：)?{_TIME.format('term')}"
    rf"|(?P<since>[^，。；：自]{{2,20}}?)，?自[^，。；]{{1,12}}(?:之日|日)?起，?{_TIME.format('within')}(?:以|之)?内有效"
    rf"|(?P<what>[^，。；：]{{2,20}}?){_TIME.format('inside')}(?:以|之)?内有效"
)
_VOID = re.compile(  # counted from when it was given; not what lies unused for so long at a stretch
    rf"(?<!连续)(?<!累计)(?:超过|满){_TIME.format('over')}(?:以上|后)?(?:仍?未[^，。；]{{2,16}}|没有[^，。；]{{2,16}})?(?:的|，)+"
    r"(?P<void>(?!可|应|须|由)[^，。；：]{2,12}?)(?:自动|自行|一律|即行?|视为|视同|予以|应当|自然)*(?:作废|失效|无效)"
)
_SINCE = re.compile(
    r"自(?P<event>[^，。；自]{1,12}?)(?:之日|当日|日)?起|(?P<after>[^，。；]{2})(?:之|以)?后[^，。；]{0,4}超过"
)
_ITSELF = re.compile(
    r"本(?:办法|细则|规定|意见|通知|方案|规程|规则|措施|规范|条例|指南)$"
)  # its own time is its own affair
_DAYS = {"日": 1, "天": 1, "工作日": 1.4, "月": 30, "年": 365}
_ALIKE, _LEAST = 0.6, 2  # of the shorter one's pieces that both say; pieces
_OTHER_CASE = re.compile(r"除[^，。；]{2,30}外|特殊|延长|延期|其中|紧急|长期|临时|以外")


@dataclass(frozen=True, slots=True)
class _Fact:
    norm: Norm
    of: str
    said: str
    value: float
    since: frozenset[str]  # from which event it is counted, where that is said


def doubles(norms: tuple[Norm, ...]) -> Iterator[Double]:
    """Two times for which one thing is good."""
    for matter, find in _FINDS:
        for a, b in combinations([f for n in norms for f in find(n)], 2):
            if a.norm.line != b.norm.line and a.value != b.value and _one(a, b):
                yield Double("stated", matter, a.said, b.said, (a.norm, b.norm))


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """A shorter time for which a paper is good than a higher text has it."""
    for matter, a, same in _beside(index, mine, theirs):
        if same and all(a.value < b.value for b in same):
            b = same[0]
            yield Departure(Label.BENEFIT, "stated", matter, a.said, b.said, (a.norm,), (b.norm,))


def apart(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[tuple[_Fact, _Fact]]:
    """Two times for which two texts of equal rank have one thing good, neither of them that of the text itself."""
    for _, a, same in _beside(index, mine, theirs):
        if same and all(a.value != b.value for b in same):
            yield a, same[0]


def _beside(
    index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]
) -> Iterator[tuple[str, _Fact, list[_Fact]]]:
    """Every time of `mine` but its own, by matter, with those that `theirs` has for the same thing."""
    for matter, find in _FINDS:
        ours, others = ([f for n in norms for f in find(n) if not _ITSELF.search(f.of)] for norms in (mine, theirs))
        for a in ours:
            yield matter, a, [b for b in others if _one(a, b) and maybe_one_matter(index, a.norm, b.norm)]


def _one(a: _Fact, b: _Fact) -> bool:
    """Whether both are of one thing, for the same people, and neither is for a case of its own."""
    mine, theirs = bag(a.of), bag(b.of)
    people = [groups_in(f.of).ids() for f in (a, b)]
    if a.since and b.since and not a.since & b.since:
        return False
    alike = len(mine & theirs) >= _LEAST and share(mine, theirs) >= _ALIKE
    alike = alike or a.of.endswith(b.of) or b.of.endswith(a.of)
    return alike and people[0] == people[1] and not any(_OTHER_CASE.search(f.norm.text) for f in (a, b))


def _terms(norm: Norm) -> Iterator[_Fact]:
    for match in _GOOD_FOR.finditer(norm.text) if "有效" in norm.text else ():
        name = next(n for n in ("term", "within", "inside") if match[n])
        of = match["of"] or match["since"] or match["what"]
        yield _Fact(norm, of, match.group(), _days(match, name), _since(match.group()))
    for match in _VOID.finditer(norm.text):
        before = norm.text[: match.end("over")]
        yield _Fact(norm, match["void"], match.group(), _days(match, "over"), _since(before))


def _days(match: re.Match[str], name: str) -> float:
    number = 0.5 if match[name] == "半" else value_of(match[name].replace("两", "二"))
    return number * _DAYS[match[f"{name}_unit"].lstrip("个")]


def _since(said: str) -> frozenset[str]:
    """Pieces of the events from which a text counts."""
    return frozenset((m["event"] or m["after"])[-2:] for m in _SINCE.finditer(said))


_FINDS: tuple[tuple[str, Callable[[Norm], Iterator[_Fact]]], ...] = (("有效期", _terms),)
