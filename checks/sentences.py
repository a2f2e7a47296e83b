"""The sentences of what was read, with where they stand: for checks that compare wording.

A provision is cut by facts, wording is compared by sentence; so this goes back to the clauses. Headings, titles,
salutations and signatures are left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from checks.base import Evidence
from checks.fingerprint import words
from kg.coverage import CoverageIndex
from kg.memo import per_reading
from kg.model import Clause, ClauseId, Provision, Quote, Reading

_SENTENCE = re.compile(r"[^。！？\n]+")
_PART, _LEAST_PART = re.compile(r"[^；]+"), 28  # words
_SILENT_KINDS = frozenset({"part", "chapter", "section", "heading", "title", "salutation", "signature"})
_DIGIT = r"[一二三四五六七八九十百千零〇\d]+"
_ENUMERATOR = rf"第{_DIGIT}条(?:之{_DIGIT})?\s|[（(]{_DIGIT}[）)]|{_DIGIT}[、.．]"
_LEAD = re.compile(rf"\s*(?:{_ENUMERATOR})?\s*")
NUMBER = re.compile(r"[0-9０-９.]+|[一二三四五六七八九十百千万〇两半]+(?=[个日天月年倍次元%人户])")
_UNIT = re.compile(r"个?(工作日|月|年|万)")  # that makes another quantity of one number: 7个工作日 are more than 7日


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: `words` are what is compared (no blanks, punctuation or enumerators)."""

    document: str
    locator: str
    start: int
    end: int
    text: str
    words: str

    def evidence(self, index: CoverageIndex) -> Evidence:
        """The sentence as a quoted place."""
        side = "draft" if index.is_draft(self.document) else "base"
        return Evidence(Quote(self.document, self.start, self.end, self.text), self.locator, side)


@per_reading
def sentences(reading: Reading) -> tuple[Sentence, ...]:
    """Every sentence of the clauses' own words, in the order of the text."""
    return tuple(_sentences(reading))


def _sentences(reading: Reading) -> Iterator[Sentence]:
    text, name = reading.document.text, reading.document.name
    children: dict[ClauseId, list[Clause]] = {}
    for clause in reading.clauses:
        if clause.parent:
            children.setdefault(clause.parent, []).append(clause)
    for clause in reading.clauses:
        if clause.kind in _SILENT_KINDS:
            continue
        end = min((c.start for c in children.get(clause.id, ())), default=clause.end)
        for match in _SENTENCE.finditer(text, clause.start, end):
            said = match.group()
            start = match.start() + _LEAD.match(said).end()  # type: ignore[union-attr]
            own = text[start : match.end()].rstrip()
            if own:
                yield Sentence(name, clause.locator, start, start + len(own), own, words(own))


def parts_of(sentence: Sentence) -> Iterator[Sentence]:
    """What stands between the semicolons of a sentence that has some, where it is long enough to be known again."""
    found = list(_PART.finditer(sentence.text))
    for match in found if len(found) > 1 else ():
        said = match.group()
        start = sentence.start + match.start()
        if len(told := words(said)) >= _LEAST_PART:
            yield replace(sentence, start=start, end=start + len(said), text=said, words=told)


def provisions_in(reading: Reading, sentence: Sentence) -> tuple[Provision, ...]:
    """The provisions that stand in a sentence."""
    return tuple(p for p in reading.provisions if p.quote.start < sentence.end and sentence.start < p.quote.end)


def about(reading: Reading, sentence: Sentence) -> tuple[str, ...]:
    """Stable names of a sentence: its provision, or its own first words where it gave none."""
    inside = provisions_in(reading, sentence)
    return (inside[0].id,) if inside else (sentence.words[:30],)


def alikeness(a: str, b: str, least: int = 3) -> float:
    """Share of the shorter text's characters that stand in the other in the same order, in runs of at least `least`."""
    if not a or not b:
        return 0.0
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size >= least) / min(len(a), len(b))


def shingles(text: str, size: int = 6) -> frozenset[str]:
    """Every run of `size` characters."""
    return frozenset(text[i : i + size] for i in range(len(text) - size + 1))


def numbers(sentence: Sentence) -> Counter[str]:
    """The quantities a sentence names, as written, with the units that tell them apart."""
    return Counter(m.group() + _unit(sentence.text, m.end()) for m in NUMBER.finditer(sentence.text))


def _unit(text: str, at: int) -> str:
    found = _UNIT.match(text, at)
    return found.group(1) if found else ""
