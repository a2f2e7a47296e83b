"""How many, and how much money, a clause counts: 低保家庭12000户, 市级财政安排560万元, 全县开发岗位400个.

Only what is counted once and for all: not a sum that each one gets (每户1200元), no bound and no estimate (不超过, 约).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.ground.norms import Norm
from kg.stretches import worth

_TALLY = re.compile(
    r"(?P<value>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)(?P<much>[百千万亿])?(?P<unit>元|人次|人(?!户)|户|名|个|张|套|份|家|处|间|辆|所)(?!/)"
)
_BOUNDARY = re.compile(r"[，。；：、和及与（(]|以及")
_LOOSE = re.compile(
    r"每|人均|户均|平均|不少于|不低于|不超过|不高于|至少|最多|最高|上限|以内|控制在|约|左右|超过|达到?(?=[0-9])|标准|按[^，。；]{0,8}(?:元|人)|[0-9]周?岁"
)
_BEHIND = re.compile(r"以上|以下|以内|左右|的(?:标准|，)|/|／|每|一[人户]|至|[－—–~～-][0-9]|工作日|月|岁")
_UNIT_OF = {"名": "人", "人次": "人次"}


@dataclass(frozen=True, slots=True)
class Tally:
    """One count: the words before it in its clause, its value and unit, and where it stands."""

    norm: Norm
    name: str
    value: float
    unit: str
    start: int
    end: int

    @property
    def said(self) -> str:
        """The number as the text writes it."""
        return self.norm.text[self.start - self.norm.start : self.end - self.norm.start]


def tallies(norm: Norm) -> Iterator[Tally]:
    """The counts of a norm in the order of its text."""
    since = 0
    for match in _TALLY.finditer(norm.text):
        marks = [m.end() for m in _BOUNDARY.finditer(norm.text, since, match.start())]
        name = norm.text[marks[-1] if marks else since : match.start()].strip()
        since = match.end()
        if _LOOSE.search(name) or _BEHIND.match(norm.text, match.end()):
            continue
        value = worth(match["value"].replace(",", ""), match["much"])
        unit = _UNIT_OF.get(match["unit"], match["unit"])
        yield Tally(norm, name, value, unit, norm.start + match.start(), norm.start + match.end())
