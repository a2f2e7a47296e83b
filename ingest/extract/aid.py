"""Which aid a stretch of text speaks of: the most specific kinds it names, or those its surroundings are about.

Support work keeps the aid it supports. People named after an aid (低保对象), measures taken from one (低保标准的1.5倍)
and what one has already paid (经基本医疗保险支付后) name none. What disaster rules and legal-aid acts grant is that
aid alone, whatever form it takes. A stretch that names none takes the aid of its article, then its chapter, then
its act.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from ingest.context import DIVISIONS, Context
from ingest.extract.reading_choice import by_form, choose
from ingest.lexicon import Finder
from kg.model import Clause, ClauseId
from ontology.readings import Entry, load_readings

UMBRELLA = "social-assistance"
# What a norm inherits from, beyond headings, and how many aids may stand there for it to be about them.
RULES = {"article": 2, "paragraph": 2, "point": 1, "subpoint": 1, "subsubpoint": 1, "duty": 1}
AID = tuple[str, ...]
TITLE = re.compile(r"《[^》\n]{1,80}》")
TAIL = (
    r"(?:等方面[^，。；]{0,24}?(?:帮扶|援助|救助|照顾|优待|支持|帮助|扶助)|(?:[、和与及]?其他|等)?(?:方面|各项|各类|专项|相关|其他|的|社会|优惠)*(?:救助|帮扶|援助|政策|扶持|扶助|优惠|优待|待遇|补贴|补助|工作|权益|困难|服务)"
    r"(?!部门|行政|主管|机构|局))"
)


@dataclass(frozen=True, slots=True)
class Named:
    """An aid at `start:end`; see the manners of the readings."""

    start: int
    end: int
    id: str
    manner: str = "name"


@dataclass(frozen=True, slots=True)
class _Lexicon:
    forms: Finder[tuple[Entry, ...]]
    patterns: tuple[tuple[re.Pattern[str], Entry], ...]
    headings: Finder[Entry]
    parts: dict[str, tuple[str, ...]]
    part_list: re.Pattern[str]
    part: re.Pattern[str]
    alone: frozenset[str]
    hosts: frozenset[str]


@cache
def _lexicon() -> _Lexicon:
    entries = load_readings("aid")
    text = [e for e in entries if e.manner in ("name", "weak", "guest", "beside", "none")]
    heading = [e for e in entries if e.manner in ("name", "beside", "none")] + [
        e for e in entries if e.manner == "heading"
    ]
    parts = {form: e.ids for e in entries if e.manner == "part" for form in e.surfaces}
    words = "(?:" + "|".join(sorted(parts, key=len, reverse=True)) + ")"
    return _Lexicon(
        Finder(by_form(text)),
        tuple((re.compile(p), e) for e in text for p in e.patterns),
        Finder({form: e for e in heading for form in e.surfaces}),
        parts,
        re.compile(rf"(?<![\u4e00-\u9fff]){words}(?:[、和与及]{words})+{TAIL}|{words}(?:[、和与及]{words})+{TAIL}"),
        re.compile(words),
        _ids(entries, "alone"),
        _ids(entries, "host"),
    )


def _ids(entries: Iterable[Entry], manner: str) -> frozenset[str]:
    return frozenset(i for e in entries if e.manner == manner for i in e.ids)


class NamedAid:
    """All aid named in one text in order; `between` gives what lies inside a span."""

    def __init__(self, text: str):
        self.named = sorted(_found(text), key=lambda n: n.start)
        self._starts = [n.start for n in self.named]

    def between(self, start: int, end: int) -> Iterator[Named]:
        """Mentions that lie inside `start:end`."""
        for index in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
            if self.named[index].end <= end:
                yield self.named[index]


def _found(text: str) -> Iterator[Named]:
    lexicon = _lexicon()
    covered: list[tuple[int, int, tuple[Entry, ...] | str]] = [(*m.span(), ()) for m in TITLE.finditer(text)]
    covered.extend((*m.span(p.groups), (e,)) for p, e in lexicon.patterns for m in p.finditer(text))
    covered.extend(lexicon.forms.find(text))
    covered.extend((*m.span(), m.group()) for m in lexicon.part_list.finditer(text))
    reached = 0
    for start, end, entries in sorted(covered, key=lambda c: (c[0], -c[1])):
        if isinstance(entries, str) and end > reached:
            yield from (n for n in _parts(start, entries) if n.start >= reached)
            reached = end
        elif not isinstance(entries, str) and start >= reached:
            reached = end
            entry = choose(entries, text, start, end)
            if entry is not None and entry.manner != "none":
                yield from (Named(start, end, i, entry.manner) for i in entry.ids)


def _parts(start: int, words: str) -> Iterator[Named]:
    """Each aid of a list that shares its ending."""
    lexicon = _lexicon()
    for part in lexicon.part.finditer(words):
        at = start + part.start()
        yield from (Named(at, at + len(part.group()), i, "part") for i in lexicon.parts[part.group()])


def named_aid(context: Context) -> NamedAid:
    """Aid named in the document, found once."""
    return context.once(_named)


def _named(context: Context) -> NamedAid:
    return NamedAid(context.text)


def find_aid(context: Context, clause: Clause, start: int, end: int) -> AID:
    """Ids of the aid that `start:end` names, in the order of the text; empty where it names none."""
    home = heading_aid(context, clause)
    if _lexicon().alone.intersection(home):
        return home
    hosted = _lexicon().hosts.intersection(home)
    found = [n for n in named_aid(context).between(start, end) if not (n.manner == "guest" and hosted)]
    strong = _specific(n.id for n in found if n.manner != "weak")
    if strong and all(n.manner == "beside" for n in found if n.manner != "weak"):
        return _specific((*inherited_aid(context, clause), *strong))
    weak = strong or _specific(n.id for n in found)
    return home or weak if weak == (UMBRELLA,) and not strong else weak


def _specific(ids: Iterable[str]) -> AID:
    """`ids` once each, without the umbrella where something is named under it or beside it."""
    once = tuple(dict.fromkeys(ids))
    return tuple(i for i in once if i != UMBRELLA) or once


def inherited_aid(context: Context, clause: Clause) -> AID:
    """Aid of the article, else of the chapter, else of the act; empty where none of them names one."""
    return context.once(_inherited).of(clause)


def heading_aid(context: Context, clause: Clause) -> AID:
    """Aid that the headings above the clause name, the nearest first, else the act's title."""
    return context.once(_headings).of(clause)


