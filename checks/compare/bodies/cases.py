"""Duties of one aid that are dealt out by case, or by what is decided: whose they are, or what they get."""

from __future__ import annotations

import re
from functools import lru_cache

from checks.compare.bodies.shares import article
from checks.compare.ground.alignment import bag, share
from checks.fingerprint import REMEMBERED
from kg.coverage import CoverageIndex, Duty
from kg.enums import Verdict
from kg.model import Groups

_CASE = re.compile(r"^(?P<case>[^。；]{4,60}?)的，")
_STANDS = re.compile(
    r"(?:身份|资格|类别|对象|家庭)[^，。；、]{0,4}(?:认定|识别|核实|确认)"
    r"|(?:收入|财产|经济|生活|困难)(?:状况|情况|程度)[^，。；]{0,6}(?:认定|识别)(?!结果|标准|办法)|(?:对象|人员|家庭|户)由[^，。；、]{2,20}?(?:认定|识别)"
)
_NTH = re.compile(r"(?:前|后|第)[一二两三四五、和]{1,4}(?:类|种|项)(?:人员|对象|家庭|情形)?")  # 前两类对象由甲认定
_GIVES = re.compile(r"审批|批准|发放|拨付|给予|支付|补助|补贴|救助金")
_STRESS = re.compile(r"(?:重点|优先|特别是|尤其是|着重)[^，。；]{2,}$")  # people singled out among all, not dealt out
_NOT_SUCH = re.compile(r"非([一-龥]{1,3}性)")
_SAME = 0.5  # of the words of the shorter case


def split(index: CoverageIndex, a: Duty, b: Duty) -> bool:
    """Whether one text deals the people out: each is given groups of its own, neither holding the other's."""
    mine, theirs = (d.groups if not _STRESS.search(d.provision.quote.text) else Groups() for d in (a, b))
    if not mine or not theirs:
        return bool(mine or theirs)
    holds = index.groups.contains(a.groups, b.groups), index.groups.contains(b.groups, a.groups)
    return holds == (Verdict.NO, Verdict.NO)


def in_cases(a: Duty, b: Duty) -> bool:
    """Whether one article gives each its own case (设立营利性机构的，向甲登记；设立公益性机构的，向乙登记).

    So too where each has kinds of people by their place in a list.
    """
    if article(a) == article(b) and _opposite(*(d.provision.quote.text for d in (a, b))):
        return True
    if article(a) == article(b) and all(_NTH.search(d.provision.quote.text) for d in (a, b)):
        return True
    found = [_CASE.match(d.provision.quote.text) for d in (a, b)]
    if article(a) != article(b) or not all(found):
        return False
    one, two = (bag(m["case"]) for m in found if m)
    return bool(one and two) and share(one, two) < _SAME


def _opposite(one: str, two: str) -> bool:
    """Whether one is for what the other is not (非营利性幼儿园, 营利性幼儿园)."""
    mine, theirs = (frozenset(_NOT_SUCH.findall(text)) for text in (one, two))
    return any(k in two and k not in theirs for k in mine) or any(k in one and k not in mine for k in theirs)


def recognises(duty: Duty) -> bool:
    """Whether it says who somebody is (对象身份认定), and not what he gets."""
    return _recognised_in(duty.provision.quote.text)


@lru_cache(maxsize=REMEMBERED)
def _recognised_in(text: str) -> bool:
    return bool(_STANDS.search(text)) and not _GIVES.search(text)
