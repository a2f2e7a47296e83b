"""The steps of a comma piece while it is read, and the verb that a phrase in it belongs to.

What reads phrases, objects and verbs builds on this: `phrases.py`, `objects.py`, `handing.py`, `controlling.py`,
`verbs.py`.
"""

from __future__ import annotations

import re

from ingest.extract.acts.pieces import Piece, Step
from ingest.extract.acts.subject_zone import NOMINAL
from ingest.extract.bodies.chains import Chain
from ingest.grammar import Token, after_de
from kg.enums import Role

_SERIAL = frozenset(("进行", "予以", "给予", "提供", "实施", "不予", "代为", "发放", "办理"))
_OPENING = frozenset((*_SERIAL, "开展", "组织开展"))  # an object of their own behind whom it is for
_GIVING = ("给予", "予以", "不予")
_SERVING = ("提供", "给予")  # 免费提供, 优先给予
_GRANTED = ("给予", "予以")  # 给予补助
WAIVING = frozenset(("减免", "免除", "免收", "减收", "免交", "免缴", "缓收", "缓交"))
_GENUS = re.compile(r"等[^，；。]{0,6}(?:服务|工作|事项|事务|业务|活动)?$")
_TAKING = re.compile(
    r"纳入|列入|列为|归入|作为|转为|报|提交|上传|推送|移交|移送|转交|转送|转介|送|交|反馈|通报|通知|告知|录入|记入|登记|公布|公示|公开|汇总|"
    r"拨付|下拨|划拨|发放|分配|下达|分解|认定|确定|确认|交换|比对|安排"
)  # verbs whose object 将 puts before them
_FINED = re.compile(r"处(?!以?理)[^，。；的]{2,30}的$")  # 处五千元以上一万元以下的罚款
_DESCRIBED = 24  # characters of what describes the body behind 由
_AT_HOME = re.compile(r"[^，。；的]{1,12}(?:户籍|户口|居住|常住|住所|所在|学籍|参保|入伍|安置)(?:所在)?地?的?")
_CASE = re.compile(  # which people or papers, said without a noun
    r"(?:经[^，。；]{0,8}?|确|已|尚|仍)?(?:不?符合|不?属于|查实|核实|属实|材料|情况|情节|需要|存在|拒不|(?:验收|考核|评估|审核|检查|审查|复核|公示|培训|鉴定|考试)?(?:合格|达标|通过|无误|无异议|优秀|良好)|未(?!成年)|有|无|不(?!同)|超过|生活|家庭)"
    r"[^，。；]{0,20}的"
)
_AT_FAULT = re.compile(  # 对工作不力的严肃问责
    r"[^，。；]{0,20}(?:不力|不合格|不达标|[未不]通过|不到位|不及时|不落实|不作为|推诿|扯皮|冒领|作假|虚报|套取|挪用|截留|挤占|失职|渎职|违规|违纪|违法|厚友)的"
)
_PHRASE = 4  # characters of a verb with its object in it (说明理由)
_ADVERB = 2  # characters between 、 and a verb of a list (操作指导、优先办理等服务)
_WHOLE = frozenset(("take", "on", "through"))  # their object is a noun phrase, never a clause