class _Inherited:
    """Aid taken from what a clause stands in, worked out once a clause."""

    def __init__(self, context: Context):
        self.context = context
        self._known: dict[ClauseId, AID] = {}

    def of(self, clause: Clause) -> AID:
        if clause.id not in self._known:
            self._known[clause.id] = self._find(clause)
        return self._known[clause.id]

    def _find(self, clause: Clause) -> AID:
        for above in self.context.ancestors(clause):
            if above.kind in DIVISIONS:
                break
            found = self._opened(above)
            if found and found != (UMBRELLA,) and len(found) <= RULES.get(above.kind, 0):
                return found
        return heading_aid(self.context, clause)

    def _opened(self, clause: Clause) -> AID:
        start, end = self._opening(clause)
        found = list(named_aid(self.context).between(start, end))
        return _specific(n.id for n in found if n.manner != "weak") or _specific(n.id for n in found)

    def _opening(self, clause: Clause) -> tuple[int, int]:
        """What opens a clause: its own words, or those of its first child where it has none."""
        start, end = self.context.own_words(clause)
        children = self.context.children.get(clause.id, ()) if clause.kind == "article" else ()
        return self.context.own_words(children[0]) if start == end and children else (start, end)


class _Headings:
    """Aid named by headings and titles."""

    def __init__(self, context: Context):
        self.context = context
        self._known: dict[str, AID] = {}
        self._titles: dict[int, str] = {}
        for title in (c for c in context.clauses if c.kind == "title"):
            words = context.text[title.start : title.end].replace("\n", "")
            self._titles[title.instrument] = self._titles.get(title.instrument, "") + words

    def of(self, clause: Clause) -> AID:
        for label in self.context.headings(clause):
            found = self._read(label)
            if found and found != (UMBRELLA,):
                return found
        return self._read(self._titles.get(clause.instrument) or self.context.text[:60])

    def _read(self, words: str) -> AID:
        if words not in self._known:
            self._known[words] = heading_words(words)
        return self._known[words]


def heading_words(words: str) -> AID:
    """Aid that a heading or title names; words that do so only in headings (残疾人) give way to an aid's own name."""
    part = _lexicon().parts.get(words.strip())
    if part:
        return part
    found = [e for _, _, e in _lexicon().headings.find(words) if e.manner != "none"]
    named = [e for e in found if e.manner != "heading" and e.ids != (UMBRELLA,)]
    return _specific(i for e in named or found for i in e.ids)


def _inherited(context: Context) -> _Inherited:
    return _Inherited(context)


def _headings(context: Context) -> _Headings:
    return _Headings(context)
