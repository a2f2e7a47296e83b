"""Two benefits laid side by side: what both pay for, to whom they can both go, and where each stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from checks.compare.ground.alignment import bag, share
from checks.compare.ground.lifetimes import no_year_of_both
from checks.compare.ground.windows import groups_in, variants_in
from checks.gifts import things_in
from checks.grants import Grant
from checks.programmes import Programme
from checks.purposes import of_other_sorts, shared_uses
from kg.coverage import CoverageIndex
from kg.enums import Verdict
from kg.model import Groups, Provision, Reading
from ontology.wording import wordings

Cases = frozenset[tuple[str, str]]  # (axis, variant)
_CASES = frozenset({"form", "heat", "tenancy", "dwelling", "temporary", "damage", "building", "school", "care"})
_OCCASIONS = {
    "training": re.compile(r"培训|参训|学徒"),
    "hospital": re.compile(r"住院|陪护|就医|透析|就诊|患者"),
    "school": re.compile(r"就读|在校|入学|录取|学年|学期"),
    "disaster": re.compile(r"受灾|因灾|灾后|灾害"),
    "rehabilitation": re.compile(r"康复|干预"),
}
_EXCEPT = re.compile(
    r"(?:^|[，。；（])(?P<who>[^，。；（]{2,20}?)(?:的)?除外|(?:不含|不包括|不包含)(?P<which>[^，。；）]{2,20})"
    r"|(?:未|没有|尚未)(?:被)?(?:纳入|列入|享受)(?P<lacking>[^，。；的]{2,14})(?:范围|待遇|保障)?的|非(?P<none>[^，。；的]{2,6})"
)
_LENT = re.compile(r"贷款|贴息|借款")
_SIDES = (  # of what cannot be both
    (
        re.compile(r"居家|上门|到家|在家|家庭照护|的(?:家庭成员|家属|亲属)，"),
        re.compile(r"寄宿|(?:入住|住进|收住)[^，。；]{0,8}(?:机构|院)|集中供养|机构内"),
    ),
    (re.compile(r"(?<!非)寄宿|住校"), re.compile(r"走读|非寄宿|不住校")),
    (re.compile(r"(?<![未非没])受灾|因灾"), re.compile(r"[未非]受灾|没有受灾")),
)
_SCHOOLS = (
    re.compile(r"高等学校|高等院校|高校|大学(?!生村官)|本科|高职"),
    re.compile(r"技工|中等职业|中职|高中|义务教育|小学|初中|幼儿园|学前"),
)
_NOT_OF = re.compile(r"[（(](?:不含|不包括|不包含)(?P<which>[一-龥]{2,12})[）)]")
_LIVING = frozenset({"purpose-living"})
_TRAIT = 2  # characters by which a trait is known (非寄宿生, 寄宿生)
_UNTOLD = frozenset({*wordings()["strata"], *wordings()["poor-group"], "urban", "rural", "female", "youth"})
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
        first = grants[0]
        places = tuple({g.provision.id: g.provision for g in grants}.values())
        scope = () if first.provision.groups else tuple(p for p in first.programme.provisions if p.groups)
        return cls(first.programme, first.groups, (*places, *scope), places, first.classes)

    @property
    def reading(self) -> Reading:
        """The document it stands in."""
        return self.programme.reading


def grants_share(index: CoverageIndex, a: Grant, b: Grant) -> frozenset[str]:
    """Purposes that both grants pay for, to people who can belong to both; empty where either names nobody."""
    both = a.purposes & b.purposes
    shared = frozenset(x for x in both if not of_other_sorts(x, a.line, b.line))
    if (both and not shared) or no_year_of_both(a.years, b.years) or leave_out(index, a, b):
        return frozenset()
    own = frozenset(wordings()["own-scheme"])
    if (a.programme.aid in own) is not (b.programme.aid in own):
        return frozenset()
    if not (shared or shared_uses(a.uses, b.uses) or _things(a, b)) or _apart(a, b):
        return frozenset()
    stated = a.groups and b.groups and in_both(index, a.groups, b.groups)
    stated = stated or (a.reading is b.reading and of_same_words(a, b))
    if not stated and not a.classes & b.classes:
        return frozenset()
    if not shared:
        return shared_uses(a.uses, b.uses) or _things(a, b)
    times = [{k for k, words in _OCCASIONS.items() if words.search(g.line)} for g in (a, b)]
    if all(times) and not times[0] & times[1]:  # living and travel money for other times of life
        shared -= _SAME_AID_ONLY
    if times[0] & times[1] or _for_one_trait(index, a, b):
        return shared
    found = shared & shared_purposes(index, a.programme, b.programme)
    close = bool(a.classes & b.classes) or _close(index, a.groups, b.groups)
    return found if found != _LIVING or close else frozenset()


def leave_out(index: CoverageIndex, a: Grant | Programme, b: Grant | Programme) -> bool:
    """Whether one says that those whom the other is for get none of it (持证残疾人除外, 未纳入低保的)."""
    return any(
        index.groups.contains(who, other.groups) is Verdict.YES
        for one, other in ((a, b), (b, a))
        for m in _EXCEPT.finditer(one.line if isinstance(one, Grant) else one.text)
        if not _gives_both(m)
        and other.groups
        and (who := groups_in(out := next(filter(None, m.groups()))) or groups_in(f"{out}对象"))
    )


def _gives_both(out: re.Match[str]) -> bool:
    """Whether those of a trait are named beside those without (寄宿生500元，非寄宿生减半)."""
    trait = (out["none"] or "")[:_TRAIT]
    return bool(trait) and re.search(f"(?<!非){re.escape(trait)}", out.string) is not None


def _things(a: Grant, b: Grant) -> frozenset[str]:
    """What one hands out, and the other hands out or pays for too."""
    return frozenset(x for one, two in ((a, b), (b, a)) for x in things_in(one.line) if x in two.line)


def _apart(a: Grant, b: Grant) -> bool:
    """Whether what two lines give cannot be one thing: for cases that shut each other out, a loan beside money.

    Of what schools they are a text may say in its title alone.
    """
    mine, theirs = a.line, b.line
    titled = (f"{g.line}\n{g.reading.document.title or ''}" for g in (a, b))
    if _on_two_sides(_SCHOOLS, *titled) or _other_schools(a, b) or _other_schools(b, a):
        return True
    if bool(_LENT.search(mine)) != bool(_LENT.search(theirs)):
        return True
    shut_out = any(_on_two_sides(sides, mine, theirs) for sides in _SIDES)
    return shut_out or never_both(variants_in(mine), variants_in(theirs))


def _on_two_sides(sides: tuple[re.Pattern[str], re.Pattern[str]], mine: str, theirs: str) -> bool:
    """Whether one text tells the one side alone, and the other text the other."""
    told = {tuple(side.search(x) is not None for side in sides) for x in (mine, theirs)}
    return told == {(True, False), (False, True)}


def _other_schools(a: Grant, b: Grant) -> bool:
    """Whether the text of a grant leaves out what the title of the other is for (不含技工学校)."""
    out = (m["which"][:_TRAIT] for m in _NOT_OF.finditer(a.reading.document.text))
    return any(which in (b.reading.document.title or "") for which in out)


def _close(index: CoverageIndex, a: Groups, b: Groups) -> bool:
    """Whether one circle holds the other, or both name people by a word in common."""
    held = Verdict.YES in (index.groups.contains(a, b), index.groups.contains(b, a))
    return held or any(set(x) & set(y) for x in a for y in b)


def _for_one_trait(index: CoverageIndex, a: Grant, b: Grant) -> bool:
    """Whether both single out the same people by what they are beside being poor (孤儿, 重度残疾人)."""
    mine, theirs = (_without(g.groups, _UNTOLD) for g in (a, b))
    if not mine or not theirs:
        return False
    return Verdict.YES in (index.groups.contains(mine, theirs), index.groups.contains(theirs, mine))


def _without(groups: Groups, ids: frozenset[str]) -> Groups:
    """The circles less some traits, those of which nothing is left dropped."""
    return Groups.of(rest for x in groups if (rest := frozenset(x) - ids))


def shared_purposes(index: CoverageIndex, a: Programme, b: Programme) -> frozenset[str]:
    """What both pay for, by its name or by its use.

    Living, tuition and travel money count only within one aid, or where both pay learners. A benefit whose aid the
    vocabulary has no name for may be of any.
    """
    one = not (a.aid and b.aid) or a.aid == b.aid
    same_aid = one or index.aids.inside(a.aid, b.aid) or index.aids.inside(b.aid, a.aid)
    said = [f"{p.reading.document.title or ''}，{p.text}" for p in (a, b)]
    shared = frozenset(x for x in a.purposes & b.purposes if not of_other_sorts(x, *said))
    learners = all(any(w in p.text for w in wordings()["learners"]) for p in (a, b))
    listed = shared if same_aid or learners else shared - _SAME_AID_ONLY
    return listed or shared_uses(a.uses, b.uses)


def in_both(index: CoverageIndex, a: Groups, b: Groups) -> bool:
    """Whether somebody is of both: where one circle lies inside the other, however loosely it is drawn.

    困难家庭的残疾儿童 are, for this, disabled children: those on a roll of the poor are among them.
    """
    asked = (index.groups.meets(a, b), index.groups.contains(a, b), index.groups.contains(b, a))
    if Verdict.YES in asked:
        return True
    loose = frozenset(wordings()["poor-group"])
    mine, theirs = (Groups.of(x for x in g if x) for g in ([frozenset(x) - loose for x in g] for g in (a, b)))
    return bool(mine and theirs) and index.groups.meets(mine, theirs) is Verdict.YES and _close(index, mine, theirs)


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
