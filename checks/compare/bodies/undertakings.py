"""Undertakings that one body has in its hands from beginning to end, by whatever names: 孤独症儿童训练, 托底岗位.

An undertaking is a cue of `undertakings.ttl`, and so are its parts (审核确定, 发放支付, 确定服务机构). A clause is
about the undertaking that it names, else its paragraph, else the title. What only helps, watches, pays from the
treasury or tells of it is no part. Left out: townships, villages and service points, which act for whoever leads,
and bodies that the vocabulary does not know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from checks.bodies import COORDINATING
from checks.compare.ground.agencies import departments_of, names_in
from checks.compare.ground.marks import line_start
from checks.fingerprint import REMEMBERED
from kg.boxes import duties_in, one_of_each_clause
from kg.coverage import Duty
from kg.enums import Role
from kg.memo import per_reading
from kg.model import Reading
from ontology.cues import Setting, load_cues
from ontology.vocabulary import load_vocabulary

_AROUND = Setting("undertaking")
_SEGMENT = re.compile(r"[；;。\n]")
_PIECE = re.compile(r"[，、：]")
_ACTING = frozenset({"government", "party", "mass"})
_LINES = 3  # that one body is of at most (教育科技体育局)
PURSES = frozenset({"finance", "audit", "supervision", "statistics", "tax", "staffing"})
_UNIT_BEFORE = re.compile(r"[镇乡道县区市旗](?!人民政府)[一-龥]{2,6}$")
_OTHER, _OFFICE = "other-body", re.compile(r"(?:局|委|委员会|办公室)$")  # one that the vocabulary has no line for
_RULES = re.compile(
    r"(?:办法|细则|方案|规定|规程|规则|规范|条例|措施|制度)(?:（[^）]*）)?$"
    r"|关于(?!配合|协助|参与)[^，。；、和与及]{2,36}的(?:通知|意见|实施意见)$"
)
_ASIDE = re.compile(r"慰问|走访|培训|宣传")  # what a text on one undertaking has done beside it
_WHERE = re.compile(  # where something else is set up: 在庇护所设立法律援助联络点
    r"(?:在|驻|依托)[^，。；]{2,16}?(?:所|中心|站|点|院|机构)(?:内|里)?(?=设立|设置|开设|派驻|建立|增设)"
)
_PASSIVE, _CLAUSE = re.compile(r"[仍均统一并]*由"), re.compile(r"[^，。；]*，$")
WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Share:
    """The `parts` of an undertaking that a clause has the body of `duty` do; `line` is the department it is of."""

    duty: Duty
    undertaking: str
    parts: frozenset[str]
    line: str
    by_name: bool  # the clause names the undertaking itself
    sides: frozenset[tuple[str, str]]  # of the axes that parts undertakings (place: urban)

    @property
    def alone(self) -> frozenset[str]:
        """Those parts that are one body's alone."""
        return self.parts & _alone()


@per_reading
def shares_of(reading: Reading) -> tuple[Share, ...]:
    """What a text has its departments do of each undertaking."""
    leads = (d for d in duties_in(reading) if d.role is Role.LEAD and line_of(d))
    single = {(d.provision.id, d.actor.start): d for d in reversed(one_of_each_clause(leads)) if _acts_alone(d)}
    return tuple(share for d in reversed(single.values()) for share in _shares(reading, d))  # 教育和体育局 is one body


def line_of(duty: Duty) -> str:
    """The department that a body is, or is a unit of; "" for one that leads no undertaking."""
    agency = duty.agency
    if of := departments_of(agency, "unit"):
        return of[0]
    term = load_vocabulary().of("agency").get(agency)
    if agency in COORDINATING:
        before = duty.document.text[max(0, duty.actor.start - 8) : duty.actor.start]
        return agency if _UNIT_BEFORE.search(before) and "委员会" not in before else ""
    if agency == _OTHER:
        return duty.actor.surface if _OFFICE.search(duty.actor.surface) else ""
    return agency if term and term.facet in _ACTING and agency not in PURSES else ""


def _acts_alone(duty: Duty) -> bool:
    """Whether no other body leads the clause; 教育和体育局 is one of two lines, 社会救助管理部门 is none."""
    leads = [a for a in duty.provision.actors if a.role is Role.LEAD]
    return len({(a.start, a.end) for a in leads}) == 1 and len({a.agency for a in leads}) <= _LINES


def _shares(reading: Reading, duty: Duty) -> Iterator[Share]:
    quote = duty.provision.quote
    text = reading.document.text
    before = text[line_start(text, quote.start) : quote.start]
    front = _front(before) if _PASSIVE.match(quote.text) else ""
    for segment in filter(None, _SEGMENT.split(front + quote.text)):
        if _AROUND.has("claimed", segment):  # what a dispute is about
            continue
        segment = _WHERE.sub(lambda m: "　" * len(m[0]), segment)
        for undertaking, at, here in _about(segment, before, reading.document.title or ""):
            parts = parts_in(_its_own(segment, undertaking, at) if at else segment)
            if not here and not _AROUND.has("points", segment):
                parts -= {WHOLE}
            if parts:
                yield Share(duty, undertaking, parts, line_of(duty), here, _sides(segment))


