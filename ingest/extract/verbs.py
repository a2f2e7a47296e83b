"""The verbs of a comma piece: a small left-to-right analyser of administrative Chinese.

Behind the subject it walks over prepositional phrases (由, 向, 对, 将, 按照 …; `phrases.py`), control verbs, content
verbs and their objects; 并 opens the next verb. The outermost verb decides the role, the innermost the function.
Verbs in a relative clause (…的家庭) or behind a causing verb (指导X提供Y) are passed over.
"""

from __future__ import annotations

import re
from itertools import pairwise

from ingest.extract.agencies import Body, Chain
from ingest.extract.functions import LIGHT, head_functions, object_functions
from ingest.extract.phrases import Phrases
from ingest.extract.pieces import WITH, Piece, after_de, open_piece
from ingest.extract.segments import Segment
from ingest.grammar import Token
from kg.model import Role
from ontology.lexemes import OBJECT, Lexeme

_APPROVE = re.compile(
    r"审批|批准|核准|审定|决定|确认|审核|审查|列入|纳入|核定|同意|评审|认定|核实|复核|核查|处理|解决|裁决|确定|办理|备案审查|作出"
)
_TELLING = frozenset(("告知", "通知", "通报", "抄送", "抄报", "反馈", "反馈给", "报告", "汇报", "推送"))
_REFERRING = frozenset(("报", "报请", "提请", "报经", "呈报", "送"))
_ASKING = frozenset(("提交", "提请"))
_CONFERENCES = frozenset(("leading-group", "leading-office"))
_SENDING = frozenset(("报送", "提交", "移送", "移交", "送交", "转交", "转送", "递交"))
_HANDING = frozenset(("转", "转交", "转送", "移交", "送交", "交", "转至", "移送", "转办", "分转", "转介"))
_CAUSATIVE = frozenset(("组织", "组织协调", "协调"))
_SERVING = frozenset(("提供", "进行", "开展", "办理", "参加", "参与", "从事"))
_MONEY = re.compile(r"款|资金|基金|经费|捐赠|费用|捐助|罚没|资助|保障金|公益金|补助金|专项|收益|收入|债券|财产|贷款|税收")
_INSURED = re.compile(r"[^，。；]{0,24}(?:保险|医保|合作医疗|考试|升学)")  # joining these helps nobody's work
_OUTCOME_NOUN = re.compile(r"(?:的|工作|等|、|和|及|与|以及|活动|事宜|事项|任务|$)")
_REACH = 14
_FAR = 120  # characters back to the money that is spent


def read_piece(text: str, segment: Segment, tokens: list[Token], topic: str = "") -> Piece:
    """Read one segment; `tokens` are those that lie in it, `topic` what the sentence spoke of before."""
    piece, first = open_piece(text, segment, tokens, topic)
    if first < len(tokens):
        _Verbs(text, piece, tokens).run(first)
    return piece


