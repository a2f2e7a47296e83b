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

from checks.compare.ground.lifetimes import Years, years_of
from checks.compare.ground.marks import SENTENCE, line_around, line_start
from checks.compare.ground.windows import groups_in
from checks.fingerprint import REMEMBERED
from checks.gifts import gift, has_sum, of_staff
from checks.monthly import of_the_month
from checks.places import sets_up
from checks.programmes import Programme, gives_goods, programmes
from checks.purposes import costs_in, purposes_in, uses_in
from checks.remember import per_index
from checks.sections import recipients
from checks.services import gives_service
from checks.sums import frees, gives_by_another, is_sum, pays, points_elsewhere
from kg.coverage import CoverageIndex
from kg.memo import per_reading
from kg.model import Groups, Provision, Reading
from ontology.wording import wording_lists, wordings

_SPENT = re.compile(r"(?:专?用于|用作|用来)[^，。；]{2,}|购置|购买|添置")  # what a grant is for, in words of its own
_RECIPIENTS = re.compile(r"(?:救助|补助|补贴|资助|保障|帮扶|援助|发放|享受|慰问|关爱)对象")
_NAME = re.compile(
    r"[一-龥]{1,8}?(?:补贴|补助|津贴|(?:救助|资助|扶助|关爱|帮扶|保障|抚慰|慰问|助学|奖学|励学|励志|奖励|圆梦)金|生活费|护理费|照料费)"
)


_OF_ANOTHER = re.compile(  # the ceiling of a grant, or one that is given elsewhere
    r"总额|累计(?:最高|不(?:得)?超过|补助|救助)|封顶|限额"
    r"|(?:享受|按照?|依照)(?:本(?:办法|规定|细则|方案|通知|实施细则|实施办法)|有关|相关|国家|规定)[^，。；]{0,10}(?:享受|给予|的)?[^，。；]{0,8}(?:减免|补助|补贴)"
)

_CONTENTS = re.compile(  # what one benefit consists of, or is to relieve
    r"用于|用作|(?:内容|项目|服务)(?:有|为|是|包括|主要|：)|(?:解决|减轻|缓解|弥补|补助|补偿|分担)[^，。；]{0,24}(?:困难|负担|支出|费用|开支|难题|问题)"
)
_FEES = frozenset(f"purpose-{x}" for x in ("funeral", "water", "electricity", "gas", "heating", "broadcast"))
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
        said = self.provision.quote.text
        if len(self.provision.parameters) == 1 and "\n" not in said and (costs := costs_in(said)):
            return costs
        titled = purposes_in(title) if not _SPENT.search(self.line) else frozenset()
        found = purposes_in(self.line) or (titled if len(titled) == 1 else frozenset())
        if self._alone and (self.manner == "goods" or not found):
            found |= told_of(self.reading)
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
        told = Groups.of((*own, *recipients(self.reading, self.provision, self.programme.grants)))
        return told or groups_in(self.line) or self.programme.groups

    @cached_property
    def years(self) -> Years | None:
        """Of what age those are whom its paragraph is for."""
        start = line_start(self.reading.document.text, self.provision.quote.start)
        inside = (p for p in self.reading.provisions if start <= p.quote.start < start + len(self.line))
        return years_of((x for p in inside for x in p.parameters), self.line)

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
        return len(giving_lines(self.reading)) == 1

    @property
    def relieves(self) -> bool:
        """Whether it frees people of a fee and pays no sum."""
        freed = frees(self.provision) or gift(self.provision) == "relief"
        return freed and not pays(self.provision.quote.text)

    @property
    def manner(self) -> str:
        """How it is given: relief from a fee, goods, or money."""
        if self.relieves:
            return "relief"
        if is_sum(self.provision):
            return "goods" if gives_goods(self.provision) else "cash"
        return "goods" if gives_service(self.provision, self.line) or gift(self.provision) == "goods" else "cash"

    @cached_property
    def classes(self) -> frozenset[str]:
        """Classes of people that it names and that the groups have no id for (计划生育特殊家庭)."""
        text = self.reading.document.text
        unsaid = not self.provision.groups and len(purposes_in(text)) == 1
        titled = classes_named(self.reading.document.title or "")
        return classes_named(self.line) or (classes_named(text) if unsaid else titled)

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
            if is_sum(provision) and not of_staff(provision.quote.text):
                line = line_around(reading.document.text, provision.quote.start, provision.quote.end)
                found.setdefault(provision.id, Grant(programme, provision, line))
    for provision, line in _kinds_given(reading) if sets_up(index, reading) else ():
        aid = next(iter(provision.aid), "")
        programme = Programme(reading, aid, reading.provisions, (provision,))
        found.setdefault(provision.id, Grant(programme, provision, line))
    return tuple(sorted(found.values(), key=lambda g: g.provision.quote.start))


@per_reading
def _kinds_given(reading: Reading) -> tuple[tuple[Provision, str], ...]:
    """What a text gives besides sums known by their name, with the lines: services, then gifts."""
    lines = [(p, line_around(reading.document.text, p.quote.start, p.quote.end)) for p in reading.provisions]
    services = [(provision, line) for provision, line in lines if gives_service(provision, line)]
    return (*services, *((provision, line) for provision, line in lines if _is_gift(provision)))


def _is_gift(provision: Provision) -> bool:
    """Whether a clause gives people something itself, whatever it calls that."""
    said = provision.quote.text
    return bool(gift(provision)) and not (gives_by_another(said) if has_sum(provision) else points_elsewhere(said))


@per_reading
def told_of(reading: Reading) -> frozenset[str]:
    """What a text's sentences on use, contents or what is to be relieved say that its one benefit is for."""
    said = (m.group() for m in SENTENCE.finditer(reading.document.text) if _CONTENTS.search(m.group()))
    return frozenset(x for sentence in said for x in purposes_in(sentence))


@lru_cache(maxsize=REMEMBERED)
def classes_named(text: str) -> frozenset[str]:
    """Classes of people outside the groups that a text names, each by the first of its names."""
    families = (family.split("|") for family in wording_lists()["own-class"].ordered)
    return frozenset(names[0] for names in families if any(n in text for n in names))


@per_reading
def giving_lines(reading: Reading) -> frozenset[str]:
    """The lines of a text that give something."""
    text = reading.document.text
    return frozenset(line_around(text, p.quote.start, p.quote.end) for p in reading.provisions if is_sum(p) or gift(p))


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
