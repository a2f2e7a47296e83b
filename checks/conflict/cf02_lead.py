"""草案把职责交给了另一个部门。

What is in force gives the lead in a work to one department, the draft to another, and nothing in force gives it to
both: who acts, and with what power? Quiet for partners and helpers, delegation to townships and service bodies, upper
and lower levels, different matters inside one aid, a body renamed, work that has moved since the older text (dated
transfers), and older texts that the draft repeals. Two leads inside one text are an overlap (OV01).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import chain, product

from checks.base import Check, Hit, Material, Outcome, Route, Severity, Slot, evidence
from checks.compare.bodies.assigned import each_its_own, in_decisions, in_plain_words, moved_since
from checks.compare.bodies.carved_out import borders
from checks.compare.bodies.in_two_hands import moved_away
from checks.compare.bodies.leads import FUNCTIONS, binding, bound_by, bound_names, drafted, leads, may_lead, merged
from checks.compare.bodies.other_work import in_other_words, keeps_part
from checks.compare.bodies.transfers import Move, moves
from checks.compare.bodies.wholly import elsewhere
from checks.compare.ground.agencies import names
from checks.compare.ground.norms import norms_of
from checks.compare.ground.opponents import certainty
from checks.compare.ground.topics import AREAS
from checks.compare.ground.wording import pieces
from checks.compare.money.purses import Payer, from_own_purses
from checks.compare.outcome.hits import at_place, clip, places, weighing
from checks.matter import same_matter, task
from checks.places import levels_differ
from checks.speech import aid_name, at
from kg.coverage import CoverageIndex, Duty, Pair
from kg.enums import Role, Verdict
from kg.model import Groups, Provision

_LOOSE = frozenset({"", "social-assistance", "living-aid", "service-aid", "social-participation", "other-aid"})
_VAGUE = _LOOSE | AREAS
_ASSIGNS = re.compile(
    r"负责|主管|牵头|承担|组织实施|职责|由[^，。；]{2,24}?(?:审批|认定|审核|受理|确认|核准|批准|发放|管理|实施|评估|办理|给予)"
    r"|(?:应当|予以)[^，。；]{0,30}(?:审批|认定|审核|确认|核准|批准|发放|评估)"
    r"|(?:[局委厅]|部门|联合会)(?:(?:应当|会同|商|以及|和|与|、)[^，。；]{0,32}?)?对[^，。；]{2,40}?(?:核查|复核|核对|评估|评定|探访|巡查|排查)(?=[，。；]|$)"
    r"|(?:[局委厅]|部门|联合会)(?:统一|具体|组织)*(?:审批|认定|审核|受理|确认|核准|管理|发放|核定|评估)(?!部门|机构|人员|委员会|中心|局)"
)
_LOOKS = re.compile(
    r"(?:定期|动态|年度|入户|信息|状况|能力|需求|等级)(?:核查|复核|复审|核对|调查|评估|评定|鉴定|巡查|走访|探访)"
)
_ALL_OF_IT = re.compile(r"(?:负责|主管|统筹|承担)[^，。；]{0,24}工作")
_LEAST, _MUCH, _SHARE = 2, 3, 0.6  # shared pieces, and their share of the shorter clause


def find(index: CoverageIndex) -> Iterator[Outcome]:
    """One hit for every two agencies and aid: all clauses of the draft against all that give it elsewhere."""
    found: dict[tuple[str, str, str], list[Pair]] = {}
    joined = index.pairs((Role.LEAD,), FUNCTIONS, two_agencies=True, aside=partial(_no_matter, index))
    for pair in chain(joined, in_other_words(index, _VAGUE)):
        if _moved(index, pair.a, pair.b):
            found.setdefault((pair.a.agency, pair.b.agency, pair.a.aid), []).append(pair)
    for pair, named in elsewhere(index, _VAGUE):
        settled = _transferred if named else _settled
        if _same_people(index, pair.a, pair.b) and not settled(index, pair.a, pair.b):
            found.setdefault((pair.a.agency, pair.b.agency, pair.a.aid), []).append(pair)
    for pairs in found.values():
        yield _hit(index, pairs)
    told = {(a, aid) for a, _, aid in found}
    for duty, move in _given_up(index):
        if (duty.agency, duty.aid) not in told:
            told.add((duty.agency, duty.aid))
            yield _hit_of_move(index, duty, move)
    leads_told = {a for a, _, _ in found}
    said = (*in_plain_words(index, binding(index), leads_told), *in_decisions(index, binding(index), leads_told))
    yield from said
    yield from moved_away(index, [*((a, b) for a, b, _ in found), *(hit.agencies[:2] for hit in said)])


def _no_matter(index: CoverageIndex, a: Duty, b: Duty) -> str:
    """Why the second lead says nothing about the first, whatever its words; "" where it may."""
    if a.aid != b.aid or a.aid in _VAGUE:
        return "没有同一救助事项的职责"
    if levels_differ(a, b):
        return "上下级部门的职责"
    return "" if b.document.name in bound_names(index) else "对草案没有约束力的文件"


def _given_up(index: CoverageIndex) -> Iterator[tuple[Duty, Move]]:
    """Leads of the draft in work that a notice in force has taken from that very body."""
    mine = [d for d in drafted(index) if leads(d)]
    for other in binding(index):
        for move in moves(norms_of(other)):
            for duty in (d for d in mine if d.agency == move.origin):
                words = pieces(duty.provision.quote.text)
                same = duty.aid in move.aid or (not move.aid and len(move.pieces & words) >= _SHARE * len(move.pieces))
                if same and move.pieces & words and not any(names(duty, t) for t in move.targets):
                    yield duty, move


def _moved(index: CoverageIndex, a: Duty, b: Duty) -> bool:
    """Whether the draft's lead is another than the one in force."""
    if a.agency == b.agency or a.aid in _VAGUE:
        return False
    if not may_lead(index, a) or not may_lead(index, b) or levels_differ(a, b):
        return False
    if names(a, b.agency) or names(b, a.agency) or borders(a, b) or each_its_own(index, a, b):
        return False
    if not (_ASSIGNS.search(a.provision.quote.text) and _ASSIGNS.search(b.provision.quote.text)):
        return False
    if not _same_people(index, a, b) or not _one_task(a, b):
        return False
    if same_matter(a, b) is not Verdict.YES and not (
        a.function == b.function == "investigate" and _alike(a, b) >= _MUCH
    ):
        return False
    paid = (Payer(d.document, d.agency, d.provision.quote) for d in (a, b))
    return not (_settled(index, a, b) or from_own_purses(*paid))


