"""Why two bodies that lead one function are the normal division of labour: partners, levels, own fields, own people."""

from __future__ import annotations

import re

from checks.beneficiaries import crosses, takes_in
from checks.bodies import is_authority, is_department, is_mass
from checks.compare.bodies.assigned import moved_since
from checks.compare.bodies.breadth import BENEFIT, in_own_fields
from checks.compare.bodies.by_scheme import given_twice
from checks.compare.bodies.carved_out import borders
from checks.compare.bodies.cases import in_cases, recognises, split
from checks.compare.bodies.charges_met import one_charge
from checks.compare.bodies.declined import gives_no_charge
from checks.compare.bodies.drafts import one_draft, same_words
from checks.compare.bodies.reckoning import reckons
from checks.compare.bodies.shares import article, carries_out, shared_out
from checks.compare.bodies.steps import step_named, takes_step
from checks.compare.bodies.told_apart import told_apart
from checks.compare.bodies.transfers import moved_by_notice
from checks.compare.bodies.undertakings import sides_differ, undertakings_differ
from checks.compare.bodies.works import one_work, works_in
from checks.compare.ground.agencies import names
from checks.compare.ground.custody import handled_in
from checks.compare.ground.deeds import decided_by_both, deeds_in, one_deed, only_arrives
from checks.compare.money.precedence import still_in_need
from checks.matter import same_matter
from checks.places import levels_differ, same_tier
from kg.coverage import CoverageIndex, Duty
from kg.enums import Verdict
from kg.model import Document
from ontology.wording import wordings

_LINK = re.compile(r"(?:做好|加强|推进|负责)[^，。；]{0,30}(?:与|和|同)[^，。；]{1,30}(?:的|相|有效|政策|制度)*衔接")
_TRAINED = re.compile(
    r"对(?P<who>[^，。；]{2,24}?(?:人员|教师|干部|民警|警员|职工|员工|队伍))(?:进行|开展|实施|组织)[^，。；]{0,24}培训"
)
_HEADS = re.compile(r"牵头|主管|归口")
OTHER_SIDE = "各管一边的职责"
NO_LEADER = "不是可以牵头的部门"
OTHER_TIER = "上下级或者不同地区的职责"
_BY_PEOPLE = "同一文件按对象分工"
_EXCEPTED = "文件写明不适用的对象"
_AT_A_DOOR = BENEFIT | {"accept"}  # what people meet of a benefit


def other_tier(index: CoverageIndex, a: Document, b: Document) -> str:
    """Why two leads never meet at one desk, whatever they lead, by where their texts come from; "" where they may."""
    return OTHER_TIER if same_tier(index, a, b) is Verdict.NO else ""


def other_level(a: Duty, b: Duty) -> str:
    """Why they never do by what the texts call the bodies; "" where they may."""
    return OTHER_TIER if levels_differ(a, b) else ""


def apart(index: CoverageIndex, a: Duty, b: Duty) -> str:
    """Why two leads of one function are the normal division of labour; "" where they are not."""
    if reason := _by_their_clauses(a, b):
        return reason
    if gives_no_charge(index, a, b) or gives_no_charge(index, b, a):
        return "不受理的一方，或者按另外的规定办理"
    if not (_may_lead(index, a) and _may_lead(index, b)) and not (same_words(a, b) or _train_the_same(index, a, b)):
        return NO_LEADER
    if reason := other_tier(index, a.document, b.document) or other_level(a, b) or _of_their_own(index, a, b):
        return reason
    if a.document.name == b.document.name:
        return _dealt_out(index, a, b)
    if _has_moved(index, a, b) or _has_moved(index, b, a) or moved_by_notice(index, a, b):
        return "职责已经划转"
    if _dealt_out_there(index, a, b) or _dealt_out_there(index, b, a):
        return "另一文件已按对象分工"
    if {a.function, b.function} <= BENEFIT and (reckons(a, b) or told_apart(a.document, b.document)):
        return "文件写明与另一部门待遇的衔接"
    return _EXCEPTED if borders(a, b) else ""


