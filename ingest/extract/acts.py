"""A sentence as acts: pieces read in order, with the subject, the circumstances and the topic that they hand on.

An act is one stretch with its actors and functions. A piece without a subject of its own keeps the one before it; a
person as subject ends that; agencies in a condition act only where the main clause names nobody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.extract.agencies import Body
from ingest.extract.pieces import Piece, Step, described_alone
from ingest.extract.segments import Segment, cut, strip_end
from ingest.extract.verbs import read_piece
from ingest.grammar import Token, Tokens
from kg.model import Role

_DONE = re.compile(
    r"(?:经|审核|审查|公示|评议|核实|调查|审批|批准|初审|核准|认定|评估|核查|确认|受理|登记|汇总|复核|同意|研究|征求意见)[^，]{0,6}后$"
)
_OVER = re.compile(r"(?:结束|完成|期满|届满|发生|收到|接到|稳定|消除|获得|批准获得|不服|无异议)[^，]{0,8}后$")
_ANSWERABLE = re.compile(r"(?:的?(?:行政领导|行政首长|行政主要领导|领导|主要领导|分级))?负责制")
_PREAMBLE = re.compile(
    r"制定本(?:法|条例|办法|规定|细则|意见|规则|方案|规程|制度|措施|通知|决定|预案|章程|指引|指南|实施)|特制定|制定(?:以下|如下)|印发(?:给)?你们|(?:现就|现将)[^。]*(?:如下|印发|转发|下发)|提出(?:如下|以下)|以[^，。]{4,40}为指导"
)
_DISPUTE = re.compile(r"异议(?<!无异议)(?<!没有异议)(?<!未提出异议)|不服")
_COMPLAINT = re.compile(r"(?:接到|收到)[^，。；]{0,8}(?:举报|投诉|申诉|控告)[^，。；]{0,6}后")
_VIOLATION = re.compile(
    r"违反|拒不|未(?:按|依|经|履行|及时|在|取得)|不(?:履行|依法|按照?)|侵占|侵犯|挪用|截留|克扣|私分|骗取|玩忽职守|滥用职权|徇私|"
    r"弄虚作假|虚报|隐瞒|逾期|泄露|拒绝|造成.{0,10}(?:后果|损失)|构成"
)
_THING = re.compile(
    r"的(?:个人)?[^，。；的]{0,10}(?:费用|部分|人员|家庭|对象|资金|经费|材料|事项|儿童|老年人|残疾人|群众|居民|学生|患者|单位|证书|收入|岗位|住房)$"
)
_FRESH = re.compile(r"(?:如|若|发现|经|对|符合|不符合|属于|确[有需]|情节|逾期|拒不|因|有下列|遇有?|出现|构成|造成)")
_BY_CHOICE = re.compile(r"委托|申请|代为|自行|选择|享受|领取|提出|复议|诉讼|要求")
_BY_MEANS = re.compile(r"(?:通过|采取|以).*(?:方式|形式|途径|渠道)$")
_DOING = frozenset(("组织", "介绍", "提供", "安排", "举办", "开展", "推荐", "实施"))
_OWN_DUTY = frozenset(("monitor", "supervise", "guide", "publicise", "inform", "coordinate", "policy", "fund"))
_APPLICANTS = frozenset(("employer", "charity-org", "school", "medical-institution", "welfare-home", "other-body"))
_ADVANTAGE = frozenset(("implement", "pay"))
_WHAT_OTHERS_DO = ("提供", "参与", "参加", "开展", "从事")
_MOST_BODIES = 60
_MEMBERS = ("member-units",)
Actors = tuple[tuple[Body, Role], ...]


@dataclass(slots=True)
class Scope:
    """What a sentence inherits: the subject in force, and whether it stands in a duty list."""

    subject: tuple[Body, ...] = ()
    role: Role = Role.LEAD
    duty_list: bool = False
    before: tuple[Body, ...] = ()  # the subject before the one in force


@dataclass(slots=True)
class Act:
    """One stretch with its actors, functions and marker; `person` where the subject is no agency, `weak` where the
    functions are only those of a control verb.
    """

    start: int
    end: int
    actors: Actors = ()
    functions: tuple[str, ...] = ()
    marker: str = ""
    person: bool = False
    weak: bool = False
    opening: str = ""
    own: bool = False  # its sentence names its subject
    first: bool = True  # it opens its sentence


def read_sentence(text: str, tokens: Tokens, start: int, end: int, scope: Scope) -> list[Act]:
    """Acts of the sentence `text[start:end]`; `scope` is brought up to date for the next sentence."""
    if not scope.duty_list and _PREAMBLE.search(text, start, end):
        return [Act(start, strip_end(text, start, end), opening=text[start : start + 30])]
    sentence = _Sentence(text, tokens, start, scope)
    sentence.read(cut(text, start, end))
    acts = sentence.finish(end)
    if scope.subject and {b.ids for b in scope.subject} != {b.ids for b in sentence.subject}:
        scope.before = scope.subject
    scope.subject = sentence.subject
    return acts


@dataclass(slots=True)
class _Sentence:
    """What the pieces read so far leave for the next."""

    text: str
    tokens: Tokens
    start: int
    scope: Scope
    acts: list[Act] = field(default_factory=list)
    subject: tuple[Body, ...] = ()
    role: Role = Role.LEAD
    explicit: bool = False  # the sentence itself names its subject
    waiting: tuple[Body, ...] = ()  # agencies of a condition
    person: bool = False
    topic: tuple[str, ...] = ()
    topic_words: str = ""
    background: tuple[str, ...] = ()  # functions spoken of in a condition
    open: bool = False  # the last act makes others act and does not say yet what they do
    partners: Actors = ()  # A会同B，做Y: the partners in what follows
    behalf: tuple[Body, ...] = ()  # 受X委托，做Y: the bodies that the subject acts for
    helping: Actors | None = None  # 配合X，做Y: the bodies helped in what follows
    listed: tuple[Body, ...] = ()  # agencies of a piece that names nothing else (A、B，C等组织)
    owed: int = 0  # where a clause with a marker but no verb of work ends
    led_in: bool = False  # the first piece only says what the rest is about (A核查X，可以…)
    marker: str = ""

    def __post_init__(self) -> None:
        self.subject, self.role = self.scope.subject, self.scope.role

    def read(self, segments: list[Segment]) -> None:
        """Read the pieces in order."""
        inside = [self.tokens.between(s.start, s.end) for s in segments]
        leading = _leading_conditions(self.text, segments, inside)
        for index, segment in enumerate(segments):
            piece = read_piece(self.text, segment, inside[index], self.topic_words)
            self._mechanism(piece)
            opens = index == 0 and segment.manner != "condition"
            self.led_in = self.led_in or (opens and self._leads_in(piece, segments, inside))
            if not piece.marker and not segment.last and all(step.only_said for step in piece.steps):
                piece.steps.clear()
            if index < leading or (index == 0 and self.led_in) or self._is_background(piece):
                self._remember(piece)
            elif self._is_outcome(piece) or self._completes(piece):
                self._go_on(piece)
            elif not piece.steps and self._stands_alone(piece):
                self._settle_alone(piece)
            elif not piece.steps:
                self._remember(piece)
                self.topic = piece.topic or self.topic
                known = piece.subject or piece.person
                if known or not self._says_how(inside[index], segment):
                    self.topic_words = "" if known else self.text[segment.start : segment.end]
            else:
                self._perform(piece)

    def finish(self, end: int) -> list[Act]:
        """The acts; what is left at the end goes to the last, a sentence without a verb is an act by itself."""
        if self.acts:
            last = self.acts[-1]
            last.end = max(last.end, strip_end(self.text, last.start, end))
            last.actors = (*last.actors, *self.partners)  # …，会同X，推动Y共同做好Z
        elif self.owed and self.marker == "prohibition":
            self._settle()
            self.acts[-1].end = strip_end(self.text, self.acts[-1].start, end)
        else:
            actors = tuple((body, Role.LEAD) for body in self.waiting)
            opening = self.text[self.start : self.start + 30]
            stop = strip_end(self.text, self.start, end)
            functions = self.topic or self._spoken_of(self.text[self.start : stop])
            self.acts.append(
                Act(self.start, stop, actors, functions, self.marker, self.person, False, opening, True, not self.acts)
            )
            self.subject = self.waiting or self.subject
        return self.acts

    def _spoken_of(self, words: str) -> tuple[str, ...]:
        """Functions of a sentence without a verb of work: an exemption is about its condition, a standard is policy."""
        if "不受" in words or "免予" in words:
            return self.background
        return ("policy",) if self.topic_words.endswith("标准") else ()

    def _go_on(self, piece: Piece) -> None:
        """Stretch the last act over the piece; one that only said how (由X通过…途径，给予Y) takes its work."""
        last = self.acts[-1]
        last.end = self.start = piece.segment.end
        if not last.functions and piece.segment.manner == "open":
            last.functions = tuple(dict.fromkeys(f for step in piece.steps for f in step.functions))

    def _says_how(self, inside: list[Token], segment: Segment) -> bool:
        """Whether a piece only says by what measure (标准，按照…，…确定), so that the topic before it stays."""
        opening = inside[0] if inside else None
        opens = opening is not None and opening.kind == "prep" and opening.start == segment.start
        return opens and bool(self.topic_words)

    # -- pieces that are no act ----------------------------------------------------------------------------------

    def _is_outcome(self, piece: Piece) -> bool:
        """确保…, 促进…: what the act before is for."""
        if piece.segment.manner != "outcome" or not self.acts or piece.subject or piece.marker:
            return False
        return not any(step.by or step.others for step in piece.steps)

    def _completes(self, piece: Piece) -> bool:
        """鼓励X通过…方式，提供Y: the piece only says what the act before it is for."""
        if not self.acts or piece.subject or piece.marker or self.start != self.acts[-1].end:
            return False
        if self.open and self.text[piece.segment.start] in "为对按依":
            return True
        last = self.acts[-1]
        if self.open and not last.actors and self.text.startswith(_WHAT_OTHERS_DO, piece.segment.start):
            return True
        return bool(_BY_MEANS.search(self.text, max(last.start, last.end - 200), last.end))

    def _is_background(self, piece: Piece) -> bool:
        """Whether the piece only says when or for whom: conditions, and circumstances that are no step done."""
        if piece.segment.manner in ("condition", "aim"):
            return True
        if piece.segment.manner != "circumstance":
            return False
        words = self.text[piece.segment.start : piece.segment.end]
        if not piece.steps or _OVER.search(words):
            return True
        named = any(step.by for step in piece.steps)
        return not ((_DONE.search(words) or named) and (self.acts or named or words.startswith("经")))

    def _leads_in(self, piece: Piece, segments: list[Segment], inside: list[list[Token]]) -> bool:
        """A办理X，应当…; 召开会议，B不得…: a first piece without marker only leads in."""
        if piece.marker or len(segments) < 2 or self.scope.duty_list or any(s.by or s.others for s in piece.steps):
            return False
        following = inside[1]
        if not following:
            return False
        if not piece.subject and following[0].kind == "marker":
            piece.subject = described_alone(self.text, piece.segment, inside[0])
        if not piece.subject and self._names_thing(piece, following[0]):
            return True
        if not piece.subject and self._only_names_act(piece, following[0]):
            return True
        if following[0].word.value == "by" and not (piece.subject or piece.person or self.scope.subject):
            return bool(piece.steps) and self.text.startswith("申请", piece.segment.start)
        if piece.subject or piece.person:
            bare = following[0].kind == "marker" and following[0].start - segments[1].start <= 2
            return bare or (piece.person and not any(step.functions for step in piece.steps))
        named = following[0].kind == "agency" and any(t.kind == "marker" for t in following[1:2])
        return bool(piece.steps) and named

    def _names_thing(self, piece: Piece, following: Token) -> bool:
        """职工应缴的费用，由…: a piece that only describes what the next says something of."""
        start, end = piece.segment.start, piece.segment.end
        if not _THING.search(self.text, max(start, end - 24), end):
            return False
        passive = following.kind in ("marker", "agency") or following.word.value == "by"
        return passive or not any(t.start == start and t.kind == "verb" for t in self.tokens.between(start, end))

    def _only_names_act(self, piece: Piece, following: Token) -> bool:
        """设立慈善组织，应当符合…: what is done is named first, and the next piece says how or by whom."""
        opening = self.tokens.between(piece.segment.start, piece.segment.end)[:1]
        verbal = bool(opening) and opening[0].kind == "verb" and opening[0].start == piece.segment.start
        return verbal and following.kind == "marker"

    def _remember(self, piece: Piece) -> None:
        if piece.marker and not piece.steps:
            self.owed = piece.segment.end
        self.marker = piece.marker or self.marker
        self.behalf = next((step.behalf for step in piece.steps if step.behalf), self.behalf)
        violated = piece.segment.manner == "condition" and self._violates(piece)
        if violated:
            self.waiting, self.subject, self.person = (), (), True
        elif piece.subject:
            self.waiting, self.person = (*self.listed, *piece.subject), False
            self.listed = self.waiting if piece.bare and len(self.waiting) < _MOST_BODIES else ()
        elif piece.person:
            self.person = True
        spoken = tuple(f for step in piece.steps for f in step.functions)
        disputed = _DISPUTE.search(self.text, piece.segment.start, piece.segment.end)
        self.background = ("appeal",) if disputed else spoken or self.background

    def _violates(self, piece: Piece) -> bool:
        """Whether a condition speaks of who breaks a rule; not where an agency deals with them (公安机关对违反…的)."""
        start, end = piece.segment.start, piece.segment.end
        dealt_with = self.text.startswith("对", piece.subject_end if piece.subject else start)
        return not dealt_with and _VIOLATION.search(self.text, start, end) is not None

    def _mechanism(self, piece: Piece) -> None:
        """政府领导、民政部门牵头、有关部门配合, 政府负责制: roles given inside a name."""
        if not piece.steps:
            return
        start, end = piece.subject_end, piece.segment.end
        others = piece.steps[-1].others
        for mechanism in self.tokens.mechanisms_in(start, end):
            others[:] = mechanism.bodies
        if "负责制" not in self.text[start:end]:
            return
        for token in self.tokens.between(start, end):
            if token.chain is not None and _ANSWERABLE.match(self.text, token.end):
                others.extend((body, Role.LEAD) for body in token.chain.bodies)

    # -- acts ----------------------------------------------------------------------------------------------------

    def _settle(self) -> None:
        """Make an act of a clause that had a marker and no verb of work, before another marker comes."""
        actors = tuple((body, Role.LEAD) for body in self.waiting or self.subject)
        opening = self.text[self.start : self.start + 30]
        functions = self.background if self.marker == "prohibition" else self.topic
        self.acts.append(
            Act(self.start, self.owed, actors, functions, self.marker, self.person, False, opening, True, not self.acts)
        )
        self.subject, self.start, self.owed = self.waiting or self.subject, self.owed, 0
        self.waiting = ()

    def _stands_alone(self, piece: Piece) -> bool:
        """任何单位和个人不得干涉 behind an act: a clause of its own, though without a verb of work."""
        return bool(self.acts and piece.segment.last and piece.marker and (piece.person or piece.subject))

    def _settle_alone(self, piece: Piece) -> None:
        actors = tuple((body, Role.LEAD) for body in piece.subject)
        opening = self.text[piece.segment.start : piece.segment.end]
        self.acts.append(
            Act(self.start, piece.segment.end, actors, (), piece.marker, piece.person, False, opening, True, False)
        )
        self.subject, self.start = piece.subject, piece.segment.end

    def _perform(self, piece: Piece) -> None:
        """Turn the piece's steps into acts."""
        opening = self.text[piece.segment.start : piece.segment.end]
        if self.owed and piece.marker:
            self._settle()
        self.owed = 0
        if piece.subject or self.waiting:
            self.subject, self.explicit = (*self.listed, *piece.subject) if piece.subject else self.waiting, True
            self.listed = ()
            self.person, self.role = False, Role.LEAD
        if piece.person and not piece.subject:
            self.subject, self.person = (), True
        if self.person and not self.explicit and piece.marker == "permission" and _BY_CHOICE.search(opening):
            self.subject = ()
        self.waiting = ()
        self.topic = piece.topic or self.topic
        self.topic_words = piece.topic_words or self.topic_words
        self.marker = piece.marker or ("" if piece.subject else self.marker)
        only = piece.steps[0] if len(piece.steps) == 1 else None
        if only and not piece.segment.last and only.hands_on:
            self.helping = tuple(only.others)
            return
        if only and not piece.segment.last and not (only.functions or only.light or only.by) and only.others:
            self.partners = tuple(only.others)
            return
        self.behalf = next((step.behalf for step in piece.steps if step.behalf), self.behalf)
        if only and only.behalf and not piece.segment.last and not (only.functions or only.light or only.by):
            return
        for step in piece.steps:
            self._act(piece, step)

    def _act(self, piece: Piece, step: Step) -> None:
        if step.by and not step.passes:
            self.subject = step.by
        functions = tuple(step.functions)
        actors, person = self._actors(step)
        if not functions and step.aids and self.acts:
            functions, actors = self._helped(actors)
        said = bool(functions) or step.carries
        if not functions and (step.light or self.marker == "prohibition"):
            functions = self._unsaid(step, bool(actors))
        elif not functions:
            functions = self.topic or self._spoken_of(self.text[self.start : step.end])
        weak = not said and functions == ("implement",)
        if self.marker == "right" and person and "advise" in functions:
            functions = tuple("appeal" if f == "advise" else f for f in functions)  # 有权向X提出意见
        disputed = any(pattern.search(self.text, self.start, step.end) for pattern in (_DISPUTE, _COMPLAINT))
        if {"investigate", "decide"} & set(functions) and disputed:
            functions = tuple(dict.fromkeys((*functions, "appeal")))
        if not actors and self.acts and self.text.startswith("经", piece.segment.start):
            actors = tuple((body, role) for body, role in self.acts[-1].actors if role is Role.LEAD)
        elif not actors and "inform" in functions and "accept" in self.topic:
            functions = tuple(dict.fromkeys("accept" if f == "inform" else f for f in functions))
        if step.goal and not step.by:
            actors, person = self._with_goal(step, actors, functions, person)
        if not step.by:
            actors = self._without_addressee(actors)
        if self._enjoys(step, actors):
            actors, person = (), True
        opening = self.text[piece.segment.start : piece.segment.end]
        self.acts.append(
            Act(
                self.start,
                step.end,
                actors,
                functions,
                self.marker,
                person,
                weak,
                opening,
                self.explicit or bool(step.by),
                not self.acts,
            )
        )
        self.start, self.open = step.end, step.open
        if not step.by and not step.elsewhere and step.role is not Role.LEAD:
            self.role = Role.LEAD if step.functions else step.role

    def _actors(self, step: Step) -> tuple[Actors, bool]:
        person = False
        if step.by:
            own: Actors = tuple((body, step.role) for body in step.by)
        elif step.elsewhere:
            own, person = (), True
        else:
            role = step.role if self.helping is None else Role.ASSIST
            role = Role.DELEGATE if self.behalf and role is Role.LEAD else role
            own, person = tuple((body, role) for body in self.subject), self.person and not self.subject
            own = (*((body, Role.LEAD) for body in self.behalf), *own)
        if self.helping is not None:
            own, self.helping = (*own, *self.helping), None
        own, self.partners = (*own, *self.partners), ()
        named = {body for body, _ in own}
        found = (*own, *((body, role) for body, role in step.others if body not in named))
        return found or self._spoken_doers(step), person

    def _enjoys(self, step: Step, actors: Actors) -> bool:
        """用人单位享受补贴: bodies that are no authorities only have an advantage, which is no work."""
        if "享受" not in self.text[step.start : step.end] or not _ADVANTAGE.issuperset(step.functions):
            return False
        return bool(actors) and all(_APPLICANTS.issuperset(body.ids) for body, _ in actors)

    def _spoken_doers(self, step: Step) -> Actors:
        """Agencies whose work is only spoken of (居民委员会组织的劳动), where nobody else acts."""
        tokens = self.tokens.between(step.start, step.end)
        pairs = ((a.chain, b) for a, b in pairwise(tokens) if a.chain is not None and a.end == b.start)
        found = (c for c, b in pairs if b.text in _DOING and self.text[b.end : b.end + 1] == "的")
        return tuple((body, Role.LEAD) for chain in found for body in chain.bodies)

    def _helped(self, actors: Actors) -> tuple[tuple[str, ...], Actors]:
        """A开展核查, B应当予以配合: B helps with what A does."""
        helped = self.acts[-1]
        named = {body for body, _ in actors}
        leads = ((b, r) for b, r in helped.actors if r is Role.LEAD and b not in named)
        return helped.functions, (*actors, *leads)

    def _unsaid(self, step: Step, acted: bool) -> tuple[str, ...]:
        """Functions of an act whose verbs only control: those its topic or condition speaks of, else carrying out."""
        banned = self.marker == "prohibition"
        if step.hollow and step.goal and not self.background:
            return ("accept",)
        if (step.hollow or banned or self.led_in) and self.background:
            return self.background
        if banned and not step.light:
            return ()
        if self.topic_words.endswith(("具体工作", "日常工作")) and self.acts:
            return self.acts[-1].functions
        return self.topic or (("implement",) if acted or (step.carries and not self.person) else ())

    def _with_goal(self, step: Step, actors: Actors, functions: tuple[str, ...], person: bool) -> tuple[Actors, bool]:
        """向X申请: X takes the application, unless an agency named here applies; 向X报告: X is told."""
        asked = {"accept", "appeal"} & set(functions)
        applicant = all(_APPLICANTS.issuperset(body.ids) for body, role in actors if role is Role.LEAD)
        if asked and (applicant or not self.explicit):
            return tuple((body, Role.LEAD) for body in step.goal), True
        if asked or {"inform", "service"} & set(functions):
            return (*actors, *((body, Role.RECIPIENT) for body in step.goal)), person
        return actors, person

    def _without_addressee(self, actors: Actors) -> Actors:
        """Nobody reports to itself: an inherited subject that is told as well gives way to the subject before it."""
        told = {body.ids for body, role in actors if role is Role.RECIPIENT and body.ids != _MEMBERS}
        if self.explicit or not any(role is Role.LEAD and body.ids in told for body, role in actors):
            return actors
        entrusted = [b for b, r in (self.acts[-1].actors if self.acts else ()) if r is Role.DELEGATE]
        earlier = tuple((body, Role.LEAD) for body in entrusted or self.scope.before if body.ids not in told)
        self.subject = tuple(body for body, _ in earlier)
        return (*earlier, *((body, role) for body, role in actors if role is not Role.LEAD))


def _works(token: Token) -> bool:
    """Whether a verb does work that no condition speaks of: watching, telling, helping others along."""
    lexeme = token.word.lexeme
    return token.kind == "verb" and lexeme is not None and bool(_OWN_DUTY & set(lexeme.functions))


def _leading_conditions(text: str, segments: list[Segment], inside: list[list[Token]]) -> int:
    """How many pieces only lead up to the last condition: those before it, where the main clause has a marker.

    `inside` holds the tokens of each segment.
    """
    last = len(segments) - 1
    while last > 0 and segments[last].manner != "condition":
        last -= 1
    if last < 1:
        return 0
    fresh = _FRESH.match(text, segments[last].start) is not None
    fresh = fresh and not _VIOLATION.search(text, segments[0].start, segments[0].end)
    for segment, found in zip(segments[:last], inside, strict=False):
        if segment.manner == "condition":
            continue
        if any(t.kind == "marker" or (t.kind == "prep" and t.word.value == "by") for t in found):
            return 0
        if fresh and segment.manner == "open" and any(_works(t) for t in found):
            return 0
    behind = (t for found in inside[last + 1 :] for t in found)
    return last if any(t.kind == "marker" or t.word.value == "by" for t in behind) else 0
