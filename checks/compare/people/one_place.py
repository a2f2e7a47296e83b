"""A class that the rule above serves wherever it lives, and that a text serves in town or in the country only.

对最低生活保障家庭给予就业救助 above, 救助对象为城市最低生活保障家庭 here: the others of the class stand outside. Quiet
where the text speaks of the other place, or gives to the class without a place as well; where its title is of one place
or of one way; where the rule above names a place for the aid; and where a text beside it serves the other place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.ground.alignment import on_one_matter
from checks.compare.ground.norms import Norm
from checks.compare.ground.topics import LOOSE, title_aid
from checks.compare.people.branches import SIDES, TITLED, served
from kg.coverage import CoverageIndex
from kg.model import Groups
from ontology.terms import TOWN_AND_COUNTRY
from ontology.wording import wordings

_DRAWS = re.compile(r"对象|可以(?:提出)?申请|给予|发放|发给|提供|享受|纳入|是指|所称")
_ASIDE = re.compile(r"不得|不予|不再|停止|退出|责令|骗取|虚报|名单|信息|其中|优先|增发|另行|核查|复核|审核")
_OTHER = {"urban": "农村", "rural": "城镇"}


def one_place_only(
    index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]
) -> Iterator[tuple[Norm, Norm, Groups]]:
    """Norms of `mine` for a class in one place, with that of `theirs` for all of it, and those left out."""
    title = (index.documents[mine[0].document].title or "") if mine else ""
    if not mine or TITLED.search(title) or _of_one_way(title):
        return
    told: set[tuple[str, ...]] = set()
    for norm in (n for n in mine if _gives(n) and any(w.search(n.text) for w in SIDES.values())):
        above: dict[tuple[str, ...], Norm] = {}
        for placed in (frozenset(a) for a in norm.people if set(a) & TOWN_AND_COUNTRY and _strata(a)):
            whole = next((n for n in theirs if _serves_all(n, placed) and on_one_matter(index, norm, n)), None)
            if whole and _is_left(index, norm, placed, mine, theirs):
                above[_other_place(placed)] = whole
        left = [people for people in above if people not in told]
        if left:
            told.update(left)
            yield norm, above[left[0]], Groups.of(left)


def _gives(norm: Norm) -> bool:
    said = norm.stem + norm.text
    return bool(norm.people) and _DRAWS.search(said) is not None and not (_ASIDE.search(said) or _of_one_way(said))


def _of_one_way(said: str) -> bool:
    """Whether words are of a way that exists in one place alone (公租房, 危房改造)."""
    return any(way in said for way in wordings()["placed-way"])


def _strata(people: tuple[str, ...] | frozenset[str]) -> frozenset[str]:
    return frozenset(people) & frozenset(wordings()["strata"])


def _other_place(placed: frozenset[str]) -> tuple[str, ...]:
    """Those of the class who live in the other place."""
    return tuple(sorted(_strata(placed) | (TOWN_AND_COUNTRY - placed)))


def _serves_all(norm: Norm, placed: frozenset[str]) -> bool:
    """Whether a norm serves the class whatever the place: by marks that those `placed` all have."""
    held = any(_strata(a) == _strata(placed) and set(a) <= placed - TOWN_AND_COUNTRY for a in norm.people)
    return held and _gives(norm) and not any(w.search(norm.stem + norm.text) for w in SIDES.values())


def _is_left(
    index: CoverageIndex, norm: Norm, placed: frozenset[str], mine: tuple[Norm, ...], theirs: tuple[Norm, ...]
) -> bool:
    """Whether no text here has the aid for the class elsewhere, and the rule above does not deal it out by place."""
    aids, side = norm.aid - LOOSE, _OTHER[next(iter(placed & TOWN_AND_COUNTRY))]
    titled = title_aid(index.documents[norm.document]) - LOOSE
    one_way = any(t not in aids and index.aids.inside(t, aid) for t in titled for aid in aids)
    named = any(SIDES[side].search(n.text) for n in mine)
    whole = any(set(a) & _strata(placed) and not set(a) & TOWN_AND_COUNTRY for n in mine if _gives(n) for a in n.people)
    dealt = any(w.search(n.text) for n in theirs if n.aid & aids for w in SIDES.values())
    return (
        bool(aids)
        and not (one_way or named or whole or dealt)
        and not any(served(index, norm.document, aid, side) for aid in aids)
    )
