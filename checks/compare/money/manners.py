"""How one benefit is paid, or who bears one fee, said twice in ways that shut each other out.

Manners are cues on an axis (`conflict.ttl`); two different ones of one axis for one benefit contradict.
Quiet where a sentence speaks of an exception or a choice, of another flow of money (下达, 结算), or of other people. A
slower rhythm that a text only allows (偏远地区可以按季发放) still leaves a rule above that pays monthly and knows no
case for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from checks.base import Severity
from checks.compare.ground.alignment import one_subject, people_apart, plain
from checks.compare.ground.marks import PAUSE
from checks.compare.ground.norms import Norm
from checks.compare.ground.topics import aid_meets
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.doubles import Double
from kg.coverage import CoverageIndex
from kg.enums import Verdict
from ontology.cues import Cue, load_cues

_PAID = re.compile(
    r"[一-龥]{0,8}?(?:补贴|补助金|补助资金|补助费|补助|救助金|救助款|援助金|帮扶金|扶助金|资助金|保障金|供养金|津贴|生活费|助学金|奖励金|抚慰金|慰问金|低保金|抚恤金|退役金|养老金|保险金|护理费|资金)"
)
_LEAD_IN = re.compile(
    r".*(?:按[月季年]度?|半年|一次性|发放|拨付|支付|发给|领取|申请|将|对|为|的|由|给予|享受|审核|核定|[当本下上](?:年度?|半年|季度?|月|期))"
)
_FREE = re.compile(
    r"除外|除[^，。；]{1,20}外|紧急|特殊情况|可以|原则上|一般|自愿|选择|确需|无法|行动不便|逐步|鼓励|首次|当月(?![0-9]|[^，。；]{0,4}(?:补贴|补助|津贴|生活费|救助金|保障金|资金))|次月起补发"
)
_TOLD = re.compile(  # what is told of payments, and a standard by the month (按照每户每月8元的标准发给)
    r"(?:发放|发给|支付|拨付|支出|领取|享受)(?:的)?(?!(?:当|本|该|全|下|整)(?:个|一)?(?:月|季|半?年)[^，。；、]{0,6}金额)(?:[^，。；、]{0,4}?|(?:、|和|以?及|与)[^，。；]{2,24}?)(?:情况|户数|人数|人次|总额|金额(?=和|、|及|等|[，。；])|明细|名单|名册|台账|数据|进度|清册|记录|信息|结果|统计|报表|凭证)"
    r"|每(?:个?月|季度?|半年|年)(?:按照?|补贴|补助|不低于|不超过|最高)?[0-9.]+(?:万|百|千)?元"
    r"|(?:[每按逐](?:个?月|季度?|半年|年度?))[^，。；并后]{0,6}?(?:公开|公布|公示|通报|报告|报送|上报|统计|汇总|抽查|检查|比对|核对|核查|复核|核实|清理|评估|结算|对账)(?![^，。；]*[并后])"
)
_FEE = re.compile(
    r"(?:工本|鉴定|检查|评估|体检|评定|手续|材料|公证|挂号|诊查|报名|考试|培训|住宿|书本|伙食|服务|照护|殡仪|火化|寄存|安装)费|学杂费|学费"
)
_BOTH, _ONE_OF_BOTH = re.compile(r"两项补贴$"), re.compile(r"残疾人?(?:生活|护理)补贴$")
BARE = 2
"""Characters of a name that tells no benefit (补贴)."""
_LETS = re.compile(r"可以?(?!以|能)|原则上|一般|逐步")  # words that open a way beside the rule
_FURTHER = re.compile(r"倾斜(?:救助|帮扶|支付)|(?:二|再|两)次(?:救助|补助|报销)|再救助|补充(?:救助|医疗|保险)")
_AGAIN = re.compile(r"补发|补办|换发|换领|遗失|损毁|再次|第二次|重新")
_OTHER_FLOW = re.compile(r"下达|结算|划拨至|拨付(?:至|到|给)[^，。；]{0,6}(?:乡镇|街道|县|区|机构|专户)|预算|清算")


@dataclass(frozen=True, slots=True)
class Manner:
    """A norm that treats what `names` (a benefit, or fees) name in the manner of `cue`."""

    norm: Norm
    cue: Cue
    names: tuple[str, ...]

    @property
    def axis(self) -> str:
        """On what the manners differ: how often, in how many parts, by what channel, at whose cost."""
        return self.cue.facts["axis"][0]


def doubles(index: CoverageIndex, norms: tuple[Norm, ...]) -> Iterator[Double]:
    """Two manners of one axis for one matter; one pair for each axis and matter."""
    told: set[tuple[str, str]] = set()
    for a, b in combinations(_all(norms), 2):
        matter = _at_odds(index, a, b)
        if matter and (a.axis, matter) not in told:
            told.add((a.axis, matter))
            yield Double("manner", f"{matter}的办法", a.cue.label, b.cue.label, (a.norm, b.norm))


def across(
    index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]
) -> Iterator[tuple[Manner, Manner, str]]:
    """The first rhythm of paying in `mine` that another text has otherwise for the same benefit."""
    ours, above = ([m for m in _all(norms) if m.axis == "rhythm"] for norms in (mine, theirs))
    for a, b in product(ours, above):
        matter = _at_odds(index, a, b)
        if matter and aid_meets(index, a.norm, b.norm) is Verdict.YES and one_subject(index, a.norm, b.norm):
            yield a, b, matter
            return


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """A benefit that `mine` pays at longer intervals than `theirs` (按季度 for 按月), or lets be paid so."""
    for a, b, matter in across(index, mine, theirs):
        if a.cue.facts["rank"] > b.cue.facts["rank"]:
            said = (a.cue.label, b.cue.label)
            yield Departure(Label.LONGER, "rhythm", f"{matter}的发放周期", *said, (a.norm,), (b.norm,))
    yield from _let(index, mine, theirs)


def _let(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """The first slower rhythm that `mine` allows beside the rule, where `theirs` has no case for it."""
    above = [m for n in theirs for m in _manners(n) if m.axis == "rhythm"]
    slower = [m for n in mine if above and _LETS.search(n.text) for m in _manners(n, _LETS) if m.axis == "rhythm"]
    for a, b in product(slower, above):
        slow = a.cue.facts["rank"] > b.cue.facts["rank"] and not any(_knows(a, n) for n in theirs)
        matter = _at_odds(index, a, b) if slow else ""
        if matter and aid_meets(index, a.norm, b.norm) is Verdict.YES and one_subject(index, a.norm, b.norm):
            said = (f"部分情形{a.cue.label}", f"一律{b.cue.label}")
            about = f"{matter}的发放周期"
            yield Departure(Label.LONGER, "rhythm", about, *said, (a.norm,), (b.norm,), Severity.WARNING)
            return


def _knows(manner: Manner, norm: Norm) -> bool:
    """Whether a norm pays the same benefit in the same manner, in whatever case."""
    same = any(one_name(x, y) for x in paid_names(norm) for y in manner.names)
    return same and manner.cue.find("named", norm.text) is not None


def _at_odds(index: CoverageIndex, a: Manner, b: Manner) -> str:
    """What two manners contradict each other about; "" where they do not."""
    if a.axis != b.axis or a.cue.id == b.cue.id or _beside(a.norm, b.norm) or _leaves_choice(a, b):
        return ""
    apart = people_apart(index, a.norm, b.norm)
    other_aid = a.norm.aid and b.norm.aid and not a.norm.aid & b.norm.aid
    if apart or other_aid or _is_again(a.norm) != _is_again(b.norm):
        return ""
    return "、".join(dict.fromkeys(max(x, y, key=len) for x in a.names for y in b.names if one_name(x, y)))


def _leaves_choice(a: Manner, b: Manner) -> bool:
    """Whether one of the norms has both manners to choose from (按月或者按季度发放)."""
    return bool(a.cue.find("named", b.norm.text) or b.cue.find("named", a.norm.text))


def one_name(a: str, b: str) -> bool:
    """Whether two names are one, by short forms as well (低保金, 最低生活保障金)."""
    one, two = plain(a), plain(b)
    if ("倾斜" in one) != ("倾斜" in two):  # a further round has a limit of its own
        return False
    if any(_BOTH.search(x) and _ONE_OF_BOTH.search(y) for x, y in ((one, two), (two, one))):
        return True
    return one.endswith(two) or two.endswith(one)


def _beside(a: Norm, b: Norm) -> bool:
    return (a.document, a.line) == (b.document, b.line)


def _is_again(norm: Norm) -> bool:
    """Whether it speaks of a second time only (遗失补办), not of the first as well."""
    return bool(_AGAIN.search(norm.text)) and "首次" not in norm.text


def _all(norms: tuple[Norm, ...]) -> list[Manner]:
    """The manners of all norms; one that names no benefit has those of the sentence before it in its paragraph."""
    named: dict[tuple[int, int], tuple[str, ...]] = {}
    found: list[Manner] = []
    for norm in norms:
        found += _manners(norm, benefits=named.get(norm.line, ()))
        named[norm.line] = tuple(n for n in paid_names(norm) if len(n) > BARE) or named.get(norm.line, ())
    return found


def _manners(norm: Norm, left: re.Pattern[str] | None = None, benefits: tuple[str, ...] = ()) -> Iterator[Manner]:
    """The manners of a norm; words of `left` make none of them free, `benefits` are those spoken of before it."""
    said = norm.prior + norm.text
    paid = _TOLD.sub("□", said)
    for cue in load_cues().get("manner", ()):
        if not (match := cue.find("named", paid)):
            continue
        if cue.facts["axis"][0] == "cap":
            names: tuple[str, ...] = ("倾斜救助的限额" if _FURTHER.search(said) else "限额",)
        elif cue.facts["axis"][0] == "fee":
            names = tuple(dict.fromkeys(_FEE.findall(said)))
        elif _FREE.search(left.sub("", said) if left else said) or _OTHER_FLOW.search(norm.text):
            continue
        else:
            found = _names_in(_up_to(paid, match.end())) or paid_names(norm)
            names = (tuple(n for n in found if len(n) > BARE and not n.endswith("资金")) or found)[-1:] or benefits
        if names:
            yield Manner(norm, cue, names)


def paid_names(norm: Norm) -> tuple[str, ...]:
    """What money a norm and the sentence before it name, in their order."""
    return _names_in(norm.prior + norm.text)


def _names_in(text: str) -> tuple[str, ...]:
    return tuple(n for m in _PAID.finditer(text) if (n := _LEAD_IN.sub("", m.group())))


def _up_to(text: str, at: int) -> str:
    """The words up to the end of the clause that ends behind `at`: what is named later is paid in its own manner."""
    pause = PAUSE.search(text, at)
    return text[: pause.start() if pause else len(text)]
