"""Figures of two norms on one matter, whatever they are figures of: floors, ceilings, time, ages, waiting periods.

`floors` knows what a figure is of from a list of items; this goes by the norms that are laid side by side, so that a
figure of a kind nobody listed is compared too. Which way a difference tells against people is read from the figure:
below what must be reached, above what must not be passed, longer for an office, shorter for a person, a narrower age, a
longer wait before a right, a heavier burden. Where that is not clear nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Severity
from checks.compare.figures.circumstances import banded, bases_differ, circumstances, kinds_apart
from checks.compare.figures.figures import foot_below_top
from checks.compare.figures.floors import MUCH
from checks.compare.figures.owners import Number, alike, has_and_lacks, led_in, other_desk, other_party, other_people
from checks.compare.figures.periods import for_people, later, longer_queue, longer_wait, other_rhythm, shorter_enjoyment
from checks.compare.ground.alignment import Match, bag, matches, one_matter, people_apart, share
from checks.compare.ground.amounts import DOWN, UP, order
from checks.compare.ground.clauses import clause_of, words_before, words_through
from checks.compare.ground.discretion import may_depart
from checks.compare.ground.norms import Norm
from checks.compare.ground.recognised import recognised_beside_helped
from checks.compare.ground.windows import INCREMENT, REST, dealt_to, numbers_of
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.revisions import figure_for
from kg.coverage import CoverageIndex
from kg.model import Parameter
from ontology.cues import Setting
from ontology.vocabulary import load_vocabulary

_FIGURE, _SHARE = Setting("figure"), Setting("own-share")
_LIKE = 0.5  # shared pieces of the clauses of two figures, of the shorter
_DEALT = 0.8  # of the words of a member of a list that has several figures
_SURE = 0.45  # likeness from which a breach is said without reserve
_HALF, _TOLD = 0.45, 0.6  # shared pieces of two clauses that tell a least number of one thing
_OF_ONE_THING = frozenset({"学时", "课时", "平方米"})  # units that say by themselves what is counted
_NEED = re.compile(
    r"(?:支出|费用|负担)[^，。；]{0,24}(?:占|达到?|超过)[^，。；]{0,16}收入"
)  # how heavy costs have to be
_SKIPPED = frozenset({"trigger", "reporting-deadline", "frequency", "fine", "disability-grade", "cpi"})
_AKIN = ({"rate", "benefit-standard"}, {"amount", "benefit-standard"})  # kinds that are one by other words
_TIMES = {"time-limit", "duration"}  # of what a person has to do in it
_WEIGHS = re.compile(r"占[^，。；]{0,14}(?:收入|支出|财产)的?(?:比例)?[^，。；0-9]{0,8}$")
_SAYS = {"=": "", "<": "不满", "<=": "不超过", ">": "超过", ">=": "不低于"}


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """The figures of `mine` that fall behind those of the norms of `theirs` on the same matter."""
    for match, a, b in figure_pairs(index, mine, theirs):
        if not _tiered(a, mine) and not _beside(a, b, theirs) and (found := _behind(index, match, a, b)):
            yield found


def _tiered(number: Number, norms: tuple[Norm, ...]) -> bool:
    """Whether an age is one of several that the items of one list step through (80岁以上…；100岁以上…).

    60周岁以上的老年人；未满16周岁的未成年人 are two ends, no steps.
    """
    if number.parameter.kind != "age" or not number.norm.stem_quote:
        return False
    beside = (n for n in norms if n.stem_quote == number.norm.stem_quote and n.start != number.norm.start)
    return any(p.kind == "age" and p.op[0] == number.parameter.op[0] for n in beside for p in numbers_of(n))


def _beside(a: Number, b: Number, norms: tuple[Norm, ...]) -> bool:
    """Whether the paragraph of `b` has the very age of `a` as another step (年满80周岁…；年满90周岁…)."""
    if a.parameter.kind != "age":
        return False
    steps = (p for n in norms if n.line == b.norm.line for p in numbers_of(n) if p.kind == "age")
    return any((p.op, p.value) == (a.parameter.op, a.parameter.value) for p in steps)


def figure_pairs(
    index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]
) -> Iterator[tuple[Match, Number, Number]]:
    """Figures of one kind in norms on one matter: those of mutual partners, then those of near ones in like clauses."""
    paired: set[tuple[int, str]] = set()
    for match in sorted(matches(index, mine, theirs), key=lambda m: (not m.mutual, -m.likeness)):
        if numbers_of(match.a) and numbers_of(match.b) and one_matter(index, match):
            for a, b in _pairs(match):
                place = (a.parameter.start, b.parameter.kind)
                if _of_others(index, a, b):
                    continue
                if match.mutual or (place not in paired and alike(a, b) >= _LIKE):
                    paired.add(place)
                    yield match, a, b


def _of_others(index: CoverageIndex, a: Number, b: Number) -> bool:
    """Whether two figures are for other people, or for other bodies or persons who act."""
    people = people_apart(index, a.norm, b.norm) or other_people(index, a, b) or has_and_lacks(a, b)
    people = people or recognised_beside_helped(index, a.norm, b.norm)
    return people or other_desk(index, a, b) or other_party(a, b)


def _pairs(match: Match) -> Iterator[tuple[Number, Number]]:
    """Figures of one dimension and kind; of several, those whose clauses are each other's likest."""
    ours, above = tuple(_numbers(match.a)), tuple(n for n in _numbers(match.b) if not n.parameter.soft)
    for a in ours:
        same = [b for b in above if _one_kind(a, b)]
        if one := _dealt(a, same):
            yield a, one
            continue
        equal = [alike(a, b) for b in same if order(a.amount, b.amount) == 0] if len(same) > 1 else []
        if equal and max(alike(a, b) for b in same) < max(equal) + MUCH:  # it stands above as it is
            continue
        rivals = [x for x in ours if same and _one_kind(x, same[0])]
        if len(same) == 1 == len(rivals):
            yield a, same[0]
        elif same:
            best = max(same, key=lambda b: (alike(a, b), led_in(a, b)))
            if alike(a, best) >= _LIKE and a is max(rivals, key=lambda x: (alike(x, best), led_in(x, best))):
                yield a, best


