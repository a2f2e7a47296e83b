"""The verbs of a comma piece: a small left-to-right analyser of administrative Chinese.

Behind the subject it walks over prepositional phrases (由, 向, 对, 将 …; `phrases.py`), words of handing over
(`handing.py`), control verbs (`controlling.py`), content verbs and their objects (`objects.py`); 并 opens the next
verb. The outermost verb decides the role, the innermost the function. Verbs in a relative clause (…的家庭) or behind a
causing verb (指导X提供Y) are passed over.
"""

from __future__ import annotations

import re

from ingest.extract.acts.controlling import Controlling
from ingest.extract.acts.functions import LIGHT, lexeme_functions, object_functions
from ingest.extract.acts.handing import MONEY, REACH, SETTLING, TELLING, pays_out
from ingest.extract.acts.pieces import Piece
from ingest.extract.acts.segments import Segment
from ingest.extract.acts.subjects import WITH, open_piece
from ingest.extract.acts.watching import WATCHING_OVER
from ingest.grammar import Token, after_de
from kg.enums import Role
from ontology.lexemes import OBJECT, Lexeme

_ORDERING = ("责令", "责成", "指定", "安排")
_ASKED = frozenset(("受", "接受", "根据", "按照", "依照", "应", "依据", "经"))
_ALL_ALONG = ("会同", "联合")  # right behind the marker: partners in all that the sentence orders
_PAYEE = re.compile(r"(?:给|到|至|于|予)?(?:其|各|有关|相关|所在地?|当地|同级|上述|以上|该)*")
_HELPING = ("assist", "participate")
_APPLYING = ("申请", "请求")
_DISPUTED = re.compile(r"争议|异议|不服")
_REFUSING = "拒绝"
_MOVING = frozenset(("提高", "降低", "调整", "扩大", "放宽", "增加", "拓展", "扩展"))  # 将标准提高到…
_FAR = 120  # characters back to the money that is spent


def read_piece(text: str, segment: Segment, tokens: list[Token], topic: str = "") -> Piece:
    """Read one segment; `tokens` are those that lie in it, `topic` what the sentence spoke of before."""
    piece, first = open_piece(text, segment, tokens, topic)
    if first < len(tokens):
        _Verbs(text, piece, tokens).run(first)
    return piece


