"""Which of the words about people in a stretch speak of those who benefit, and which of those who are left out.

In neither: the audience of publicity, helpers who are mobilised, people that others are compared with, and a person
word that is part of an aid's name without holding for the whole stretch (给予特困人员供养, a list of aids).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.context import Context
from ingest.extract.aids.aid_names import Named, NamedAid, named_aid
from ingest.extract.people.defined import COVERED
from ingest.extract.people.joints import COMMA
from ingest.extract.people.person_words import Unit, Units

Span = tuple[int, int]
EXCEPT = re.compile(
    r"(?<![消解扣免清废拆排开删革撤去])除(?!外)[^，。；]{1,60}?(?:以外|之外|外)|(?<=[（(，；：。])[^（(，。；]{1,40}除外"
)
BEYOND = re.compile(
    r"(?:(?<=[对为向给将，。；：])|^)(?:对象|[^对为向给将，。；：]){1,40}?(?<!支付)(?<!报销)(?<!补偿)(?<!规定)(?<!范围)(?:以外|之外)的"
)
SET_UP = re.compile(r"建立(?:健全|和完善|完善|并完善|和健全)?[^，。；]{2,40}?(?:制度|体系|机制)(?=[，、])")
PUBLICITY = re.compile(
    r"(?:向|面向|对|在)[^，。；：]{0,24}?(?:宣传|宣讲|普及|普法)|[^，。；：、]{0,8}科普知识(?:的)?宣传"
)
HELPERS = re.compile(
    r"(?:组织|动员|发动)[^，。；为对向给]{0,30}?(?:开展|参与|提供)(?=[^，。；为对向给]{0,20}?(?:关爱|帮扶|志愿|结对))"
    r"|(?:组织|动员|引导|鼓励|倡导|支持|团结)[^，。；]{0,16}?"
    r"(?:志愿|慈善|捐赠|公益|互助|参与社会救助|社会救助工作中发挥|发挥积极作用|热心参与)"
)
AMOUNTS = ("数量", "人数", "规模", "因素")
WEIGHED = re.compile(  # 根据残疾人数量、分布等情况，…
    r"(?:根据|依据|按照?|结合|(?:统筹|综合)?考虑)[^，。；]{0,40}(?:" + "|".join(AMOUNTS) + ")[^，。；]{0,16}，"
)
MEANWHILE = re.compile(r"在[^，。；]{2,40}的同时")
PUBLIC = re.compile("宣传|宣讲|普及|普法")
HELP = re.compile("志愿|慈善|捐赠|公益|互助|参与社会救助|发挥|热心参与|关爱|帮扶|结对")
PLACES = ("城乡", "当地", "国家", "农村", "城市", "本省", "本市", "本县", "本区", "本州")
MOST = 120  # words about people that are weighed in one stretch: more stand in no sentence
NEAR = 60  # characters behind the last of them that may say what it is
NOT = ("属于", "属", "是", "认定为", "列为", "列入", "纳入", "符合", "包括", "含", "包含")
DENIED = (
    *("未", "未参加", "没有参加", "未纳入", "未享受", "未认定为", "未列为", "尚未纳入", "没有", "不再", "并非", "非"),
    *("未被" + word for word in ("", "纳入", "认定为", "列为", "列入", "享受")),
    *("不" + word for word in NOT),
    *("不再" + word for word in NOT),
)
COMPARED = re.compile(
    r"(?:低于|高于|超过|相当于)(?:当地|同类)?$|(?:参照|比照)(?![^，。；]{0,8}(?:标准|规定|办法|政策)对)[^，。；]{0,8}$"
)
MEETS = ("符合", "执行", "适用", "按照", "按", "不超过", "低于")
MEANS_OF = re.compile(
    r"(?:财产|收入|资产|经济)(?:状况|情况|条件|标准)?(?:应当|均)?(?:符合|执行|适用|按照?|不超过|低于)(?:当地)?$"
)
THEIR_RULE = re.compile(
    r"的?(?:家庭)?(?:财产|收入|资产|经济|认定|准入)*(?:状况|情况)?的?(?:有关|相关)?(?:规定|条件|标准|要求)"
)
CLASSES = ("纳入", "列入", "归入")  # 纳入就业困难群体范围: a class that others are put in
PLANNED = re.compile(r"(?!范围)[^，。；]{1,20}(?:安排|计划|规划)")  # 纳入残疾儿童康复总体安排
CLASSED = ("认定为", "确认为", "评定为", "确定为")
COMPARING = ("于", "过", "地", "类", "照")  # how a comparison may end before the person word
EQUAL = re.compile(r"同等?|平等|相同|一样|一致")
GRANTED = re.compile(
    r"(?:给予|发放|领取|享有|纳入|享受|提供|获得|适用|实行|参照|属于|申请|进入|转入)(?:的|相应|农村|城市|城乡|或者)*$"
)
OBJECTS = re.compile(r"的?(?:发放|保障|补贴|享受|适用|救助|资助)?对象(?:范围)?(?:为|是|包括)")  # X补贴的对象为Y
EXPLAINED = re.compile(r"(?:范围)?(?:为|是|包括)")
TOGETHER = "social-participation"  # 留守儿童关爱服务和互助活动: how it is done, for the same people
INSURED = ("保险", "医保")  # 职工基本医疗保险 names its members where nobody else is named
LINK = re.compile(r"\s*(?:、|和|(?:应当)?[与同]|或者?|以及|及|并)\s*(?:城乡|城市|农村)?")


class Beneficiaries:
    """Sorts the units of one document."""

    def __init__(self, context: Context, units: Units):
        self.text = context.text
        self.units = units
        self.aid: NamedAid = named_aid(context)

    def between(self, start: int, end: int) -> tuple[list[Unit], list[Unit]]:
        """(units of those who benefit, units of those left out) inside `start:end`."""
        units = self.units.between(start, end)[:MOST]
        if not units:
            return [], []
        end = min(end, units[-1].end + NEAR)
        excepted = list(self._excepted(start, end))
        passed = list(self._passed_over(start, end, units[-1]))
        kept: list[Unit] = []
        out: list[Unit] = []
        for unit in units:
            if (passed and _inside(unit, passed)) or self._compared(unit) or self._explained(unit):
                continue
            if (excepted and _inside(unit, excepted)) or self._denied(unit, out):
                out.append(unit._replace(manner="state") if unit.manner == "trait" else unit)
            else:
                kept.append(unit)
        return self._members(self._unclassed(self._whole(kept, start, end), end)), out

    def only_enjoyed(self, start: int, end: int, units: list[Unit]) -> bool:
        """Whether the only words about people are part of an aid that somebody enjoys (不享受困难残疾人生活补贴)."""
        names = [n for n in self.aid.between(start, end) if n.manner == "name"]
        enjoyed = [n for n in names if self.text.endswith("享受", 0, n.start)]
        return bool(enjoyed) and all(any(_part_of(u, n) for n in enjoyed) for u in units)

    def _unclassed(self, units: list[Unit], end: int) -> list[Unit]:
        """Units without the class that those listed behind it are put in (下列学生认定为家庭经济困难学生：…)."""
        for unit in units:
            if self.text.endswith(CLASSED, 0, unit.start):
                stop = COMMA.search(self.text, unit.start, end)
                close = stop.start() if stop else end
                rest = [u for u in units if not unit.start <= u.start < close]
                lists = self.text.startswith(("：", ":"), close)
                return rest if lists and any(u.manner == "person" for u in rest) else units
        return units

    def _members(self, units: list[Unit]) -> list[Unit]:
        """Units with those as conditions that others only have to be one of (属于低保家庭、…的老年人)."""
        found: list[Unit] = []
        for unit in units:
            listed = bool(found) and found[-1].manner == "state" and found[-1] not in units
            goes_on = listed and LINK.fullmatch(self.text, found[-1].end, unit.start) is not None
            member = unit.manner == "person" and (goes_on or self.text.endswith("属于", 0, unit.start))
            found.append(unit._replace(manner="state") if member else unit)
        return found

    def _excepted(self, start: int, end: int) -> Iterator[Span]:
        if self.text.find("除", start, end) >= 0:
            yield from (m.span() for m in EXCEPT.finditer(self.text, start, end))
        if self.text.find("外的", start, end) >= 0:
            yield from (m.span() for m in BEYOND.finditer(self.text, start, end))

    def _passed_over(self, start: int, end: int, last: Unit) -> Iterator[Span]:
        """Stretches that speak of an audience, of helpers, or set up a scheme whose people are named behind it."""
        if self.text.find("建立", start, end) >= 0:
            yield from (m.span() for m in SET_UP.finditer(self.text, start, end) if last.start > m.end())
        if any(self.text.find(word, start, end) >= 0 for word in AMOUNTS):
            yield from (m.span() for m in WEIGHED.finditer(self.text, start, end))
        if self.text.find("的同时", start, end) >= 0:
            yield from (m.span() for m in MEANWHILE.finditer(self.text, start, end) if last.start > m.end())
        if PUBLIC.search(self.text, start, end):
            yield from (m.span() for m in PUBLICITY.finditer(self.text, start, end))
        if HELP.search(self.text, start, end):
            yield from (m.span() for m in HELPERS.finditer(self.text, start, end))

    def _compared(self, unit: Unit) -> bool:
        """Whether others are only measured against these people."""
        if self.text.endswith(("与", "同"), 0, unit.start):
            return EQUAL.match(self.text, unit.end) is not None
        if self.text.endswith(CLASSES, 0, unit.start) and PLANNED.match(self.text, unit.end):
            return True
        if self.text.startswith("范围", unit.end) and not self.text.startswith("的", unit.end + 2):
            return self.text.endswith(CLASSES, 0, unit.start)
        if self._their_rule(unit):
            return True
        at = max(0, unit.start - 10)
        near = self.text.endswith(COMPARING, at, unit.start) or self.text.find("照", at, unit.start) >= 0
        return near and COMPARED.search(self.text[at : unit.start]) is not None

    def _their_rule(self, unit: Unit) -> bool:
        """Whether only their rule is borrowed (财产状况符合低保边缘家庭的规定): it says nothing on who benefits."""
        ruled = self.text.endswith(MEETS, 0, unit.start) and THEIR_RULE.match(self.text, unit.end)
        return bool(ruled) and MEANS_OF.search(self.text[max(0, unit.start - 14) : unit.start]) is not None

    def _explained(self, unit: Unit) -> bool:
        """Whether a word for those covered is only explained here (补助对象为低保家庭的学生)."""
        return self.text[unit.start : unit.end] in COVERED and EXPLAINED.match(self.text, unit.end) is not None

    def _denied(self, unit: Unit, out: list[Unit]) -> bool:
        """Whether a negation stands before the unit, or before the list it continues."""
        if out and LINK.fullmatch(self.text, out[-1].end, unit.start):
            return True
        end = unit.start
        if self.text.endswith(PLACES, 0, end):
            end -= 2
        return self.text.endswith(DENIED, 0, end)

    def _whole(self, units: list[Unit], start: int, end: int) -> list[Unit]:
        """Units without the person words inside an aid's name that do not hold for the whole stretch."""
        others = [u for u in units if not self.text.endswith(INSURED, u.start, u.end)]
        units = others if any(u.manner != "head" for u in others) else units
        names = [n for n in self.aid.between(start, end) if n.manner == "name"]
        inside = {u: n for u in units for n in names if _part_of(u, n)} if names else {}
        if not inside:
            return units
        persons = [u for u in units if u.manner == "person" and u not in inside]
        held = {n: self._holds(names, n, units, persons) for n in set(inside.values())}
        return [u for u in units if u not in inside or held[inside[u]]]

    def _holds(self, names: list[Named], name: Named, units: list[Unit], persons: list[Unit]) -> bool:
        """Whether the person word in an aid's name speaks for the whole stretch."""
        if OBJECTS.match(self.text, name.end):
            return not any(u.start > name.end for u in units)
        chain = self._chain(names, name)
        if any(p.generic and LINK.fullmatch(self.text, chain[-1].end, p.start) for p in persons):
            return True
        if len(chain) > 1:
            people = [u for u in units if u.manner == "person"]
            own = [n for n in chain if n.id != TOGETHER] or chain
            said = {n.id for n in own if any(n.start <= u.start <= n.end or u.end == n.start for u in people)}
            return said.issuperset(n.id for n in own)  # 特困人员认定及救助供养: one aid
        others = persons or [u for u in units if u.manner == "state" and not _part_of(u, name)]
        return not others or not GRANTED.search(self.text, max(0, name.start - 8), name.start)

    def _chain(self, names: list[Named], name: Named) -> list[Named]:
        """The aids listed together with `name`, itself included."""
        first = last = names.index(name)
        while first > 0 and LINK.fullmatch(self.text, names[first - 1].end, names[first].start):
            first -= 1
        while last + 1 < len(names) and LINK.fullmatch(self.text, names[last].end, names[last + 1].start):
            last += 1
        return names[first : last + 1]


def _inside(unit: Unit, spans: list[Span]) -> bool:
    return any(a <= unit.start < b for a, b in spans)


def _part_of(unit: Unit, name: Named) -> bool:
    """Whether a unit is part of an aid's name, or all of it (农村五保供养)."""
    return name.start <= unit.start < unit.end <= name.end
