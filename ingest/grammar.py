"""The words grammar needs to see in a clause, found over a whole document in one pass.

A token is a verb or action noun with a function, a word that decides a role, a marker of modality, a preposition, a
coordination, 的, or a name (agency, group, aid) that hides the words inside it. Everything between is left alone.
A word of one character counts only where the segmenter sees it as a word of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from ingest.extract.bodies.chains import Body, Chain
from ingest.extract.bodies.roles import Mechanism, find_mechanisms
from ingest.lexicon import Finder, boundaries, segmenter
from ingest.words import AGENCY, BY, Word, word_finder
from kg.enums import Role
from ontology.vocabulary import Vocabulary

_PLACES = re.compile(r"[省市县区州盟旗地级各本同、（）]{0,6}")
_TITLE = re.compile(r"《[^《》\n]{1,80}》|“[^“”，。；：\n]{1,24}”")
_SAYING = frozenset(("verb", "role", "marker", "prep"))
_WITHIN = ("日内", "月内", "年内", "天内", "时内")
_MONEY = ("金", "费", "款")
_BEHIND_BY = frozenset("受该")  # 由受申请的机构, 由该机构: the segmenter sees one word
_JOINING = "和与及"
_NOT = ("不", "未", "无")
_VAGUE = ("有关", "相关", "现行", "按", "按照", "依", "依照", "根据")  # 军队有关规定 are rules, nobody stipulates
_RULES = re.compile(r"[^的关列照述款条项法律规例合家本此其另]规定(?:[。；\n]|$)")
_OFFICE = re.compile(r"制(?![定订作造])|人(?![员民])")  # 负责制, 负责人
_STOPS = "，；。"
_OPENS = ("", "，", "；", "。", "：", "\n", "\u3000", " ", "）")  # what may stand before a clause
_LONGEST = 24  # characters of a word
_ABOUT = re.compile(r"对(?![接口象策应照比于方外内账话付待立面手流症准标调])")
_MAY_CHANGE = ("可延长", "可适当延长", "可放宽", "可适当放宽", "可适当提高", "可适当上浮")
_MAY = re.compile(r"可(?![能是见靠行观持谓惜以比控再支信爱怜贵操])")
AFTER_PASS = re.compile(r"经(?![济费营办过验常历手纪管贸])")


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

    def parts_in(self, start: int, end: int) -> tuple[tuple[Body, Role], ...]:
        """Bodies with their roles that lie in the stretch, of a mechanism that may begin before it."""
        at = bisect_left(self._mechanism_starts, end)
        found = self.mechanisms[at - 1] if at else None
        if found is None or found.end <= start:
            return ()
        return tuple((body, role) for body, role in found.bodies if start <= body.start and body.end <= end)

    def between(self, start: int, end: int) -> list[Token]:
        """Tokens that lie wholly inside the stretch."""
        low = bisect_left(self._starts, start)
        high = bisect_left(self._starts, end, low)
        while high > low and self._tokens[high - 1].end > end:
            high -= 1
        return self._tokens[low:high]


def _merge(text: str, vocabulary: Vocabulary, chains: tuple[Chain, ...]) -> list[Token]:
    """Words and agencies in the order of the text; words inside an agency's name are dropped."""
    finder = word_finder(vocabulary)
    values = finder.values
    checks = _Checks(text)
    passes, edges = checks.passes, checks.edges
    tokens: list[Token] = []
    waiting = iter(chains)
    chain = next(waiting, None)
    for index, start, end in _matches(text, finder, chains):
        while chain and chain.end <= start:
            tokens.append(Token(chain.start, chain.end, AGENCY, chain))
            chain = next(waiting, None)
        word = values[index]
        if word is None or (chain and end > chain.start):
            continue
        check = word.check
        if check == "having":
            if not text.startswith(("的", "期间", "资格", "条件", "期满"), end):  # 享受低保: a verb
                index, _, length = next(iter(finder.matches(text[start : start + 2])))
                word, end = values[index] or word, start + length
            check = ""
        at_edge = check == "edge" and (edges[start] or edges[end])
        if at_edge or not check or (check != "edge" and passes(word, start, end, chain, tokens)):
            tokens.append(Token(start, end, word))
            if word.parts:
                tokens[-1].end = end - len(BY.text)
                tokens.append(Token(end - len(BY.text), end, BY))
    while chain:
        tokens.append(Token(chain.start, chain.end, AGENCY, chain))
        chain = next(waiting, None)
    return tokens


def _matches(text: str, finder: Finder[Word], chains: tuple[Chain, ...]) -> Iterator[tuple[int, int, int]]:
    """Words in the text; one that the end of a body's name cuts (联合会审, of 联合会) gives way to those behind it."""
    waiting = iter(chains)
    chain = next(waiting, None)
    reached = 0
    for index, start, end in finder.matches(text):
        while chain and chain.end <= start:
            chain = next(waiting, None)
        if start < reached:
            continue
        if chain is None or not chain.start <= start < chain.end < end:
            yield index, start, end
            continue
        for inner, left, right in finder.matches(text[chain.end : chain.end + _LONGEST]):
            if chain.end + left >= end:
                break
            reached = chain.end + right
            yield inner, chain.end + left, reached


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
        if self.text[at] == "对" and (behind or self.text[at - 1 : at] in _OPENS) and _ABOUT.match(self.text, at):
            return True  # 对患大病的群众给予救助: the segmenter sees 对患
        if self.text[at] == "可" and self.text[at - 1] in _STOPS:
            return _MAY.match(self.text, at) is not None  # …后，可委托X: the segmenter sees 可委托
        if self.text.startswith(_MAY_CHANGE, at):
            return True  # 期限可延长至3年
        if self.text[at] == "由" and (self.text[at - 1 : at] in _MONEY or self.text[at + 1 : at + 2] in _BEHIND_BY):
            return True  # 褒扬金由X发放: the segmenter sees 金由
        if self.text[at] == "向" and self.text[at - 2 : at] in _WITHIN:
            return True  # 5日内向社会公布: the segmenter sees 内向
        return bool((self.edges[at] or behind) and self.edges[at + 1])
