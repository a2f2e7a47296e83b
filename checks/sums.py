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
_NAMED_SUM = r"(?:补贴|补助|津贴|低保金|保障金|供养金|救助金|帮扶金|慰问金|生活费|护理费|照护费|丧葬费|安葬费)"
_OF_STANDARD = re.compile(  # 按照6个月基本生活标准核拨丧葬费, 按照低保标准的15%发给增发低保金
    rf"(?:[0-9]+|[一二三四五六十]{{1,3}})个?月的?[^，。；]{{0,20}}?标准[^，。；]{{0,8}}(?:核拨|核发|拨付|发放|发给|给予|支付|补助)[^，。；]{{0,8}}?{_NAMED_SUM}"
    rf"|标准的?(?:[0-9]+%|百分之[^，。；]{{1,6}}|[一二三四]分之[一二三四])[^，。；]{{0,8}}(?:增发|加发|发放|发给|给予|核发)[^，。；]{{0,8}}?{_NAMED_SUM}"
)
_BY_SHARE = re.compile(  # 按照50%给予帮扶: what is left to pay stands in the clause before
    r"^(?:再)?(?:按照?|以)(?:不低于|不超过)?(?:[0-9.]+%|百分之[^，。；]{1,6}|[五六七八九]成)(?:的?(?:比例|标准))?，?(?:给予|予以|进行)"
    r"[^，。；]{0,4}(?:帮扶|救助|补助|资助|报销|补偿|补贴|援助)"
)
_EACH = frozenset(f"元/{who}/{time}" for who in "人户" for time in ("月", "年", "学年", "学期", "季度"))


def is_sum(provision: Provision) -> bool:
    """Whether a clause pays a sum, frees of a fee or hands out goods itself."""
    said = provision.quote.text
    if points_elsewhere(said):
        return False
    paid = any(x.unit.startswith("元") and x.kind != "income-line" for x in provision.parameters)
    if _OF_STANDARD.search(said) or _BY_SHARE.search(said):
        return True
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
