"""What a clause hands down to the clauses under it: subject, force, people, aid, and what its heading says."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ingest.extract.acts.acts import Actors
from ingest.extract.bodies.chains import Body
from ingest.rows import Row
from kg.enums import Modality, Role
from kg.model import Groups

DOING = (Role.LEAD, Role.ASSIST, Role.PARTICIPATE)


@dataclass(slots=True)
class Stem:
    """What a clause hands down to the clauses under it."""

    subject: tuple[Body, ...] = ()
    modality: Modality = Modality.OBLIGATION
    groups: Groups = field(default_factory=Groups)
    aid: tuple[str, ...] = ()
    duty_list: bool = False
    heading: Groups = field(default_factory=Groups)  # people that a heading above consists of
    aims: bool = False  # only aims and principles stand here
    charge: Actors = ()  # who is charged with what is ordered here of nobody
    whom: bool = False  # under a heading of whom the rules are for
    units: bool = False  # the labels below name parts of the subject, which does their work


def handed_down(stem: Stem, row: Row) -> Stem:
    """What items inherit from the row that announces them."""
    actors = row.acts[-1].actors
    leads = tuple(body for body, r in actors if r is Role.LEAD)
    plain = row.modality in (Modality.DECLARATION, Modality.DEFINITION)
    return replace(
        stem,
        subject=leads or tuple(body for body, r in actors if r in DOING),
        modality=stem.modality if plain else row.modality,
        groups=row.groups,
        aid=row.aid,
    )
