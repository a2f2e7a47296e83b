"""How many people one carer looks after: 护理人员与老人之比1∶4 above, 每5名失能老人配备1名护理员 below.

A ratio, a number of people for whom one is hired, and a number that one looks after all say the same. A lower text may
be more favourable: fewer to look after. Quiet for other carers, people who need more or less care, and other ages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from checks.compare.ground.alignment import bag, maybe_one_matter, share
from checks.compare.ground.norms import Norm
from checks.compare.ground.windows import groups_in
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.doubles import Double
from kg.coverage import CoverageIndex
from kg.stretches import stretches, value_of
from ontology.cues import Setting
from ontology.wording import wordings

_STAFF = Setting("staffing")
_NUMBER = r"(?:[0-9]{1,3}(?:\.[0-9])?|[一二两三四五六七八九十百]{1,4}(?:点[一二三四五六七八九])?)"
_HEAD = r"(?:名|个|位|户|人(?!员))"
_RATIO = re.compile(rf"(?<![0-9:：∶])(?P<one>{_NUMBER})(?:[:：∶]|比)(?P<other>{_NUMBER})(?![0-9:：∶])")
_HIRED = re.compile(
    rf"每(?P<n>{_NUMBER})?{_HEAD}(?P<of>[^，。；每0-9]{{0,20}}?)，?(?:按照?|应当?|须|要|可以?|统一|平均|原则上)*"
    rf"(?:(?:配备|配置|配足|配|安排|设置|设立|设|聘用|选派|落实|有)|(?=不少于|至少|不得少于))[^，。；0-9一二两三四五六七八九十]{{0,8}}(?P<m>{_NUMBER}){_HEAD}"
)
_LOOKS_AFTER = re.compile(
    rf"(?:每[1一]?|[1一]){_HEAD}(?P<who>[一-龥]{{2,14}}?)(?:可以?|应当?|最多|至多|须|同时|固定|原则上|能|负责|承担)*"
    r"(?:照料|照顾|照护|护理|看护|负责|服务|管理|联系|包保|指导|带教|对接|承担)(?P<of>[^。；0-9]{0,24}?)"
    rf"(?:，?以|，?不(?:得)?(?:超过|多于)|，?最多|，?至多|，?为|可以?|，?限)*(?P<n>{_NUMBER}){_HEAD}(?![^，。；]{{0,4}}(?:小时|次))"
)
_AND_SO = re.compile(
    rf"(?:照料|照顾|照护|护理|看护)(?P<of>[^，。；]{{2,20}}?)的?，?(?:以|不超过|最多)(?P<n>{_NUMBER}){_HEAD}(?:为限)?"
)
_OTHER_CASE = re.compile(r"除[^，。；]{2,30}外|特殊情况|紧急|夜间|值班|值守")
_LEAST, _ALIKE = 2, 0.3  # words that tell what a ratio is of; of the shorter one's pieces that both say
_AGE = "周岁"


@dataclass(frozen=True, slots=True)
class Staffing:
    """So many people to look after for one carer."""

    norm: Norm
    of: str
    said: str
    each: float


def doubles(norms: tuple[Norm, ...]) -> Iterator[Double]:
    """Two numbers to look after for the same people."""
    for a, b in combinations([s for n in norms for s in _staffings(n)], 2):
        if a.norm.line != b.norm.line and abs(a.each - b.each) > 0.01 and _one(a, b):
            yield Double("staffing", "配备比例", a.said, b.said, (a.norm, b.norm))


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """More people for one to look after than a higher text has it."""
    above = [s for n in theirs for s in _staffings(n)]
    for a in (s for n in mine for s in _staffings(n)) if above else ():
        same = [b for b in above if _one(a, b) and maybe_one_matter(index, a.norm, b.norm)]
        if same and all(a.each > b.each + 0.01 for b in same):
            yield Departure(Label.BENEFIT, "staffing", "配备比例", a.said, same[0].said, (a.norm,), (same[0].norm,))


def _one(a: Staffing, b: Staffing) -> bool:
    """Whether both are of like carers, for people of the same degree and ages."""
    carers = [_STAFF.words("who", x.norm.words) for x in (a, b)]
    if (all(carers) and not _families(carers[0]) & _families(carers[1])) or any(
        _OTHER_CASE.search(x.said + x.of) for x in (a, b)
    ):
        return False
    degrees = [_degree(x.of) for x in (a, b)]
    ages = [{s.interval for s in stretches(x.of) if s.unit in (_AGE, "月")} for x in (a, b)]
    if degrees[0] != degrees[1] or ages[0] != ages[1]:
        return False
    strata = frozenset(wordings()["strata"]) | {"disabled"}
    people = [groups_in(x.of).ids() & strata for x in (a, b)]
    if people[0] != people[1] and all(people):
        return False
    return bool(degrees[0] or ages[0]) or share(bag(a.of), bag(b.of)) >= _ALIKE


def _families(words: frozenset[str]) -> frozenset[str]:
    return frozenset("care" if w in ("护理", "照护", "照料", "看护", "养护") else w for w in words)


def _degree(said: str) -> str:
    """How much care people need, by the last word that tells: wholly, partly, hardly."""
    return next((d for d in ("part", "able", "whole") if _STAFF.has(d, said)), "")


def _staffings(norm: Norm) -> Iterator[Staffing]:
    """Every number to look after that a norm sets."""
    if not _STAFF.has("field", norm.words):
        return
    found = False
    for match in _HIRED.finditer(norm.text):
        found = True
        yield Staffing(norm, match["of"], match.group(), value_of(match["n"] or "1") / (value_of(match["m"]) or 1))
    for match in _LOOKS_AFTER.finditer(norm.text):
        found = True
        before, behind = norm.text[: match.start()].rstrip("，：").split("，")[-1], norm.text[match.end() :]
        of = next((x for x in (match["of"], before, behind.split("，")[0]) if len(x) >= _LEAST), "")
        yield Staffing(norm, of, match.group(), value_of(match["n"]))
        for more in _AND_SO.finditer(norm.text, match.end()):
            yield Staffing(norm, more["of"], more.group(), value_of(more["n"]))
    if not found and _STAFF.has("ratio", norm.words):
        yield from _ratios(norm)


def _ratios(norm: Norm) -> Iterator[Staffing]:
    since = 0
    for match in _RATIO.finditer(norm.text):
        one, other = value_of(match["one"]), value_of(match["other"])
        said, since = norm.text[since : match.start()], match.end()
        if one and other:
            yield Staffing(
                norm, said if len(bag(said)) >= _LEAST else norm.text[: match.start()], match.group(), other / one
            )
