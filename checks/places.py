"""Whose documents may be held against each other: tier (level and region), and which pairs a run is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.remember import per_index
from kg.coverage import CoverageIndex, Duty
from kg.enums import Level, Rank, Verdict
from kg.memo import per_reading
from kg.model import Document, Reading
from kg.naming import cited
from kg.regions import Place
from kg.standing import SCALE, place

_YEAR = re.compile(r"(20[0-9]{2})年")
_TELLS = re.compile(
    r"问答|问与答|答问|解读|明白[卡纸书]|(?:办事|服务|申办|办理|申请|政策)(?:指南|指引|须知)|一(?:览|本通|问一答)|手册|宣传(?:单|册|页|卡|提纲)"
    r"|(?:告知|便民|联系|政策)(?:书|单|卡)|政策(?:简介|说明|口径|汇编)|(?:流程|办理|申领|申请|发放)说明|申领(?:指南|指引|须知)|(?:操作|经办|办理)口径"
)
_CAMPAIGN = re.compile(r"行动|活动|攻坚|整治|集中|专项(?!救助|资金)")
_SAME = {Place.SAME: Verdict.YES, Place.UNKNOWN: Verdict.UNKNOWN}


@per_index
def same_tier(index: CoverageIndex, a: Document, b: Document) -> Verdict:
    """Whether two documents come from one level of one region and rank alike; UNKNOWN where one does not say.

    A government and its departments are one tier here: they write for the same desks.
    """
    if a.name == b.name:
        return Verdict.YES
    where = index.regions.relation(place(a, index.region), place(b, index.region))
    levels = Verdict.NO if a.level and b.level and a.level is not b.level else Verdict.YES
    ranks = Verdict.YES if SCALE[a.rank or Rank.NORMATIVE] == SCALE[b.rank or Rank.NORMATIVE] else Verdict.NO
    return _SAME.get(where, Verdict.NO) & levels & ranks


def is_over(index: CoverageIndex, document: Document) -> bool:
    """Whether a campaign whose title names its year (2009年冬季集中行动方案) had ended by the day of the index."""
    called = document.title or ""
    years = years_in(called)
    ended = index.effective.year - int(max(years)) > ("冬" in called) if years else False
    return ended and _CAMPAIGN.search(called) is not None


def years_apart(a: Document, b: Document) -> bool:
    """Whether the titles are of different years (2024年度, 2025年度): each holds for its own."""
    mine, theirs = (years_in(d.title or "") for d in (a, b))
    return bool(mine and theirs) and not mine & theirs


def years_in(text: str) -> frozenset[str]:
    """The years that a text names (2024年, 2025年度)."""
    return frozenset(_YEAR.findall(text))


def levels_differ(a: Duty, b: Duty) -> bool:
    """Whether the texts name two bodies of different levels; a level not named differs from none."""
    mine, theirs = _own_level(a), _own_level(b)
    return bool(mine and theirs and mine is not theirs)


def _own_level(duty: Duty) -> Level | None:
    """The level of the body; 市民政局 in a text of a county-level city is that city's own."""
    code = duty.document.region or ""
    city = duty.document.level is Level.COUNTY and (code[4:6] >= "81" or code[2:4] == "90")
    return Level.COUNTY if city and duty.actor.level is Level.PREFECTURE else duty.actor.level


def document_pairs(index: CoverageIndex) -> Iterator[tuple[Reading, Reading]]:
    """Documents in force that share ground: the draft with each, or in an audit every two of them."""
    told: set[str] = set()
    for reading in under_review(index):
        told.add(reading.document.name)
        yield from ((reading, other) for other in beside(index, reading) if other.document.name not in told)


@per_index
def beside(index: CoverageIndex, reading: Reading) -> tuple[Reading, ...]:
    """What is in force beside the draft and shares ground with `reading`, that document itself left out."""
    name = reading.document.name
    others = (r.document.name for r in index.beside(reading.document))
    return tuple(index.reading(o) for o in others if o != name and not index.is_draft(o))


def base_readings(index: CoverageIndex) -> tuple[Reading, ...]:
    """What is in force beside the draft."""
    return tuple(r for r in index.readings if not index.is_draft(r.document.name) and index.is_in_force(r.document))


def under_review(index: CoverageIndex) -> tuple[Reading, ...]:
    """What findings may be about: the draft alone, or in an audit everything in force."""
    return (index.draft,) if index.draft is not None else base_readings(index)


def title(document: Document) -> str:
    """《title》 as an official quotes it (see `kg.naming`)."""
    return cited(document)


@per_reading
def is_duty_list(reading: Reading) -> bool:
    """Whether the document deals out duties agency by agency (成员单位职责)."""
    return sum(clause.kind == "duty" for clause in reading.clauses) >= 3


@per_reading
def only_tells(reading: Reading) -> bool:
    """Whether the document tells people of rules made elsewhere (问答, 解读, 明白卡, 办事指南): it sets up nothing."""
    text = reading.document.text
    return bool(_TELLS.search(reading.document.title or text[:40])) or ("问：" in text and "答：" in text)


def sets_up(index: CoverageIndex, reading: Reading) -> bool:
    """Whether a text can set up a benefit: no duty list does, nor a draft that only tells of rules made elsewhere."""
    return not (is_duty_list(reading) or (index.is_draft(reading.document.name) and only_tells(reading)))


def is_of_street(index: CoverageIndex, a: Reading, b: Reading) -> bool:
    """Whether `a` is a text of a township or street office, which makes no rules, and `b` one of its own county."""
    levels = (a.document.level, b.document.level) == (Level.TOWNSHIP, Level.COUNTY)
    where = index.regions.relation(place(a.document, index.region), place(b.document, index.region))
    return levels and where is not Place.APART
