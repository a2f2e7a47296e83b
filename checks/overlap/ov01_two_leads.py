"""同一职责由两个部门牵头。

Two bodies that lead one function for meeting groups leave the applicant between two doors, and each may act or pay.
Normal and so quiet: a lead with its helpers or partner; policy here and delivery there; parts of one chain or aid
(收入 and 住房 looked into by two); an upper and a lower level; supervision on laws of their own; a mass organisation
beside the departments, unless it decides or pays; a residual clause.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain, combinations, starmap

from checks.base import Check, Hit, Material, Outcome, Route, Severity, Skip, Slot, evidence
from checks.beneficiaries import groups_of, meeting
from checks.bodies import is_mass
from checks.compare.bodies.breadth import (
    BENEFIT,
    by_its_name,
    in_other_words,
    is_broad,
    one_of_people,
    says_who_gets_it,
)
from checks.compare.bodies.by_scheme import given_twice
from checks.compare.bodies.charges_met import in_charges, one_charge
from checks.compare.bodies.divided import apart, other_level, other_tier
from checks.compare.bodies.drafts import drawn_by_both, in_same_words, same_words
from checks.compare.bodies.in_two_hands import led_twice
from checks.compare.bodies.paid import granted
from checks.compare.bodies.shares import has_share
from checks.compare.bodies.steps import in_steps, step_named
from checks.compare.bodies.works import in_works, one_work, work_named
from checks.compare.ground.alignment import bag
from checks.compare.ground.custody import handled_by_both
from checks.compare.ground.deeds import decided_by_both, deeds, one_deed, sum_names
from checks.compare.ground.topics import schemes_apart
from checks.matter import BY_MATTER, LEAST_WORDS, matter, purposes, same_benefit, same_matter, worded
from checks.places import under_review
from checks.speech import aid_name, at, crossing, who
from kg.boxes import duties_in
from kg.coverage import CoverageIndex, Duty, Pair
from kg.enums import Role, Verdict
from kg.memo import per_reading
from kg.model import Groups, Reading
from ontology.wording import wordings

DELIVERED = frozenset({"implement", "accept", "decide", "pay", "service", "train", "monitor", "approve-project"})
Found = tuple[Pair, Severity]
_GATHERS = frozenset({"inform", "investigate"})


def find(index: CoverageIndex) -> Iterator[Outcome]:
    """One hit for every two agencies, aid and pair of documents, with every place where they meet."""
    found: dict[tuple[str, ...], list[Found]] = {}
    tiers = partial(other_tier, index)
    joined = index.pairs((Role.LEAD,), DELIVERED | BY_MATTER, two_agencies=True, aside=other_level, between=tiers)
    mine, own = index.duties_under_review, under_review(index)
    others = [r for r in _texts_nearby(index) if not index.is_reviewed(r.document.name)]
    known = chain(deeds(own, others), in_works(own, others), in_steps(mine), in_same_words(mine), in_charges(index))
    for pair in chain(joined, same_task(index), starmap(index.laid_side_by_side, known)):
        reason = apart(index, pair.a, pair.b)
        if reason:
            yield Skip(reason)
            continue
        severity = gravity(index, pair)
        if severity:
            found.setdefault(_key(index, pair), []).append((pair, severity))
    for pairs in _of_one_clause(index, found.values()):
        yield _hit(index, pairs)
    yield from led_twice(index, (frozenset({*key[:2], *key[3:]}) for key in found))


def _of_one_clause(index: CoverageIndex, found: Iterable[list[Found]]) -> Iterator[list[Found]]:
    """What two bodies meet in, told once for all that one clause meets of the other text (创业培训, 就业工作)."""
    told: dict[tuple[str, ...], list[Found]] = {}
    for pairs in found:
        pair = pairs[0][0]
        own = pair.a if index.is_reviewed(pair.a.document.name) else pair.b
        other = pair.b if own is pair.a else pair.a
        told.setdefault((own.provision.id, own.agency, other.agency, other.document.name), []).extend(pairs)
    yield from told.values()


def same_task(index: CoverageIndex) -> Iterator[Pair]:
    """Leads of one function whose clauses say the same task in the same words, whatever aid they were read under.

    Gathering facts (登记, 建档, 排查) counts among them: two bodies that each do it go to the same door twice.
    """
    tasks: dict[tuple[str, str], list[Duty]] = {}
    functions = (DELIVERED | _GATHERS) & {d.function for d in index.duties_under_review if d.groups}
    steps = frozenset(wordings()["technical-step"])
    for reading in _texts_nearby(index):
        for task, duty in _tasks_led(reading):
            if duty.function in functions and (len(task) >= LEAST_WORDS or task in steps):
                tasks.setdefault((duty.function, task), []).append(duty)
    for duties in tasks.values():
        for a, b in combinations(sorted(duties, key=lambda d: not index.is_draft(d.document.name)), 2):
            if index.is_reviewed(a.document.name) and index.aids.meets(a.aid, b.aid) is Verdict.NO:
                yield index.laid_side_by_side(a, b)


@per_reading
def _tasks_led(reading: Reading) -> tuple[tuple[str, Duty], ...]:
    """The leads of a text in something for people it names, each with the words of its task."""
    leads = (d for d in duties_in(reading) if d.actor.role is Role.LEAD and d.provision.groups)
    return tuple((matter(d), d) for d in leads if d.function in DELIVERED | _GATHERS)


def _texts_nearby(index: CoverageIndex) -> tuple[Reading, ...]:
    """The documents in force whose place may be the draft's; in an audit all."""
    return index.beside(index.draft.document) if index.draft else under_review(index)


