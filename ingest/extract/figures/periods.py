"""What a span of time is for: a limit for acting, how long a state lasts, a publicity period, a recurring day.

内 after a span is a limit for acting unless what follows is a state or a ban (五年内不得担任); with 满, 连续, 以上
it is a duration; where neither decides, the nearest telling word does, and at last the unit: 工作日, 日 and 小时 limit
acting, 月 and 年 last.
"""

from __future__ import annotations

import re

from ingest.extract.figures.comparators import PAY_WITHIN
from ingest.extract.figures.cues import cue
from ingest.extract.figures.quantities import Quantity
from ingest.extract.figures.surroundings import Surroundings

_INSIDE = re.compile(r"^\s?(?:[（(][^）)]{0,12}[）)])?(?:以内|之内|内)")
_RECURRING = re.compile(
    r"(?:每个?月|按月|次月|当月|下月|每季度?|季度?)(?:的|次月|次季度首月|末月|初|末|首月|第一个月|最后一个月|于)*$"
)
_TIMES_IN = re.compile(  # 一年内不超过两次: how often, no limit for acting
    r"^(?:之内|以内|内|度内|中)[^，。；]{0,8}?(?:不得?超过|不得?多于|最多|至多|只能|限|仅限)[^，。；\d]{0,6}[\d一二两三四五六七八九十]+次"
)
_PUBLIC_OVER = re.compile(r"公示(?:期满|期间|结束|后|无异议|期限?届满|期内)")
_POSTED = re.compile(
    r"(?:张榜|公开栏|公示栏|网站|社区|村内|单位)[^，。；]{0,4}(?:公布|公告|公开|张贴|张榜)(?:不得?少于|至少|满|期为|时间为)?$"
)
_PUBLISHED_FOR = re.compile(r"之?后(?!\w{0,3}[日天]内)")  # 公示七日后，报县民政局
_SERVED = re.compile(  # 3日以内遗体存放, 10天内免费住宿: how long it is had
    r"^的?(?:遗体|骨灰|免费|普通|集中|临时|过渡)*(?:存放|寄存|停放|冷藏|保管|住宿|食宿|陪护|托管)(?=[、，。；和及与费]|$)"
)
_STATE_AFTER = re.compile(
    r"^(?:或者[^，。；]{0,12}内)?，?(?:[^，。；]{0,6}(?:不得|禁止)|不予|不再|累计|连续|受过|曾|发生|无(?!正当)|没有|未(?:就业|再|发现|享受|获得|受|发生|被|出现|参加|领取)|按[^，。；]{0,20}(?:扣减|减征|减免|减按|抵扣)|经抢救|死亡"
    r"|免|减|享受|给予[^，。；]{0,12}(?:补贴|补助|救助|津贴|减免|优惠|奖励)|每|有|因|平均|取消|暂停|限制|从事|违反|再|又|领取|保留|继续"
    r"|视为|只能|照发|照常|停发|由[^，。；]{0,12}(?:补助|补贴))"
)
TO_ACT = re.compile(r"^，?(?:可以|应当|须|应)?(?:到|向|提出|申请|办理|报|通知|告知|书面|将|持|凭)")
_BASE_OF_MONTHS = re.compile(
    r"^的?(?:其?(?:原|生前|死亡前)享受的)?(?![内后前以之])[^，。；、的]{0,16}"
    r"(?:工资|标准|失业保险金|生活费|养老金|保障金|低保金|津贴|供养金|抚恤金)"
)
_YEARS_OF = re.compile(r"^的?(?:供养|低保|最低生活保障|救助供养|基本生活|抚恤金?|生活补助|保障)(?:标准|金)")
_GIVEN = re.compile(r"(?:发给|计发|发放|给予|加发|增发|补发)(?:不超过|最多)?$")
_GIVEN_END = re.compile(r"^(?:[，。；、]|$)")
_OF_STANDARD = re.compile(r"(?:标准|工资|低保金|保障金|生活费|失业保险金)的?$")
_LASTING_AFTER = re.compile(
    r"^(?:以上|以下|的)*(?:有期徒刑|拘役|拘留|管制|停业|停止|暂停|经历|经验|渐退期|假|工作经|执业|从业|相关|合同|承包)"
)
_LASTING_BEFORE = re.compile(
    r"(?:每满|每增加|满|未满|不满|已满|不足|连续|累计|超过|逾|前|近|最近|过去|增加|期限为|期为|为期|达|达到|仍)$"
)
_HAD_FOR = re.compile(  # 仍发给一个季度, 保留低保待遇三个月
    r"(?:发给|发放|保留|享受|延续|延长|继续保障|保障)(?:[^，。；]{0,6}(?:待遇|保障|救助|补贴|资格))?$"
)
_HAD_OF = re.compile(r"^的?(?:低保金|保障金|供养金|待遇|津贴|补贴|补助|生活费|救助金|渐退)")
_ROUND_THE_CLOCK = re.compile(
    r"^(?:全天|值班|值守|监测|开通|在线|不间断|专线|热线|服务|接听|受理|提供|畅通|电话|轮|应急值|巡|有人)"
)