def _settled(index: CoverageIndex, a: Duty, b: Duty) -> bool:
    return _shared(index, a, b) or _transferred(index, a, b)


def _same_people(index: CoverageIndex, a: Duty, b: Duty) -> bool:
    if not a.groups or not b.groups:
        return True
    return index.groups_meet(a.groups, b.groups) is not Verdict.NO


def _shared(index: CoverageIndex, a: Duty, b: Duty) -> bool:
    """Whether what is in force gives the work to the draft's agency too, or the draft to the other one."""
    for duty in chain(drafted(index), bound_by(index)):
        if duty.role is not Role.LEAD or duty.function != a.function:
            continue
        theirs = merged(a if not index.is_draft(duty.document.name) else b)
        same = duty.agency in theirs and duty.aid == a.aid
        if same and (_gives_as_well(duty, a, b) or keeps_part(index, duty, b)):
            return True
    return False


def _gives_as_well(duty: Duty, a: Duty, b: Duty) -> bool:
    """Whether a third clause is about the work that two give, which where they name one task it has to name too."""
    return same_matter(duty, a) is Verdict.YES and (_one_task(duty, a) or not _one_task(a, b))


def _alike(a: Duty, b: Duty) -> int:
    """Two-character pieces that both clauses share, bodies and words of procedure aside."""
    return len(pieces(a.provision.quote.text) & pieces(b.provision.quote.text))


def _one_task(a: Duty, b: Duty) -> bool:
    """Whether one of the works that `a` gives is one of those that `b` gives, or both are one 定期核查."""
    looked = [frozenset(_LOOKS.findall(d.provision.quote.text)) for d in (a, b) if d.function == "investigate"]
    if len(looked) > 1 and looked[0] & looked[1] and a.groups.ids() & b.groups.ids():
        return True
    parts = product(map(pieces, _assigned(a)), map(pieces, _assigned(b)))
    return any(len(x & y) >= max(_LEAST, _SHARE * min(len(x), len(y))) for x, y in parts)


def _assigned(duty: Duty) -> tuple[str, ...]:
    """The parts of the clause that give work, without what follows about how."""
    said = task(duty)
    given = tuple(part for part in said.split("，") if _ASSIGNS.search(part)) or (said,)
    return given if said == duty.provision.quote.text else (*given, said)


