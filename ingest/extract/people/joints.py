"""What the text between two words about people makes of them: a list, a modifier, a part of a whole, nothing."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache

from ingest.extract.people.person_words import Alternatives, Unit


class Joint(Enum):
    """What the text between two units makes of them."""

    ADJACENT = auto()  # 残疾|儿童
    OF = auto()  # 生活不能自理的|老年人
    AND = auto()  # 有劳动能力且|无业
    LIST = auto()  # 老年人、|残疾人
    OR = auto()  # 身份不明或者|无力支付
    SUCH = auto()  # 老年人、残疾人等|特困人员
    IS = auto()  # 救助对象包括|低保家庭
    PART = auto()  # 低保家庭中的|残疾人
    APART = auto()


MONTHS = r"[0-9０-９一二三四五六七八九十百]{1,4}个?月"  # of age: 未满24个月的婴幼儿, 6至36个月的婴幼儿
FILL = (
    rf"(?:(?:年满|不满|未满|满)?{MONTHS}(?:龄|大|以[上下内])*(?:[至到—～-]?{MONTHS}(?:龄|以[上下内])*)?的?"
    rf"|[0-9０-９]{{1,2}}[至到—～-]{MONTHS}龄?的?"
    r"|本[省市县区州地]{1,2}|当地|各类|各级|其他|其它|部分|有关|相关|广大|全体|所有|符合(?:规定)?条件的?|城乡|依法|\s|等|的|类"
    r"|特定|确有|按照?(?:国家|本[省市县区])?(?:有关)?规定(?:确定|认定|享受)?的?|患病|适龄|常住|户籍|年满|成年|家庭|在校|在园|在读|全日制|公办|民办|普通|[省市县区部]属|[一二三四1-4]级|、(?=[二三四]级)|在职|在册)*"
)
LINK = r"(?:、|以及|和|与|及其?|并|/|·)"
HOUSEHOLDS = re.compile(r"(?:(?![，。；人象众员儿者]).)*(?:家庭|户)")
JOINTS = (
    (Joint.ADJACENT, re.compile(r"[\s“”\"（）()]*")),
    (  # 低保家庭当年考取|本科院校的学生
        Joint.ADJACENT,
        re.compile(
            r"(?:中)?(?:当年|今年|本年度?|应届|新)?(?:考[取入上]|被?录取[到至]?|升入|就读于?|入读)(?:全日制|公办|省内|省外|外地|普通|国家)*"
        ),
    ),
    (Joint.PART, re.compile(r"(?:等)?(?:家庭|人员|成员)?(?:之)?(?:中|当中|里|内)(?:的|，)?" + FILL)),
    (Joint.SUCH, re.compile(r"等(?:各类|其他|特殊)?(?:符合[^，。；]{0,10}条件的)?")),
    (
        Joint.IS,
        re.compile(
            r"(?:的)?(?:成员|范围)?(?:，)?(?:主要|具体|应当|优先)?(?:包括|是指|系指|是|为|可?以?分为)(?:：|下列|本[省市县区州地]{1,2}|符合条件的?|经认定的|[（(]一[）)])*"
        ),
    ),
    (Joint.AND, re.compile(r"[^。；，]{0,8}?[，]?(?:且|并且|同时|但|但是|而|又)(?:是|其)?[^。；，、]{0,4}")),
    (Joint.AND, re.compile(r"，?并(?:处于|仍|有|具有)?")),
    (
        Joint.OR,
        re.compile(
            r"(?:等)?[，]?(?:或者?|或是)(?:(?:已满|年满)[^，。；]{1,4}周?岁后?仍?)?(?:是|因|由于|其|在)?" + FILL
        ),
    ),
    (Joint.LIST, re.compile(r"[）)]?(?:等)?(?:（[^）]{0,30}）)?" + LINK + FILL)),
    (Joint.LIST, re.compile(r"[（(](?:含|包括)")),
    (Joint.LIST, re.compile(r"，(?:以及|及|和)" + FILL)),
    (Joint.OF, re.compile(r"(?:等)?(?:其他|特定|各类|类)?(?:的|之)?" + FILL)),
    (
        Joint.OF,
        re.compile(r"(?:基本)?(?:生活)?(?:保障|(?:救助)?供养)(?:政策|待遇|范围|保障)?的"),
    ),  # 享受孤儿基本生活保障的
)
NEW_CLAUSE = re.compile(r"(?:^|[，。；：])(?:其中的?|对(?:于|其中的?)?|将)[^，。；]{0,6}$")
ONE_MORE = re.compile(  # 孤儿，以及因家庭|贫困…的儿童
    r"[，、]?(?:以及|和|及)(?:其他|其它)?(?:因|由于)[^，。；、]{0,6}$"
)
COMMA = re.compile(r"[，。；：]")
CLOSING = re.compile(r"以及|[和与及]")  # before the last of a coordination
OR_OTHER = re.compile(r"或者?(?:其他|其它)(?:特殊)?(?:原因|情形|情况|事由)")
LONG_OF = re.compile(r"(?![对为向由给应]|可以|要求)[^。；：，]{0,30}的" + FILL)


def joint(gap: str, before: Unit, after: Unit) -> Joint:
    """What `gap` makes of the two units around it."""
    found = _joint(gap)
    if found is not None:
        return found
    if before.manner in ("trait", "state") and LONG_OF.fullmatch(gap):
        return Joint.OF
    return Joint.APART


@lru_cache(maxsize=4096)
def _joint(gap: str) -> Joint | None:
    """The first of the patterns that all of `gap` fits, whatever units stand around it."""
    return next((name for name, pattern in JOINTS if pattern.fullmatch(gap)), None)


def of_households(text: str, start: int, gap: str, unit: Unit) -> bool:
    """Whether from `start` households alone are named, so that `unit` right behind belongs to each of them."""
    return HOUSEHOLDS.fullmatch(text, start, unit.start - len(gap)) is not None


def with_other(text: str, unit: Unit) -> Alternatives:
    """What a unit says; a condition followed by 或者其他原因 need not hold."""
    return (*unit.says, frozenset()) if OR_OTHER.match(text, unit.end) else unit.says