class _Verbs(Controlling):
    """The walk over a piece behind its subject."""

    def run(self, at: int) -> None:
        """Read to the end of the piece."""
        while at < len(self.tokens):
            token = self.tokens[at]
            if token.text in _ASKED and (asking := self.on_behalf(at)) is not None:
                at = asking + 1
            elif token.kind == "prep":
                at = self.preposition(at)
            elif token.kind == "marker" and token.text.endswith("由"):
                at = self.by(at)  # 可由X…
            elif token.text in WITH and self.beside(at):
                at = self.partner(at)
            elif token.kind == "role":
                at = at + 1 if self._describes(at) else self._role(at)
            elif token.kind == "verb" and not self.relative(at) and not self._noun_of(at):
                at = self._verb(at)
            elif token.chain is not None and self.step.functions and self.takes_over(at):
                self.next_step(token.start).by = token.chain.bodies
                at += 1
            else:
                at += 1
        self.close()

    def _describes(self, at: int) -> bool:
        """方便残疾人参加的场所: whether a word of helping only describes what follows."""
        role = self.tokens[at].word.role
        return role is not None and role.manner in _HELPING and self.relative(at)

    def _noun_of(self, at: int) -> bool:
        """Whether the verb is a noun behind 的 (应受害者的请求作出…), another verb being the head."""
        return after_de(self.text, self.tokens[at]) and any(t.kind == "verb" for t in self.tokens[at + 1 :])

    # -- words that decide a role --------------------------------------------------------------------------------

    def _role(self, at: int) -> int:
        token = self.tokens[at]
        if token.text == "参加" and self.joins_in(at):
            return at + 1
        manner = token.word.role.manner if token.word.role else token.word.value
        if manner in ("assist", "participate"):
            return self.helping(at, Role.ASSIST if manner == "assist" else Role.PARTICIPATE)
        if manner == "refer":
            return self._verb(at) if self.says_itself(at) else self.refer(at)
        target = self.chain_at(at)
        if target is None and manner == "entrust":
            target = self.described(at)
        chain = self.tokens[target].chain if target is not None else None
        if target is None or chain is None or (manner == "joint" and self.loose(chain)):
            return at + 1
        if manner == "seat":
            return self.seat(at, chain, target)
        if manner == "entrusted":
            self.step.by = chain.bodies
        else:
            self.step.together = token.text in _ALL_ALONG and at > 0 and self.tokens[at - 1].kind == "marker"
            self.step.functions |= dict.fromkeys(self.handed_down(at, manner))
            self.add(chain, {"joint": Role.JOINT, "entrust": Role.DELEGATE}.get(manner, Role.LEAD))
        return target + 1

    def _decides_role(self, at: int, manner: str) -> bool:
        """Whether a word that is a verb as well stands for its role: before an agency, or (协同) before a verb."""
        if self.chain_at(at, REACH if manner == "refer" else 4) is not None:
            return True
        if manner == "refer" and self.tokens[at].text in TELLING and self.far_away(at) is not None:
            return True
        if manner != "assist" or at + 1 == len(self.tokens):  # A协同
            whole = (self.piece.subject_end, self.end) == (self.tokens[at].start, self.tokens[at].end)
            return manner == "assist" and whole and len(self.piece.subject) == 1
        following = self.tokens[at + 1]
        return following.kind == "verb" and following.start - self.tokens[at].end <= 2

    # -- verbs ---------------------------------------------------------------------------------------------------

    def _verb(self, at: int) -> int:
        token = self.tokens[at]
        lexeme = token.word.lexeme
        if lexeme is None or lexeme.manner == "noun" or self.only_qualifies(at):
            return at + 1
        if token.word.role and self._decides_role(at, token.word.role.manner):
            return self._role(at)
        if token.text in _APPLYING and (asked := self._asked_to_settle(at)) is not None:
            return asked
        if token.text in TELLING and (sent := self.sent_to(at)):
            self.add(sent, Role.RECIPIENT)
            self.step.functions |= dict.fromkeys(lexeme.functions)
            return self.skip_to_and(at + 1)
        if lexeme.manner == "spending":
            return self._spend(at)
        if lexeme.manner in LIGHT or self.makes_others_act(at):
            return self.light(at)
        return self._with_object(at, token, lexeme)

    def _with_object(self, at: int, token: Token, lexeme: Lexeme) -> int:
        """A verb whose object, or the verb alone, says what is done; index of what follows."""
        stop = self.object_end(at)
        if self.asked_to_tell(at):
            self.step.functions["inform"] = None
            return stop
        if lexeme.manner == "plain":
            watched = self._submits(at) if token.text.endswith("接受") else None
            return self._plain(token, lexeme, stop) if watched is None else watched
        if token.text in _ORDERING and (told := self._told_to_act(at)) is not None:
            return told
        start, inside, end = self.object_of(at, stop)
        end, more = self.nouns_behind(at, inside, end)
        inside = [t for t in inside if t.end <= end] if more else inside
        gives = object_functions(lexeme, self.text, inside, start, end, self.piece.topic_words)
        if lexeme.manner == "demanding" and not self._orders(at):
            gives = lexeme.frames.at_end(self.text[token.end : end]) or ()  # 要求其补充材料
        if self.taken and token.text in _MOVING:
            gives = lexeme.frames.at_end(self.taken) or gives
        if gives == (OBJECT,):
            gives, self.step.light = (), True
        if lexeme.manner == "object" and not gives:
            self.step.hollow = self.step.light = True
        self.step.functions |= dict.fromkeys((*gives, *more))
        self.watched(at, gives)
        self._paid(token)
        if lexeme.manner not in ("causing", "demanding"):
            return stop
        self.step.open = not any(t.kind in ("verb", "role") for t in self.tokens[at + 1 :])
        return self.skip_to_and(at + 1)

    def _asked_to_settle(self, at: int) -> int | None:
        """申请X处理: X is asked, and index of what follows; `None` where no agency is asked for anything."""
        target = self.chain_at(at, 2)
        if target is None or target + 1 >= len(self.tokens) or not SETTLING.search(self.tokens[target + 1].text):
            return None
        self.goal = self.tokens[target].chain
        since = self.text.rfind("。", 0, self.tokens[at].start) + 1
        disputed = _DISPUTED.search(self.text, max(since, self.tokens[at].start - _FAR), self.tokens[at].start)
        self.step.functions["appeal" if disputed else "accept"] = None
        return target + 2

    def _orders(self, at: int) -> bool:
        """Whether an agency demands something of another; not people of an agency (有权要求有关部门处理)."""
        allowed = self.piece.person or (not self.piece.subject and self.piece.marker in ("right", "permission"))
        return not allowed and self.chain_at(at, 3) is not None

    def _told_to_act(self, at: int) -> int | None:
        """责令X提供Y: both have to see to it; `None` where what X has to do is put a violation right."""
        target = self.chain_at(at, 3)
        if target is None or target + 1 >= len(self.tokens):
            return None
        lexeme = self.tokens[target + 1].word.lexeme
        if self.tokens[target + 1].kind == "prep" and (head := self.head(target + 1)) < len(self.tokens):
            lexeme = self.tokens[head].word.lexeme  # 责成X对Y进行Z
        order, told = self.tokens[at].word.lexeme, self.text[self.tokens[target].end : self.end]
        if lexeme is None or not lexeme.functions or "sanction" in lexeme.functions:
            return None
        if lexeme_functions(order or lexeme, told) in (("sanction",), ("fund",)):
            return None
        self.step.light = True
        self.add(self.tokens[target].chain, Role.LEAD)
        return target + 1

    def _spend(self, at: int) -> int:
        """资金用于…: what the money is for is no work of its own."""
        here = self.tokens[at].start
        since = max(self.text.rfind(mark, max(0, here - _FAR), here) for mark in "。；\n") + 1
        if not MONEY.search(self.piece.topic_words + self.text[max(since, here - _FAR) : here]):
            return at + 1
        self.step.functions["fund"] = None
        self._paid(self.tokens[at])
        return self.skip_to_and(at + 1)

    def _paid(self, verb: Token) -> None:
        """将资金拨付给X, 支付到X: the body that money goes to."""
        if not pays_out(verb.text):
            return
        payee = next((t for t in self.tokens if t.chain is not None and t.start >= verb.end), None)
        if payee is None or not _PAYEE.fullmatch(self.text, verb.end, payee.start):
            return
        if "的" not in self.text[payee.end : self.end]:
            self.add(payee.chain, Role.RECIPIENT)

    def _submits(self, at: int) -> int | None:
        """接受X的指导、监督: X watches, and index of what follows; `None` where no agency is named."""
        target = self.chain_at(at, 4)
        chain = self.tokens[target].chain if target is not None else None
        if target is None or chain is None:
            return None
        stop = target + 1
        gives: dict[str, None] = {}
        while stop < len(self.tokens) and self.tokens[stop].kind in ("verb", "and", "de"):
            lexeme = self.tokens[stop].word.lexeme
            gives |= dict.fromkeys(f for f in (lexeme.functions if lexeme else ()) if f in WATCHING_OVER)
            stop += 1
        if not gives or self.tokens[target + 1].start - chain.end > 4:
            return None
        step = self.next_step(self.tokens[at].start)
        step.by, step.passes, step.submits = chain.bodies, True, True
        step.functions |= gives
        return stop

    def _plain(self, token: Token, lexeme: Lexeme, stop: int) -> int:
        """A verb without work of its own: what its object says, if anything (不得拒绝受理: accepting)."""
        self.step.said = True
        following = next((i for i, t in enumerate(self.tokens) if t.start == token.end), None)
        if token.text == _REFUSING and following is not None and self.tokens[following].kind == "verb":
            return following
        words = self.text[token.end : self.offset(stop)]
        self.step.functions |= dict.fromkeys(lexeme.frames.of_object(words))
        return stop
