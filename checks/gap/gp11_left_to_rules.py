"""一类对象只写“按照有关规定执行”，而没有这样的规定。

按照有关规定执行 refers to nothing in particular. For a detail that is a wish for precision and not raised. It is a gap
where a whole class of people is sent there, the text says nothing else about them, and no local text in force does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Check, Hit, Looked, Outcome, Route, Severity, Skip, Slot, evidence
from checks.compare.ground.topics import aid_named, title_aid
from checks.places import beside, under_review
from checks.speech import aid_name, at, people
from kg.coverage import CoverageIndex
from kg.enums import Level, Modality
from kg.model import Groups, Provision, Reading

_VAGUE = re.compile(
    r"(?:按照|按|依照|参照|依据|根据)(?P<scheme>[^，。；《》]{0,12}?)(?:的)?(?:有关|相关)(?:政策规定|政策|规定|制度|文件|要求)"
    r"(?:执行|办理|落实|处理|实施|解决|(?:享受|给予|予以)(?:[一-龥]{0,4})?(?:救助|支持|保障|资助|补助|补贴|待遇|帮扶|解决))?$"
)


def find(index: CoverageIndex) -> Iterator[Outcome]:
    """Clauses that leave a class of people to unnamed rules that are not there."""
    for reading in under_review(index):
        for provision in reading.provisions:
            apart = own_class(index, reading, provision)
            if not apart:
                continue
            yield Looked(cells=1)
            if settled(index, reading, provision, apart):
                yield Skip("另有条款或者文件规定")
            else:
                yield _hit(index, provision, apart)


def own_class(index: CoverageIndex, reading: Reading, provision: Provision) -> frozenset[str]:
    """What sets the people of a clause apart, where unnamed rules are all it gives them; empty otherwise."""
    if not _VAGUE.search(provision.quote.text.rstrip("。；")) or provision.parameters or provision.actors:
        return frozenset()
    if provision.modality in (Modality.DECLARATION, Modality.PROHIBITION) or not provision.aid:
        return frozenset()
    if "国家" in _scheme(provision) and not _has_central(index):  # whether there are any is not known here
        return frozenset()
    others = (p for p in reading.provisions if p is not provision)
    said = {g for p in others if set(p.aid) & set(provision.aid) for g in p.groups.ids()}
    loose = index.groups.relations.umbrella["group"]
    return provision.groups.ids() - loose - said


def _scheme(provision: Provision) -> str:
    said = _VAGUE.search(provision.quote.text.rstrip("。；"))
    return said["scheme"] if said else ""


def _has_central(index: CoverageIndex) -> bool:
    return any(d.level is Level.CENTRAL for d in index.documents.values())


def settled(index: CoverageIndex, reading: Reading, provision: Provision, apart: frozenset[str]) -> bool:
    """Whether a local text in force rules on that class, or any on the scheme named (自然灾害救助有关规定)."""
    said = _VAGUE.search(provision.quote.text.rstrip("。；"))
    scheme = aid_named(said["scheme"]) if said else frozenset()
    several = len(provision.groups.alternatives) > len(provision.aid)  # 受灾人员和流浪乞讨人员的救助: each of its own
    for other in beside(index, reading):
        if scheme & title_aid(other.document):
            return True
        if other.document.level in (None, Level.CENTRAL) and not (said and "国家" in said["scheme"]):
            continue
        for p in other.provisions:
            kin = several or any(index.aids.inside(x, y) for x in p.aid for y in provision.aid)
            if kin and apart & p.groups.ids() and (p.actors or p.parameters):
                return True
    return False


def _hit(index: CoverageIndex, provision: Provision, apart: frozenset[str]) -> Hit:
    aid = aid_name(index, provision.aid[0])
    mine = Groups.of(g for g in provision.groups if set(g) & apart)
    return Hit(
        (provision.id,),
        f"{at(index, provision)}对{people(index, mine)}的{aid}只写“按照有关规定执行”，"
        "现行文件中没有相应的办理部门、程序和标准。",
        (evidence(index, provision),),
        same=(Slot("aid", provision.aid[0]),),
        differs=(Slot("groups", a=people(index, mine), b=None),),
        groups=mine,
        aid=provision.aid,
        suggestion="写明所依据的文件名称和条款；没有现行规定的，在本文件中写明对象、标准、程序和负责部门。",
        witness=index.groups.witness(index.groups.extent(mine).possible),
    )


CHECK = Check(
    "GP11",
    "gap.missing-element.vague",
    "gap",
    "missing-element",
    "一类对象只写按有关规定执行",
    Severity.WARNING,
    "引用规定应当指明名称；对一类对象的待遇不能以“有关规定”代替规定。",
    "写明依据的文件，或者直接作出规定。",
    Route.DRAFTER,
    find,
)
