"""Grounds that keep people from an aid beside the conditions that a higher text closes: 符合下列条件的，可以领取.

Who meets the conditions is to have the aid; a text that names cases in which nobody has it, and that are no want of one
of the conditions, sets a condition of its own. Quiet where the conditions go on (其他条件), where the higher text has
cases of its own in which nobody has it or says the ground anywhere, and where people forgo the aid or have it twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Severity
from checks.compare.ground.alignment import bag, on_one_matter, share
from checks.compare.ground.listings import said_above
from checks.compare.ground.lists import items_of, stems_of
from checks.compare.ground.norms import Norm, norms_of
from checks.compare.ground.opponents import binding_on
from checks.compare.ground.topics import LOOSE, aid_of
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from ontology.cues import Setting, load_cues

_ENDING = Setting("ending")
_BEYOND = Setting("beyond")
_WILLING = frozenset({"自愿"})  # what people chose to take is no ground of the rule above; what they forgo is
_FORGOES = re.compile(r"自愿(?:放弃|退出|申请退|要求|不)")
_LEAST, _TOUCH = 2, 0.25  # items of a list; shared pieces of two items that may be of one thing


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Items of `mine` by which nobody gets an aid whose conditions `theirs` has closed."""
    above = [(b, items) for b in stems_of(theirs) if (items := _conditions(theirs, b))]
    for a in stems_of(mine) if above else ():
        items = items_of(mine, a) if _refuses(a) else []
        found = next(((b, o) for b, o in above if items and _one_aid(index, a, b) and not _own_cases(index, a)), None)
        added = [i for i in items if found and _is_foreign(i, found[1]) and not said_above(index, i)]
        if found and added:
            said = "、".join(f"“{clip(i.text.rstrip('；。'), 24)}”" for i in added)
            told = (f"规定{said}的不给予", "没有这一条件")
            yield Departure(
                Label.CONDITION, "beyond", "享受待遇的条件", *told, (*added, a), (found[0], *found[1]), Severity.WARNING
            )


def _conditions(norms: tuple[Norm, ...], stem: Norm) -> list[Norm]:
    """The conditions that a lead-in closes and on which people have an aid, none where it does no such thing."""
    items = items_of(norms, stem) if _BEYOND.has("grants", stem.text) else []
    return [] if len(items) < _LEAST or any(_ENDING.has("open", i.text) for i in items) else items


def _refuses(stem: Norm) -> bool:
    refuse = next(c for c in load_cues()["closing"] if c.id == "refuse")
    return refuse.find("named", stem.text) is not None and not _ENDING.has("aside", stem.text)


def _one_aid(index: CoverageIndex, a: Norm, b: Norm) -> bool:
    same = (aid_of(index, a) & aid_of(index, b)) - LOOSE
    return bool(same) and on_one_matter(index, a, b)


def _own_cases(index: CoverageIndex, stem: Norm) -> bool:
    """Whether a text that binds this one has cases of its own in which nobody has the aid."""
    above = (s for r in binding_on(index, stem.document) for s in stems_of(norms_of(r)))
    return any(_refuses(s) and _one_aid(index, stem, s) for s in above)


def _is_foreign(item: Norm, conditions: list[Norm]) -> bool:
    """Whether an item is a case of its own, and no want of a condition."""
    plain = _ENDING.words("plain", item.text) - _WILLING or _FORGOES.search(item.text)
    if plain or _ENDING.has("open", item.text):
        return False
    mine = bag(_ENDING.without("subject", item.text))
    return len(mine) >= _LEAST and all(share(mine, bag(c.text)) < _TOUCH for c in conditions)
