"""What force a clause has: duty, ban, leave, right, benefit, encouragement, definition, or a mere statement.

The marker of the main clause (应当, 不得, 可以 …) decides together with who its subject is: 可以 gives an agency
leave, a beneficiary a right, and where it is about applying for or enjoying an aid, a benefit.
"""

from __future__ import annotations

import re

from ingest.extract.acts.background import told_so_far
from ingest.extract.force.defining import consists, defines, means
from ingest.extract.force.entitling import gets, spared
from ingest.extract.force.spirit import norm_in
from ingest.extract.force.voice import Voice
from kg.enums import Modality

_DECLARATION = re.compile(
    r"制定本(?:法|条例|办法|规定|细则|意见|规则|方案|规程|制度|措施|通知|决定|预案|职责|标准)|制定(?:以下|如下|下列)"
    r"|^本[^，。；]{1,8}适用于|适用(?:于)?本(?:法|条例|办法|规定|细则|规则|意见)(?!第)"
    r"|本(?:法|条例|办法|规定|细则|意见|通知|方案|规程|规则|措施|职责分工|决定|章程)"
    r"(?:自|从).{0,40}(?:施行|执行|实施|生效|起试行)"
    r"|^自[^，。；]{4,24}起(?:施行|执行|实施|生效|试行)"
    r"|以本(?:法|条例|办法|通知|规定|意见|细则|方案)为准"
    r"|(?:同时|即行|予以)废止|同时停止(?:执行|施行)|(?:遵循|坚持|体现|贯彻).{0,60}(?:的?原则|的?方针)$|^(?:[^，。；]{0,30})(?:应当)?(?:遵循|坚持)(?![^，。；]{0,8}(?:程序|步骤|规程|舆论导向|规范$))"
    r"|实行[^，。；]{4,40}的(?:工作)?(?:机制|体制)$|实行.{0,30}(?:负责制|属地管理|分级负责|分类管理|责任制(?!度))"
    r"|实行[^，。；]{2,30}相结合的原则$|属地管理(?!责任)"
    r"|以.{0,30}为(?:指导|核心|中心|主体|目标|重点|根本|引领|统领|导向|出发点)(?!的(?!(?:工作)?(?:方针|原则)))"
    r"|^(?:现将|现就|特此)|提出(?:如下|以下)(?:实施)?意见|(?:通知|批复|函复|答复|通报|公告)如下|收悉$"
    r"|(?:印发|转发)(?:给)?你们|请.{0,12}(?:遵照|贯彻|认真)"
    r"|(?<!的，)(?:负责|施行|执行|有效)(?:期(?!限?届?满|内|间)|至|期限).{0,12}$|^有效期(?!限?届?满|内|间)|制度(?:自|从)[^，。；]{4,24}起(?:全面|正式)?(?:施行|执行|实施)$|由.{0,60}负责解释|解释权"
)
_PROTECTED = re.compile(r"受(?:国家)?法律保护$|不受(?:非法|任何[^，。；]{0,8})?侵[犯害]$")
_STATED = re.compile(  # words without one of which nothing declares
    "相结合|机制|体制|制定|适用|施行|执行|实施|生效|废止|停止|遵循|坚持|体现|负责制|属地|分级|分类管理|责任制|为指导|为核心|为中心|为主体|为目标|为重点|为根本|为引领|为统领|为导向|为出发点|方针|"
    "现将|现就|特此|如下|以下|你们|请|有效|解释|为准|收悉"
)
_STATEMENT = re.compile(r"^[^，。；]{2,24}(?<!要|应|的)(?<!对象)是(?!指|否)[^，。；]{4,}(?:$|[。；]|(?<!的)，)")
_STATEMENT_OF = re.compile(  # also of an agency's work, and of what it is
    r"^[^，。；]{2,24}(?<!要|应|的)是(?:一[项种]|[^，。；]{2,16}(?:工作部门|组成部门|直属(?:事业单位|机构)|派出机构)(?=[，。；]|$))"
)
_BY_THEN = re.compile(r"^(?:力争|争取|计划|预计)?[到至]\s?20\d\d年(?:底|末|年底)?前?，")  # 到2025年，体系更加健全
_IS = re.compile(r"是(?!否|指)")
_PRINCIPLE = re.compile(
    r"^[^，。；]{0,24}(?:坚持|遵循|贯彻)(?![^，。；]{0,8}(?:程序|步骤|规程|舆论导向|规范$))|(?:贯彻|按照|实行).{0,60}(?:原则|方针)$|^(?:工作|基本)?原则"
)
_ENCOURAGED = re.compile(
    r"^(?:国家|各级[^，]{0,12}|全社会|社会|本市|本省|自治区|省|市|县|政府|人民政府|[^，。；]{0,12}人民政府)?"
    r"(?:通过[^，。；]{2,30}(?:措施|方式|办法|途径)，)?(?:积极|大力|依法|应当)?(?:鼓励|支持|提倡|倡导)"
)
_ENCOURAGING = re.compile("鼓励|支持|提倡|倡导")
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
_CLAIMS = re.compile(
    r"有权(?:要求|请求|申请|获得|提出|申诉|控告|检举|投诉|举报|拒绝|向[^，。；]{2,20}(?:提出|反映|申请|申诉|控告|检举|投诉|举报|求助))"
)
_MAY_GIVE = re.compile(r"^对[^，。；]{2,60}，可以?(?:[^，。；]{0,16}规定)?(?:减|免|给予|提供|发放|适当)")
_MAY_DO = re.compile(
    r"(?:的|者|人|人员|家庭|职工|对象|学生)，?[也还]?可以?(?!由|将|对|根据)[^，。；]{0,12}?"
    r"(?:口头|申请|重新|参加|缴费|缴纳|提取|预支|要求|请求|领取|补办|转入)"
)
_ALLOWED = re.compile(r"可以|可(?=由|按|在|向|根据|凭|直接|申请|享受|优先|参照|适当|继续|依法)")
_NEEDS = re.compile(r"(?<![需主重必不])要(?!求)")
_CONTENT = re.compile(
    r"(?:救助|供养|保障|帮扶|服务|援助|待遇|补贴)(?![^，；。]{0,8}(?:对象|人员|范围))[^，；。]{0,8}(?:内容|方式|形式|项目)?(?:主要)?(?:包括|采取(?:下列|以下)|分为|有下列)[^，；。]{0,8}$"
    r"|^[^，。；]{0,16}(?:救助|供养|保障|帮扶|援助)(?:方式|形式)?以[^，。；]{2,16}为(?:主(?:要方式|要形式)?|基本方式)(?:，|$)"
)
_APPLIES = re.compile(
    r"可以?(?:通过|向|到|由|在|持|凭|选择|采取|委托)[^，。；]{0,30}(?:提出|提交|进行|网上|线上|在线)[^，。；]{0,8}申请"
)
_CHOICE = re.compile(r"复议|诉讼|复核|仲裁|变更|异议|申诉|听证|选择|委托|代为|投诉|举报|撤回|控告")


