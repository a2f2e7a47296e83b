"""Prepositional phrases of a comma piece: where they end, and which body they name in which part.

由X: X leads. 向X: X is told or asked. 对X: X is watched. 与X共同: X is a partner. 按照…规定, 通过…方式, 自…之日起
and what stands inside a relative clause are passed over until the verb that the phrase belongs to.
"""

from __future__ import annotations

import re

from ingest.extract.acts.partners import Partners
from ingest.extract.acts.phrase_ends import BASIS_END, BASIS_LAST, MANNER_END, MANNER_LAST, PROOF_END
from ingest.extract.acts.subject_zone import ACCOUNT
from ingest.extract.bodies.chains import Body
from ingest.grammar import after_de
from kg.enums import Role

_OWN_PEOPLE = re.compile(r"(?:及其|的)?(?:工作|从业|有关|相关|管理)?人员")
_CARRYING_OUT = frozenset(("开展", "实施", "落实", "执行", "履行", "组织实施", "贯彻落实", "办理", "使用"))
DELIVERING = frozenset(("发放", "提供", "给予", "支付", "发给", "拨付", "配发", "补助", "补贴", "资助"))
_BRINGING = ("护送", "引导", "安置", "转送", "接送", "送往", "运送")
_FAR_AWAY = 16  # characters between bringing and where to
_TAKING_STEPS = ("采取", "采用")
_TAKING_IN = ("纳入", "列入", "列为", "归入")
_AFFAIRS = (
    "服务",
    "工作",
    "业务",
    "培训",
    "评估",
    "调查",
    "照料",
    "照护",
    "护理",
    "事项",
    "事务",
    "项目",
)  # nouns at the end of an object
_ITS_PEOPLE = re.compile(
    r"(?:全体|所有)?(?:在职)?(?:职工|员工|教职工|成员|会员|工作人员|学生|患者)"
)  # 向本单位职工公布
_GIVING_OVER = frozenset(("交由", "转由"))
_AS_WHAT = re.compile(r"以[^，。；]{1,20}?为(?:单位|基础|依托|载体|纽带|平台|抓手|基数|主体|依据)")  # 以县为单位启动
_SUCH_MANNER = re.compile(r"等(?:多种|各种|各类|有效)?(?:方式|形式|途径|渠道|手段|办法)$")
_CHANGED_FROM = re.compile(  # 标准由每月100元提高到120元: what it was
    r"(?:(?!将|把)[^，。；]){1,40}?(?:调整|提高|降低|放宽|扩[展大]|延长|缩短|增加|变更|改|提升|上调|下调)(?:为|至|到)"
)
_WILL = re.compile("将(?:会同|适时|不定期|视情|择机)")  # what will be done, nothing put before its verb
_SEATED = re.compile(r"[^，。；的]{2,16}(?:所在|所属)(?:地|地区|区域)?")
_PLACE_OF = re.compile(r"(?:所在地?|住所地|户籍地|注册地|居住地|上级|本级|同级|设立|隶属|主管)*的")


def _behind_staff(text: str, at: int) -> int:
    """Where the words for a body's own people behind its name end (医疗机构及其工作人员)."""
    found = _OWN_PEOPLE.match(text, at)
    return found.end() if found else at


