"""Grants: single sums of money for people, each with what it is for, apart from the programme that it is part of.

A document about several benefits (取暖 and 丧葬 救助) says in one chapter how one of them combines with others; read as
wholes, its programmes would hide that nothing is said about the other. Only sums in cash, or fees that people are freed
of, count; a grant's purpose is what its own line says, else the only one that the title names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import product

from checks.compare.ground.marks import line_around
from checks.compare.money.precedence import called_in
from checks.fingerprint import REMEMBERED
from checks.places import sets_up
from checks.programmes import Programme, frees_of_use, gives_goods, of_the_month, programmes
from checks.purposes import purposes_in, says, uses_in
from checks.remember import per_index
from checks.sections import recipients
from checks.services import gives_service
from kg.coverage import CoverageIndex
from kg.memo import per_reading
from kg.model import Groups, Provision, Reading
from ontology.wording import wording_lists, wordings

_SPENT = re.compile(r"(?:专?用于|用作|用来)[^，。；]{2,}|购置|购买|添置")  # what a grant is for, in words of its own
_POINTS = re.compile(
    r"(?:享受|领取|获得|给予)本(?:办法|细则|规定|方案|意见|通知)(?:规定|所列|明确)?的"
)  # to what is given elsewhere
_PURSE = re.compile(  # who bears the cost, not what is given
    r"(?:资金|经费|费用|部分|补贴|减免|补助)[^，。；]{0,4}由[^。；]{0,16}财政[^，。；]{0,12}(?:分担|负担|承担|安排|解决|列支|保障|结算)|由[^，。；]{0,6}财政[^。；]{0,12}结算"
)
_PAID = re.compile(
    r"(?:发放|发给|补助|补贴|给予|支付)[^，。；]{0,16}(?:元|倍|%)|[助贴学励活]金(?:标准)?(?:为|按)?每[生人户][^，。；]{0,4}[0-9]+元"
)
_HELPED = re.compile(
    r"每(?:户|人|例|名|眼|耳|件|台|次|生|孩)[^，。；]{0,6}(?:救助|资助|扶助|帮扶|慰问|奖励|补偿|给予|发放|支付)?[0-9.]+万?元"
)
_SHARE_PAID = re.compile(  # 自付超过1万元的部分，按60%给予再救助
    r"(?:部分|费用|支出)[^。；]{0,24}?(?:按|补偿|救助|报销|资助|补助|帮扶|给予)[^，。；]{0,10}(?:[0-9.]+%|百分之|[一-九]成)"
)
_BY_RATE = re.compile(  # 按照实际缴费的三分之二给予社会保险补贴
    r"(?:给予|发放|发给|享受)[^，。；]{0,6}[一-龥]{2,6}(?:补贴|补助|津贴)[^。；]{0,20}?(?:[0-9]+%|百分之|[一二三四]分之|倍)"
    r"|(?:[0-9]+%|百分之[^，。；]{1,6}|[一二三四]分之[一二三四])(?:的标准|的比例)?，?(?:给予|发放|发给)[^，。；]{0,6}[一-龥]{2,6}(?:补贴|补助|津贴)"
)
_RECIPIENTS = re.compile(r"(?:救助|补助|补贴|资助|保障|帮扶|援助|发放|享受|慰问|关爱)对象")
_NAME = re.compile(
    r"[一-龥]{1,8}?(?:补贴|补助|津贴|(?:救助|资助|扶助|关爱|帮扶|保障|抚慰|慰问|助学|奖学|励学|励志|奖励|圆梦)金|生活费|护理费|照料费)"
)


_OF_ANOTHER = re.compile(  # the ceiling of a grant, or one that is given elsewhere
    r"总额|累计(?:最高|不(?:得)?超过|补助|救助)|封顶|限额"
    r"|(?:享受|按照?|依照)(?:本(?:办法|规定|细则|方案|通知|实施细则|实施办法)|有关|相关|国家|规定)[^，。；]{0,10}(?:享受|给予|的)?[^，。；]{0,8}(?:减免|补助|补贴)"
)

_FEES = frozenset(f"purpose-{x}" for x in ("funeral", "water", "electricity", "gas", "heating", "broadcast"))
_EACH = frozenset(f"元/{who}/{time}" for who in "人户" for time in ("月", "年", "学年", "学期", "季度"))
_TOTAL = re.compile(
    r"(?:总额|累计|合计|总计)[^，。；]{0,12}(?:最高|不超过|不得超过|封顶|以内|限)|(?:年度|全年)[^，。；]{0,12}(?:最高|不超过|封顶)"
)


@dataclass(frozen=True)
class Grant:
    """One sum, or one relief from a fee, of a programme."""

    programme: Programme
    provision: Provision
    line: str

    @property
    def reading(self) -> Reading:
        """The document it stands in."""
        return self.programme.reading

    @cached_property
    def purposes(self) -> frozenset[str]:
        """What the money is for."""
        title = self.reading.document.title or ""
        titled = purposes_in(title) if not _SPENT.search(self.line) else frozenset()
        found = purposes_in(self.line) or (titled if len(titled) == 1 else frozenset())
        return found | of_the_month(found, title, self.provision)

    @cached_property
    def uses(self) -> tuple[str, ...]:
        """What its line says the money is used for; what the whole text says, where that gives nothing else."""
        return uses_in(self.line) or (self.programme.uses if self._alone else ())

    @cached_property
    def groups(self) -> Groups:
        """For whom: its own words, or the people that a text with one purpose names, or means by 救助对象.

        Of several purposes, those whom its paragraph or the scope over it names.
        """
        own = self.provision.groups
        if own and not self._points_back and "其中" not in self.provision.quote.text:
            return own
        if self._of_one_purpose and self.programme.groups:
            return self.programme.groups
        return Groups.of((*own, *recipients(self.reading, self.provision, self.programme.grants)))

    @property
    def names_people(self) -> bool:
        """Whether its own words, or a text with one purpose, say for whom it is."""
        return self._of_one_purpose or bool(self.provision.groups)

    @property
    def _of_one_purpose(self) -> bool:
        """Whether its text has one purpose, or gives nothing else."""
        return len(purposes_in(self.reading.document.text)) == 1 or self._alone

    @cached_property
    def own_words(self) -> str:
        """Its text less the lines of the other grants: what stands there is on those."""
        others = giving_lines(self.reading) - {self.line}
        return "\n".join(x for x in self.reading.document.text.split("\n") if x not in others)

    @property
    def _points_back(self) -> bool:
        """Whether its own words only say 救助对象: those whom another clause of the text names."""
        loose = self.provision.groups.ids() <= frozenset(wordings()["poor-group"])
        return loose and _RECIPIENTS.search(self.provision.quote.text) is not None

    @property
    def _alone(self) -> bool:
        """Whether its text gives nothing else."""
        return sum(is_sum(p) for p in self.programme.grants) == 1

    @property
    def relieves(self) -> bool:
        """Whether it frees people of a fee and pays no sum."""
        return _frees(self.provision) and not _PAID.search(self.provision.quote.text)

    @property
    def manner(self) -> str:
        """How it is given: relief from a fee, goods, or money."""
        if self.relieves:
            return "relief"
        if gives_goods(self.provision) or (gives_service(self.provision, self.line) and not is_sum(self.provision)):
            return "goods"
        return "cash"

    @cached_property
    def classes(self) -> frozenset[str]:
        """Classes of people that it names and that the groups have no id for (计划生育特殊家庭)."""
        text = self.reading.document.text
        unsaid = not self.provision.groups and len(purposes_in(text)) == 1
        return classes_named(self.line) or (classes_named(text) if unsaid else frozenset())

    @cached_property
    def names(self) -> frozenset[str]:
        """What it is called (取暖补贴)."""
        return frozenset(_NAME.findall(self.line))


@per_index
def grants_of(index: CoverageIndex, reading: Reading) -> tuple[Grant, ...]:
    """Grants of a document in the order of its text, each once."""
    found: dict[str, Grant] = {}
    for programme in programmes(index, reading):
        for provision in programme.grants:
            if is_sum(provision):
                line = line_around(reading.document.text, provision.quote.start, provision.quote.end)
                found.setdefault(provision.id, Grant(programme, provision, line))
    for provision, line in _services(index, reading):
        aid = next(iter(provision.aid), "")
        programme = Programme(reading, aid, reading.provisions, (provision,))
        found.setdefault(provision.id, Grant(programme, provision, line))
    return tuple(sorted(found.values(), key=lambda g: g.provision.quote.start))


def _services(index: CoverageIndex, reading: Reading) -> Iterator[tuple[Provision, str]]:
    """What a text of its own making gives that is no money."""
    for provision in reading.provisions if sets_up(index, reading) else ():
        line = line_around(reading.document.text, provision.quote.start, provision.quote.end)
        if gives_service(provision, line):
            yield provision, line


@lru_cache(maxsize=REMEMBERED)
def classes_named(text: str) -> frozenset[str]:
    """Classes of people outside the groups that a text names, each by the first of its names."""
    families = (family.split("|") for family in wording_lists()["own-class"].ordered)
    return frozenset(names[0] for names in families if any(n in text for n in names))


def is_sum(provision: Provision) -> bool:
    """Whether a clause pays a sum, frees of a fee or hands out goods itself."""
    said = provision.quote.text
    if _POINTS.search(said) or _PURSE.search(said):
        return False
    paid = any(x.unit.startswith("元") and x.kind != "income-line" for x in provision.parameters)
    paid = paid or _BY_RATE.search(said) is not None
    if any(x.kind == "benefit-standard" for x in provision.parameters) and _HELPED.search(said):
        return True
    if any(x.unit == "%" for x in provision.parameters) and _SHARE_PAID.search(said):
        return True
    each = any(x.kind == "benefit-standard" and x.unit in _EACH for x in provision.parameters)
    return (paid and (each or says(said, "cash"))) or _frees(provision) or gives_goods(provision)


@per_reading
def giving_lines(reading: Reading) -> frozenset[str]:
    """The lines of a text that give something."""
    text = reading.document.text
    return frozenset(line_around(text, p.quote.start, p.quote.end) for p in reading.provisions if is_sum(p))


def _frees(provision: Provision) -> bool:
    return says(provision.quote.text, "relief") or frees_of_use(provision)


def inside(grants: tuple[Grant, ...]) -> Iterator[tuple[Grant, Grant]]:
    """Two grants of different lines of one document, by names of their own."""
    grants = tuple(g for g in grants if not _OF_ANOTHER.search(g.provision.quote.text))
    for i, a in enumerate(grants):
        others = (b for b in grants[i + 1 :] if a.line != b.line and a.names and b.names)
        yield from ((a, b) for b in others if not a.names & b.names)


def fee_and_cash(a: Grant, b: Grant) -> bool:
    """Whether one frees people of a fee that the other pays them: no level adds to the other then."""
    return {a.manner, b.manner} == {"relief", "cash"} and (a.purposes & b.purposes) <= _FEES


def of_one_class(a: Grant, b: Grant) -> bool:
    """Whether both grants single out people of one recognised class (低保家庭中的老年人, 低保家庭中的残疾人)."""
    known = frozenset(wordings()["recognised"])
    return any(set(x) & set(y) & known for x, y in product(a.groups, b.groups))


def is_total(grant: Grant) -> bool:
    """Whether a grant is only the most that all together may come to."""
    return bool(_TOTAL.search(grant.provision.quote.text))


def two_by_name(a: Grant, b: Grant) -> bool:
    """Whether the titles of both documents name what they give, and not by one name (护理补贴, 照护补贴)."""
    mine, theirs = (called_in(g.reading.document.title or "") for g in (a, b))
    return bool(mine and theirs) and not mine & theirs
