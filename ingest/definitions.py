"""Words a document defines for itself: （以下简称…）, 前两款所列部门统称…, 本办法所称…是指…, 用语的含义.

They hold in that document only. The meaning is the text's own words; which agencies or persons those are, the
extractors say, so `meaning` is cut so that it can be read like any other stretch: the list of members for 统称, the
full name for 简称, the explanation for 是指.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from ingest.class_definitions import class_definitions
from ingest.context import AROUND
from kg.model import Clause, Definition

_HIT = re.compile("[称指]")
_TERM = r"[“《\"‘]?(?P<term>[^“”《》\"‘’。；：，、（）()\n]{1,30})[”》\"’]?"
_LEAD = re.compile("以?下均?[简统合总通]?$|[简统合总通]$")
_SHORT = re.compile(rf"(?:以下|下)?(?:均)?(?P<kind>简称|统称|合称|总称|通称|称)为?[:：]?\s?{_TERM}\s?(?P<close>[）)])?")
_CALLED = re.compile(
    r"所称的?\s?(?P<term>[^。；：\n]{1,40}?)[，,]?\s?(?:(?:是|系)?指(?!导|定|派|挥|引)|包括|均?包含|是(?!否))\s?(?P<meaning>[^。\n]{2,600})"
)
_MEANS = re.compile(r"(?:是|系|，|,)?指(?![导定标派挥引示出数令向望南纹控])\s?[：:]?(?P<meaning>[^。\n]{2,600})")
_LISTED = re.compile(
    r"(?P<which>前款|前两款|前三款|上述|以上|本条|前述)(?:所列|规定的?|所指)?[\u4e00-\u9fff]{0,8}?(?:部门|机构|单位|机关|组织|人员|家庭|对象)$"
)
_ENUMERATION = re.compile(
    r"(?:[^，。；：、\s]{2,24}、){1,30}[^，。；：、\s]{1,24}?(?:部门|机构|单位|机关|组织|人员|家庭|对象|委员会|(?=[，。；]))"
)
_NUMBERED = re.compile(
    r"^(?:第[^\s]{1,8}[条款]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十\d]{1,3}[、.．])\s*"
)
_SKIP = "，。；：,;:\n"
_LEADING = re.compile(
    r"^(?:也?可以|应当|必须|为了|为|由|对|向|在|经|将|从|根据|按照|依据|现就|其(?=所|中)|是?指|包括|[，,])+"
)
_POINTING = re.compile(r"^(?:以上|上述|前述|其中|这里|[前本][款条项]|本[\u4e00-\u9fff]{1,4})(?![、，])(?:所[称指])?的?")
_TRAILING = re.compile(r"(?:一般|主要|具体|原则上|通常|属于.+)$")
_NEXT = re.compile(r"[；，][^；，。]{2,24}?[，,]?(?:是|系)?指")


def find_definitions(text: str, clauses: Sequence[Clause]) -> tuple[Definition, ...]:
    """Definitions of the body in its order; of two that say the same, the first."""
    found: dict[tuple[str, str], Definition] = {}
    around = iter([(c.start, c.end) for c in clauses if c.kind in AROUND])
    start, end = next(around, (len(text), len(text)))
    for hit in _HIT.finditer(text):
        at = hit.start()
        while end <= at:
            start, end = next(around, (len(text), len(text)))
        for definition in () if start <= at else _defined(text, at):
            if definition.term.strip() and definition.meaning.strip():
                found.setdefault((definition.term, definition.meaning), definition)
    for definition in class_definitions(text):
        found.setdefault((definition.term, definition.meaning), definition)
    return tuple(found.values())


def _defined(text: str, at: int) -> Iterable[Definition]:
    """Definitions whose word 称 or 指 stands at `at`."""
    before = text[at - 1 : at]
    if not before:
        return ()
    if text[at] == "指":
        return _explained(text, at) if before in "是系，," or _heads(text, at) else ()
    if before == "所":
        return _called(text, at)
    return _shortened(text, at) if before in "简统合总通下" else ()


def lookup(definitions: Sequence[Definition], term: str) -> Definition | None:
    """What the document means by `term`; the first definition where it gives two."""
    return next((d for d in definitions if d.term == term), None)


def terms_in(
    definitions: Sequence[Definition], text: str, start: int, end: int
) -> Iterator[tuple[int, int, Definition]]:
    """(start, end, definition) of defined terms used in the stretch, longest first, their own definition left out."""
    taken: list[tuple[int, int]] = []
    for definition in sorted(definitions, key=lambda d: -len(d.term)):
        at = text.find(definition.term, start, end)
        while at >= 0:
            right = at + len(definition.term)
            own = definition.start <= at < definition.end
            if not own and all(right <= a or b <= at for a, b in taken):
                taken.append((at, right))
                yield at, right, definition
            at = text.find(definition.term, right, end)


def _left(text: str, at: int, limit: int = 300) -> int:
    """Start of the phrase that ends at `at`: behind the last mark or number outside brackets."""
    depth = 0
    floor = max(0, at - limit)
    for i in range(at - 1, floor - 1, -1):
        char = text[i]
        if char in "）)》”":
            depth += 1
        elif char in "（(《“":
            if depth == 0:
                return i + 1
            depth -= 1
        elif depth == 0 and char in _SKIP:
            return i + 1
    return floor


def _words(text: str, start: int, end: int) -> tuple[int, str]:
    """`text[start:end]` without blanks, number and a leading 对/由/在."""
    words = text[start:end]
    bare = words.lstrip()
    bare = bare[len(found[0]) :] if (found := _NUMBERED.match(bare)) else bare
    return end - len(bare), bare.rstrip()


def _shortened(text: str, at: int) -> Iterator[Definition]:
    """（以下简称甲） behind its full name; 前两款所列部门统称甲; 甲、乙统称丙."""
    lead = _LEAD.search(text, max(0, at - 4), at)
    begin = lead.start() if lead else at - 1
    found = _SHORT.match(text, begin)
    if found is None:
        return
    opening = text.rfind("（", max(0, begin - 40), begin), text.rfind("(", max(0, begin - 40), begin)
    opened = max(opening)
    inside = opened >= 0 and not re.search("[）)]", text[opened:begin])
    end = opened if inside else begin
    start, meaning = _words(text, _left(text, end), end)
    if not meaning and not inside:
        start, meaning = _words(text, _left(text, end - 1), end - 1)
    if meaning.endswith("》"):
        start += meaning.rfind("《")
        meaning = meaning[meaning.rfind("《") :]
    elif leading := _LEADING.match(meaning):
        start, meaning = start + leading.end(), meaning[leading.end() :]
    listed = _LISTED.search(meaning)
    if listed:
        meaning = _members(text, start, listed["which"]) or meaning
    if inside or found["kind"] != "称":
        yield Definition(found["term"].strip(), meaning, start, found.end())


def _members(text: str, at: int, which: str) -> str:
    """The enumeration that 前款 or 前两款 point to: the longest list in that many paragraphs before."""
    count = {"前两款": 2, "前三款": 3, "本条": 3}.get(which, 1)
    paragraphs = [p for p in reversed(text[max(0, at - 2000) : at].split("\n")) if p.strip()]
    lists = [m[0] for p in islice(paragraphs, count) for m in _ENUMERATION.finditer(p)]
    return max(lists, key=len, default="")


def _called(text: str, at: int) -> Iterator[Definition]:
    """本办法所称甲，是指乙。; 所称以上、以下，包括本数."""
    found = _CALLED.match(text, at - 1)
    if found is None:
        return
    start = _left(text, at - 1)
    yield _explanation(found, _plain(found["term"]), start)


def _explanation(found: re.Match[str], term: str, start: int) -> Definition:
    """Definition whose meaning ends before the next one in the same sentence."""
    meaning = found["meaning"]
    following = _NEXT.search(meaning)
    end = found.start("meaning") + (following.start() if following else len(meaning.rstrip()))
    return Definition(term, meaning[: following.start() if following else None].strip(), start, end)


def _plain(term: str) -> str:
    """A term without quotation marks, pointers before it (前款所称) and fillers behind it (一般)."""
    return _TRAILING.sub("", _POINTING.sub("", re.sub('[“”"‘’《》]', "", term).strip("，, ")))


def _heads(text: str, at: int) -> bool:
    """Whether the words before a bare 指 are a short term at the head of a sentence."""
    left = _left(text, at, 40)
    return 2 <= len(_words(text, left, at)[1]) <= 12 and text[left - 1 : left] in ("。", "\n", "；", "")


def _explained(text: str, at: int) -> Iterator[Definition]:
    """甲，是指乙 at the head of a sentence or item."""
    begin = at - 1 if text[at - 1] in "是系，," else at
    found = _MEANS.match(text, begin)
    if found is None:
        return
    end = begin
    while end and text[end - 1] in "，, 　":
        end -= 1
    start, term = _words(text, _left(text, end, 60), end)
    term = _plain(term)
    if 1 < len(term) <= 24 and "所称" not in term and not re.search(r"[的是]$|^(?:即|主要|一般|具体)", term):
        yield _explanation(found, term, start)