def gravity(index: CoverageIndex, pair: Pair) -> Severity | None:
    """How grave it is that the two leads meet; None where they each have a matter of their own."""
    apart_by_title = schemes_apart(index, pair.a.document, pair.b.document)
    if apart_by_title and (by_its_name(pair) or decided_by_both(pair.a, pair.b)):
        return None if meeting(index, pair.a, pair.b) is Verdict.NO else Severity.WARNING
    if apart_by_title and not worded(pair) and not _one_purpose(index, pair):
        return None
    if same_words(pair.a, pair.b) and meeting(index, pair.a, pair.b) is not Verdict.NO:
        return Severity.ERROR if pair.a.function in DELIVERED else Severity.WARNING
    if one_of_people(pair) or in_other_words(pair):
        return None
    if given_twice(index, pair.a, pair.b):
        return Severity.ERROR
    if one_work(pair.a, pair.b) or _one_step(index, pair) or one_charge(index, pair.a, pair.b):
        return None if meeting(index, pair.a, pair.b) is Verdict.NO else Severity.ERROR
    once = one_deed(pair.a, pair.b)
    if not once and _of_other_money(pair):
        return None
    shares = has_share(index, pair.a) or has_share(index, pair.b)
    if not worded(pair) and (shares or not (pair.a.aid or pair.b.aid or once)):
        return None
    benefit = pair.a.document.name != pair.b.document.name and says_who_gets_it(pair)
    same = same_benefit(index, pair.a, pair.b) if benefit else same_matter(pair.a, pair.b)
    meets = meeting(index, pair.a, pair.b)
    aid = index.aids.meets(pair.a.aid, pair.b.aid)
    if meets is not Verdict.NO and once:
        return Severity.ERROR if meets is Verdict.YES else Severity.WARNING
    if same is Verdict.NO or meets is Verdict.NO:
        return None
    own_people = meets is not Verdict.YES and not worded(pair) and pair.a.function not in BENEFIT
    if own_people and _of_mass(index, pair):
        return None  # a mass organisation's own constituency
    by_matter = pair.a.function in BY_MATTER and not (benefit and _one_purpose(index, pair))
    if not worded(pair) and (by_matter or aid is not Verdict.YES or is_broad(index, pair)):
        return None
    if same is Verdict.UNKNOWN:  # the whole here, a part there: inside one text that is how work is dealt out
        return None if pair.a.document.name == pair.b.document.name else Severity.INFO
    stated = bool(groups_of(index, pair.a)) == bool(groups_of(index, pair.b))
    if meets is Verdict.UNKNOWN:
        return Severity.WARNING if stated or worded(pair) or (benefit and _one_purpose(index, pair)) else Severity.INFO
    return Severity.ERROR if pair.a.function in DELIVERED else Severity.WARNING


