"""One comma piece of a sentence as steps: who is its subject, which verbs does it say, and of whom.

A small left-to-right analyser of administrative Chinese: subject, marker of modality, prepositional phrases (由, 向,
对, 将, 按照 …), control verb, content verb, object; 并 opens the next verb. Verbs inside a relative clause (…的家庭)
or behind a causing verb (指导X提供Y) are passed over. What one piece hands to the next is `acts.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.extract.agencies import Body, Chain
from ingest.extract.functions import head_functions, object_functions
from ingest.extract.segments import Segment
from ingest.grammar import Token
from kg.model import Role

PERSON = re.compile(
    r"(?:人|者|员|家庭|户|公民|个人|对象|家属|亲属|律师|居民|村民|群众|学生|父母|子女|妇女|儿童|老人|当事人|一方|成员|双方|教师|青年|农民|职工|患者|军人|遗属|单位或者个人|配偶|法人|群体|人士|干部|任何单位和个人|监护人|投资主体|社会力量|社会各界|公众|志愿者|国家)"
    r"(?:及其[^，。；]{0,20})?$"
)
_STAFF = re.compile(
    r"(?:(?:和|、|以及|及|或者)(?:个人|其他(?:组织|单位|有关单位)|社会组织))?(?:的|及其)?(?:其他)?(?:直接负责的)?(?:工作人员|有关人员|主管人员|负责人|主要负责人|办案人员|执法人员|相关人员|责任人员)?(?:均|都|也|一般|原则上|在.{0,20})?$"
)
_APPROVE = re.compile(
    r"审批|批准|核准|审定|决定|确认|审核|审查|列入|纳入|审核确认|核定|同意|评审|认定|核实|复核|核查|处理|解决|协调|裁决"
)
_TOGETHER = re.compile(r"\s*(?:共同|联合|协同|一起|一道|协商|会同|建立|进行|开展|签订|共享|交换)")
_MANNER_END = re.compile(r"(?:方式|形式|途径|渠道|手段|措施|办法|平台|机制|系统|网络)(?=\S)")
_BASIS_END = re.compile(
    r"(?:规定|要求|标准|原则|比例|情况|需要|程序|职责|分工|差额|职能|实际|结果|特点|因素|条件|安排|办法|方式|制度|规划|计划|意见|预案|需求|政策|状况|数量|水平|协议|章程|名单|材料|报告|信息|通知|约定|法规|法律|条例|标准的?\S{0,6}%)"
)


@dataclass(slots=True)
class Step:
    """One act: its verbs' functions and the bodies that the piece itself names."""

    start: int
    end: int
    role: Role = Role.LEAD
    by: tuple[Body, ...] = ()  # 由X, 报X审批: X leads instead of the subject
    elsewhere: bool = False  # somebody who is no agency acts (由申请人…)
    others: list[tuple[Body, Role]] = field(default_factory=list)
    functions: dict[str, None] = field(default_factory=dict)
    light: bool = False  # only control verbs so far
    outer: str = ""  # outermost verb as written
    causing: bool = False


@dataclass(slots=True)
class Piece:
    """A segment as read: its subject, its marker and its steps; `topic` holds functions a topic speaks of."""

    segment: Segment
    subject: tuple[Body, ...] = ()
    person: bool = False
    thing: bool = False
    marker: str = ""
    marker_text: str = ""
    steps: list[Step] = field(default_factory=list)
    topic: tuple[str, ...] = ()
    subject_end: int = 0


def read_piece(text: str, segment: Segment, tokens: list[Token]) -> Piece:
    """Read one segment; `tokens` are those that lie in it."""
    piece = Piece(segment, subject_end=segment.start)
    first = _read_subject(text, piece, tokens)
    if first < len(tokens):
        _Verbs(text, piece, tokens).run(first)
    return piece


def _read_subject(text: str, piece: Piece, tokens: list[Token]) -> int:
    """Fill subject and marker; the index of the first token behind them."""
    at = _marker_index(text, tokens)
    zone = at if at is not None else _zone_end(tokens)
    start = piece.segment.start
    stop = tokens[zone].start if zone < len(tokens) else piece.segment.end
    chain = _free_chain(tokens[:zone])
    if chain is not None and _is_subject(text, chain, tokens[:zone], stop):
        piece.subject = chain.bodies
        piece.subject_end = chain.end
    elif chain is None or at is not None:
        _read_other_subject(text, piece, tokens[:zone], start, stop)
    if at is not None:
        piece.marker, piece.marker_text = tokens[at].word.value, tokens[at].text
        inner = [i for i, t in enumerate(tokens[:zone]) if t.kind == "prep"]
        return inner[0] if inner and piece.subject else at + 1
    return zone


