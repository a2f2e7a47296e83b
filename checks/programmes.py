"""Programmes: what a document sets up as a benefit, put together from its clauses.

Eligibility, amount, procedure and money of one benefit stand in different articles; two benefits can only be compared,
or one be found incomplete, as wholes. A document without a concrete grant (an amount, a rate, goods, a service) has
none. Duty lists set up nothing and are left out, as are drafts that only tell of rules made elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from checks.compare.ground.topics import title_aid
from checks.compare.money.precedence import settles_nothing
from checks.fingerprint import REMEMBERED
from checks.monthly import of_the_month
from checks.owed import is_owed_or_settled
from checks.places import sets_up
from checks.purposes import purposes_in, says, uses_in
from kg.coverage import CoverageIndex
from kg.enums import Modality, Role
from kg.memo import per_reading
from kg.model import Groups, Limit, Parameter, Provision, Reading

_AMOUNTS = frozenset({"benefit-standard", "benefit-cap", "rate", "amount"})
_GIVING = frozenset({"pay", "implement", "service", "decide"})
_HANDLING = _GIVING | {"accept", "investigate"}
_GIVEN = (Modality.ENTITLEMENT, Modality.OBLIGATION, Modality.PERMISSION, Modality.RIGHT, Modality.DEFINITION)
_FORMULA = re.compile(
    r"(?:补贴|补助|津贴|救助金|资助金|供养金)(?:额|金额|标准)[^，。；]{0,12}?(?:按照?|依照|等于|为)[^。；]{2,50}?(?:乘积|乘以|差额|之差|计算|核算)"
)
_USED = r"[0-9０-９一二三四五六七八九十百两](?:千瓦时|度|立方米|吨|方)"
_USE = re.compile(  # relief by what is used (按照10度的电费返还, 每户每月减免用水3立方米, 计收水费时直接扣减)
    rf"{_USED}的?[^，。；]{{0,12}}(?:[水电气]费|用?[水电气]量|免费|减免|返还|免收|免交)"
    rf"|(?:减免|免费|免收|免交|返还|补贴|补助|扣减)[^，。；]{{0,14}}{_USED}"
    r"|[水电气]费(?:时|中|里)?(?:直接|据实|全额|按[^，。；]{1,6})?(?:扣减|减免|返还|抵扣)"
)
_GOODS = re.compile(
    r"(?:配发|发放|发给|配送|免费提供|免费发放|赠送)[^，。；]{0,24}"
    r"(?:用品|物品|食品|衣被|棉被|棉衣|被褥|燃煤|煤炭|用煤|型煤|蜂窝煤|燃料|电暖器|粮油|口粮|大米|面粉|食用油|实物|纸尿裤|护理垫|生活包|御寒物资)"
)
_MONEY = re.compile(r"补贴|补助|津贴|现金|救助金|慰问金|资金|(?:购买|购置)")
_WAIVED = re.compile(r"(?:免除|免收|免交|免缴|减免)[^，。；]{0,16}费")
_TAKEN = re.compile(
    r"收取|缴纳|交纳|补[交缴]|上缴|收费|工本费|服务费|维护费|手续费|押金|保证金|罚款|(?:个人|自行|本人)(?:承担|负担|缴费)|自付"
    r"|职工总数|岗位总数|的比例(?:安排|招用|录用|配备|设置)"
)
_RELIEVED = re.compile(r"减免|免除|免收|免[交缴]|退还|返还|代缴|资助|补贴|补助|报销|救助|减按|优惠")
_LEFT = re.compile(
    r"具体(?:办法|标准|细则|规定|方案)[^，。；]{0,12}(?:另行|由|按)[^，。；]{0,16}(?:规定|制定|确定|执行)"
    r"|按照?[^，。；]{2,30}(?:规定|确定|公布)的[^，。；]{0,14}(?:标准|比例)[^，。；]{0,6}(?:给予|享受|发放|执行)|不另行?(?:设|发|给)"
)
_CALLED_STANDARD = re.compile(r"(?:资助|救助|救济|慰问|奖励|扶助|帮扶|保障|给付|发放)金?的?(?:标准|额度|档次)")
_DELIVERS = _GIVING - {"decide"}
_FORMS = ("cash", "in-kind", "service")


@dataclass(frozen=True)
class Programme:
    """One aid of one document: `grants` give it, `provisions` are about it (all, where the text gives only it)."""

    reading: Reading
    aid: str  # "" where the text names none that the vocabulary knows
    provisions: tuple[Provision, ...]
    grants: tuple[Provision, ...]

    @cached_property
    def groups(self) -> Groups:
        """Everybody it names as a beneficiary; where no rule does, those whom its purpose clause names."""
        given = Groups.of(a for p in self.provisions if p.modality in _GIVEN for a in p.groups)
        return given or Groups.of(a for p in self.provisions for a in p.groups)

    @cached_property
    def text(self) -> str:
        """The words of its clauses."""
        return "\n".join(p.quote.text for p in self.provisions)

    @property
    def forms(self) -> frozenset[str]:
        """cash, in-kind, service: in what form it is given; an amount or rate of a grant is money."""
        counted = {"cash"} if self.relieves or any(_counts(g) for g in self.grants) else set()
        return frozenset(form for form in _FORMS if says(self.text, form)) | counted

    @property
    def relieves(self) -> bool:
        """Whether it frees people of a fee: money's worth, without a payment."""
        return any(says(g.quote.text, "relief") or frees_of_use(g) for g in self.grants)

    @property
    def purposes(self) -> frozenset[str]:
        """What it is for, by the names of the wording lists; where no clause says so, by the title.

        Money by the month that names no cost of its own is for living.
        """
        title = self.reading.document.title or ""
        found = purposes_in(self.text) or purposes_in(title)
        return found | of_the_month(found, title, *(p for p in self.grants))

    @cached_property
    def uses(self) -> tuple[str, ...]:
        """What its clauses say the money is used for, in their own words."""
        return uses_in(self.text)

    @property
    def leads(self) -> frozenset[str]:
        """Agencies that run it."""
        return frozenset(a for p in self.provisions for a in p.agencies(Role.LEAD) if _GIVING & set(p.functions))

    @property
    def handlers(self) -> frozenset[str]:
        """Agencies that run it or take and examine the applications."""
        return frozenset(a for p in self.provisions for a in p.agencies(Role.LEAD) if _HANDLING & set(p.functions))

    @property
    def stacking(self) -> tuple[Limit, ...]:
        """Rules of the document on how benefits combine, those inside one household left out."""
        title = self.reading.document.title or ""
        said = ((p, p.quote.text) for p in self.reading.provisions)
        between = (p for p, text in said if not says(text, "stacking-inside") and not settles_nothing(text, title))
        return tuple(x for p in between for x in p.limits if x.kind == "stacking")


