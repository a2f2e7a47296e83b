"""Results that each wait for the other: 没有核定意见的，不予认定 here, 未经认定的，不予核定 there, whoever gives them.

What is wanted first and what is then given are told by their verbs. Verbs that any procedure has (受理, 审核) tell
nothing, so a circle needs two of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from checks.compare.ground.alignment import bag
from checks.compare.ground.norms import Norm

_DEEDS = (
    "认定|核定|核实|评估|鉴定|诊断|登记|立项|备案|受援|缓交|缓缴|减交|入学|入住|接收|安置|体检|验收|评定|评议|落户|录取"
    "|录用|签约|签订|公示|建档|确认|批准|审批|批复|出资|拨款|配套|担保|授信|公证|查询|查明|受理|竣工|开工|施工|聘用|结算|参保|租赁|供养|救助"
)
_DEED = re.compile(_DEEDS)
_REFUSES = r"(?:一律)?(?:不予|不得|不能|不给|暂不|暂缓|概不|不再|不)(?P<gives{0}>[^，。；]{{2,16}})"
_WANTS = re.compile(
    rf"(?:未经|未取得|未列入|未通过|未完成|未办理|未提交|未提供|没有取得|没有提供|没有|尚未|未)(?P<first>[^，。；]{{2,24}}?)(?:的|前|之前)?，"
    rf"[^，。；不]{{0,16}}?{_REFUSES.format('')}"
    rf"|(?P<must>须|应当?|必须|要)?(?:凭|持|以|根据|依据|按照)(?P<paper>[^，。；]{{2,24}}?(?:决定书?|通知书?|意见书?|证明|报告|结果|结论|名单|批复|批准书|手续|批文))"
    r"(?:为(?:准|依据|前提|条件))?(?:后)?(?:，?方可|，?方能|才能)?(?P<then>[^，。；]{0,20})"
)
_PEOPLE, _SUBJECT = 2, 4  # pieces of the two norms: of one document, and of two


@dataclass(frozen=True, slots=True)
class Step:
    """What a norm wants first (`wants`) and what it then gives, by their verbs; `firm` where it must."""

    norm: Norm
    wants: frozenset[str]
    gives: frozenset[str]
    firm: bool


def each_first(mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[list[Norm]]:
    """The norms of two steps, of one document or of two, that want each the result of the other: the first pair."""
    ours, others = ([s for norm in norms for s in _steps(norm)] for norms in (mine, theirs))
    pairs = combinations(ours, 2) if mine is theirs else product(ours, others)
    for a, b in pairs:
        if a.norm is not b.norm and (a.firm or b.firm) and _circle(a, b, _PEOPLE if mine is theirs else _SUBJECT):
            yield [a.norm, b.norm]
            return


def _circle(a: Step, b: Step, least: int) -> bool:
    there, back = a.wants & b.gives, b.wants & a.gives
    apart = bool(there) and bool(back) and not there & back
    return apart and len(bag(a.norm.prior + a.norm.words) & bag(b.norm.prior + b.norm.words)) >= least


def _steps(norm: Norm) -> Iterator[Step]:
    for match in _WANTS.finditer(norm.text):
        wants = _last(match["first"] or match["paper"]) or _last(norm.text[: match.start()])
        given = match["gives"] or match["then"] or ""
        gives = frozenset(_DEED.findall(given)) or frozenset(_DEED.findall(norm.prior + norm.text[: match.start()]))
        if wants and gives - wants:
            yield Step(norm, wants, gives - wants, bool(match["gives"] or match["must"]))


def _last(said: str) -> frozenset[str]:
    return frozenset(_DEED.findall(said)[-1:])
