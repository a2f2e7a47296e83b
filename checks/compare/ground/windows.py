"""The words around one number of a norm: what it is of, which step, whose, for whom, in which circumstances.

Those between the previous number and this one count first, then the rest of the norm, then the stem of its list.
"""

from __future__ import annotations

import re
from functools import cache

from checks.compare.ground.actors import START, acting, office_acts
from checks.compare.ground.amounts import amount
from checks.compare.ground.deeds import sum_names
from checks.compare.ground.marks import PAUSE
from checks.compare.ground.naming import last, nearest
from checks.compare.ground.norms import Norm
from kg.model import Groups, Parameter
from ontology.cues import Cue, load_cues
from ontology.finder import Finder
from ontology.vocabulary import Meaning, load_vocabulary

_AMONG = re.compile(r"(?:其中|对其中|(?:属于|是|系|符合)[^，。；]{2,16}的)")  # some of those in the sentence so far
_GRADE = re.compile(  # the next of a scale (年满90周岁的)
    r"(?:对)?(?:年?满|不满|未满|达到)?[0-9一二三四五六七八九十百]{1,4}(?:周?岁|级|人户|口之家)"
)
_PUBLICITY = re.compile(r"公示(?:期|时间)?[^，。；]{0,6}$")
_YARDSTICK = r"(?:(?:上|本)年度?|当地|本[省市县区州]|全[省市县区]|所在|统筹地区|同期|城[乡市镇]|农村|居民|月|年)*"
_GIVEN_BY = re.compile(  # 按照每人每天50元的标准给予生活费补贴
    r"(?:(?:的)?(?:标准|额度|比例)，?(?:给予|发放|发给|支付|核发|享受)(?:一次性)?|的)?(?P<what>[^，。；、和及]{3,14})"
)
_JOINT = re.compile(r"[、和或及与]")
_PERSON = re.compile(r"(?:人员|家庭|对象|学生|儿童|孤儿)$")
_WHOLE = re.compile(r"^.*(?:全额|全部|不设|免费|免[收缴除])[^，。；]{0,8}[，；]")  # others, who were given all before
_EXCEPT = re.compile(r"除[^，。；除0-9年月日]{1,24}?(?:以|之)?外")  # which case a rule is not for
_LIST = re.compile(r"[^，。；：、]{1,20}(?:(?:、|和|及|以及|与|或者)[^，。；：、和及与或]{1,20})+")
_MEMBER = re.compile(r"、|和|以及|及|与|或者")
_MANNER = re.compile(r"(?:急难|支出|应急)型")  # kinds of an aid, no people
_AND_TOLD = re.compile(r"并[^，。；]{0,4}(?:通知|告知|送达|函告|反馈)")  # 作出决定并书面通知: the decision
_CONCLUDES = re.compile(r"^[^。；]{2,20}?，并?作出[^，。；]{0,20}决定")  # the limit is for both (进行审查，作出决定)

REST = re.compile(r"(?:其他|其余|以外的|之外的)[^，。；]{0,8}(?:人员|对象|家庭|居民|儿童|群体|情形|患者)")
"""Those whom the words before do not name: to whom a figure behind it belongs only the whole list says."""

_FUNDED = re.compile(r"(?:的)?(?:比例|标准)?(?:给予|予以|进行)?(?:定额)?(?:资助|补贴|代缴)")
_RATE, _CONTRIBUTION = "rate", "contribution"
_SIGNS = frozenset("×÷＝=")
INCREMENT = re.compile(
    r"(?:增发|加发|增拨|加拨|补拨|追拨|增补|上浮|追加|另行?(?:增加|加发|发给|补助|给予)|再(?:增加|补助|给予)|叠加|提高|上调|增加)"
    r"[^，。；\d至到为]{0,6}$"
)
"""Before a sum or share that comes on top of another, and is no standard by itself (每户增发260元)."""


