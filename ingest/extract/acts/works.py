"""What work an act is: what its verbs say, else what its topic or condition speaks of."""

from __future__ import annotations

import re

from ingest.extract.acts.acts import Actors, Sentence
from ingest.extract.acts.background import DISPUTE
from ingest.extract.acts.controlling import OWN_DUTY
from ingest.extract.acts.doers import leads_before
from ingest.extract.acts.pieces import Piece, Step

_COMPLAINT = re.compile(r"(?:接到|收到)的?[^，。；]{0,8}(?:举报|投诉|申诉|控告)[^，。；]{0,6}(?:后|的|，)")
_BY_RULE = re.compile(r"(?:按照?|依照|参照)[^，。；]{2,40}(?:规定|办法|标准|程序|法)》?的?(?:规定)?(?:执行|办理)$")
_HOLDS = re.compile(r"(?:应当|应|要)(?:明确|包括|载明|注明|写明|列明)")
_EMPLOYER = ("employer",)
_SETTLING = frozenset(("investigate", "decide"))
_DEALING = re.compile(r"处理|处置|办理|解决|答复")
_DENOUNCED = re.compile(r"检举|控告|举报|揭发|报案")
_ANYBODY = re.compile(r"任何|公民|公众|群众|(?:单位|组织)(?:和|或者|或|、)个人")
_OWN_CASE = re.compile(r"投诉|申诉|异议|复议|复核|申请|起诉|诉讼|仲裁|信访|不服")
_STOPPING = re.compile(r"劝阻|制止|要求|批评")
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
_FAR = 60  # characters back to whom or what the act is about
_OFFICE = re.compile(r"(?:委员会|小组|联席会议|指挥部|协调机制)的?(?:日常|具体)(?:工作|事务)$")
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
_DISCIPLINE = re.compile(r"对[^，。；]*(?:人员|责任人|责任者)，?(?:依法)?(?:给予|予以)[^，。；]{0,4}处分[^，。；]*$")
_TO_PEOPLE = re.compile(  # 打入救助对象银行账户, 拨付到申请人社会保障卡
    r"(?:[拨支给]付|[划转打汇存拨]入|划[拨转]|发放|转账|汇)(?:到|至|给|入)?[^，。；的]{0,14}"
    r"(?:对象|家庭|个人|本人|人员|申请人|残疾人|老年人|群众|居民|者|户|其)的?"
    r"(?:个人|银行|惠民|惠农|社保|社会保障|“?一卡通”?)*(?:账户|账号|帐户|卡|存折)(?!养老金|基金|部分|资金)"
)
_PER_HEAD = re.compile(  # 80至89周岁每人每月60元, 本科生每人5000元
    r"(?:人员|对象|家庭|成员|患者|孤儿|儿童|老人)(?:为|按照?|给予)?\d+(?:\.\d+)?[%％](?![^，。；]{0,8}(?:以上|覆盖))|"
    r"每[人户生名](?:一次性)?(?:补助|补贴|发放|给予|资助|救助|奖励)?[0-9一二三四五六七八九十百千.]+万?元|"
    r"每[人户][^，。；]{0,2}每?[月年次季天日](?:补助|补贴|发放|给予|为|不低于|不超过)?[0-9一二三四五六七八九十百千.]+元"
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
_LEVEL = re.compile(r"标准(?:应当?|一般|原则上)*(?:不低于|不得低于|不高于|不得高于|不超过|不得超过|高于)")
_BENEFIT = re.compile(  # what people get is so much, said without a verb: 救助比例不低于70%, 每人每次不超过3倍
    r"(?:每[人户家]|家庭)?(?:每年|每次|每户|每人|年度内?|累计)(?:救助|补助|补贴|资助)(?:一般|原则上|累计|最高|最低|应当?|可)*"
    r"(?:不得?低于|不[得少]于|不得?高于|不得?超过|最高|达到|为)[^，。；]{0,16}(?:元|倍|[%％]|百分之)|"
    r"(?:(?:救助|补助|补贴|资助|报销)(?:资金|金)?的?(?:总额|金额|比例|限额|额度|数额)|(?<=救助)每人每[次年月]|(?<=救助)每户每?[次年]?)"
    r"(?:一般|原则上|累计|最高|最低|均|应当?|可)*(?:不得?低于|不[得少]于|不得少于|不得?高于|不得?超过|达到|为)[^，。；]{0,24}(?:元|倍|[%％]|百分之)"
)
_SUM = re.compile(  # 护理补贴每人每月100元: how much there is to get, ordered of nobody
    r"(?![对向由给将把为按与并])[^，。；对由给将把]{2,24}(?:补助|补贴|津贴|救助|救助金|补助金|助学金|资助|生活费|标准)(?:资金|标准|金额)?"
    r"(?:为|每[人户生]|最高|最低|一般|原则上|不超过|不低于)[^，。；]{0,16}\d[^，。；]{0,4}[元倍%％]"
)
_WEIGHING = re.compile(r"(?:应当|应|(?<!首)要)(?:充分|综合|统筹|重点)*(?:考虑|参考|兼顾|听取)")
_SERVICES = re.compile(
    r"(?![^，。；]*(?:鼓励|支持|提供|开展|参加|参与|享受|负责))(?!组织|做好|加强|办理|落实|推进|推动|发展|为|对|向|将|由|以)[^，。；]{2,60}、[^，。；]{2,40}等[^，。；、的]{0,12}服务"
)
_PAPERS = re.compile(r"(?:申请人|申请家庭|申请者)[^，。；]{0,60}提供[^，。；]{0,60}(?:材料|证件|证明)(?=[，。；]|$)")
_HANDS_IN = re.compile(
    r"(?:[并应须]|同时|应当)*(?:如实|一并|主动|按要求|按规定)*(?:提交|提供|递交|出示|附送|填写|填报)"
)
_CHANGED = re.compile("变化|变动|变更|改变|增加|减少|死亡|就业")
_SCHEME = re.compile(r"(?:方案|预案|规划|计划)(?:应当|应|要|须|必须)(?:明确|包括|载明|规定|列明)")


def orders(text: str, piece: Piece) -> bool:
    """Whether a piece that speaks of no work orders something; 应当依法履行职责，采取… says it in what follows."""
    return bool(piece.marker) and OWN_DUTY.search(text, piece.subject_end, piece.segment.end) is None


def settled_elsewhere(sentence: Sentence, piece: Piece, step: Step) -> bool:
    """Y按照有关规定执行, Y应当载明…: what a thing has in it, or which rules settle it, is nobody's work."""
    if piece.subject:
        return False
    text, start = sentence.text, piece.segment.start
    if not (piece.marker or sentence.acts) and _DISCIPLINE.search(text, max(0, start - _FAR), step.end):
        return True  # whoever is their superior
    if not piece.marker and _SUM.match(text, start):
        return True
    if not piece.topic_words:
        return False
    words = text[start : step.end]
    return _BY_RULE.search(words) is not None or (bool(piece.marker) and _HOLDS.search(words) is not None)


def spoken_of(sentence: Sentence, end: int) -> tuple[str, ...]:
    """Functions of words without a verb of work: an exemption is about its condition, a standard is policy."""
    words = sentence.text[sentence.start : end]
    if "不受" in words or "免予" in words:
        return sentence.background
    if sentence.topic_words.endswith("标准") or _LEVEL.search(words):
        return ("policy",)
    return ("pay",) if _BENEFIT.search(words) or _PER_HEAD.search(words) else ()


def kinds_of_service(text: str, piece: Piece) -> bool:
    """安全指导、巡访探视等安全保障服务: whether all that is said is a list of services, whatever they are called."""
    whole = piece.segment.last and not (piece.marker or piece.subject or any(s.by or s.others for s in piece.steps))
    return whole and _SERVICES.fullmatch(text, piece.segment.start, piece.segment.end) is not None


def weighed(sentence: Sentence, end: int) -> tuple[str, ...]:
    """确定金额，应当综合考虑收入: the work is what it is done by, said before."""
    weighs = sentence.led_in and sentence.marker and _WEIGHING.search(sentence.text, sentence.start, end)
    return sentence.background if weighs else ()


def unsaid(sentence: Sentence, step: Step, acted: bool) -> tuple[str, ...]:
    """Functions of a step whose verbs say none; `acted` where somebody acts."""
    if step.light or sentence.marker == "prohibition":
        return _controlled(sentence, step, acted)
    return sentence.topic or spoken_of(sentence, step.end)


def _controlled(sentence: Sentence, step: Step, acted: bool) -> tuple[str, ...]:
    """Functions of an act whose verbs only control: those its topic or condition speaks of, else carrying out."""
    banned = sentence.marker == "prohibition"
    if step.hollow and step.goal and not sentence.background:
        return ("accept",)
    if (step.hollow or banned or sentence.led_in) and sentence.background:
        return sentence.background
    if banned and not step.light:
        return ()
    if _OFFICE.search(sentence.topic_words):
        return ("coordinate",)
    if sentence.topic_words.endswith(("具体工作", "日常工作")) and sentence.acts:
        return sentence.acts[-1].functions
    return sentence.topic or (("implement",) if acted or (step.carries and not sentence.person) else ())


def _denouncing(sentence: Sentence, step: Step) -> tuple[str, ...]:
    """向公安机关检举: whoever reports a wrong tells, and asks for nothing; a complaint of one's own (投诉) is heard."""
    told = bool(step.goal) and not step.by
    told = told and (bool(sentence.subject) or _ANYBODY.search(sentence.text, sentence.start, step.end) is not None)
    words = sentence.text[step.start : step.end] if told else ""
    return ("inform",) if _DENOUNCED.search(words) and not _OWN_CASE.search(words) else ("appeal",)


def with_appeal(sentence: Sentence, step: Step, functions: tuple[str, ...], person: bool) -> tuple[str, ...]:
    """有权向X提出意见 is an appeal, looking into what is disputed or complained of is one as well."""
    if sentence.marker == "right" and person:
        stops = _STOPPING.search(sentence.text, step.start, step.end)  # whoever may stop a wrong asks to be heard
        heard = ("advise", "sanction", "implement") if stops else ("advise",)
        functions = tuple(dict.fromkeys("appeal" if f in heard else f for f in functions))
    if functions == ("implement",) and _DEALING.search(sentence.text, step.start, step.end):
        complained = _COMPLAINT.search(sentence.text, sentence.start, step.end)
        return ("appeal",) if complained else functions
    if _SETTLING.isdisjoint(functions):
        return functions
    disputed = any(pattern.search(sentence.text, sentence.start, step.end) for pattern in (DISPUTE, _COMPLAINT))
    return tuple(dict.fromkeys((*functions, "appeal"))) if disputed else functions


def registering(step: Step, actors: Actors, functions: tuple[str, ...]) -> tuple[str, ...]:
    """用人单位为职工办理登记: an employer sees to papers, which others accept."""
    if functions != ("accept",) or step.goal or step.place or step.by:
        return functions
    return ("implement",) if actors and all(body.ids == _EMPLOYER for body, _ in actors) else functions


def declaring(sentence: Sentence, step: Step, functions: tuple[str, ...]) -> tuple[str, ...]:
    """收入发生变化的，应当向X申报: X is told of what has changed, nobody applies."""
    said = functions == ("accept",) and sentence.text.find("申报", step.start, step.end) >= 0
    return ("inform",) if said and _CHANGED.search(sentence.text, sentence.start, step.start) else functions


def telling_as_accepting(sentence: Sentence, functions: tuple[str, ...]) -> tuple[str, ...]:
    """Telling, where nobody acts and the topic is an application, is part of accepting it, as are papers for it."""
    if functions == ("inform",) and sentence.person and _PAPERS.match(sentence.text, sentence.start):
        return ("accept",)
    if "inform" not in functions or "accept" not in sentence.topic:
        return functions
    return tuple(dict.fromkeys("accept" if f == "inform" else f for f in functions))


def with_application(
    sentence: Sentence, start: int, step: Step, actors: Actors, functions: tuple[str, ...]
) -> tuple[Actors, tuple[str, ...]]:
    """向X提出申请，并提交材料: papers handed in behind an application are accepted by whoever accepts that."""
    before = sentence.acts[-1] if sentence.acts else None
    if before is None or "accept" not in before.functions or functions not in (("inform",), ("accept",)):
        return actors, functions
    if step.goal or step.by or step.others or _HANDS_IN.match(sentence.text, start) is None:
        return actors, functions
    return leads_before(sentence), ("accept",)


def _carrying_out(sentence: Sentence, act: str, end: int) -> tuple[str, ...]:
    """What carrying out is where a standard is adjusted or a bill settled."""
    if (act.endswith("调整") and "标准" in sentence.topic_words) or _RAISED.search(act):
        return ("policy",)
    if _GIVEN_EACH.search(act) or _AS_LISTED.search(act):
        return ("pay",)
    if (act.endswith("救助") and _BY_RATE.search(act)) or _BENEFIT.search(act):
        return ("pay",)
    if act.endswith("救助") and _COST.search(sentence.text, max(0, sentence.start - _FAR), end):
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
        return _denouncing(sentence, step)
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
