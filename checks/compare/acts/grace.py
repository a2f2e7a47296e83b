"""A time of grace for those who find work or earn more (渐退期), and a text that ends their aid at once.

The rule gives it in a case (就业后收入超过标准的，给予6个月渐退期); a text stops the aid in that case (自次月起停发).
Quiet where the text knows such a time anywhere, where its case is one beyond the rule's (超过2倍的), for those who
cheat or give the aid up, and for other people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.ground.alignment import names_others, on_one_matter, people_apart
from checks.compare.ground.marks import SENTENCE
from checks.compare.ground.norms import Norm
from kg.coverage import CoverageIndex
from ontology.cues import Setting

_GRACE = Setting("grace")
_BEYOND = re.compile(r"[0-9.一二两三四五]+倍")
_CASES = "work", "income"


def ended_at_once(
    index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]
) -> Iterator[tuple[Norm, Norm]]:
    """Norms of `mine` that end an aid at once where `theirs` gives a time of grace."""
    above = [b for b in theirs if _GRACE.has("given", b.text) and _cases(b)]
    if not above or any(_GRACE.has("given", n.words) for n in mine):
        return
    for a in filter(_ends, mine):
        near = (b for b in above if _cases(a) & _cases(b) and not _apart(index, a, b))
        if (b := next(near, None)) is not None:
            yield a, b


def _ends(norm: Norm) -> bool:
    """Whether a norm ends an aid in a case, and soon."""
    said = next((s for s in SENTENCE.findall(norm.text) if _GRACE.has("ends", s)), "")
    return bool(said) and _GRACE.has("soon", said) and not _GRACE.has("aside", norm.words) and not _BEYOND.search(said)


def _cases(norm: Norm) -> frozenset[str]:
    return frozenset(case for case in _CASES if _GRACE.has(case, norm.prior + norm.text))


def _apart(index: CoverageIndex, a: Norm, b: Norm) -> bool:
    return not on_one_matter(index, a, b) or people_apart(index, a, b) or names_others(a, b)
