"""What is said of people left out: whom the text above names or entitles, and a class of the text's own scope."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from checks.base import Hit, Route, Slot, evidence
from checks.compare.ground.agencies import agencies_of
from checks.compare.ground.norms import Norm
from checks.compare.ground.windows import groups_in, numbers_of
from checks.compare.outcome.hits import at_place, places
from checks.compare.people.scopes import defines, draws, groups_of, strata
from checks.compare.people.unpriced import Unpriced
from checks.places import title
from checks.speech import aid_name, at, clip, people
from kg.coverage import CoverageIndex
from kg.model import Groups, Provision, Reading


def left_out(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...], who: str, groups: Groups) -> Hit:
    """People whom the text above names and this one does not."""
    a, b = mine[0], theirs[0]
    return Hit(
        (*a.ids, *b.ids, who),
        f"{at_place(index, b)}“{clip(b.text, 30)}”包括{who}，{at_place(index, a)}“{clip(a.text, 30)}”没有包括。",
        places(index, (*mine, *theirs)),
        differs=(Slot("groups", a=clip(a.text), b=who),),
        agencies=agencies_of(a),
        groups=groups,
        aid=tuple(sorted(a.aid | b.aid)),
        suggestion=f"在对象中补充{who}，或者写明由哪份文件覆盖。",
    )


def told_first(norms: tuple[Norm, ...], told: tuple[Norm, ...]) -> tuple[Norm, ...]:
    """The norms `told`; before a number dealt out to some people, where the text first says whom it is for."""
    people = groups_in(told[0].text).ids() if numbers_of(told[0]) else frozenset()
    before = (n for n in norms if people and n.start < told[0].start and not numbers_of(n))
    return (*islice((n for n in before if people <= groups_in(n.text).ids()), 1), *told)


def left_out_of_own(index: CoverageIndex, left: Unpriced) -> Hit:
    """A class of the text's own scope that gets nothing."""
    who, rule = left.who or people(index, left.groups), left.rules[0]
    return Hit(
        (*left.scope.ids, *rule.ids, who),
        f"{at_place(index, left.scope)}“{clip(left.scope.text, 30)}”包括{who}，"
        f"{at_place(index, rule)}“{clip(rule.text, 30)}”的标准没有包括。",
        places(index, (left.scope, *left.rules[:4])),
        differs=(Slot("groups", a=clip(rule.text), b=who),),
        agencies=agencies_of(left.scope),
        groups=left.groups,
        aid=tuple(sorted(left.scope.aid | rule.aid)),
        suggestion=f"写明{who}的标准，或者在适用范围中删去。",
        route=Route.DRAFTER,
    )


def outside_scope(
    index: CoverageIndex, reading: Reading, aid: str, scope: list[Provision], given: list[Provision], wanted: Groups
) -> Hit:
    """Classes that provisions of the text above entitle to an aid, and that a scope does not name."""
    above = index.documents[given[0].document]
    given = sorted(given, key=lambda p: (not draws(p, aid), -len(strata(p))))
    drawn = [p for p in reading.provisions if p not in scope and defines(reading, aid, p)]
    return Hit(
        (aid, *(f"{'+'.join(g)}" for g in wanted)),
        f"{title(above)}{given[0].locator}规定{people(index, wanted)}可以获得{aid_name(index, aid)}，"
        f"{at(index, (*drawn, *scope)[0])}的对象没有包括。",
        tuple(evidence(index, p) for p in (*drawn[:1], *scope[:3], *given[:2])),
        same=(Slot("aid", aid),),
        differs=(Slot("groups", a=people(index, groups_of(scope)), b=people(index, wanted)),),
        agencies=tuple(dict.fromkeys(a for p in scope for a in sorted(p.agencies()))) or reading.document.issuer_ids,
        groups=wanted,
        aid=(aid,),
        suggestion=f"在对象中补充{people(index, wanted)}，或者写明由哪份文件覆盖。",
        witness=index.groups.witness(index.groups.extent(wanted).sure or index.groups.extent(wanted).possible),
    )


def is_about(hit: Hit, norm: Norm) -> bool:
    """Whether a hit quotes the norm of the text under review."""
    spans = ((e.quote.start, e.quote.end) for e in hit.evidence if e.quote.document == norm.document)
    return any(start < norm.end and norm.start < end for start, end in spans)


def in_one(hits: list[Hit]) -> Iterator[Hit]:
    """The same people left out at the same place told once, with every text above that names them."""
    found: dict[tuple[object, ...], Hit] = {}
    for hit in hits:
        name = hit.evidence[0].quote.document
        here = tuple(e.quote for e in hit.evidence if e.quote.document == name)
        key = (here, hit.same, tuple(slot.b for slot in hit.differs))
        first = found.get(key)
        more = tuple(e for e in hit.evidence if first and e not in first.evidence)
        found[key] = replace(first, evidence=(*first.evidence, *more)) if first else hit
    yield from found.values()
