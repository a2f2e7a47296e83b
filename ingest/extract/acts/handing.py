"""Handing over and telling: 报X审批 (X decides), 报送X (X is told), 由A将材料报送B审核 (A tells, B decides)."""

from __future__ import annotations

import re
from functools import cache

from ingest.extract.acts.functions import object_functions
from ingest.extract.acts.objects import Objects
from ingest.extract.bodies.chains import Body, Chain
from ingest.grammar import Token
from kg.enums import Role
from ontology.lexemes import OBJECT

SETTLING = re.compile(
    r"审批|核批|批准|核准|审定|决定|确认|审核|审查|列入|纳入|核定|同意|评审|认定|核实|复核|核查|处理|解决|裁决|确定|办理|备案审查|作出"
)
_REFERRING = frozenset(("报", "报请", "提请", "报经", "呈报", "送"))
_CARRIERS = frozenset(("进行", "予以", "统一", "负责", "开展", "组织", "组织开展"))
_ASKING = frozenset(("提交", "提请"))
_CARING = frozenset(("school", "medical-institution", "welfare-home", "rescue-station"))  # where people are brought
_CONFERENCES = frozenset(("leading-group", "leading-office"))
_SENDING = frozenset(("报送", "提交", "移送", "移交", "送交", "转交", "转送", "递交"))
_HANDING = frozenset(("转", "转交", "转送", "移交", "送交", "交", "转至", "移送", "转办", "分转", "转介"))
_SENT_ON = frozenset(("移送", "移交", "转交", "转送", "转办", "移送至", "转至"))
_DEALING = ("处理", "办理")  # 移送X处理: X is sent it, and nothing is settled yet
TELLING = frozenset(
    (
        "告知",
        "通知",
        "通报",
        "抄送",
        "抄报",
        "反馈",
        "反馈给",
        "报告",
        "汇报",
        "推送",
        "推送给",
        "推送至",
        "推送到",
        "发送给",
        "发送至",
        "共享给",
        "信息推送",
        "信息反馈",
        "信息通报",
        "情况通报",
        "信息报送",
        "反馈至",
    )
)
MONEY = re.compile(
    r"款|资金|基金|经费|捐赠|费用|捐助|罚没|资助|保障金|公益金|补助金|救助金|抚恤金|补贴|津贴|专项|收益|收入|债券|财产|贷款|税收"
)
_PAYING_OUT = re.compile(r"(?:拨[付款]?|划[拨转]|下达|支付|转账|[转汇打划缴存拨]入|汇)(?:给|到|至|于)?$")
_PUT_IN_FORCE = re.compile(  # what is approved is carried out: nothing said of whoever submits it
    r"后(?:由其|组织|统一|正式|贯彻|对外|向社会|予以|公布|发布|印发|下发|并|、)*(?:实施|执行|施行|公布|发布|印发|下发|生效|办理)$"
)
_ENTRUSTS = re.compile(r"的?(?:依法)?(?:委托|授权)")
_OFFICE = re.compile(r"(?:办公室|秘书处|办事机构|工作机构|联络处)$")
ASKING_TO_KNOW = re.compile(
    r"(?:了解|查询|索取)[^，。；]{0,24}(?:政策|规定|程序|进度|进展|情况|信息|结果|条件|标准|资料|流程|法规)"
)
REACH = 14
_TOWNSHIP = ("township",)
_GIVING_BACK = "退回"  # to an office that the matter is not for


@cache
def pays_out(verb: str) -> bool:
    """Whether a verb sends money to somebody (拨付给, 支付到)."""
    return _PAYING_OUT.search(verb) is not None