class Window:
    """The words around one number of a norm."""

    def __init__(self, norm: Norm, since: int, parameter: Parameter, following: Parameter | None, head: str = ""):
        self.norm = norm
        self.head = head  # of its column, in a table
        self.at, self.end = parameter.start - norm.start, parameter.end - norm.start
        self.segment = norm.text[since : self.at]
        self.before = norm.text[: self.at]
        pause = PAUSE.search(norm.text, self.end)
        self.after = norm.text[self.end : pause.start() if pause else len(norm.text)]
        self.rest = norm.text[self.end :]
        self.until = norm.text[self.end : following.start - norm.start] if following else self.rest
        self.parameter = parameter
        self.share, self.unclear = self._dealt()

    def _dealt(self) -> tuple[str, bool]:
        """The member of a list (A、B、C分别为x、y、z) that this number belongs to, and whether that is left unclear."""
        head, deals, _ = self.norm.text.partition("分别")
        if not deals or self.at < len(head):
            return "", False
        numbers = [p for p in numbers_of(self.norm) if p.start - self.norm.start > len(head)]
        listed = _LIST.findall(head)[-1:]
        members = [m for m in _MEMBER.split(listed[0]) if m] if listed else []
        if len(members) != len(numbers):
            return "", len(numbers) > 1
        return members[[p.start for p in numbers].index(self.parameter.start)], False

    def item(self) -> Cue | None:
        """What the number is of: the family named nearest before it, looking ever farther away."""
        if self.parameter.kind == "publicity-period":
            return next(c for c in load_cues()["item"] if c.id == "publicity")
        if self.parameter.kind == "time-limit":
            return next(
                (c for c in load_cues()["item"] if c.id == "publicity" and _PUBLICITY.search(self.segment)), None
            )
        cues = tuple(c for c in load_cues()["item"] if _dimension(self.parameter) in c.facts["unit"])
        for cue in cues:
            if cue.find("after", self.rest):
                return cue
        before = _without_basis(self.segment)
        around = before + self.norm.text[self.at : self.end] + self.after
        further = (self.head, self.said, self.norm.stem, self.norm.headed)
        sides = (self.before, self.at), *((text, len(text)) for text in further)
        found = next((x for text, at in ((around, len(before)), *sides) if (x := nearest(cues, text, at))), None)
        return self._contribution(cues) or found if found and found.id == _RATE else found

    def _contribution(self, cues: tuple[Cue, ...]) -> Cue | None:
        """What a bare rate is of where the words over it, or its sentence, are on contributions (个人缴费…资助)."""
        said = self.norm.prior + self.before + self.after if _FUNDED.match(self.after) else ""
        if found := next((c for c in cues if c.id == _CONTRIBUTION and c.find("named", said)), None):
            return found
        of = nearest(tuple(c for c in cues if c.id in (_RATE, _CONTRIBUTION)), self.norm.stem, len(self.norm.stem))
        return of if of and of.id == _CONTRIBUTION else None

    @property
    def said(self) -> str:
        """The sentence up to a stretch that only singles out some of its people (其中残疾人给予5000元)."""
        return self.norm.prior if _AMONG.match(self.norm.text) or _GRADE.match(self.norm.text) else ""

    def sum_name(self) -> str:
        """The sum by its own name that money or a share is of: the last one named before it, else right behind it."""
        if _dimension(self.parameter) not in ("money", "ratio"):
            return ""
        given = _GIVEN_BY.match(self.norm.text, self.parameter.end - self.norm.start)
        places = (self.segment, self.before, self.said, self.norm.headed, given["what"] if given else "")
        named = (sum_names(_without_basis(text)) for text in places)
        return next((names[-1] for names in named if names), "")

    def stage(self) -> str:
        """The step: that of the event the time runs from, the last verb of the first clause behind the number that has
        one, else words before it.
        """
        cues = load_cues()["stage"]
        if (event := START.search(self.segment)) and (of := next((c for c in cues if c.find("event", event[0])), None)):
            return of.id
        before = START.sub(" ", self.segment)
        both = _CONCLUDES.search(self.until)
        due = _AND_TOLD.split(self.after)[0]
        for text in (
            both[0] if both else due,
            self.after,
            *PAUSE.split(self.until),
            before,
            self.rest,
            self.norm.words,
        ):
            if found := last(cues, text):
                return found.id
        return ""

    def agency(self, entrusted: bool) -> tuple[str, str]:
        """Who has to act, with its level; for a sum that is handed down, to whom it is."""
        return acting(self.norm, self.before, self.rest, entrusted)

    def phases(self) -> frozenset[str]:
        """Circumstances of the clause the number stands in; a further round of aid is one for the whole norm."""
        here, whole = self.segment + self.after, self.before + self.after
        here, whole = (_EXCEPT.sub("", text) for text in (here, whole))
        cues = load_cues()["phase"]
        named = frozenset(c.id for c in cues if c.find("named", whole if "norm" in c.facts.get("of", ()) else here))
        return named - {"applicant"} if office_acts(self.before) else named

    def variants(self) -> frozenset[tuple[str, str]]:
        """Kinds named in the segment, or else in the norm or its stem; where they are dealt out (分别), its own."""
        if self.share and (named := variants_in(self.share)):
            return named
        for text in (self.segment, self.segment + self.after, self.before, self.head, self.norm.stem, self.norm.headed):
            if found := variants_in(text):
                return found
        return frozenset()

    def basis(self) -> str:
        """What a ratio is of: named in the parameter's own basis, the segment, the norm, the stem."""
        if self.parameter.unit not in ("%", "倍", "月"):
            return ""
        behind = self.after if self.parameter.unit == "月" else ""  # 12个月低保标准
        for text in (self.parameter.quote, behind, self.segment, self.parameter.basis or "", self.norm.stem):
            if found := nearest(load_cues()["basis"], text, len(text)):
                return found.id
        return ""

    def people(self, alone: bool) -> Groups:
        """Groups named in the segment; those of the provision where this is its only number."""
        if self.share and (dealt := groups_in(self.share)):
            return dealt
        read = self.norm.people
        own = groups_in(segment := _WHOLE.sub("", _without_basis(self.segment)))
        if read and alone and own.ids() <= read.ids() and len(own.alternatives) in (0, len(read.alternatives)):
            return read
        for text in (segment, self.before, self.norm.prior, self.norm.stem):
            if found := groups_in(_without_basis(text)):
                return found
        return read


