"""同一对象因同一需要获得两份待遇，没有叠加规则。

Two benefits of one purpose, in one form, for people who belong to both, and neither text says how they combine. Quiet
where either text has a rule on that (不重复享受, 就高, 可以同时享受), names the other text, excludes those who have the
other benefit, covers other costs, comes from the same body, or only tells of rules made elsewhere (问答), unless one
text frees of a fee that the other pays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import product

from checks.base import Check, Evidence, Hit, Looked, Outcome, Route, Severity, Skip, Slot, evidence
from checks.benefits import (
    Cases,
    Side,
    grants_share,
    leave_out,
    never_both,
    of_same_words,
    shared_purposes,
    shared_words,
)
from checks.compare.figures.retold import retold_in
from checks.compare.ground.alignment import bag
from checks.compare.ground.marks import SENTENCE
from checks.compare.ground.windows import variants_in
from checks.compare.money.precedence import told_twice
from checks.gifts import is_of_bodies, of_staff
from checks.givers import of_city_and_county, one_benefit, one_giver, one_runner
from checks.grants import Grant, fee_and_cash, grants_of, inside, is_total, of_one_class
from checks.places import document_pairs, only_tells, same_tier, title, under_review
from checks.programmes import Programme, programmes
from checks.purposes import purpose_name, purposes_in, says
from checks.settling import settles
from checks.speech import crossing
from checks.stacking import points_to, settled
from kg.coverage import CoverageIndex
from kg.enums import Verdict
from kg.memo import per_reading
from kg.model import Groups, Provision, Reading

_BY_CASE = {"tenancy": "purpose-rent", "heat": "purpose-heating"}  # cases of a whole text, and what they part
_COSTS = frozenset({"purpose-medical-cost"})  # part of many a scheme, which each pay what the others leave
_ABOUT_COSTS = re.compile(r"医疗|医药|[大重]病|救治|住院|门诊|治疗")
_OUT = re.compile(r"不(?:属于|纳入|列入|再|予|得|享受|适用)|停[发止]|除外|终止")


def find(index: CoverageIndex) -> Iterator[Outcome]:
    """Benefits of one tier that pay one purpose to meeting groups: whole programmes, else single grants."""
    for reading in under_review(index):
        yield from _inside(index, reading)
    for first, second in document_pairs(index):
        if same_tier(index, first.document, second.document) is Verdict.NO:
            yield Skip("上下级或者不同地区的待遇")
            yield from _of_grants(index, first, second, _of_two_levels)
            continue
        titles = [r.document.title or "" for r in (first, second)]
        told = any(map(only_tells, (first, second)))
        if reason := "转述现行规定的问答、指南" if told else told_twice(*titles):
            yield Skip(reason)
            continue
        judged = all(_is_told(grants_of(index, r)) for r in (first, second))
        elsewhere = _parted(first, second)
        whole = [] if elsewhere else [x for x in _between(index, first, second) if not (judged and _is_sure(x))]
        sure = any(isinstance(x, Hit) and x.severity is not Severity.INFO for x in whole)
        single = [] if sure else list(_of_grants(index, first, second))
        yield from (x for x in whole if not (single and isinstance(x, Hit)))
        yield from single


def _parted(first: Reading, second: Reading) -> frozenset[str]:
    """The purposes for which two texts are for cases that shut each other out (tenants of public homes, of others)."""
    cases = _cases_of(first), _cases_of(second)
    return frozenset(purpose for axis, purpose in _BY_CASE.items() if never_both(*cases, frozenset({axis})))


def _is_told(grants: tuple[Grant, ...]) -> bool:
    """Whether there are grants, and each says what it is for."""
    return bool(grants) and all(g.purposes or g.uses for g in grants)


def _is_sure(found: Outcome) -> bool:
    """Whether two wholes surely meet: where the single grants can be laid side by side, they say it better."""
    return isinstance(found, Hit) and found.certain is Verdict.YES


def _between(index: CoverageIndex, first: Reading, second: Reading) -> Iterator[Outcome]:
    told: set[str] = set()
    for a, b in product(programmes(index, first), programmes(index, second)):
        yield Looked(pairs=1)
        if reason := apart(index, a, b):
            yield Skip(reason)
        elif told.issuperset(shared := shared_purposes(index, a, b)):
            yield Skip("同一用途已经提示")
        elif shared <= _COSTS and not all(_ABOUT_COSTS.search(r.document.title or "") for r in (first, second)):
            yield Skip("一方不是以支付医疗费用为主的制度")
        elif hit := _hit(index, Side.of(a), Side.of(b), shared):
            told |= shared
            yield hit


def _of_grants(
    index: CoverageIndex, first: Reading, second: Reading, may_meet: Callable[[Grant, Grant], bool] = lambda a, b: True
) -> Iterator[Hit]:
    """One hit for each purpose that single grants of both documents, of those that may meet, pay for."""
    pairs: dict[frozenset[str], list[tuple[Grant, Grant]]] = {}
    parted = _parted(first, second)
    for a, b in product(grants_of(index, first), grants_of(index, second)):
        shared = grants_share(index, a, b) - parted
        if may_meet(a, b) and shared and _doubled(index, a, b, shared):
            pairs.setdefault(shared, []).append((a, b))
    told: frozenset[str] = frozenset()
    for shared in sorted(pairs, key=lambda s: (-len(s), sorted(s))):
        if not shared <= told and (hit := _hit(index, *_sides(pairs[shared]), shared)):
            told |= shared
            yield hit


def _doubled(index: CoverageIndex, a: Grant, b: Grant, shared: frozenset[str]) -> bool:
    """Whether two grants of two documents are two benefits, and neither text says how they combine."""
    if one_giver(index, a, b) and one_benefit(index, a, b):
        return False
    if any(points_to(x, y) or settles(x, y, shared) for x, y in ((a, b), (b, a))):
        return False
    return not retold_in(a.reading, b.reading, (a.provision, b.provision))


def _sides(pairs: list[tuple[Grant, Grant]]) -> tuple[Side, Side]:
    """The two grants that are most surely one benefit, with the others that pay for the same beside them."""
    best = max(pairs, key=lambda p: (sum(g.names_people for g in p), shared_words(*p)))
    beside = ([best[i], *(p[i] for p in pairs)] for i in (0, 1))
    one, two = (Side.several(grants) for grants in beside)
    return one, two


def _of_two_levels(a: Grant, b: Grant) -> bool:
    """Whether grants of a city and of its county are two: a fee beside money for it, or sums that nothing makes one."""
    return _fee_beside_cash(a, b) or of_city_and_county(a, b)


def _fee_beside_cash(a: Grant, b: Grant) -> bool:
    """Whether one frees of a fee that the other pays, and neither text gives each way to people of its own."""
    return fee_and_cash(a, b) and not (_gives_both_ways(a, b) or _gives_both_ways(b, a))


def _gives_both_ways(grant: Grant, other: Grant) -> bool:
    """Whether the text of one grant also gives in the manner of the other, for what both are for."""
    shared, manner = grant.purposes & other.purposes, "relief" if other.manner == "relief" else "cash"
    said = (p.quote.text for p in grant.reading.provisions)
    return any(says(text, manner) and shared & purposes_in(text) for text in said)


def _inside(index: CoverageIndex, reading: Reading) -> Iterator[Hit]:
    """Two grants by different names for one purpose and the same people within one document."""
    for a, b in inside(grants_of(index, reading)):
        if not (a.provision.groups and b.provision.groups):  # steps of one scale, for whoever the text is for
            continue
        shared = grants_share(index, a, b)
        same = index.groups.contains(a.groups, b.groups) | index.groups.contains(b.groups, a.groups)
        same = Verdict.YES if of_same_words(a, b) else same
        meant = is_total(a) or is_total(b) or a.manner != b.manner  # a ceiling of the same money, a fee beside a sum
        if meant or not shared or not (same is Verdict.YES or of_one_class(a, b)):
            continue
        ruled = settles(a, b, shared) or settles(b, a, shared)
        if not ruled and (hit := _hit(index, Side.single(a), Side.single(b), shared)):
            yield hit


def apart(index: CoverageIndex, a: Programme, b: Programme) -> str:
    """Why the two are no double benefit as far as aid, form, purpose and rules go; "" where they may be."""
    if any(all(is_of_bodies(g.quote.text) or of_staff(g.quote.text) for g in x.grants) for x in (a, b)):
        return "给机构的经费"
    if not a.forms & b.forms & {"cash", "in-kind"} or not shared_purposes(index, a, b):
        return "待遇的用途或者形式不同"
    if leave_out(index, a, b):
        return "一方的对象已经排除在外"
    if one_runner(index, a, b):
        return "同一部门的待遇"
    if settled(a, b) or settled(b, a):
        return "已有叠加或者排除规则"
    return "同一待遇的重复规定" if retold_in(a.reading, b.reading, (*a.grants, *b.grants)) else ""


@per_reading
def _cases_of(reading: Reading) -> Cases:
    """The cases that a text names, but for sentences on whom it leaves out or what ends a benefit."""
    said = (m.group() for m in SENTENCE.finditer(reading.document.text))
    return variants_in("，".join(x for x in said if not _OUT.search(x)))


def _hit(index: CoverageIndex, a: Side, b: Side, purposes: frozenset[str]) -> Hit | None:
    called = a.classes & b.classes
    meets = index.groups.meets(a.groups, b.groups) if a.groups and b.groups else Verdict.UNKNOWN
    meets = Verdict.YES if called else meets
    if meets is Verdict.NO:
        return None
    names = [title(s.reading.document) for s in (a, b)]
    ours = "草案" if index.is_draft(a.reading.document.name) else names[0]
    who = crossing(index, a.groups, b.groups) or (f"，对象都是{'、'.join(sorted(called))}" if called else "")
    what = "、".join(map(purpose_name, sorted(purposes)))
    one = a.reading is b.reading
    both, texts = (f"{ours}两处", "") if one else (f"{ours}与{names[1]}", "两份文件都")
    stated = bool(a.groups and b.groups) or bool(called)
    aid = [s.programme.aid for s in (a, b)]
    return Hit(
        (*(f"{s.reading.document.name}:{s.programme.aid}" for s in (a, b)), *sorted(purposes)),
        f"{both}都为{what}发放待遇{who}，{texts}没有规定能否同时享受。",
        tuple(dict.fromkeys((*_places(index, a, b), *_places(index, b, a)))),
        same=(Slot("purpose", what), Slot("aid", aid[0] or aid[1])),
        differs=(Slot("document", a=names[0], b=names[1]),),
        agencies=tuple(sorted(a.programme.leads | b.programme.leads)),
        groups=Groups.of((*a.groups, *b.groups)),
        aid=tuple(dict.fromkeys(x for x in aid if x)),
        severity=Severity.INFO if not stated else None,
        certain=meets,
        suggestion="写明两项待遇如何衔接：不得重复享受、就高享受或者可以同时享受；或者把已享受另一项待遇的人员排除在外。",
        witness=index.groups.witness(index.groups.common(a.groups, b.groups)) if a.groups and b.groups else "",
    )


def _places(index: CoverageIndex, mine: Side, other: Side) -> tuple[Evidence, ...]:
    """Where `mine` names people that `other` serves too, and what they get: likest to the other's grants first."""
    named = [p for p in mine.provisions if p.groups and index.groups.meets(p.groups, other.groups) is Verdict.YES]
    loose = [p for p in mine.provisions if p.groups] if not named else []
    given = bag("，".join(g.quote.text for g in other.grants))
    near, grants = (sorted(found, key=lambda p: -len(bag(p.quote.text) & given)) for found in (named, mine.grants))
    chosen: dict[str, Provision] = {p.id: p for p in (*near[:3], *loose[:1], *grants[:3])}
    return tuple(evidence(index, p) for p in sorted(chosen.values(), key=lambda p: p.quote.start))


CHECK = Check(
    "OV02",
    "overlap.benefit",
    "overlap",
    "benefit",
    "同一需要两份待遇",
    Severity.ERROR,
    "救助资源统筹使用，避免重复救助和遗漏（社会救助暂行办法第二条“与其他社会保障制度相衔接”）。",
    "写明两项待遇能否同时享受。",
    Route.CONSULTATION,
    find,
)
