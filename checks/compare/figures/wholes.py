"""A part of a yardstick where the higher rule gives the whole of it: 平均水平的70% for 不得低于平均水平, 八成 for 全额.

A rule that names a yardstick without a number (不低于当地平均生活水平, 按照标准全额, 与城镇居民同等标准) means all of
it; a lower text that deals out a part of the same yardstick gives less. The other way round for a rule that names the
most. Quiet where the rule is about the part itself (不低于标准的60%), where the text only gives a part on top, or of
what somebody else pays, and for other people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from checks.compare.ground.alignment import bag, matches, one_matter, people_apart, share
from checks.compare.ground.clauses import clause_of, words_before
from checks.compare.ground.marks import PAUSE
from checks.compare.ground.norms import Norm
from checks.compare.ground.windows import INCREMENT, REST, numbers_of
from checks.compare.outcome.departures import Departure, Label
from kg.coverage import CoverageIndex
from kg.model import Parameter

_LEAST = re.compile(
    r"不(?:得|应|能)?(?:低|少)于(?P<of>[^，。；]{4,30})|(?:等于|相当于|高于|达到|(?:保底|最低)(?:标准|线|额)?(?:为|是|按照?))(?P<is>[^，。；]{4,30})"
)
_FULL = re.compile(
    r"(?P<of>[^，。；]{0,30})(?:全额|足额|全部)(?:享受|发放|发给|资助|补助|补贴|救助|给予|支付|报销|计发|代缴|承担|负担|减免|免除)"
    r"|(?:代缴|代付|承担|支付|资助|补助|补贴|给予|减免|免除|报销|负担|解决)(?P<whole>[^，。；]{2,30}?)的?"
    r"(?:全部费用|全部金额|全部支出|全部款项|全额(?!资金)|全部(?=[，。；]))"
)
_MOST = re.compile(r"不(?:得|应|能)?(?:高|超|多|超过)[于过](?P<of>[^，。；]{4,30})")
_PART = re.compile(
    r"[0-9０-９一二三四五六七八九十百两]+\s*(?:%|％|倍|成|折)|百分之|[一二三]分之|之[一二三]|一半|半数"
    r"|(?<!承担)(?<!负担)(?<!自付)(?<!自负)(?<!自费)(?<!缴费)(?<!缴纳)(?<!支付)(?<!应缴)(?<!剩余)部分|比例"
)
_SHARES = re.compile(
    r"由[^，。；]{2,12}(?<!个人)(?<!本人)(?<!患者)(?<!自己)(?:承担|负担|分担)|预算|分担|配套|上限|封顶|刚性支出|首付|预付|预拨|先行|另|增长|涨幅|同比|降低"
)
_BARE = re.compile(r"(?:按照?|依照|以|为)(?P<of>[^，。；按照]{0,16}标准)的?$")  # 按照标准的百分之八十
_URBAN = re.compile(r"城[镇市](?!乡)")
_GRADES = re.compile(r"[一二三四](?:、[一二三四]|级、[一二三四])*级(?=[^，。；]{0,6}残)")
_NAMED = 0.5  # of the yardstick's words
_PLAIN = re.compile(r"当地|本[省市县区州]|上年度?|年度|所在|标准|的|按照?|相应|同期|确定|计算|发给|发放")


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Parts of a yardstick in `mine` of which `theirs` gives all, or sets all as the most."""
    for match in matches(index, mine, theirs):
        a, b = match.a, match.b
        for part in _parts(a) if not _PART.search(b.text) else ():
            said = _falls_short(a, part, b)
            if said and one_matter(index, match) and not people_apart(index, a, b) and not _grades_apart(a, b):
                yield Departure(
                    Label.BENEFIT, part.kind, "低于上位规定的标准", f"{part.basis or ''}{part.quote}", said, (a,), (b,)
                )
                break


def _grades_apart(a: Norm, b: Norm) -> bool:
    """Whether both name grades of disability, and none of them both."""
    mine, theirs = (frozenset("".join(_GRADES.findall(n.text))) & frozenset("一二三四") for n in (a, b))
    return bool(mine and theirs) and not mine & theirs


def _parts(norm: Norm) -> Iterator[Parameter]:
    """Numbers of a norm that are a part of a yardstick."""
    for p in numbers_of(norm):
        clause = clause_of(norm, p)
        aside = INCREMENT.search(words_before(norm, p)) or REST.search(clause) or _SHARES.search(clause)
        bare = None if p.basis else _BARE.search(words_before(norm, p))
        part = replace(p, basis=bare["of"]) if bare else p
        if part.basis and p.unit in ("%", "倍") and not p.soft and not aside:
            yield part


def _falls_short(a: Norm, part: Parameter, b: Norm) -> str:
    """The words of `b` that give all of the yardstick of which `a` gives less, or bar more than what `a` takes."""
    value = part.value / 100 if part.unit == "%" else part.value
    before = ""
    for clause in PAUSE.split(b.text):
        paid = _FULL.search(clause)
        if paid and value < 1 and (paid["of"] or "").startswith("由") and _same_yardstick(part.basis or "", before):
            return paid.group()
        before = clause
        found = _LEAST.search(clause) or _FULL.search(clause)
        if found and value < 1 and _same_yardstick(part.basis or "", _of(found)):
            return found.group()
        most = _MOST.search(clause)
        if most and value > 1 and _same_yardstick(part.basis or "", most["of"]):
            return most.group()
    return ""


def _of(found: re.Match[str]) -> str:
    return next((x for x in found.groups() if x), "")


def _same_yardstick(mine: str, theirs: str) -> bool:
    if _URBAN.search(mine) and not _URBAN.search(theirs):  # the rural line as a part of the urban one
        return False
    if not bag(_PLAIN.sub(" ", mine)):  # of the standard that the text is about
        return "标准" in mine and "标准" in theirs
    one, two = (bag(_PLAIN.sub(" ", x)) or bag(x) for x in (mine, theirs))
    return bool(one and two) and share(one, two) >= _NAMED
