"""What money, harm done or a scheme make of a general verb: bills are paid, treasuries fund each other.

Most of it is whether 救助, 保障, 执行 or 拨付 gives people money, sets a standard, or only moves money between purses.
"""

from __future__ import annotations

import re

from ingest.extract.acts.acts import Sentence
from ingest.extract.acts.asking import denouncing
from ingest.extract.acts.pieces import Step

_TRANSFER = re.compile(  # money from one treasury to another, people are paid later
    r"(?:中央|省级?|自治区|上级)财政(?![部厅局])[^，。；对]{0,12}(?:给予|予以|安排|下达)[^，。；]{0,8}(?:补助|补贴|奖补)|"
    r"(?:中央|省级?|自治区|上级)财政(?:通过|按照?|根据)[^。；]{0,90}?(?:给予|予以|安排|下达)[^，。；]{0,8}(?:补助|奖补)|"
    r"对(?:各地|地方|[^，。；]{0,6}地区(?=给予|予以|适当|按|进行))[^，。；]*(?:补助|补贴|奖补)"
)
_HARM = re.compile(r"造成[^，。；]{0,16}(?:损失|损害|伤害)")
_BILL = re.compile(  # 医疗费用…予以保障; not 收费标准按照…规定执行
    r"(?:(?<![收缴险经])费用?(?!标准|[基率])|津贴|抚恤金|救助金|经费)，?[^，。；]{0,40}"
    r"(?:解决|全额救助|予以保障|规定执行|标准执行|规定办理)$"
)
_BORNE = ("承担", "负担")
_BEARING = re.compile(  # 抢救费用，由用人单位承担; treasuries and purses fund
    r"(?<![收缴经])费用?，?[^。；]{0,40}?由(?![^，。；]*财政)[^，。；]{2,30}(?:承担|负担)$"
)
_SETTLED = ("解决", "救助", "保障", "执行", "办理")  # what those words end in
FAR = 60  # characters back to whom or what the act is about
_COST = re.compile(  # 对自负医疗费用，按照规定给予救助; not 无力支付费用的患者
    r"(?<![收缴险经])(?:费用|[疗药]费)(?:部分)?，?(?:可以?|应当?|直接|适当|按照?[^，。；]{0,8}规定)*[给予]予(?:适当|一定|相应|全额)?救助$"
)
_MORE_BY = re.compile(r"(?:[%％元]|百分之[一-龥]{1,6}?)的?(?:比例|标准)?，?(?:按月)?增发")
_BY_RATE = re.compile(  # 按60%的比例救助, 每人标准六倍以下的临时救助
    r"(?:按照?[^，。；]{0,10}(?:\d[%％]|百分之)[^，。；]{0,10}|每[人户][^，。；]{0,16}(?:元|倍)(?:以[下内])?的[^，。；]{0,8})救助$"
)
_PROJECT = re.compile(
    r"项目(?:的?(?:立项|建设|申请))?(?:优先|及时|依法|尽快|加快|统一|严格)*(?:予以|给予|进行)?(?:审批|核准|批准|审核批准)$"
)
_TO_PEOPLE = re.compile(  # 打入救助对象银行账户, 拨付到申请人社会保障卡
    r"(?:[拨支给]付|[划转打汇存拨]入|划[拨转]|发放|转账|汇)(?:到|至|给|入)?[^，。；的]{0,14}"
    r"(?:对象|家庭|个人|本人|人员|申请人|残疾人|老年人|群众|居民|者|户|其)的?"
    r"(?:个人|银行|惠民|惠农|社保|社会保障|“?一卡通”?)*(?:账户|账号|帐户|卡|存折)(?!养老金|基金|部分|资金)"
)
_AS_LISTED = re.compile(
    r"(?:救助|补助|补贴|资助|报销)[^，。；]{0,8}按照?(?:以下|下列|如下)(?:比例|标准|档次)(?:执行|救助|给予)"
)
_GIVEN_EACH = re.compile(
    r"每[人户生名](?:一次性)?(?:补助|补贴|发放|给予|资助|救助)[0-9一二三四五六七八九十百千.]+万?元"
)
_RAISED = re.compile(  # 低保标准由每月700元提高到760元
    r"(?:标准|比例|限额|封顶线|起付线)(?:由|从)?[^，。；、]{0,24}(?:提高|上调|调整|调高|提升|降低|下调)(?:到|至|为)"
)
_BENEFIT = re.compile(  # what people get is so much, said without a verb: 救助比例不低于70%, 每人每次不超过3倍
    r"(?:每[人户家]|家庭)?(?:每年|每次|每户|每人|年度内?|累计)(?:救助|补助|补贴|资助)(?:一般|原则上|累计|最高|最低|应当?|可)*"
    r"(?:不得?低于|不[得少]于|不得?高于|不得?超过|最高|达到|为)[^，。；]{0,16}(?:元|倍|[%％]|百分之)|"
    r"(?:(?:救助|补助|补贴|资助|报销)(?:资金|金)?的?(?:总额|金额|比例|限额|额度|数额)|(?<=救助)每人每[次年月]|(?<=救助)每户每?[次年]?)"
    r"(?:一般|原则上|累计|最高|最低|均|应当?|可)*(?:不得?低于|不[得少]于|不得少于|不得?高于|不得?超过|达到|为)[^，。；]{0,24}(?:元|倍|[%％]|百分之)"
)
_SCHEME = re.compile(r"(?:方案|预案|规划|计划)(?:应当|应|要|须|必须)(?:明确|包括|载明|规定|列明)")


