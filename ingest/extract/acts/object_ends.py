"""Where the object of a verb ends: at 并, at a verb with work of its own, or where somebody else begins to act.

Verbs joined by 和 share the object behind the last; 并 opens the next verb.
"""

from __future__ import annotations

import re

from ingest.extract.acts.functions import LIGHT
from ingest.extract.acts.heads import WAIVING
from ingest.extract.acts.in_turn import OUTCOME_NOUN, InTurn
from ingest.extract.acts.phrases import DELIVERING
from ingest.extract.acts.subject_zone import by_describes
from ingest.grammar import Token, after_de

_ENDING = frozenset(("and", "role", "verb", "prep"))  # kinds of words behind which an object may have ended
_WITH = ("与", "和", "同")
_MATCHED = re.compile(r"[^，。；]{1,40}?相(?:适应|衔接|配套|匹配|结合|协调|一致|符合)的")  # 建立与养老需求相适应的…
_NEAR = 24  # characters back to the verb that names who does the work
_CHARGED = frozenset(("负责", "专门负责", "具体负责", "承担"))
_CHARGING = re.compile(r"(?:指定|确定|明确|配备|安排|落实|设立)[^，。；]{0,14}(?:专人|人员|机构|部门|干部|科室|窗口)$")
_THEN = re.compile(r"(?<![今前之以最随落灾事战产病术婚课其善售然背身])后(?!的)[^，。；的、]{0,4}$")
_DEALT_WITH = frozenset(
    ("责令", "督促", "制止", "劝阻", "处置", "处理", "解决", "整改", "上报", "救助")
)  # 发现隐患责令…
_REPORTING = frozenset(("报告", "书面报告", "报案", "通报", "汇报", "举报", "反映", "检举", "控告", "揭发"))


class ObjectEnds(InTurn):
    """Reading of where objects end."""

    def object_of(self, at: int, stop: int) -> tuple[int, list[Token], int]:
        """Start, tokens and end of a verb's object; one right before 和 shares that of the verb behind."""
        beside = self.verb_behind(at)
        if beside is None or stop != at + 1:
            return self.tokens[at].end, self.tokens[at + 1 : stop], self.offset(stop)
        stop = self.object_end(beside)
        return self.tokens[beside].end, self.tokens[beside + 1 : stop], self.offset(stop)

    def verb_behind(self, at: int) -> int | None:
        """Index of the verb that 和 joins to the one at `at`, with an object behind it."""
        if at + 2 >= len(self.tokens):
            return None
        here, link, verb = self.tokens[at : at + 3]
        adjacent = here.end == link.start and link.end == verb.start
        if not adjacent or link.kind != "and" or verb.kind != "verb" or verb.word.value == "noun":
            return None
        return None if self.names_work(at + 2) else at + 2

    def object_end(self, at: int) -> int:
        """Index of the token where the object of verb `at` ends: 并, or a verb beside this one (审核、公示)."""
        for i in range(at + 1, len(self.tokens)):
            if self.tokens[i].kind in _ENDING and self._ends_object(at, i):
                return i
        return len(self.tokens)

    def _ends_object(self, at: int, i: int) -> bool:
        token = self.tokens[i]
        if token.kind != "and" and self._then(self.tokens[i - 1].end, token.start):
            return True
        following = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        if token.kind == "and" and i == at + 1 and self.takes_over(i + 1):
            return True
        if token.kind == "and" and following is not None and self.next_object(at, i, following):
            return True
        if token.kind == "and":
            return token.word.value == "verbal" or self._verb_beside(at, i, following) or self._or_else(at, i)
        if token.kind == "role" and token.word.value in ("refer", "joint"):
            return following is not None and following.kind == "agency"
        if self._dealt_with(at, token):
            return True
        if token.kind == "verb" and token.word.role and token.word.role.manner == "refer":
            return following is not None and following.kind == "agency"
        if token.kind == "verb":
            return self.serial(i) or self._charged(token)
        by = token.word.value == "by" and not by_describes(self.text, self.tokens, i)
        return by or (token.kind == "prep" and (self._tells(i) or self._brings(at, i)))

    def _dealt_with(self, at: int, token: Token) -> bool:
        """发现隐患责令整改, 发现困难群众及时上报: what is done with what somebody finds."""
        done = self.tokens[at].text == "发现" and token.kind == "verb" and token.text in _DEALT_WITH
        return done and not after_de(self.text, token)

    def _then(self, start: int, end: int) -> bool:
        """审核后将…: whether the words between two tokens say that the first is done before the second."""
        return self.text.find("后", start, end) >= 0 and _THEN.search(self.text, start, end) is not None

    def _charged(self, verb: Token) -> bool:
        """指定专人负责…, 指定专人受理…: whether somebody just named does what the verb says."""
        said = self.text.endswith("专人", 0, verb.start) and not after_de(self.text, verb)
        return said or (verb.text in _CHARGED and self._charges(verb.start))

    def _charges(self, at: int) -> bool:
        """指定专人负责…: who is named does the work behind."""
        return _CHARGING.search(self.text, max(self.piece.segment.start, at - _NEAR), at) is not None

    def _brings(self, at: int, i: int) -> bool:
        """护送到X, 护送其到X: whether 到 says to which body the verb at `at` brings people."""
        near = self.tokens[i].start - self.tokens[at].end <= 1 or self.brought(i)
        return near and self.tokens[i].text in ("到", "至") and self.chain_at(i) is not None

    def _tells(self, at: int) -> bool:
        """发现问题立即向X报告: whether 向 opens a step of telling behind another's object."""
        target = self.chain_at(at) if self.tokens[at].word.value == "to" else None
        behind = self.tokens[target + 1 : target + 3] if target is not None else []
        if len(behind) == 2 and behind[0].text == "提出":
            behind = behind[1:]  # 向X提出控告
        return bool(behind) and behind[0].text in _REPORTING and not self.text.startswith("的", behind[0].end)

    def _or_else(self, at: int, i: int) -> bool:
        """优先配租公租房或者发放租赁补贴: behind 或者 another verb with an object of its own."""
        last = i + 1 >= len(self.tokens)
        waived = self.tokens[i].text == "、" and self.tokens[at].text in WAIVING  # 免除学费、发放助学金
        if last or not (waived or self.tokens[i].text in ("或者", "或")) or self.tokens[at].word.value in LIGHT:
            return False
        verb = self.tokens[i + 1]
        alone = verb.end >= self.end or OUTCOME_NOUN.match(self.text, verb.end) is not None
        return verb.start == self.tokens[i].end and verb.text in DELIVERING and not alone

    def _verb_beside(self, at: int, i: int, following: Token | None) -> bool:
        token, verb = self.tokens[i], self.tokens[at]
        if i != at + 1 or token.start != verb.end or following is None or verb.word.value in LIGHT:
            return False
        if token.text in _WITH and _MATCHED.match(self.text, token.end, self.end):
            return False
        return following.kind in ("verb", "role") and following.start - token.end <= 2

    def skip_to_and(self, at: int) -> int:
        """Index of the next 并, or of the coordination right behind the verb just read."""
        for i in range(at, len(self.tokens)):
            token = self.tokens[i]
            if token.kind == "and" and token.word.value == "verbal":
                return i
            beside = i == at and token.kind == "and" and self.tokens[i - 1].end == token.start
            if beside and i + 1 < len(self.tokens) and self.tokens[i + 1].kind == "verb":
                return i
        return len(self.tokens)
