"""Words before the matter itself: `民政厅：…`, `（一）民政局。负责…`, `三、坚持依法原则。…`, `第五条（监管职责）…`.

An agency is told by the last character of its name (domain: name grammar); which agency it is, the vocabulary says
later.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Label:
    """Run-in heading: its text, the characters up to the matter, whether it names agencies, whether a colon ends it.

    `soft`: a short first sentence, a heading only if its neighbours have one too.
    """

    text: str
    width: int
    agency: bool
    colon: bool
    soft: bool = False


_BODY = (
    "部|委|厅|局|办|署|院|(?<![社机])会|中心|机关|部门|政府|机构|单位|联|工会|团委|共青团|社团|公司|银行|[支分]行|企业|领导小组|工作组|专班|村民小组|街道|乡镇|镇|乡|"
    "学校|(?:办公|研究|工作|卫生)室|科协|侨办|编办|行署|公署|(?:办事|管理|代表|工作|监管|信访)处|(?:派出|司法|财政|事务|税务|卫生|研究|敬老|服务|看守)所|"
    "(?:救助|工作|服务|管理|卫生|社工|指导|气象|火车|客运|汽车|高铁)站|机场|(?:大|支|总|中|部|调查)队|(?:供销|合作|通讯)社|居民小组|各村|行政村|社区"
)
_ENDS_IN_BODY = re.compile(rf"(?:{_BODY})(?:[（(][^）)]{{1,30}}[）)])?等?$")
_COLON = re.compile(r"([^：:。；;—]{2,60})(?:[：:]|—{1,2}(?=负责|承担|牵头|做好|组织|配合|协助))\s*")
_STOP = re.compile(r"([^：:。；;，,]{2,30})[。．]\s*")
_CHARGED = re.compile(  # a heading that says in brackets who is responsible for all below it
    r"([^：:。；;，,（(]{2,24}[（(][^（）()。]{2,80}(?:负责|牵头|配合|参与|落实)[）)])[。．]\s*(?=[^\s])"
    r"(?!.*[（(][^（）()\n]*(?:负责|牵头|配合|参与|落实)[）)])"
)
_RUN_IN = 6  # characters of a heading that stands before its paragraph in the same line
_TWO = re.compile(  # 加强领导，明确责任。各乡镇要…: a heading of two halves before a longer paragraph
    r"([^：:。；;，,、]{3,10}[，,][^：:。；;，,、]{3,10})[。．]\s*(?=[^。]{16})"
)
_TITLES = re.compile(  # what stands before its paragraph as a heading, whatever its neighbours do
    r"总体要求|指导思想|(?:基本|工作|主要)原则|(?:总体|工作|主要|发展)目标|目标任务|职能转变|(?:有关)?职责分工"
)
_ABOUT = re.compile(
    r"(?:申报|申请|申领|救治|救助|补助|补贴|资助|帮扶|供养|奖励|报销|支付|结算|办理|报送|受理|发放|享受|认定|审核|评选|服务|工作|纪律|保障)"
    r"(?:要求|流程|程序|条件|材料|标准|范围|时限|渠道|方式)"
)
_MATTER = re.compile(  # what an article is about, no body that does it
    r"(?![^。]*(?:[局府委厅办]|部门|机构|单位|中心|乡镇|街道|机关|学校|医院|工会|联合会|应|不))[^\s，、。]{0,6}"
    r"(?:保障|救助|援助|帮扶|服务|补贴|补助|申请|受理|审核|公示|审批|确认|发放|管理|监督|对象|标准|条件|程序|范围|原则|职责|方式|内容|"
    r"期限|材料|责任|监护|救治|待遇|核对|调查|评议|复核|退出|档案|优待|就业|供养|安置|康复|教育|住房|医疗)"
)
_GAP = re.compile(r"([^：:。；;，,\s]{2,40})[\s　]{1,6}(?=(?:负责|承担|牵头|做好|组织|配合|协助|参与|研究|指导|落实))")
_SPACE = re.compile(r"([^：:。；;，,、\s]{2,16})[\s　]{1,4}(?=[^\s]{8,})")
_TITLED = re.compile(r"[【（(〔\[]([^】）)〕\]。；，]{2,24})[】）)〕\]]\s*(?=[^\s，。、的]|$)")
_UNFINISHED = re.compile(r"[。；;，,、]$|(?<!目)的$|“[^”]*$")
_NAMED = re.compile(r"([^。；：:，、“\s]{2,16})")
_VERB = re.compile(
    r"应当|不得|负责|可以|必须|根据|按照|是指|符合|下列|以下|如下|属于|给予|要求|本[办规条细法]|由|为了|其中|对于|[是为]$"
)
_LIST_OR_VERB = re.compile("[，,、“”]|" + _VERB.pattern)
_DONE_FOR = re.compile(
    r"(?:对(?!象)|将|把|为(?!民))[^，。；]{6,}(?:提供|给予|实[行施]|发放|纳入|进行|开展|予以|延长|调整)"
)  # a measure, no heading
_ORDERED = re.compile(  # 宣传部门要广泛宣传政策: somebody's task, no heading
    r"[^，。；]{0,12}(?:部门|[局委厅]|办公室|法院|检察院|联合会|工会|机关|政府|单位|机构|中心|街道办事处|街道|乡镇|村委会|居委会|残联|妇联|团委)"
    r"(?:要|应|须|会同|牵头|定期|每[年季月半]|具体承办)"
)
_CLAUSE = re.compile("[，。；]|" + _VERB.pattern)
_NO_NAME = re.compile("[。；：:“”《》]|" + _VERB.pattern)
_MEANS = re.compile(r"\s*(?:是指|指(?![导定派挥引示])|即)")
_ACTION = re.compile(
    r"指导|引导|督促|履行|压紧|组建|重新|成立|设立|撤销|坚持|构建|做好|建立|健全|完善|加强|推进|落实|明确|强化|规范|优化|实施|开展|推动|提高|发挥|创新|打造|确保|"
    r"加快|调整|改革|整合|深化|统筹|组织(?!部)|支持|鼓励|引导|加大|严格|切实|全面|依托|依法|压实|细化|形成|促进|扩大|拓展|培育|"
    r"发展(?!和?改革)|不再|进一步|充分|认真|积极|大力|努力|着力|集中|高度|增强|提升|夯实|凝聚|营造|畅通|聚焦|突出|注重|关心"
)
_OPENS = re.compile(_ACTION.pattern + "|统一思想|精心|广泛|密切")
_ANYONE = re.compile(r"(?:成员单位|部门|各单位|有关单位|相关单位|责任单位|单位|机构)$")
_NAMED_DEPARTMENT = re.compile(  # 民政部门职责, 教育行政部门职责; not 有关部门职责
    r"(?:(?!有关|相关|成员|责任|职能|各|其他|其它|主要|参与|配合|牵头|政府|[省市县区州]级|[省市县区州]直|涉及|业务|工作|监管|执法|上级|下级|内设)[一-龥、]){2,30}?"
    r"(?:行政|主管|管理)*部门"
)
_MEETING = re.compile(r"(?:联席会议|机制|小组)(?:制度)?$")  # a body only where its tasks are told
_OFFICE = re.compile(r"(?:及其|的)?(?:主要|工作|具体)?(?:职责|职能|任务|分工|责任)(?:分工)?(?:是|为)?$")


def label_of(words: str, series: str = "") -> Label | None:
    """Label at the head of `words`; `series` is that of the number before it, "" for a line without one."""
    if series == "article":
        found = _TITLED.match(words) or _NAMED.fullmatch(words)
        if found and not _VERB.search(found[1]):
            return Label(found[1], found.end(), False, False)
        return _before_article(words)
    if series in ("part", "chapter", "section"):
        return None
    found = _COLON.match(words)
    if found and (name := _agency(found[1])) and not _MEANS.match(words, found.end()):
        return Label(name, found.end(), True, True)
    if (gap := _GAP.match(words)) and is_agency(gap[1]):
        return Label(gap[1], gap.end(), True, True)
    if not series:
        short = found and len(found[1]) <= 12 and not _LIST_OR_VERB.search(found[1])
        return Label(found[1].strip(), found.end(), False, True) if found and short else None
    if charged := _CHARGED.match(words):
        return Label(charged[1], charged.end(), False, False, soft=True)
    found = _STOP.match(words)
    titled = found is not None and (_TITLES.fullmatch(found[1]) is not None or _is_topic(found, words))
    if found and (titled or not (_VERB.search(found[1]) or _DONE_FOR.match(found[1]) or _ORDERED.match(found[1]))):
        heading = _heading(found[1].strip(), found.end(), False)
        return replace(heading, soft=not titled, agency=heading.agency and found.end() < len(words))
    if (two := _TWO.match(words)) and _OPENS.match(two[1]) and not _VERB.search(two[1]):
        return Label(two[1], two.end(), False, False, soft=True)
    found = _SPACE.match(words) if series in ("cn", "pcn") else None
    if found and not _VERB.search(found[1]):
        return _heading(found[1], found.end(), False)
    bare = words.rstrip("：: ")
    announces = bare != words and _CLAUSE.search(bare)
    if len(bare) <= 40 and "。" not in bare and not _UNFINISHED.search(bare) and not announces:
        return _heading(bare, len(words), bare != words)
    return None


def _is_topic(found: re.Match[str], words: str) -> bool:
    """申报要求。医疗机构按季度申报…: a noun for what the sentences behind it are about."""
    return found.end() < len(words) and _ABOUT.fullmatch(found[1]) is not None


def _before_article(words: str) -> Label | None:
    """第四条 医疗保障。困境儿童…: a short noun before a stop; the articles around it settle whether it is a heading."""
    found = _STOP.match(words)
    named = found is not None and found.end() < len(words) and _MATTER.fullmatch(found[1]) is not None
    return Label(found[1].strip(), found.end(), False, False, soft=True) if found and named else None


def run_in(words: str) -> Label | None:
    """A short first sentence that may head an unnumbered paragraph (申请。由监护人提出…), as its neighbours show."""
    found = _STOP.match(words)
    if found is None or found.end() == len(words) or _VERB.search(found[1]):
        return None
    title = found[1].strip()
    return Label(title, found.end(), False, False) if len(title) <= _RUN_IN else None


def _heading(words: str, width: int, colon: bool) -> Label:
    """A run-in heading; `民政局职责` names the agency, `成员单位` alone is a title."""
    agency = "" if _ANYONE.fullmatch(words) or _ACTION.match(words) else _agency(words)
    return Label(agency or words, width, bool(agency), colon)


def _agency(words: str) -> str:
    """The agency a label names, without 的职责 and the like behind it; "" where it names none."""
    body = _OFFICE.sub("", words.strip())
    charged = body != words.strip()
    if charged and _MEETING.search(body) and not _NO_NAME.search(body):
        return body
    anyone = charged and _ANYONE.search(body) and not _NAMED_DEPARTMENT.fullmatch(body)
    return body if not anyone and is_agency(body) else ""


def is_agency(words: str) -> bool:
    """Whether `words` read as one agency or a list of agencies (民委（宗教局）, 县教育局、县财政局)."""
    words = words.strip()
    return len(words) <= 60 and _ENDS_IN_BODY.search(words) is not None and not _NO_NAME.search(words)