def sets_benefit(words: str) -> bool:
    """救助比例不低于70%: whether words say, without a verb, how much people get."""
    return _BENEFIT.search(words) is not None


def _carrying_out(sentence: Sentence, act: str, end: int) -> tuple[str, ...]:
    """What carrying out is where a standard is adjusted or a bill settled."""
    if (act.endswith("调整") and "标准" in sentence.topic_words) or _RAISED.search(act):
        return ("policy",)
    if _GIVEN_EACH.search(act) or _AS_LISTED.search(act):
        return ("pay",)
    if (act.endswith("救助") and _BY_RATE.search(act)) or sets_benefit(act):
        return ("pay",)
    if act.endswith("救助") and _COST.search(sentence.text, max(0, sentence.start - FAR), end):
        return ("pay",)
    bill = _BILL.search(sentence.topic_words + act) if act.endswith(_SETTLED) else None
    if bill is None:
        return ("implement",)
    return ("fund",) if "经费" in bill[0] else ("pay",)


def as_meant(sentence: Sentence, step: Step, functions: tuple[str, ...]) -> tuple[str, ...]:
    """What money, harm done or a scheme make of a general verb: bills are paid, treasuries fund each other."""
    act = sentence.text[sentence.start : step.end]
    if ("案" in act or "划" in act) and _SCHEME.search(act):
        return ("plan",)
    if "fund" in functions and _TO_PEOPLE.search(act):
        functions = tuple(dict.fromkeys("pay" if f == "fund" else f for f in functions))
    if functions == ("fund",) and act.endswith(_BORNE):
        bill = _BEARING.search(sentence.topic_words + act)
        return ("pay",) if bill else functions
    if functions == ("appeal",):
        return denouncing(sentence, step)
    if functions == ("implement",):
        return _carrying_out(sentence, act, step.end)
    if functions == ("decide",):
        more = "增发" in act and _MORE_BY.search(act) is not None  # 按标准的30%增发低保金
        return ("pay",) if more else ("approve-project",) if _PROJECT.search(act) else functions
    if "pay" not in functions:
        return functions
    harmed = "赔偿" in act and _HARM.search(act)
    instead = "sanction" if harmed else "fund" if _TRANSFER.search(act) else "pay"
    return tuple(dict.fromkeys(instead if f == "pay" else f for f in functions))
