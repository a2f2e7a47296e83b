"""Control verbs of a comma piece: 负责, 做好, 组织 (what their object says is done), 协助, 配合 (the subject helps)."""

from __future__ import annotations

import re

from ingest.extract.acts.functions import OF_DATA
from ingest.extract.acts.handing import Handing
from ingest.extract.acts.subject_zone import NOMINAL
from ingest.grammar import Token
from kg.enums import Role

_CAUSATIVE = frozenset(("组织", "组织协调", "协调", "统筹协调", "协调组织"))
_SYSTEM = re.compile(r"[^，。；的、]{0,6}(?:制度|机制)")
_CLOSED = re.compile(r"(?:（[^（）]*）)?等?[^，。；]{0,4}")  # behind the last body of a list
_ENSURING = ("予以保障", "给予保障", "加以保障", "予以安排", "予以落实")
_ASKS = re.compile(r"(?:商请|提请|邀请|函请|协请|(?:应当|应|可以|可|须|要)请)[^，。；]{0,40}$")
_CARE = frozenset(("implement", "service"))
_ORGANISING = ("组织", "负责组织")
_SERVING = frozenset(("提供", "进行", "开展", "办理", "参加", "参与", "从事"))
_BACKING = frozenset(("支持", "帮助"))
_AS_WORK = re.compile(r"(?:等|和服务|与保障)?工作")
_DOING_WELL = ("做好", "开展", "组织")  # 配合做好X的指导: X is not helped
OWN_DUTY = re.compile(  # that one does one's duty, or plays one's part, says nothing of what it is
    r"(?:履行|承担)(?:好|本(?:法|条例|办法|规定)规定的|各自|各项|下列|以下|如下|相应|相关|有关|法定|主要|工作|的)*职[责能]"
    r"|发挥[^，。；]{1,20}(?:作用|优势|功能|特长|职能)$"
)
_JOINED = re.compile(
    r"[^，。；]{0,24}(?:(?P<insurance>(?:保险|医保|合作医疗)(?=[（。；，]|$))|保险|医保|合作医疗|考试|升学)"
)
_MEDIA = re.compile(r"[^，。；]{0,16}(?:媒体|报刊|电视|网络)")


