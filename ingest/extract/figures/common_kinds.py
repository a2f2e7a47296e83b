"""Kinds that money and shares have in common: fines, triggers, deductibles, assets; and incomes named once for all."""

from __future__ import annotations

import re

from ingest.extract.figures.cues import cue
from ingest.extract.figures.surroundings import Surroundings

CAPPED = re.compile(r"(?:不超过|不得超过|不高于|最高|封顶|上限|限额|最多|不得?突破)[^，。；]{0,16}$")
_WORTH = re.compile(  # 发放价值600元的用品
    r"(?:发放|发给|配发|赠送|给予|提供)[^，。；]{0,12}价值(?:约|不超过|不低于|人民币)*$"
)
_ABOVE = re.compile(r"[线额]?(?:标准)?(?:以上|以下|以外)")  # 起付线以上部分按65%: the share, not the line
BRACKET = re.compile(
    r"^(?:[及或]?以[上下内]|[（(][^）)]{0,12}[）)]|之间)*(?:[^，。；]{1,10}(?:元|倍|%)(?:[（(][^）)]{1,4}[）)])?(?:以[上下内])?)?(?:的(?:$|由|报|经)|的?部分|费用)"
)
_ASSETS_EACH = re.compile(  # 家庭的财产价值，人均不超过…
    r"(?:财产|存款|金融资产|货币资产|有价证券)(?:价值|总额|总值|余额|限额|标准|市值)?，(?:按)?(?:家庭)?(?:成员)?(?:人均|户均|每人|每户|总额|合计)?"
    r"[^，。；]{0,24}$"
)
_MARKER = re.compile(r"^[（(][^）)]{1,4}[）)]")
PAID_IN = re.compile(r"缴费|缴纳|缴存|征缴|基数|计征|拨缴|上缴|费率|核定缴")
_MEASURED = re.compile(  # 起付标准，不高于…可支配收入的: the line is named in the piece before
    r"(?:起付线|起付标准|起付金额)(?!以[上下外])[^，。；]{0,8}，(?:一般|原则上)?(?:不高于|不低于|不超过|为|按照?|暂定)[^，。；]{0,36}$"
)
_WAIVED = re.compile(r"(?:取消|不设|不再设置?|免除|不设置|无)[^，。；]{0,8}起付")
PAID_OUT = re.compile(
    r"的?(?:比例|标准)?(?:给予|予以|进行)?(?:救助|报销|支付|补助|补偿|资助|减免|结算)"
)  # 按70%给予救助


def goes_on_with_income(words: Surroundings) -> bool:
    """收入1倍以上1.5倍以下的，…；1.5倍以上2倍以下的，…: the measure is named once for all grades."""
    opens = not _MARKER.sub("", words.left.strip())
    return opens and bool(BRACKET.match(words.near_right) and cue("income-line").search(words.stem))


def common_kind(words: Surroundings) -> str:
    """Kinds that money and shares have in common, by a word in the same piece; "" where none."""
    if cue("fine").search(words.near_right) or _fined(words):
        return "fine"
    if cue("trigger").search(words.near_left):
        return "trigger"
    deductible = cue("deductible").search(words.near)
    measured = _MEASURED.search(words.left)
    if measured and not (_WAIVED.search(words.left, 0, measured.end()) or PAID_OUT.match(words.near_right)):
        return "deductible"
    if deductible and not _ABOVE.match(words.near, deductible.end()):
        return "deductible"
    if _WORTH.search(words.near_left):
        return "benefit-standard"
    if cue("asset-limit").search(words.near_left) or _ASSETS_EACH.search(words.left):
        return "asset-limit"
    return ""


def _fined(words: Surroundings) -> bool:
    """罚款数额不超过…, or a ceiling in the piece after the fine itself."""
    last = cue("fine").search(words.near_left)
    if last:
        return True
    return bool(
        cue("fine").search(words.left) and re.fullmatch(r"(?:但是?|，)*(?:最高|最多)?(?:不得|不)超过", words.near_left)
    )
