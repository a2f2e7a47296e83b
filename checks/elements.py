"""What a benefit needs to work (money, a decision, a door, a time limit, a remedy), and whether a text has it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.base import Severity
from checks.bodies import is_department
from checks.compare.bodies.unled_classes import Unled, unled
from checks.compare.ground.alignment import bag
from checks.compare.ground.marks import line_start
from checks.compare.ground.norms import Norm, norms_of
from checks.compare.money.confined import Confined, confined
from checks.compare.money.set_up import SetUp, bare_relief, says_nothing, set_up
from checks.compare.money.unreached import Unreached, unreached
from checks.places import beside, is_duty_list
from checks.programmes import Programme, programmes
from kg.coverage import CoverageIndex
from kg.enums import Rank, Role
from kg.model import Reading
from kg.standing import Standing
from ontology.cues import load_cues
from ontology.wording import wordings

_APPLIES = re.compile(
    r"(?<!不需)(?<!无需)(?<!无须)(?<!不用)(?<!需个人)(?<!需本人)(?<!免)申请(?!核实|核查|复核|复查|行政|复议|仲裁|法律)"
    r"|申报|报名|提交材料|受理"
)
_RULES_OF_LENGTH = 10  # paragraphs of a text that sets out how a benefit is run
_NAMES = 3  # pieces of a grant, in the norm that leaves it to a place
LAWS = frozenset({Rank.LAW, Rank.ADMINISTRATIVE_REGULATION, Rank.LOCAL_REGULATION})  # leave sums to lower rules
_LEFT_TO_PLACES = re.compile(
    r"(?:办法|细则|方案|程序)由各?(?:地|市|州|盟|县|区|旗|乡镇)[^，。；]{0,20}(?:制定|制订|规定|确定)"
    r"|各(?:地|市|州|盟|县|区|旗)[^，。；]{0,16}(?:制定|制订|出台)[^，。；]{0,10}(?:办法|细则|方案)"
)
_COMPLAINTS = re.compile(r"[^。；\n]*(?:投诉|举报|信访)[^。；\n]*")
_CALLED = re.compile(r"[一-龥]{2}(?:补贴|津贴|补助|生活费|救助金|助学金)")  # what a title says is given
_OTHER_MONEY = re.compile(  # that somebody has had, or has got by fraud: no source of this benefit
    r"(?:享受|领取|获得|得到)(?:过|了)?[^，。；\n]{0,40}(?:的|后)[^，。；\n]{0,6}，|(?:骗取|套取|冒领|虚报)[^。；\n]*"
)
_WATCHED = re.compile(  # money watched over by those who may not pay it
    r"[^。；\n]*(?:监督|监管|检查|审计|绩效|挪用|截留|专款专用|虚报|冒领)[^。；\n]*"
)
_PAYS = re.compile(
    r"安排|列入|纳入|预算|承担|负担|列支|解决|筹集|落实|资金保障|保障资金|拨付|支付|结算|组成|构成|公益金|专户|捐赠|开支"
)
_PAID_BY = re.compile(  # by whom, or out of what, in other words than the list has
    r"财政(?:局|部门)?[^，。；]{0,24}(?:结算|承担|拨付|支付|补足|安排|解决|负担|兜底|核拨|划拨|出资|贴补)"
    r"|(?:经费|资金|费用|款项)[^，。；]{0,4}(?:[：:]|由|从|在)[^，。；]{2,30}(?:公益金|基金|专户|捐赠|捐款|会费|收入|专款|预算|结余|财政)"
    r"|(?:由|从|在)[^，。；]{0,20}(?:公益金|基金|备用金|周转金|储备金|专账|专户|捐赠|捐款|会费|专款|预算|结余|救助金|保障金)[^，。；]{0,6}(?:中|内|里)?(?:支出|支付|列支|解决|开支|承担|安排)"
    r"|[一-龥]{2,8}基金[^，。；]{0,6}(?:纳入|列入|存入|转入|实行)[^，。；]{0,16}(?:专户|收支两条线)"
)
_PURSES = re.compile(r"财政(?:局|厅|部门)(?!负责|安排|承担|保障|拨付|支付|解决|应当)")  # named for whatever work
_DECIDED_BEFORE = re.compile(  # about somebody's class or grade, or against a decision that the text has not told of
    r"(?:对|不服)[^，。；]{0,20}(?:决定|结果|结论|审[批核定])[^，。；]{0,8}(?:不服|异议|复核|复议)"
    r"|(?:经|被)[^，。；]{2,20}(?:认定|确认|批准|评定|审定)(?:为|的)(?=[^，。；]{2,16}(?:家庭|人员|对象|户|儿童|残疾人|老年人|职工|[一二三四]级))"
)
_LISTED = re.compile(r"名单|名册|花名册|在册|比对")
_OWN_ROLL = re.compile(r"(?:建立|纳入|列入|编制)[^，。；]{0,14}(?:名册|名单|台账)")  # of those whom the text serves
_UNASKED = re.compile(
    r"[无不]需|无须|主动|直接|自动|免申|打卡|一卡通|随[^，。；]{0,8}发放|统一(?:发放|购买|投保|办理)|凭|结算|扣减|减免"
)
_GIVER = re.compile(
    r"由[^，。；财]{0,16}(?:局|委|会|厅|部门|政府|办事处)(?:会同[^，。；]{2,16})?(?:按[^，。；]{0,8})?(?:给予|发给|予以|负责发放)"
)
_RULES = re.compile(r"办法|细则|规定|方案|制度|规程|意见|措施")
_RAISED = re.compile(
    r"(?:提高|调整|上调|调增|增加|提升|提标)(?:到|至|为)|(?:由|从)[^，。；]{0,16}元[^，。；]{0,12}(?:提高|调整|上调|增加)"
)
_BRINGS = re.compile(r"(?:携带|凭|持|带)[^，。；]{2,20}到[^，。；]{2,16}(?:登记|申请|办理|报名|申领)")
_TO_HOMES = re.compile(r"(?:拨付|拨给|划拨|支付|核拨)(?:给|至|到)?[^，。；]{0,6}(?:机构|敬老院|福利院)[，。；]?$")
_EVERYONE = re.compile(
    r"(?:为|向|对|给)全(?:县|市|区|镇|乡|州|旗|省|体)[^，。；]{2,24}(?:发放|发给|给予|送上|送去|购买|投保|代缴)"
)
_PREMIUM = re.compile(r"保费|保险费|投保|承保|参保缴费")
_AT_A_DOOR = re.compile(r"向[^，。；]{2,40}(?:提出|提交|申请|申报|登记|报名|申领)")


@dataclass(frozen=True, slots=True)
class Element:
    """What a benefit needs: `wording` names the list that shows it is there, and the cue that shows it is wanted."""

    wording: str
    missing: str
    suggestion: str
    severity: Severity
    invite: tuple[str, ...] = ()


FUNDING = Element("funding", "资金从哪里来、由谁安排", "写明资金来源并征得财政部门同意", Severity.WARNING, ("finance",))
DECIDING = Element("deciding", "由谁作出审批或者确认决定", "写明作出决定的部门", Severity.WARNING)
TIME_LIMIT = Element("time-limit", "办理时限", "写明受理、审核、发放的时限", Severity.INFO)
APPLYING = Element(
    "applying", "向谁申请或者由谁主动发放", "写明受理部门，或者写明不需申请、由谁主动发放", Severity.INFO
)
REMEDY = Element("remedy", "对决定不服的救济途径", "写明复核、行政复议或者行政诉讼的途径", Severity.INFO)
ELEMENTS = (
    FUNDING,
    DECIDING,
    APPLYING,
    TIME_LIMIT,
    REMEDY,
)


def sore_points(norms: tuple[Norm, ...], element: Element) -> list[Norm]:
    """Where a text shows that it lacks the element: refusals without a remedy, papers handed in nowhere."""
    cue = next(c for c in load_cues()["element"] if c.id == element.wording)
    return [n for n in norms if cue.find("sore", n.text)][:2]


def says(reading: Reading, element: Element) -> bool:
    """Whether the text provides for the element anywhere."""
    text = reading.document.text
    if element is APPLYING and _AT_A_DOOR.search(text):
        return True
    if element is FUNDING:
        return _says_who_pays(_of_its_money(text))
    if element is DECIDING:
        text = _DECIDED_BEFORE.sub("", text)
    return any(word in text for word in wordings()[element.wording])


def pays(reading: Reading) -> bool:
    """Whether the text says who pays for what it rules on: a finance department named for other work is not enough."""
    return _says_who_pays(_PURSES.sub("", _of_its_money(reading.document.text)))


def _of_its_money(text: str) -> str:
    """A text less what it says of money that others had, or of watching over it."""
    return _WATCHED.sub(_kept, _OTHER_MONEY.sub("", text))


def _says_who_pays(text: str) -> bool:
    return _PAID_BY.search(text) is not None or any(word in text for word in wordings()[FUNDING.wording])


def _kept(sentence: re.Match[str]) -> str:
    """A sentence on watching over money, where it says besides who pays."""
    return sentence.group() if _PAYS.search(sentence.group()) else ""


def called_in(title: str) -> frozenset[str]:
    """What a title says is given (交通补贴), by its last words."""
    return frozenset(_CALLED.findall(title))


def left_to_places(reading: Reading) -> bool:
    """Whether the text has each place below it make the rules by which its benefit is given."""
    return _LEFT_TO_PLACES.search(reading.document.text) is not None


def left_to_us(index: CoverageIndex, reading: Reading, made: list[Programme]) -> Iterator[Norm]:
    """The norm of a higher text that leaves a grant to rules of this place (具体办法由县级人民政府制定)."""
    pieces = bag("，".join(g.quote.text for p in made for g in p.grants))
    for other in beside(index, reading):
        if index.relation(other.document, reading.document) is Standing.HIGHER and left_to_places(other):
            asking = (n for n in norms_of(other) if _LEFT_TO_PLACES.search(n.text))
            yield from (n for n in asking if len(pieces & bag(n.text)) >= _NAMES)


def handed_out(index: CoverageIndex, reading: Reading) -> bool:
    """Whether nobody applies: a department pays those on a list, or those that it has as its own; or says it gives."""
    if _given_by_itself(index, reading) or _to_everyone(index, reading):
        return True
    if _APPLIES.search(_COMPLAINTS.sub("", reading.document.text)):
        return False
    paying = (p for p in reading.provisions if {"pay", "implement", "service"} & set(p.functions))
    bodies = {a for p in paying for a in p.agencies(Role.LEAD)} - {"finance", "audit"}
    return _LISTED.search(reading.document.text) is not None or any(is_department(index.vocabulary, a) for a in bodies)


def wants_a_door(reading: Reading) -> bool:
    """Whether a text is a set of rules of some length, and what it gives comes neither from a list nor unasked."""
    text = _OWN_ROLL.sub("", reading.document.text)
    long = len({n.line for n in norms_of(reading)}) >= _RULES_OF_LENGTH
    return long and _LISTED.search(text) is None and _UNASKED.search(text) is None


def _to_everyone(index: CoverageIndex, reading: Reading) -> bool:
    """Whether all of a class have it without asking (为全县90周岁以上老人发放), or somebody is paid for all."""
    sums = [g.quote.text for p in programmes(index, reading) for g in p.grants]
    homes = bool(sums) and all(_PREMIUM.search(said) or _TO_HOMES.search(said) for said in sums)
    return homes or _EVERYONE.search(reading.document.text) is not None


def _given_by_itself(index: CoverageIndex, reading: Reading) -> bool:
    """Whether each sum stands in a line by which a department gives it (由区残联给予岗位补贴): it decides."""
    text = reading.document.text
    paid = (g for p in programmes(index, reading) for g in p.grants)
    sums = [g.quote for g in paid if any(x.unit.startswith("元") for x in g.parameters)]
    lines = (text[line_start(text, q.start) : q.end] for q in sums)
    return bool(sums) and all(_GIVER.search(line) for line in lines)


def raised(made: list[Programme]) -> bool:
    """Whether all that a text grants was granted before and only gets another sum (由每人每月600元提高到700元)."""
    paid = {g.quote.start: g.quote.text for p in made for g in p.grants if any("元" in x.unit for x in g.parameters)}
    return bool(paid) and all(_RAISED.search(said) for said in paid.values())


def asked_of(
    reading: Reading, given: list[Programme], made: list[Programme], firm: tuple[Element, ...], wanted: dict[str, Norm]
) -> tuple[Element, ...]:
    """What is asked of a text that grants money: all where somebody runs it, else what is `firm` or `wanted` by a rule.

    Of new sums for what there is already only the money; of rules that name nobody the first that is missing.
    """
    if raised(given):
        return (FUNDING,)
    if made:
        return ELEMENTS
    title = reading.document.title or ""
    called_rules = _RULES.search(title) is not None and "标准" not in title
    text = reading.document.text
    called_rules = called_rules or says_nothing(title, text)
    sets_up = reading.document.rank not in LAWS and (called_rules or _BRINGS.search(text) is not None)
    missing = [e for e in (FUNDING, DECIDING) if not says(reading, e)][:1] if sets_up else []
    return tuple(e for e in (FUNDING, DECIDING) if e in firm or e in missing or e.wording in wanted)


def out_of_reach(index: CoverageIndex, reading: Reading) -> Iterator[Unreached]:
    """Grants with a sum that the rules of the text leave out, and that no text beside it names."""
    if not is_duty_list(reading):
        others = tuple(r.document.text for r in beside(index, reading))
        yield from unreached(reading.document, norms_of(reading), others)


def nowhere_kept(index: CoverageIndex, reading: Reading) -> Iterator[SetUp]:
    """Benefits and services that a text sets up by name, and of which it and the texts beside say nothing more."""
    if not is_duty_list(reading) and reading.document.rank not in LAWS and not left_to_places(reading):
        norms = norms_of(reading)
        yield from set_up(norms, tuple(r.document.text for r in beside(index, reading)))
        if says_nothing(reading.document.title or "", reading.document.text):
            yield from bare_relief(norms)


def without_door(index: CoverageIndex, reading: Reading) -> Iterator[Unled]:
    """Classes that the text recognises and has apply nowhere."""
    if not is_duty_list(reading) and reading.document.rank not in LAWS:
        yield from unled(norms_of(reading), tuple(r.document.text for r in beside(index, reading)))


def outside_procedure(index: CoverageIndex, reading: Reading) -> Iterator[Confined]:
    """Grants with a sum that the rules of the text on applying leave out, and that no text beside it names."""
    if not is_duty_list(reading) and reading.document.rank not in LAWS and not left_to_places(reading):
        others = tuple(r.document.text for r in beside(index, reading))
        yield from confined(reading.document.title or "", norms_of(reading), others)