def _marker_index(text: str, tokens: list[Token]) -> int | None:
    """The marker of the main clause: no verb before it but in relative clauses or prepositional phrases."""
    for i, token in enumerate(tokens):
        if token.kind != "marker":
            continue
        before = tokens[:i]
        verbs = [t for t in before if t.kind in ("verb", "role")]
        if not verbs or any(t.kind == "prep" for t in before):
            return i
        closed = max((t.start for t in before if t.kind == "de"), default=-1)
        return i if all(t.end <= closed or _after_de(text, t) for t in verbs) else None
    return None


def _after_de(text: str, token: Token) -> bool:
    return token.start > 0 and text[token.start - 1] == "的"


def _zone_end(tokens: list[Token]) -> int:
    """Index of the first preposition, verb or role word: what stands before it may be the subject."""
    for i, token in enumerate(tokens):
        if token.kind in ("prep", "role") or (token.kind == "verb" and not (i and tokens[i - 1].kind == "de")):
            return i
    return len(tokens)


def _free_chain(tokens: list[Token]) -> Chain | None:
    """The first agencies in the zone that no preposition governs."""
    for i, token in enumerate(tokens):
        if token.kind == "prep" and token.word.value != "with":
            return None
        if token.chain is not None:
            return token.chain
        if token.kind in ("verb", "role") and i == 0:
            return None
    return None


def _is_subject(text: str, chain: Chain, zone: list[Token], stop: int) -> bool:
    """Whether the agencies are the subject and not the owner of what is (X的决定应当…)."""
    rest = text[chain.end : stop]
    if _STAFF.fullmatch(rest):
        return True
    behind = next((t for t in zone if t.start >= chain.end), None)
    if behind is not None and behind.kind == "prep":
        return not text[chain.end : behind.start].strip("在于")
    return not rest.startswith("的") and len(rest) <= 8 and not PERSON.search(rest)


def _read_other_subject(text: str, piece: Piece, zone: list[Token], start: int, stop: int) -> None:
    """A subject that is no known agency: a person, or a thing that something is done to."""
    first = next((t for t in zone if t.kind == "prep"), None)
    if first is not None and first.start <= start + 1:
        return
    words = text[start : first.start if first else stop].strip()
    if not words:
        return
    piece.person = bool(PERSON.search(words))
    piece.thing = not piece.person and len(words) > 1
    piece.topic = head_functions(text, zone, start, stop)


