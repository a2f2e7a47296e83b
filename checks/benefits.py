"""Two benefits laid side by side: what both pay for, to whom they can both go, and where each stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checks.compare.ground.alignment import bag, share
from checks.compare.ground.windows import variants_in
from checks.grants import Grant
from checks.programmes import Programme
from checks.purposes import shared_uses
from kg.coverage import CoverageIndex
from kg.enums import Verdict
from kg.model import Groups, Provision, Reading
from ontology.wording import wordings

Cases = frozenset[tuple[str, str]]  # (axis, variant)
_CASES = frozenset({"form", "heat", "tenancy", "dwelling", "temporary", "damage", "building", "school", "care"})
_SAME_AID_ONLY = frozenset({"purpose-living", "purpose-tuition", "purpose-transport"})


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two benefits: a whole programme, or one grant of it."""

    programme: Programme
    groups: Groups
    provisions: tuple[Provision, ...]
    grants: tuple[Provision, ...]
    classes: frozenset[str] = frozenset()  # of people that the groups have no id for

    @classmethod
    def of(cls, programme: Programme) -> Side:
        """A programme as a whole."""
        return cls(programme, programme.groups, programme.provisions, programme.grants)

    @classmethod
    def single(cls, grant: Grant) -> Side:
        """One grant, with the other clauses of its programme for the people they name."""
        return cls(grant.programme, grant.groups, (grant.provision,), (grant.provision,), grant.classes)

    @classmethod
    def several(cls, grants: Sequence[Grant]) -> Side:
        """The first of several grants for one purpose, with the places of the others."""
        places = tuple({g.provision.id: g.provision for g in grants}.values())
        return cls(grants[0].programme, grants[0].groups, places, places, grants[0].classes)

    @property
    def reading(self) -> Reading:
        """The document it stands in."""
        return self.programme.reading


def grants_share(index: CoverageIndex, a: Grant, b: Grant) -> frozenset[str]:
    """Purposes that both grants pay for, to people who can belong to both; empty where either names nobody."""
    shared = a.purposes & b.purposes
    if (not shared and not shared_uses(a.uses, b.uses)) or never_both(variants_in(a.line), variants_in(b.line)):
        return frozenset()
    stated = a.groups and b.groups and _certainly_meet(index, a.groups, b.groups)
    stated = stated or (a.reading is b.reading and of_same_words(a, b))
    if not stated and not a.classes & b.classes:
        return frozenset()
    return shared & shared_purposes(index, a.programme, b.programme) if shared else shared_uses(a.uses, b.uses)


def shared_purposes(index: CoverageIndex, a: Programme, b: Programme) -> frozenset[str]:
    """What both pay for, by its name or by its use.

    Living, tuition and travel money count only within one aid, or where both pay learners. A benefit whose aid the
    vocabulary has no name for may be of any.
    """
    one = not (a.aid and b.aid) or a.aid == b.aid
    same_aid = one or index.aids.inside(a.aid, b.aid) or index.aids.inside(b.aid, a.aid)
    shared = a.purposes & b.purposes
    learners = all(any(w in p.text for w in wordings()["learners"]) for p in (a, b))
    listed = shared if same_aid or learners else shared - _SAME_AID_ONLY
    return listed or shared_uses(a.uses, b.uses)


def _certainly_meet(index: CoverageIndex, a: Groups, b: Groups) -> bool:
    """Whether somebody is of both: where one circle lies inside the other, however loosely it is drawn."""
    asked = (index.groups.meets(a, b), index.groups.contains(a, b), index.groups.contains(b, a))
    return Verdict.YES in asked


def never_both(mine: Cases, theirs: Cases, of: frozenset[str] = _CASES) -> bool:
    """Whether what two stretches name are cases that shut each other out (集中供热, 分散取暖; 承租公租房, 租住私房)."""
    one, two = ({axis: {v for x, v in k if x == axis} for axis, _ in k if axis in of} for k in (mine, theirs))
    return any(not one[axis] & two[axis] for axis in one.keys() & two.keys())


def shared_words(a: Grant, b: Grant) -> float:
    """How much of what the shorter line of two grants says stands in the other too."""
    return share(bag(a.line), bag(b.line))


def of_same_words(a: Grant, b: Grant) -> bool:
    """Whether both name the same people by more than one trait, though a loose one (家庭经济困难的高中学生)."""
    return a.groups == b.groups and bool(a.groups) and all(len(x) > 1 for x in a.groups)
