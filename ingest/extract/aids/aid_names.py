"""Where a document names aid, and what its headings are about: found once a document.

Aid is named by words of its own (医疗救助), by a list that shares its ending (医疗、住房、教育等专项救助), in a heading
by the people it is for (未成年人保护). 医疗保障 in a list of departments is a department.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from ingest.context import Context
from ingest.extract.spotting import OTHER, Spotter, by_form, choose
from ingest.lexicon import Finder
from ontology.readings import Entry, load_readings

UMBRELLA = "social-assistance"
Aid = tuple[str, ...]
NAMING = ("name", "weak", "guest", "beside", "none")
SUPPORT = (
    r"(?:救助|帮扶|援助|政策|扶持|扶助|优惠|优待|待遇|补贴|补助|工作|权益|困难(?!的|家庭|学生|群众|人员|儿童)|服务)"
)
TAIL = (
    r"(?:等方面[^，。；]{0,24}?(?:帮扶|援助|救助|照顾|优待|支持|帮助|扶助|扶持)|"
    r"等?(?:特殊|实际|其他)?困难的[^。；]{0,20}?给予[^，。；]{0,4}(?:专项)?(?:救助|帮扶)|"
    rf"(?:[、和与及]?其他|等)?(?:方面|各项|各类|专项|相关|其他|的|社会|优惠)*{SUPPORT}(?!部门|行政|主管|机构|局))"
)
FIELD = re.compile(r"[一-龥]{2,6}?(?=[、和与及]|等方面)")
FIELDS = re.compile(
    r"(?:[一-龥]{2,6}、){2,12}[一-龥]{2,6}(?:[和与及][一-龥]{2,6})?"
    r"等方面的?[^，。；]{0,12}?(?:优待|照顾|优惠|帮扶|援助|救助|扶持|扶助)"
)
FIELDS_CLOSE = re.compile("等方面")
FIELDS_LONGEST, FIELDS_GRANT = 97, 15  # characters of a list before these words, and of what is granted behind them
BODIES = re.compile(
    r"(?:(?!的)[\u4e00-\u9fff]){0,4}(?:[、和与及](?:(?!由|会同|救助|供养|负责|的|给予|应当|将|对)[^\W和与及]){2,9}){0,20}"
    r"(?:等)?(?:有关|相关|行政|主管|管理|各)*(?:部门|(?<=等)(?:单位|机构|组织))"
)


class Named(NamedTuple):
    """An aid at `start:end`; see the manners of the readings (and `part` for a list that shares its ending)."""

    start: int
    end: int
    id: str
    manner: str = "name"


@dataclass(frozen=True, slots=True)
class AidLexicon:
    """The readings of aid, ready for use."""

    names: Spotter
    headings: Finder[tuple[Entry, ...]]
    parts: dict[str, Aid]
    part: re.Pattern[str]
    part_list: re.Pattern[str]
    alone: frozenset[str]
    hosts: frozenset[str]
    forms: frozenset[str]
    beyond: frozenset[str]


@cache
def aid_lexicon() -> AidLexicon:
    """Made once a process."""
    entries = load_readings("aid")
    parts = {form: e.ids for e in entries if e.manner == "part" for form in e.surfaces}
    words = "(?:" + "|".join(sorted(parts, key=len, reverse=True)) + ")"
    in_headings = [e for e in entries if e.manner in ("name", "beside", "none")]
    in_headings.extend(e for e in entries if e.manner == "heading")
    return AidLexicon(
        Spotter(e for e in entries if e.manner in NAMING),
        Finder(by_form(in_headings)),
        parts,
        re.compile(words),
        re.compile(rf"(?<!业务){words}(?:[、和与及]{words}){{1,10}}{TAIL}"),
        _ids(entries, "alone"),
        _ids(entries, "host"),
        _ids(entries, "form"),
        _ids(entries, "beyond"),
    )


def _ids(entries: Iterable[Entry], manner: str) -> frozenset[str]:
    return frozenset(i for e in entries if e.manner == manner for i in e.ids)


class NamedAid:
    """All aid named in one text in order; `between` gives what lies inside a span."""

    def __init__(self, text: str):
        self.named = sorted(_named(text))
        self._starts = [n.start for n in self.named]

    def between(self, start: int, end: int) -> list[Named]:
        """Mentions that lie inside `start:end`."""
        left = bisect_left(self._starts, start)
        return [n for n in self.named[left : bisect_left(self._starts, end, left)] if n.end <= end]


def _named(text: str) -> Iterator[Named]:
    lexicon = aid_lexicon()
    for start, end, entry in lexicon.names.spots(text):
        if not BODIES.match(text, end):
            yield from (Named(start, end, i, entry.manner) for i in entry.ids)
    for match in lexicon.part_list.finditer(text):
        yield from _parts(text, *match.span())
    if "等方面" in text:
        yield from _fields(text)


def _fields(text: str) -> Iterator[Named]:
    """Aids among the fields in which something is granted (教育、医疗、住房、交通等方面的优待), if they are many."""
    parts = aid_lexicon().parts
    for match in _listed_fields(text):
        ends = [m.end() for m in FIELD.finditer(text, match.start(), match.end())]
        known = [(end, text[end - 2 : end]) for end in ends if text[end - 2 : end] in parts]
        if len(known) > 2:
            yield from (Named(end - 2, end, i, "part") for end, word in known for i in parts[word])


def _listed_fields(text: str) -> Iterator[re.Match[str]]:
    """Each list of `FIELDS`, looked for only around the words that close it."""
    done = 0
    for close in FIELDS_CLOSE.finditer(text):
        if close.start() >= done:
            match = FIELDS.search(text, max(done, close.start() - FIELDS_LONGEST), close.end() + FIELDS_GRANT)
            done = match.end() if match else done
            if match:
                yield match


def _parts(text: str, start: int, end: int) -> Iterator[Named]:
    """Each aid of a list that shares its ending."""
    lexicon = aid_lexicon()
    for part in lexicon.part.finditer(text, start, end):
        yield from (Named(part.start(), part.end(), i, "part") for i in lexicon.parts[part.group()])


def named_aid(context: Context) -> NamedAid:
    """Aid named in the document, found once."""
    return context.once(_make)


def _make(context: Context) -> NamedAid:
    return NamedAid(context.text)


def specific(ids: Iterable[str]) -> Aid:
    """`ids` once each, without the umbrella where something is named under it or beside it."""
    once = tuple(dict.fromkeys(ids))
    return tuple(i for i in once if i != UMBRELLA) or once if len(once) > 1 else once


@cache
def heading_words(words: str) -> Aid:
    """Aid that a heading or title names; words that do so only in headings (残疾人) give way to an aid's own name."""
    part = aid_lexicon().parts.get(words.strip())
    if part:
        return part
    found = _heading_entries(words)
    named = [e for e in found if e.manner != "heading" and e.ids != (UMBRELLA,)]
    return specific(i for e in named or found for i in e.ids)


@cache
def only_people(words: str) -> bool:
    """Whether a heading names no aid by a name of its own, only people it is for (打击拐卖未成年人犯罪)."""
    return all(e.manner == "heading" for e in _heading_entries(words))


def _heading_entries(words: str) -> list[Entry]:
    found = (choose(e, words, start, end) for start, end, e in aid_lexicon().headings.find(words))
    return [e for e in found if e is not OTHER and e.manner != "none"]