def _one_step(index: CoverageIndex, pair: Pair) -> bool:
    """Whether both take one step, and not at works of two aids."""
    return index.aids.meets(pair.a.aid, pair.b.aid) is not Verdict.NO and bool(step_named(pair.a, pair.b))


def _of_other_money(pair: Pair) -> bool:
    """Whether one pays a sum by its own name, of which the other, who pays too, says nothing (门诊补助, 医疗救助)."""
    mine, theirs = (d.provision.quote.text for d in (pair.a, pair.b))
    named = [(names, other) for said, other in ((mine, theirs), (theirs, mine)) if (names := sum_names(said))]
    paid = pair.a.function == "pay" and pair.a.document.name != pair.b.document.name
    return paid and len(named) == 1 and not bag("".join(named[0][0])) & bag(named[0][1])


def _one_purpose(index: CoverageIndex, pair: Pair) -> bool:
    """Whether both say what the money is for, and it is the same."""
    return bool(purposes(index, pair.a) & purposes(index, pair.b))


def _of_mass(index: CoverageIndex, pair: Pair) -> bool:
    return is_mass(index.vocabulary, pair.a.agency) or is_mass(index.vocabulary, pair.b.agency)


def _key(index: CoverageIndex, pair: Pair) -> tuple[str, ...]:
    aid = pair.a.aid if index.aids.inside(pair.b.aid, pair.a.aid) else pair.b.aid
    return (*sorted((pair.a.agency, pair.b.agency)), aid, *sorted({pair.a.document.name, pair.b.document.name}))


def _hit(index: CoverageIndex, pairs: list[Found]) -> Hit:
    order = list(Severity)
    pairs = sorted(pairs, key=lambda p: order.index(p[1]))
    severity, a, b = pairs[0][1], pairs[0][0].a, pairs[0][0].b
    duties = [d for pair, _ in pairs for d in (pair.a, pair.b)]
    provisions = dict.fromkeys([*(d.provision for d in duties), *(p for d in duties for p in granted(index, d))])
    groups = Groups.of((*a.groups, *b.groups))
    work = work_named(a, b)
    aid = work or aid_name(index, a.aid)
    done = ("" if work else one_charge(index, a, b)) or index.vocabulary.label("function", a.function)
    what = (
        decided_by_both(a, b)
        or drawn_by_both(a, b)
        or same_words(a, b)
        or handled_by_both(a, b)
        or step_named(a, b)
        or f"{aid}的{done}"
    )
    return Hit(
        (a.provision.id, b.provision.id),
        f"{_whose(index, a)}、{_whose(index, b)}分别负责{what}"
        f"{crossing(index, a.groups, b.groups)}，没有明确谁牵头、谁配合。",
        tuple(evidence(index, p) for p in provisions),
        same=(Slot("function", a.function), Slot("aid", a.aid)),
        differs=(Slot("agency", a=a.agency, b=b.agency),),
        agencies=(a.agency, b.agency),
        groups=groups,
        aid=tuple(dict.fromkeys(x for x in (a.aid, b.aid) if x)),
        severity=severity,
        suggestion=f"明确{aid}由一个部门牵头，另一部门改为配合；或者写明两家按对象、环节如何划分。",
        witness=index.witness_of_both(a.provision, b.provision) if a.groups and b.groups else "",
    )


def _whose(index: CoverageIndex, duty: Duty) -> str:
    """草案第四条由县民政局; in a list of duties, where the body is the heading, 草案县民政局."""
    where = at(index, duty.provision)
    return where if where.endswith(who(duty)) else f"{where}由{who(duty)}"


CHECK = Check(
    "OV01",
    "overlap.lead",
    "overlap",
    "lead",
    "两个部门牵头同一职责",
    Severity.ERROR,
    "一件事原则上由一个部门负责；确需多个部门的，明确牵头部门（国务院机构改革和“三定”规定的一贯要求）。",
    "明确一个牵头部门，其余改为配合。",
    Route.CONSULTATION,
    find,
    (Material.DUTIES,),
)
