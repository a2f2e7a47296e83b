"""What force words have without a marker: aid that people are given or refused, what the state sets up, else a duty."""

from __future__ import annotations

import re

from ingest.extract.force.voice import Voice
from kg.enums import Modality

_STATE = re.compile(
    r"^(?:国家|本市|本省|本自治区|自治区|省|市|政府|区县|本县)"
    r"(?!户籍|户口|籍|境内|行政区域|辖区|常住|居民|城乡|[^，。；对给为]{0,12}(?:人民政府|政府|局|部门))"
)
_SERVICES = frozenset(("service", "train"))
_EXEMPT = re.compile(
    r"免予|免[交缴收](?!的)|不受[^，。；]{0,20}限制|享受|继续享有"
    r"|^(?:[^，。；]{2,16}[内间]，)?[^，。；]{0,40}获得[^，。；]{0,12}(?:救助|帮扶|资助|补贴|补助|待遇|保障)$"
    r"|(?:个人|本人|职工|对象|家庭|人员)不(?:再)?(?:缴纳|交纳|承担|负担)[^，。；]{0,20}费|不再缴费"
)
_REFUSED = re.compile(
    r"不予(?:支付|报销|资助|补助|补贴|救助|减免|赔付)(?!的，)|不(?:再)?享受|不再重复享受|^不重复享受|不再(?:发放|给予|支付|列入|纳入)"
)
_GOES_TO = re.compile(r"[^，。；]{2,40}(?<!未|不)(?<!申请)享受(?!的)")
_RIGHT = re.compile(r"(?<!没)有[^，。；]{2,40}的权利|归[^，。；]{1,20}所有$")
_CHOOSES = re.compile(r"由[^，。；]{2,20}(?:自主|自愿|自行|自由)(?:选择|决定|申请|参加)")
_INSTITUTES = re.compile(
    r"^(?!(?:国家|本市|本省|自治区|[省市])对)[^，。；]{2,4}(?:(?:根据|按照|依照|结合)[^，。；]{2,40}，)?.{0,6}(?:(?:建立|完善|健全|(?<!生活)保障|实行|发展|构建)|推行[^，。；]{2,16}制度)"
)
_POLICY = re.compile(
    r"^(?:[^，。；]{0,40}，)?(?:按(?:照)?规定|全面|依法|切实|认真|严格)*(?:落实|完善|健全|规范|制定|修订|调整|加快建立|建立|(?<=全面)实[施行])"
)
_GIVES = re.compile(
    r"(?:给予|予以)[^，。；]{0,40}(?:救助|供养|保障|帮扶|扶持|补贴|补助|资助|津贴|减免|照顾|优待|援助|安置|帮助|扶助)"
    r"|(?<!代扣)代缴|优先(?:给予|配租|配售|安排|纳入)|纳入[^，。；]{1,24}(?:保障|救助|供养|资助)(?:对象)?范围(?!的)"
)
_NO_GRANT = re.compile(
    r"表彰|(?:单位|组织|个人|贡献|成绩|先进|突出|举报)[^。；]*奖励(?!扶助|金)|处分|处罚|罚款"
    r"|未(?:及时|依法|按)?(?:给予|提供)|赔偿|责令|财政困难|[省市县央级]财政"
    r"|(?:服务|费用|项目|药品|经费|工作|资金|支出)[^，。；]{0,20}纳入"
)
_GRANT = re.compile(
    r"给予|发给|享受|提供|(?<!代扣)代缴|免[除交缴]|予以免(?!予)"
    r"|予以(?:全额|差额|定额|适当|优先|重点)*(?:救助|保障|补助|补贴|照顾|减免|优待|扶持|帮助|安置|供养|资助|帮扶)"
    r"|^对[^。；]{2,120}，[^，。；]{0,20}(?:发放|资助)"
    r"|^对[^。；]{2,120}?(?:，|优先)?实施[^，。；：]{0,12}(?:救助|保障|改造|援助|资助)$"
    r"|^(?:[^。；]{2,80}的，)?(?:[^。；]{2,80}，)?(?:按月|按季|按年|一次性)(?:足额)?发[放给]"
    r"|由国家(?:供养|保障|抚养|负担|承担)|免收|免费|减免|免予|不受.{0,20}限制"
    r"|优先(?:给予|安排|享受|纳入|配租|保障|救助|安置|提供)|按.{0,12}(?:全额|定额|比例).{0,6}(?:救助|享受|补助|补贴)"
    r"|纳入.{0,16}(?:保障|救助|范围|渠道)(?![^，。；]{0,6}的)|提高其?.{0,8}(?:保障水平|救助水平|待遇)"
)


def unmarked(voice: Voice) -> Modality:
    """The modality of an act without a marker; the default where its words give nobody anything."""
    words = voice.words
    if voice.functions == ("sanction",):
        return voice.default
    grants = bool(_GRANT.search(words)) and not _NO_GRANT.search(words)
    free = voice.statute or "免费" in words
    grants = grants and (free or not _SERVICES.issuperset(voice.functions or ("",)))  # 对X提供服务: an order
    if not voice.agency_first and (_STATE.match(words) or _STATE.match(voice.opening)):
        if grants:
            return Modality.ENTITLEMENT
        if not voice.agency and _INSTITUTES.match(words):
            return Modality.DECLARATION
    if voice.person and voice.people and _GOES_TO.match(words):
        return Modality.ENTITLEMENT
    if voice.duty_list or voice.agency_first or voice.ordered:
        return voice.default
    if not voice.agency and voice.functions != ("decide",) and (said := _said_of_people(words)):
        return said
    if voice.people and grants and not _POLICY.match(words) and (not voice.agency or _GIVES.search(_main(words))):
        return Modality.ENTITLEMENT
    return voice.default


def _main(words: str) -> str:
    """The words behind the last condition."""
    return words[words.rfind("的，") + 1 :]


def _said_of_people(words: str) -> Modality | None:
    """What is said of those who have a right or an aid, or have it not; `None` where nothing is."""
    if _RIGHT.search(words) or _CHOOSES.search(words):
        return Modality.RIGHT
    if _REFUSED.search(words):
        return Modality.PROHIBITION
    return Modality.ENTITLEMENT if _EXEMPT.search(words) else None
