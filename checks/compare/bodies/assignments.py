"""Who is given which work, by the words of the clause: X由民政部门核定, 民政部门负责X, X的办公室设在妇联.

The reading knows duties by function and aid; a work with no aid of its own (墓位价格, 协调机制) is known by its words
only. Two assignments are of one work where most pieces of the shorter object stand in the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.bodies import HELPS
from checks.compare.bodies.each_a_part import each_a_part
from checks.compare.ground.agencies import agencies_in, leads_of, names_in
from checks.compare.ground.alignment import article_of, bag, left_to_other, one_subject, share
from checks.compare.ground.marks import PAUSE
from checks.compare.ground.norms import Norm, norms_of
from checks.compare.ground.topics import LOOSE, aid_named, unrelated
from checks.remember import per_index
from kg.coverage import CoverageIndex
from kg.enums import Role
from kg.model import Provision
from ontology.cues import Setting
from ontology.vocabulary import Vocabulary

_GIVEN = re.compile(
    r"[^，。；：由]{0,30}?(?:核定|审批|审核|审定|认定|核准|批准|评估|鉴定|发放|管理|负责|承担|实施|受理|办理|牵头"
    r"|总抓|主抓|统抓|统管|统揽|总牵头|总负责|抓总|牵总|拍板|定夺)"
)
_UNDER = re.compile(r"(?:统一)?(?:(?:划归|划入)(?:由|到|给|于)?|(?:归口|归|交)(?:由|到|给|于)?[^，。；：的]?)$")
_MAINLY, _MAIN = re.compile(r"以[^，。；：的]?$"), re.compile(r"为(?:主(?:体|导)?|牵头)(?=[，。；]|$)")  # X以A为主
_ASSIGNED = Setting("assigned")
_CHARGE = r"(?:行政|业务|总)*(?:主管|牵头|主责|责任|实施|承办|主办|负责|归口管理)(?:责任)?(?:单位|部门|主体|机关)"
_POST = re.compile(
    rf"(?:仍|均|应当)?(?:是|为|作为)(?P<work>[^，。；]{{2,40}}?)的?{_CHARGE}(?=[，。；]|$)"
)  # A是X的牵头单位
_POST_OF = re.compile(rf"的?{_CHARGE}(?:仍|均|应当)?(?:是|为|：)[^，。；：]{{0,8}}$")  # X的牵头单位为A
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
_LETTERS, _OWN = 6, 2  # pieces of a work told to the letter, and those that are of its own thing
_EVEN = re.compile(r"(?:改|仍|均|统一|一律|全部|应当?)+$")  # before 由
_VERY = 0.8  # part of the shorter of two objects, by which the works are one
_SHORT = 10  # characters of the steps that a body takes
_OBJECT = 3  # pieces that an object of its own has
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
    dealt: bool = False  # its sentence gives each of several bodies one of several works (分别)


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
            for said in _objects(norms, norm, start, end):
                for work in _works(said):
                    told.add(agency)
                    yield Assignment(norm, agency, *work, said)
    for agency, said in each_a_part(norm.text):
        if _kind(vocabulary, agency) in _KINDS:
            yield from (Assignment(norm, agency, *work, said, dealt=True) for work in _works(said))
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


def _objects(norms: tuple[Norm, ...], norm: Norm, start: int, end: int) -> Iterator[str]:
    """The words of the work that the body at `start:end` is given; none where it is given none."""
    before, after = norm.text[:start], norm.text[end:]
    clause = PAUSE.split(before)[-1]
    if _ASIDE.search(clause + PAUSE.split(after)[0]):
        return
    if _SEAT.search(before):
        here = article_of(norm)
        yield "、".join(n.text.strip("。；") for n in norms if article_of(n) == here and "协调" in n.text)
        return
    if _HELPS.search(after):
        return
    taken = _TAKES.match(after.lstrip("，"))
    object_ = PAUSE.split(after.lstrip("，")[taken.end() :])[0] if taken else ""
    if re.search(r"由[^，。；：]{0,12}$", before) and _GIVEN.match(after):
        yield from _passive(_EVEN.sub("", before[: before.rindex("由")].rstrip("，")), object_, PAUSE.split(after)[0])
    elif post := _POST.match(after):
        yield post["work"]
    elif post := _POST_OF.search(clause) or _UNDER.search(clause) or (_MAIN.match(after) and _MAINLY.search(clause)):
        yield clause[: post.start()]
    else:
        yield object_


def _passive(work: str, object_: str, done: str) -> Iterator[str]:
    """X由A负责 gives X, X由A审核后结算 that as well of X, X的，由A负责Y gives Y, and Y of X."""
    front = PAUSE.split(work)[-1]
    if len(bag(object_)) < _OBJECT:
        yield front if len(bag(front)) >= _FEW else work
        if len(done) <= _SHORT and not _TAKES.match(done):
            yield f"{front}的{done}"
        return
    yield object_
    yield f"{front.rstrip('的')}的{object_}"


def _one_work(index: CoverageIndex, a: Assignment, b: Assignment) -> bool:
    shared = len(a.pieces & b.pieces)
    if shared < max(_FEW, _SHARED * min(len(a.pieces), len(b.pieces))) or not (a.head & b.pieces or b.head & a.pieces):
        return False
    if unrelated(index, _aids(a), _aids(b)):
        return False
    return one_subject(index, a.norm, b.norm) or (_to_the_letter(a, b) and not left_to_other(index, a.norm, b.norm))


def _to_the_letter(a: Assignment, b: Assignment) -> bool:
    """Whether all that one work is called is in the other, with a thing that few texts have (急难信息的接收和分办)."""
    whole = len(a.pieces & b.pieces) == min(len(a.pieces), len(b.pieces)) >= _LETTERS
    return whole and len(bag(_ASSIGNED.without("plain", a.said)) & b.pieces) >= _OWN


def _aids(given: Assignment) -> frozenset[str]:
    """Aids of the norm, less those that it names outside the clause of this work only."""
    return given.norm.aid - LOOSE - (aid_named(given.norm.text) - aid_named(given.said) if given.said else frozenset())


def _apart(a: Assignment, b: Assignment) -> bool:
    """Whether neither norm has the other's body take part."""
    return a.agency != b.agency and not _takes_part(a, b) and not _takes_part(b, a, helping=not a.labelled)