def modality_of(voice: Voice) -> Modality:
    """The one modality of an act; what stands in brackets does not count."""
    voice.words = norm_in(voice)
    if means(voice.words):
        return Modality.DEFINITION
    if not voice.duty_list and _is_declaration(voice):
        return Modality.DECLARATION
    if voice.marker == "prohibition":
        return Modality.PROHIBITION
    if spared(voice.words):
        return Modality.ENTITLEMENT
    if voice.marker == "obligation" and _only_allows(voice.words):
        voice.marker = "permission"  # what went before binds, this does not
    if not voice.marker and not voice.agency and _CONTENT.search(voice.words):
        return Modality.ENTITLEMENT
    if voice.marker in ("permission", "obligation") and not voice.agency_first and gets(voice.words):
        return Modality.ENTITLEMENT
    defined = not voice.marker and defines(voice.words, agency=voice.agency, works=bool(voice.functions))
    named = voice.whom and voice.people and not (voice.marker or voice.agency or voice.functions)
    if defined or named or (voice.marker in ("permission", "obligation") and _consists(voice)):
        return Modality.DEFINITION
    led = voice.duty_list or (voice.agency and voice.own and not voice.first)
    carried = voice.marker == "obligation" and not (voice.agency or voice.person or voice.first)  # 要…，鼓励…
    if not led and (voice.marker != "obligation" or carried) and _encourages(voice):
        return Modality.ENCOURAGEMENT
    if voice.marker == "permission":
        return _allowed(voice)
    if voice.marker == "right":
        return _entitled(voice)
    if voice.marker:
        return Modality(voice.marker)
    return _unmarked(voice)


def _entitled(voice: Voice) -> Modality:
    """有权, 享有: leave for an agency that decides by it, a claim for whoever asks, a benefit that goes on."""
    if voice.agency and not voice.person and not _CLAIMS.search(voice.words):
        return Modality.PERMISSION
    return Modality.ENTITLEMENT if "继续享有" in voice.words else Modality.RIGHT


def _only_allows(words: str) -> bool:
    """Whether words under a duty said before them only give leave (…；评估也可以委托第三方)."""
    return "可以" in words and "应" not in words and _NEEDS.search(words) is None


def _encourages(voice: Voice) -> bool:
    """鼓励…, also behind words that say by what means (通过…方式，鼓励…)."""
    behind = voice.first and not voice.agency and _opens_encouraging(voice.opening)
    return behind or _opens_encouraging(voice.words)


def _opens_encouraging(words: str) -> bool:
    return _ENCOURAGING.search(words) is not None and _ENCOURAGED.match(words) is not None


def _consists(voice: Voice) -> bool:
    return not voice.agency and not voice.functions and consists(voice.words)


def _is_declaration(voice: Voice) -> bool:
    stated = voice.marker != "prohibition" and _STATED.search(voice.words) and _DECLARATION.search(voice.words)
    return (
        bool(stated)
        or (not voice.agency and _PROTECTED.search(voice.words) is not None)
        or (voice.aims and not voice.marker and not voice.agency and "是指" not in voice.words)
        or (not voice.marker and not voice.functions and told_so_far(voice.words))
        or (not voice.marker and not voice.agency and _BY_THEN.match(voice.words) is not None)
        or (not voice.marker and _IS.match(voice.words) is not None)
        or (not voice.marker and bool((_STATEMENT_OF if voice.agency else _STATEMENT).match(voice.words)))
        or (not voice.functions and not voice.agency and bool(_PRINCIPLE.match(voice.words)))
    )


def _allowed(voice: Voice) -> Modality:
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


def _unmarked(voice: Voice) -> Modality:
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