def _by_their_clauses(a: Duty, b: Duty) -> str:
    """Why either clause makes the two partners, or gives a share only."""
    said = (a.provision.quote.text, b.provision.quote.text)
    if a.agency == b.agency or names(a, b.agency) or names(b, a.agency):
        return "同一部门或者互为配合"
    if shared_out(a) or shared_out(b):
        return "多部门按各自职责办理的条款"
    if carries_out(a) or carries_out(b):
        return "组织实施自己制定的规划、方案"
    if any(map(_LINK.search, said)):
        return "制度衔接的职责"
    if any(d.function == "pay" and only_arrives(d.provision.quote.text) for d in (a, b)):
        return "只写明到账时间的条款"
    return "先后衔接的职责" if any(map(still_in_need, said)) else ""


def _of_their_own(index: CoverageIndex, a: Duty, b: Duty) -> str:
    """Why each of the two does what a law, a scheme or its field gives it alone."""
    by_law = {a.agency, b.agency} & set(wordings()["own-supervision"])
    if by_law and not one_draft(a, b) and not step_named(a, b):
        return "依各自法律实施的监督"
    if a.aid != b.aid and {a.aid, b.aid} & set(wordings()["own-scheme"]):
        return "自成制度的救助事项"
    if a.function == b.function == "train" and _trained(a) != _trained(b):
        return "各自培训不同的人员"
    apart_in_kind = recognises(a) != recognises(b) and not decided_by_both(a, b)
    if apart_in_kind and {a.function, b.function} <= BENEFIT:
        return "身份认定与待遇审批"
    if sides_differ(a, b) or (undertakings_differ(a, b) and not one_work(a, b)):
        return OTHER_SIDE
    own = in_own_fields(a, b) and not step_named(a, b) and not one_charge(index, a, b)
    return "各在本部门的领域内" if own else ""


def _trained(duty: Duty) -> str:
    """Whom a clause has trained, by their work (对医疗机构及其工作人员进行培训); "" where it does not say."""
    said = _TRAINED.search(duty.provision.quote.text)
    return said["who"] if said else ""


def _train_the_same(index: CoverageIndex, a: Duty, b: Duty) -> bool:
    """Whether a department and a mass organisation train the very same people in the same."""
    if not all(is_department(index.vocabulary, d.agency) for d in (a, b)):
        return False
    trains = a.function == b.function == "train" and a.document.name == b.document.name
    return trains and bool(a.groups) and a.groups == b.groups and same_matter(a, b) is Verdict.YES


def _dealt_out(index: CoverageIndex, a: Duty, b: Duty) -> str:
    """How one text deals the work out between the two."""
    if borders(a, b):
        return _EXCEPTED
    if one_work(a, b) or step_named(a, b) or one_charge(index, a, b):
        return "" if takes_in(index, a, b) or takes_in(index, b, a) else _BY_PEOPLE
    if in_cases(a, b):
        return "同一文件按情形分工"
    once = one_deed(a, b) and article(a) != article(b)
    if once and (crosses(index, a, b) or _for_all(index, a) or _for_all(index, b)):
        return ""
    return _BY_PEOPLE if split(index, a, b) and not given_twice(index, a, b) else ""


def _has_moved(index: CoverageIndex, a: Duty, b: Duty) -> bool:
    """Whether the work has gone by a dated transfer from the body of `b` to that of `a` since the text of `b`."""
    return moved_since(index, b.agency, a.agency, frozenset({a.aid, b.aid}), b.document)


def _dealt_out_there(index: CoverageIndex, a: Duty, b: Duty) -> bool:
    """Whether the text of `b` has the body of `a` serve other people in the same place: it has dealt them out."""
    there = index.duties_by_document.get(b.document.name, ()) if b.groups else ()
    own = (d for d in there if (d.agency, d.role, d.aid) == (a.agency, a.role, b.aid) and article(d) == article(b))
    return any(d.groups and d.groups != b.groups for d in own)


def _may_lead(index: CoverageIndex, duty: Duty) -> bool:
    said = duty.provision.quote.text
    once = deeds_in(said) or works_in(said) or handled_in(said) or takes_step(said)
    benefit = _AT_A_DOOR.intersection(duty.provision.functions) or once
    if (benefit or _HEADS.search(said)) and is_mass(index.vocabulary, duty.agency):
        return True
    return is_authority(index.vocabulary, duty.agency)


def _for_all(index: CoverageIndex, duty: Duty) -> bool:
    """Whether a duty names nobody in particular."""
    return duty.groups.ids() <= index.groups.relations.umbrella["group"]
