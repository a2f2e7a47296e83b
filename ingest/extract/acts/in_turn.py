"""What begins anew behind 、: a body with its verb (由A审核、B确认), a step with its object (受理申请、核实状况)."""

from __future__ import annotations

import re

from ingest.extract.acts.watching import Watching
from ingest.grammar import Token

_STEPS = frozenset(("investigate", "decide", "accept", "pay", "inform"))
_OBJECT = re.compile(  # of a verb, no noun that it is part of (审核材料, not 审核程序)
    r"(?!(?:类|服务|工作|活动|业务|项目|机构|平台|机制|等|程序|流程|标准|条件|方式|方法|办法|渠道|结果|意见|职责|制度|环节|手续|事项|时限|期限|权限|部门|人员|单位|报告|通知|申请|表|书|费|金|资金|资料)[^，。；]{0,3})"
    r"(?![的、和及与等或])[^，。；、的]{3,}"
)


class InTurn(Watching):
    """Reading of bodies and steps in turn."""

    def takes_over(self, at: int) -> bool:
        """由A审核、B确认: whether the agency at `at`, right behind a verb and 、, does what the verb behind it says."""
        if at < 2 or at + 1 >= len(self.tokens):
            return False
        done, link, body, verb = self.tokens[at - 2 : at + 2]
        adjacent = done.end == link.start and link.text == "、" and link.end == body.start and body.end == verb.start
        acts = done.kind == verb.kind == "verb" and done.word.value == verb.word.value == "content"
        return adjacent and body.chain is not None and acts and not self.text.startswith("的", verb.end)

    def next_object(self, at: int, i: int, verb: Token) -> bool:
        """受理申请、调查核实家庭状况: whether behind 、 another step with an object of its own begins."""
        first, link = self.tokens[at], self.tokens[i]
        if link.text != "、" or verb.start != link.end or not first.word.value == verb.word.value == "content":
            return False
        lexemes = (first.word.lexeme, verb.word.lexeme)
        steps = all(w is not None and _STEPS.issuperset(w.functions) for w in lexemes) and verb.end - verb.start > 1
        said = link.start - first.end > 1 and not any(t.kind == "de" for t in self.tokens[at:])
        return steps and said and _OBJECT.match(self.text, verb.end, self.end) is not None