def period_kind(quantity: Quantity, words: Surroundings, earlier: str) -> str:
    """Kind of a span of time; `earlier` is the kind of the span before it in the same sentence, "" where none."""
    if _names_quarters(quantity, words) or (_TIMES_IN.match(words.right) and quantity.value == 1):
        return ""
    if quantity.unit == "日" and _RECURRING.search(words.near_left):
        return "reporting-deadline"
    if _is_publicity(words):
        return "publicity-period"
    if quantity.unit == "小时" and quantity.value == 24 and _ROUND_THE_CLOCK.match(words.right):
        return ""
    if re.search(r"距[^，。；]{0,16}(?:届满|期满|时效|截止)[^，。；]{0,6}$", words.near_left):
        return "trigger"
    if re.search(r"距离?[^，。；]{0,16}$", words.near_left):
        return "duration"
    yearly = quantity.unit == "年" and _YEARS_OF.match(words.right) is not None
    if yearly or (quantity.unit == "月" and _is_months_of_pay(words)):
        return _pay_kind(words)
    return _limit_or_duration(quantity, words, earlier)


def _names_quarters(quantity: Quantity, words: Surroundings) -> bool:
    """每年四季度核对, 前三季度的工作: which quarter it is, no span of time."""
    return quantity.unit == "季" and not words.right.startswith("内") and words.left.endswith(("年", "第", "前", "度"))


def _is_publicity(words: Surroundings) -> bool:
    """公示期为七日, 公示七日, 公告时间不少于三十日; not 公示期满之日起三日内."""
    if words.left.endswith("公示") and _PUBLISHED_FOR.match(words.right):
        return True
    if _INSIDE.match(words.right) or re.match(r"^(?:后|前)", words.right):
        return False
    public = cue("publicity-period")
    if _POSTED.search(words.near_left):
        return True
    if re.match(r"^的?公示", words.right):
        return True
    if re.search(r"公告(?:期|时间|期限)?(?:为|不得?少于|至少)?$", words.near_left):
        return True
    last = words.left.rfind("公示")
    return bool(public.search(words.near_left)) and not _PUBLIC_OVER.match(words.left, last)


def _is_months_of_pay(words: Surroundings) -> bool:
    """六个月失业保险金标准的丧葬补助金, 每满一年发给一个月: months stand for an amount."""
    if re.search(r"(?:(?<!生)前|近|连续|满|(?<!不)(?<!不得)超过)$", words.left) or re.match(
        r"平均|[及或]?以[上下]", words.right
    ):
        return False
    if _OF_STANDARD.search(words.left):
        return True
    return bool(_BASE_OF_MONTHS.match(words.right) or (_GIVEN.search(words.left) and _GIVEN_END.match(words.right)))


def _pay_kind(words: Surroundings) -> str:
    if cue("asset-limit").search(words.near_left):
        return "asset-limit"
    capped = re.search(r"(?:最高|最多|不超过|不得超过)[^，。；]{0,12}$", words.near_left)
    return "benefit-cap" if capped or PAY_WITHIN.match(words.right) else "benefit-standard"


def _limit_or_duration(quantity: Quantity, words: Surroundings, earlier: str) -> str:
    after = _INSIDE.match(words.right)
    if after:
        return _inside(words, words.right[after.end() :])
    if re.match(r"^(?:之?后|以后)", words.right):
        return "duration"
    if words.right.startswith("前") or words.left.endswith("提前"):
        return "time-limit"
    if words.left.endswith("前") and TO_ACT.match(words.right):
        return "time-limit"
    if re.search(r"每[天日周月年个][^，。；]{0,12}$", words.near_left):
        return "duration"
    if quantity.unit == "工作日" or re.search(r"[最至]迟[^，。；]{0,4}$", words.near_left):
        return "time-limit"
    if re.search(r"延长[^，。；]{0,8}$", words.near_left):
        return earlier or ("time-limit" if quantity.unit in ("日", "小时") else "duration")
    if (
        _LASTING_BEFORE.search(words.left)
        or re.match(r"^[及或]?以[上下]", words.right)
        or _LASTING_AFTER.match(words.right)
    ):
        return "duration"
    if quantity.unit in ("月", "季", "年") and (_HAD_FOR.search(words.left) or _HAD_OF.match(words.right)):
        return "duration"
    return _nearest(quantity, words)


def _inside(words: Surroundings, rest: str) -> str:
    """N日内: a limit for acting, but 前十二个月内 and 五年内不得 are durations."""
    if words.left.endswith("前") and TO_ACT.match(rest):
        return "time-limit"
    if re.search(r"(?:前|近|最近|过去|连续|每|任意|任何|以后|今后)$|(?:禁止|不得)[^，。；]{0,6}$", words.near_left):
        return "duration"
    return "duration" if _STATE_AFTER.match(rest) or _SERVED.match(rest) else "time-limit"


def _nearest(quantity: Quantity, words: Surroundings) -> str:
    """The telling word nearest before the number decides, else the unit."""
    limit = max((m.end() for m in cue("time-limit").finditer(words.left)), default=-1)
    lasting = max((m.end() for m in cue("duration").finditer(words.left)), default=-1)
    if limit != lasting and max(limit, lasting) > len(words.left) - 14:
        return "time-limit" if limit > lasting else "duration"
    return "time-limit" if quantity.unit in ("日", "小时", "工作日") else "duration"