def _dealt(a: Number, same: list[Number]) -> Number | None:
    """The one of several figures that a list deals out (A、B、C分别为) whose member `a` speaks of."""
    members = [(b, dealt_to(b.norm, b.parameter)) for b in same] if len(same) > 1 and not _is_dealt(a) else []
    said = bag(a.norm.stem + words_through(a.norm, a.parameter))
    named = [b for b, member in members if member and share(bag(member), said) >= _DEALT]
    return named[0] if len(named) == 1 else None


def _is_dealt(number: Number) -> bool:
    return bool(dealt_to(number.norm, number.parameter))


def _numbers(norm: Norm) -> Iterator[Number]:
    for parameter in numbers_of(norm):
        clause = dealt_to(norm, parameter) or clause_of(norm, parameter)
        more = INCREMENT.search(words_before(norm, parameter))
        if parameter.kind not in _SKIPPED and not more and not REST.search(clause):
            yield Number(norm, parameter, clause)


def _one_kind(a: Number, b: Number) -> bool:
    kinds = {a.parameter.kind, b.parameter.kind}
    if a.amount.dimension != b.amount.dimension or (a.amount.dimension == "%" and _own(a) != _own(b)):
        return False
    return (
        len(kinds) == 1 or any(kinds <= both for both in _AKIN) or (kinds == _TIMES and for_people(a) and for_people(b))
    )


def _own(number: Number) -> bool:
    """Whether it is a share that those who are helped pay themselves."""
    return _FIGURE.has("own-share", number.clause)


def _behind(index: CoverageIndex, match: Match, a: Number, b: Number) -> Departure | None:
    found = order(a.amount, b.amount)
    if not found or banded(a) or banded(b) or circumstances(a) != circumstances(b) or bases_differ(a, b):
        return None
    if kinds_apart(a, b) or may_depart(index, b.norm, b.parameter, found):
        return None
    behind = fault(a, b, found)
    if behind is None:
        return None
    label, matter = behind
    sure = match.likeness >= _SURE and a.parameter.op == b.parameter.op and not a.parameter.soft
    sure = sure and a.parameter.kind != "review-interval"
    severity = Severity.ERROR if sure else Severity.WARNING
    said = (_said(a.parameter), _said(b.parameter))
    revision = figure_for(index, a.norm, a.parameter, b.parameter)
    return Departure(label, a.parameter.kind, matter, *said, (a.norm,), (b.norm,), severity, revision)


