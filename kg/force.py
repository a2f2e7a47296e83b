"""When each document is in force: its own dates, repeals by others, later versions of the same act.

Titles are matched without brackets and blanks, with or without the region or 中华人民共和国 in front, and
through 关于印发…的通知. What is left out: implicit repeal (此前规定与本…不一致的), which people settle.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from kg.model import Document, Period, Repeal
from kg.regions import Place, RegionTree
from kg.standing import place

WRAPPED = re.compile(r"^(?:.{0,30}?关于)?印发(.+)的通知$")
REGION_PREFIX = re.compile(r"(?:中华人民共和国|(?<!城)(?:省|市|区|州|县|旗|盟|地区|兵团))$")
TRIAL = re.compile(r"\((?:试行|暂行|修订|修正|草案|征求意见稿|送审稿)\)$")
NARROW = str.maketrans({"（": "(", "）": ")", "〔": "[", "〕": "]", "【": "[", "】": "]", "［": "[", "］": "]"})


def plain_title(title: str) -> str:
    """A title without 《》, blanks and a wrapping 关于印发…的通知, brackets made narrow."""
    text = re.sub(r"[《》〈〉<>\s]", "", title).translate(NARROW)
    inside = WRAPPED.match(text)
    return inside.group(1) if inside else text


def same_title(a: str, b: str) -> bool:
    """Whether two titles name one act: equal, or one has the region (or 中华人民共和国) in front."""
    x, y = plain_title(a), plain_title(b)
    if not x or not y:
        return False
    if x == y or TRIAL.sub("", x) == TRIAL.sub("", y):
        return True
    short, long = sorted((TRIAL.sub("", x), TRIAL.sub("", y)), key=len)
    return len(short) >= 4 and long.endswith(short) and bool(REGION_PREFIX.search(long[: -len(short)]))


def same_number(a: str | None, b: str | None) -> bool:
    """Whether two document numbers (文号) are one, whatever the brackets."""
    return bool(a and b) and _plain_number(a) == _plain_number(b)


def _plain_number(number: str | None) -> str:
    return re.sub(r"[\s\[\]()第]", "", (number or "").translate(NARROW))


def first_day(document: Document) -> date | None:
    """The day a document takes effect; its publication or adoption where the text sets no other."""
    return document.period.start or document.published or document.made


class Force:
    """Periods of all documents of a check, each ended by what ends it; `ended_by` names the document that did."""

    def __init__(self, documents: Iterable[Document], draft: Document | None, at: date, regions: RegionTree):
        self._documents = tuple(documents)
        self._draft = draft
        self._at = at
        self._regions = regions
        self.ended_by: dict[str, str] = {}
        self.periods: Mapping[str, Period] = {d.name: self._period(d) for d in self._documents}

    def _period(self, document: Document) -> Period:
        end = document.period.end
        for other in self._documents:
            day = self._ended_on(document, other)
            if day is not None and (end is None or day < end):
                end = day
                self.ended_by[document.name] = other.name
        start = first_day(document)
        return Period(start, max(start, end) if start and end else end)

    def _ended_on(self, document: Document, other: Document) -> date | None:
        """The day `other` ends `document`, if it does."""
        if other.name == document.name or not self._may_end(other, document):
            return None
        day = next((self._day(other, r) for r in other.repeals if self._names(r, document)), None)
        if day is None and self._newer_version(other, document):
            day = self._day(other, None)
        return day

    def _names(self, repeal: Repeal, document: Document) -> bool:
        return same_number(repeal.number, document.number) or same_title(repeal.title, document.title)

    def _day(self, other: Document, repeal: Repeal | None) -> date:
        return (repeal and repeal.day) or first_day(other) or self._at

    def _may_end(self, other: Document, document: Document) -> bool:
        """A document ends those of its own region and of regions inside it."""
        if self._draft is not None and document.name == self._draft.name:
            return False
        return self._regions.relation(place(other), place(document)) not in (Place.WITHIN, Place.APART)

    def _newer_version(self, other: Document, document: Document) -> bool:
        """Whether `other` is a later version of the same act of the same place."""
        if plain_title(other.title) != plain_title(document.title) or len(plain_title(other.title)) < 5:
            return False
        if self._regions.relation(place(other), place(document)) is Place.CONTAINS:
            return False
        if self._draft is not None and other.name == self._draft.name:
            return True
        mine, theirs = first_day(document), first_day(other)
        return mine is not None and theirs is not None and mine < theirs

    def period(self, document: Document) -> Period:
        """When a document is in force; its own dates where it is none of the check's documents."""
        return self.periods.get(document.name) or self._period(document)