def _more(index: CoverageIndex, a: Duty, b: Duty) -> Iterator[Provision]:
    """Other clauses of the draft that give its agency work in the aid which the older text speaks of too."""
    older = b.document.name
    theirs = [d for d in index.duties_by_document[older] if (d.agency, d.aid) == (b.agency, b.aid)]
    for duty in drafted(index):
        mine = (duty.document.name, duty.agency, duty.aid, duty.role) == (a.document.name, a.agency, a.aid, Role.LEAD)
        if mine and any(_alike(duty, other) >= _MUCH for other in theirs):
            yield duty.provision


def _as_a_whole(index: CoverageIndex, a: Duty, b: Duty) -> Iterator[Provision]:
    """The clause of each text in force that gives the body all of the work, on which it rests."""
    told: set[str] = set()
    for duty in bound_by(index):
        said, name = duty.provision.quote.text, duty.document.name
        same = leads(duty) and (duty.agency, duty.aid) == (b.agency, b.aid) and not levels_differ(a, duty)
        if same and name not in told and _ALL_OF_IT.search(said):
            told.add(name)
            yield duty.provision


def _naming(index: CoverageIndex, duty: Duty) -> Iterator[Provision]:
    """The clause that names who does it, where that is an earlier one of the same document."""
    at = duty.actor.start
    if not duty.provision.quote.start <= at < duty.provision.quote.end:
        others = index.reading(duty.document.name).provisions
        yield from (p for p in others if p.quote.start <= at < p.quote.end)


def _transferred(index: CoverageIndex, a: Duty, b: Duty) -> bool:
    return moved_since(index, b.agency, a.agency, frozenset({a.aid}), b.document)


def _hit(index: CoverageIndex, pairs: list[Pair]) -> Hit:
    pairs = sorted(pairs, key=lambda p: -_alike(p.a, p.b))
    a, b = pairs[0].a, pairs[0].b
    name = index.vocabulary.label
    standing = index.relation(b.document, a.document)
    met = [p for pair in pairs for duty in (pair.a, pair.b) for p in (duty.provision, *_naming(index, duty))]
    provisions = dict.fromkeys((*met, *_more(index, a, b), *_as_a_whole(index, a, b)))
    return Hit(
        (a.provision.id, b.provision.id),
        f"{_says(index, a)}，而{_says(index, b)}，牵头部门不一致。",
        tuple(evidence(index, p) for p in provisions),
        same=(Slot("function", a.function), Slot("aid", a.aid)),
        differs=(Slot("agency", a=a.agency, b=b.agency), *weighing(a.document, b.document)),
        agencies=(a.agency, b.agency),
        groups=Groups.of((*a.groups, *b.groups)),
        aid=tuple(filter(None, (a.aid or b.aid,))),
        certain=certainty(standing),
        suggestion=f"由{name('agency', b.agency)}负责，或者先按程序调整职责分工并废止原规定。",
    )


def _hit_of_move(index: CoverageIndex, duty: Duty, move: Move) -> Hit:
    name = index.vocabulary.label
    target = "、".join(name("agency", a) for a in sorted(move.targets)) or "其他部门"
    return Hit(
        (duty.provision.id, *move.norm.ids),
        f"{_says(index, duty)}，而{at_place(index, move.norm)}已将{name('agency', duty.agency)}的{move.work}职责"
        f"划出（“{clip(move.norm.text)}”），牵头部门不一致。",
        (evidence(index, duty.provision), *places(index, (move.norm,))),
        same=(Slot("aid", duty.aid),),
        differs=(Slot("agency", a=duty.agency, b="、".join(sorted(move.targets))),),
        agencies=(duty.agency, *sorted(move.targets)),
        groups=duty.groups,
        aid=(duty.aid,),
        suggestion=f"按职责划转的规定改由{target}负责。",
    )


def _says(index: CoverageIndex, duty: Duty) -> str:
    agency, aid = index.vocabulary.label("agency", duty.agency), aid_name(index, duty.aid)
    return f"{at(index, duty.provision)}由{agency}负责{aid}（“{clip(duty.provision.quote.text)}”）"


CHECK = Check(
    "CF02",
    "conflict.lead",
    "conflict",
    "lead",
    "牵头部门与现行职责分工不一致",
    Severity.ERROR,
    "职责分工由同级或者上级文件确定，未经调整，草案不得另行指定部门；两个部门都有依据时无法确定由谁办理。",
    "与现行职责分工保持一致；确需调整的，先修改职责分工。",
    Route.CONSULTATION,
    find,
    (Material.DRAFT, Material.DUTIES),
)
