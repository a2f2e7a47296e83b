"""Lists of what somebody has to meet (应当具备下列条件), longer than the one of the higher text, or harder in an item.

The items of the two lists are paired; what is left over below is a condition added, and so is proof that an item below
asks for (有一定证据表明遭受家庭暴力) where the item above has only the fact. Quiet where the higher list goes on, where
the two have little in common, and where a text that binds says the condition elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from checks.base import Severity
from checks.compare.ground.alignment import bag, on_one_matter, share
from checks.compare.ground.listings import says
from checks.compare.ground.lists import items_of, stems_of
from checks.compare.ground.norms import Norm
from checks.compare.ground.pairing import paired
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex

_LISTS = re.compile(r"(?:具备|符合|满足)(?:下列|以下)[^，。；：]{0,6}条件")
_GENERIC = re.compile(r"应当|必须|须|同时|具备|符合|满足|下列|以下|条件|可以|的|：")
_OPEN = re.compile(r"其他|另有规定|规定的(?:其他)?条件")
_PROOF = re.compile(r"(?:有|提供|具有)[^，。；]{0,6}(?:证据|证明|材料)(?:表明|证明|证实|显示)?")
_FIGURE = re.compile(r"[0-9一二三四五六七八九十百]+(?=个?[年月日天岁倍元人次])|[0-9一二三四五六七八九十]+周?岁")
_STEM, _KEPT, _NEW = 0.5, 0.6, 0.5  # shared pieces of two stems, items kept of the higher list, pieces below which new
_LEAST = 2


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Conditions that a list of `mine` has and the same list of `theirs` has not."""
    for (a, ours), (b, above) in product(_lists(mine), _lists(theirs)):
        if not _one_list(a, b) or any(_OPEN.search(i.text) for i in above) or not on_one_matter(index, a, b):
            continue
        pairs = paired(tuple(ours), tuple(above))
        if len(pairs) < max(_LEAST, _KEPT * len(above)):
            continue
        left = [x for i, x in enumerate(ours) if i not in pairs and not _OPEN.search(x.text)]
        added = [x for x in left if not _said(x, theirs)]
        added += [ours[i] for i, j in pairs.items() if _PROOF.search(ours[i].text) and not _PROOF.search(above[j].text)]
        if added:
            said = "、".join(f"“{clip(x.text.rstrip('；。'), 24)}”" for x in added)
            told = (f"增加{said}", "没有这一条件")
            yield Departure(
                Label.CONDITION, "criteria", "须具备的条件", *told, (*added, a), (b, *above), Severity.WARNING
            )


def _lists(norms: tuple[Norm, ...]) -> list[tuple[Norm, list[Norm]]]:
    """Stems on what somebody has to meet, with their items."""
    found = ((s, items_of(norms, s)) for s in stems_of(norms) if _LISTS.search(s.text))
    return [(s, items) for s, items in found if len(items) >= _LEAST]


def _one_list(a: Norm, b: Norm) -> bool:
    """Whether the two stems ask the conditions for one thing."""
    mine, theirs = (bag(_GENERIC.sub(" ", n.text)) for n in (a, b))
    return bool(mine and theirs) and share(mine, theirs) >= _STEM


def _said(item: Norm, theirs: tuple[Norm, ...]) -> bool:
    mine, figures = bag(item.text), set(_FIGURE.findall(item.text))
    near = (n for n in theirs if len(shared := mine & bag(n.text)) >= _LEAST and len(shared) >= _NEW * len(mine))
    return any(says(n.words, item.text) for n in theirs) or any(figures <= set(_FIGURE.findall(n.text)) for n in near)
