"""Results that each wait for the other: 没有核定意见的，不予认定 here, 未经认定的，不予核定 there, whoever gives them.

What is wanted first and what is then given are told by their verbs. Those that any procedure has (审核, 办理) tell
nothing, so a circle needs two of its own. Quiet where something may be handed in later (先行接收，三日内补办).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from checks.compare.ground.alignment import bag
from checks.compare.ground.norms import Norm, norms_of
from kg.memo import per_reading
from kg.model import Reading

_DEEDS = (
    "认定|核定|核实|评估|鉴定|诊断|登记|立项|备案|受援|缓交|缓缴|减交|入学|入住|接收|安置|体检|验收|评定|评议|落户|录取"
    "|录用|签约|签订|公示|建档|确认|批准|审批|批复|出资|拨款|配套|担保|授信|公证|查询|查明|受理|竣工|开工|施工|聘用|结算|参保|租赁|供养|救助"
    "|转介|核对|立案|拨付|到账|到位|收住|入院|注册|开户|迁入"
)
_DEED = re.compile(_DEEDS)
_SAME = {"拨款": "拨付", "到账": "拨付", "到位": "拨付", "收住": "入住", "竣工": "验收", "签约": "签订"}
_REFUSES = r"(?:一律)?(?:不予|不得|不能|不给|暂不|暂缓|概不|不再|不)(?P<gives>[^，。；]{2,16})"
_WANTS = re.compile(
    rf"(?:未经|未取得|未列入|未通过|未完成|未办理|未提交|未提供|没有取得|没有提供|没有|尚未|未|(?<![^，。；：])无)(?P<first>[^，。；]{{2,24}}?)"
    rf"(?:(?:的|前|之前)?，|的)[^，。；不]{{0,16}}?{_REFUSES}"
    rf"|(?P<must>须|应当?|必须|要)?(?:凭|持|以|根据|依据|按照)(?P<paper>[^，。；]{{2,24}}?(?:决定书?|通知书?|意见书?|确认书|认定书|协议书?|证明|报告|结果|结论|名单|批复|批准书|手续|批文|转介单|受理单|确认单|登记表|审批表))"
    r"(?:为(?:准|依据|前提|条件))?(?:后)?(?:，?方可|，?方能|才能)?(?P<then>[^，。；]{0,20})"
)
_REFUSED = re.compile(r"不(?:予)?(?:办理|出具|开具|核发|发给)[^，。；]{2,12}$")
_ANY = re.compile(
    r"办理|出具|提供|开具|取得|提交|进行|开展|予以|给予|接受|意见|证明|结果|记录|材料|报告|通知书?|决定书?|手续|相关|有关|申请|其"
)
_LATER = re.compile(r"先行|补办|补交|补齐|事后|后补")
_PEOPLE, _SUBJECT = 2, 4  # pieces of the two norms: of one document, and of two


@dataclass(frozen=True, slots=True)
class Step:
    """What a norm wants first (`wants`) and what it then gives, by their verbs; `firm` where it must."""

    norm: Norm
    wants: frozenset[str]
    gives: frozenset[str]
    firm: bool


def each_first(mine: Reading, theirs: Reading) -> Iterator[tuple[Norm, Norm]]:
    """The norms of two steps, of one document or of two, that want each the result of the other: the first pair."""
    ours, others = (_steps_of(reading) for reading in (mine, theirs))
    pairs = combinations(ours, 2) if mine is theirs else product(ours, others)
    for a, b in pairs:
        if a.norm is not b.norm and (a.firm or b.firm) and _circle(a, b, _PEOPLE if mine is theirs else _SUBJECT):
            yield a.norm, b.norm
            return


@per_reading
def _steps_of(reading: Reading) -> tuple[Step, ...]:
    """The steps of a document that bind."""
    return tuple(step for norm in _binding(norms_of(reading)) for step in _steps(norm))


def _binding(norms: tuple[Norm, ...]) -> Iterator[Norm]:
    """Norms in whose paragraph nothing may be handed in later (情况紧急的，先行接收，三日内补办)."""
    eased = {n.line for n in norms if _LATER.search(n.text)}
    return (n for n in norms if n.line not in eased)


def _circle(a: Step, b: Step, least: int) -> bool:
    there, back = a.wants & b.gives, b.wants & a.gives
    apart = bool(there) and bool(back) and not there & back
    return apart and len(bag(a.norm.prior + a.norm.words) & bag(b.norm.prior + b.norm.words)) >= least


def _steps(norm: Norm) -> Iterator[Step]:
    for match in _WANTS.finditer(norm.text):
        before, given = norm.text[: match.start()], match["gives"] or match["then"] or ""
        refused = _REFUSED.search(match.group()) is not None  # then any word of what is wanted and refused tells
        wants = (
            _last(match["first"] or match["paper"])
            or _last(before)
            or (_own(match["first"] or "") if refused else frozenset())
        )
        gives = _deeds(given) or (_own(given) if refused else frozenset())
        gives = gives or _deeds(norm.prior + before)
        if wants and gives - wants:
            yield Step(norm, wants, gives - wants, bool(match["gives"] or match["must"]))


def _own(said: str) -> frozenset[str]:
    """Pieces of a deed beside those that any procedure has (办理复学, 出具劝返记录)."""
    return bag(_ANY.sub(" ", said))


def _last(said: str) -> frozenset[str]:
    return frozenset(_named(said)[-1:])


def _deeds(said: str) -> frozenset[str]:
    return frozenset(_named(said))


def _named(said: str) -> list[str]:
    """The deeds that some words name, in their order, each by one of its names."""
    return [_SAME.get(deed, deed) for deed in _DEED.findall(said)]