class Handing(Objects):
    """Reading of words by which something goes to another body."""

    def refer(self, at: int) -> int:
        """报X审批 (X decides), 报送X, 转交X (X is told)."""
        token = self.tokens[at]
        target = self.chain_at(at, REACH)
        if target is None and token.text in TELLING:
            target = self.far_away(at)
        if target is None and token.text in _REFERRING:
            target = self._described_settler(at) or self._in_charge(at)
        if target is None and token.text in _REFERRING and self._approved(at):
            self.next_step(token.start).elsewhere = True  # 报组长审定
            return at + 1
        if target is None:
            return at + 1
        chain = self.tokens[target].chain
        verb = self.tokens[target + 1] if target + 1 < len(self.tokens) else None
        if verb is not None and verb.text in _CARRIERS and target + 2 < len(self.tokens):
            verb = self.tokens[target + 2]  # 报送X进行审核
        told = token.text in TELLING or (token.text in _SENT_ON and verb is not None and verb.text.endswith(_DEALING))
        if verb is not None and verb.word.lexeme and not told and SETTLING.search(verb.text):
            self._hand_up(token, chain)
            step = self.next_step(token.start)
            step.by, step.passes = chain.bodies if chain else (), True
            gives = object_functions(verb.word.lexeme, self.text, self.tokens[target + 2 :], verb.end, self.end)
            step.functions |= dict.fromkeys(f for f in gives if f != OBJECT)
            return self._once_settled(target + 2) or self.skip_to_and(target + 2)
        if token.text in _ASKING and chain is not None and any(_CONFERENCES.intersection(b.ids) for b in chain.bodies):
            self.step.functions["coordinate"] = None
        elif token.text in _ASKING and verb is not None and verb.word.lexeme:
            self.step.functions |= dict.fromkeys(verb.word.lexeme.functions)
        else:
            self.step.functions |= dict.fromkeys(self._told(token, chain.bodies if chain else ()))
        self.add(chain, Role.RECIPIENT)
        return self.skip_to_and(target + 1)

    def _in_charge(self, at: int) -> int | None:
        """报主管民政部门备案: index of the agency right behind 主管."""
        named = self.tokens[at + 1 : at + 3]
        adjacent = len(named) == 2 and named[0].text == "主管" and named[0].end == named[1].start
        return at + 2 if adjacent and named[1].chain is not None else None

    def _described_settler(self, at: int) -> int | None:
        """报主管的X审核: index of the agency behind what describes it, where it settles the matter."""
        target = self.described(at)
        verb = self.tokens[target + 1] if target is not None and target + 1 < len(self.tokens) else None
        return target if verb is not None and SETTLING.match(verb.text) else None

    def asked_to_tell(self, at: int) -> bool:
        """申请人可以向X了解进度: X tells them; an authority that finds something out does so itself."""
        asks = ASKING_TO_KNOW.match(self.text, self.tokens[at].start, self.end)
        return asks is not None and self.goal is not None and self.piece.person and not self.piece.subject

    def far_away(self, at: int) -> int | None:
        """通知流浪人员常住户口所在地的镇人民政府: the agency behind the words that place it."""
        target = self.chain_at(at, 2 * REACH)
        return target if target is not None and self.text[self.tokens[target].start - 1] == "的" else None

    def _once_settled(self, at: int) -> int | None:
        """报X批准后予以安置: index of what the subject then does, as its own step; `None` where nothing follows."""
        here = at if self.text.startswith("后", self.tokens[at - 1].end) else at + 1
        if here >= len(self.tokens) or not self.text.startswith("后", self.tokens[here - 1].end):
            return None
        if self.tokens[here].kind not in ("verb", "prep", "role") or _PUT_IN_FORCE.match(
            self.text, self.tokens[here - 1].end, self.end
        ):
            return None
        self.next_step(self.tokens[here - 1].end + 1)
        return here

    def on_behalf(self, at: int) -> int | None:
        """受X委托, 根据X的委托: index of the last word of the phrase; X leads. `None` where nothing is entrusted."""
        if self.text.endswith(("或者", "或"), 0, self.tokens[at].start):
            return None
        target = self.chain_at(at, 16)
        chain = self.tokens[target].chain if target is not None else None
        if target is None or chain is None or not _ENTRUSTS.match(self.text, chain.end):
            return None
        self.step.behalf = chain.bodies
        named = (i for i in range(target + 1, len(self.tokens)) if self.tokens[i].text in ("委托", "授权"))
        return next(named, target)

    def seat(self, at: int, host: Chain, target: int) -> int:
        """办公室设在X: the office coordinates, and X with it; where no office is spoken of, nothing."""
        if _OFFICE.search(self.text, max(0, self.tokens[at].start - 6), self.tokens[at].start):
            self.step.functions["coordinate"] = None
            self.step.elsewhere = not self.piece.subject
            self.step.together = bool(self.piece.subject)
            self.add(host, Role.LEAD)
        return target + 1

    def handed_down(self, at: int, manner: str) -> tuple[str, ...]:
        """将审核确认权限下放至X: the work that is entrusted."""
        if manner != "entrust" or not self.taken:
            return ()
        lexemes = (t.word.lexeme for t in self.tokens[:at] if t.kind == "verb" and t.word.value == "content")
        return tuple(f for lexeme in lexemes if lexeme for f in lexeme.functions)

    def loose(self, chain: Chain) -> bool:
        """Whether names hold in a context only, so that they are nobody's partners; a township is (会同乡镇)."""
        return not chain.sure and not all(body.ids == _TOWNSHIP for body in chain.bodies)

    def says_itself(self, at: int) -> bool:
        """Whether a word of handing over names nobody and is a verb like others (报告情况)."""
        token = self.tokens[at]
        if token.word.lexeme is None or self.chain_at(at, REACH) is not None:
            return False
        if token.text in TELLING and self.far_away(at) is not None:
            return False
        return token.text not in _REFERRING or not self._approved(at)

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
        return near and following is not None and bool(SETTLING.search(following.text))

    def _told(self, token: Token, bodies: tuple[Body, ...]) -> tuple[str, ...]:
        """What handing to a body is: an application is accepted, money is fund work, the rest information."""
        if token.text.startswith(_GIVING_BACK):
            return ("inform",)
        if token.text == "送" and bodies and all(_CARING.issuperset(body.ids) for body in bodies):
            return ("service",)
        start = self.piece.segment.start
        since = self.text.rfind("并", start, token.start)  # 追回资金并移送X: the case is handed over
        words = (
            self.text[since : token.start] if since >= 0 else self.piece.topic_words + self.text[start : token.start]
        )
        if token.text in _HANDING and "申请" in words:
            return ("accept",)
        if token.text in _HANDING and (MONEY.search(words) or "finance" in {i for b in bodies for i in b.ids}):
            return ("fund",)
        return token.word.lexeme.functions if token.word.lexeme else ("inform",)

    def sent_to(self, at: int) -> Chain | None:
        """告知其向X求助, 信息推送X: the body somebody or something is sent to."""
        right_behind = self.chain_at(at, 0)
        if right_behind is not None:
            return self.tokens[right_behind].chain
        for i in range(at + 1, len(self.tokens)):
            token = self.tokens[i]
            if token.kind == "prep" and (token.word.value == "to" or token.text == "给"):
                target = self.chain_at(i)
                return self.tokens[target].chain if target is not None else None
            if token.kind in ("verb", "role"):
                return None
        return None
