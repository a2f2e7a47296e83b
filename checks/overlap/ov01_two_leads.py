"""同一职责由两个部门牵头。

Two bodies that lead one function for meeting groups leave the applicant between two doors, and each may act or pay.
Normal and so quiet: a lead with its helpers or partner; policy here and delivery there; parts of one chain or aid
(收入 and 住房 looked into by two); an upper and a lower level; supervision on laws of their own; a mass organisation
beside the departments, unless it decides or pays; a residual clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import chain, combinations

from checks.base import Check, Hit, Material, Outcome, Route, Severity, Skip, Slot, evidence
from checks.beneficiaries import crosses, groups_of, meeting, takes_in
from checks.bodies import is_authority, is_mass
from checks.compare.bodies.breadth import BENEFIT, by_its_name, in_own_fields, is_broad, one_of_people, says_who_gets_it
from checks.compare.bodies.carved_out import borders
from checks.compare.bodies.cases import in_cases, recognises, split
from checks.compare.bodies.drafts import drawn_by_both, one_draft, same_words
from checks.compare.bodies.reckoning import reckons
from checks.compare.bodies.shares import article, carries_out, has_share, shared_out
from checks.compare.bodies.works import in_works, one_work, work_named, works_in
from checks.compare.ground.agencies import names
from checks.compare.ground.custody import handled_by_both, handled_in
from checks.compare.ground.deeds import decided_by_both, deeds, deeds_in, one_deed
from checks.compare.ground.topics import schemes_apart
from checks.compare.money.precedence import still_in_need
from checks.matter import BY_MATTER, LEAST_WORDS, matter, purposes, same_benefit, same_matter, worded
from checks.places import levels_differ, same_tier
from checks.speech import aid_name, at, crossing, who
from kg.coverage import CoverageIndex, Duty, Pair
from kg.enums import Role, Verdict
from kg.model import Groups
from ontology.wording import wordings

DELIVERED = frozenset({"implement", "accept", "decide", "pay", "service", "train", "monitor", "approve-project"})
_LINK = re.compile(r"(?:做好|加强|推进|负责)[^，。；]{0,30}(?:与|和|同)[^，。；]{1,30}(?:的|相|有效|政策|制度)*衔接")
OTHER_TIER = "上下级或者不同地区的职责"
_AT_A_DOOR = BENEFIT | {"accept"}  # what people meet of a benefit
_GATHERS = frozenset({"inform", "investigate"})


def find(index: CoverageIndex) -> Iterator[Outcome]:
    """One hit for every two agencies, aid and pair of documents, with every place where they meet."""
    found: dict[tuple[str, ...], list[tuple[Pair, Severity]]] = {}
    joined = index.pairs((Role.LEAD,), DELIVERED | BY_MATTER, two_agencies=True, aside=partial(other_tier, index))
    mine = index.duties_under_review
    outside = [d for d in _nearby(index) if not index.is_reviewed(d.document.name)]
    done_once = (Pair(a, b, index.groups_meet(a.groups, b.groups)) for a, b in deeds(mine, outside))
    works = (Pair(a, b, index.groups_meet(a.groups, b.groups)) for a, b in in_works(mine, outside))
    for pair in chain(joined, same_task(index), done_once, works):
        reason = apart(index, pair.a, pair.b)
        if reason:
            yield Skip(reason)
            continue
        severity = gravity(index, pair)
        if severity:
            found.setdefault(_key(index, pair), []).append((pair, severity))
    for pairs in found.values():
        yield _hit(index, pairs)


def other_tier(index: CoverageIndex, a: Duty, b: Duty) -> str:
    """Why two leads never meet at one desk, whatever they lead; "" where they may."""
    return OTHER_TIER if same_tier(index, a.document, b.document) is Verdict.NO or levels_differ(a, b) else ""


def apart(index: CoverageIndex, a: Duty, b: Duty) -> str:
    """Why two leads of one function are the normal division of labour; "" where they are not."""
    if a.agency == b.agency or names(a, b.agency) or names(b, a.agency):
        return "同一部门或者互为配合"
    if shared_out(a) or shared_out(b):
        return "多部门按各自职责办理的条款"
    if carries_out(a) or carries_out(b):
        return "组织实施自己制定的规划、方案"
    if _LINK.search(a.provision.quote.text) or _LINK.search(b.provision.quote.text):
        return "制度衔接的职责"
    if still_in_need(a.provision.quote.text) or still_in_need(b.provision.quote.text):
        return "先后衔接的职责"
    if not (_may_lead(index, a) and _may_lead(index, b)) and not same_words(a, b):
        return "不是可以牵头的部门"
    if reason := other_tier(index, a, b):
        return reason
    if {a.agency, b.agency} & set(wordings()["own-supervision"]) and not one_draft(a, b):
        return "依各自法律实施的监督"
    if a.aid != b.aid and {a.aid, b.aid} & set(wordings()["own-scheme"]):
        return "自成制度的救助事项"
    if recognises(a) != recognises(b) and {a.function, b.function} <= BENEFIT:
        return "身份认定与待遇审批"
    if in_own_fields(a, b):
        return "各在本部门的领域内"
    if a.document.name != b.document.name:
        if {a.function, b.function} <= BENEFIT and reckons(a, b):
            return "文件写明与另一部门待遇的衔接"
        return "文件写明不适用的对象" if borders(a, b) else ""
    if one_work(a, b):
        return "" if takes_in(index, a, b) or takes_in(index, b, a) else "同一文件按对象分工"
    if in_cases(a, b):
        return "同一文件按情形分工"
    once = one_deed(a, b) and article(a) != article(b)
    if once and (crosses(index, a, b) or _for_all(index, a) or _for_all(index, b)):
        return ""
    return "同一文件按对象分工" if split(index, a, b) else ""


def same_task(index: CoverageIndex) -> Iterator[Pair]:
    """Leads of one function whose clauses say the same task in the same words, whatever aid they were read under.

    Gathering facts (登记, 建档, 排查) counts among them: two bodies that each do it go to the same door twice.
    """
    tasks: dict[tuple[str, str], list[Duty]] = {}
    functions = (DELIVERED | _GATHERS) & {d.function for d in index.duties_under_review if d.groups}
    steps = frozenset(wordings()["technical-step"])
    for duty in _nearby(index):
        if duty.function in functions and duty.actor.role is Role.LEAD and duty.provision.groups:
            task = matter(duty)
            if len(task) >= LEAST_WORDS or task in steps:
                tasks.setdefault((duty.function, task), []).append(duty)
    for duties in tasks.values():
        for a, b in combinations(sorted(duties, key=lambda d: not index.is_draft(d.document.name)), 2):
            if index.is_reviewed(a.document.name) and index.aids.meets(a.aid, b.aid) is Verdict.NO:
                yield Pair(a, b, index.groups_meet(a.groups, b.groups))


def _nearby(index: CoverageIndex) -> Iterator[Duty]:
    """Duties of the documents whose place may be the draft's; in an audit all."""
    if index.draft is None:
        return iter(index.duties)
    beside = index.beside(index.draft.document)
    return (d for r in beside for d in index.duties_by_document.get(r.document.name, ()))