def programmes(index: CoverageIndex, reading: Reading) -> Iterator[Programme]:
    """The benefits a document sets up, one for each aid it grants."""
    if not sets_up(index, reading):
        return
    granted: dict[str, list[Provision]] = {}
    for provision in _concrete(reading):
        for aid in provision.aid or ("",):
            granted.setdefault(aid, []).append(provision)
    if len(granted.keys() - {""}) == 1:  # a grant that names no aid belongs to the only one that is named
        granted = {next(iter(granted.keys() - {""})): [p for grants in granted.values() for p in grants]}
    titled = title_aid(reading.document) & granted.keys()
    if len(titled) == 1:  # a text about one aid sets up one benefit, whatever its clauses were read under
        granted = {next(iter(titled)): [p for grants in granted.values() for p in grants]}
    for aid, grants in granted.items():
        if len(granted) == 1:
            yield Programme(reading, aid, reading.provisions, tuple(grants))
        elif aid:
            yield Programme(reading, aid, tuple(_of_aid(index, reading, aid)), tuple(grants))


@per_reading
def _concrete(reading: Reading) -> tuple[Provision, ...]:
    return tuple(filter(_is_concrete, reading.provisions))


def _of_aid(index: CoverageIndex, reading: Reading, aid: str) -> Iterator[Provision]:
    for provision in reading.provisions:
        kin = any(index.aids.inside(x, aid) or index.aids.inside(aid, x) for x in provision.aid)
        if not provision.aid or not aid or kin:
            yield provision