def _front(before: str) -> str:
    """What the clause behind deals out (提供服务的平台，由…指定): the words before it, where they name no body."""
    found = _CLAUSE.search(before)
    return found.group() if found and not names_in(found.group()) else ""


def _its_own(segment: str, undertaking: str, at: int) -> str:
    """The pieces of a stretch from the one that names an undertaking to the next that names another only."""
    kept: list[str] = []
    here = 0
    for piece in _PIECE.split(segment):
        here += len(piece) + 1
        others = named_in(piece)
        if here > at and kept and others and undertaking not in others:
            break
        if here > at:
            kept.append(piece)
    return "，".join(kept)


@lru_cache(maxsize=REMEMBERED)
def parts_in(segment: str) -> frozenset[str]:
    """Ids of the parts that a stretch has somebody do."""
    kept = "，".join(piece for piece in _PIECE.split(segment) if not _AROUND.has("aside", piece))
    return frozenset(c.id for c in load_cues()["part"] if c.find("named", kept) and not c.find("aside", kept))


def _about(segment: str, before: str, title: str) -> Iterator[tuple[str, int, bool]]:
    """The undertakings of a stretch, where it names each, and whether it does or the words around it do."""
    named = dict.fromkeys(_with(segment, segment), 0) | _named(segment)
    if named:
        yield from ((x, at, True) for x, at in sorted(named.items()))
        return
    titled = title if _RULES.search(title) and not _ASIDE.search(segment) else ""
    held = named_in(before) or _with(segment, before + titled) or _with(before, before) or named_in(titled)
    if len(held) == 1:
        yield from ((x, 0, False) for x in held)


@lru_cache(maxsize=REMEMBERED)
def _named(text: str) -> dict[str, int]:
    found = ((c, c.find("named", text)) for c in load_cues()["undertaking"])
    return {c.id: m.start() for c, m in found if m and not c.find("aside", text)}


def named_in(text: str) -> frozenset[str]:
    """Ids of the undertakings that a text names."""
    return frozenset(_named(text))


def _with(segment: str, around: str) -> frozenset[str]:
    """Undertakings whose object the stretch names, and whose people or occasion the words around it."""
    told = (c for c in load_cues()["undertaking"] if c.find("what", segment) and not c.find("aside", segment))
    return frozenset(c.id for c in told if c.find("whom", around + segment))


@lru_cache(maxsize=REMEMBERED)
def _sides(segment: str) -> frozenset[tuple[str, str]]:
    """The sides that a stretch names, of each axis of which it names one only."""
    named = [(c.facts["axis"][0], c.id) for c in load_cues()["half"] if c.find("named", segment)]
    axes = [axis for axis, _ in named]
    return frozenset(x for x in named if axes.count(x[0]) == 1)


def label_of(undertaking: str) -> str:
    """What an undertaking is called."""
    return next(c.label for c in load_cues()["undertaking"] if c.id == undertaking)


def parts_shared(a: Share, b: Share) -> frozenset[str]:
    """The parts that both do and one body should; the whole, called by its name, holds every part."""
    shared = a.alone & b.alone
    if shared or not (a.alone and b.alone):
        return shared
    held = (WHOLE in a.parts and b.by_name) or (WHOLE in b.parts and a.by_name)
    return a.alone | b.alone if held else frozenset()


def meet(a: Share, b: Share) -> bool:
    """Whether two departments do one part of one undertaking, on no two sides of an axis."""
    same = a.undertaking == b.undertaking and a.line != b.line and bool(parts_shared(a, b))
    return same and not _two_sides(a.sides, b.sides)


def sides_differ(a: Duty, b: Duty) -> bool:
    """Whether two clauses name each one side of an axis (城镇公益性岗位, 乡村公益性岗位)."""
    return _two_sides(_sides(a.provision.quote.text), _sides(b.provision.quote.text))


def undertakings_differ(a: Duty, b: Duty) -> bool:
    """Whether two clauses each name undertakings, and none of them both (低收入人口监测, 防返贫监测)."""
    mine, theirs = named_in(a.provision.quote.text), named_in(b.provision.quote.text)
    return bool(mine and theirs) and not mine & theirs


def _two_sides(mine: frozenset[tuple[str, str]], theirs: frozenset[tuple[str, str]]) -> bool:
    axes = {axis for axis, _ in mine} & {axis for axis, _ in theirs}
    return any(axis in axes and (axis, side) not in theirs for axis, side in mine)


@lru_cache(maxsize=1)
def _alone() -> frozenset[str]:
    return frozenset(c.id for c in load_cues()["part"] if "alone" in c.facts)
