"""Who gives a benefit, and whether two are one: of one body, told twice, or under one name."""

from __future__ import annotations

import re

from checks.bodies import is_department
from checks.callings import two_by_name
from checks.compare.ground.marks import line_span
from checks.compare.ground.topics import LOOSE
from checks.grants import Grant
from checks.programmes import Programme
from kg.coverage import CoverageIndex
from kg.enums import Level, Role, Verdict
from ontology.wording import wordings

_OTHER_LEVEL = re.compile(
    r"(?:国家|省|市|上)(?:定|级|里|政府|确定|规定|统一)[^，。；]{0,12}(?:补贴|补助|津贴|标准|政策|基础)"
    r"|提标|提高标准|配套"
)


def one_benefit(index: CoverageIndex, a: Grant, b: Grant) -> bool:
    """Whether two grants of one body are one benefit said twice: of kin aid, or for circles that do not cross."""
    x, y = a.programme.aid, b.programme.aid
    kin = x == y or index.aids.inside(x, y) or index.aids.inside(y, x)
    if two_by_name(a, b) or not (kin or {x, y} & {"", *LOOSE}):
        return False
    holds = index.groups.contains(a.groups, b.groups) | index.groups.contains(b.groups, a.groups)
    return kin or holds is not Verdict.NO


def one_runner(index: CoverageIndex, a: Programme, b: Programme) -> bool:
    """Whether one body gives both, and in one manner."""
    mine, theirs = (set(p.reading.document.issuer_ids) for p in (a, b))
    one = _runners(index, a) & _runners(index, b) or (mine and mine == theirs)
    return bool(one) and a.relieves == b.relieves


def one_giver(index: CoverageIndex, a: Grant, b: Grant) -> bool:
    """Whether one body gives both grants: departments that issue each its own rules for it are two."""
    issuers = [frozenset(g.reading.document.issuer_ids) for g in (a, b)]
    apart = (
        all(issuers)
        and not issuers[0] & issuers[1]
        and all(is_department(index.vocabulary, x) for x in issuers[0] | issuers[1])
    )
    if apart or a.manner != b.manner:
        return False
    mine, theirs = _payers(index, a), _payers(index, b)
    if mine and theirs and (issuers[0] != issuers[1] or not issuers[0]):
        return bool(mine & theirs)
    return one_runner(index, a.programme, b.programme)


def of_city_and_county(a: Grant, b: Grant) -> bool:
    """Whether a city and a county give each its own fixed sum, by departments of two lines or by two names."""
    levels = {g.reading.document.level for g in (a, b)}
    sums = [[x for x in g.provision.parameters if x.unit.startswith("元") and x.op == "="] for g in (a, b)]
    if levels != {Level.COUNTY, Level.PREFECTURE} or not all(sums) or a.manner != "cash" or b.manner != "cash":
        return False
    if _tops_up(a) or _tops_up(b):
        return False
    apart = a.programme.leads and b.programme.leads and not a.programme.leads & b.programme.leads
    return bool(apart) or two_by_name(a, b)


def _tops_up(grant: Grant) -> bool:
    """Whether the text of a grant speaks of what another level gives."""
    return _OTHER_LEVEL.search(grant.own_words) is not None


def _payers(index: CoverageIndex, grant: Grant) -> frozenset[str]:
    """The departments or mass organisations whose clauses decide on a grant or pay it, those of its own line first."""
    start, end = line_span(grant.reading.document.text, grant.provision.quote.start)
    said = [p for p in grant.programme.provisions if {"pay", "decide"} & set(p.functions)]
    near = [p for p in said if start <= p.quote.start < end]
    purses = wordings()["own-supervision"]
    for clauses in (near, said):
        found = (x for p in clauses for x in p.agencies(Role.LEAD) if x not in purses)
        if bodies := frozenset(x for x in found if is_department(index.vocabulary, x)):
            return bodies
    return frozenset()


def _runners(index: CoverageIndex, programme: Programme) -> frozenset[str]:
    """The departments or mass organisations that run a programme: those whose clause gives each of its grants, else all
    that lead something in it; who holds the purse for all is left out.
    """
    giving = [g.agencies(Role.LEAD) for g in programme.grants]
    leads = frozenset().union(*giving) if all(giving) else programme.leads
    purses = wordings()["own-supervision"]
    return frozenset(a for a in leads if is_department(index.vocabulary, a) and a not in purses)
