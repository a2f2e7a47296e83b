"""Sentences that reckon one benefit against another, told by what follows for those who have the other.

The lists of words for stacking (不重复享受, 就高) know the usual ways. Offices also write 已由民政部门慰问的，不再慰问,
领取取暖补助后，只发差额, 救助之后仍由家庭负担的部分, 在护理补贴之外发放, 与免费乘车并行. Having something that is
no benefit (已就业的停发) reckons nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache

from checks.fingerprint import REMEMBERED

_BENEFIT = (
    r"(?:补|助|救|免|减|慰问|配置|配备|适配|改造|供养|待遇|资助|报销|津贴|优惠|低保|保险|公益性?岗位?|政策|服务|发放|支付"
    r"|[一-龥]费|[一-龥]金|[券卡]|帮扶|奖励|扶持|安置|部门|残联|妇联|工会|慈善)"
)
_HAS = rf"(?:已经?|正在|同期|当年|此前)(?!满|死|故|婚|就业|参加工作)[^。；]{{0,30}}?{_BENEFIT}[^。；，]{{0,14}}"
_GETS = rf"(?:享受|领取|获得|接受|得到|申领)[^。；，]{{0,24}}?{_BENEFIT}[^。；，]{{0,8}}"
_THEN = (
    r"(?:不(?!低于|少于|超过|足|符合|满|含|同|得少于|得低于)[一-龥]|只(?:补|发|给|按|享|承担|负担|支付|能|用|购)|仅|扣|核减|减发|减去|减除|差额|差价|抵|停发|停止"
    r"|剩余|余额|除外|改[送发为]|从高|补足|补齐|三年内|两年内|一年内|相应[少减降核]|少[结发补给付])"
)
_RECKONED = re.compile(
    rf"(?:{_HAS}|{_GETS})(?:的|后|之后|期间)[^。；]{{0,26}}?{_THEN}"
    rf"|(?:支付|报销|补偿|救助|补助|资助|援助|结算|减免|免除)(?:之后|以后|后)[^。；，]{{0,10}}(?:剩余|余额|余下|差额|只|仅|未|尚|仍由)"
    rf"|(?:减去|扣除|扣减|核减|剔除|冲减|抵减|抵扣)[^。；，]{{0,20}}(?:[补救资][助贴偿]|津贴|减免|报销|待遇|[一-龥]金)|按[照]?[^。；，]{{2,16}}(?:补贴|补助|津贴|救助金)的?差额"
    rf"|在[^，。；]{{2,20}}(?:补贴|补助|津贴|待遇|救助金?|减免|优惠|保障)(?:之外|以外|的?基础上)[^。；]{{0,10}}(?:发|给|享|领|补|另|增|加)"
    r"|只能?(?:选|择|享受?|领取?|申领)[^，。；]{0,4}[一1](?:个|项|种|份)|并行享受|并行发放|并行不悖|互不影响|互不冲突|两项(?:都|均)可|均可享受|可以?兼得|可以?并用|叠加(?:使用|计算|发放)|累加享受"
    r"|(?:与|和|同)[^，。；]{2,30}(?:合计|相加|之和|总和)[^。；]{0,12}不(?:得)?超过|(?:合计|总和)[^，。；]{0,10}不(?:得)?超过[^，。；]{0,8}(?:实际|费用|支出|负担|自付|缴费)"
    rf"|经[^，。；]{{2,16}}(?:部门|[局委会办联])(?:给予|予以)?(?:补助|救助|资助|帮扶|援助|补贴)(?:之|以)?后[^。；]{{0,12}}(?:仍|剩余|余|个人|自付)"
    r"|(?:补贴|补助|津贴|救助金?|资助|慰问)[^，。；]{0,6}(?:仍|继续)(?:按照?|依照|执行|由)[^。；]{2,30}(?:执行|发放|享受|办理|负责)"
    r"|(?:由|在|从)其他(?:部门|单位|渠道|项目|途径|组织|机构)[^，。；]{0,8}(?:实施|给予|安排|提供|资助|补助|发放|配置|改造|救助)[^，。；]{0,16}，?(?:不再|不予|不得|不重复)"
    r"|(?:享受|领取|获得)[^，。；]{2,16}(?:补贴|补助|津贴|救助金?|待遇)的?，不(?:再|得|能)?(?:同时|重复)?(?:享受|领取)本"
    r"|(?:由|在)其他[^，。；]{2,12}(?:上岗|安置|改造|配置|慰问)的，?不"
    r"|(?:先|优先)(?:由|用|享受|申请|从|经)[^，。；]{2,24}(?:支付|解决|承担|救助|补助|保障|列支)?[^。；]{0,16}(?:不足|剩余|仍|再)"
)
_CHARITY = re.compile(r"慈善|公益|爱心|社会组织|民间")
_OF_CHARITIES = re.compile(  # what a rule is on: other charities' help
    r"(?:其他|其它|别的|多家|两家以上)(?:的)?(?:慈善|公益|社会|民间)(?:组织|机构|团体|力量)(?:的)?(?:帮扶|救助|资助|捐助|援助|帮助)"
)
_PUBLIC = re.compile(r"政府|部门|财政|行政|民政|教育|医保|残联|工会")


@lru_cache(maxsize=REMEMBERED)
def reckons(sentence: str) -> bool:
    """Whether a sentence says what follows where somebody has another benefit too."""
    return _RECKONED.search(sentence) is not None


def of_charities(sentence: str) -> bool:
    """Whether a rule is only on what other charities give."""
    return _OF_CHARITIES.search(sentence) is not None and not _PUBLIC.search(sentence)


def is_charity(called: str) -> bool:
    """Whether a benefit is one of a charity, by what it is called."""
    return _CHARITY.search(called) is not None
