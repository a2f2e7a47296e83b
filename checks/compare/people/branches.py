"""An aid that the rule above gives in town and country, each in its way, and a text gives in one of them only.

属于城镇住房救助对象的，配租公租房；属于农村住房救助对象的，通过危房改造: a text that lists what people get and has but
农村危房改造 for them leaves townsfolk without. Quiet where the text speaks of the other side in that aid, gives the
aid without naming a place, is by its title for one place or one way, and where a text beside it serves the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checks.compare.ground.alignment import on_one_matter
from checks.compare.ground.norms import Norm, norms_of
from checks.compare.ground.topics import LOOSE, aid_named, title_aid
from checks.places import beside, same_tier
from kg.coverage import CoverageIndex
from kg.enums import Verdict

SIDES = {
    "城镇": re.compile(r"城镇|城市(?!建设)|城乡(?!建设)|市区"),
    "农村": re.compile(r"农村|乡村|农户|牧区|城乡(?!建设)"),
}
_BRANCH = re.compile(r"(?:^|，)(?:对)?(?:属于|符合条件的)?(?P<side>城镇|城市|农村|乡村)[^，。；]{2,24}?(?:的，|，)")
_GIVES = re.compile(r"给予|提供|发放|配租|实施|通过|优先|补助|补贴|保障|救助")
_DENIES = re.compile(r"不得|不予|不再|责令|骗取|虚报|是指|所称")
TITLED = re.compile(r"农村|乡村|农户|城市|城镇|城区|牧区")


def branches_left_out(
    index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]
) -> Iterator[tuple[Norm, Norm, str]]:
    """Where `mine` gives an aid in one place only that `theirs` deals out by place; with the other place in words."""
    title = (index.documents[mine[0].document].title or "") if mine else ""
    if not mine or TITLED.search(title):
        return
    for aid, branches in _branches(theirs).items():
        given = [n for n in mine if aid in aid_named(n.text) and _GIVES.search(n.text) and not _DENIES.search(n.text)]
        titled = title_aid(index.documents[mine[0].document]) - LOOSE
        sides = [_sides(n) for n in given]
        if not given or not all(sides) or any(t != aid and index.aids.inside(t, aid) for t in titled):
            continue
        for side, branch in branches.items():
            named = any(SIDES[side].search(n.text) for n in mine if aid in n.aid)
            if not named and on_one_matter(index, given[0], branch) and not served(index, mine[0].document, aid, side):
                yield given[0], branch, side


def _branches(norms: Iterable[Norm]) -> dict[str, dict[str, Norm]]:
    """Aids that one line deals out in town and in the country, with the norm of each."""
    lines: dict[tuple[str, tuple[int, int]], dict[str, Norm]] = {}
    for norm in norms:
        for said in _BRANCH.finditer(norm.text) if _GIVES.search(norm.text) else ():
            side = "城镇" if said["side"].startswith("城") else "农村"
            for aid in aid_named(norm.text) - LOOSE:
                lines.setdefault((aid, norm.line), {}).setdefault(side, norm)
    return {aid: sides for (aid, _), sides in lines.items() if len(sides) > 1}


def _sides(norm: Norm) -> frozenset[str]:
    return frozenset(side for side, words in SIDES.items() if words.search(norm.text))


def served(index: CoverageIndex, name: str, aid: str, side: str) -> bool:
    """Whether a text beside it gives the aid on that side."""
    reading = index.reading(name)
    others = (r for r in beside(index, reading) if same_tier(index, reading.document, r.document) is not Verdict.NO)
    return any(aid in n.aid and SIDES[side].search(n.text) for r in others if r is not reading for n in norms_of(r))
