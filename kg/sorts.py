"""In what sort of thing a grade gives its result: a sum, a share, the class it puts into, the body that decides."""

from __future__ import annotations

import re

from kg.stretches import stretches

_CLASS = re.compile(
    r"(?:为|列为|列入|评为|定为|认定为|属于?|实行|记)[^，。；]{0,8}(?:[级档度类色等]|预警)|^的?，?为[^，。；]{1,10}$"
)
_FACTOR = re.compile(r"(?:系数|倍数|权重)[^，。；0-9]{0,4}[0-9]")
_WHOLE = re.compile(
    r"不增不减|不奖不[罚扣]|不升不降|(?:按照?|执行|维持)[^，。；]{0,10}(?:测算|核定|基准|原有?|原定|正常|既定)的?(?:补助|补贴|资助|安排|分配|拨付|发放)?"
    r"(?:金额|数额|额度|标准|规模)(?:安排|拨付|下达|发放|支付|结算|执行|补助|给予|分配|不变|$)|全额|全部|全免|免费|免[收除交缴]|[的减按]一?半|半[价数额]|[三四五]分之[一二三四]|[一二三四五六七八九][折成]"
)
_DECIDED = re.compile(
    r"(?:由|报|经|提交|提请|须)[^，。；]{2,24}?(?:[审签]批|审[定签核查]|批准|核[准定]|签[发字]|复核|确认|研究决定|集体(?:研究|讨论)|研究|决定)"
    r"|^[^，。；]{0,10}的，(?:一律|均|仍|继续|应当)*(?:交|转|移)?(?:由|交)[^，。；]{2,}"
)
BY_WHOM = "who"  # sort of a grade that says who decides, or who does the work
_NOTHING = re.compile(r"不予|不再|不得|不享受|取消")
_PLAIN_GRADE = re.compile(r"为|的|属")  # 100分为无需依赖: a grade of one value
_TIMES = frozenset({"工作日", "日", "小时"})


def sort_of(tail: str, unit: str) -> str:
    """In what the words after the condition give: the unit of a number, the class they put into, or ""."""
    found = (
        s
        for s in stretches(tail)
        if s.unit != unit or (s.interval.low == s.interval.high and not _PLAIN_GRADE.match(tail, s.end))
    )
    given = next((s.unit for s in found), "")
    if given in _TIMES and _DECIDED.search(tail):  # 2个工作日内报县民政局确认
        return BY_WHOM
    if given or _NOTHING.search(tail):
        return given
    if _WHOLE.search(tail):
        return "%"
    if _FACTOR.search(tail):
        return "系数"
    if _DECIDED.search(tail):
        return BY_WHOM
    return "class" if _CLASS.search(tail) else ""
