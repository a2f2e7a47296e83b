"""The words grammar needs to see in a clause, found over a whole document in one pass.

A token is a verb or action noun with a function, a word that decides a role, a marker of modality, a preposition, a
coordination, 的, or a name (agency, group, aid) that hides the words inside it. Everything between is left alone.
A word of one character counts only where the segmenter sees it as a word of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.extract.agencies import Chain
from ingest.extract.roles import Mechanism, find_mechanisms
from ingest.lexicon import Finder, boundaries, once_a_vocabulary, segmenter
from ontology.lexemes import Lexeme, load_lexemes
from ontology.vocabulary import Vocabulary

PREPOSITIONS = {
    "by": ("由", "交由", "转由", "应由", "可由", "均由", "仍由", "须由", "需由"),
    "to": ("向", "面向", "到", "至"),
    "for": ("为", "给", "替", "为了"),
    "on": ("对", "对于", "就", "针对", "关于", "对接受", "对接收", "对接到"),  # 对接受救助的: not 对接
    "take": ("将", "把"),
    "with": ("与", "同", "和"),
    "along": ("按照", "依照", "根据", "依据", "按", "依", "参照", "遵照", "结合", "围绕", "本着", "基于", "依托", "凭"),
    "through": ("通过", "采取", "采用", "利用", "运用", "借助", "以"),
    "in": ("在", "从", "自", "于", "经", "经过", "随", "因"),
}
ANDS = ("、", "和", "以及", "及", "与", "或者", "或", "并", "并且", "且", "及其", "同时", "暨", "进而", "而且")
VERBAL_ANDS = frozenset(("并", "并且", "且", "同时", "进而", "而且", "后", "再"))
DE = "的"
_ACTS = "发放|办理|配租|配售|免费提供|减免|减收|免除|免收|缓交|缓收|资助|代缴|补助寄宿|扶持"  # 减免学费 is an act
_PLAIN = re.compile(rf"(?!.*(?:给予|予以|规定的)|(?:{_ACTS}))[^，。；：]+")
_PLACES = re.compile(r"[省市县区州盟旗地级各本同、（）]{0,6}")
_TITLE = re.compile(r"《[^《》\n]{1,80}》|“[^“”，。；：\n]{1,24}”")
_SAYING = frozenset(("verb", "role", "marker", "prep"))
_WITHIN = ("日内", "月内", "年内", "天内", "时内")
_MONEY = ("金", "费", "款")
_JOINING = "和与及"
_NOT = ("不", "未", "无")
_VAGUE = ("有关", "相关", "现行", "按", "按照", "依", "依照", "根据")  # 军队有关规定 are rules, nobody stipulates
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
    text: str = ""
    check: str = ""  # what a match has to pass: alone, edge, office, not, rule; "" nothing


class Token:
    """A word where it stands; `chain` holds the agencies of an agency token. Plain, because there are very many."""

    __slots__ = ("chain", "end", "kind", "start", "text", "word")

    def __init__(self, start: int, end: int, word: Word, chain: Chain | None = None):
        self.start = start
        self.end = end
        self.word = word
        self.kind = word.kind
        self.text = word.text
        self.chain = chain


def after_de(text: str, token: Token) -> bool:
    """Whether 的 stands right before the token."""
    return token.start > 0 and text[token.start - 1] == "的"


NAME = Word("name")
_BY = Word("prep", "by", text="由")
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
    words = dict(_grammar_words()) | _lexemes()
    known = {form: replace(word, text=form, check=_check(form, word)) for form, word in words.items()}
    return Finder({name: _name(name, words) for name in names} | known)


def _name(form: str, words: dict[str, Word]) -> Word:
    """A name of training (转移就业培训) speaks of that work as a verb's object."""
    ends = (words[form[i:]].lexeme for i in range(1, len(form) - 1) if form[i:] in words)
    lexeme = next((w for w in ends if w is not None), None)
    return Word("name", lexeme=lexeme) if lexeme is not None and lexeme.functions == ("train",) else NAME


def _check(form: str, word: Word) -> str:
    if word.value == "agent":
        return "rule"
    if word.kind == "role":
        return "not"
    if len(form) == 1:
        return "" if form in "、的" else "alone"
    if form.endswith("负责"):
        return "office"
    return "edge" if word.lexeme else ""


