"""Acts of a sentence joined into rows: a row is read as a cross product of actors, functions, aid and groups.

Neighbouring acts join where that gives no function, aid or group to the wrong partner: same actors and force, and
at most one of functions, aid and groups differs. An act that names no aid or group has those of the act before it.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from ingest.extract.acts.acts import Act, Actors
from ingest.extract.bodies.chains import Body
from kg.enums import Modality, Role
from kg.model import Groups

_RIGHTS = re.compile(r"(?:依法|切实)*(?:保障|维护)[^，。；]*(?:权利|权益)")
_STEPS = re.compile(r"采取[^，。；]*措施$")  # says nothing beside what is done
_DELIVERY = frozenset(("implement", "pay", "service"))
_STATEMENTS = (Modality.DECLARATION, Modality.DEFINITION)
_ITS = re.compile("[^，。；其]{0,12}?[对为给由向将]其(?![他它中供亲家配子父监])")  # 并对其住院费用给予救助
_ABOUT = ("对", "针对")
_BY = ("由", "报", "经")
_MOST_ACTS = 40  # in one row
NOBODY = Groups()


@dataclass(slots=True)
class Row:
    """What will be a provision."""

    start: int
    end: int
    acts: tuple[Act, ...]
    functions: tuple[str, ...]
    weak: bool  # the functions are only those of a control verb
    modality: Modality
    aid: tuple[str, ...]
    groups: Groups
    excluded: Groups
    bare: bool = False  # of people only conditions are said
    punishes: bool = False  # who is punished, and for what, benefits nobody

    @property
    def actors(self) -> frozenset[tuple[str, str]]:
        """Agencies with their roles."""
        return frozenset((id_, role) for act in self.acts for body, role in act.actors for id_ in body.ids)


def join(rows: list[Row]) -> list[Row]:
    """Rows of one ；-clause, joined where the cross product stays true."""
    joined = rows[:1]
    for row in rows[1:]:
        if len(joined[-1].acts) < _MOST_ACTS and _agree(joined[-1], row):
            _merge(joined[-1], row)
        else:
            joined.append(row)
    return joined


def keep_force(force: str, acts: list[Act]) -> str:
    """Acts behind ； without marker and subject of their own keep the duty before them (民政局应当…；对X给予Y).

    `force` is the marker before the ；, "" where none goes on; returns the one that goes on behind these acts.
    """
    for act in acts:
        if act.own or not act.actors:
            force = ""
        elif force and not act.marker and "mobilise" not in act.functions and "视为" not in act.opening:
            act.marker = force
    return "obligation" if acts[-1].marker == "obligation" and acts[-1].actors else ""


def hand_on_groups(rows: list[Row]) -> None:
    """Rows of one sentence: who names no group keeps that of the row before, unless it turns to another aid.

    What is done for those before by a word that points back (对其) is about them, whatever aid it is.

    In one that opens with whom it is about (对X…，开展Y，提供Z) all orders behind are about them, as is what these
    people are to do themselves.
    """
    about = bool(rows and rows[0].groups) and rows[0].acts[0].opening.startswith(_ABOUT)
    own = {id(row) for row in rows if row.groups and _opened(row)} if len(rows) > 1 else ()
    for before, row in itertools.pairwise(rows):
        if id(before) in own and _opened(row) and row.actors.isdisjoint(before.actors):
            continue  # A负责困难群众的认定，B负责资金筹集
        same = (
            not row.aid
            or before.aid in ((), row.aid)
            or _ITS.match(row.acts[0].opening)
            or (about and not row.actors and not row.acts[0].marker)
            or (row.acts[0].person and before.acts[0].person)
        )
        if not row.punishes and not row.groups.alternatives and same:
            row.groups = before.groups


def _opened(row: Row) -> frozenset[Body]:
    """The bodies that lead, where the row opens with one of them."""
    led = frozenset(body for body, role in row.acts[0].actors if role is Role.LEAD and body.ids)
    if row.acts[0].opening.startswith(_BY):
        return frozenset()
    return led if any(body.start <= row.start + 1 < body.end for body in led) else frozenset()


def hand_on_aid(rows: list[Row]) -> None:
    """Rows of one sentence: who names no aid keeps that of the row before, unless it turns to other people.

    What the same body gives other people in turn (对特困人员给予全额资助，对低保对象按60%给予资助) is the same aid.
    """
    for before, row in itertools.pairwise(rows):
        in_turn = row.functions == before.functions == ("pay",) and row.actors <= before.actors
        if not row.groups or in_turn or set(row.groups) & set(before.groups):
            row.aid = row.aid or before.aid


def charge(rows: list[Row], actors: Actors) -> list[Row]:
    """`rows`, in which `actors` do what is ordered of nobody, and help where those who lead them act by name.

    Where others act by name as well, a clause that names who acts has nobody beside him.
    """
    if not actors:
        return rows
    leads = {(id_, role) for body, role in actors if role is Role.LEAD for id_ in body.ids}
    helpers = tuple((body, role) for body, role in actors if role is Role.ASSIST)
    shared = leads and any(not row.actors <= leads and _acts_by_name(row) for row in rows)
    for row in rows:
        act = row.acts[0]
        if row.modality in _STATEMENTS:
            continue
        if not _acts_by_name(row):
            act.actors = (*actors, *act.actors)
        elif (row.actors <= leads or not leads) and not (shared and act.own):
            act.actors = (*act.actors, *helpers)
    return rows


def _acts_by_name(row: Row) -> bool:
    return any(role is not Role.RECIPIENT for _, role in row.actors)


def _agree(a: Row, b: Row) -> bool:
    if _stated(a, b):
        return True
    if a.actors != b.actors or (a.modality is not b.modality and not _grant_goes_on(a, b)):
        return False
    strong = a.functions and b.functions and not a.weak and not b.weak
    differences = (
        bool(strong and set(a.functions) != set(b.functions)),
        bool(a.aid and b.aid and set(a.aid) != set(b.aid)),
        bool(b.groups and set(a.groups) != set(b.groups)),
    )
    return sum(differences) <= 1


def _grant_goes_on(a: Row, b: Row) -> bool:
    """由X给予救助，按月发放救助金: what is said without a marker behind a grant belongs to it."""
    grant = a.modality is Modality.ENTITLEMENT and b.modality is Modality.OBLIGATION
    return grant and not b.acts[0].marker and _DELIVERY.issuperset(b.functions)


def _stated(a: Row, b: Row) -> bool:
    """国家建立…制度，给予…: a statement goes with the grant, or the further statement, behind it."""
    if a.modality is not Modality.DECLARATION or a.acts[0].actors or b.acts[0].actors or b.acts[0].marker:
        return False
    principle = any(word in a.acts[0].opening for word in ("坚持", "遵循"))
    principle = principle or _RIGHTS.match(b.acts[0].opening) is not None
    return b.modality is Modality.ENTITLEMENT or b.weak or not b.functions or principle


def _merge(a: Row, b: Row) -> None:
    """Take `b` into `a`."""
    if a.weak and b.functions and _STEPS.search(a.acts[-1].opening):
        a.functions = ()
    a.functions = tuple(dict.fromkeys((*a.functions, *b.functions)))
    a.weak = a.weak and b.weak
    if a.modality is Modality.DECLARATION:
        a.modality = Modality.ENTITLEMENT if b.modality is Modality.ENTITLEMENT else a.modality
        a.functions = () if a.modality is Modality.DECLARATION else a.functions
    a.end = b.end
    a.acts = (*a.acts, *b.acts)
    a.aid = tuple(dict.fromkeys((*a.aid, *b.aid)))
    a.groups = Groups.of((*a.groups, *b.groups)) if b.groups else a.groups
    a.bare = a.bare and b.bare
    a.excluded = Groups.of((*a.excluded, *b.excluded)) if b.excluded else a.excluded
