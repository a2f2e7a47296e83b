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
_MAKING = frozenset(("policy", "plan"))
_TEXT = re.compile(  # what is made (制定标准、…), and what more of the kind would be made (审批对象的办法)
    r"(?:标准|政策|规划|计划|办法|方案|制度|细则|规则|措施|预案|规程|程序|流程|目录|规范|条件|文件|机制|意见|指南|清单|要求|体系)$"
)
OUTCOME_NOUN = re.compile(r"(?:的|工作|等|、|和|及|与|以及|活动|事宜|事项|任务|$)")
_HOLDING = ("开展", "进行", "加强")
_JOINT = ("和", "与", "及", "、")


class InTurn(Watching):
    """Reading of bodies and steps in turn, and of verbs in a row that are nouns."""

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
        if link.text != "、" or verb.start != link.end or first.word.value != "content":
            return False
        if verb.word.value == "causing":
            return self._over_body(at, i)
        if verb.word.value != "content":
            return False
        lexemes = (first.word.lexeme, verb.word.lexeme)
        if lexemes[0] is not None and _MAKING.issuperset(lexemes[0].functions):
            return self._made_before(at, i)
        steps = all(w is not None and _STEPS.issuperset(w.functions) for w in lexemes) and verb.end - verb.start > 1
        said = link.start - first.end > 1 and not any(t.kind == "de" for t in self.tokens[at:])
        return steps and said and _OBJECT.match(self.text, verb.end, self.end) is not None

    def _over_body(self, at: int, i: int) -> bool:
        """审批对象、监督供养机构: whether behind 、 somebody begins to guide or watch an agency."""
        verb, body = self.tokens[i + 1], self.tokens[i + 2] if i + 2 < len(self.tokens) else None
        said = self.tokens[i].start - self.tokens[at].end > 1 and not any(t.kind == "de" for t in self.tokens[at:])
        return said and body is not None and body.kind == "agency" and body.start == verb.end

    def _made_before(self, at: int, i: int) -> bool:
        """制定标准、审批对象: whether a text is made, and behind 、 begins what is no other text to be made."""
        if not _TEXT.search(self.text, self.tokens[at].end, self.tokens[i].start):
            return False
        verb = self.tokens[i + 1]
        named = verb.word.lexeme is not None and _STEPS.issuperset(verb.word.lexeme.functions)
        found = _OBJECT.match(self.text, verb.end, self.end) if named and verb.end - verb.start > 1 else None
        return found is not None and not (_TEXT.search(found[0]) or self.text.startswith("的", found.end()))

    def names_work(self, at: int) -> bool:
        """Whether the verb at `at`, or the last of those joined to it, is a noun (协调、指导工作, not 协调、指导X)."""
        return OUTCOME_NOUN.match(self.text, self._last_joined(at).end, self.end) is not None

    def _last_joined(self, at: int) -> Token:
        """The last of the verbs that 、 and 和 join, one right behind the other."""
        while at + 2 < len(self.tokens):
            if self._one_noun(at):
                at += 1  # 资金使用|计划编制
                continue
            here, link, verb = self.tokens[at : at + 3]
            if link.kind != "and" or verb.kind != "verb" or here.end != link.start or link.end != verb.start:
                break
            at += 2
        return self.tokens[at]

    def _one_noun(self, at: int) -> bool:
        """Whether the verb at `at` is only the first half of an action noun that names more of the work."""
        here, behind = self.tokens[at : at + 2]
        nouns = here.word.value == behind.word.value == "content"
        return nouns and behind.kind == "verb" and behind.start == here.end and len(behind.text) > 1

    def behind_description(self, token: Token, inside: list[Token]) -> int:
        """开展预防和处置纠纷的宣传: where the nouns begin that a phrase with a verb of its own only describes."""
        verb, joint = inside[:2] if len(inside) > 1 else (token, token)
        owner = next((t for t in inside if t.kind == "de"), None)
        joined = verb.kind == "verb" and verb.start == token.end and joint.text in _JOINT and joint.start == verb.end
        described = token.text.endswith(_HOLDING) and joined and owner is not None and owner.start > joint.end + 1
        return owner.end if described and owner is not None else token.end
