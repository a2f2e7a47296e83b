"""The material of a mutation: places, acts, rules with what they say in normal form and in words.

A rule carries both: `text` is what an official would write, `facts` what it says. So the same pair can be given to the
checks in normal form, or written out as documents and read back, and the difference is what reading costs.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from typing import Any

from bench.mutation.phrases import PHRASES

PROVINCES = (
    ("甘肃省", "620000", "天水市", "620500", ("麦积区", "620503"), ("秦安县", "620522")),
    ("浙江省", "330000", "杭州市", "330100", ("淳安县", "330127"), ("桐庐县", "330122")),
    ("江西省", "360000", "赣州市", "360700", ("兴国县", "360732"), ("于都县", "360731")),
    ("青海省", "630000", "海东市", "630200", ("互助土族自治县", "630223"), ("循化撒拉族自治县", "630225")),
    ("湖北省", "420000", "宜昌市", "420500", ("秭归县", "420527"), ("兴山县", "420526")),
    ("河北省", "130000", "保定市", "130600", ("涞源县", "130630"), ("易县", "130633")),
    ("四川省", "510000", "绵阳市", "510700", ("北川羌族自治县", "510726"), ("平武县", "510727")),
    ("山东省", "370000", "济南市", "370100", ("平阴县", "370124"), ("商河县", "370126")),
    ("湖南省", "430000", "长沙市", "430100", ("宁乡市", "430182"), ("浏阳市", "430181")),
    ("陕西省", "610000", "宝鸡市", "610300", ("扶风县", "610324"), ("眉县", "610326")),
)
STRATA = (("特困人员", "tekun"), ("低保对象", "dibao"), ("低保边缘家庭成员", "dibao-margin"))
AIDS = (
    ("最低生活保障", "dibao", "civil-affairs"),
    ("特困人员救助供养", "tekun", "civil-affairs"),
    ("临时救助", "temporary", "civil-affairs"),
    ("医疗救助", "medical", "medical-security"),
    ("教育救助", "education", "education"),
    ("住房救助", "housing", "housing"),
    ("就业救助", "employment", "hrss"),
)


@dataclass(frozen=True)
class Place:
    """A region with its GB/T 2260 code and level."""

    name: str
    code: str
    level: str


@dataclass(frozen=True)
class Rule:
    """One article in words and in normal form (the fields of a provision sketch)."""

    text: str
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Act:
    """A document: `base` in force, or the `draft`."""

    name: str
    title: str
    place: Place
    issuer: tuple[str, str]  # name and agency id
    rules: tuple[Rule, ...]
    draft: bool = False
    start: str = "2023-01-01"
    end: str | None = None
    rank: str = "normative"
    repeals: tuple[str, ...] = ()

    def moved(self, place: Place) -> Act:
        """The same act of another place."""
        old, new = self.place.name, place.name
        issuer = (self.issuer[0].replace(old, new), self.issuer[1])
        return replace(self, place=place, title=self.title.replace(old, new), issuer=issuer)


@dataclass(frozen=True)
class Spec:
    """Where and with what numbers one instance of a kind plays; everything follows from its number."""

    number: int

    def random(self) -> random.Random:
        """A generator of its own."""
        return random.Random(self.number)

    @property
    def province(self) -> Place:
        """The province above."""
        return Place(*PROVINCES[self.number % len(PROVINCES)][:2], "province")

    @property
    def city(self) -> Place:
        """The city of the draft, or between."""
        row = PROVINCES[self.number % len(PROVINCES)]
        return Place(row[2], row[3], "prefecture")

    @property
    def county(self) -> Place:
        """The county of the draft."""
        return Place(*PROVINCES[self.number % len(PROVINCES)][4], "county")

    @property
    def neighbour(self) -> Place:
        """Another county of the same city."""
        return Place(*PROVINCES[self.number % len(PROVINCES)][5], "county")

    def pick(self, options: tuple[Any, ...]) -> Any:
        """One of the options, the same for the same instance."""
        return random.Random(f"{self.number} {options}").choice(options)

    def say(self, name: str, **values: Any) -> str:
        """One of the ways of saying a thing."""
        said: str = self.pick(PHRASES[name])
        return said.format(**values)


def base(spec: Spec, place: Place, subject: str, *rules: Rule, **more: Any) -> Act:
    """An act in force, of the government of `place`."""
    title = f"{place.name}{subject}办法"
    return Act("base.txt", title, place, (f"{place.name}人民政府", "government"), rules, **more)


def draft(spec: Spec, place: Place, subject: str, *rules: Rule, **more: Any) -> Act:
    """The draft under review, of the same kind of issuer."""
    title = f"{place.name}{subject}实施细则"
    issuer = (f"{place.name}人民政府", "government")
    return Act("draft.txt", title, place, issuer, rules, draft=True, start="2025-06-01", **more)
