"""上位规定的对象，本文件没有覆盖。

A higher text grants an aid to classes of people that an authority recognises (特困, 低保, 低保边缘 …); a text that
deals out the same aid and lists its own classes leaves one out. Whoever belongs to it stands before a closed window.
Quiet where the class, or a loose word that may hold it, stands in the list; and where the text has no list of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import chain, product

from checks.base import Check, Hit, Looked, Outcome, Route, Severity, Skip
from checks.compare.ground.alignment import aids_apart, matches, one_subject
from checks.compare.ground.listings import shorter
from checks.compare.ground.lists import items_beside
from checks.compare.ground.norms import Norm, norms_of
from checks.compare.ground.windows import groups_in
from checks.compare.people import by_rule
from checks.compare.people.aged_out import aged_out
from checks.compare.people.branches import branches_left_out
from checks.compare.people.cases_denied import cases_denied
from checks.compare.people.circles import cases_left_out, classes_left_out
from checks.compare.people.defined_cases import defined_by_some
from checks.compare.people.disability import grades_left_out, kinds_denied, kinds_left_out, kinds_not_listed
from checks.compare.people.dropped import dropped
from checks.compare.people.kinds import is_one_kind
from checks.compare.people.left_out import in_one, is_about, left_out, left_out_of_own, outside_scope, told_first
from checks.compare.people.narrower import as_case, narrower_in_words
from checks.compare.people.one_place import one_place_only
from checks.compare.people.rolls import unnamed
from checks.compare.people.scopes import (
    covered,
    defines,
    grants,
    named_with,
    not_of_duties,
    of_own_aid_apart,
    open_ended,
    own_people,
    scopes,
    strata,
    strata_of,
    titled_for,
    under_an_old_name,
)
from checks.compare.people.shut_out import shut_out
from checks.compare.people.stages import stages_between
from checks.compare.people.strata import of_one_stratum, of_others, strata_in
from checks.compare.people.suspended import waiting
from checks.compare.people.titled import of_no_title, of_title, passed_over
from checks.compare.people.unpriced import unpriced
from checks.places import beside, is_duty_list, same_tier, under_review
from checks.speech import clip, people
from kg.coverage import CoverageIndex
from kg.enums import Rank, Verdict
from kg.model import Groups, Provision, Reading
from kg.standing import SCALE, Standing

_OWN_AID = frozenset({"tekun"})  # whoever is 特困 has 特困供养, never 低保: named beside it


def find(index: CoverageIndex) -> Iterator[Outcome]:
    """Classes that a higher text entitles and the text under review, with a list of its own, does not name."""
    for reading in under_review(index):
        told: set[tuple[str, str]] = set()  # aid, class
        hits: list[Hit] = []
        for outcome in _by_scope(index, reading):
            if isinstance(outcome, Hit):
                told |= set(product(outcome.aid, outcome.groups.ids()))
                hits.append(outcome)
            else:
                yield outcome
        for left in () if is_duty_list(reading) else unpriced(index, norms_of(reading)):
            yield left_out_of_own(index, left)
        above = [r for r in beside(index, reading) if index.relation(r.document, reading.document) is Standing.HIGHER]
        for higher in above:
            hits += _side_by_side(index, reading, higher, told)
        for higher in sorted(above, key=lambda r: SCALE[r.document.rank or Rank.NORMATIVE]):
            if is_one_kind(reading.document, higher.document):
                yield Skip("只规定上位文件所分的一类事项")
            else:
                _shorter_lists(index, reading, higher, hits)
        yield from in_one(hits)


def _by_scope(index: CoverageIndex, reading: Reading) -> Iterator[Outcome]:
    """Classes left out of all that a text about an aid says on whom it is for."""
    if is_duty_list(reading):
        return
    for aid, scope in scopes(index, reading).items():
        for higher in beside(index, reading):
            if same_tier(index, reading.document, higher.document) is not Verdict.NO:
                yield Skip("同级文件各有对象")
            elif titled_for(reading.document) - {aid}:
                yield Skip("标题只写一类对象")
            elif index.relation(higher.document, reading.document) is Standing.HIGHER:
                yield Looked(pairs=1)
                yield from _left_out(index, reading, aid, scope, higher)


def _side_by_side(index: CoverageIndex, reading: Reading, higher: Reading, told: set[tuple[str, str]]) -> Iterator[Hit]:
    """Classes and cases left out of a norm that rules the same matter as one of the higher text."""
    mine, theirs = norms_of(reading), norms_of(higher)
    for match, classes in classes_left_out(index, mine, theirs):
        alone = by_rule.shuts_out_rest(mine, match.a)  # of what this line gives, whatever is said elsewhere
        kin = [p for p in reading.provisions if set(p.aid) & (match.a.aid | match.b.aid)] if not alone else []
        about = (match.a.aid & match.b.aid) or match.a.aid or match.b.aid
        listed = (match.a, *items_beside(mine, match.a))
        line = [n for n in mine if alone and n.line == match.a.line and n is not match.a]
        line += [m.a for m in matches(index, mine, theirs) if alone and m.b is match.b]
        own = (*kin, *(p for n in (*listed, *line) for p in n.provisions))
        known = {s for p in own for s in (*strata(p), *p.groups.ids())} | {s for aid, s in told if aid in about}
        wanted = of_title(reading.document, match.a.people.ids(), classes - known - match.b.aid)
        unnamed = (m for m in sorted(wanted) if not under_an_old_name(index, m, own))
        missing = [m for m in unnamed if not by_rule.by_own_rule(reading, m)]
        groups = Groups.of((m,) for m in missing)
        beside = match.b.people.ids() if alone else frozenset()
        held = covered(index, groups, match.a.provisions, beside) or by_rule.rest_by_rule(mine, match.a)
        if missing and not held and not by_rule.served_beside(index, reading, match.a.aid | match.b.aid, missing):
            told |= set(product(about, missing))
            named = (n for n in items_beside(theirs, match.b) if groups_in(n.text).ids() & set(missing))
            rest = by_rule.said_of_rest(mine, match.a) if alone else ()
            yield left_out(index, (*listed, *rest), (match.b, *named), people(index, groups), groups)
    fewer = list(_fewer_kinds(index, mine, theirs))
    yield from (*fewer, *waiting(index, mine, theirs))
    for placed, above, others in one_place_only(index, mine, theirs):
        if not placed.aid & {aid for aid, _ in told}:
            yield left_out(index, (placed,), (above,), people(index, others), others)
    for given, above, groups in passed_over(index, reading, theirs):
        if not any(is_about(hit, given) for hit in fewer):
            yield left_out(index, (given,), (above,), people(index, groups), groups)
    for out in (x for x in shut_out(index, mine, theirs) if not any(is_about(hit, x.mine) for hit in fewer)):
        yield left_out(index, (out.mine,), (out.theirs,), out.who, groups_in(out.who))
    cases = list(_cases_out(index, mine, theirs))
    yield from cases
    for some, case in defined_by_some(index, mine, theirs):
        if not any(is_about(hit, some[0]) for hit in (*fewer, *cases)):
            who = "、".join(as_case(n) for n in case[1:])
            yield left_out(index, some, case, f"{who}的情形", Groups())
    for a, b, who in aged_out(index, mine, theirs):
        if not any(is_about(hit, a) for hit in (*fewer, *cases)):
            yield replace(left_out(index, (a,), (b,), who, Groups()), severity=Severity.WARNING)
    for a, b, denied in cases_denied(index, mine, theirs):
        if not any(is_about(hit, a) for hit in (*fewer, *cases)):
            yield replace(left_out(index, (a,), (b,), f"“{denied}”的情形", Groups()), severity=Severity.WARNING)


def _cases_out(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Hit]:
    """Cases of a list that the draft has in part."""
    cases = (x for x in cases_left_out(index, mine, theirs) if not of_one_stratum(x.mine[0], x.cases, theirs))
    for left in (x for x in cases if not by_rule.rest_by_rule(mine, x.mine[0])):
        who = "、".join(as_case(n) for n in left.cases)
        yield left_out(index, left.mine, (left.stem, *left.cases), who, Groups())


def _fewer_kinds(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Hit]:
    """People told in narrower words, stages of schooling, and kinds and grades of disability that a norm leaves out."""
    yield from (
        replace(left_out(index, ours, above, who, Groups()), severity=Severity.WARNING)
        for ours, above, who in narrower_in_words(index, mine, theirs)
    )
    for a, b, stage in stages_between(index, mine, theirs):
        yield replace(left_out(index, (a,), (b,), f"{stage}阶段的学生", Groups()), severity=Severity.WARNING)
    ways = (grades_left_out, kinds_left_out, kinds_not_listed, kinds_denied, branches_left_out)
    for a, b, kinds in chain.from_iterable(find(index, mine, theirs) for find in ways):
        yield left_out(index, (a, *by_rule.said_of_rest(mine, a)), (b,), f"{kinds}的人员", Groups())


def _shorter_lists(index: CoverageIndex, reading: Reading, higher: Reading, told: list[Hit]) -> None:
    """Adds the lists inside a sentence that the text has shorter than the higher one, of which nothing is told yet.

    A list of duties names work, not whom or what an aid is for.
    """
    mine, theirs = not_of_duties(reading, norms_of(reading)), norms_of(higher)
    for found in shorter(mine, theirs, partial(one_subject, index)):
        ours, above = (strata_in(n.text) for n in (found.mine[0], found.theirs[0]))
        apart = not ours & above or aids_apart(index, found.mine[0], found.theirs[0])  # rolls are listed for every aid
        if (
            (ours and above and apart)
            or of_others(found.mine[0], found.theirs[0])
            or of_own_aid_apart(index, found.mine[0], found.theirs[0])
            or by_rule.rest_by_rule(mine, found.mine[0])
            or of_no_title(reading.document, ours, found.cases)
            or all(by_rule.has_its_own_rule(reading, n.text) for n in found.cases)
        ):
            continue
        who = "、".join(f"“{clip(n.text, 24)}”" for n in found.cases)
        if not any(who in hit.message or is_about(hit, found.mine[0]) for hit in told):
            told.append(left_out(index, told_first(mine, found.mine), (*found.theirs, *found.cases), who, Groups()))
    for roll in () if is_duty_list(reading) or titled_for(reading.document) else unnamed(index, mine, theirs):
        about, missing = roll.mine[0].aid | roll.theirs[0].aid, sorted(roll.groups.ids())
        served = bool(missing) and by_rule.served_beside(index, reading, about, missing)
        if not served and not any(is_about(hit, n) for hit in told for n in roll.mine):
            named = (*((people(index, roll.groups),) if roll.groups else ()), *(f"“{w}”" for w in roll.words))
            told.append(left_out(index, roll.mine, roll.theirs, "、".join(named), roll.groups))
    for one in () if is_duty_list(reading) else dropped(index, mine, theirs):
        if not any(is_about(hit, one.mine) for hit in told) and not by_rule.rest_by_rule(mine, one.mine):
            who = "、".join(f"“{m}”" for m in one.members)
            told.append(left_out(index, (one.mine,), (one.theirs,), who, groups_in(who)))


def _left_out(
    index: CoverageIndex, reading: Reading, aid: str, scope: list[Provision], higher: Reading
) -> Iterator[Outcome]:
    mine = [p for p in reading.provisions if aid in p.aid or not p.aid]
    listed = frozenset(s for p in mine for s in strata(p)) | {aid}  # 低保 is for 低保对象, 特困供养 for 特困人员
    missing: dict[str, list[Provision]] = {}
    listed |= groups_in("，".join({p.locator for p in reading.provisions})).ids()  # served under a heading of its own
    special = own_people(index, scope)
    own = {s for p in scope for s in strata(p)}
    shared = aid in own  # a programme for classes that the higher text does not name is another one
    for grant in higher.provisions:
        if (aid in grant.aid and grants(grant)) or defines(higher, aid, grant):
            named = strata(grant) if not special else strata_of(grant, special)
            shared |= bool(named & own)
            for stratum in named - listed - (_OWN_AID if aid == "dibao" else frozenset()):
                missing.setdefault(stratum, []).append(grant)
    for stratum, given in sorted(missing.items()) if shared else ():
        wanted = named_with(given, stratum)
        renamed = under_an_old_name(index, stratum, [p for p in (*scope, *mine) if aid in p.aid])
        held = renamed or covered(index, wanted, scope) or open_ended(reading, scope)
        if by_rule.by_own_rule(reading, stratum):
            yield Skip("本文件写明按另外的专门规定办理")
        elif held or by_rule.scope_by_rule(index, reading, scope):
            yield Skip("可能由泛称对象覆盖")
        else:
            yield outside_scope(index, reading, aid, scope, given, wanted)


CHECK = Check(
    "GP02",
    "gap.uncovered",
    "gap",
    "uncovered",
    "上位规定的对象没有覆盖",
    Severity.ERROR,
    "下级文件落实上位规定，不得缩小受助对象范围（立法法第九十一、九十三条：没有上位依据不得减损公民权利）。",
    "补充遗漏的对象。",
    Route.LEGALITY,
    find,
)
