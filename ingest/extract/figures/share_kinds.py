"""What a share or a multiple is for: a rate of payment, a benefit as part of a wage, or an income against a line."""

from __future__ import annotations

import re

from ingest.extract.figures.common_kinds import CAPPED, PAID_IN, PAID_OUT, common_kind, goes_on_with_income
from ingest.extract.figures.cues import cue, line
from ingest.extract.figures.quantities import Quantity
from ingest.extract.figures.surroundings import Surroundings

_STANDARD = re.compile(r"标准(?:分别)?(?:为|是|：|:)[^。；]*$")
_INCREMENT = re.compile(r"(?:增加|提高|上浮|下浮|增发|加发|增长|降低|下调|减发|减收|减征|优惠)(?:了|到|至|不?超?过?)?$")
_WAGE_BASE = re.compile(r"(?:高于|低于|超过)[^，。；]{0,24}(?:工资|收入)[^，。；]{0,12}的，")
_DISREGARDED = re.compile(
    r"(?:不计入|豁免|不予计算)的?[^，。；]{0,4}(?:额度|数额|部分|金额|收入)"
)  # of what people earn
_HOUSEHOLDS = re.compile(r"^[^，。；]{0,14}的[^，。；]{0,8}(?:家庭|居民|人员|对象)")
_CLASSED = re.compile(r"^(?:以[上下内]|之间|[（(][^）)]{1,4}[）)])*的，?(?:为|属于|认定为|确定为|列为|划为)")
_CALLED_LINE = re.compile(  # 低保边缘家庭标准为当地低保标准的1.5倍: a class is called after the line it lies under
    r"(?:边缘(?:家庭|人口|户)|低收入(?:家庭|人口|户)|困难家庭|贫困家庭)(?:的?(?:收入|经济|认定))*标准(?:线)?，?"
    r"(?:应当|原则上|一般)?(?:按照?|为|不低于|不高于|不超过|确定为|核定为|设定为|是)"
)
_BASE = re.compile(r"(?:工资|标准|可支配收入|纯收入|消费支出|津贴|失业保险金|保障金|生活费|退休金|养老金)的?$")
_GOES_ON = re.compile(r"(?:按照?|为|不低于|不高于|不超过)$")  # 全护理的按30%确定: as the number before
_FUND_SHARE = re.compile(
    r"(?:总额|总数|总量|总人数|总支出|总收入|总户数|金额|面积|人数|名额|时间|资金|基金|费用?|利润|数额)的?$"
)
_RAISED = re.compile(r"(?:筹资|缴费|出资)(?:额|标准|水平|费率)*[^，。；]{0,4}(?:不低于|不高于|不超过|不少于|为|按照?)")


def kind_of_share(quantity: Quantity, words: Surroundings, earlier: str) -> str:
    """Kind of a share or a multiple; `earlier` as in `quantity_kinds.kind_of`."""
    common = common_kind(words)
    if common:
        return common
    if quantity.unit == "百分点" or _INCREMENT.search(words.near_left):
        return "rate"
    if _DISREGARDED.search(words.near_left):
        return "amount"
    if _is_income_line(words):
        return "income-line"
    if _is_contribution_base(words):
        return "amount"
    if quantity.unit == "倍":
        return "benefit-cap" if CAPPED.search(words.near_left) else "benefit-standard"
    if earlier == "trigger":
        return earlier
    shared = cue("rate").search(words.near) or (earlier == "deductible" and PAID_OUT.match(words.near_right))
    if earlier and _GOES_ON.search(words.near_left) and not shared:
        return earlier
    return "benefit-standard" if _is_share_of_wage(words) else "rate"


def _is_income_line(words: Surroundings) -> bool:
    """收入…低于…标准1.5倍, 收入在当地1.5倍低保标准以内: an income against a published line."""
    income = cue("income-line").search(words.near_left)
    if not income:
        if goes_on_with_income(words) or _CALLED_LINE.search(words.near_left):
            return True
        ends = re.search(f"(?:{line('income-line')})(?:的|[、，](?:且|但)?在?其)?$", words.left)
        return bool(ends and (_HOUSEHOLDS.match(words.near_right) or _CLASSED.match(words.right)))
    rest = words.near_left[income.start() :]
    if "部分" in rest:
        return False
    return bool(re.search(line("income-line"), rest) or re.match(f"的?(?:当地)?(?:{line('income-line')})", words.right))


def _is_contribution_base(words: Surroundings) -> bool:
    """本人工资高于平均工资300%的，按照平均工资的300%计算: brackets of a contribution base."""
    if re.search(r"工资(?:高于|低于|超过)[^，。；]*工资的?$", words.near_left):
        return True
    return bool(_WAGE_BASE.search(words.left) and _BASE.search(words.near_left)) or bool(
        re.search(r"基数[^，。；]{0,12}$", words.near_left)
    )


def _is_share_of_wage(words: Surroundings) -> bool:
    """伤残津贴为本人工资的90%: what a person gets, as a share of a wage or a standard."""
    if PAID_IN.search(words.near) or re.search(
        r"预支|抽查|报销|减免|滞纳金|比例|扣减|扣除|抵扣|增发|加发|(?:超过|超出|以上|以内|范围内)的?部分", words.near
    ):
        return False
    if _FUND_SHARE.search(words.near_left) or _RAISED.search(words.near_left):
        return False
    if _BASE.search(words.near_left) or re.match(r"的?标准", words.right):
        return True
    return bool(_STANDARD.search(words.left))
