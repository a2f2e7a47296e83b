"""Who is given which work, by the words of the clause: X由民政部门核定, 民政部门负责X, X的办公室设在妇联.

The reading knows duties by function and aid; a work with no aid of its own (墓位价格, 协调机制) is known by its words
only. Two assignments are of one work where most pieces of the shorter object stand in the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.bodies import HELPS
from checks.compare.ground.agencies import agencies_in, leads_of
from checks.compare.ground.alignment import article_of, bag, one_subject
from checks.compare.ground.marks import PAUSE
from checks.compare.ground.norms import Norm, norms_of
from checks.compare.ground.topics import LOOSE, aid_named, unrelated
from checks.remember import per_index
from kg.coverage import CoverageIndex
from kg.enums import Role
from ontology.vocabulary import Vocabulary

_GIVEN = re.compile(
    r"[^，。；：由]{0,30}?(?:核定|审批|审核|审定|认定|核准|批准|评估|鉴定|发放|管理|负责|承担|实施|受理|办理|牵头"
    r"|总抓|主抓|统抓|统管|统揽|总牵头|总负责|抓总|牵总|拍板|定夺)"
)
_UNDER = re.compile(r"(?:统一)?(?:归口|划归|划入|归|交)(?:由|到|给|于)?$")  # 救助工作归口该局
_SAME = re.compile(r"该(?:局|委|办|会|部门|单位|厅|院)")  # the body before the colon
_TAKES = re.compile(
    r"(?:应当|要)?(?:具体|统一|牵头|全面)?(?:负责|主管|牵头|承担|统筹|总抓|主抓|统抓|统管|统揽|总牵头|总负责|抓总|牵总)(?!人|安排)"
)
_SEAT = re.compile(r"办公室设在[^，。；]{0,8}$")
_HELPS = re.compile(r"^[^，。；]{0,4}(?:配合|协助|支持|参与|会同)")
_WITH = re.compile(r"(?:由|根据|依据|按照|凭|经|会同|协同|配合|协助|联合|委托|商|与|和|、)[^，。；：、]{0,6}$")
_ASIDE = re.compile(r"各自(?:的)?职责|分别|职责范围|不再承担|处罚|处分|追究|责令")
_KINDS = frozenset({"government", "party", "mass", "coordination"})
_HEAD = 4  # characters
_FEW, _SHARED = 4, 0.7  # pieces that two objects share, and their part of the shorter
_GENERAL = re.compile(r"(?:的)?(?:组织实施|具体实施|具体工作|日常工作|日常管理)$")


@dataclass(frozen=True, slots=True)
class Assignment:
    """`agency` is given the work whose words are `pieces`; `head` are those of the last words, that say what it is."""

    norm: Norm
    agency: str
    pieces: frozenset[str]
    head: frozenset[str]
    said: str = ""  # the clause that gives it
    labelled: bool = False  # 牵头单位：X behind the task: who leads and who helps is told apart


def clashes(index: CoverageIndex, mine: str, theirs: str) -> Iterator[tuple[Assignment, Assignment]]:
    """Works that two documents give to different bodies."""
    ours, above = assignments_of(index, mine), assignments_of(index, theirs)
    for a in ours:
        same = [b for b in above if _one_work(index, a, b)]
        if same and all(_apart(a, b) for b in same):
            yield a, max(same, key=lambda b: len(a.pieces & b.pieces))


@per_index
def assignments_of(index: CoverageIndex, name: str) -> tuple[Assignment, ...]:
    """Every work that a document gives to one named body of government, Party, mass organisation or coordination."""
    norms = norms_of(index.reading(name))
    return tuple(x for n in norms for x in _assigned(index.vocabulary, norms, n))


def _assigned(vocabulary: Vocabulary, norms: tuple[Norm, ...], norm: Norm) -> Iterator[Assignment]:
    told: set[str] = set()
    for start, end, agency in (*agencies_in(norm.text), *_same_body(norm)):
        if _kind(vocabulary, agency) in _KINDS:
            said = _object(norms, norm, start, end)
            for work in _works(said):
                told.add(agency)
                yield Assignment(norm, agency, *work, said)
    yield from _charged(vocabulary, norm)
    leads = leads_of(norm)
    if len(leads) == 1 and leads[0] not in told and _kind(vocabulary, leads[0]) in _KINDS:
        for clause in PAUSE.split(norm.text):
            taken = _TAKES.match(clause.strip())
            if taken and not _ASIDE.search(clause):
                yield from (Assignment(norm, leads[0], *w, clause) for w in _works(clause.strip()[taken.end() :]))


def _charged(vocabulary: Vocabulary, norm: Norm) -> Iterator[Assignment]:
    """A task whose one lead is named behind it (…。牵头单位：X；配合单位：Y)."""
    for provision in norm.provisions:
        behind = {a.agency for a in provision.actors if a.role is Role.LEAD and a.start >= provision.quote.end}
        named = [a for a in behind if _kind(vocabulary, a) in _KINDS]
        if len(behind) == len(named) == 1:
            yield from (Assignment(norm, named[0], *w, labelled=True) for w in _works(provision.quote.text))


def _same_body(norm: Norm) -> Iterator[tuple[int, int, str]]:
    """Places where a paragraph calls the body before its colon 该局, 该委."""
    label = agencies_in(norm.stem)
    if len(label) == 1:
        yield from ((m.start(), m.end(), label[0][2]) for m in _SAME.finditer(norm.text))


def _works(said: str) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Each work of a list, where it has words enough of its own; else the list as one."""
    said = _GENERAL.sub("", said)
    parts = said.split("、")
    if "的" in parts[-1] or any(len(bag(part)) < _FEW for part in parts):  # 甲、乙的认定 is one work
        parts = [said]
    yield from ((bag(part), bag(part[-_HEAD:])) for part in parts if len(bag(part)) >= _FEW)


