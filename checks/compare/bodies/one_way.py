"""People or papers that one department hands over to another, whose own rules know of no such hand-over.

移交县教育局安排入学, in a notice of the disabled federation alone, binds nobody at the education bureau: where its own
rules on that aid have people come by themselves, whoever is handed over falls between the two. Quiet where the text is
the government's, or the other body's as well, where any rule that it leads speaks of taking over or of linking, and
where no text of the run shows how it works.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checks.bodies import AT_LARGE, COORDINATING, is_department
from checks.compare.ground.agencies import agencies_in
from checks.compare.ground.norms import Norm, norms_of
from checks.compare.ground.topics import LOOSE, aid_named
from checks.places import beside, is_duty_list
from kg.coverage import CoverageIndex
from kg.enums import Role
from kg.model import Provision, Reading
from ontology.cues import Setting

_LINK = Setting("one-way")


@dataclass(frozen=True, slots=True)
class OneWay:
    """`norm` hands people over to `target`, which runs `aid` as `runs` says."""

    norm: Norm
    target: str
    aid: str
    runs: Provision


def one_way(index: CoverageIndex, reading: Reading) -> Iterator[OneWay]:
    """Hand-overs of a text to a body that nothing tells to take over, the first to each."""
    issuers = frozenset(reading.document.issuer_ids)
    if not issuers or issuers & (AT_LARGE | COORDINATING) or is_duty_list(reading):
        return
    told: set[str] = set()
    for norm in norms_of(reading):
        for target in _targets(index, norm):
            if target in issuers | told or _takes_part(norm, reading, target):
                continue
            if found := _run_by(index, reading, norm, target):
                told.add(target)
                yield OneWay(norm, target, *found)


def _targets(index: CoverageIndex, norm: Norm) -> Iterator[str]:
    """The departments that a norm hands people over to, for something they are to do."""
    for match in _LINK.all("handed", norm.text):
        named = [a for start, _, a in agencies_in(norm.text) if match.start() <= start < match.end()]
        yield from (a for a in named if is_department(index.vocabulary, a))


def _takes_part(norm: Norm, reading: Reading, target: str) -> bool:
    """Whether the text has the other body do something of its own accord, or the two act together."""
    joint = _LINK.has("present", norm.prior + norm.text)
    leads = (p for p in reading.provisions if p not in norm.provisions)
    return joint or any(target in p.agencies(Role.LEAD) | p.agencies(Role.JOINT) for p in leads)


def _run_by(index: CoverageIndex, reading: Reading, norm: Norm, target: str) -> tuple[str, Provision] | None:
    """The aid of the hand-over that the other body runs by its own rules, with a clause of them; None if linked."""
    found: tuple[str, Provision] | None = None
    aids = (norm.aid | aid_named(norm.text)) - LOOSE
    for other in beside(index, reading):
        runs = [(a, p) for p in other.provisions if target in p.agencies(Role.LEAD) for a in p.aid if a in aids]
        if runs and any(_LINK.has("kept", n.text) for n in norms_of(other)):
            return None
        found = found or next(iter(runs), None)
    return found