class Phrases(Partners):
    """Reading of prepositional phrases."""

    def preposition(self, at: int) -> int:
        """Read the phrase that opens at token `at`; the index to go on from."""
        value, word = self.tokens[at].word.value, self.tokens[at].text
        if value == "take" and _WILL.match(self.text, self.tokens[at].start, self.end):
            return at + 1
        if value == "by":
            return self.by(at)
        if value == "with":
            return self.partner(at)
        if value == "through":
            return self._through(at)
        if value == "along":
            return self._along(at)
        if value == "in":
            return self._pass(at) if word in ("经", "经过") else self.circumstance(at)
        head = self.head(at)
        if value == "take":
            head = next((i for i in range(at + 1, head) if self._ends_taking(i, head)), head)
            head = len(self.tokens) if self._only_takes(head) else head
            self.taken = self.text[self.tokens[at].end : self.offset(head)]
        elif value == "on":
            self.matter = self.text[self.tokens[at].end : self.offset(head)]
        target = self.target(at, head)
        if target is not None and value == "to" and self.brought(at):
            self.add(self.tokens[target].chain, Role.RECIPIENT)
        elif target is not None and value == "to":
            people = _ITS_PEOPLE.match(self.text, self.tokens[target].end)
            self.goal = None if people else self.tokens[target].chain
        elif target is not None and value == "on" and head < len(self.tokens):
            near = self.tokens[head].start - _behind_staff(self.text, self.tokens[target].end) <= 4
            self.about = self.tokens[target].chain if near or self._acts_there(at, target) else None
        return head

    def brought(self, at: int) -> bool:
        """护送流浪人员到X, 将其安置到X: whether the verb before 到 brings people there."""
        if self.tokens[at].text not in ("到", "至"):
            return False
        for token in reversed(self.tokens[max(0, at - 4) : at]):
            if token.kind == "verb":
                return token.text.endswith(_BRINGING) and self.tokens[at].start - token.end <= _FAR_AWAY
            if token.kind not in ("name", "and", "de"):
                return False
        return False

    def _acts_there(self, at: int, target: int) -> bool:
        """对X开展…工作进行督查: X is who is watched, in what it does."""
        first = self.tokens[target].start - self.tokens[at].end <= 2
        return first and target + 1 < len(self.tokens) and self.tokens[target + 1].text in _CARRYING_OUT

    def _ends_taking(self, at: int, head: int) -> bool:
        """Whether the phrase of 将 ends where 由X or 向X opens another."""
        value = self.tokens[at].word.value
        return value == "by" or (value == "to" and self.target(at, head) is not None)

    def _only_takes(self, head: int) -> bool:
        """将照料服务，通过…委托X承担: whether the piece names no more than what the next says something of."""
        if self.piece.segment.last or head >= len(self.tokens):
            return False
        verb = self.tokens[head]
        rest = self.text[verb.end : self.end]
        return rest in _AFFAIRS if rest else verb.text.endswith(_AFFAIRS)

    def by(self, at: int) -> int:
        """由X…: X does what follows."""
        if any(p.match(self.text, self.tokens[at].end, self.end) for p in (ACCOUNT, _CHANGED_FROM)):
            return at + 1
        target = self.chain_at(at, reach=14) or self.described(at) or self._placed(at)
        if target is None and (self.tokens[at].text in _GIVING_OVER or self.text.startswith("该", self.tokens[at].end)):
            return at + 1  # to a person, 由该单位: the subject goes on acting
        step = self.next_step(self.tokens[at].start)
        if target is None:
            step.elsewhere = True
            step.anaphoric = self.text.startswith("其", self.tokens[at].end)
            return at + 1
        target = self._owned(target)
        chain = self.tokens[target].chain
        behind = self.tokens[target + 1] if target + 1 < len(self.tokens) else None
        if (made := self.made_up(target)) is not None:
            step.elsewhere = True
            return made
        if chain and behind and behind.kind == "verb" and behind.start == chain.end and self.relative(target + 1):
            step.by = self._set_up(target + 1)
            return target + 2
        step.by = self.before_with(chain) if chain else ()
        if chain and self.text.startswith("代", chain.end):
            step.role = Role.DELEGATE
        return target + 1

    def _placed(self, at: int) -> int | None:
        """由接收安置单位所在省级民政部门…: index of the agency right behind the words that place it."""
        for i in range(at + 1, len(self.tokens)):
            token = self.tokens[i]
            if token.kind not in ("verb", "agency", "and"):
                return None
            if token.kind == "agency" and _SEATED.fullmatch(self.text, self.tokens[at].end, token.start):
                return i
        return None

    def _set_up(self, at: int) -> tuple[Body, ...]:
        """由民政部门设立的福利机构: the agency behind the description that verb `at` closes."""
        behind = self.tokens[at + 2] if at + 2 < len(self.tokens) else None
        near = behind is not None and behind.chain is not None and after_de(self.text, behind)
        return behind.chain.bodies if near and behind is not None and behind.chain is not None else ()

    def _owned(self, at: int) -> int:
        """由用人单位所在地的社会保险行政部门: the agency that the one at `at` only places."""
        token = self.tokens[at]
        following = next(
            (i for i in range(at + 1, len(self.tokens)) if self.tokens[i].kind not in ("de", "name")), None
        )
        if following is None or self.tokens[following].kind != "agency":
            return at
        return following if _PLACE_OF.match(self.text, token.end, self.tokens[following].start) else at

    def _through(self, at: int) -> int:
        token = self.tokens[at]
        if (taken := _AS_WHAT.match(self.text, token.start, self.end)) and taken.end() < self.end:
            return self.first_from(at, taken.end())
        if _SUCH_MANNER.search(self.text, token.end, self.end):
            return len(self.tokens)
        ends = list(MANNER_END.finditer(self.text, token.end, self.end))
        if ends:
            return self._behind_means(at, self.first_from(at, ends[-1].end()))
        if MANNER_LAST.search(self.text, token.end, self.end):
            if token.text in _TAKING_STEPS and self.text.endswith("措施", 0, self.end):
                self.step.light = True
            return len(self.tokens)
        target = self.chain_at(at)
        if target is not None and token.text == "通过":
            self.add(self.tokens[target].chain, Role.DELEGATE)
        return self.head(at)

    def _behind_means(self, at: int, stop: int) -> int:
        """采取发放救助金等方式给予…: paying is work also as a means."""
        if self.tokens[at].text in _TAKING_STEPS and stop < len(self.tokens):
            means = (t.word.lexeme for t in self.tokens[at + 1 : stop] if t.text in DELIVERING)
            self.step.functions |= dict.fromkeys(
                f for lexeme in means if lexeme for f in lexeme.functions if f == "pay"
            )
        return stop

    def _along(self, at: int) -> int:
        """Behind 按照…规定: the first verb that stands right behind a word such phrases end with."""
        head = self.head(at)
        towards = (i for i in range(at + 1, head) if self.tokens[i].word.value == "to" and self.target(i, head))
        if self.tokens[at].text == "凭" and (papers := next(towards, None)) is not None:
            return papers  # 凭单据向X申请
        if self.by_example(at, head):
            self.step.said = True
            return len(self.tokens)
        ends = PROOF_END if self.tokens[at].text == "凭" else BASIS_END
        for found in ends.finditer(self.text, self.tokens[at].end, self.end):
            i = self.first_from(at, found.end())
            if i == len(self.tokens) or self.tokens[i].kind not in ("verb", "role", "prep", "marker"):
                continue
            gap = self.text[found.end() : self.tokens[i].start]
            if len(gap) <= 4 and "的" not in gap:
                return i
        taken_in = head < len(self.tokens) and self.tokens[head].text.endswith(_TAKING_IN)  # 参照单人户纳入低保范围
        last = None if taken_in else BASIS_LAST.search(self.text, max(self.tokens[at].end, self.end - 4), self.end)
        return len(self.tokens) if last else head

    def _pass(self, at: int) -> int:
        """经审核, 经X批准."""
        told = self.text.startswith("向", self.tokens[at].end)
        target = self.chain_at(at, reach=10) or (None if told else self.described(at))
        if target is None or target + 1 >= len(self.tokens):
            return at + 1
        verb, chain = self.tokens[target + 1], self.tokens[target].chain
        if verb.word.lexeme and chain and verb.start - chain.end <= 3:
            step = self.next_step(self.tokens[at].start)
            step.by, step.passes = chain.bodies, True
            step.functions = dict.fromkeys(verb.word.lexeme.functions)
            return target + 2
        return target + 1