class _Said(NamedTuple):
    """What the words of a clause speak of, whatever was read from them."""

    no_gift: bool
    given: bool
    worked_out: bool
    by_use: bool
    goods: bool
    waived: bool
    standard: bool
    left: bool


@lru_cache(maxsize=REMEMBERED)
def _said(text: str) -> _Said:
    return _Said(
        no_gift=is_owed_or_settled(text),
        given=any(says(text, form) for form in (*_FORMS, "relief")),
        worked_out=bool(_FORMULA.search(text)),
        by_use=bool(_USE.search(text)),
        goods=bool(_GOODS.search(text)) and not _MONEY.search(text),
        waived=bool(_WAIVED.search(text)),
        standard=bool(_CALLED_STANDARD.search(text)),
        left=bool(_LEFT.search(text)),
    )


def _is_concrete(provision: Provision) -> bool:
    """An amount or a rate of something given, or goods or a service promised."""
    said = _said(provision.quote.text)
    if (
        said.no_gift
        or (said.left and not provision.parameters)
        or provision.modality in (Modality.DECLARATION, Modality.PROHIBITION)
    ):
        return False
    entitles = provision.modality is Modality.ENTITLEMENT
    delivered = entitles or not _DELIVERS.isdisjoint(provision.functions)
    sums = bool(provision.parameters)
    counted = sums and ((_counts(provision) and (said.given or delivered)) or _standard(provision))
    return (said.given and entitles) or counted or said.worked_out or _without_sum(provision)


def frees_of_use(provision: Provision) -> bool:
    """Whether it pays or waives the fee for an amount of water, power or gas."""
    return _said(provision.quote.text).by_use


def gives_goods(provision: Provision) -> bool:
    """Whether it hands out goods and no money for them."""
    return _said(provision.quote.text).goods


def only_in_kind(provision: Provision) -> bool:
    """Whether it is a grant for goods or relief alone, without a sum of money."""
    return _without_sum(provision) and not _counts(provision) and not _standard(provision)


def _without_sum(provision: Provision) -> bool:
    """Relief by what is used, goods for people named, or a fee that a body waives for them."""
    said = _said(provision.quote.text)
    for_people = bool(provision.groups) and (said.goods or said.waived)
    return said.by_use or (for_people and provision.modality is Modality.OBLIGATION)


def _standard(provision: Provision) -> bool:
    """A sum for a person or a household, or called a standard; not a threshold up to which somebody may decide."""
    called = _said(provision.quote.text).standard
    fixed = (x for x in provision.parameters if x.kind == "benefit-standard" and x.op == "=")
    sums = [x for x in fixed if not _is_taken(provision, x)]
    return any(x.unit.startswith("元/") or (called and x.unit == "元") for x in sums)


def _counts(provision: Provision) -> bool:
    return any(x.kind in _AMOUNTS and not _is_taken(provision, x) for x in provision.parameters)


def _is_taken(provision: Provision, parameter: Parameter) -> bool:
    """Whether a sum is no benefit: what people pay (每次收取服务费5元), a share of posts, or money in a budget."""
    quote = provision.quote
    at, text = parameter.start - quote.start, quote.text
    if not 0 <= at < len(text):
        return False
    left = max(text.rfind(c, 0, at) for c in "，。；：") + 1
    right = min((i for c in "，。；" if (i := text.find(c, at)) >= 0), default=len(text))
    clause = text[left:right]
    if parameter.unit == "元" and "预算" in clause:
        return True
    return bool(_TAKEN.search(clause)) and not _RELIEVED.search(clause)
