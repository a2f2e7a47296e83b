"""应当 in the higher rule, 可以 in the lower, for the same act in the same circumstances.

The circumstances of 有下列情形之一的，应当… are its items. One thing that the same bodies do to one object
(设立受理窗口) is one act, whatever stands around it. The other way round (a local 应当 for a national 可以) is stricter
on the administration and lawful.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from checks.base import Severity
from checks.compare.ground.agencies import agencies_in
from checks.compare.ground.alignment import bag, matches
from checks.compare.ground.marks import PAUSE
from checks.compare.ground.norms import Norm
from checks.compare.ground.topics import aid_meets
from checks.compare.ground.wording import pieces
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.revisions import word_for
from kg.coverage import CoverageIndex
from kg.enums import Modality, Verdict

_HEDGE = (
    r"(?:(?:(?:根据|视|按照|结合|依据?|看)[^，。；]{0,8}?(?:需要|情况|情形|实际|条件|能力|状况|力量|安排|余缺)(?:需要|情况|情形|安排)?"
    r"|视情|酌情|适时|适当|必要时)(?:，?(?:自行|研究|再)?(?:决定|确定|考虑)(?:是否)?)?)"
)
_MUST = re.compile(r"(?:应当|必须)(?!可以)(?P<act>[^。；]{3,60})")
_MAY = re.compile(
    rf"{_HEDGE}?(?:可以|可(?!以|能|支配|靠|行|供)){_HEDGE}{{0,2}}(?!申请|提出|委托|选择|自愿|(?:采取|采用|通过|以)[^，。；]{{2,50}}(?:方式|形式|途径))(?P<act>[^。；]{{3,60}})"
)
_ABLE = re.compile(r"有条件的[^，。；]{1,12}$")
_OPENING = re.compile(r"(?:各级|县级以上|地方|本级|国家|有关|、|和|以及|及)*")
_GIVES = re.compile(r"提供|给予|发放|发给|补助|补贴|减免|资助")
_MODAL = re.compile(r"可以|应当|必须|鼓励|支持|逐步|有条件|适当|根据[^，。；]{0,8}(?:需要|情况|实际)")
_BY_LAW = re.compile(r"^(?:依法|适当|及时|直接|先行|统一)+")
_BEGINS = re.compile(r"(?!组织|开展|进行|给予|提供|实施|予以|安排|采取|通过|依照|按照|根据)[一-龥]{2}")
_HEDGED = re.compile(r"必要时|视情|根据需要")
_LEAST, _SHORT, _SHARED, _BOTH, _CASE = 4, 3, 0.85, 0.6, 0.5
_GIFT = re.compile(
    r"(?:给予|予以|提供|发放|实施|发给)(?:适当|一定|必要|相应)?的?[一-龥]{0,6}?(?P<what>救助|补助|资助|帮助|帮扶|补贴|援助|救治|照料|照护)(?:费|金|款|资金)?$"
)
_WAY = re.compile(r"^(?:依法|及时|按照规定|按规定|对[^，。；]{2,10}?(?=进行|给予|实施|提供|予以))+")
_VERB = 2  # characters that open an act, and that end its object
_FEW, _VERY = 2, 0.6  # pieces of a very short act, and likeness of the norms it stands in
_SURE, _MOST = 0.45, 0.6  # likeness of two norms, and words of their acts, whatever the case is called
_LONG, _TOLD = 6, 0.34  # for an act said in just the same words: its pieces where no case is told, those of the case


@dataclass(frozen=True, slots=True)
class _Rule:
    norm: Norm
    act: frozenset[str]
    case: frozenset[str]
    first: frozenset[str]  # the first clause of the act
    said: str = ""  # that clause as it stands


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Acts that `theirs` orders and `mine` leaves open."""
    cases = _cases(theirs)
    ordered = [_with_cases(r, cases) for n in theirs if (r := _rule(_MUST, n) or _plain_order(n))]
    beside = _beside(index, mine, theirs)
    for norm in mine:
        soft = _rule(_MAY, norm) if "应当" not in norm.text else None
        near = beside.get(norm.start, frozenset())
        above = [r for r in ordered if soft and (_same(soft, r) or (r.norm.start in near and _like(soft, r)))]
        above = [r for r in above if soft and not _other_deed(norm, soft, r)]
        above = [r for r in above if aid_meets(index, norm, r.norm) is Verdict.YES]
        if above:
            b = above[0].norm
            said = ("规定“可以”", "规定“应当”")
            revision = None if re.search(_HEDGE, norm.text) else word_for(index, norm, "可以", "应当")
            yield Departure(Label.CONDITION, "modality", "义务的强度", *said, (norm,), (b,), Severity.WARNING, revision)


def _cases(norms: tuple[Norm, ...]) -> dict[int, str]:
    """The items under each stem, by where it begins: for 有下列情形之一的，应当… the cases."""
    found: dict[int, str] = {}
    for norm in norms:
        if norm.stem and "情形" in norm.lead.said:
            found[norm.lead.start] = found.get(norm.lead.start, "") + norm.text
    return found


def _with_cases(rule: _Rule, cases: dict[int, str]) -> _Rule:
    more = cases.get(rule.norm.start, "")
    return replace(rule, case=rule.case | pieces(more)) if more else rule


