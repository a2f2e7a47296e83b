"""How soon something is handed on to one body: 二十四小时内将申请转交 above, 3日内将申请转交 below.

Two short clauses by which one body hands the same thing to the same other are one step, however little else they say.
Whoever is only called the body in charge (承办部门, 下列部门) may be any department. Quiet where nothing tells that the
bodies are one, for other cases by name, where either is a least time, and where the text also has the time of the
other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from checks.compare.ground.agencies import names_in
from checks.compare.ground.alignment import maybe_one_matter, people_apart
from checks.compare.ground.amounts import amount, order
from checks.compare.ground.clauses import words_before
from checks.compare.ground.norms import Norm
from checks.compare.ground.windows import numbers_of
from checks.compare.outcome.departures import Departure, Label
from kg.coverage import CoverageIndex
from kg.model import Parameter
from ontology.cues import named_in

_HANDS = re.compile(
    r"^[^，。；]{0,4}?(?:内|以内|之内)?[，]?(?:将|把)?(?P<thing>[^，。；]{1,14}?)?(?P<deed>转交|转送|转办|转报|转派|分办|分送|分派|移送|移交|移转|转介|转至|转给|转(?=[^，。；]{0,12}(?:部门|单位|机构|局))|推送|流转|派发|交办|交由)(?:至|给|到)?(?P<to>[^，。；：]{2,24})"
)
_IN_CHARGE = re.compile(
    r"(?:承办|有关|相关|主管|责任|对应|对口|业务|职能|行业|救助|管理|下列|以下|上述|各|该)+(?:职能|业务|救助|主管)*(?:部门|单位|机构)"
)
_NO_DEPARTMENT = frozenset({"township", "village", "unresolved"})
_WHICHEVER = "whichever"  # a body that is called by what it has in hand
_CASE = re.compile(r"紧急|补正|异议|复核|不予|不符合|超过|逾期|特殊|复杂")
_THINGS = re.compile(r"申请|材料|线索|案件|名单|信息|档案|救助对象|受助人员|款物|物资|人员")


@dataclass(frozen=True, slots=True)
class _Handing:
    norm: Norm
    parameter: Parameter
    things: frozenset[str]
    by: frozenset[str]  # bodies and desks before the time
    to: frozenset[str]


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """What `mine` hands on later than `theirs`, to the same body."""
    ours, above = ([h for n in norms for h in _handings(n)] for norms in (mine, theirs))
    kept = {(h.things, h.to) for h in ours if any(_later(h, b) == 0 for b in above)}
    told: set[int] = set()
    for a, b in product(ours, above):
        later = a.parameter.start not in told and (a.things, a.to) not in kept and _later(a, b) == 1
        if later and _one(index, a, b):
            told.add(a.parameter.start)
            said = (a.parameter.quote, b.parameter.quote)
            yield Departure(Label.LONGER, "handed", "转交的时限长于上位规定", *said, (a.norm,), (b.norm,))


def _later(a: _Handing, b: _Handing) -> int | None:
    return order(amount(a.parameter), amount(b.parameter))


def _one(index: CoverageIndex, a: _Handing, b: _Handing) -> bool:
    to_one = a.to & b.to or any(_WHICHEVER in x.to and y.to - _NO_DEPARTMENT for x, y in ((a, b), (b, a)))
    same = bool(a.things & b.things and a.by & b.by and to_one) and not people_apart(index, a.norm, b.norm)
    cases = [set(_CASE.findall(h.norm.words)) for h in (a, b)]
    return same and cases[0] == cases[1] and maybe_one_matter(index, a.norm, b.norm)


def _handings(norm: Norm) -> Iterator[_Handing]:
    since = 0
    for p in numbers_of(norm):
        said, since = words_before(norm, p)[since:], p.end - norm.start
        match = _HANDS.search(norm.text[p.end - norm.start :])
        if match and p.kind == "time-limit" and p.op not in (">", ">="):
            things = frozenset(_THINGS.findall(match["thing"] or "") or _THINGS.findall(said))
            bare = frozenset({_WHICHEVER} if _IN_CHARGE.search(match["to"]) else ())
            to = names_in(match["to"]) | bare
            yield _Handing(norm, p, things, names_in(said) | named_in("desk", said), to)
