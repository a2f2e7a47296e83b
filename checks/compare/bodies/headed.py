"""Who is at the head of a mechanism, joint meeting or task force: 民政部门牵头的工作机制, 联席会议由教育局牵头.

Two texts on one mechanism, by the words of its name, that have different departments lead it. Who leads stands right
before 牵头, 召集 … or behind 召集人由, 牵头单位为. Quiet for governments and Party committees at the head, for a
mechanism of the centre, and where the two have a department in common.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.bodies import AT_LARGE, COORDINATING
from checks.compare.bodies.assignments import Assignment
from checks.compare.ground.alignment import bag, one_subject, share, subject_words
from checks.compare.ground.norms import Norm, norms_of
from checks.remember import per_index
from kg.coverage import CoverageIndex
from kg.enums import Level, Role
from kg.model import Actor

_NAMED = re.compile(
    r"(?:的|建立|健全|成立|设立|完善|构建|形成|组建|实行|依托|^)(?:和|并)?(?:建立|健全|完善)?(?:全?[省市州县区旗])?"
    r"(?P<name>[^，。；：、的]{2,30}?)(?:工作)?(?:部门|领导|协调|联动|协作|会商|协同|综合|联席|工作|议事)*"
    r"(?:机制|会议|小组|专班|体系|格局)(?:制度)?(?=[，。；（]|$|由|工作|实行|召集)"
)
_HEADS = re.compile(
    r"(?:负责)?(?:总?牵头|主抓|主导|统筹|总负责|负责召集|召集)(?!成立|组建|设立|建立|组织)"
    r"|(?:是|为)(?:牵头|召集|主责)(?:单位|部门)"
)
_HEADED = re.compile(r"(?:(?<!副)召集人(?:由|为|是)|(?:牵头|召集)(?:单位|部门)(?:为|是|：))[^，。；]{0,3}$")
_NOT_ONE = COORDINATING | AT_LARGE | {"state-council", "party-committee", "unresolved"}
_FEW, _ALIKE = 3, 0.6  # pieces that two names share, and their part of the shorter


def clashes(index: CoverageIndex, mine: str, theirs: str) -> Iterator[tuple[Assignment, Assignment]]:
    """Mechanisms at whose head two documents put different departments."""
    ours, above = heads_of(index, mine), heads_of(index, theirs)
    for a in ours if above else ():
        same = [b for b in above if _one_mechanism(index, a, b)]
        own = {x.agency for x in ours if x.norm is a.norm}
        if same and own.isdisjoint(b.agency for b in same):
            yield a, max(same, key=lambda b: len(a.pieces & b.pieces))


@per_index
def heads_of(index: CoverageIndex, name: str) -> tuple[Assignment, ...]:
    """Every department that a document puts at the head of a mechanism, with the words of the mechanism's name."""
    return tuple(x for n in norms_of(index.reading(name)) for x in _heads(index, n))


def _heads(index: CoverageIndex, norm: Norm) -> Iterator[Assignment]:
    named = _NAMED.search(norm.text)
    if named is None:
        return
    actors = {(x.start, x.agency): x for p in norm.provisions for x in p.actors if x.role is Role.LEAD}
    for actor in actors.values():
        if actor.agency not in _NOT_ONE and actor.level is not Level.CENTRAL and _at_head(index, norm, actor):
            yield Assignment(norm, actor.agency, bag(named["name"]), frozenset(), named["name"])


def _at_head(index: CoverageIndex, norm: Norm, actor: Actor) -> bool:
    text = index.documents[norm.document].text
    if not norm.start <= actor.start < norm.end:
        return False
    return bool(_HEADS.match(text, actor.end, norm.end) or _HEADED.search(text[norm.start : actor.start]))


def _one_mechanism(index: CoverageIndex, a: Assignment, b: Assignment) -> bool:
    if not one_subject(index, a.norm, b.norm):
        return False
    mine, theirs = (x.pieces or subject_words(index.documents[x.norm.document]) for x in (a, b))
    return len(mine & theirs) >= _FEW and share(mine, theirs) >= _ALIKE
