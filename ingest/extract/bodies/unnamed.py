"""Bodies that no vocabulary names, told by where they stand: 从事康复工作的机构应当…, 中央财政对…给予补助.

Only right before the marker of a norm (or behind 由, or the public purse, before its verb) does such a word act. A
kind of body the text describes is another body; one that only the case tells (受理的部门, 其他机构) is unresolved.
任何单位 is everybody.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

Found = tuple[int, int, str]

_HEAD = re.compile(
    r"(?P<kind>部门(?:、|和|或者)单位|单位(?:、|和|或者)部门|机构|中心|单位|组织|部门|机关|协会|学会|公司|院校|媒体)(?:及其工作人员|均|也|都|还|依法)?"
    r"(?=应当|应(?![急用对届答])|要(?![求素件])|可以|不得|须|必须|负责(?!人|制)|，(?:承办|承担|负责|履行|应当)|对[^，。；]{2,40}，应当)"
)
_OFFICES = ("机构", "中心")  # act behind a comma as well (办事机构，承办…)
_ADDRESSED = re.compile(r"[^，。；]{0,6}?(?:接到|收到|接受|发现|受理)[^，。；]{1,24}的")  # 首先接到求助的单位，应当…
_OWNED = re.compile(
    r"[^，。；、]{2,20}?(?:所属|下属|下设|内设)的?|[^，。；、]{1,14}?(?<![乡镇）])人民政府(?=(?:负责|主管|承担)[^，。；]{2,20}的)"
)  # 委员会下设的办事机构
_STOPS = "，。；：、\n（）“”《》"
_REACH = 30
_SEVERAL = re.compile(
    r"(?:从事|受理|承担|负责|开展|提供|实施|举办|经营|管理)[^，。；]*、[^，。；]*的$"
)  # 从事诊断、治疗的 机构
_OPENING = re.compile(
    r"\s*(?:第[一-龥]{1,8}条|[（(][^）)]{1,3}[）)]|[\d一二三四五六七八九十]+[、.．])?\s*(?:[应可交]?由|其中)?"
)
_NOBODY = re.compile(
    r"任何|个人|法人|禁止|鼓励|支持|引导|单位和|人员|要求|督促|指导|委托|^(?:是|不以|对|在|按|根据|经|为|向|将|从(?!事)|以|因|通过|本|用)"
)
_BY_CASE = re.compile(
    r"^(?:该|其|各|有关|相关|上述|前款|首个|首先|被|受理|移送|接到|发现|另|原|具体)"
    r"|部门(?:[、和]单位)?$|机关$|单位[、和]部门$"
)
_CHARGED = re.compile(  # 由发证机关责令…, 由原批准机构收回
    r"(?<![理自缘事])[由]\s?(?P<who>(?:(?![由对将向与和、及或])[^，。；：\n（）“”《》]){1,16}?(?:机关|机构|部门))"
    r"(?=依法|依照|按照?|根据|予以|给予|责令|责成|负责|承担|办理|审[核查批]|处[理以罚]|批准|决定|组织|提供|受理|撤销|追[究回缴]|收[回缴]|"
    r"对|在|向|进行|协商|解决|吊销|没收|取消|注销|核[实定]|确认|公[布告示]|通报|暂停|停止|统一|通知|申请|作出|规定|制定|协助|督促)"
)
_LOCAL = re.compile(  # 县客运公司对残疾人减收票价, 市融媒体中心开设专栏: a local body that no list has
    r"(?:(?<=[，。；：、\n\u3000 ）)])|^)(?P<who>(?![市区县镇乡州省](?:场|域|内|级|村|镇|际))"
    r"[省市县区州旗盟镇乡][一-龥]{2,12}?"
    r"(?P<firm>公司|集团)?(?(firm)|(?:中心|分局|支队|大队|分行|支行|协会|学会|剧团|供销社)))"
    r"(?=对[^，。；]{2,40}(?:减|免|给予|实行|提供)|负责(?!人)|做好|承担|牵头|协助|配合|会同|落实|提供|开展|组织|开设|开通|要(?!求)|应(?!急)|"
    r"为[^，。；]{2,20}(?:提供|办理|发放|安装|减免))"
)
_LEVEL = re.compile(  # 县级初评后，报市商务局复核: whoever is in charge there
    r"(?:(?<=[，。；：\n由])|^)(?P<level>[省市州县区旗乡镇村])级(?=(?:初步|联合|统一|组织|集中|集体)?(?:初评|初审|复核|复审|审核|审定|审批|评审|评议|汇总|验收|核查|公示|确认))"
)
_BY_LEVEL = {"乡": "township", "镇": "township", "村": "village"}
_PURSE = re.compile(
    r"财政(?=对|给予|按|通过|继续|将(?!会)|加大|每年|逐年|承担|负担|安排|予以|应当|要(?!求)|可以|可(?=[给予安适])|根据|适当|全额|统筹|足额|直接|分担|共同|解决|保障|兜底|拨付|划拨|支付|各|均|列支|据实|统一|另行|追加|先行|垫付|暂付|代缴|代付|结算|给付|配套|预拨|补足|弥补(?!的)|支出(?=[，。；]))"
)
_LEVELS = re.compile(
    r"(?:(?<=[，。；：、\n由\u3000 ）)])|^)"
    r"(?:中央|两级|三级|四级|省级?|自治区|市级?|州级?|县级?|区县|旗级?|盟级?|乡镇?级?|镇级?|区级?|地方|各级|上级|本级|同级|当地|[和及与、（）])*\Z"
)


def find_unnamed(text: str, named: Collection[int]) -> Iterator[Found]:
    """(start, end, id) of bodies that act without being named, in no order; `named`: where known names end."""
    for head in _HEAD.finditer(text):
        stop = head.end("kind")
        left = _opening(text, head.start())
        if stop in named or (text[head.end()] == "，" and not _behind_comma(text, head, left)):
            continue
        start = _OPENING.match(text, left, stop).end()  # type: ignore[union-attr]  # every part is optional
        owned = _OWNED.match(text, start, stop)
        start = owned.end() if owned else max(start, text.rfind("由", left, stop) + 1)
        words = text[start:stop]
        if len(words) > 2 and stop - left < _REACH and not _NOBODY.search(words):
            yield start, stop, kind_of(words)
    for charged in _CHARGED.finditer(text):
        start, stop = charged.span("who")
        if stop not in named and len(charged["who"]) > 3 and not _NOBODY.search(charged["who"]):
            yield start, stop, kind_of(charged["who"])
    for local in _LOCAL.finditer(text):
        if local.end("who") not in named and not _NOBODY.search(local["who"]):
            yield *local.span("who"), "employer" if local["firm"] else "other-body"
    for level in _LEVEL.finditer(text):
        if level.end() not in named:
            yield *level.span(), _BY_LEVEL.get(level["level"], "unresolved")
    for purse in _PURSE.finditer(text):
        levels = _LEVELS.search(text, max(0, purse.start() - 16), purse.start())
        if levels is not None:
            yield levels.start(), purse.end(), "finance"


def _behind_comma(text: str, head: re.Match[str], left: int) -> bool:
    """Whether what stands behind the comma is for the body before it."""
    if text.startswith("应当", head.end() + 1):
        return _ADDRESSED.fullmatch(text, left, head.start()) is not None
    return head["kind"] in _OFFICES


def _opening(text: str, at: int) -> int:
    """Where the words that describe a body at `at` begin: behind 、 too where it does several things."""
    left = max(text.rfind(mark, max(0, at - _REACH), at) for mark in _STOPS) + 1
    if text[left - 1 : left] != "、":
        return left
    clause = max(text.rfind(mark, max(0, at - _REACH), at) for mark in _STOPS if mark != "、") + 1
    return clause if _SEVERAL.match(text, clause, at) else left


def kind_of(words: str) -> str:
    """Id of a body that is only described."""
    return "unresolved" if _BY_CASE.search(words) else "other-body"
