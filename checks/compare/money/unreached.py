"""Grants with a sum that no rule of their text on money or on decisions reaches.

A text that pays for several things by name (冬春救助资金和重建补助资金由县级财政预算安排) has no money for one more
(每户每月给予租房补贴400元), and where its rules on who decides are each for another grant, nobody grants it. A rule
reaches a grant in its own line, by a range of articles, by a word of its name, or by naming nothing in particular (from
a chapter about other grants: those alone). Quiet where the grant's line names who gives it or another document, and
where a text beside names the grant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.ground.agencies import agencies_in
from checks.compare.ground.norms import Norm
from checks.compare.money.promises import NOUN, is_rule, within
from kg.enums import Role

_GIVES = re.compile(
    rf"(?:给予|发放|发给|予以|实行|享受|建立|领取)(?:每[人户月年生日天]|一次性|的)*(?P<name>[一-龥]{{2,12}}?{NOUN})(?:制度|标准)?(?=[，。；（0-9０-９每]|$)"
)
_SOURCE = re.compile(
    r"(?P<what>[^。；]{2,90}?)，?(?:由|从|列入|纳入|在)[^，。；]{0,40}?"
    r"(?:预算|财政|基金|资金|公益金|专户|专项)[^，。；]{0,10}?(?:安排|解决|支付|列支|承担|负担|保障|分担|统筹|中)"
    r"|(?P<cost>[^。；]{2,90}?)，?(?:列入|纳入)[^，。；]{0,24}?预算"
)
_APPLIED = re.compile(rf"申请(?P<name>[一-龥]{{2,8}}?(?:{NOUN}|救助|资助|扶持|改造))")
_AND = re.compile(r"[、，]|以及|和|及|与")
_EMPTY = re.compile(
    r"所需|资金|经费|费用|款项|补助|补贴|救助|资助|津贴|帮扶|保障|本(?:办法|细则|规定|方案|意见|制度)|工作|各项|各类|上述|以上|相关|有关|规定|社会|困难|群众|人员|对象|[的等]"
)
_DECIDES = re.compile(
    r"审批|审定|核定|核准|批准|作出[^，。；]{0,12}决定|确认|认定|审核(?=后|同意|通过|合格|无误|并|，)|决定[^，。；]{0,4}发放|发放"
)
_REMEDY = re.compile(r"不服|复议|诉讼|异议|骗取|追回|退回|停发|公示|公布|监督|审计")
_SELF = re.compile(r"《|按照?[^，。；]{0,16}规定|申请|审批|审定|审核|参照|另行")
_CHAPTER = re.compile(r"^[\s　]*第[一二三四五六七八九十]+[章节]", re.MULTILINE)
_FUND = "基金"


@dataclass(frozen=True, slots=True)
class Unreached:
    """A grant called `name`, the rules on money that are for others, and what those others are."""

    norm: Norm
    name: str
    rules: tuple[Norm, ...]
    others: tuple[str, ...]


def unreached(text: str, norms: tuple[Norm, ...], beside: tuple[str, ...]) -> Iterator[Unreached]:
    """The grants of a document `text` that its rules leave out; `beside` are the texts in force that may have them."""
    paid = [(n, items) for n in norms if (items := _paid_for(text, n))]
    if not paid or any(not _kernel(item) for _, items in paid for item in items):
        return
    others = tuple(dict.fromkeys(i for _, items in paid for i in items))
    within_steps = any(_applied_for(text, n) for n, _ in paid)
    sums = {n.line for n in norms if _has_sum(n)}
    for norm, name in ((n, name) for n in norms if (name := _given(n))):
        lines = sums - {norm.line}
        core = re.sub(NOUN, "", name)
        own = _pairs(core).difference(*(_pairs(text[slice(*line)]) for line in lines))
        if not own or not _is_alone(norm, norms) or _pairs("，".join(others)) & own or any(core in t for t in beside):
            continue
        if any(within(rule, norm) for rule, _ in paid) or not (within_steps or _pays_others(text, lines, others)):
            continue
        if not any(_reaches(text, rule, norm, own, others, lines) for rule in norms):
            yield Unreached(norm, name, tuple(n for n, _ in paid), others)


def _paid_for(text: str, norm: Norm) -> tuple[str, ...]:
    """What a rule on money is for; one within a line on applications (申请康复救助…所需资金…) is for that grant."""
    items = _paid(norm.text)
    applied = _applied_for(text, norm) if items else ""
    return (applied,) if applied else items


def _applied_for(text: str, norm: Norm) -> str:
    """The grant that a line is about the application for, before it says where the money comes from; "" for none."""
    line = text[slice(*norm.line)]
    found = _APPLIED.search(line, 0, max(line.find("资金"), line.find("经费"), 0))
    return found["name"] if found else ""


def _paid(said: str) -> tuple[str, ...]:
    """What a rule on money is for, item by item; empty where `said` is none."""
    source = _SOURCE.search(said)
    if source is None or _GIVES.search(said):
        return ()
    what = source["what"] or source["cost"]
    return tuple(part.strip() for part in _AND.split(what) if part.strip())


def _kernel(item: str) -> str:
    """The words that say what an item is, without those that fit any money."""
    return _EMPTY.sub("", item)


def _given(norm: Norm) -> str:
    """Name of the grant to people for which a norm sets a sum, "" for none."""
    found = _GIVES.search(norm.text) if is_rule(norm) else None
    return found["name"] if found and (_has_sum(norm) or "元" in norm.text) else ""


def _has_sum(norm: Norm) -> bool:
    return any(x.unit.startswith("元") for p in norm.provisions for x in p.parameters)


def _is_alone(norm: Norm, norms: tuple[Norm, ...]) -> bool:
    """Whether the grant's line names nobody who gives it, no step and no other rule."""
    line = [n for n in norms if n.line == norm.line]
    by = any(a.role in (Role.LEAD, Role.JOINT) for n in line for p in n.provisions for a in p.actors)
    return not by and not any(_SELF.search(n.text) for n in line)


def _pays_others(text: str, lines: set[tuple[int, int]], others: tuple[str, ...]) -> bool:
    """Whether what is paid for is one of the lines that set other sums, or costs."""
    said = tuple(text[slice(*line)] for line in lines)
    return any("费用" in o or any(_pairs(o) & _pairs(line) for line in said) for o in others)


def _reaches(
    text: str, rule: Norm, norm: Norm, own: frozenset[str], others: tuple[str, ...], lines: set[tuple[int, int]]
) -> bool:
    """Whether a norm has somebody decide on the grant, by its words or its place."""
    if not _DECIDES.search(rule.text) or _REMEDY.search(rule.text) or not agencies_in(rule.text):
        return False
    line = text[slice(*rule.line)]
    if rule.line == norm.line or within(rule, norm) or own & _pairs(line):
        return True
    if _FUND in line or any(_pairs(_kernel(o)) & _pairs(line) for o in others):
        return False
    here, there = (_chapter(text, n.start) for n in (rule, norm))
    return here == there or not any(_chapter(text, start) == here for start, _ in lines)


def _pairs(text: str) -> frozenset[str]:
    plain = _EMPTY.sub(" ", text)
    return frozenset(w[i : i + 2] for w in plain.split() for i in range(len(w) - 1)) - {"生活", "基本"}


def _chapter(text: str, at: int) -> int:
    """Where the chapter of offset `at` begins; -1 before the first."""
    return max((m.start() for m in _CHAPTER.finditer(text, 0, at)), default=-1)
