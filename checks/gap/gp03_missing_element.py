"""设立待遇缺少运行所需要素。

A benefit works only with money, somebody who decides, a place to apply, a time limit and a remedy. Money and the
decision are asked for firmly, the rest is a hint. Told as well: a fund or a grant of which only the name is set, a
grant or a class that the rules of the text leave out, and steps that nobody takes. Quiet where a text that this one
carries out provides for it, where everybody of a class or of a list has it unasked, and, but for the money, where sums
are only raised.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checks import lacks
from checks.base import Check, Hit, Looked, Outcome, Route, Severity, Skip, Slot, evidence
from checks.bodies import is_department
from checks.compare.acts.demanded import demands
from checks.compare.bodies.open_steps import doorless, endless, unasked, undecided, unhandled, unlimited
from checks.compare.ground.norms import Norm, norms_of
from checks.compare.money.at_stake import at_stake
from checks.compare.money.founding import founds
from checks.compare.money.funds import bare_funds
from checks.compare.money.given import is_given
from checks.compare.money.promises import Promise, in_figures, promises
from checks.compare.outcome.hits import at_place, places
from checks.elements import (
    APPLYING,
    DECIDING,
    FUNDING,
    LAWS,
    REMEDY,
    TIME_LIMIT,
    Element,
    asked_of,
    handed_out,
    left_to_places,
    left_to_us,
    nowhere_kept,
    out_of_reach,
    outside_procedure,
    says,
    sore_points,
    wants_a_door,
    without_door,
)
from checks.guides import only_told
from checks.places import beside, is_duty_list, title, under_review
from checks.programmes import Programme, programmes
from checks.provided import given_above, provided
from checks.speech import aid_name, at, clip
from kg.coverage import CoverageIndex
from kg.enums import Level
from kg.model import Groups, Provision, Reading

_KEEPING = (DECIDING, APPLYING, TIME_LIMIT)  # told of a benefit that is only set up
_SEVERAL = 2  # grants that a text sets in figures
_LOCAL = frozenset({Level.PREFECTURE, Level.COUNTY, Level.TOWNSHIP})  # below whom nobody fills in the rest


def find(index: CoverageIndex) -> Iterator[Outcome]:
    """Elements that a text setting up a benefit in cash does not provide for."""
    for reading in under_review(index):
        bare = list(bare_funds(index, reading))
        yield from (lacks.bare(index, name, norm) for name, norm in bare)
        yield from (lacks.promised(index, promise) for promise in unsaid(index, reading))
        beyond = list(out_of_reach(index, reading))
        yield from (lacks.left_out(index, found) for found in beyond)
        apart = (x for x in outside_procedure(index, reading) if x.norm not in [found.norm for found in beyond])
        yield from (lacks.outside(index, found) for found in apart)
        unkept = [x for x in nowhere_kept(index, reading) if not {f.norm for f in beyond} & {*x.norms}]
        yield from (lacks.only_set_up(index, found) for found in unkept)
        yield from (lacks.no_door(index, found) for found in without_door(index, reading))
        yield from (lacks.only_told(index, told) for told in only_told(index, reading))
        told = {p.id for _, norm in bare for p in norm.provisions}
        given = [p for p in programmes(index, reading) if is_given(p) and not told.issuperset(g.id for g in p.grants)]
        yield from _steps_left_open(index, reading, given)
        late = _without_end(index, reading, given)
        if late:
            yield _unsaid(index, given, late, "各环节办理时限", "写明受理、审核、发放各环节的期限，不以“及时”代替")
        yield from _elements(index, reading, given, told=_KEEPING if unkept else (TIME_LIMIT,) if late else ())


def _steps_left_open(index: CoverageIndex, reading: Reading, given: list[Programme]) -> Iterator[Hit]:
    """Steps of applying and deciding without anybody who takes them."""
    if steps := _done_by_nobody(index, reading, given):
        yield _unsaid(index, given, steps, "向谁申请、由谁审核决定", "写明受理部门和作出决定的部门")
        return
    if undecided_ := _decided_by_nobody(index, reading, given):
        yield _unsaid(index, given, undecided_, "由谁作出审批或者确认决定", DECIDING.suggestion)
    if doors := _taken_by_nobody(index, reading, given):
        yield _unsaid(index, given, doors, "向谁申请、由谁受理", APPLYING.suggestion)


def _elements(
    index: CoverageIndex, reading: Reading, given: list[Programme], told: tuple[Element, ...]
) -> Iterator[Outcome]:
    """Elements that are asked of the grants of a text and that nothing provides for, but those `told` already."""
    wanted = demands(index, reading)
    handled = [p for p in given if p.handlers]
    founded = [] if handled or reading.document.rank in LAWS else founds(norms_of(reading))
    asked = asked_of(reading, given, handled, (FUNDING, DECIDING) if founded else (), wanted)
    made = handled or given
    if not made or not asked:
        yield Skip("没有新设现金待遇的文件")
        return
    yield Looked(cells=len(asked))
    missing = []
    for element in asked:
        if says(reading, element) or element in told:
            continue
        if reason := _not_needed(index, reading, made, element, by_laws=not founded):
            yield Skip(reason)
        else:
            missing.append(element)
    for element in missing:
        hit = _hit(index, reading, made, element, wanted.get(element.wording), founded)
        no_way_in = element is APPLYING and {APPLYING, TIME_LIMIT, REMEDY} <= set(missing) and wants_a_door(reading)
        yield replace(hit, severity=Severity.WARNING) if no_way_in else hit


def _not_needed(
    index: CoverageIndex, reading: Reading, made: list[Programme], element: Element, *, by_laws: bool
) -> str:
    """Why a text need not say itself who pays, decides …; "" where it has to."""
    if element is FUNDING and all(p.aid and index.aids.inside(p.aid, "social-insurance") for p in made):
        return "由保险基金支付的待遇"
    if left_to_places(reading):
        return "具体办法由各地制定"
    if element is DECIDING and all(p.aid == "social-participation" for p in made):
        return "社会力量自行给付的帮扶"
    if element is FUNDING and given_above(index, reading, made):
        return "待遇和标准由上位文件设立"
    if element is DECIDING and handed_out(index, reading):
        return "按名单发放，不需要审批"
    return "所依据的文件已规定" if provided(index, reading, made, element, by_laws=by_laws) else ""


def unsaid(index: CoverageIndex, reading: Reading) -> Iterator[Promise]:
    """Grants promised without a sum, where the text sets others in figures, pays others alone, or says no more.

    What a text beside it gives by that name is no new promise.
    """
    if is_duty_list(reading) or reading.document.rank in LAWS:
        return
    norms = norms_of(reading)
    others = "".join(r.document.text for r in beside(index, reading))
    local = reading.document.level in _LOCAL
    for promise in promises(norms):
        figures = in_figures(norms, promise.name)
        left_open = not promise.funded or figures >= _SEVERAL
        fresh = (promise.bare or (local and (promise.unheard or figures))) and promise.name not in others
        if left_open or fresh:
            yield promise


def _done_by_nobody(index: CoverageIndex, reading: Reading, given: list[Programme]) -> list[Norm]:
    """Steps of applying and deciding that nobody is named for, where the text grants money."""
    handled = any(p.handlers or not p.reading.document.issuer_ids for p in given)
    steps = unhandled(norms_of(reading)) if handled else []
    return [] if steps and provided(index, reading, given, DECIDING) else steps


def _decided_by_nobody(index: CoverageIndex, reading: Reading, given: list[Programme]) -> list[Norm]:
    """Where money is granted 经审批同意 and nobody above the township is named, in a text of no department."""
    departments = any(is_department(index.vocabulary, a) for a in reading.document.issuer_ids)
    steps = undecided(norms_of(reading)) if given and not departments else []
    return [] if steps and provided(index, reading, given, DECIDING) else steps


def _taken_by_nobody(index: CoverageIndex, reading: Reading, given: list[Programme]) -> list[Norm]:
    """Applications that people make to nobody, where somebody else pays or decides."""
    norms = norms_of(reading)
    doors = (doorless(norms) or unasked(norms)) if any(p.handlers for p in given) else []
    return [] if doors and provided(index, reading, given, APPLYING) else doors


def _without_end(index: CoverageIndex, reading: Reading, given: list[Programme]) -> list[Norm]:
    """Steps without any time limit, where the text has somebody pay money."""
    norms = norms_of(reading)
    late = (endless(norms) or unlimited(norms)) if any(p.handlers for p in given) else []
    return [] if late and provided(index, reading, given, TIME_LIMIT) else late


def _unsaid(index: CoverageIndex, given: list[Programme], norms: list[Norm], missing: str, suggestion: str) -> Hit:
    provisions = [p for n in norms for p in n.provisions]
    return Hit(
        ("handling", missing, *norms[0].ids),
        f"{at_place(index, norms[0])}规定了办理环节（“{clip(norms[0].text, 30)}”），但没有写明{missing}。",
        places(index, norms[:4]),
        same=(Slot("aid", "、".join(dict.fromkeys(aid_name(index, p.aid) for p in given if p.aid))),),
        differs=(Slot("element", a=None, b=missing),),
        agencies=tuple(dict.fromkeys(a for p in provisions for a in sorted(p.agencies()))),
        groups=Groups.of(g for p in given for g in p.groups),
        aid=tuple(dict.fromkeys(p.aid for p in given if p.aid)),
        severity=Severity.WARNING,
        suggestion=f"{suggestion}。",
    )


def _hit(
    index: CoverageIndex,
    reading: Reading,
    made: list[Programme],
    element: Element,
    demand: Norm | None,
    founded: list[Norm],
) -> Hit:
    grants: dict[str, Provision] = {g.id: g for p in made for g in p.grants if g.parameters}
    first, *_ = grants.values()
    what = "、".join(dict.fromkeys(aid_name(index, p.aid) for p in made if p.aid)) or "该项"
    sore = sore_points(norms_of(reading), element) if demand or element is DECIDING else []
    others = (norms_of(r) for r in beside(index, reading)) if element is FUNDING else ()
    money = at_stake((g.quote.text for g in grants.values()), others)
    shown = [*founded[:1], *sore, *([demand] if demand else []), *left_to_us(index, reading, made), *money]
    required = f"，而{at_place(index, demand)}要求写明（“{clip(demand.text, 40)}”）" if demand else ""
    ours = "草案" if index.is_draft(reading.document.name) else title(reading.document)
    given = f"{at(index, first)}设立了{what}待遇（“{clip(first.quote.text, 30)}”）"
    return Hit(
        (*sorted({p.aid for p in made}), element.wording),
        f"{given}，但{ours}没有写明{element.missing}{required}。",
        (*(evidence(index, g) for g in list(grants.values())[:4]), *(places(index, shown) if shown else ())),
        same=(Slot("aid", what),),
        differs=(Slot("element", a=None, b=element.missing),),
        agencies=tuple(sorted({a for p in made for a in p.leads})),
        groups=Groups.of(g for p in made for g in p.groups),
        aid=tuple(dict.fromkeys(p.aid for p in made if p.aid)),
        severity=Severity.WARNING if demand else element.severity,
        suggestion=f"{element.suggestion}。",
        invite=element.invite,
    )


CHECK = Check(
    "GP03",
    "gap.missing-element",
    "gap",
    "missing-element",
    "设立待遇缺少要素",
    Severity.WARNING,
    "设立救助待遇应当同时明确资金、受理、审批、时限和救济；增加财政支出的政策应当先落实资金来源。",
    "补充缺少的要素。",
    Route.DRAFTER,
    find,
)