class Controlling(Handing):
    """Reading of verbs that only control another, or an object that names the work."""

    def light(self, at: int) -> int:
        """负责, 做好…: what the object says, else the verb's own work."""
        if OWN_DUTY.fullmatch(self.text, self.tokens[at].start, self.end):
            self.step.said = True
            return len(self.tokens)
        if self._musters(at):
            return len(self.tokens)
        if "fund" in self.step.functions and self.text.startswith(_ENSURING, self.tokens[at].start):
            return self.first_from(at, self.tokens[at].start + 4)  # 纳入预算予以保障
        self.step.light = True
        if self._phrase_follows(at):
            self._helpers(at)
            return at + 1
        beside = self.verb_behind(at)
        if beside is not None and self.tokens[beside].word.lexeme:
            if self._organises(at):
                self.step.functions["implement"] = None
            return beside  # 规范和完善政策
        if self._closes(at):
            lexeme = self.tokens[at].word.lexeme
            self.step.functions |= dict.fromkeys(lexeme.functions if lexeme else ())
        self.step.carries = self.step.carries or self.tokens[at].word.value == "light"
        spoken = len(self.step.functions)
        stop = self.noun_object(at)
        if len(self.step.functions) == spoken and self._carries_out_too(at):
            self.step.functions["implement"] = None
        return stop

    def helping(self, at: int, role: Role) -> int:
        """协助, 配合 (X) 做…: the subject helps, X leads."""
        if self._asked_to_help(at):
            return at + 1
        if self.step.functions:
            self.next_step(self.tokens[at].start)
        weaker = role is Role.ASSIST and self.step.role is Role.PARTICIPATE
        entrusted = any(r is Role.DELEGATE for _, r in self.step.others)  # 委托X协助…: X helps
        itself = _AS_WORK.match(self.text, self.tokens[at].end) is not None  # 做好配合工作
        if weaker or (self.step.role is Role.LEAD and (itself or not self.step.light) and not entrusted):
            self.step.role = role
        self.step.light = True
        at = self._backing(at) if role is Role.ASSIST else at
        target = None if self.tokens[at].text.endswith(_DOING_WELL) else self.chain_at(at)
        if role is Role.ASSIST and target is not None:
            self.add(self.tokens[target].chain, Role.LEAD)
            self.step.hands_on = not any(t.kind in ("verb", "role") for t in self.tokens[target + 1 :])
            return target + 1
        if at + 1 >= len(self.tokens) and self.end - self.tokens[at].end <= 2:
            self.step.aids = True
        return at + 1 if self._phrase_follows(at) else self.noun_object(at)

    def _asked_to_help(self, at: int) -> bool:
        """商请X协助核查: whether a word of helping is about whom the subject asks to help, not about the subject."""
        before = self.tokens[at - 1] if at else None
        if before is None or before.chain is None or self.tokens[at].start - before.chain.end > 2:
            return False
        return _ASKS.search(self.text, self.piece.segment.start, before.start) is not None

    def _backing(self, at: int) -> int:
        """协助、支持X做好…: index of the last of such words, right before the body that is helped."""
        listed = at + 3 < len(self.tokens) and self.tokens[at + 1].kind == "and" and self.tokens[at + 3].chain
        return at + 2 if listed and self.tokens[at + 2].text in _BACKING else at

    def joins_in(self, at: int) -> bool:
        """参加职工基本医疗保险: whether joining helps in nobody's work; in insurance it is what those named do."""
        joined = _JOINED.match(self.text, self.tokens[at].end, self.end)
        if joined is None:
            return False
        self.step.said = True
        marker = next((i for i, t in enumerate(self.tokens) if t.kind == "marker"), 0)
        main = all(t.kind not in ("verb", "role") for t in self.tokens[marker:at])
        if joined["insurance"] and main and (self.piece.marker or self.piece.segment.last):
            self.step.functions["implement"] = None
        return True

    def makes_others_act(self, at: int) -> bool:
        """协调新闻媒体做好…: what the others do is the work."""
        token = self.tokens[at]
        return token.text in _CAUSATIVE and _MEDIA.match(self.text, token.end) is not None

    def _closes(self, at: int) -> bool:
        """制定政策并组织实施: carrying out is said of what stands before, and nothing follows."""
        before = self.tokens[at - 1] if at else None
        joined = before is not None and before.kind == "and" and before.word.value == "verbal"
        return (
            joined
            and self.tokens[at].word.value == "light"
            and at + 1 == len(self.tokens)
            and bool(self.step.functions)
        )

    def _helpers(self, at: int) -> None:
        """组织X做Y: X does it as well."""
        following = self.tokens[at + 1]
        if self.tokens[at].text == "组织" and following.chain is not None and not self.makes_others_act(at):
            self.add(following.chain, Role.LEAD)

    def _musters(self, at: int) -> bool:
        """组织X、Y，做Z: whether the piece says no more than who is organised; they do as well what follows."""
        names = self.tokens[at + 1 :]
        if self.tokens[at].text not in _ORGANISING or self.piece.segment.last or not names:
            return False
        if names[0].chain is None or any(t.kind not in ("agency", "and", "name", "de") for t in names):
            return False
        if not _CLOSED.fullmatch(self.text, names[-1].end, self.end):
            return False
        for token in names:
            self.add(token.chain, Role.LEAD)
        self.step.together = True
        return True

    def _phrase_follows(self, at: int) -> bool:
        """Whether what follows is a verb phrase of its own (负责制定…, 组织对…进行…)."""
        if at + 1 >= len(self.tokens):
            return False
        token, following = self.tokens[at], self.tokens[at + 1]
        if OF_DATA.search(self.text, token.end, self.end):
            return False
        if following.start - token.end > 4 or "的" in self.text[token.end : following.start]:
            return False
        if following.kind in ("prep", "role"):
            value = following.word.value
            spoken = self.head(at + 1) < len(self.tokens) and not self.owned_nouns(at + 1)
            return value != "with" and (value != "on" or spoken)
        if following.kind == "agency":
            behind = self.tokens[at + 2].kind if at + 2 < len(self.tokens) else ""
            return token.text in _CAUSATIVE and behind in ("prep", "verb")
        if following.kind == "name" and token.text in _CAUSATIVE:
            return any(t.kind == "verb" and t.text in _SERVING for t in self.tokens[at + 2 :])
        if following.kind != "verb" or (following.word.value == "plain" and self.text[following.start - 1] == "不"):
            return False  # 给予不超过6个月的渐退期
        if self.names_work(at + 1) or self._compound(following.end) or self._modifies(at + 1):
            return False
        if self._object_decides(at) or (following.word.value == "plain" and self.noun_at_end(at)):
            return False  # 明确结算办法; 参与涉及X的政策的制定
        return not self._does_well(token) or not (self.noun_at_end(at) or self.only_nouns(at))

    def _does_well(self, token: Token) -> bool:
        """Whether a verb may take a noun phrase as its object: 做好审核工作, also behind 协助, 配合."""
        return token.word.value == "nominal" or (token.kind == "role" and token.text.endswith(_DOING_WELL))

    def _carries_out_too(self, at: int) -> bool:
        """宣传、贯彻法律, 编制并实施规划: carrying out is said beside another verb, of the same object."""
        if at < 2 or self.tokens[at].word.value != "light":
            return False
        before, joint, here = self.tokens[at - 2 : at + 1]
        adjacent = before.end == joint.start and joint.end == here.start
        works = before.word.lexeme is not None and bool(before.word.lexeme.functions)
        return adjacent and works and joint.kind == "and" and here.end < self.end

    def _organises(self, at: int) -> bool:
        """组织、协调、督促…: organising is work of its own beside other verbs of work."""
        listed = self.tokens[at].text in _ORGANISING and self.tokens[at + 1].text == "、"
        beside = self.tokens[at + 2].word.lexeme
        return listed and beside is not None and bool(beside.functions) and self.piece.marker != "prohibition"

    def _modifies(self, at: int) -> bool:
        """Whether a verb of care stands right before an action noun that says more (做好养老服务监督管理工作)."""
        here, behind = self.tokens[at].word.lexeme, self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if here is None or behind is None or behind.word.lexeme is None or behind.start != self.tokens[at].end:
            return False
        says_more = _CARE.issuperset(here.functions) and not _CARE.issuperset(behind.word.lexeme.functions)
        return behind.kind == "verb" and says_more and self.names_work(at + 1)

    def _object_decides(self, at: int) -> bool:
        """Whether the noun that closes the object says what the verb does (明确结算办法, 细化审批流程)."""
        lexeme = self.tokens[at].word.lexeme
        following = self.tokens[at + 1]
        rest = (self.text, following.end, self.end)
        noun = NOMINAL.match(*rest) or _SYSTEM.fullmatch(*rest)
        if lexeme is None or noun is None or noun.end() < self.end or following.start != self.tokens[at].end:
            return False
        return lexeme.frames.at_end(self.text[following.start : noun.end()]) is not None

    def _compound(self, end: int) -> bool:
        """Whether a verb that ends at `end` is part of a noun that owns what follows (负责供养资金的筹集)."""
        noun = NOMINAL.match(self.text, end, self.end)
        return noun is not None and self.text.startswith("的", noun.end())