class _Verbs:
    """The walk over a piece behind its subject."""

    def __init__(self, text: str, piece: Piece, tokens: list[Token]):
        self.text = text
        self.piece = piece
        self.tokens = tokens
        self.end = piece.segment.end
        self.step = Step(piece.segment.start, self.end)
        self.goal: Chain | None = None  # 向X
        self.about: Chain | None = None  # 对X

    def run(self, at: int) -> None:
        """Read to the end of the piece."""
        while at < len(self.tokens):
            token = self.tokens[at]
            if token.kind == "prep":
                at = self._preposition(at)
            elif token.kind == "role":
                at = self._role(at)
            elif token.kind == "verb":
                at = self._verb(at)
            else:
                at += 1
        self._close()

    def _close(self) -> None:
        step = self.step
        if step.functions or step.light or step.by or step.others or step.role is not Role.LEAD:
            self.piece.steps.append(step)

    def _next_step(self, at: int) -> Step:
        """Close the step and open the next at offset `at`; an empty one is gone on with."""
        old = self.step
        if old.functions or old.light or old.by:
            old.end = at
            self._close()
            self.step = Step(at, self.end, role=Role.LEAD)
        return self.step

    # -- names -------------------------------------------------------------------------------------------------

    def _chain_at(self, at: int, reach: int = 8) -> int | None:
        """Index of an agency token that follows token `at` with at most `reach` characters between."""
        for i in range(at + 1, len(self.tokens)):
            token = self.tokens[i]
            if token.start - self.tokens[at].end > reach or token.kind in ("verb", "role", "prep", "marker"):
                return None
            if token.kind == "agency":
                return i
        return None

    def _target(self, at: int, stop: int) -> int | None:
        """Index of the last agency token between `at` and `stop` that no 的 follows."""
        for i in range(stop - 1, at, -1):
            token = self.tokens[i]
            if token.kind == "agency" and self.text[token.end : token.end + 1] != "的":
                return i
        return None

    def _add(self, chain: Chain | None, role: Role) -> None:
        if chain is not None:
            self.step.others.extend((body, role) for body in chain.bodies)

    # -- prepositions ------------------------------------------------------------------------------------------

    def _head(self, at: int) -> int:
        """Index of the verb that a prepositional phrase at `at` belongs to: no 的 between it and the next verb."""
        heads = [i for i in range(at + 1, len(self.tokens)) if self._can_head(i)]
        for here, following in zip(heads, [*heads[1:], None], strict=False):
            if following is None:
                return here
            if not any(t.kind == "de" for t in self.tokens[here + 1 : following]):
                return here
        return len(self.tokens)

    def _can_head(self, at: int) -> bool:
        token = self.tokens[at]
        if token.kind == "role":
            return True
        return token.kind == "verb" and not _after_de(self.text, token)

    def _preposition(self, at: int) -> int:
        value = self.tokens[at].word.value
        if value == "by":
            return self._by(at)
        if value == "with":
            return self._with(at)
        if value == "through":
            return self._through(at)
        if value == "along":
            return self._along(at)
        head = self._head(at)
        if value == "to":
            target = self._target(at, head)
            self.goal = self.tokens[target].chain if target is not None else None
        elif value == "on":
            target = self._target(at, head)
            near = (
                target is not None
                and head < len(self.tokens)
                and self.tokens[head].start - self.tokens[target].end <= 4
            )
            self.about = self.tokens[target].chain if near and target is not None else None
        elif value == "in" and self.tokens[at].text in ("经", "经过"):
            return self._pass(at)
        return head

    def _by(self, at: int) -> int:
        target = self._chain_at(at, reach=14)
        step = self._next_step(self.tokens[at].start)
        if target is None:
            step.elsewhere = True
            return at + 1
        chain = self.tokens[target].chain
        step.by = chain.bodies if chain else ()
        return target + 1

    def _with(self, at: int) -> int:
        target = self._chain_at(at, reach=6)
        if target is None:
            return at + 1
        chain = self.tokens[target].chain
        if chain is not None and _TOGETHER.match(self.text, chain.end):
            self._add(chain, Role.JOINT)
        return target + 1

    def _through(self, at: int) -> int:
        token = self.tokens[at]
        ends = list(_MANNER_END.finditer(self.text, token.end, self.end))
        for i in range(at + 1, len(self.tokens)):
            if ends and self.tokens[i].start >= ends[-1].end():
                return i
        if ends or _MANNER_END.search(self.text + "x", self.end - 2, self.end + 1):
            return len(self.tokens)
        target = self._chain_at(at)
        if target is not None and token.text == "通过":
            self._add(self.tokens[target].chain, Role.DELEGATE)
        return self._head(at)

    def _along(self, at: int) -> int:
        """Behind 按照…规定: the first verb that stands right behind a word such phrases end with."""
        token = self.tokens[at]
        for found in _BASIS_END.finditer(self.text, token.end, self.end):
            for i in range(at + 1, len(self.tokens)):
                gap = self.tokens[i].start - found.end()
                if (
                    0 <= gap <= 4
                    and self.tokens[i].kind in ("verb", "role", "prep", "marker")
                    and "的" not in self.text[found.end() : self.tokens[i].start]
                ):
                    return i
        head = self._head(at)
        return head if head < len(self.tokens) and not self._closes_with_basis() else len(self.tokens)

    def _closes_with_basis(self) -> bool:
        return bool(re.search(_BASIS_END.pattern + "$", self.text[max(0, self.end - 4) : self.end]))

    def _pass(self, at: int) -> int:
        """经审核, 经X批准."""
        target = self._chain_at(at, reach=10)
        if target is None or target + 1 >= len(self.tokens):
            return at + 1
        verb = self.tokens[target + 1]
        chain = self.tokens[target].chain
        if verb.kind == "verb" and verb.word.lexeme and chain and verb.start - chain.end <= 3:
            step = self._next_step(self.tokens[at].start)
            step.by, step.functions = chain.bodies, dict.fromkeys(verb.word.lexeme.functions)
            return target + 2
        return target + 1

    # -- verbs -------------------------------------------------------------------------------------------------

    def _role(self, at: int) -> int:
        token = self.tokens[at]
        self.step.outer = self.step.outer or token.text
        manner = token.word.value
        if manner in ("assist", "participate"):
            return self._helping(at, Role.ASSIST if manner == "assist" else Role.PARTICIPATE)
        if manner == "refer":
            return self._refer(at)
        target = self._chain_at(at)
        if target is None:
            return at + 1
        chain = self.tokens[target].chain
        if manner == "entrusted" and chain is not None:
            self.step.by = chain.bodies
        else:
            self._add(chain, {"joint": Role.JOINT, "entrust": Role.DELEGATE}.get(manner, Role.LEAD))
        return target + 1

    def _helping(self, at: int, role: Role) -> int:
        """协助, 配合 (X) 做…: the subject helps, X leads."""
        if self.step.functions:
            self._next_step(self.tokens[at].start)
        weaker = role is Role.ASSIST and self.step.role is Role.PARTICIPATE
        if weaker or (self.step.role is Role.LEAD and not self.step.light):
            self.step.role = role
        self.step.light = True
        target = self._chain_at(at)
        if role is Role.ASSIST and target is not None:
            self._add(self.tokens[target].chain, Role.LEAD)
            return target + 1
        if self._object_is_phrase(at):
            return at + 1
        return self._noun_object(at)

    def _refer(self, at: int) -> int:
        """报X审批 (X decides), 报送X, 转交X (X is told)."""
        token = self.tokens[at]
        target = self._chain_at(at, reach=14)
        if target is None:
            return self._verb(at) if token.word.lexeme else at + 1
        chain = self.tokens[target].chain
        verb = self.tokens[target + 1] if target + 1 < len(self.tokens) else None
        if (
            verb is not None
            and verb.kind == "verb"
            and verb.word.lexeme
            and token.text not in _TELLING
            and _APPROVE.search(verb.text)
        ):
            step = self._next_step(token.start)
            step.by = chain.bodies if chain else ()
            step.functions |= dict.fromkeys(
                object_functions(verb.word.lexeme, self.text, self.tokens, verb.end, self.end)
            )
            return self._skip_to_and(target + 2)
        self._add(chain, Role.RECIPIENT)
        lexeme = token.word.lexeme
        gives = lexeme.functions if lexeme else ("inform",)
        if token.text in _HANDING and "申请" in self.text[self.piece.segment.start : token.start]:
            gives = ("accept",)
        self.step.functions |= dict.fromkeys(gives)
        return self._skip_to_and(target + 1)

    def _verb(self, at: int) -> int:
        token = self.tokens[at]
        lexeme = token.word.lexeme
        if lexeme is None:
            return at + 1
        self.step.outer = self.step.outer or token.text
        if lexeme.manner == "light":
            return self._light(at)
        if lexeme.manner == "noun":
            return at + 1
        stop = self._object_end(at)
        words_end = self.tokens[stop].start if stop < len(self.tokens) else self.end
        gives = object_functions(lexeme, self.text, self.tokens[at + 1 : stop], token.end, words_end)
        self._content(at, gives, lexeme.manner == "causing")
        if lexeme.manner == "causing":
            return self._skip_to_and(at + 1)
        return stop

    def _content(self, at: int, gives: tuple[str, ...], causing: bool) -> None:
        step = self.step
        step.functions |= dict.fromkeys(gives)
        step.causing = step.causing or causing
        goal = self.goal
        if goal is not None:
            if {"accept", "appeal"} & set(gives) and not self.piece.subject:
                step.by = goal.bodies
                step.elsewhere = False
            elif {"inform", "accept", "appeal"} & set(gives):
                self._add(goal, Role.RECIPIENT)
            self.goal = None
        if {"supervise", "guide", "sanction", "audit"} & set(gives):
            near = self._chain_at(at, reach=3)
            chain = self.tokens[near].chain if near is not None else self.about
            if chain is not None and self.text[chain.end : chain.end + 1] not in ("的", "、"):
                self._add(chain, Role.RECIPIENT)
            self.about = None

    def _light(self, at: int) -> int:
        """负责, 做好…: what the object says, else the verb's own work."""
        self.step.light = True
        if self._object_is_phrase(at):
            return at + 1
        return self._noun_object(at)

    def _object_is_phrase(self, at: int) -> bool:
        """Whether what follows is a verb phrase of its own (负责制定…, 组织对…进行…)."""
        if at + 1 >= len(self.tokens):
            return False
        token, following = self.tokens[at], self.tokens[at + 1]
        if following.start - token.end > 4 or "的" in self.text[token.end : following.start]:
            return False
        if following.kind in ("prep", "role"):
            return following.word.value != "with"
        if following.kind == "agency":
            return (
                token.word.value == "light"
                and at + 2 < len(self.tokens)
                and self.tokens[at + 2].kind in ("prep", "verb")
                and token.text in _CAUSATIVE
            )
        if following.kind != "verb":
            return False
        rest = self.text[following.end : self.end]
        return bool(rest) and not re.match(r"(?:的|工作|等|、|和|及|与|以及|活动|事宜|事项|任务|$)", rest)

    def _noun_object(self, at: int) -> int:
        token = self.tokens[at]
        stop = self._object_end(at)
        end = self.tokens[stop].start if stop < len(self.tokens) else self.end
        tokens = self.tokens[at + 1 : stop]
        lexeme = token.word.lexeme
        gives = frame_functions(lexeme, self.text, tokens, token.end, end) if lexeme else ()
        if not gives:
            gives = head_functions(self.text, tokens, token.end, end)
        self.step.functions |= dict.fromkeys(gives)
        if gives and self.about is None:
            self._about_in_object(tokens, gives)
        if lexeme is None and not gives and end - token.end > 1:
            self.step.light = True
        return stop

    def _about_in_object(self, tokens: list[Token], gives: tuple[str, ...]) -> None:
        """加强对X的监管: X is the one supervised."""
        if not {"supervise", "guide", "audit"} & set(gives):
            return
        for i, token in enumerate(tokens[:-1]):
            chain = tokens[i + 1].chain
            if (
                token.kind == "prep"
                and token.word.value == "on"
                and chain
                and self.text[chain.end : chain.end + 1] == "的"
            ):
                self._add(chain, Role.RECIPIENT)

    def _object_end(self, at: int) -> int:
        """Index of the token where the object of verb `at` ends: 并, or a verb beside this one (审核、公示)."""
        for i in range(at + 1, len(self.tokens)):
            token = self.tokens[i]
            if token.kind == "and" and token.word.value == "verbal":
                return i
            if (
                token.kind == "role"
                and token.word.value in ("refer", "joint")
                and i + 1 < len(self.tokens)
                and self.tokens[i + 1].kind == "agency"
            ):
                return i
            if token.kind == "and" and i == at + 1 and token.start == self.tokens[at].end and i + 1 < len(self.tokens):
                after = self.tokens[i + 1]
                if (
                    after.kind in ("verb", "role")
                    and after.start - token.end <= 2
                    and self.tokens[at].word.value != "light"
                ):
                    return i
            if token.kind == "verb" and token.text in _SERIAL and not _after_de(self.text, token):
                return i
            if token.kind == "prep" and token.word.value == "by":
                return i
        return len(self.tokens)

    def _skip_to_and(self, at: int) -> int:
        for i in range(at, len(self.tokens)):
            token = self.tokens[i]
            if token.kind == "and" and token.word.value == "verbal":
                return i
            beside = (
                i
                and token.kind == "and"
                and self.tokens[i - 1].end == token.start
                and self.tokens[i - 1].kind == "verb"
            )
            if (
                beside
                and i + 1 < len(self.tokens)
                and self.tokens[i + 1].kind == "verb"
                and self.tokens[i + 1].start == token.end
            ):
                return i
        return len(self.tokens)


_SERIAL = frozenset(("进行", "予以", "给予", "提供", "实施", "不予", "代为", "发放", "办理"))
_CAUSATIVE = frozenset(("组织", "组织协调"))
_TELLING = frozenset(("告知", "通知", "通报", "抄送", "抄报", "反馈", "反馈给", "报告", "汇报", "推送"))
_HANDING = frozenset(("转", "转交", "转送", "移交", "送交", "交", "转至", "移送", "转办", "分转", "转介"))


def frame_functions(lexeme, text: str, tokens: list[Token], start: int, end: int) -> tuple[str, ...]:  # type: ignore[no-untyped-def]
    """Functions that the frames of a light verb give for its object; none where no frame fits."""
    if not lexeme.frames or not any(word in text[start:end] for word, _ in lexeme.frames):
        return ()
    return object_functions(lexeme, text, tokens, start, end)