def _kind(vocabulary: Vocabulary, agency: str) -> str:
    term = vocabulary.of("agency").get(agency)
    return (term.facet or "") if term else ""


def _object(norms: tuple[Norm, ...], norm: Norm, start: int, end: int) -> str:
    """The words of the work that the body at `start:end` is given; "" where it is given none."""
    before, after = norm.text[:start], norm.text[end:]
    if _ASIDE.search(PAUSE.split(before)[-1] + PAUSE.split(after)[0]):
        return ""
    if _SEAT.search(before):
        here = article_of(norm)
        return "、".join(n.text.strip("。；") for n in norms if article_of(n) == here and "协调" in n.text)
    if _HELPS.search(after):
        return ""
    if re.search(r"由[^，。；：]{0,12}$", before) and _GIVEN.match(after):
        work = before[: before.rindex("由")].rstrip("，")
        return PAUSE.split(work)[-1] if len(bag(PAUSE.split(work)[-1])) >= _FEW else work
    clause = PAUSE.split(before)[-1]
    if under := _UNDER.search(clause):
        return clause[: under.start()]
    taken = _TAKES.match(after.lstrip("，"))
    return PAUSE.split(after.lstrip("，")[taken.end() :])[0] if taken else ""


def _one_work(index: CoverageIndex, a: Assignment, b: Assignment) -> bool:
    shared = len(a.pieces & b.pieces)
    if shared < max(_FEW, _SHARED * min(len(a.pieces), len(b.pieces))) or not (a.head & b.pieces or b.head & a.pieces):
        return False
    return not unrelated(index, _aids(a), _aids(b)) and one_subject(index, a.norm, b.norm)


def _aids(given: Assignment) -> frozenset[str]:
    """Aids of the norm, less those that it names outside the clause of this work only."""
    return given.norm.aid - LOOSE - (aid_named(given.norm.text) - aid_named(given.said) if given.said else frozenset())


def _apart(a: Assignment, b: Assignment) -> bool:
    """Whether neither norm has the other's body take part."""
    return a.agency != b.agency and not _takes_part(a, b.norm) and not _takes_part(b, a.norm, helping=not a.labelled)


def _takes_part(given: Assignment, norm: Norm, *, helping: bool = True) -> bool:
    """Whether the body that is given a work is a party in another norm, `helping` included."""
    roles = {x.role for p in norm.provisions for x in p.actors if x.agency == given.agency}
    return bool(roles - HELPS) or (helping and given.agency in _parties(norm))


def _parties(norm: Norm) -> frozenset[str]:
    """Bodies that act in a norm: those of its provisions, and those named behind 由, 会同, 配合 … or in a list."""
    read = {x.agency for p in norm.provisions for x in p.actors}
    named = {x for start, _, x in agencies_in(norm.text) if _WITH.search(norm.text[:start])}
    return frozenset(read | named)
