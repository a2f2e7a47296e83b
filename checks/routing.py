"""Where a finding goes in the consultation process, and whom to invite.

A check names the usual route of its kind, a hit may name another. Participants are the bodies the finding is about,
as far as they can sit at the table: a vague 有关部门, a government as such or a village committee cannot, and each
route brings the body that keeps its track (legality review: the justice department; statutory powers: staffing).
"""

from __future__ import annotations

from checks.base import Check, Hit, Route
from ontology.vocabulary import Vocabulary

_KEEPERS = {
    Route.LEGALITY: ("justice",),
    Route.STAFFING: ("staffing",),
    Route.OFFICE: ("leading-office",),
    Route.JOINT_CONFERENCE: ("leading-office",),
}
_NOT_INVITED = frozenset(
    {"unresolved", "other-body", "government", "township", "village", "member-units", "state-council", "employer"}
)


def route_of(check: Check, hit: Hit) -> Route:
    """The hit's own route, or the usual one of its check."""
    return hit.route or check.route


def participants(route: Route, hit: Hit, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Agency ids to invite: those concerned (not for a matter of wording), then the keepers of the track."""
    known = vocabulary.of("agency")
    concerned = () if route is Route.DRAFTER else hit.agencies
    able = [a for a in (*concerned, *hit.invite) if a in known and a not in _NOT_INVITED]
    return tuple(dict.fromkeys((*able, *_KEEPERS.get(route, ()))))
