"""衔接职责只写了一方。

Two schemes meet only where both bodies are told to: 衔接 written for one of them, with no partner named, stays a wish.
Quiet where the clause names its partner, where the other side has a linkage duty too, and where one body runs both. So
is a hand-over to, or a linkage with, a body whose own rules have nobody take over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Check, Hit, Looked, Material, Outcome, Route, Severity, Skip, Slot, evidence
from checks.beneficiaries import recognises
from checks.bodies import is_authority, is_named
from checks.compare.bodies.linked_alone import LinkedAlone, linked_alone
from checks.compare.bodies.one_way import OneWay, one_way
from checks.compare.ground.agencies import agencies_of
from checks.compare.ground.topics import aid_named
from checks.compare.outcome.hits import at_place, clip, places
from checks.places import under_review
from checks.speech import aid_name, at, bodies, who
from kg.coverage import CoverageIndex, Duty
from kg.enums import Role, Verdict
from kg.model import Provision

_LINK = re.compile(
    r"衔接(?!资金|补助|推进|项目|贷款)|双向(?:交换|流动|转介|转接|比对|推送|共享|互通|互认|互转|认定)|(?:相互|互相)(?:交换|推送|转介|转接|认定|通报|比对|转换)|名单(?:交换|互换|互通|比对)|互认|互转"
)
_RUNS = frozenset({"implement", "pay", "decide", "service", "policy"})


def find(index: CoverageIndex) -> Iterator[Outcome]:
    """Linkage duties whose other side has none."""
    reviewed = {r.document.name for r in under_review(index)}
    done: set[str] = set()
    for duty in index.duties:
        if duty.document.name not in reviewed or duty.provision.id in done or not links(index, duty):
            continue
        done.add(duty.provision.id)
        yield Looked(cells=1)
        if any(is_named(p) for p in duty.partners):
            yield Skip("条款已写明衔接的另一方")
            continue
        for aid, owners in other_side(index, duty).items():
            if any(answers(index, owner, aid) for owner in owners):
                yield Skip("另一方也有衔接职责")
            else:
                yield _hit(index, duty, aid, owners)
                break
    for reading in under_review(index):
        yield from (_one_way(index, found) for found in one_way(index, reading) if found.norm.provisions)
        yield from (_alone(index, found) for found in linked_alone(index, reading))


def links(index: CoverageIndex, duty: Duty) -> bool:
    """Whether a department leads a linkage of named aid types."""
    leads = duty.role is Role.LEAD and is_authority(index.vocabulary, duty.agency)
    return leads and bool(_LINK.search(duty.provision.quote.text) and duty.provision.aid)


def other_side(index: CoverageIndex, duty: Duty) -> dict[str, frozenset[str]]:
    """Aid types that the clause names (入学衔接 names none) and other departments run, with those departments."""
    found: dict[str, frozenset[str]] = {}
    named = aid_named(duty.provision.quote.text)
    for aid in (x for x in duty.provision.aid if x in named):
        owners = {d.agency for d in index.duties if _runs(index, d, aid)}
        if owners and duty.agency not in owners:
            found[aid] = frozenset(owners)
    return found


def answers(index: CoverageIndex, owner: str, aid: str) -> bool:
    """Whether the other body has a linkage duty for the aid."""
    linking = [p for p in index.provisions if _LINK.search(p.quote.text) and owner in p.agencies()]
    return any(index.aids.meets(aid, x) is not Verdict.NO for p in linking for x in p.aid)


def _runs(index: CoverageIndex, duty: Duty, aid: str) -> bool:
    runs = duty.role is Role.LEAD and duty.function in _RUNS and is_authority(index.vocabulary, duty.agency)
    own = index.aids.meets(duty.aid, aid) is Verdict.YES or recognises(duty, aid)
    return runs and own and not _LINK.search(duty.provision.quote.text)


def _run_by(index: CoverageIndex, owners: frozenset[str], aid: str) -> Provision | None:
    return next((d.provision for d in index.duties if d.agency in owners and _runs(index, d, aid)), None)


def _hit(index: CoverageIndex, duty: Duty, aid: str, owners: frozenset[str]) -> Hit:
    other = _run_by(index, owners, aid)
    name = aid_name(index, aid)
    places = (evidence(index, duty.provision), *((evidence(index, other),) if other else ()))
    return Hit(
        (duty.provision.id, aid),
        f"{at(index, duty.provision)}只要求{who(duty)}做好与{name}的衔接，没有写明与谁衔接；"
        f"负责{name}的{bodies(index, sorted(owners))}没有相应的衔接职责。",
        places,
        same=(Slot("aid", aid),),
        differs=(Slot("agency", a=duty.agency, b="、".join(sorted(owners))),),
        agencies=(duty.agency, *sorted(owners)),
        aid=duty.provision.aid,
        suggestion=f"写明“会同{bodies(index, sorted(owners))}”，或者在其职责中对应增加衔接内容。",
    )


def _one_way(index: CoverageIndex, found: OneWay) -> Hit:
    norm, runs = found.norm, found.runs
    name, body = aid_name(index, found.aid), bodies(index, (found.target,))
    return Hit(
        (*norm.ids, found.target),
        f"{at_place(index, norm)}要求移交{body}（“{clip(norm.text, 30)}”），"
        f"但负责{name}的{body}没有接收、衔接的职责（{at(index, runs)}“{clip(runs.quote.text, 24)}”）。",
        (*places(index, (norm,)), evidence(index, runs)),
        same=(Slot("aid", found.aid),),
        differs=(Slot("agency", a="、".join(agencies_of(norm)), b=found.target),),
        agencies=(*agencies_of(norm), found.target),
        groups=norm.people,
        aid=(found.aid,),
        suggestion=f"与{body}联合印发，或者在其规定中对应增加接收和安排的职责。",
    )


def _alone(index: CoverageIndex, found: LinkedAlone) -> Hit:
    norm = found.norm
    return Hit(
        (*norm.ids, found.body),
        f"{at_place(index, norm)}要求与{found.body}衔接（“{clip(norm.text, 30)}”），"
        f"但{found.body}自己的职责、规定中没有接收、衔接的内容，义务只在一方。",
        places(index, (norm, *found.theirs)),
        differs=(Slot("agency", a="、".join(agencies_of(norm)), b=found.body),),
        agencies=agencies_of(norm),
        groups=norm.people,
        aid=tuple(sorted(norm.aid)),
        suggestion=f"在{found.body}的职责中对应增加接收、衔接的内容，并写明时限、手续和费用由谁承担。",
    )


CHECK = Check(
    "GP10",
    "gap.missing-element.link",
    "gap",
    "missing-element",
    "衔接职责只写了一方",
    Severity.WARNING,
    "制度衔接需要双方：只写一方的，另一方没有义务配合。",
    "写明衔接的另一方。",
    Route.CONSULTATION,
    find,
    (Material.DUTIES,),
)
