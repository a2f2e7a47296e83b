"""Where a finding goes in the consultation process, and whom to invite.

A check names the usual route of its kind, a hit may name another. Participants are the bodies the finding is about,
as far as they can sit at the table: a vague 有关部门, a government as such or a village committee cannot, and each
route brings the body that keeps its track (legality review: the justice department; statutory powers: staffing).
"""

from __future__ import annotations

from checks.base import Check, Hit, Route
from ontology.routes import load_channels
from ontology.vocabulary import Vocabulary


def route_of(check: Check, hit: Hit) -> Route:
    """The hit's own route, or the usual one of its check."""
    return hit.route or check.route


def participants(route: Route, hit: Hit, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Agency ids to invite: those concerned (not for a matter of wording), then the keepers of the track."""
    channels, known = load_channels(), vocabulary.of("agency")
    channel = channels.routes[route]
    concerned = hit.agencies if channel.asks else ()
    able = [a for a in (*concerned, *hit.invite) if a in known and a not in channels.not_seated]
    return tuple(dict.fromkeys((*able, *channel.keepers)))
