"""When each document is in force: its own dates, repeals by others, later versions of the same act.

Titles are matched without brackets and blanks, with or without the region or 中华人民共和国 in front, and
through 关于印发…的通知. What is left out: implicit repeal (此前规定与本…不一致的), which people settle.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from kg.model import Document, Period
from kg.regions import Place, RegionTree
from kg.standing import place

WRAPPED = re.compile(r"^(?:.{0,30}?关于)?印发(.+)的通知$")
_IN_FRONT = re.compile(  # the region of an act, and who issued it: each place where its name may begin
    r"(?:中华人民共和国|(?<!城)(?:省|市|区|州|县|旗|盟|地区|兵团))"
    r"|(?:人民政府(?:办公厅|办公室)?|(?<=[一-龥]{2})(?:局|厅|委员会|办公室|联合会|总工会|领导小组|联席会议))(?![、和及与（(])"
)
STAGE = re.compile(r"(?:\((?:试行|暂行|修订|修正|草案|征求意见稿|送审稿)\))+$")
NARROW = str.maketrans({"（": "(", "）": ")", "〔": "[", "〕": "]", "【": "[", "】": "]", "［": "[", "］": "]"})


def plain_title(title: str) -> str:
    """A title without 《》, blanks and a wrapping 关于印发…的通知, brackets made narrow."""
    text = re.sub(r"[《》〈〉<>\s]", "", title).translate(NARROW)
    inside = WRAPPED.match(text)
    return inside.group(1) if inside else text


@lru_cache(maxsize=100_000)
def title_keys(title: str) -> tuple[str, ...]:
    """What the act may be called: its plain title less （试行） and the like, then less region or issuer in front."""
    core = STAGE.sub("", plain_title(title))
    starts = [m.end() for m in _IN_FRONT.finditer(core) if len(core) - m.end() >= 4]
    return tuple(core[i:] for i in dict.fromkeys((0, *starts)) if core)


def same_title(a: str, b: str) -> bool:
    """Whether two titles name one act: equal, or one has the region (or 中华人民共和国) in front."""
    x, y = title_keys(a), title_keys(b)
    return bool(x and y) and (x[0] in y or y[0] in x)


def _plain_number(number: str) -> str:
    """A document number (文号) without brackets, blanks and 第."""
    return re.sub(r"[\s\[\]()第]", "", number.translate(NARROW))


def first_day(document: Document) -> date | None:
    """The day a document takes effect; its publication or adoption where the text sets no other."""
    return document.period.start or document.published or document.made


class Force:
    """Periods of all documents of a check, each ended by what ends it; `ended_by` names the document that did."""

    def __init__(self, documents: Iterable[Document], draft: Document | None, at: date, regions: RegionTree):
        self._documents = {d.name: d for d in documents}
        self._draft = draft.name if draft else None
        self._at = at
        self._regions = regions
        self._called: dict[str, list[Document]] = {}
        self._numbered: dict[str, list[Document]] = {}
        self.ended_by: dict[str, str] = {}
        self._ends: dict[str, date] = {}
        for document in self._documents.values():
            for key in title_keys(document.title):
                self._called.setdefault(key, []).append(document)
            if document.number:
                self._numbered.setdefault(_plain_number(document.number), []).append(document)
        for document in self._documents.values():
            self._end_others(document)

    def period(self, document: Document) -> Period:
        """When a document is in force."""
        start, end = first_day(document), document.period.end
        ended = self._ends.get(document.name)
        if ended is not None and (end is None or ended < end):
            end = ended
        return Period(start, max(start, end) if start and end else end)

    def _end_others(self, document: Document) -> None:
        for repeal in document.repeals:
            for other in self.called(repeal.title, repeal.number):
                self._end(other, document, repeal.day)
        keys = title_keys(document.title)
        for other in self._called.get(keys[0], []) if keys else []:
            if self._newer_version(document, other):
                self._end(other, document, None)

    def called(self, title: str, number: str | None = None) -> list[Document]:
        """The documents that a title or number may mean."""
        keys = title_keys(title)
        longer = self._called.get(keys[0], []) if keys else []
        shorter = [d for k in keys[1:] for d in self._called.get(k, []) if title_keys(d.title)[0] == k]
        numbered = self._numbered.get(_plain_number(number), []) if number else []
        return list({d.name: d for d in (*numbered, *longer, *shorter)}.values())

    def _end(self, document: Document, by: Document, day: date | None) -> None:
        """Note that `by` ends `document`: the earliest such day counts."""
        day = day or first_day(by) or self._at
        if self._may_end(by, document) and day < self._ends.get(document.name, date.max):
            self._ends[document.name] = day
            self.ended_by[document.name] = by.name

    def _may_end(self, by: Document, document: Document) -> bool:
        """A document ends those of its own region and of regions inside it; nothing ends the draft."""
        if document.name in (by.name, self._draft):
            return False
        return self._regions.relation(place(by), place(document)) not in (Place.WITHIN, Place.APART)

    def _newer_version(self, newer: Document, older: Document) -> bool:
        """Whether `newer` is a later version of the same act of the same place."""
        if title_keys(newer.title)[0] != title_keys(older.title)[0] or len(title_keys(newer.title)[0]) < 5:
            return False
        if self._regions.relation(place(newer), place(older)) is Place.CONTAINS:
            return False
        start, former = first_day(newer), first_day(older)
        return newer.name == self._draft or (start is not None and former is not None and former < start)