class _Verbs(Phrases):
    """The walk over a piece behind its subject."""

    def run(self, at: int) -> None:
        """Read to the end of the piece."""
        while at < len(self.tokens):
            token = self.tokens[at]
            if token.kind == "prep":
                at = self.preposition(at)
            elif token.text in WITH and self.beside(at):
                at = self.partner(at)
            elif token.kind == "role":
                at = self._role(at)
            elif token.kind == "verb" and not self.relative(at) and not self._noun_of(at):
                at = self._verb(at)
            else:
                at += 1
        self.close()

    def _noun_of(self, at: int) -> bool:
        """Whether the verb is a noun that 的 ties to what stands before (应受害者的请求作出…), another verb being the head."""
        return after_de(self.text, self.tokens[at]) and any(t.kind == "verb" for t in self.tokens[at + 1 :])

    # -- words that decide a role --------------------------------------------------------------------------------

    def _role(self, at: int) -> int:
        token = self.tokens[at]
        if token.text == "参加" and _INSURED.match(self.text, token.end, self.end):
            self.step.said = True
            return at + 1
        manner = token.word.role.manner if token.word.role else token.word.value
        if manner in ("assist", "participate"):
            return self._helping(at, Role.ASSIST if manner == "assist" else Role.PARTICIPATE)
        if manner == "refer":
            return self._refer(at)
        target = self.chain_at(at)
        chain = self.tokens[target].chain if target is not None else None
        if target is None or chain is None or (manner == "joint" and not chain.sure):
            return at + 1
        if manner == "entrusted":
            self.step.by = chain.bodies
        else:
            self.add(chain, {"joint": Role.JOINT, "entrust": Role.DELEGATE}.get(manner, Role.LEAD))
        return target + 1

    def _helping(self, at: int, role: Role) -> int:
        """协助, 配合 (X) 做…: the subject helps, X leads."""
        if self.step.functions:
            self.next_step(self.tokens[at].start)
        weaker = role is Role.ASSIST and self.step.role is Role.PARTICIPATE
        entrusted = any(r is Role.DELEGATE for _, r in self.step.others)  # 委托X协助…: X helps
        if weaker or (self.step.role is Role.LEAD and not self.step.light and not entrusted):
            self.step.role = role
        self.step.light = True
        target = self.chain_at(at)
        if role is Role.ASSIST and target is not None:
            self.add(self.tokens[target].chain, Role.LEAD)
            self.step.hands_on = not any(t.kind in ("verb", "role") for t in self.tokens[target + 1 :])
            return target + 1
        if at + 1 >= len(self.tokens) and self.end - self.tokens[at].end <= 2:
            self.step.aids = True
        return at + 1 if self._phrase_follows(at) else self._noun_object(at)

    def _refer(self, at: int) -> int:
        """报X审批 (X decides), 报送X, 转交X (X is told)."""
        token = self.tokens[at]
        target = self.chain_at(at, _REACH)
        if target is None and token.text in _REFERRING and self._approved(at):
            self.next_step(token.start).elsewhere = True  # 报组长审定
            return at + 1
        if target is None:
            return self._verb(at) if token.word.lexeme else at + 1
        chain = self.tokens[target].chain
        verb = self.tokens[target + 1] if target + 1 < len(self.tokens) else None
        if verb is not None and verb.word.lexeme and token.text not in _TELLING and _APPROVE.search(verb.text):
            self._hand_up(token, chain)
            step = self.next_step(token.start)
            step.by, step.passes = chain.bodies if chain else (), True
            step.functions |= dict.fromkeys(
                object_functions(verb.word.lexeme, self.text, self.tokens[target + 2 :], verb.end, self.end)
            )
            return self._skip_to_and(target + 2)
        if token.text in _ASKING and chain is not None and any(_CONFERENCES.intersection(b.ids) for b in chain.bodies):
            self.step.functions["coordinate"] = None
        elif token.text in _ASKING and verb is not None and verb.word.lexeme:
            self.step.functions |= dict.fromkeys(verb.word.lexeme.functions)
        else:
            self.step.functions |= dict.fromkeys(self._told(token, chain.bodies if chain else ()))
        self.add(chain, Role.RECIPIENT)
        return self._skip_to_and(target + 1)

    def _hand_up(self, token: Token, chain: Chain | None) -> None:
        """由A将材料报送B审核: A informs B, and B decides; 由A报B审批 speaks of B alone."""
        if not self.step.by or self.step.functions or self.step.light or self.step.others:
            return
        if token.text in _SENDING:
            self.step.functions["inform"] = None
            self.add(chain, Role.RECIPIENT)
        else:
            self.step.by = ()

    def _approved(self, at: int) -> bool:
        """Whether a verb of deciding follows closely."""
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        near = following is not None and 0 < following.start - self.tokens[at].end <= 10
        return near and following is not None and bool(_APPROVE.search(following.text))

    def _told(self, token: Token, bodies: tuple[Body, ...]) -> tuple[str, ...]:
        """What handing to a body is: an application is accepted, money is fund work, the rest information."""
        words = self.piece.topic_words + self.text[self.piece.segment.start : token.start]
        if token.text in _HANDING and "申请" in words:
            return ("accept",)
        if token.text in _HANDING and (_MONEY.search(words) or "finance" in {i for b in bodies for i in b.ids}):
            return ("fund",)
        return token.word.lexeme.functions if token.word.lexeme else ("inform",)

    # -- verbs ---------------------------------------------------------------------------------------------------

    def _verb(self, at: int) -> int:
        token = self.tokens[at]
        lexeme = token.word.lexeme
        if lexeme is None or lexeme.manner == "noun":
            return at + 1
        if token.word.role and self._decides_role(at, token.word.role.manner):
            return self._role(at)
        if token.text in _TELLING and (sent := self._sent_to(at)):
            self.add(sent, Role.RECIPIENT)
            self.step.functions |= dict.fromkeys(lexeme.functions)
            return self._skip_to_and(at + 1)
        if lexeme.manner == "spending":
            return self._spend(at)
        if lexeme.manner in LIGHT or self._makes_others_act(at):
            return self._light(at)
        stop = self._object_end(at)
        if lexeme.manner == "plain":
            return self._plain(token, lexeme, stop)
        start, inside, end = self._object_of(at, stop)
        gives = object_functions(lexeme, self.text, inside, start, end, self.piece.topic_words)
        if gives == (OBJECT,):
            gives, self.step.light = (), True
        if lexeme.manner == "object" and not gives:
            self.step.hollow = self.step.light = True
        self.step.functions |= dict.fromkeys(gives)
        self._watched(at, gives)
        if lexeme.manner != "causing":
            return stop
        self.step.open = not any(t.kind in ("verb", "role") for t in self.tokens[at + 1 :])
        return self._skip_to_and(at + 1)

    def _spend(self, at: int) -> int:
        """资金用于…: what the money is for is no work of its own."""
        here = self.tokens[at].start
        since = max(self.text.rfind(mark, max(0, here - _FAR), here) for mark in "。；\n") + 1
        if not _MONEY.search(self.piece.topic_words + self.text[max(since, here - _FAR) : here]):
            return at + 1
        self.step.functions["fund"] = None
        return self._skip_to_and(at + 1)

    def _plain(self, token: Token, lexeme: Lexeme, stop: int) -> int:
        """A verb without work of its own: what its object says, if anything."""
        self.step.said = True
        words = self.text[token.end : self._offset(stop)]
        self.step.functions |= dict.fromkeys(lexeme.frames.at_end(words) or lexeme.frames.within(words) or ())
        return stop

    def _object_of(self, at: int, stop: int) -> tuple[int, list[Token], int]:
        """Start, tokens and end of a verb's object; one right before 和 shares that of the verb behind (规范和完善政策)."""
        beside = self._verb_behind(at)
        if beside is None or stop != at + 1:
            return self.tokens[at].end, self.tokens[at + 1 : stop], self._offset(stop)
        stop = self._object_end(beside)
        return self.tokens[beside].end, self.tokens[beside + 1 : stop], self._offset(stop)

    def _verb_behind(self, at: int) -> int | None:
        """Index of the verb that 和 joins to the one at `at`, with an object behind it."""
        if at + 2 >= len(self.tokens):
            return None
        here, link, verb = self.tokens[at : at + 3]
        adjacent = here.end == link.start and link.end == verb.start
        if not adjacent or link.kind != "and" or verb.kind != "verb" or verb.word.value == "noun":
            return None
        return None if _OUTCOME_NOUN.match(self.text[verb.end : self.end]) else at + 2

    def _sent_to(self, at: int) -> Chain | None:
        """告知其向X求助: the body somebody is sent to."""
        for i in range(at + 1, len(self.tokens)):
            token = self.tokens[i]
            if token.kind == "prep" and token.word.value == "to":
                target = self.chain_at(i)
                return self.tokens[target].chain if target is not None else None
            if token.kind in ("verb", "role"):
                return None
        return None

    def _decides_role(self, at: int, manner: str) -> bool:
        """Whether a word that is a verb as well stands for its role: before an agency, or (协同) before a verb."""
        if self.chain_at(at, _REACH if manner == "refer" else 4) is not None:
            return True
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        return manner == "assist" and following is not None and following.kind == "verb" and self._close_to(at, 2)

    def _close_to(self, at: int, reach: int) -> bool:
        return self.tokens[at + 1].start - self.tokens[at].end <= reach

    def _makes_others_act(self, at: int) -> bool:
        """协调新闻媒体做好…: what the others do is the work."""
        token = self.tokens[at]
        return token.text in _CAUSATIVE and bool(
            re.match(r"[^，。；]{0,16}(?:媒体|报刊|电视|网络)", self.text[token.end :])
        )

    def _watched(self, at: int, gives: tuple[str, ...]) -> None:
        """The body behind or before a verb of watching is its recipient (监督X, 对X进行检查)."""
        if not {"supervise", "guide", "sanction", "audit"} & set(gives):
            return
        near = self.chain_at(at, 3)
        chain = self.tokens[near].chain if near is not None else self.about
        if chain is not None and self.text[chain.end : chain.end + 1] not in ("的", "、"):
            self.add(chain, Role.RECIPIENT)
        self.about = None

    def _light(self, at: int) -> int:
        """负责, 做好…: what the object says, else the verb's own work."""
        self.step.light = True
        if self._phrase_follows(at):
            self._helpers(at)
            return at + 1
        beside = self._verb_behind(at)
        if beside is not None and self.tokens[beside].word.lexeme:
            return beside  # 规范和完善政策
        self.step.carries = self.step.carries or self.tokens[at].word.value == "light"
        return self._noun_object(at)

    def _helpers(self, at: int) -> None:
        """组织X做Y: X does it as well."""
        following = self.tokens[at + 1]
        if self.tokens[at].text == "组织" and following.chain is not None:
            self.add(following.chain, Role.LEAD)

    def _phrase_follows(self, at: int) -> bool:
        """Whether what follows is a verb phrase of its own (负责制定…, 组织对…进行…)."""
        if at + 1 >= len(self.tokens):
            return False
        token, following = self.tokens[at], self.tokens[at + 1]
        if following.start - token.end > 4 or "的" in self.text[token.end : following.start]:
            return False
        if following.kind in ("prep", "role"):
            value = following.word.value
            return value != "with" and (value != "on" or self.head(at + 1) < len(self.tokens))
        if following.kind == "agency":
            behind = self.tokens[at + 2].kind if at + 2 < len(self.tokens) else ""
            return token.text in _CAUSATIVE and behind in ("prep", "verb")
        if following.kind == "name" and token.text in _CAUSATIVE:
            return any(t.kind == "verb" and t.text in _SERVING for t in self.tokens[at + 2 :])
        if following.kind != "verb":
            return False
        if _OUTCOME_NOUN.match(self.text[following.end : self.end]):
            return False
        return token.word.value != "nominal" or not self._noun_at_end(at)

    def _noun_at_end(self, at: int) -> bool:
        """Whether what follows closes with an action noun behind 的 (保障权益的宣传教育活动)."""
        inside = self.tokens[at + 1 : self._object_end(at)]
        behind = max((t.end for t in inside if t.kind == "de"), default=0)
        end = inside[-1].end if inside else 0
        return bool(behind) and bool(head_functions(self.text, inside, behind, max(end, behind)))

    def _noun_object(self, at: int) -> int:
        token = self.tokens[at]
        stop = self._object_end(at)
        end = self._offset(stop)
        inside = self.tokens[at + 1 : stop]
        gives = self._framed(token, inside, end) or head_functions(self.text, inside, token.end, end)
        self.step.functions |= dict.fromkeys(gives)
        if self.about is None:
            self._watched_in(inside, gives)
        else:
            self._watched(at, gives)
        return stop

    def _framed(self, token: Token, inside: list[Token], end: int) -> tuple[str, ...]:
        """Functions that the frames of a light verb give for its object; none where no frame fits."""
        lexeme = token.word.lexeme
        if lexeme is None or lexeme.frames.within(self.text[token.end : end]) is None:
            return ()
        return object_functions(lexeme, self.text, inside, token.end, end)

    def _watched_in(self, tokens: list[Token], gives: tuple[str, ...]) -> None:
        """加强对X的监管: X is the one supervised."""
        if not {"supervise", "guide", "audit"} & set(gives):
            return
        for token, following in pairwise(tokens):
            chain: Chain | None = following.chain
            if token.kind == "prep" and token.word.value == "on" and chain and self.text[chain.end] == "的":
                self.add(chain, Role.RECIPIENT)

    def _offset(self, at: int) -> int:
        """Where token `at` starts; the end of the piece behind the last."""
        return self.tokens[at].start if at < len(self.tokens) else self.end

    # -- where an object ends ------------------------------------------------------------------------------------

    def _object_end(self, at: int) -> int:
        """Index of the token where the object of verb `at` ends: 并, or a verb beside this one (审核、公示)."""
        for i in range(at + 1, len(self.tokens)):
            if self._ends_object(at, i):
                return i
        return len(self.tokens)

    def _ends_object(self, at: int, i: int) -> bool:
        token = self.tokens[i]
        following = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        if token.kind == "and":
            return token.word.value == "verbal" or self._verb_beside(at, i, following)
        if token.kind == "role" and token.word.value in ("refer", "joint"):
            return following is not None and following.kind == "agency"
        if token.kind == "verb" and token.word.role and token.word.role.manner == "refer":
            return following is not None and following.kind == "agency"
        if token.kind == "verb":
            return self.serial(i)
        return token.kind == "prep" and token.word.value == "by"

    def _verb_beside(self, at: int, i: int, following: Token | None) -> bool:
        token, verb = self.tokens[i], self.tokens[at]
        if i != at + 1 or token.start != verb.end or following is None or verb.word.value in LIGHT:
            return False
        return following.kind in ("verb", "role") and following.start - token.end <= 2

    def _skip_to_and(self, at: int) -> int:
        """Index of the next 并, or of the coordination right behind the verb just read."""
        for i in range(at, len(self.tokens)):
            token = self.tokens[i]
            if token.kind == "and" and token.word.value == "verbal":
                return i
            beside = i == at and token.kind == "and" and self.tokens[i - 1].end == token.start
            if beside and i + 1 < len(self.tokens) and self.tokens[i + 1].kind == "verb":
                return i
        return len(self.tokens)
