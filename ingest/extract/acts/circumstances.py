"""Phrases of time, place and field: 在新生入学前, 在…方面, 自…之日起; and those that name a party besides.

在X指导下: X guides those who act. 在X协助下: X helps. 在X办理登记: X is where people register.
由A、B组成: A and B take part. 参照本办法执行: another rule applies.
"""

from __future__ import annotations

import re

from ingest.extract.acts.heads import Heads
from ingest.extract.bodies.chains import Body, Chain
from kg.enums import Role

_SINCE = re.compile(
    r"(?:之日|当日|次日|当月|次月|下月|届满|期满)(?:起|后|之?前)?(?:[^，。；]{0,8}(?:日|月|年|小时)(?:以内|之内|内))?"
)
_FROM_ON = re.compile(r"[^，。；]{1,40}?(?:当日|当月|次日|次月|下月)起(?=[^，。；])")  # 在审核确认当月起
_WITHIN = re.compile(
    r"[^，。；的]{0,16}?(?:\d+|[一二三四五六七八九十两]+)个?(?:工作日|日|天|月|年|小时)[底初]?(?:以内|之内|内|之?前|以前)"
    r"|第一时间"
)
_BEFORE = re.compile(  # 在新生入学前, 在评定后; not 在事后
    r"[^，。；的、]{1,14}?(?:之前|以前|之后|以后|期间|过程中|(?<=[学定付案诊院业婚职发用训])[前后时]|(?<=[查作程动务])中)(?![款述者备续果期台心央等小国])"
)
_FIELD = re.compile(  # 在办证、收费等方面, 在各自职责范围内; not 在…方面的困难
    r"[^，。；]{1,80}?(?:方面|环节|职责范围内|权限范围内|框架内|领域内|基础上|前提下)(?![的、])"
)
_UNDER = re.compile(  # 在X的业务指导下, 在X协助、配合下
    r"(?:(?:、|和|以及|及|与)[^，。；在]{1,24}?)?的?(?:业务|具体|统一|直接|技术|专业|政策|坚强|共同|大力|密切|积极|有力)*"
    r"(?P<how>(?:(?:指导|监督|帮助|协助|配合|支持|领导|组织|协调|统筹|管理|安排)(?:和|与|以及|及|、)?)+)下(?![列属设级达发放拨乡派])"
)
_ASKING_AT = re.compile(
    r"(?:办理|进行|申请|提出|登记|申报|报名|申领|领取)[^，。；]*?(?:登记|申请|报名|申报|申领|手续|$)"
)
_HELPING = re.compile("协助|配合|支持|帮助")
_WITH_THEM = re.compile(r"(?:按月|按季度?|定期|及时|直接|即时)*(?:结算|进行|开展|核对|比对)")
_PAID = frozenset(("medical-institution", "welfare-home", "other-body", "employer"))  # whom others pay
_WATCHED_BY = {"指导": "guide", "监督": "supervise"}
_MEETING = re.compile(r"(?:联席会议|领导小组|协调小组|工作小组|工作组|专班|指挥部|协调机制|工作机制)[^。；]*$")
_SAID_BEFORE = 60  # characters back to what is made up
_MAKING_UP = frozenset(("组成", "构成"))
_ALIKE = ("参照",)
_FOLLOWED = frozenset(("执行", "办理", "实施", "管理", "严格执行"))