def gravity(index: CoverageIndex, pair: Pair) -> Severity | None:
    """How grave it is that the two leads meet; None where they each have a matter of their own."""
    apart_by_title = schemes_apart(index, pair.a.document, pair.b.document)
    if apart_by_title and (by_its_name(pair) or decided_by_both(pair.a, pair.b)):
        return None if meeting(index, pair.a, pair.b) is Verdict.NO else Severity.WARNING
    if apart_by_title and not worded(pair) and not _one_purpose(index, pair):
        return None
    if same_words(pair.a, pair.b) and meeting(index, pair.a, pair.b) is not Verdict.NO:
        return Severity.ERROR if pair.a.function in DELIVERED else Severity.WARNING
    if one_of_people(pair):
        return None
    once = one_deed(pair.a, pair.b)
    shares = has_share(index, pair.a) or has_share(index, pair.b)
    if not worded(pair) and (shares or not (pair.a.aid or pair.b.aid or once)):
        return None
    benefit = pair.a.document.name != pair.b.document.name and says_who_gets_it(pair)
    if one_work(pair.a, pair.b):
        return None if meeting(index, pair.a, pair.b) is Verdict.NO else Severity.ERROR
    same = same_benefit(index, pair.a, pair.b) if benefit else same_matter(pair.a, pair.b)
    meets = meeting(index, pair.a, pair.b)
    aid = index.aids.meets(pair.a.aid, pair.b.aid)
    if meets is not Verdict.NO and once:
        return Severity.ERROR if meets is Verdict.YES else Severity.WARNING
    if same is Verdict.NO or meets is Verdict.NO:
        return None
    own_people = meets is not Verdict.YES and not worded(pair) and pair.a.function not in BENEFIT
    if own_people and _of_mass(index, pair):
        return None  # a mass organisation's own constituency
    by_matter = pair.a.function in BY_MATTER and not (benefit and _one_purpose(index, pair))
    if not worded(pair) and (by_matter or aid is not Verdict.YES or is_broad(index, pair)):
        return None
    if same is Verdict.UNKNOWN:  # the whole here, a part there: inside one text that is how work is dealt out
        return None if pair.a.document.name == pair.b.document.name else Severity.INFO
    stated = bool(groups_of(index, pair.a)) == bool(groups_of(index, pair.b))
    if meets is Verdict.UNKNOWN:
        return Severity.WARNING if stated or worded(pair) or (benefit and _one_purpose(index, pair)) else Severity.INFO
    return Severity.ERROR if pair.a.function in DELIVERED else Severity.WARNING


