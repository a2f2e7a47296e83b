"""The object of a verb: what work its head speaks of, and which body in it is watched."""

from __future__ import annotations

import re
from itertools import pairwise

from ingest.extract.acts.functions import LIGHT, head_functions, object_functions, uncounted
from ingest.extract.acts.in_turn import OUTCOME_NOUN
from ingest.extract.acts.object_ends import ObjectEnds
from ingest.extract.acts.subject_zone import NOMINAL
from ingest.grammar import Token, after_de
from ontology.lexemes import OBJECT

_FIELD_OF = re.compile(
    r"(?:行业|协会|需求|典型|市场|产业|工作人员|从业人员|专业人员|人员|人才|标杆|品牌|示范|热线|窗口|大厅|网点|电话)"
)
_FINE = re.compile(r"[^，。；]{1,40}罚款$")
_DONE_FIRST = re.compile(r"(?:完成)?(?:之|以)?后(?:应当?|要)?(?:及时|立即|尽快|按规定|再)")
_PEOPLE_END = "象员长众民工生人者户"
_LEADING_IN = ("负责", "承担", "做好")
_IN_LIST = re.compile(r"[、和与及]|以及|等?工作|等?$|[，。；]")


class Objects(ObjectEnds):
    """Reading of objects."""

    def only_qualifies(self, at: int) -> bool:
        """康复服务行业协会; 救助后及时补办; 处骗取金额…的罚款: a verb that names a field, what came first, or a sum."""
        token = self.tokens[at]
        functions = token.word.lexeme.functions if token.word.lexeme else ()
        if token.word.value == "plain" and self.text.endswith("处", 0, token.start):
            return _FINE.match(self.text, token.end, self.end) is not None
        if token.text == "代表" and self.text[token.start - 1] in _PEOPLE_END:
            return True  # 供养对象代表
        if functions == ("service",):
            return token.text.endswith("服务") and _FIELD_OF.match(self.text, token.end, self.end) is not None
        done = functions == ("implement",) and _DONE_FIRST.match(self.text, token.end, self.end) is not None
        return done and at + 1 < len(self.tokens)

    def noun_at_end(self, at: int) -> bool:
        """Whether what follows closes with an action noun behind 的 (保障权益的宣传教育活动)."""
        inside = self.tokens[at + 1 : self.object_end(at)]
        behind = max((t.end for t in inside if t.kind == "de"), default=0)
        end = inside[-1].end if inside else 0
        return bool(behind) and bool(head_functions(self.text, inside, behind, max(end, behind)))

    def nouns_behind(self, at: int, inside: list[Token], end: int) -> tuple[int, tuple[str, ...]]:
        """负责发放证件、过程的检查和资金的审核等工作: where the object of a verb in a list of work ends, and the rest.

        The work that the nouns behind it name; `end` and none where nothing but its object follows.
        """
        led = any(t.text.endswith(_LEADING_IN) for t in self.tokens[:at]) and not after_de(self.text, self.tokens[at])
        for i, token in enumerate(inside if led else ()):
            if token.text == "、" and self._names_work_of(inside[i + 1 :], end):
                return token.start, head_functions(self.text, inside[i + 1 :], token.end, end)
        return end, ()

    def _names_work_of(self, behind: list[Token], end: int) -> bool:
        """Whether words behind 、 open with X的V, in a list that closes there or goes on."""
        says = (t for t in behind if t.kind in ("verb", "and", "role", "prep"))
        verb = next((t for t in says if not NOMINAL.match(self.text, t.end, end)), None)
        named = verb is not None and verb.kind == "verb" and after_de(self.text, verb)
        return named and verb is not None and _IN_LIST.match(self.text, verb.end, end + 1) is not None

    def only_nouns(self, at: int) -> bool:
        """Whether what follows is a run of action nouns that closes with one (加强资金使用绩效评价和监督检查)."""
        inside = self.tokens[at + 1 : self.object_end(at)]
        plain = all(t.kind in ("verb", "and", "name") and t.word.value not in LIGHT for t in inside)
        return plain and len(inside) > 1 and bool(head_functions(self.text, inside, inside[0].start, self.end))

    def owned_nouns(self, at: int) -> bool:
        """Whether a phrase closes with action nouns that 的 gives to what it is about (对X的管理和监督)."""
        closed = max((i for i, t in enumerate(self.tokens) if t.kind == "de" and i > at), default=len(self.tokens))
        nouns = self.tokens[closed + 1 :]
        if (
            not nouns
            or (len(nouns) < 3 and not self._in_a_noun(at, closed))
            or nouns[0].start != self.tokens[closed].end
        ):
            return False
        joined = all(a.end == b.start and (a.kind == "and") != (b.kind == "and") for a, b in pairwise(nouns))
        plain = all(t.kind == "verb" or (t.kind == "and" and t.word.value == "any") for t in nouns)
        return joined and plain and OUTCOME_NOUN.match(self.text, nouns[-1].end, self.end) is not None

    def _in_a_noun(self, at: int, closed: int) -> bool:
        """对资金发放情况的监督检查: whether the only verb before 的 is part of what the phrase is about."""
        head = self.head(at)
        return head < closed and NOMINAL.match(self.text, self.tokens[head].end, self.end) is not None

    def noun_object(self, at: int) -> int:
        """Read the object of a light verb; the index behind it."""
        token = self.tokens[at]
        stop = self.object_end(at)
        end = self.offset(stop)
        inside = self.tokens[at + 1 : stop]
        framed = self._framed(token, inside, end) if token.end < end else self._framed_by_topic(token)
        if framed == ():
            self.step.light, self.step.said = False, True  # 给予表彰: no work at all
            return stop
        start = self.behind_description(token, inside)
        gives = framed or self._of_matter(inside) or head_functions(self.text, inside, start, end)
        self.step.functions |= dict.fromkeys(gives)
        if self.about is None:
            self._watched_in(inside, gives)
        else:
            self.watched(at, gives)
        return stop

    def _of_matter(self, inside: list[Token]) -> tuple[str, ...] | None:
        """对工作情况进行抽查: what the only verb of the object is where it is about the matter behind 对."""
        matter, self.matter = self.matter, ""
        lexeme = inside[0].word.lexeme if matter and len(inside) == 1 else None
        if lexeme is None or lexeme.manner != "content" or inside[0].end < self.end:
            return None
        if "advise" in lexeme.functions:
            return None  # 对问题进行调查研究
        return lexeme.frames.at_end(matter)

    def _framed(self, token: Token, inside: list[Token], end: int) -> tuple[str, ...] | None:
        """Functions that the frames of a light verb give for its object; `None` where no frame fits."""
        lexeme = token.word.lexeme
        words = uncounted(self.text[token.end : end].rstrip("。；，、 "))
        if lexeme is None or (lexeme.frames.within(words) is None and lexeme.frames.at_end(words) is None):
            return None
        gives = object_functions(lexeme, self.text, inside, token.end, end)
        return None if gives == (OBJECT,) else gives

    def _framed_by_topic(self, token: Token) -> tuple[str, ...] | None:
        """Functions that what the piece is about gives a light verb without object (结算办法由…明确)."""
        lexeme = token.word.lexeme
        return lexeme.frames.at_end(self.piece.topic_words) if lexeme is not None and lexeme.frames else None
