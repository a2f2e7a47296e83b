"""What the conflict checks share when they speak: evidence, the slots that help a person weigh, the route.

Which of two texts prevails (上位法, 新法, 特别法) is shown, never decided.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from checks.base import Evidence, Route, Slot
from checks.compare.ground.marks import SENTENCE
from checks.compare.ground.norms import Norm
from checks.places import title
from kg.coverage import CoverageIndex
from kg.enums import Rank
from kg.model import Document, Quote
from kg.standing import Standing

_DEFERS = re.compile(
    r"另有规定的?，?(?:按照|依照)?(?:其|该)?(?:从其)?规定|从其规定|按照(?:省|国家|上级|自治区|市)[^。；]{0,8}规定执行"
)
_ENDS = re.compile(r"停止执行|不再执行|废止|同时调整|相应调整|相应提高|修改为|以本[^，。；]{1,4}为准")
_LEFT_OUT = re.compile(r"不(?:列入|纳入|属于|适用|在此列)|不再?享受")
_ARTICLE = re.compile(r"第[一二三四五六七八九十百零〇0-9]+条")
RANKS = {
    Rank.LAW: "法律",
    Rank.ADMINISTRATIVE_REGULATION: "行政法规",
    Rank.LOCAL_REGULATION: "地方性法规",
    Rank.DEPARTMENT_RULE: "部门规章",
    Rank.LOCAL_RULE: "地方政府规章",
    Rank.NORMATIVE: "规范性文件",
    Rank.PARTY: "党内文件",
}


def places(index: CoverageIndex, norms: Iterable[Norm]) -> tuple[Evidence, ...]:
    """Evidence for each norm and for the words that govern it, each place once."""
    found: dict[tuple[str, int, int], Evidence] = {}
    for norm in _joined(index, norms):
        for quote, locator in ((norm.quote, norm.locator), (norm.stem_quote, norm.stem_locator)):
            if quote:
                found.setdefault((quote.document, quote.start, quote.end), _evidence(index, norm, quote, locator))
    return tuple(found.values())


def _joined(index: CoverageIndex, norms: Iterable[Norm]) -> Iterator[Norm]:
    """Neighbouring norms of one line as one stretch."""
    last: Norm | None = None
    for norm in norms:
        if last and (last.document, last.line, last.end) == (norm.document, norm.line, norm.start):
            text = index.documents[norm.document].text[last.start : norm.end]
            last = replace(last, end=norm.end, text=text)
            continue
        if last:
            yield last
        last = norm
    if last:
        yield last


def _evidence(index: CoverageIndex, norm: Norm, quote: Quote, locator: str) -> Evidence:
    side = "draft" if index.is_draft(norm.document) else "base"
    return Evidence(quote, locator, side, norm.provisions[0].id if norm.provisions else None)


def defers(index: CoverageIndex, norm: Norm) -> bool:
    """Whether its line yields to other rules (另有规定的，从其规定), so that nothing it says stands against them."""
    read = any(x.kind == "deference" for p in norm.provisions for x in p.limits)
    return read or bool(_DEFERS.search(index.documents[norm.document].text, *norm.line))


def replaces(index: CoverageIndex, a: Norm, b: Norm) -> bool:
    """Whether the document of `a` ends the article of `b`, or sets its figures anew, naming it."""
    mine, theirs = index.documents[a.document], index.documents[b.document]
    names = [x for x in (theirs.title, theirs.number) if x]
    article = _ARTICLE.match(b.locator)
    for sentence in (m.group() for m in SENTENCE.finditer(mine.text) if _ENDS.search(m.group())):
        if any(x in sentence for x in names):
            cited = _ARTICLE.findall(sentence)
            if not cited or (article and article.group() in cited):
                return True
    return False


def leaves_to(index: CoverageIndex, a: Norm, b: Norm) -> bool:
    """Whether the document of `a` says of some that they come under that of `b`, by name, and not under its own."""
    mine, theirs = index.documents[a.document], index.documents[b.document]
    names = [x for x in (theirs.title, theirs.number) if x]
    said = (m.group() for m in SENTENCE.finditer(mine.text) if _LEFT_OUT.search(m.group()))
    return any(x in sentence for sentence in said for x in names)


def weighing(a: Document, b: Document) -> tuple[Slot, ...]:
    """Rank, date and scope of both documents, for a person to weigh."""
    slots = [Slot("document", a=title(a), b=title(b)), Slot("rank", a=_rank(a), b=_rank(b))]
    days = [_day(a), _day(b)]
    if all(days):
        slots.append(Slot("date", a=days[0], b=days[1]))
    return tuple(slots)


def route_for(standing: Standing) -> Route:
    """A higher text is a matter of legality review; between equals it is for consultation."""
    return Route.CONSULTATION if standing is Standing.SAME else Route.LEGALITY


def at_place(index: CoverageIndex, norm: Norm) -> str:
    """How a message names a place: 草案第四条, 《某办法》第三条."""
    if index.is_draft(norm.document):
        return f"草案{norm.locator}"
    return f"{title(index.documents[norm.document])}{norm.locator}"


def clip(text: str, size: int = 40) -> str:
    """The first characters of a quotation, for a message."""
    plain = "".join(text.split()).rstrip("。；：")
    return plain if len(plain) <= size else plain[: size - 1] + "…"


def _rank(document: Document) -> str:
    return RANKS[document.rank] if document.rank else "未标明"


def _day(document: Document) -> str | None:
    day = document.made or document.published or document.period.start
    return day.isoformat() if day else None