class Tokens:
    """The tokens of one document, sliced by offsets."""

    def __init__(self, text: str, vocabulary: Vocabulary, chains: tuple[Chain, ...]):
        self.text = text
        self.mechanisms = find_mechanisms(text, vocabulary)
        self._mechanism_starts = [m.start for m in self.mechanisms]
        self._tokens = _outside_titles(text, _merge(text, vocabulary, chains))
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
        high = bisect_left(self._starts, end, low)
        while high > low and self._tokens[high - 1].end > end:
            high -= 1
        return self._tokens[low:high]


def _merge(text: str, vocabulary: Vocabulary, chains: tuple[Chain, ...]) -> list[Token]:
    """Words and agencies in the order of the text; words inside an agency's name are dropped."""
    finder = _finder(vocabulary)
    values = finder.values
    checks = _Checks(text)
    passes, edges = checks.passes, checks.edges
    tokens: list[Token] = []
    waiting = iter(chains)
    chain = next(waiting, None)
    for index, start, end in finder.matches(text):
        while chain and chain.end <= start:
            tokens.append(Token(chain.start, chain.end, AGENCY, chain))
            chain = next(waiting, None)
        word = values[index]
        if word is None or (chain and end > chain.start):
            continue
        check = word.check
        at_edge = check == "edge" and (edges[start] or edges[end])
        if at_edge or not check or (check != "edge" and passes(word, start, end, chain, tokens)):
            tokens += _parted(start, end, word)
    while chain:
        tokens.append(Token(chain.start, chain.end, AGENCY, chain))
        chain = next(waiting, None)
    return tokens


def _parted(start: int, end: int, word: Word) -> list[Token]:
    """A marker that holds the preposition as well (可由): marker and preposition."""
    parted = word.kind == "marker" and word.text.endswith(_BY.text)
    return [Token(start, end - 1, word), Token(end - 1, end, _BY)] if parted else [Token(start, end, word)]


def _outside_titles(text: str, tokens: list[Token]) -> list[Token]:
    """Tokens without the words of grammar that stand in a title or a catchword (《禁止使用童工规定》, “一门受理”)."""
    starts = [t.start for t in tokens]
    kept: list[Token] = []
    at = 0
    for found in _TITLE.finditer(text):
        left = bisect_right(starts, found.start(), at)
        right = bisect_left(starts, found.end(), left)
        kept += tokens[at:left]
        kept += (t for t in tokens[left:right] if t.kind not in _SAYING)
        at = right
    return kept + tokens[at:]


class _Checks:
    """Whether a match is the word it looks like; forms that only need an edge of a word are looked at in `_merge`."""

    def __init__(self, text: str):
        self.text = text
        self.edges = boundaries(segmenter().cut(text))

    def passes(self, word: Word, start: int, end: int, chain: Chain | None, before: list[Token]) -> bool:
        """Whether the form at `start:end` counts; `chain` is the next agency, `before` the tokens so far."""
        check = word.check
        if check == "alone":
            if self.text[start] in _JOINING and before and before[-1].kind == "verb" and before[-1].end == start:
                return bool(self.edges[end])  # 监督检查和审计: the segmenter sees 检查和
            behind = bool(before) and before[-1].kind == "agency" and before[-1].end == start
            return self._alone(start, behind) or (
                chain is not None and bool(_PLACES.fullmatch(self.text, end, chain.start))
            )
        if check == "office":
            return bool(self.edges[start] or self.edges[end]) and not _OFFICE.match(self.text, end)
        if check == "not":
            one = end - start == 1
            near = chain is not None and bool(_PLACES.fullmatch(self.text, end, chain.start))
            return self.text[start - 1 : start] not in _NOT and (not one or self._alone(start) or near)
        reach = {"agency": 2, "marker": 0}.get(before[-1].kind, -1) if before else -1
        agent = bool(before) and start - before[-1].end <= reach and not self.text.endswith(_VAGUE, 0, start)
        return agent or bool(_RULES.match(self.text, start - 1))

    def _alone(self, at: int, behind: bool = False) -> bool:
        """Whether the character at `at` is a word of its own; `behind` a body's name it begins one (农业农村局|对)."""
        if self.text[at] == "经":
            return bool(self.edges[at]) and AFTER_PASS.match(self.text, at) is not None
        if self.text[at] == "由" and self.text[at - 1 : at] in _MONEY:
            return True  # 褒扬金由X发放: the segmenter sees 金由
        if self.text[at] == "向" and self.text[at - 2 : at] in _WITHIN:
            return True  # 5日内向社会公布: the segmenter sees 内向
        return bool((self.edges[at] or behind) and self.edges[at + 1])
