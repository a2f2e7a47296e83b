"""Grounds on which nobody may be turned away (不得以未缴纳费用为由拖延救治), and a text that turns people away on them.

The text that bars says the grounds and what may not be refused; the other has one of the grounds in a case, and behind
it words that refuse, put off or make it wait (待…后再) the same service. A ground is known by its words, or by a family
of wording for it (`plea` in `conflict.ttl`: 未交押金, 待预付款落实). Quiet where the case is one of people who fail
(拒不提供), where what comes after is another service, and where the text itself punishes such a refusal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.ground.alignment import bag, on_one_matter
from checks.compare.ground.norms import Norm
from checks.compare.ground.topics import LOOSE, title_aid
from kg.coverage import CoverageIndex
from ontology.cues import Setting, named_in

_PRETEXT = Setting("pretext")
_STANCE = Setting("stance")
_BARS = re.compile(
    r"(?:不得|不能|不应|禁止|严禁|不准)(?:以(?P<pretext>[^。；]{2,80}?)(?:(?:等(?:情形|理由|原因)?)?为(?:由|理由|借口)|等?(?:理由|借口))"
    r"|因(?P<cause>[^。；]{2,80}?)(?:等(?:情形|理由|原因)?)?(?:而(?=[不拒推拖停取])|(?=拒|推诿|拖延|不予|不受理|停发|停止|扣发|扣减|减发|取消)))"
    r"(?P<refused>[^。；]*)"
)
_MADE_CONDITION = re.compile(  # 不得以息诉罢访作为受理申请的前提条件
    r"(?:不得|不能|不应|禁止|严禁|不准)(?:以|将|把)(?P<pretext>[^。；，]{3,60}?)(?:作为|设为|设定为|列为|当作|规定为)"
    r"(?P<refused>[^。；，]{0,30}?)的?(?:前提|前置|先决|必要|附加|限制性?)?条件"
)
_FOR_THIS = re.compile(  # the case stands before: 说不清身份的，照样安顿，任何班次都不能为此把人挡在门外
    r"(?P<pretext>[^，。；]{3,40})的，[^。；]{0,60}?(?:不得|不能|不应|禁止|严禁|不准|不许)(?:为此|因此|就此|据此|以此(?:为由)?)(?P<refused>[^。；]*)"
)
_SAME_CASE = re.compile(
    r"^(?:没有|未带|未见|缺少?|无|拿不出)[^，。；]{0,8}的，"
)  # of what the sentence before asks for
_JOINT = re.compile(r"、|，|或者|或|以及|和(?!解)|及(?!时)")
_WHO = re.compile(r"^(?:申请人|申请家庭|受助人员|救助对象|患者|学生|儿童|老年人|残疾人|家庭|当事人|本人|其)(?!成员)")
_SAID = 0.75  # of a ground's pieces in the case
_ONE = frozenset({"include", "accept"})  # who is not taken in is not given anything, and the other way round
_LEAST = 3  # pieces of a ground that no family of wording knows


@dataclass(frozen=True, slots=True)
class Barred:
    """One ground, what may not be refused on it (ids of outcomes), and where this is said."""

    norm: Norm
    ground: str
    outcomes: frozenset[str]


def turned_away(
    index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]
) -> Iterator[tuple[Norm, Barred]]:
    """Norms of `mine` that refuse or put off on a ground on which `theirs` lets nobody be refused."""
    barred = [b for n in theirs for b in _barred(n)]
    for norm in mine if barred else ():
        if found := next(
            (b for b in barred if (_on_ground(norm, b) or _if_able(norm, b)) and _one_matter(index, norm, b.norm)), None
        ):
            yield norm, found


def _barred(norm: Norm) -> Iterator[Barred]:
    for match in (m for p in (_BARS, _MADE_CONDITION, _FOR_THIS) for m in p.finditer(norm.text)):
        outcomes = named_in("outcome", match["refused"]) or named_in("outcome", norm.words)
        outcomes |= _ONE if _ONE & outcomes else frozenset()
        for ground in (_WHO.sub("", g) for g in _JOINT.split(match["pretext"] or match.groupdict().get("cause") or "")):
            if named_in("plea", ground) or bag(ground):
                yield Barred(norm, ground, outcomes)


def _on_ground(norm: Norm, barred: Barred) -> bool:
    if _PRETEXT.has("aside", norm.words) or not norm.provisions:
        return False
    refused = (case for case, done in _refusals(norm) if named_in("outcome", done) & barred.outcomes)
    return any(_is_case(case, barred.ground) for case in refused)


def _if_able(norm: Norm, barred: Barred) -> bool:
    """Whether what the other text gives is given only where there is no such lack (经费允许时，可以安排食宿)."""
    wanting = _PRETEXT.without("lack", barred.ground)
    given = bag(barred.norm.text[: barred.norm.text.find(barred.ground)])
    found = _PRETEXT.all("if-able", norm.text) if wanting != norm.text and len(wanting) > 1 else ()
    return any(wanting in m["case"] and bool(given & bag(m["done"])) for m in found)


def _refusals(norm: Norm) -> Iterator[tuple[str, str]]:
    """A case with the words that refuse: both in the norm, or the case an item under a stem that refuses."""
    before = norm.stem + (norm.prior if _SAME_CASE.match(norm.text) else "")
    for match in _PRETEXT.all("denies", norm.text):
        yield before + norm.text[: match.end()], norm.text[match.start() :]
    for match in _PRETEXT.all("denies", norm.stem):
        yield norm.text, norm.stem[match.start() :]


def _is_case(case: str, ground: str) -> bool:
    if _STANCE.words("fails", case) - _STANCE.words("fails", ground):
        return False
    said = bag(ground)
    least = _SAID if len(said) >= _LEAST else 1  # of a ground in few words all of them
    alike = bool(said) and len(said & bag(case)) >= least * len(said)
    return alike or bool(named_in("plea", ground) & named_in("plea", case))


def _one_matter(index: CoverageIndex, a: Norm, b: Norm) -> bool:
    titles = [title_aid(index.documents[n.document]) - LOOSE for n in (a, b)]
    return bool(titles[0] & titles[1]) or on_one_matter(index, a, b)
