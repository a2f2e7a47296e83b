"""What a sum of money is for: an income or asset line, what somebody gets and at most gets, or only an amount."""

from __future__ import annotations

import re

from ingest.extract.figures.common_kinds import BRACKET, CAPPED, PAID_IN, common_kind, goes_on_with_income
from ingest.extract.figures.cues import cue
from ingest.extract.figures.quantities import Quantity
from ingest.extract.figures.surroundings import Surroundings

_GIVEN_OUT = re.compile(  # 为低收入妇女发放…
    r"收入[^，。；]{0,16}(?:发放|发给|给予|补助|补贴|救助|资助|奖励)[^，。；]{0,12}$"
)
_CAP_OF_AID = re.compile(r"(?:帮扶|扶助)[^。；]{0,24}(?:最高|不(?:得)?(?:超过|突破))[^，。；]{0,4}$")
_UP_TO = re.compile(r"的?(?:限额|额度|限度)(?:之|以)?内")  # 在3000元限额内先行救助
_TREASURY = re.compile(  # 其中，中央财政补助270元: who bears how much, nobody's benefit
    r"(?:中央|省级?|自治区|[市州县区]级?|市县|各级|两级|地方|本级)财政(?:分别|各|承担|负担|分担|补助|安排|出资|配套|拨付|为|按)*$"
)
_COUNTED_UP = re.compile(
    r"(?<![每统预按])(?:[合共总小]计|共需?|(?:^|[，。；、])计)(?:资金|经费)?$"
)  # 计1440万元, of all together
_SPENT = re.compile(r"收费|收取|租金|造价|投资|损失|负债|债务|支出|花费|工作经费|保费")


def kind_of_money(quantity: Quantity, words: Surroundings, earlier: str) -> str:
    """Kind of a sum of money; `earlier` as in `quantity_kinds.kind_of`."""
    if common := common_kind(words):
        return common
    if earlier == "deductible" and re.fullmatch(r"[^限封]*为", words.near_left):  # …，因病致贫患者为8000元
        return earlier
    if not _GIVEN_OUT.search(words.near_left) and (
        cue("income-line").search(words.near_left) or goes_on_with_income(words)
    ):
        return "income-line"
    if quantity.unit == "元" and _COUNTED_UP.search(words.left[-8:]) and not CAPPED.search(words.near_left):
        return "amount"
    if cue("asset-limit").search(words.left) and not _pays(words):
        return "asset-limit"
    if cue("amount").search(words.near_left) or BRACKET.match(words.near_right) or _TREASURY.search(words.near_left):
        return "amount"
    if (
        _pays(words)
        or "/人" in quantity.unit
        or _for_a_household(quantity, words)
        or re.search(r"限额|封顶", words.near_left)
    ):
        capped = CAPPED.search(words.near_left) or _UP_TO.match(words.near_right)
        return "benefit-cap" if capped else "benefit-standard"
    return "benefit-cap" if _CAP_OF_AID.search(words.left) else earlier or "amount"


def _for_a_household(quantity: Quantity, words: Surroundings) -> bool:
    """住房全部毁损的每户8000元: a sum for each household that nobody pays in."""
    return "/户" in quantity.unit and not PAID_IN.search(words.near) and not _SPENT.search(words.near)


def _pays(words: Surroundings) -> bool:
    """Whether somebody gets the money: a word of aid in the sentence, or in the lead-in of its list."""
    benefit = cue("benefit-standard")
    return bool(benefit.search(words.left) or benefit.search(words.near_right) or benefit.search(words.stem))