def _takes_part(given: Assignment, other: Assignment, *, helping: bool = True) -> bool:
    """Whether the body that is given a work is a party in the norm of another, `helping` included.

    A mere helper in the very same work has changed places with its lead.
    """
    if other.dealt:
        return False
    norm = other.norm
    beside = [p for p in norm.provisions if _of_its_own(p, given, other)]
    roles = {x.role for p in norm.provisions if p not in beside for x in p.actors if x.agency == given.agency}
    demoted = bool(roles) and roles <= HELPS and share(given.pieces, other.pieces) >= _VERY
    return bool(roles - HELPS) or (helping and not demoted and given.agency in _parties(norm, beside))


def _of_its_own(provision: Provision, given: Assignment, other: Assignment) -> bool:
    """Whether a part of another's sentence gives the body a different work, alone (X由甲审定，Y由乙审定)."""
    alone = provision.agencies(Role.LEAD) == {given.agency} and other.agency not in names_in(provision.quote.text)
    return alone and share(bag(provision.quote.text), given.pieces) < _SHARED


def _parties(norm: Norm, beside: list[Provision]) -> frozenset[str]:
    """Bodies that act in a norm, `beside` left out: those of its provisions, and those named behind 由, 会同 …."""
    text = norm.text
    for p in beside:
        text = text.replace(p.quote.text, " " * len(p.quote.text))
    read = {x.agency for p in norm.provisions if p not in beside for x in p.actors}
    named = {x for start, _, x in agencies_in(text) if _WITH.search(text[:start])}
    return frozenset(read | named)
