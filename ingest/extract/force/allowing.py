"""What 可以 gives: an agency leave, a beneficiary a right, and where it is about applying for an aid, a benefit."""

from __future__ import annotations

import re

from ingest.extract.force.voice import Voice
from kg.enums import Modality

_ENJOY = re.compile(
    r"可以?(?:依法|按月|一次性|自[^，。；]{2,24}起，?|按照?[^，。；]{0,30}|根据[^，。；]{0,16}|向[^，。；]{0,40}"
    r"|[持凭][^，。；]{0,60}|直接|优先|同时|继续|择[高优][^，。；]{0,4}|在[^，。；]{0,20}|参照[^，。；]{0,20}|单独"
    r"|依照[^，。；]{0,20}|适当|[对就](?:下列|以下|上述|前款)[^，。；]{0,12})*(?:申请"
    r"|申领(?=[^，。；]{0,16}(?:金|补贴|津贴|待遇|补助|其中))|享受|获得|领取|免|优先|入住|减免|减收|减征"
    r"|提出[^，。；]{0,12}申请)|不受.{0,20}限制|免予"
)
_GOES_ON = re.compile(r"可以?(?:继续|优先|依法|直接|同时|单独)*(?:享[受有]|领取|获得)")  # nobody but those who benefit
_ON_BEHALF = re.compile(
    r"可以?由[^，。；]{2,30}?代为(?:提出|申请|办理)|(?:近亲属|亲属|家属|监护人|代理人)[^，。；]{0,50}可以?代为(?:提出)?[^，。；]{0,8}申请"
)
_TAKEN_IN = re.compile(  # 可参照单人户纳入低保范围: done to people, whoever decides it
    r"可以?(?:[^，。；]{0,4}(?:按照?|参照|比照)[^，。；纳]{2,16}|单独|优先|直接|继续|整户|一并|及时|适当|依法|按规定)*(?:纳入|列入|认定为|确定为)"
)
_MAY_FOLLOW = re.compile(r"可以?(?:比照|参照)(?:[^，。；]{2,30})?(?:执行|实施|办理)$")
_MADE_UP = re.compile(  # 可以先行救助，事后补办手续
    r"(?:并|再|但)?(?:[^，。；]{1,12}后)?(?:应当?|再|及时|尽快|立即|按规定|依法|予以)*补(?:办|齐|交|报|录)(?!贴)"
)
_BY_OTHERS = re.compile(  # who may apply is said, and now who deals with it: 由乡镇人民政府受理
    r"(?:并|再)?由(?!其|本人|近亲属|亲属|家属|监护人|代理人|他人)[^，。；可]{2,30}?(?:负责|受理|审核|审查|审批|审定|初审|确认|核实|核查|调查|发放|办理|认定|核准|评定)"
)
_BORNE = re.compile(r"(?:所需)?(?:资金|经费|费用)[^，。；可]{0,6}由[^，。；可]{2,30}(?:承担|负担|解决|安排|列支|保障)")
_REVIEW = re.compile(r"复议|行政诉讼")
_MAY_GIVE = re.compile(r"^对[^，。；]{2,60}，可以?(?:[^，。；]{0,16}规定)?(?:减|免|给予|提供|发放|适当)")
_MAY_DO = re.compile(
    r"(?:的|者|人|人员|家庭|职工|对象|学生)，?[也还]?可以?(?!由|将|对|根据)[^，。；]{0,12}?"
    r"(?:口头|申请|重新|参加|缴费|缴纳|提取|预支|要求|请求|领取|补办|转入)"
)
_ALLOWED = re.compile(r"可以|可(?=由|按|在|向|根据|凭|直接|申请|享受|优先|参照|适当|继续|依法)")
_APPLIES = re.compile(
    r"可以?(?:通过|向|到|由|在|持|凭|选择|采取|委托)[^，。；]{0,30}(?:提出|提交|进行|网上|线上|在线)[^，。；]{0,8}申请"
)
_CHOICE = re.compile(r"复议|诉讼|复核|仲裁|变更|异议|申诉|听证|选择|委托|代为|投诉|举报|撤回|控告")


def leave_of(voice: Voice) -> Modality:
    """可以: leave for an agency, a right or a benefit for anybody else; not to leave undone what comes after."""
    if not voice.first and any(said.match(voice.words) for said in (_MADE_UP, _BY_OTHERS, _BORNE)):
        return Modality.OBLIGATION
    if _ON_BEHALF.search(voice.words):
        return Modality.RIGHT
    if (voice.people or not voice.agency) and _GOES_ON.search(voice.words):
        return Modality.ENTITLEMENT
    if voice.functions == ("appeal",) and _REVIEW.search(voice.words):
        return Modality.RIGHT
    if (voice.agency and not voice.person) or _MAY_GIVE.search(voice.words) or _MAY_FOLLOW.search(voice.words):
        return Modality.PERMISSION
    if voice.functions == ("appeal",):
        return Modality.RIGHT
    allowed = _ALLOWED.search(voice.words)
    words = voice.words[allowed.start() :] if allowed else voice.words
    if _ENJOY.search(words) and not _CHOICE.search(words):
        return Modality.ENTITLEMENT if voice.person or voice.people else Modality.PERMISSION
    chooses = (
        (voice.person and not _TAKEN_IN.match(words))
        or _APPLIES.search(words)
        or _CHOICE.search(words)
        or (_MAY_DO.search(voice.words) and voice.words[0] != "对")
    )
    return Modality.RIGHT if chooses else Modality.PERMISSION
