"""Where a relative reference points: 前款, 前两款, 前条, 本条, 本款, 前项, 本章, and bare 第一款, from where it stands.

Positions come from the locator of the clause (第十六条第二款第（一）项); what the text leaves unsaid is not added,
and what cannot be placed (前款 outside an article) resolves to nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.context import Context
from ingest.numbering import chinese
from ingest.numerals import to_number
from kg.model import Clause

_ARTICLE = re.compile(r"第([一二三四五六七八九十百千零]+)条(?:之([一二三四五六七八九十]+))?")
_PARAGRAPH = re.compile(r"第([一二三四五六七八九十百]+)款")
_ITEM = re.compile(r"第[（(]?([一二三四五六七八九十百]+)[）)]?项")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a clause stands: its article in words, the article before, and its numbers inside (0 where none)."""

    article: str = ""
    before: str = ""
    paragraph: int = 0
    item: int = 0
    chapter: str = ""
    section: str = ""


def place_of(context: Context, clause: Clause) -> Place:
    """Place of `clause` from its locator and its parents."""
    tail = clause.locator.rpartition("/")[2]
    article = _ARTICLE.search(tail)
    numbers = {c.kind: c.number for c in context.ancestors(clause) if c.kind in ("chapter", "section")}
    if article is None:
        return Place(chapter=numbers.get("chapter", ""), section=numbers.get("section", ""))
    paragraph, item = _PARAGRAPH.search(tail), _ITEM.search(tail)
    return Place(
        article[0],
        _before(article),
        _number(paragraph),
        _number(item),
        numbers.get("chapter", ""),
        numbers.get("section", ""),
    )


def _number(match: re.Match[str] | None) -> int:
    return int(to_number(match[1]) or 0) if match else 0


def _before(article: re.Match[str]) -> str:
    """The article before: of 第五条之二 第五条之一, of 第五条之一 第五条."""
    number, branch = int(to_number(article[1]) or 0), int(to_number(article[2]) or 0) if article[2] else 0
    if branch:
        return f"第{chinese(number)}条" + (f"之{chinese(branch - 1)}" if branch > 1 else "")
    return f"第{chinese(number - 1)}条" if number > 1 else ""


def relative_bases(word: str, place: Place) -> tuple[tuple[str, ...], ...]:
    """What `word` (前款, 前两款, 本条 …) stands for: one base a target, each as its steps; empty where unknown."""
    if word in ("本章", "本节"):
        steps = (place.chapter,) if word == "本章" else (place.chapter, place.section)
        return (steps,) if all(steps) else ()
    if not place.article:
        return ()
    if word in ("本条", "前条"):
        base = place.article if word == "本条" else place.before
        return ((base,),) if base else ()
    if word == "本款":
        return ((place.article, f"第{chinese(place.paragraph)}款"),) if place.paragraph else ((place.article,),)
    if word.endswith("项"):
        return _items_before(place) if place.item > 1 else ()
    return _paragraphs_before(word, place)


def _items_before(place: Place) -> tuple[tuple[str, ...], ...]:
    paragraph = (f"第{chinese(place.paragraph)}款",) if place.paragraph else ()
    return ((place.article, *paragraph, f"第{chinese(place.item - 1)}项"),)


def _paragraphs_before(word: str, place: Place) -> tuple[tuple[str, ...], ...]:
    """前款 in 第二款 is 第一款, 前两款 in 第三款 第一款 and 第二款; in a first 款 it can only be 第一款."""
    count = int(to_number(word[1:-1]) or 1) if len(word) > 2 else 1
    last = max(place.paragraph - 1, 1)
    return tuple((place.article, f"第{chinese(n)}款") for n in range(max(last - count + 1, 1), last + 1))
