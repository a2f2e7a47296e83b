"""Aids that a draft hands to one body as a whole (负责全县临时救助工作), while in force another one decides on them.

Who decides on an application is named step by step above; a draft that makes another department responsible for all of
the aid takes the decision from it without saying so. The other way round, a body that led an aid before a dated
transfer leads no step of it where what is in force gives the whole to the one that has it now. Quiet where either text
has the other body take part in the aid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from checks.bodies import is_department
from checks.compare.bodies.accounts import accounts
from checks.compare.bodies.cases import recognises
from checks.compare.bodies.founded import founded
from checks.compare.bodies.leads import binding, bound_by, drafted, leads_by_itself
from checks.compare.bodies.swaps import leads_alone, swaps, undone
from checks.compare.bodies.taken import taken_over
from checks.compare.bodies.undertakings import PURSES
from checks.compare.bodies.works import moved_works, one_work
from checks.compare.ground.agencies import names
from checks.compare.ground.custody import handled_in, one_handled
from checks.compare.ground.topics import aid_named
from checks.compare.money.precedence import still_in_need
from checks.places import levels_differ
from kg.coverage import CoverageIndex, Duty, Pair
from kg.enums import Role
from ontology.wording import wordings

_WHOLE = re.compile(
    r"(?:负责|主管|统筹|承担|牵头)[^，。；、和与及]{0,8}?(?P<aid>[^，。；、和与及]{2,14}?)(?:管理)?工作(?=[，。；]|$)"
    r"|(?P<passive>[^，。；、和与及]{2,14}?)工作，?由[^，。；]{2,20}(?:主管|统一负责|负责|牵头)"
)
_CHARGED = re.compile(r"负责|主管|牵头|承担|审批|核定|发放")
_OF_ALL = re.compile(
    r"(?:负责|主管)(?:全[国省市县区州旗]|本行政区域|本级|辖区)?(?:内)?的?[^，。；、和与及]{2,12}工作(?=[，。；]|$)"
)


def elsewhere(index: CoverageIndex, vague: frozenset[str]) -> Iterator[tuple[Pair, bool]]:
    """Leads of the draft in what another body leads in force, and whether it is a work known by its name.

    They have changed places, found what another founds, or take over an aid or a step of it, whose body then helps.
    """
    given = chain(swaps(index), founded(index), wholly(index, vague), lost(index), taken_over(index))
    yield from ((pair, False) for pair in chain(given, handled(index), accounts(index)))
    yield from ((pair, True) for pair in in_works(index))


def wholly(index: CoverageIndex, vague: frozenset[str]) -> Iterator[Pair]:
    """Leads of the draft in the whole of an aid, beside other departments that decide on it in what binds the draft."""
    mine = [d for d in drafted(index) if d.aid not in vague and _leads_all(index, d)]
    aids = {d.aid for d in mine} - set(wordings()["broad-aid"])
    theirs = [d for d in bound_by(index) if d.aid in aids and d.function == "decide" and leads_by_itself(index, d)]
    for a in mine:
        for b in theirs:
            if a.aid == b.aid and a.agency != b.agency and not levels_differ(a, b) and _strangers(index, a, b):
                yield index.laid_side_by_side(a, b)


def lost(index: CoverageIndex) -> Iterator[Pair]:
    """Leads of the draft in steps of an aid that its body has lost to the one that leads the whole of it."""
    mine = [d for d in drafted(index) if d.provision.aid == (d.aid,) and _in_charge(index, d)]
    aids = {d.aid for d in mine}
    theirs = [d for d in bound_by(index) if d.aid in aids and _OF_ALL.search(d.provision.quote.text)]
    for a in mine:
        for b in theirs:
            one = a.aid == b.aid and a.agency != b.agency and not levels_differ(a, b)
            stranger = one and not recognises(a) and not _shares(index, b, a.document.name) and leads_alone(index, b)
            if stranger and not still_in_need(a.provision.quote.text) and undone(index, a, b):
                yield index.laid_side_by_side(a, b)


def _in_charge(index: CoverageIndex, duty: Duty) -> bool:
    return leads_alone(index, duty) and _CHARGED.search(duty.provision.quote.text) is not None


def _leads_all(index: CoverageIndex, duty: Duty) -> bool:
    said = _WHOLE.search(duty.provision.quote.text)
    named = aid_named(said["aid"] or said["passive"]) if said else frozenset()
    return duty.aid in named and leads_by_itself(index, duty)


def _strangers(index: CoverageIndex, a: Duty, b: Duty) -> bool:
    """Whether neither text has the other's body lead in the aid, or share in it."""
    return not _shares(index, a, b.document.name) and not _shares(index, b, a.document.name)


def _shares(index: CoverageIndex, duty: Duty, name: str) -> bool:
    there = index.duties_by_document.get(name, ())
    return any(d.agency == duty.agency and d.aid == duty.aid and d.role in (Role.LEAD, Role.JOINT) for d in there)


def handled(index: CoverageIndex) -> Iterator[Pair]:
    """Things that the draft has another department deal out or run (救灾物资的分配) than what binds it does."""
    mine = [d for d in drafted(index) if _handles(index, d)]
    theirs = [d for d in bound_by(index) if _handles(index, d)] if mine else []
    for a in mine:
        for b in (d for d in theirs if one_handled(a, d) and a.agency != d.agency and not levels_differ(a, d)):
            both = any(d.agency == a.agency and one_handled(d, b) for d in theirs)
            both = both or any(d.agency == b.agency and one_handled(d, a) for d in mine)
            if not both and not names(a, b.agency) and not names(b, a.agency):
                yield index.laid_side_by_side(a, b)


def _handles(index: CoverageIndex, duty: Duty) -> bool:
    """Whether one department alone, not the treasury, deals out or runs a thing."""
    alone = duty.role is Role.LEAD and duty.provision.agencies(Role.LEAD) == {duty.agency}
    body = is_department(index.vocabulary, duty.agency) and duty.agency not in PURSES
    return alone and body and bool(handled_in(duty.provision.quote.text))


def in_works(index: CoverageIndex) -> Iterator[Pair]:
    """Works known by their name (家庭经济状况核对, 辅助器具适配) that the draft has another department carry out."""
    for a, b in moved_works(index.draft, binding(index)) if index.draft else ():
        departments = is_department(index.vocabulary, a.agency) and is_department(index.vocabulary, b.agency)
        strangers = departments and not names(a, b.agency) and not names(b, a.agency) and not levels_differ(a, b)
        if strangers and not _carries_out(index, a, b.document.name) and not _carries_out(index, b, a.document.name):
            yield index.laid_side_by_side(a, b)


def _carries_out(index: CoverageIndex, duty: Duty, name: str) -> bool:
    """Whether another text has the body carry out the work as well."""
    there = index.duties_by_document.get(name, ())
    return any(d.agency == duty.agency and d.role in (Role.LEAD, Role.JOINT) and one_work(d, duty) for d in there)
