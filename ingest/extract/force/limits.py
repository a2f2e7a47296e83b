"""What limits a provision: exceptions, stacking, deference, delegation, conditions, exclusions, vague references.

A limit is kept with its words and place and hangs on the provision it stands in. 除…外，还… adds and limits nothing;
另有规定的除外 defers to other rules rather than making an exception. Left out: what the limit says in terms of groups
(an excepted group stands in the provision's `excluded`) and of quantities.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ingest.context import Context
from ingest.lexicon import Finder
from kg.model import Clause, Limit

STOPS = "，。；：\n（("
REACH = 40  # characters to the left that may belong to a limit
WHO = (
    r"(?:国家|国务院|中央|自治区|自治州|省|设区的市|市|州|县|区|上级|地方|本[省市县区州]|法律|行政法规|地方性法规|法规"
    r"|规章|部门|财政|现行|人民政府|级|有关|相关|、|和|以及|与|或者|的|其)*"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """One way of limiting: words that must stand in the stretch, the pattern, and whether the words before belong."""

    kind: str
    value: str
    words: tuple[str, ...]
    pattern: re.Pattern[str]
    before: bool = False


def _cue(kind: str, value: str, words: str, pattern: str, before: bool = False) -> Cue:
    return Cue(kind, value, tuple(words.split("|")), re.compile(pattern), before)


# Of two that overlap the one listed first stands.
CUES = (
    _cue(
        "stacking",
        "highest-only",
        "就高|最高|较高",
        r"(?<!现)就高(?!额|龄|中|校|职|价|层|血|危|等|质|新)(?:不就低)?(?:的?原则)?|按照?其?中?(?:最高|较高)的?(?:一项|标准|档次)",
        True,
    ),
    _cue(
        "stacking",
        "choose-one",
        "选择|择一|其一|一项|二选一|兼得",
        r"(?:只能|可以?|应当|自愿|任|自主)?选择[^，。；]{0,14}?(?:一项|一种|其一|一类|之一)|择一(?:享受|申请|领取)?"
        r"|只能(?:享受|申请|领取)[^，。；]{0,12}?(?:一项|一种|其一|一类)|二选一|不[可能]+兼得",
    ),
    _cue(
        "stacking",
        "allowed",
        "同时|叠加|不影响|分别享受|继续|不抵扣|不冲",
        r"(?<!不)可以?(?:同时|叠加|一并|继续)(?:享受|领取|申请|获得|发放)(?![^，。；]{0,6}(?:至|到[^，。；户账]{1,10}(?:止|为止)|直至|毕业))[^，。；]{0,20}"
        r"|不影响[^，。；]{0,10}?(?:享受|领取|申请)[^，。；]{0,20}|分别享受|不(?:抵扣|冲抵|冲减)[^，。；]{0,10}",
    ),
    _cue(
        "stacking",
        "no-double",
        "重复|叠加|同时|累加",
        r"不(?:得|能|再|予|可|应)?(?:同时)?(?:重复|叠加|累加)(?!审核|提交|核|提供|收费|检查|调查)[^，。；]{0,14}"
        r"|不(?:得|能|再|可)同时(?:享受|领取|申请)[^，。；]{0,16}|避免重复(?:救助|享受|发放|补助)",
    ),
    _cue(
        "deference",
        "",
        "规定",
        r"(?:另有|有其他|有特殊|有专门|有不同)规定的?(?:，?(?:从其规定|[依按]照?其规定|适用其规定|除外))?|从其规定",
        True,
    ),
    _cue(
        "delegation",
        "",
        "由|另行|授权",
        r"由(?!此|于|法律|其)[^，。；\n]{2,60}?(?:另行)?(?:制定|制订|规定|确定|公布|明确)(?:[、和并](?:公布|发布|调整|确定|实施))*(?=[，。；\n]|$)"
        r"|另行(?:制定|制订|规定|公布|确定)|授权[^，。；\n]{2,20}(?:制定|规定|确定)",
        True,
    ),
    _cue(
        "exclusion",
        "",
        "不",
        r"不适用(?:本[^，。；]{0,16})?|不(?:得|予|再)?(?:纳入|列入|计入|享受|受理|认定为|确认为)[^，。；]{0,16}"
        r"|不属于[^，。；]{0,16}(?:范围|对象)|不予(?:受理|救助|补贴|补助|支付|认定|确认|保障|发放)[^，。；]{0,10}",
        True,
    ),
    _cue(
        "exception",
        "",
        "除",
        r"(?<![消解扣免清废拆排开删革撤])除(?!外|去|此|名|草|斑|权)[^。；\n]{1,60}?(?:以外|之外|外)(?!，?(?:[^，。；]{0,10}还|并|也|同时|另))|除外",
        True,
    ),
    _cue(
        "vague-reference",
        "",
        "规定|政策|要求",
        rf"(?:按照?|[依参]照|依据|根据){WHO}(?:法律、(?:行政)?法规)?(?:有关|相关|现行|国家|省|市|区|县|州|级|政府)"
        r"的?(?:法律|法规|、|和|的)*(?:规定|政策|要求)(?:执行|办理)?|按照?规定(?:执行|办理)",
    ),
    _cue(
        "condition",
        "",
        "条件|情形|情况|必要|同意|批准|要求",
        r"(?:同时)?(?:符合|具备|满足)[^，。；\n]{0,30}?(?:条件|情形|要求)(?:之一)?的?|有下列(?:情形|条件|情况)之一的?"
        r"|[在经](?!营|济|办|费)[^，。；\n]{2,30}?(?:前提下|情况下|同意的?|批准的?)|必要时|情况紧急的?|确有必要的?|有条件的地方",
    ),
)
TOPIC = re.compile(r"(?:^|(?<=[。；：\n]))[^，。；：\n]{2,60}?的(?=，)")


def find_limits(context: Context, clause: Clause, start: int, end: int) -> tuple[Limit, ...]:
    """Limits inside `start:end`, in the order of the text; none overlaps another."""
    cues = context.once(_CueWords).between(start, end)
    if not cues and context.text.find("的，", start, end) < 0:
        return ()
    taken: list[Limit] = []
    covered = bytearray(end - start)
    for limit in _limits(context.text, start, end, cues):
        left, right = limit.start - start, limit.end - start
        if not any(covered[left:right]):
            covered[left:right] = b"\1" * (right - left)
            taken.append(limit)
    return tuple(sorted(taken, key=lambda limit: limit.start))


@cache
def _finder() -> Finder[frozenset[int]]:
    words = {word for cue in CUES for word in cue.words}
    return Finder({w: frozenset(i for i, cue in enumerate(CUES) if any(x in w for x in cue.words)) for w in words})


_NO_CUES: frozenset[int] = frozenset()


class _CueWords:
    """Where the words of the cues stand in one document."""

    def __init__(self, context: Context):
        found = [(start, cues) for start, _, cues in _finder().find(context.text)]
        self._starts = [start for start, _ in found]
        self._cues = [cues for _, cues in found]

    def between(self, start: int, end: int) -> frozenset[int]:
        """Cues whose words stand in `start:end`."""
        left = bisect_left(self._starts, start)
        right = bisect_left(self._starts, end, left)
        return frozenset().union(*self._cues[left:right]) if left < right else _NO_CUES


def _limits(text: str, start: int, end: int, cues: frozenset[int]) -> Iterator[Limit]:
    stretch = text[start:end]
    for cue in (CUES[index] for index in sorted(cues)):
        for match in cue.pattern.finditer(stretch):
            left = _left(stretch, match.start()) if cue.before else match.start()
            yield _limit(cue.kind, cue.value, stretch[left : match.end()], start + left)
    if "的，" in stretch:
        for match in TOPIC.finditer(stretch):
            yield _limit("condition", "", match.group(), start + match.start())


def _left(stretch: str, at: int) -> int:
    """Where the comma-clause around `at` begins, at most `REACH` characters back."""
    floor = max(0, at - REACH)
    return max(floor, 1 + max(stretch.rfind(stop, floor, at) for stop in STOPS))


def _limit(kind: str, value: str, words: str, start: int) -> Limit:
    left = len(words) - len(words.lstrip())
    return Limit(kind, value, start + left, start + len(words), words[left:])