class Circumstances(Heads):
    """Reading of 在, 从, 自, and of phrases that say of whom a body consists or that another rule applies."""

    def before_with(self, chain: Chain) -> tuple[Body, ...]:
        """由A与B进行比对: A leads and B is its partner; 由A与医院结算: A pays and the hospital is paid."""
        at = self.text.find("与", chain.start, chain.end)
        does = _WITH_THEM.match(self.text, chain.end) if at > 0 else None
        first = tuple(b for b in chain.bodies if b.start < at)
        if does is None or not first or len(first) == len(chain.bodies):
            return chain.bodies
        others = tuple(b for b in chain.bodies if b.start >= at)
        settles = does[0].endswith("结算")
        if settles and not all(_PAID.issuperset(b.ids) for b in others):
            return chain.bodies
        self.step.others.extend((b, Role.RECIPIENT if settles else Role.JOINT) for b in others)
        return first

    def circumstance(self, at: int) -> int:
        """Read 在…, 从…, 自…: the index to go on from."""
        word, after = self.tokens[at].text, self.tokens[at].end
        if word == "在" and (under := self._under(at)) is not None:
            return under
        behind = _SINCE.search(self.text, after, self.end) if word in "自从" else None
        behind = _FROM_ON.match(self.text, after, self.end) if word == "在" else behind
        behind = behind or (_WITHIN.match(self.text, after, self.end) if word in ("在", "于") else None)
        behind = behind or (_BEFORE.match(self.text, after, self.end) if word == "在" else None)
        behind = behind or (_FIELD.match(self.text, after, self.end) if word in ("在", "从") else None)
        if behind is not None:
            return self.first_from(at, behind.end())
        if word == "在" and (by := self._before_by(at)) is not None:
            return by
        head = self.head(at)
        if word in ("在", "于") and (place := self.target(at, head)) is not None and self._asks_at(place, head):
            chain = self.tokens[place].chain
            self.step.place = chain.bodies if chain else ()
        return head

    def _before_by(self, at: int) -> int | None:
        """在选举日的二十日前由X公布: index of 由 right behind words of time or place; `None` where none is."""
        for i in range(at + 1, len(self.tokens)):
            if self.tokens[i].word.value == "by":
                return i if self.text[self.tokens[i].start - 1] in "前后内时中间" else None
        return None

    def _asks_at(self, place: int, head: int) -> bool:
        """在X办理登记: whether what people ask for is done at the body named in `place`."""
        if head >= len(self.tokens) or self.tokens[head].start - self.tokens[place].end > 4:
            return False
        return _ASKING_AT.match(self.text, self.tokens[head].start, self.end) is not None

    def _under(self, at: int) -> int | None:
        """在X指导下: X guides those who act; 在X协助下: X helps. Index behind it, `None` where nobody is named."""
        target = self.chain_at(at)
        chain = self.tokens[target].chain if target is not None else None
        found = _UNDER.match(self.text, chain.end, self.end) if chain is not None else None
        if found is None or chain is None:
            return None
        behind = self.first_from(at, found.end())
        watched = [f for word, f in _WATCHED_BY.items() if word in found["how"]]
        if watched and (self.piece.subject or self.piece.marker):
            step = self.next_step(self.tokens[at].start)
            step.by, step.passes, step.submits, step.functions = chain.bodies, True, True, dict.fromkeys(watched)
            if behind < len(self.tokens):
                self.next_step(found.end())
        elif _HELPING.match(found["how"]):
            self.add(chain, Role.ASSIST)
        return behind

    def made_up(self, target: int) -> int | None:
        """由A、B和C组成: index of what follows, the members taking part; `None` where nothing is made up."""
        stop = target + 1
        while stop < len(self.tokens) and self.tokens[stop].kind in ("and", "agency", "name"):
            stop += 1
        if stop >= len(self.tokens) or self.tokens[stop].text not in _MAKING_UP:
            return None
        if _MEETING.search(self.text, max(0, self.piece.segment.start - _SAID_BEFORE), self.tokens[target].start):
            for token in self.tokens[target:stop]:
                counted = token.start > target and self.text[token.start - 1] == "个"  # A、B等9个部门
                self.add(None if counted else token.chain, Role.PARTICIPATE)
            self.step.functions["coordinate"] = None
        return stop + 1

    def by_example(self, at: int, head: int) -> bool:
        """参照本办法执行: whether only another rule is said to apply, which is no work."""
        last = self.tokens[head] if head < len(self.tokens) else None
        alike = self.tokens[at].text in _ALIKE and last is not None and last.text in _FOLLOWED
        return alike and last is not None and last.end == self.end