def _other_deed(norm: Norm, soft: _Rule, order: _Rule) -> bool:
    """Whether what is left open is another deed than what is ordered, or is left open there as well (必要时邀请)."""
    may = _MAY.search(norm.text)
    verb = _BEGINS.match(_BY_LAW.sub("", may["act"])) if may else None
    given = bool(_gift(soft.said)) and _gift(soft.said) == _gift(order.said)  # 发放, 发给: one thing given
    if (
        verb
        and not given
        and verb.group() not in order.norm.text
        and len(soft.first & order.act) < _SHARED * len(soft.first)
    ):
        return True
    clauses = [c for c in PAUSE.split(order.norm.text) if _HEDGED.search(c)]
    return any(len(soft.first & pieces(c)) >= _SHARED * len(soft.first) for c in clauses)


def _beside(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> dict[int, frozenset[int]]:
    """Where each norm begins, with where those of the other text begin that rule one matter beyond doubt."""
    sure = [m for m in matches(index, mine, theirs) if m.mutual and m.likeness >= _SURE]
    sure = [m for m in sure if m.likeness >= _VERY or not _short(m.a)]
    return {m.a.start: frozenset(n.b.start for n in sure if n.a is m.a) for m in sure}


def _like(a: _Rule, b: _Rule) -> bool:
    """Most of the words of the shorter act in the longer, in norms on one matter, the order not softened itself."""
    shared = len(a.act & b.act)
    least = _FEW if len(a.act) <= _SHORT else _LEAST
    return shared >= least and shared >= _MOST * min(len(a.act), len(b.act)) and "可以" not in b.norm.text


def _rule(pattern: re.Pattern[str], norm: Norm) -> _Rule | None:
    match = next((m for m in pattern.finditer(norm.text) if _governs(norm.text[: m.start()])), None)
    act = (pieces(match["act"]) if match else None) or frozenset()
    if match and len(act) < _FEW:  # words of procedure alone (告知其向救助站求助)
        act = bag(match["act"])
    if not match or len(act) < _FEW:
        return None
    case = pieces(norm.words[: len(norm.stem) + match.start()])
    first = match["act"].split("，")[0]
    return _Rule(norm, act, case, pieces(first), first)


def _plain_order(norm: Norm) -> _Rule | None:
    """What a statute has a body do without a modal word (各级人民政府对…免费提供教科书)."""
    bodies = [end for start, end, _ in agencies_in(norm.text) if _OPENING.fullmatch(norm.text[:start])]
    said = norm.text[max(bodies, default=0) :]
    orders = bodies and any(p.modality is Modality.OBLIGATION for p in norm.provisions)
    act = pieces(said) if orders and _GIVES.search(said) and not _MODAL.search(norm.text) else frozenset()
    return _Rule(norm, act, frozenset(), pieces(said.split("，")[0])) if len(act) >= _LONG else None


def _one_thing(a: _Rule, b: _Rule) -> bool:
    """Whether both have the same bodies do one thing to one object (设立受理窗口), in most of the shorter's words."""
    bodies = [{x for _, _, x in agencies_in(r.norm.text[: r.norm.text.find(r.said)])} for r in (a, b)]
    if not (a.said and b.said and bodies[0] & bodies[1]):
        return False
    one, two = (_WAY.sub("", r.said).rstrip("：:") for r in (a, b))
    ends = (one[:_VERB], one[-_VERB:]) == (two[:_VERB], two[-_VERB:])
    return ends and len(a.first & b.first) >= _MOST * min(len(a.first), len(b.first))


def _short(norm: Norm) -> bool:
    """Whether its act is told in few words, so that the whole norms have to be very like."""
    rule = _rule(_MAY, norm)
    return rule is not None and len(rule.act) <= _SHORT


def _governs(before: str) -> bool:
    """Whether the modal word opens a clause or follows the body that has to act, or the places that are able to."""
    before = before.rstrip("还均都也则仍")
    return (
        bool(_ABLE.search(before))
        or not before
        or before[-1] in "，："
        or any(end == len(before) for _, end, _ in agencies_in(before))
    )


def _gift(said: str) -> str:
    """What is given, by the last word for it, where an act is no more than giving something."""
    match = _GIFT.match(said)
    return match["what"] if match else ""


def _same(a: _Rule, b: _Rule) -> bool:
    """Nearly all of the shorter act's words in the longer, most of the longer's too, and the same case where named."""
    least = min(len(a.case), len(b.case))
    told = len(a.case & b.case) >= _TOLD * least if len(b.case) >= _LEAST else len(a.act) >= _LONG
    told = told or (bool(b.case) and b.case <= a.case)
    if told and _one_thing(a, b):
        return True
    if _gift(a.said) and _gift(a.said) == _gift(
        b.said
    ):  # 酌情给予救助 for 应当给予临时救助, in the case that both tell
        return len(b.case) >= _SHORT and len(a.case & b.case) >= _CASE * len(b.case)
    if a.act == b.first and told:  # the same act in so many words
        return True
    if min(len(a.act), len(b.act)) < _SHORT:
        return False
    if min(len(a.act), len(b.act)) < _LEAST:  # 入户调查 alone: just this, in a case told
        return a.act == b.act and len(b.case) >= _LEAST and len(a.case & b.case) >= _CASE * len(b.case)
    shared = len(a.act & b.act)
    close = shared >= _SHARED * min(len(a.act), len(b.act)) and shared >= _BOTH * max(len(a.act), len(b.act))
    return close and len(a.case & b.case) >= _CASE * len(b.case)
