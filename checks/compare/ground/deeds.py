"""Deeds that are done once: paying a sum that has a name, choosing who delivers a service, deciding on one named aid.

Two bodies that each pay 抚慰金, or each determine the designated institutions, lead one thing, whatever functions and
words beside it the reading gave their clauses; so do those that handle one thing. Sums by a general name (补助, 救助金)
are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain, combinations, product

from checks.compare.ground.custody import handled_in, one_handled
from checks.compare.ground.marks import CLAUSE
from checks.compare.ground.topics import aid_named
from checks.fingerprint import REMEMBERED
from kg.boxes import duties_in
from kg.coverage import Duty
from kg.enums import Role
from kg.memo import per_reading
from kg.model import Reading
from ontology.wording import wordings

_NAME = re.compile(
    r"[一-龥]{0,12}(?:补贴|补助|津贴|助[学养残困老孤医]金|养育金|保障金|保险金|奖励金|慰问金|抚慰金|抚恤金|关爱金|关怀金|慰藉金|扶助金|生活费)"
)
_BEFORE = re.compile(
    r"^.*(?:负责|承担|牵头|办理|落实|实施|按照?|依照|由|以|是|为|发放|支付|给付|给予|发给|拨付|领取|核发|将|把|的|和|与|及|对|向|享受|领到|[每按][人户月年季次]|一次性"
    r"|最[高多低少]|至[多少]|累计|合计|总计|共计|[年月日期]内)"
)
_PAYING = re.compile(r"发放|支付|给付|发给|核发|(?:审核|审定|审批|核定)(?:后|并)?(?:予以)?拨付")
_ARRIVES = re.compile(  # by when a sum is there, which the body that the clause before names need not pay
    r"(?<=[，；])[^，。；由]{2,16}(?:补贴|补助|津贴|[金款])[^，。；由]{0,20}(?:发放|拨付|支付)(?:到位|到户|完毕)"
)
_MONEY_AT_ALL = re.compile(
    r"(?:救助|补助|补贴|保障)(?:资金|金|款)(?:的[^，。；]{0,8})?(?:发放|支付|给付)|(?:发放|支付)(?:救助|补助|补贴|保障)(?:资金|金|款)"
)
_RECOGNISES = re.compile(
    r"(?:认定|(?:审核|资格|身份)确认)(?!标准|办法|条件|结果|材料|程序|后|[的为书证]|通知|档案|情况|机关|部门|机构|依据|规程|信息|意见|[^，。；]{0,4}(?:之日|以后))"
)
_NO_RECOGNISING = re.compile(
    r"配合|协助|指导|监督|参与|支持|督促|抽查|复核|制定|经[^，。；]{0,10}认定|已认定|申请|不予"
)
_PARTS = re.compile(
    r"负责|承担|牵头|统一|开展|做好|组织|实施|识别|受理|审核|认定|确认|由|对|将|把|为|、|和|与|及|或者|的|资格|身份|工作"
)
_CLASS = re.compile(r"^[一-龥]{2,}(?:人员|家庭|对象|患者|儿童|老年人|残疾人|学生|孤儿|职工|户)$")
_GENERAL_CLASS = re.compile(
    r"(?:生活|经济|家庭|特殊|城乡|各类|本[县市区州旗])*(?:困难|贫困|救助|保障|补贴|补助|资助|帮扶|服务|申请|发放)(?:人员|家庭|对象|儿童|老年人|残疾人|学生|职工|户)"
)
_RECOGNISED = "的认定"
_END = 7  # characters of the deed of recognising a class, by which two are told to be one
_SHORT = 4  # characters of a name that tells a sum from others
_OWN_NAME = ("抚慰金", "抚恤金", "助养金", "助残金", "助老金", "助困金", "助医金", "养育金")  # shorter ones that do


@lru_cache(maxsize=REMEMBERED)
def deeds_in(text: str) -> frozenset[str]:
    """What a clause does that is done once: the names of the sums it pays, the institutions it chooses."""
    text = _ARRIVES.sub("", text)
    found = {m["what"] or m["again"] for m in _choosing().finditer(text)}
    if _PAYING.search(text):
        found |= set(sum_names(text))
    return frozenset(found | set(_decided(text)) | set(_recognised(text)))


def only_arrives(text: str) -> bool:
    """Whether a clause only says by when a sum is there, and has nobody pay it (负责启动，补贴在15天内发放到位)."""
    rest = _ARRIVES.sub("", text)
    return rest != text and not _PAYING.search(rest)


def _decided(text: str) -> Iterator[str]:
    """Aids whose grant a clause gives to its body by name (负责残疾儿童康复救助的审核确认和资金结算)."""
    for m in _deciding().finditer(text):
        if aid_named(m["what"]):
            yield f"{m['what']}的审核确认"


def _recognised(text: str) -> Iterator[str]:
    """Classes of people whom a clause has its body recognise (边缘家庭的认定, 重病患者由…认定)."""
    for clause in (m.group() for m in CLAUSE.finditer(text)):
        if _RECOGNISES.search(clause) and not _NO_RECOGNISING.search(clause):
            parts = (part for part in _PARTS.split(clause) if part and _CLASS.search(part))
            yield from (f"{part}{_RECOGNISED}" for part in parts if not _GENERAL_CLASS.fullmatch(part))


def sum_names(text: str) -> tuple[str, ...]:
    """Sums of money that the text calls by a name of their own, in order."""
    names = (_BEFORE.sub("", m.group()) for m in _NAME.finditer(text))
    return tuple(n for n in names if len(n) >= _SHORT or n in _OWN_NAME)


def one_deed(a: Duty, b: Duty) -> bool:
    """Whether two bodies' clauses do one such thing; a longer name may hold the shorter one at its end.

    Where one of them speaks only of 救助资金, both pay whatever the aid of their text is.
    """
    mine, theirs = (deeds_in(d.provision.quote.text) for d in (a, b))
    if one_handled(a, b):
        return True
    unnamed = a.document.name == b.document.name and any(_MONEY_AT_ALL.search(d.provision.quote.text) for d in (a, b))
    if unnamed and a.function == b.function == "pay" and a.aid and a.aid == b.aid and not (mine and theirs):
        return True
    return any(x.endswith(y) or y.endswith(x) for x in mine for y in theirs)


def decided_by_both(a: Duty, b: Duty) -> str:
    """Whom both recognise (重病患者的认定); "" where there is nobody."""
    mine, theirs = (deeds_in(d.provision.quote.text) for d in (a, b))
    shared = (x for x in sorted(mine) if x.endswith(_RECOGNISED))
    return next((x for x in shared if any(x.endswith(y) or y.endswith(x) for y in theirs)), "")


def deeds(mine: Iterable[Reading], theirs: Iterable[Reading]) -> Iterator[tuple[Duty, Duty]]:
    """Two leads that do one such thing: of one text among `mine` or of two, or one of `mine` and one of `theirs`."""
    ours, others = ([d for r in readings for d in _done_once(r)] for readings in (mine, theirs))
    inside = ((a, b) for a, b in combinations(ours, 2) if a.document.name == b.document.name)
    pairs = chain(inside, _across(ours), product(ours, others))
    yield from ((a, b) for a, b in pairs if a.is_others(b) and one_deed(a, b))


def _across(duties: list[Duty]) -> Iterator[tuple[Duty, Duty]]:
    """Two leads of different texts whose deeds have names that end alike."""
    found: dict[str, list[Duty]] = {}
    for duty in duties:
        for key in {x[-_END:] for x in deeds_in(duty.provision.quote.text) if x.endswith(_RECOGNISED)}:
            found.setdefault(key, []).append(duty)
    for several in found.values():
        yield from ((a, b) for a, b in combinations(several, 2) if a.document.name != b.document.name)


@per_reading
def _done_once(reading: Reading) -> tuple[Duty, ...]:
    """The leads of a text in such things."""
    return tuple(d for d in duties_in(reading) if d.role is Role.LEAD and _speaks_of_one(d.provision.quote.text))


@lru_cache(maxsize=REMEMBERED)
def _speaks_of_one(said: str) -> bool:
    return bool(deeds_in(said) or handled_in(said) or _MONEY_AT_ALL.search(said))


@cache
def _deciding() -> re.Pattern[str]:
    """One aid and the deed of deciding on it, behind a word of giving work; more works may follow."""
    deeds = "|".join(wordings()["deciding"])
    return re.compile(
        rf"(?:负责|承担|牵头)(?P<what>[^，。；、和及与]{{4,24}}?)的?(?:{deeds})(?:工作)?(?=[、和及与，。；等]|$)"
    )


@cache
def _choosing() -> re.Pattern[str]:
    verbs, what = ("|".join(wordings()[name]) for name in ("choosing", "chosen"))
    return re.compile(rf"(?:{verbs})(?!的)[^，。；]{{0,14}}?(?P<what>{what})|(?P<again>{what})的?(?:{verbs})")
