"""Whose a text is by what it does: the bodies that lead the aid it is about, then those that sign it."""

from __future__ import annotations

from checks.compare.ground.agencies import agencies_in
from checks.compare.ground.topics import title_aid
from kg.enums import Role
from kg.model import Reading

NO_DESK = frozenset(
    {"township", "village", "government", "leading-group", "leading-office", "unresolved", "member-units"}
)


def holders_of(reading: Reading) -> tuple[str, ...]:
    """The bodies that lead the aid the act is about, then those that sign it in its first lines."""
    aid = title_aid(reading.document)
    leads = (
        agency
        for provision in reading.provisions
        if "implement" in provision.functions and (not aid or set(provision.aid) & aid)
        for agency in sorted(provision.agencies(Role.LEAD) - NO_DESK)
    )
    signed = (a for _, _, a in agencies_in(reading.document.text[:200]) if a not in NO_DESK)
    return tuple(dict.fromkeys((*leads, *signed)))