class Heads:
    """A piece being read: its tokens, the step in hand and the heads of its phrases."""

    def __init__(self, text: str, piece: Piece, tokens: list[Token]):
        self.text = text
        self.piece = piece
        self.tokens = tokens
        self.end = piece.segment.end
        self.step = Step(piece.segment.start, self.end)
        self.goal: Chain | None = None  # 向X
        self.about: Chain | None = None  # 对X
        self.matter = ""  # 对…进行: the object that 对 puts before its verb
        self.taken = ""  # the object that 将 puts before its verb

    # -- steps and names -----------------------------------------------------------------------------------------

    def close(self) -> None:
        """Keep the step if it says anything."""
        if self.goal is not None:
            self.step.goal, self.goal = self.goal.bodies, None
        if not self.step.empty:
            self.piece.steps.append(self.step)

    def next_step(self, at: int) -> Step:
        """Close the step and open the next at offset `at`; one that has said nothing yet is gone on with."""
        old = self.step
        if old.functions or old.light or old.by:
            joint = next((t for t in self.tokens if t.kind == "and" and t.end == at), None)
            old.end = joint.start if joint else at
            self.close()
            self.step = Step(at, self.end)
        return self.step

    def chain_at(self, at: int, reach: int = 8) -> int | None:
        """Index of an agency token that follows token `at` with at most `reach` characters between."""
        for i in range(at + 1, len(self.tokens)):
            token = self.tokens[i]
            if token.start - self.tokens[at].end > reach or token.kind in ("verb", "role", "prep", "marker"):
                return None
            if token.kind == "agency":
                return i
        return None

    def add(self, chain: Chain | None, role: Role) -> None:
        """Note the agencies of `chain` in `role`."""
        if chain is not None:
            self.step.others.extend((body, role) for body in chain.bodies)

    def offset(self, at: int) -> int:
        """Where token `at` starts; the end of the piece behind the last."""
        return self.tokens[at].start if at < len(self.tokens) else self.end

    def target(self, at: int, stop: int) -> int | None:
        """Index of the last agency token between `at` and `stop` that no 的 follows."""
        for i in range(stop - 1, at, -1):
            token = self.tokens[i]
            if token.kind == "agency" and self.text[token.end : token.end + 1] != "的":
                return i
        return None

    def described(self, at: int) -> int | None:
        """由设立该机构的司法行政部门责令…: an agency behind a description that closes with 的."""
        first = True
        for i in range(at + 1, len(self.tokens)):
            token = self.tokens[i]
            if token.kind in ("prep", "marker"):
                return None
            if token.kind != "agency" or not self._behind_de(i):
                continue
            if first and token.end == self.end and not self.piece.segment.last:
                return i  # 由领取证书的遗属户籍所在地县民政局，…
            first = False
            following = self.tokens[i + 1] if i + 1 < len(self.tokens) else token
            acts = following.kind in ("verb", "prep", "role") and following.start - token.end <= 4
            if acts and token.start - self.tokens[at].end <= _DESCRIBED:
                return i
        return None

    def _behind_de(self, at: int) -> bool:
        """Whether an agency stands right behind 的, or behind the people whose home or work places it."""
        closed = max((t.end for t in self.tokens[:at] if t.kind == "de"), default=-1)
        start = self.tokens[at].start
        return closed == start or (closed > 0 and _AT_HOME.fullmatch(self.text, closed, start) is not None)

    # -- the verb a phrase belongs to ----------------------------------------------------------------------------

    def relative(self, at: int) -> bool:
        """Whether the verb stands right before 的 and so only describes what follows (提供的捐赠)."""
        token = self.tokens[at]
        return self.text[token.end : token.end + 1] == "的" and token.end + 1 < self.end

    def serial(self, at: int) -> bool:
        """Whether the verb opens a phrase of its own behind another's object (采取措施给予…)."""
        token = self.tokens[at]
        if token.text not in _SERIAL or after_de(self.text, token) or NOMINAL.match(self.text, token.end, self.end):
            return False
        before = self.tokens[at - 1] if at else token
        if before.text == "、" and token.start - before.end <= _ADVERB and self._listed(at):
            return False
        return not any(t.kind == "de" for t in self.tokens[at + 1 :])

    def _listed(self, at: int) -> bool:
        """Whether a verb behind 、 is a member of a list of nouns (…的受理、发放, 在线申请、办理等服务)."""
        before = self.tokens[max(0, at - 2)]
        beside = before.kind == "verb" and before.end + 1 == self.tokens[at].start
        owned = any(t.kind == "de" for t in self.tokens[:at])
        return beside or owned or bool(_GENUS.search(self.text, self.tokens[at].end, self.end))

    def head(self, at: int) -> int:
        """Index of the verb that a phrase at `at` belongs to: no 的 between it and the next verb."""
        heads = [i for i in range(at + 1, len(self.tokens)) if self.can_head(i)]
        plain = [i for i in heads if self._takes_noun(i) or not NOMINAL.match(self.text, self.tokens[i].end, self.end)]
        heads = [i for i in heads if i in plain or i > max(plain, default=-1)]
        if self.tokens[at].word.value == "on":
            last = max(self._owners(heads), default=-1)
            heads = [i for i in heads if i > last]
        if self.tokens[at].word.value == "to":
            heads = self._behind_described(at, heads)
        if self.tokens[at].word.value == "take":
            heads = [i for i in heads if _TAKING.match(self.tokens[i].text)] or heads
        if self.tokens[at].word.value == "for":
            if heads and all(self.tokens[i].kind == "role" and self._joins(i) for i in heads):
                return len(self.tokens)  # 为老年人参与社会发展创造条件
            serial = [i for i in heads if self.tokens[i].text in _SERIAL or self._gives(i)]
            heads = [i for i in serial if self.text[self.tokens[i].start - 1] != "、" or not self._listed(i)] or heads
        if self.tokens[at].word.value in _WHOLE:
            serial = [i for i in heads if self.tokens[i].text in _SERIAL or self.tokens[i].text.startswith(_GRANTED)]
            if serial:
                return heads[0] if self.tokens[heads[0]].text in WAIVING else serial[0]
            if heads and self.tokens[heads[0]].start == self.tokens[at].end:
                if len(heads) == 1 and "的" in self.text[self.tokens[heads[0]].end : self.end]:
                    return len(self.tokens)
                heads = heads[1:] or heads
        for here, following in zip(heads, [*heads[1:], None], strict=False):
            if following is None or not any(t.kind == "de" for t in self.tokens[here + 1 : following]):
                return here
        return self._behind_case(at) if self.tokens[at].word.value == "on" else len(self.tokens)

    def _behind_described(self, at: int, heads: list[int]) -> list[int]:
        """向接受指派的律师支付: the heads behind the 的 that closes what describes whom the phrase is for."""
        if not heads or self.tokens[heads[0]].start != self.tokens[at].end:
            return heads
        owners = (i for i in range(heads[-1], at, -1) if self.tokens[i].kind == "de")
        return next((behind for owner in owners if (behind := [i for i in heads if i > owner])), heads)

    def _behind_case(self, at: int) -> int:
        """对符合条件的认定为X: index of the verb right behind the 的 that closes a case; none where a noun follows."""
        if not any(p.match(self.text, self.tokens[at].end, self.end) for p in (_CASE, _AT_FAULT)):
            return len(self.tokens)
        for i in range(at + 1, len(self.tokens)):
            token = self.tokens[i]
            says = token.end < self.end - 1 or len(token.text) >= _PHRASE
            does = token.kind == "verb" and after_de(self.text, token) and says
            if does and not self.relative(i) and not NOMINAL.match(self.text, token.end, self.end):
                return i
        return len(self.tokens)

    def _joins(self, at: int) -> bool:
        """Whether a role word is one of taking part, which those named before it do."""
        role = self.tokens[at].word.role
        return role is not None and role.manner == "participate"

    def _takes_noun(self, at: int) -> bool:
        """Whether a noun of affairs behind the verb is its object, not part of one word with it (提出资金申请)."""
        return self._gives(at) or self.tokens[at].word.value == "object"

    def _gives(self, at: int) -> bool:
        return self.tokens[at].text.endswith(_SERVING) or self.tokens[at].text.startswith("提供")

    def _owners(self, heads: list[int]) -> list[int]:
        """Indices of every 的 but those in the object of a verb that opens one of its own (对X给予必要的扶持)."""
        opens = (
            i for i in heads if self.tokens[i].text in _OPENING and (self._verb_after_de(i) or self._last_gives(i))
        )
        serial = next(opens, len(self.tokens))
        return [i for i, t in enumerate(self.tokens[:serial]) if t.kind == "de"]

    def _last_gives(self, at: int) -> bool:
        """对X给予不超过6个月的渐退期: whether nothing behind the verb but its object is left of the piece."""
        token = self.tokens[at]
        closed = max((i for i, t in enumerate(self.tokens) if t.kind == "de"), default=0)
        before = self.tokens[at - 1] if at else token
        people = before.kind == "name" or token.start - before.end >= 2
        return people and token.text in _GRANTED and closed > at and closed == len(self.tokens) - 1

    def _verb_after_de(self, at: int) -> bool:
        return any(t.kind == "verb" and after_de(self.text, t) for t in self.tokens[at + 1 :])

    def can_head(self, at: int) -> bool:
        """Whether a verb or role word can be what a phrase belongs to."""
        token = self.tokens[at]
        if token.kind == "role":
            return True
        gives = token.text.endswith(_GIVING) or token.text.startswith(_GRANTED)  # 对合格的给予补贴
        free = not after_de(self.text, token) or gives
        fined = token.text == "罚款" and _FINED.search(self.text, self.piece.segment.start, token.start)
        return token.kind == "verb" and (free or bool(fined)) and not self.relative(at)

    def first_from(self, at: int, offset: int) -> int:
        """Index of the first token behind `at` that starts at or after `offset`."""
        return next((i for i in range(at + 1, len(self.tokens)) if self.tokens[i].start >= offset), len(self.tokens))
