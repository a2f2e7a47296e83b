"""Strata of need (低保, 特困, 低保边缘 …) that a list of people or cases is for."""

from __future__ import annotations

import re

from checks.compare.ground.norms import Norm
from checks.compare.ground.windows import groups_in
from ontology.wording import wordings

_IN_NEED = frozenset({"no-supporter", "hardship"})  # which says nothing of who they are
_HAS_DIBAO = re.compile(r"(?:获得|享受|领取|纳入)(?:最低生活保障|低保)")


def of_one_stratum(stem: Norm, cases: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> bool:
    """Whether the text's list is for people of one class, for which the higher list has other items than `cases`."""
    own, quote = strata_in(stem.text), cases[0].stem_quote
    items = [n for n in theirs if quote and n.stem_quote == quote]
    named = [n for n in items if strata_in(n.text) & own]
    return bool(named) and not any(n in cases for n in named)


def strata_in(text: str) -> frozenset[str]:
    """The strata of need that a text names (低保, 特困, 边缘 …)."""
    had = {"dibao"} if _HAS_DIBAO.search(text) else set()
    return (groups_in(text).ids() | had) & frozenset(wordings()["strata"])


def of_others(a: Norm, b: Norm) -> bool:
    """Whether both name people otherwise than by their need, and no class of one is named by the other."""
    mine, theirs = (n.people.ids() - _IN_NEED for n in (a, b))
    return bool(mine and theirs) and not mine & theirs
