"""The words grammar needs to see in a clause, found over a whole document in one pass.

A token is a verb or action noun with a function, a word that decides a role, a marker of modality, a preposition, a
coordination, 的, or a name (agency, group, aid) that hides the words inside it. Everything between is left alone.
A word of one character counts only where the segmenter sees it as a word of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.extract.agencies import Chain
from ingest.extract.roles import Mechanism, find_mechanisms
from ingest.lexicon import Finder, boundaries, once_a_vocabulary, segmenter
from ontology.lexemes import Lexeme, load_lexemes
from ontology.vocabulary import Vocabulary

PREPOSITIONS = {
    "by": ("由", "交由", "应由", "可由", "均由", "仍由", "须由", "需由"),
    "to": ("向", "面向", "到", "至"),
    "for": ("为", "给", "替", "为了"),
    "on": ("对", "对于", "就", "针对", "关于"),
    "take": ("将", "把"),
    "with": ("与", "同", "和"),
    "along": ("按照", "依照", "根据", "依据", "按", "依", "参照", "遵照", "结合", "围绕", "本着", "基于", "依托", "凭"),
    "through": ("通过", "采取", "采用", "利用", "运用", "借助", "以"),
    "in": ("在", "从", "自", "于", "经", "经过", "随", "因"),
}
ANDS = ("、", "和", "以及", "及", "与", "或者", "或", "并", "并且", "且", "及其", "同时", "暨", "进而", "而且")
VERBAL_ANDS = frozenset(("并", "并且", "且", "同时", "进而", "而且", "后", "再"))
DE = "的"
_PLAIN = re.compile(r"[^，。；：]+")
_PLACES = re.compile(r"[省市县区州盟旗地级各本、（）]{0,6}")
_NOT = ("不", "未", "无")
_RULES = re.compile(r"[^的关列照述款条项法律规例合家本此其另]规定(?:[。；\n]|$)")
_OFFICE = re.compile(r"制(?![定订作造])|人(?![员民])")  # 负责制, 负责人
AFTER_PASS = re.compile(r"经(?![济费营办过验常历手纪管贸])")


@dataclass(frozen=True, slots=True)
class Word:
    """What a surface form is to the grammar; a form may be a verb with a function and decide a role as well."""

    kind: str  # verb, role, marker, prep, and, de, name
    value: str = ""  # manner of the verb or role, modality, preposition class
    lexeme: Lexeme | None = None
    role: Lexeme | None = None


class Token:
    """A word where it stands; `chain` holds the agencies of an agency token. Plain, because there are very many."""

    __slots__ = ("chain", "end", "kind", "start", "text", "word")

    def __init__(self, start: int, end: int, word: Word, text: str, chain: Chain | None = None):
        self.start = start
        self.end = end
        self.word = word
        self.kind = word.kind
        self.text = text
        self.chain = chain


NAME = Word("name")
AGENCY = Word("agency")


def _grammar_words() -> Iterator[tuple[str, Word]]:
    for value, forms in PREPOSITIONS.items():
        yield from ((form, Word("prep", value)) for form in forms)
    yield from ((form, Word("and", "verbal" if form in VERBAL_ANDS else "any")) for form in ANDS)
    yield DE, Word("de")


def _lexemes() -> dict[str, Word]:
    """Every form; a form with a function and a role keeps both."""
    words: dict[str, Word] = {}
    for lexeme in load_lexemes():
        for form in lexeme.forms:
            old = words.get(form)
            if lexeme.manner == "marker":
                words[form] = Word("marker", lexeme.value)
            elif lexeme.manner == "nothing":
                words[form] = NAME
            elif lexeme.functions or not lexeme.value:
                words[form] = Word("verb", lexeme.manner, lexeme, old.role if old else None)
            elif old and old.lexeme:
                words[form] = Word("verb", old.value, old.lexeme, lexeme)
            else:
                words[form] = Word("role", lexeme.manner, None, lexeme)
    return words


@once_a_vocabulary
def _finder(vocabulary: Vocabulary) -> Finder[Word]:
    """Grammar words, and the names of groups and aid inside which none of them counts."""
    names = (
        form
        for kind in ("group", "aid")
        for form in vocabulary.readings(kind)
        if len(form) > 2 and _PLAIN.fullmatch(form)
    )
    return Finder(dict.fromkeys(names, NAME) | dict(_grammar_words()) | _lexemes())


class Tokens:
    """The tokens of one document, sliced by offsets."""

    def __init__(self, text: str, vocabulary: Vocabulary, chains: tuple[Chain, ...]):
        self.text = text
        self.mechanisms = find_mechanisms(text, vocabulary)
        self._mechanism_starts = [m.start for m in self.mechanisms]
        self._tokens = list(_merge(text, vocabulary, chains))
        self._starts = [t.start for t in self._tokens]

    def mechanisms_in(self, start: int, end: int) -> tuple[Mechanism, ...]:
        """Mechanisms that begin in the stretch."""
        if not self.mechanisms:
            return ()
        left = bisect_left(self._mechanism_starts, start)
        return self.mechanisms[left : bisect_left(self._mechanism_starts, end, left)]

    def between(self, start: int, end: int) -> list[Token]:
        """Tokens that lie wholly inside the stretch."""
        low = bisect_left(self._starts, start)
        high = bisect_left(self._starts, end)
        found = self._tokens[low:high]
        while found and found[-1].end > end:
            found.pop()
        return found


def _merge(text: str, vocabulary: Vocabulary, chains: tuple[Chain, ...]) -> Iterator[Token]:
    """Words and agencies in the order of the text; words inside an agency's name are dropped."""
    edges = boundaries(segmenter().cut(text))
    waiting = iter(chains)
    chain = next(waiting, None)
    previous = 0
    for start, end, word in _finder(vocabulary).find(text):
        while chain and chain.end <= start:
            previous = chain.end
            yield Token(chain.start, chain.end, AGENCY, text[chain.start : chain.end], chain)
            chain = next(waiting, None)
        if chain and end > chain.start:
            continue
        if end - start == 1:
            if not _alone(text, start, edges) and not (chain and _PLACES.fullmatch(text, end, chain.start)):
                continue
        elif word.lexeme and not edges[start] and not edges[end]:
            continue
        if word.value in ("control", "nominal") and text[end - 2 : end] == "负责" and _OFFICE.match(text, end):
            continue
        if word.kind == "role" and text[start - 1 : start] in _NOT:
            continue
        if word.value == "agent" and not (previous and start - previous <= 2) and not _RULES.match(text, start - 1):
            continue
        yield Token(start, end, word, text[start:end])
    while chain:
        yield Token(chain.start, chain.end, AGENCY, text[chain.start : chain.end], chain)
        chain = next(waiting, None)


def _alone(text: str, at: int, edges: bytearray) -> bool:
    """Whether the character at `at` is a word of its own."""
    if text[at] in "、的":
        return True
    if text[at] == "经":
        return bool(edges[at]) and AFTER_PASS.match(text, at) is not None
    return bool(edges[at] and edges[at + 1])
