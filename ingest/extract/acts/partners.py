"""Partners named by 与, 同, 和: who works together with the subject, is brought to match, or signs an agreement."""

from __future__ import annotations

import re

from ingest.extract.acts.circumstances import Circumstances
from ingest.extract.acts.subject_zone import OFTEN
from kg.enums import Role

_TOGETHER = re.compile(
    r"\s*(?:按月|按季度?|定期|及时|直接|即时)*(?:结算|对账|比对|核对|会商|共同|联合|协同|一起|一道|协商|会同|建立|进行|开展|共享|交换|合作|协作|沟通|协调|联动|配合|衔接|密切)"
)
_WORKING_TOGETHER = frozenset(("合作", "协作", "配合", "密切配合", "协同", "联动", "沟通"))
_SIGNING = re.compile(
    r"\s*(?:签订|签署|订立)[^，。；]{0,12}(?:服务|供养|委托|托养|照料|购买)[^，。；]{0,6}(?:协议|合同)"
)
_MATCHING = re.compile(
    r"[^，。；]{1,40}?(?:相(?:结合|配套|衔接|对接)|(?:有效|有机|紧密|无缝|精准|充分|顺畅|做好)(?:衔接|对接))$"
)


class Partners(Circumstances):
    """Reading of phrases that name a partner."""

    def beside(self, at: int) -> bool:
        """Whether 与 opens a phrase (应当与X签订…): right behind the marker or at the start, before an agency."""
        start = self.piece.segment.start
        opens = self.tokens[at].start == start or (at > 0 and self.tokens[at - 1].kind == "marker")
        opens = opens or OFTEN.fullmatch(self.text, self.piece.subject_end, self.tokens[at].start) is not None
        if opens and self._matches(at):
            return True
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        return opens and following is not None and following.kind == "agency"

    def _matches(self, at: int) -> bool:
        return _MATCHING.fullmatch(self.text, self.tokens[at].end, self.end) is not None

    def _only_together(self, at: int) -> bool:
        """Whether the verb behind a partner only says that they work together (与X合作为Y提供…)."""
        return at + 1 < len(self.tokens) and self.tokens[at].text in _WORKING_TOGETHER

    def partner(self, at: int) -> int:
        """与X共同…: X is a partner; 与X签订协议: X will do the work; 与X相衔接: the work is to bring both together."""
        if self._matches(at):
            self.step.functions["coordinate"] = None
            return len(self.tokens)
        target = self.chain_at(at, reach=6)
        if target is None:
            heads = [i for i in range(at + 1, len(self.tokens)) if self.can_head(i)]
            return heads[-1] if heads else at + 1
        chain = self.tokens[target].chain
        if chain is not None and _TOGETHER.match(self.text, chain.end):
            self.add(chain, Role.JOINT)
            return target + 2 if self._only_together(target + 1) else target + 1
        if chain is not None and _SIGNING.match(self.text, chain.end):
            self.add(chain, Role.DELEGATE)
        return target + 1
