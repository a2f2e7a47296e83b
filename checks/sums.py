"""Whether a clause pays a sum, frees of a fee or hands out goods itself: what makes a grant of it."""

from __future__ import annotations

import re

from checks.programmes import frees_of_use, gives_goods
from checks.purposes import says
from kg.model import Provision

_POINTS = re.compile(
    r"(?:享受|领取|获得|给予)本(?:办法|细则|规定|方案|意见|通知)(?:规定|所列|明确)?的"
)  # to what is given elsewhere
_PURSE = re.compile(  # who bears the cost, not what is given
    r"(?:资金|经费|费用|部分|补贴|减免|补助)[^，。；]{0,4}由[^。；]{0,16}财政[^，。；]{0,12}(?:分担|负担|承担|安排|解决|列支|保障|结算)|由[^，。；]{0,6}财政[^。；]{0,12}结算"
)
_PAID = re.compile(
    r"(?:发放|发给|补助|补贴|给予|支付)[^，。；]{0,16}(?:元|倍|%)|[助贴学励活]金(?:标准)?(?:为|按)?每[生人户][^，。；]{0,4}[0-9]+元"
)
_HELPED = re.compile(
    r"每(?:户|人|例|名|眼|耳|件|台|次|生|孩)[^，。；]{0,6}(?:救助|资助|扶助|帮扶|慰问|奖励|补偿|给予|发放|支付)?[0-9.]+万?元"
)
_SHARE_PAID = re.compile(  # 自付超过1万元的部分，按60%给予再救助
    r"(?:部分|费用|支出)[^。；]{0,24}?(?:按|补偿|救助|报销|资助|补助|帮扶|给予)[^，。；]{0,10}(?:[0-9.]+%|百分之|[一-九]成)"
)
_BY_RATE = re.compile(  # 按照实际缴费的三分之二给予社会保险补贴
    r"(?:给予|发放|发给|享受)[^，。；]{0,6}[一-龥]{2,6}(?:补贴|补助|津贴)[^。；]{0,20}?(?:[0-9]+%|百分之|[一二三四]分之|倍)"
    r"|(?:[0-9]+%|百分之[^，。；]{1,6}|[一二三四]分之[一二三四])(?:的标准|的比例)?(?:，由[^，。；]{2,24}?)?，?"
    r"(?:按[月季年]度?|逐[月季年]|定期)?(?:给予|发放|发给|支付)[^，。；]{0,6}[一-龥]{2,6}(?:补贴|补助|津贴)"
)
_EACH = frozenset(f"元/{who}/{time}" for who in "人户" for time in ("月", "年", "学年", "学期", "季度"))


def is_sum(provision: Provision) -> bool:
    """Whether a clause pays a sum, frees of a fee or hands out goods itself."""
    said = provision.quote.text
    if points_elsewhere(said):
        return False
    paid = any(x.unit.startswith("元") and x.kind != "income-line" for x in provision.parameters)
    paid = paid or _BY_RATE.search(said) is not None
    if any(x.kind == "benefit-standard" for x in provision.parameters) and _HELPED.search(said):
        return True
    if any(x.unit == "%" for x in provision.parameters) and _SHARE_PAID.search(said):
        return True
    each = any(x.kind == "benefit-standard" and x.unit in _EACH for x in provision.parameters)
    return (paid and (each or says(said, "cash"))) or frees(provision) or gives_goods(provision)


def frees(provision: Provision) -> bool:
    """Whether a clause frees people of a fee, wholly or in part."""
    return says(provision.quote.text, "relief") or frees_of_use(provision)


def points_elsewhere(text: str) -> bool:
    """Whether a clause only points to what is given elsewhere, or says who bears the cost."""
    return gives_by_another(text) or bool(_PURSE.search(text))


def gives_by_another(text: str) -> bool:
    """Whether a clause only points to what another one gives (享受本办法规定的补贴的)."""
    return _POINTS.search(text) is not None


def pays(text: str) -> bool:
    """Whether a clause has a sum paid out."""
    return _PAID.search(text) is not None