def _one_purpose(index: CoverageIndex, pair: Pair) -> bool:
    """Whether both say what the money is for, and it is the same."""
    return bool(purposes(index, pair.a) & purposes(index, pair.b))


def _may_lead(index: CoverageIndex, duty: Duty) -> bool:
    said = duty.provision.quote.text
    benefit = _AT_A_DOOR.intersection(duty.provision.functions) or deeds_in(said) or works_in(said) or handled_in(said)
    if (benefit or "牵头" in said) and is_mass(index.vocabulary, duty.agency):
        return True
    return is_authority(index.vocabulary, duty.agency)


def _of_mass(index: CoverageIndex, pair: Pair) -> bool:
    return is_mass(index.vocabulary, pair.a.agency) or is_mass(index.vocabulary, pair.b.agency)


def _for_all(index: CoverageIndex, duty: Duty) -> bool:
    """Whether a duty names nobody in particular."""
    return duty.groups.ids() <= index.groups.relations.umbrella["group"]


def _key(index: CoverageIndex, pair: Pair) -> tuple[str, ...]:
    aid = pair.a.aid if index.aids.inside(pair.b.aid, pair.a.aid) else pair.b.aid
    return (*sorted((pair.a.agency, pair.b.agency)), aid, *sorted({pair.a.document.name, pair.b.document.name}))


def _hit(index: CoverageIndex, pairs: list[tuple[Pair, Severity]]) -> Hit:
    order = list(Severity)
    pairs = sorted(pairs, key=lambda p: order.index(p[1]))
    severity, a, b = pairs[0][1], pairs[0][0].a, pairs[0][0].b
    provisions = dict.fromkeys(p for pair, _ in pairs for p in (pair.a.provision, pair.b.provision))
    groups = Groups.of((*a.groups, *b.groups))
    aid = work_named(a, b) or aid_name(index, a.aid)
    what = (
        decided_by_both(a, b)
        or drawn_by_both(a, b)
        or same_words(a, b)
        or handled_by_both(a, b)
        or f"{aid}的{index.vocabulary.label('function', a.function)}"
    )
    return Hit(
        (a.provision.id, b.provision.id),
        f"{_whose(index, a)}、{_whose(index, b)}分别负责{what}"
        f"{crossing(index, a.groups, b.groups)}，没有明确谁牵头、谁配合。",
        tuple(evidence(index, p) for p in provisions),
        same=(Slot("function", a.function), Slot("aid", a.aid)),
        differs=(Slot("agency", a=a.agency, b=b.agency),),
        agencies=(a.agency, b.agency),
        groups=groups,
        aid=tuple(dict.fromkeys(x for x in (a.aid, b.aid) if x)),
        severity=severity,
        suggestion=f"明确{aid}由一个部门牵头，另一部门改为配合；或者写明两家按对象、环节如何划分。",
        witness=index.witness_of_both(a.provision, b.provision) if a.groups and b.groups else "",
    )


def _whose(index: CoverageIndex, duty: Duty) -> str:
    """草案第四条由县民政局; in a list of duties, where the body is the heading, 草案县民政局."""
    where = at(index, duty.provision)
    return where if where.endswith(who(duty)) else f"{where}由{who(duty)}"


CHECK = Check(
    "OV01",
    "overlap.lead",
    "overlap",
    "lead",
    "两个部门牵头同一职责",
    Severity.ERROR,
    "一件事原则上由一个部门负责；确需多个部门的，明确牵头部门（国务院机构改革和“三定”规定的一贯要求）。",
    "明确一个牵头部门，其余改为配合。",
    Route.CONSULTATION,
    find,
    (Material.DUTIES,),
)
