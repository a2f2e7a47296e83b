"""Norms: the stretches of a document that a reviewer lays side by side, each with the words that govern it.

A provision is one actor's duty; a contradiction often sits in a condition, a list item or a second half of a sentence
that gives no provision of its own. So the comparers that read words work on norms: a ；- or 。-delimited stretch with
the stem of its list (（一）… under 有下列情形之一的：) and the provisions that stand there. Offsets are those of the
document. Left out: recitals before the first numbered clause, and repeal and effect clauses (declarations).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checks.compare.ground.locating import Places
from checks.compare.ground.questions import Question, answer_from, question_in
from kg.memo import per_reading
from kg.model import Groups, Provision, Quote, Reading

_LINE = re.compile(r"[^\n]+")
_NUMERAL = r"[一二三四五六七八九十百零〇0-9０-９]+"
_NUMBER = r"[一二三四五六七八九十百零〇]+"
_STYLES = tuple(
    re.compile(p)
    for p in (
        rf"第{_NUMERAL}条(?:之{_NUMERAL})?(?=[\s　：])",
        rf"{_NUMERAL}、",
        rf"[（(]{_NUMBER}[）)]",
        r"[0-9０-９]+[.．](?![0-9])",
        r"[（(]?[0-9０-９]+[）)]",
        r"[①-⑳]",
    )
)
_ROW = re.compile(r"\t|[|｜]")  # of a table, which stands under the words that lead into it
_PART = re.compile(r"[^。！？；;]+[。！？；;]?[”」』）]?")
_PREAMBLE = re.compile(  # leads into the whole text, and governs no list: 现将有关事项通知如下：
    r"(?:现(?:将|就|对|提出|制定|印发)|提出|制定|作出|明确|公布|通知|通告|公告|议定|商定|研究决定|会议(?:决定|确定|明确|认为)|特)[^。；]*(?:如下|以下)[^，。；：:]{0,12}[：:]$"
)
_ADDRESSED = re.compile(r"各[^。；：:]{2,60}[：:]")  # to whom the text is sent, before its first clause
_SETS = re.compile(
    rf"[，、].*{_NUMERAL}(?:个?月|年|个?工作日|日|天|%|元|倍|次|万元)"
    r"|由[^，。；：]{2,40}?(?:确定|制定|制订|规定|公布|核定|划定|调整)[^，。；：]{0,2}$"  # who sets what follows
)  # words before a colon that rule by themselves
_SHORT = re.compile(r"[^，。；：、]{2,12}。")
_HEADING = re.compile(rf"第{_NUMERAL}[编章节]")


@dataclass(frozen=True, slots=True)
class _Lead:
    """Words before a colon: all that govern (`words`), and the innermost as it stands at `start` (`said`)."""

    words: str = ""
    said: str = ""
    start: int = 0


@dataclass(frozen=True, slots=True)
class Norm:
    """One stretch `text` at `start:end`; `lead` are the words before the colon that govern it."""

    document: str
    locator: str
    start: int
    end: int
    text: str
    lead: _Lead
    stem_locator: str
    line: tuple[int, int]
    provisions: tuple[Provision, ...]
    prior: str = ""  # the sentence up to here
    headed: str = ""  # the few words that open its paragraph (补贴对象。), where it is not these

    @property
    def stem(self) -> str:
        """The words that govern it, of all colons around it."""
        return self.lead.words

    @property
    def words(self) -> str:
        """Stem and own words as one text."""
        return self.stem + self.text

    @property
    def sentence(self) -> str:
        """Stem, the sentence up to here, and own words as one text."""
        return self.stem + self.prior + self.text

    @property
    def asked(self) -> bool:
        """Whether it answers a question."""
        return self.lead.said.endswith("？")

    @property
    def aid(self) -> frozenset[str]:
        """Aid types of the provisions that stand here."""
        return frozenset(a for p in self.provisions for a in p.aid)

    @property
    def people(self) -> Groups:
        """Those for whom it is, as its provisions name them."""
        return Groups.of(g for p in self.provisions for g in p.groups)

    @property
    def quote(self) -> Quote:
        """Own words as evidence."""
        return Quote(self.document, self.start, self.end, self.text)

    @property
    def stem_quote(self) -> Quote | None:
        """The governing words as evidence, where there are any."""
        said, start = self.lead.said, self.lead.start
        return Quote(self.document, start, start + len(said), said) if said else None

    @property
    def ids(self) -> tuple[str, ...]:
        """Stable names of what stands here: its provisions, or its place."""
        return tuple(p.id for p in self.provisions)[:1] or (f"{self.document}#{self.locator}#{self.text[:12]}",)


def without_items(norms: Iterable[Norm]) -> Iterator[Norm]:
    """Norms less those whose stem is among them: an item adds nothing to what its stem already says."""
    stems: set[tuple[int, int]] = set()
    for norm in norms:
        if not norm.stem or (norm.lead.start, norm.lead.start + len(norm.lead.said)) not in stems:
            stems.add((norm.start, norm.end))
            yield norm


@dataclass(slots=True)
class _Stem:
    """A lead-in ending in a colon that waits for its items."""

    style: int
    text: str
    start: int
    item_style: int | None = None

    def governs(self, style: int) -> bool:
        if style <= self.style:
            return False
        if self.item_style is None:
            self.item_style = style
        return style >= self.item_style


@per_reading
def norms_of(reading: Reading) -> tuple[Norm, ...]:
    """All norms of a document in the order of its text, read once."""
    return tuple(_norms(reading))


def _norms(reading: Reading) -> Iterator[Norm]:
    text = reading.document.text
    places = Places(reading)
    stem: _Stem | None = None
    asked = _Lead()  # the question that what follows answers
    waiting: Question | None = None  # one whose answer has not begun
    opened = False  # a clause or a stem has come
    for match in _LINE.finditer(text):
        words = match.group()
        start = match.start() + len(words) - len(words.lstrip())
        end = match.start() + len(words.rstrip())
        if start >= end or _HEADING.match(text, start):
            continue
        if question := question_in(text, start, end):
            stem, waiting = None, question
            continue
        start = answer_from(text, start, end)
        if waiting:
            asked, waiting = _asked(waiting, text[start:end]), None
        style, body = _style(text, start)
        if stem and not (style < 0 and _ROW.search(words)) and (style < 0 or not stem.governs(style)):
            stem = None
        if text[end - 1] in "：:":
            aside = _PREAMBLE.search(text, start, end) or (not opened and _ADDRESSED.fullmatch(text, start, end))
            opened = opened or not aside
            if style < 0 and aside:
                yield _norm(reading, places, (body, end), (start, end), _Lead(), "")
                continue
            stem = _Stem(max(style, 0), text[body:end], body)
            yield _norm(reading, places, (body, end), (start, end), _Lead(), "")
            continue
        opened = opened or style >= 0
        outer = _Lead(asked.words + stem.text, stem.text, stem.start) if stem else asked
        yield from _parts(reading, places, (body, end), (start, end), outer)


def _asked(question: Question, answer: str) -> _Lead:
    words = question.governs(answer)
    return _Lead(words, question.said, question.start) if words else _Lead()


def _style(text: str, start: int) -> tuple[int, int]:
    """Depth of the enumerator a line begins with (-1 for none), and where its words begin."""
    for depth, pattern in enumerate(_STYLES):
        if match := pattern.match(text, start):
            body = match.end()
            while body < len(text) and text[body] in " 　\t ":
                body += 1
            return depth, body
    return -1, start


def _parts(
    reading: Reading, places: Places, body: tuple[int, int], line: tuple[int, int], outer: _Lead
) -> Iterator[Norm]:
    text = reading.document.text
    lead, sentence, headed = outer, body[0], ""
    for match in _PART.finditer(text, *body):
        start, words = match.start(), match.group()
        colon = words.find("：")
        if 0 <= colon < len(words) - 2:
            if _SETS.search(words[:colon]):
                span = (start, start + colon + 1)
                yield _norm(reading, places, span, line, outer, text[sentence:start], headed)
            lead = _Lead(outer.words + words[: colon + 1], words[: colon + 1], start)
            start, words = start + colon + 1, words[colon + 1 :]
        if words.strip():
            span = (start, start + len(words))
            yield _norm(reading, places, span, line, lead, text[sentence:start], headed)
        if words.rstrip("”」』）").endswith(("。", "！", "？")):
            lead, sentence = outer, match.end()
            headed = headed or (words.strip() if match.start() == body[0] and _SHORT.fullmatch(words) else "")


def _norm(
    reading: Reading,
    places: Places,
    span: tuple[int, int],
    line: tuple[int, int],
    lead: _Lead,
    prior: str,
    headed: str = "",
) -> Norm:
    words = reading.document.text[slice(*span)]
    above = places.locator(lead.start) if lead.said else ""
    found = places.provisions(*span)
    return Norm(reading.document.name, places.locator(span[0]), *span, words, lead, above, line, found, prior, headed)