def _dimension(parameter: Parameter) -> str:
    found = amount(parameter).dimension
    return {"%": "ratio", "time": "time"}.get(found, "money" if found.startswith("元") else "other")


def _without_basis(text: str) -> str:
    """The words without the yardstick of a ratio (当地最低生活保障标准的), which is no item and no group."""
    text = _MANNER.sub(" ", text)
    for cue in load_cues()["basis"]:
        text = re.sub(_YARDSTICK + f"(?:{cue.patterns['named'].pattern})(?:标准)?(?:的)?", " ", text)
    return text


def variants_in(text: str) -> frozenset[tuple[str, str]]:
    """Kinds that a text names (高中, 小学), each with the axis that it is told apart by."""
    return frozenset((c.facts["axis"][0], c.id) for c in load_cues()["variant"] if c.find("named", text))


def groups_in(text: str) -> Groups:
    """Groups named in `text`: a list gives alternatives, words joined by 的 or 中 one conjunction."""
    alternatives: list[tuple[str, ...]] = []
    last = 0
    for start, end, meaning in _group_names().find(text):
        gap = text[last:start]
        listed = gap == "，" and _PERSON.search(text, 0, last) and _PERSON.search(text, 0, end)
        if alternatives and len(gap) < 6 and not _JOINT.search(gap) and not listed:
            alternatives[-1:] = [(*alternatives[-1], *ids) for ids in meaning]
        else:
            alternatives += meaning
        last = end
    return Groups.of(alternatives)


@cache
def _group_names() -> Finder[Meaning]:
    vocabulary = load_vocabulary()
    kept: dict[str, Meaning | None] = dict.fromkeys(vocabulary.blocked("group"))
    return Finder(kept | dict(vocabulary.readings("group")))


def dealt_to(norm: Norm, parameter: Parameter) -> str:
    """The member of a list that a number is dealt to (A、B分别为x、y), "" where none is."""
    return Window(norm, 0, parameter, None).share if "分别" in norm.text else ""


def numbers_of(norm: Norm) -> tuple[Parameter, ...]:
    """Quantities that begin in the norm's own words, in order, less the factors of a sum worked out (900元×6个月)."""
    found = {p for x in norm.provisions for p in x.parameters if norm.start <= p.start < norm.end}
    numbers = sorted((p for p in found if not _is_factor(norm, p)), key=lambda p: p.start)
    following = [*numbers[1:], None] if numbers else []
    return tuple(p for p, after in zip(numbers, following, strict=True) if not _part_of_next(p, after))


def _is_factor(norm: Norm, parameter: Parameter) -> bool:
    first, last = parameter.start - norm.start, parameter.end - norm.start
    return norm.text[last : last + 1] in _SIGNS or norm.text[max(first - 1, 0) : first] in _SIGNS


def _part_of_next(parameter: Parameter, after: Parameter | None) -> bool:
    """A bare 不低于最低工资 that is only the yardstick of the number behind it (标准的50%)."""
    bare = parameter.quote[:1] in "不低高超未大小达"
    return bare and after is not None and after.start - parameter.end < 6
