"""A total that is not what its factors come to: 60人、每人每月500元、12个月，合计30万元.

A sentence that counts the people, says for how many months, and gives all the money needed can be worked out with the
sum that each of them gets, in the sentence itself or as the only one of the text. Quiet where the text has several such
sums, where the total is a limit, an estimate, of another year or only somebody's part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.ground.norms import Norm
from checks.compare.outcome.doubles import Double
from kg.stretches import worth

_NUMBER = r"[0-9]+(?:\.[0-9]+)?"
_EACH = re.compile(
    rf"每(?P<who>[人户生名位个家])?(?:家庭|儿童|学生)?[^，。；0-9元]{{0,12}}?(?P<period>每?[月年]|一次性)?[^，。；0-9元]{{0,14}}?"
    rf"(?P<value>{_NUMBER})(?P<ten>万)?元(?:/(?P<per>[月年]))?"
)
_HEADS = re.compile(
    rf"(?P<value>{_NUMBER})(?:人|户|名|位|个家庭|家|个(?=[^，。；]{{0,6}}岗位))(?!次)|(?<=岗位)(?P<posts>{_NUMBER})个"
)
_MONTHS = re.compile(rf"(?P<value>{_NUMBER})个月")
_TOTAL = re.compile(
    rf"(?:合计|共计|总计|共需|总需|总额|总金额|总资金|所需资金|需要?资金|资金需求|年度?预算|预算资金)[^，。；0-9]{{0,10}}?"
    rf"(?P<value>{_NUMBER})(?P<ten>[万亿])?元"
)
_ASIDE = re.compile(
    r"约|左右|不超过|不高于|不低于|以内|以下|以上|上限|最高|至少|控制在|估算|配套|其中|承担|分担|补助资金|去年|上年|上一?年度?"
    r"|累计|已经?发放|目前|缺口|首批|按比例|差额|差值|元至|[0-9]—[0-9]"
)
_AGES = re.compile(r"[0-9一二三四五六七八九十]+周?岁(?:[（(]含[^（）()]*[）)])?(?:以上|以下|至)?")
_SLACK = 0.01  # of the total, lost in rounding


def products(norms: tuple[Norm, ...]) -> Iterator[Double]:
    """Totals of a text that its people, months and sums do not come to."""
    sums = [(n, m) for n in norms for m in _EACH.finditer(n.text)]
    for norm in norms:
        total, people = list(_TOTAL.finditer(norm.text)), list(_HEADS.finditer(norm.text))
        if len(total) != 1 or len(people) != 1 or _ASIDE.search(_AGES.sub("", norm.text)):
            continue
        own = [x for x in sums if x[0] is norm] or sums
        if len(own) == 1 and not _ASIDE.search(_AGES.sub("", own[0][0].text)):
            yield from _compared(norm, total[0], people[0], *own[0])


def _compared(
    norm: Norm, total: re.Match[str], people: re.Match[str], place: Norm, each: re.Match[str]
) -> Iterator[Double]:
    period = (each["period"] or each["per"] or "").lstrip("每")
    months = list(_MONTHS.finditer(norm.text))
    if len(months) > 1 or (period == "月") != bool(months):
        return
    factors = [_value(people), _value(each), *map(_value, months)]
    come_to = factors[0] * factors[1] * (factors[2] if months else 1)
    if abs(come_to - _value(total)) > _SLACK * max(come_to, _value(total)):
        said = "×".join(m.group() for m in (people, each, *months))
        yield Double("product", "所需资金与人数、标准的乘积", total.group(), f"{said}为{come_to:g}元", (norm, place))


def _value(match: re.Match[str]) -> float:
    found = match.groupdict()
    return worth(found["value"] or found.get("posts") or "0", found.get("ten"))
