"""From when one benefit is paid: 自确认的次月起 here, 从申请当月 there, in one document or under a higher one.

An onset is an event (applying, deciding) and how long after it (the same month, the next). Quiet where a sentence is
about the end, a change or a move of the benefit, an exception or arrears, a limit within which to pay, other people or
another benefit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from checks.compare.ground.alignment import maybe_one_matter
from checks.compare.ground.norms import Norm
from checks.compare.ground.topics import LOOSE
from checks.compare.money.manners import one_name, paid_names
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.doubles import Double
from kg.coverage import CoverageIndex
from kg.stretches import value_of
from ontology.cues import Setting

_ONSET = Setting("onset")
_FROM = re.compile(
    r"(?:自|从|于|在|按)(?:其|本人|家庭|作出)?(?P<event>[^，。；自从]{2,20}?)(?:之日)?起?"
    r"(?:满(?P<wait>[0-9]{1,2}|[一二两三四五六七八九十]{1,2})个?(?P<by>[月季年])度?(?:(?P<behind>之?后)|以后)?)?的?(?P<after>(?(behind)|(?!))(?=开始|起|[计发])|(?:起始|首)[月日]|当[月季年](?:度)?|[次下]一?个?[月季年](?:度)?(?:的?(?:首月|第一个月|首日|[1一]月(?:[1一]日)?))?|之[月日])(?:份)?(?:算?起|开始|(?=计|[^，。；0-9]{0,6}(?:发放|发给|拨付|打入|支付|兑付)))"
    r"(?!，?[^，。；]{0,4}?(?:[0-9０-９一二三四五六七八九十两]+个?(?:工作)?[日天月年]|之?内))"
)
_GIVES = re.compile(r"发放|计发|计算|享受|起算|算起|发给|支付|领取|给予|起发|纳入|存入|划入|打入|拨付")
_NEXT_CASE = re.compile(r"，[^，。；]{2,24}(?<!目)的，(?=[自从于在按])")
_COUNTS = re.compile(r"计算|起算|算起|享受")
_MAY = re.compile(r"(?:可以?|方可|才能|有权)$")  # what people may draw from a day on is due from it
_DRAWN = "领取"
_PERIOD = re.compile(r"[月季年日]")
_EVENTS = ("eligible", "hired", "registered", "applied", "decided")  # the earlier first, as are the next
_READ = ("applied", "decided", "hired", "eligible", "registered")  # which one of several an event is
_MONTHS = {"月": 1, "季": 3, "年": 12}
_AFTER = ("same日", "same月", "same季", "same年", "next日", "next月", "next季", "next年")


@dataclass(frozen=True, slots=True)
class Onset:
    """A norm that pays `names` from `event` (applied, decided) on, `after` it."""

    norm: Norm
    event: str
    after: str
    said: str
    names: tuple[str, ...]
    counted: bool  # from when it is due, not when it is paid
    wait: float  # months that have to pass first


def onsets(norms: tuple[Norm, ...]) -> Iterator[Double]:
    """The first two onsets of one benefit that are not the same."""
    for a, b in combinations([o for n in norms for o in _onsets(n)], 2):
        differ = _begins(a) != _begins(b) and not _in_arrears(a, b)
        if differ and a.norm.line != b.norm.line and _one_benefit(a, b):
            yield Double("onset", f"{_name(a, b)}起算的时间", a.said, b.said, (a.norm, b.norm))
            return


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Onsets of `mine` that come later than those of a higher text for the same benefit."""
    for a, found in _beside(index, mine, theirs):
        same = [b for b in found if not _in_arrears(a, b)]
        if same and all(_later(a, b) for b in same):
            b = same[0]
            yield Departure(Label.BENEFIT, "onset", "待遇起算的时间", a.said, b.said, (a.norm,), (b.norm,))


def apart(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[tuple[Onset, Onset]]:
    """The first onset of `mine` that an equal text has otherwise for the same benefit."""
    for a, same in _beside(index, mine, theirs):
        if same and not any(_begins(a) == _begins(b) or _in_arrears(a, b) for b in same):
            yield a, same[0]
            return


def _beside(
    index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]
) -> Iterator[tuple[Onset, list[Onset]]]:
    """Every onset of `mine` with those of `theirs` for the same benefit."""
    ours, others = ([o for n in norms for o in _onsets(n)] for norms in (mine, theirs))
    for a in ours:
        yield a, [b for b in others if _one_benefit(a, b) and maybe_one_matter(index, a.norm, b.norm)]


def _later(a: Onset, b: Onset) -> bool:
    """Whether `a` begins later than `b` for certain: by its event or by how long after it, and by neither earlier."""
    mine, theirs = ((_EVENTS.index(o.event), o.wait, _AFTER.index(o.after)) for o in (a, b))
    later = mine[1] > theirs[1] or mine[2] >= theirs[2]
    return mine != theirs and mine[0] >= theirs[0] and mine[1] >= theirs[1] and later


def _begins(onset: Onset) -> tuple[str, str, float]:
    return onset.event, onset.after, onset.wait


def _in_arrears(a: Onset, b: Onset) -> bool:
    """Whether one says from which day or month it is due, the other when paying begins (之日起计算, 次月起发放)."""
    due = [o for o in (a, b) if o.counted]
    if len(due) != 1 or a.wait != b.wait:
        return False
    return due[0].after == "same日" or a.event == b.event or due[0].event in _EVENTS[:2]


def _onsets(norm: Norm) -> Iterator[Onset]:
    for match in _FROM.finditer(norm.text):
        around = norm.text[norm.text.rfind("；", 0, match.start()) + 1 : _next_case(norm.text, match.end())]
        clause = norm.text[match.start() :].split("，")
        gives = _GIVES.search(clause[0][len(match.group()) :]) or _GIVES.search("，".join(clause[1:2])[:12])
        gives = gives or _GIVES.search(re.split("[，；]", norm.text[: match.start()])[-1])
        if not gives or _ONSET.has("aside", norm.prior[-40:] + around):
            continue
        event = next((kind for kind in _READ if _ONSET.has(kind, match["event"])), "")
        if event:
            after = "next" if match["after"][:1] in ("次", "下") else "same"
            period = _PERIOD.search(match["after"])
            yield Onset(
                norm,
                event,
                after + (period.group() if period else "月"),
                match.group(),
                paid_names(norm),
                bool(
                    _COUNTS.search(gives.group())
                    or (_MAY.search(norm.text[: match.start()]) and gives.group() == _DRAWN)
                ),
                value_of(match["wait"].replace("两", "二")) * _MONTHS[match["by"]] if match["wait"] else 0,
            )


def _next_case(text: str, end: int) -> int:
    """Where the next case begins behind an onset (，残疾等级变化的，从换证次月起调整)."""
    other = _NEXT_CASE.search(text, end)
    return other.start() if other else len(text)


def _one_benefit(a: Onset, b: Onset) -> bool:
    mine, theirs = a.norm.people, b.norm.people
    if mine and theirs and mine != theirs:
        return False
    if a.names and b.names:
        return any(one_name(x, y) for x in a.names for y in b.names)
    return a.norm.aid == b.norm.aid or bool(a.norm.aid & b.norm.aid - LOOSE)


def _name(a: Onset, b: Onset) -> str:
    return max((*a.names, *b.names, "待遇"), key=len)