def fault(a: Number, b: Number, found: int) -> tuple[Label, str] | None:
    """What kind of departure `a` is from `b`, `found` being 1 where it is more; `None` where it is none."""
    kind = b.parameter.kind
    if found > 0 and b.parameter.op in UP and a.parameter.op in DOWN and _FIGURE.has("most", b.norm.text):
        return Label.CONDITION, "下限高于上位规定的上限"
    if kind in ("duration", "time-limit") and _FIGURE.has("notice", a.clause, b.clause) and a.parameter.op not in UP:
        below = found < 0 and b.parameter.op in DOWN
        return (Label.CONDITION, "公开征求意见或者告知的期限短于上位规定") if below else None
    if {a.parameter.kind, kind} == _TIMES:
        below = found < 0 and b.parameter.op in DOWN and a.parameter.op not in DOWN
        return (Label.CONDITION, "留给当事人的期限短于上位规定") if below else None
    if kind == "time-limit":
        return later(a, b, found)
    if kind == "publicity-period":
        return (Label.CONDITION, "公示期短于上位规定") if found < 0 else None
    if kind == "review-interval":
        return other_rhythm(a, b, found)
    if kind == "count":
        return _fewer(a, b, found)
    if kind == "age":
        return _narrower_age(a, b, found)
    if kind == "duration":
        if found < 0 and all(_FIGURE.has("practice", x.clause) and x.parameter.op in DOWN for x in (a, b)):
            return Label.BENEFIT, "服务人员的资历低于上位规定"
        return longer_wait(a, b, found) or longer_queue(a, b, found) or shorter_enjoyment(a, b, found)
    return _value(a, b, found)


def _fewer(a: Number, b: Number, found: int) -> tuple[Label, str] | None:
    """A least number of something built, provided or held ready, told in like words, that is smaller below."""
    least = _FIGURE.has("least", b.clause) and b.parameter.op in DOWN and a.parameter.op not in UP
    enough = _HALF if b.parameter.unit in _OF_ONE_THING else _TOLD
    exact = a.parameter.op == "=" and b.parameter.unit not in _OF_ONE_THING
    told = least and not exact and not a.clause.endswith("的") and alike(a, b) >= enough
    return (Label.BENEFIT, "低于上位规定的下限") if told and found < 0 else None


def _narrower_age(a: Number, b: Number, found: int) -> tuple[Label, str] | None:
    if a.parameter.op != b.parameter.op or _FIGURE.has("ends", b.norm.words) or _FIGURE.has("ends", a.norm.words):
        return None
    narrower = found < 0 if b.parameter.op in UP else found > 0
    return (Label.NOTION, "年龄界限窄于上位规定") if narrower and b.parameter.op != "=" else None


def _value(a: Number, b: Number, found: int) -> tuple[Label, str] | None:
    op = b.parameter.op
    if all(_WEIGHS.search(words_before(x.norm, x.parameter)) for x in (a, b)):  # from where on, not how much is given
        return None
    burden = all(_FIGURE.has("burden", x.clause) or _own(x) for x in (a, b))
    burden = burden and not _SHARE.has("aside", words_before(a.norm, a.parameter))
    foot = foot_below_top(a.norm, a.parameter, b.norm, b.parameter)
    least = _FIGURE.has("least", b.norm.stem + b.clause)
    if found < 0 and _NEED.search(a.clause) and _NEED.search(b.clause):  # fewer costs are enough
        return None
    if found < 0 and op in DOWN and least and a.parameter.op not in UP and not foot:
        return Label.BENEFIT, "低于上位规定的下限"
    if found > 0 and op in (*UP, "=") and burden:
        return Label.CONDITION, "当事人的负担重于上位规定"
    if found < 0 and op == a.parameter.op == "=" and not burden and _FIGURE.has("gives", *map(_around, (a, b))):
        return Label.BENEFIT, "低于上位规定的标准"
    return None


def _around(number: Number) -> str:
    """Its clause with the words that govern it, or all of a sentence that deals out several."""
    return number.norm.stem + (number.norm.text if "分别" in number.norm.text else number.clause)


def _said(parameter: Parameter) -> str:
    """An official's words for the figure, as the text writes it where that says enough."""
    if parameter.op in _SAYS and parameter.quote[:1] not in "不至最":
        return f"{load_vocabulary().label('parameter', parameter.kind)}{_SAYS[parameter.op]}{parameter.quote}"
    return parameter.quote
