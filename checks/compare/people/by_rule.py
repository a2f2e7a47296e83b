"""Whoever a list does not name, sent to the rules of another text: 前款以外的人员，按照国家有关规定救助.

A list that says so closes nobody out: who is not in it has a rule of his own. One that gives the rest nothing closes.
"""

from __future__ import annotations

import re

from checks.compare.ground.alignment import article_of
from checks.compare.ground.norms import Norm, norms_of
from checks.compare.ground.topics import aid_named
from checks.compare.ground.windows import groups_in
from checks.compare.people.strata import strata_in
from checks.places import beside, same_tier
from kg.coverage import CoverageIndex
from kg.enums import Verdict
from kg.model import Provision, Reading

_OTHERS = re.compile(  # people, not what they have or pay (其他补充医疗保险支付后)
    r"其[他它余](?!(?:(?!人员|人口|对象|家庭|职工|居民|群众|患者|户)[^，。；、]){0,8}"
    r"(?:保险|部门|单位|机构|费用|支出|收入|财产|证件|材料|渠道|资金|措施|方式)(?!的?(?:人员|对象|家庭|职工)))"
    r"|以外|之外|范围外|除外"
)
_GOES = re.compile(
    r"(?:按照?|依照|依据|适用|执行|参照)[^，。；]{2,40}(?:规定|办法|政策|条例|意见|细则|标准)》?[^，。；]{0,6}"
    r"(?:执行|办理|给予|纳入|救助|处理|实施|[，。；]|$)"
)
_REST = re.compile(  # whoever else there is gets nothing
    r"(?:其[他它余](?:类型|类别|各类|一般|普通|困难|残疾|受灾|贫困|低收入|患病|参保)?(?:等级|级别|情形|情况|种类)?的?|(?:以外|之外|范围外)的(?:其[他它余])?)"
    r"(?:家庭|申请人|残疾人|老年人|个人|人员|对象|群体|群众|居民|人口|农户|户|患者|学生|儿童)(?:成员)?(?:(?:和|或者?|及)(?:家庭|个人|人员))?"
    r"(?:发生|产生|支出)?[^，。；]{0,12}?，?"
    r"(?:一律|均|都|暂|也)?不(?:再|予|得|能)?(?:予以)?"
    r"(?:按照?[^，。；]{2,12}(?:受理|认定)|发放|认定|享有|列为|视为|补贴|救助|纳入|列入|享受|给予|提供|申请|救助|实施|安排|安置|招用|录用|吸纳|受理|资助|补助|适用|作为|属于|在|认定|支付|报销|保障)"
    r"|(?:仅限于?|只限于?|限于|仅对|只对|仅面向|只面向|仅适用于|只适用于|仅纳入|只救助)"
)
_ELSEWHERE = re.compile(
    r"(?:按照?|依照|执行)[^，。；]{2,30}(?:规定|办法|政策|标准)|由[^，。；]{2,20}(?:另行|负责|解决)"
)
_PAYS = re.compile(  # whoever else there is pays for himself
    r"其[他它余](?!部分|费用|支出|的?由)[^，。；由]{0,8}(?:家庭|老年人|残疾人|个人|人员|对象|居民|农户|户|患者|学生|儿童|职工)(?:成员)?"
    r"[^，。；]{0,24}(?:缴纳|交纳|缴费|交费|收取|自费|自理|自行(?:承担|负担|解决)|全额承担)"
)
_DENIED = re.compile(r"不予|不再|不得|不纳入|不列入|不享受")


def rest_by_rule(norms: tuple[Norm, ...], norm: Norm) -> bool:
    """Whether a sentence in the article of `norm` has all the others go by another rule."""
    here = article_of(norm)
    return any(_sends(n.text) for n in norms if article_of(n) == here)


def by_own_rule(reading: Reading, stratum: str) -> bool:
    """Whether a sentence sends a class, by name, to the rules of an aid or an act that it names too."""
    return any(_sent_by_name(n.text, stratum) for n in norms_of(reading))


def has_its_own_rule(reading: Reading, case: str) -> bool:
    """Whether the classes of need that a case names are all sent so."""
    classes = strata_in(case)
    return bool(classes) and all(by_own_rule(reading, c) for c in classes)


def _sent_by_name(text: str, stratum: str) -> bool:
    goes = _GOES.search(text)
    if goes is None or not ("《" in goes.group() or aid_named(goes.group())):
        return False
    return stratum in groups_in(text[: goes.start()]).ids()


def shuts_out_rest(norms: tuple[Norm, ...], norm: Norm) -> bool:
    """Whether the line of a norm says that whoever else there is gets nothing."""
    return bool(said_of_rest(norms, norm))


def said_of_rest(norms: tuple[Norm, ...], norm: Norm) -> tuple[Norm, ...]:
    """The norms in the line of `norm` that say so."""
    line = (n for n in norms if n.line == norm.line)
    return tuple(n for n in line if gives_rest_nothing(n.text))


def gives_rest_nothing(text: str) -> bool:
    """Whether a stretch says that whoever else there is gets nothing, or pays for himself."""
    return bool(_PAYS.search(text)) or (bool(_REST.search(text)) and not _ELSEWHERE.search(text))


def without_rest(text: str) -> str:
    """`text` without the clause that gives nothing to whoever else there is."""
    return _REST.sub("", text)


def scope_by_rule(index: CoverageIndex, reading: Reading, scope: list[Provision]) -> bool:
    """Whether the text sends whoever its scope does not name to another rule."""
    norms = norms_of(reading)
    drawn = (n for n in norms if any(p in scope for p in n.provisions))
    return any(rest_by_rule(norms, n) for n in drawn)


def served_beside(index: CoverageIndex, reading: Reading, aid: frozenset[str], missing: list[str]) -> bool:
    """Whether another text of this tier serves the classes with one of the aids."""
    others = (
        r
        for r in beside(index, reading)
        if r is not reading and same_tier(index, reading.document, r.document) is not Verdict.NO
    )
    kin = [p for r in others for p in r.provisions if aid & set(p.aid)]
    return all(any(m in p.groups.ids() for p in kin) for m in missing)


def _sends(text: str) -> bool:
    rest = _OTHERS.search(text)
    goes = _GOES.search(text, rest.end()) if rest else None
    return goes is not None and not _DENIED.search(text)
