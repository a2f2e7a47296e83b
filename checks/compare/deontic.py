"""Words of one text against words of another: what is barred here is done there.

A cue family (`conflict.ttl`) has the words that bar an act or a ground and the words that do it; the comparison asks
for both sides, about the same aid, the doing side neither negated nor left to the person's own will.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checks.compare.norms import Norm, norms_of
from checks.compare.opponents import opponents
from checks.compare.topics import aid_meets
from kg.coverage import CoverageIndex
from kg.model import Reading, Verdict
from kg.standing import Standing
from ontology.cues import Cue, load_cues

_NEGATION = re.compile(
    r"(?:不得|禁止|严禁|不准|不应|不再|无需|无须|不需要?|不能|避免|防止|杜绝|不|未)[^，。；的]{0,8}$"
)
_WILL = re.compile(r"自愿|自行选择|本人(?:申请|同意|愿意)|根据[^，。；]{0,6}意愿|征得[^，。；]{0,6}同意")
_SOFT = re.compile(r"有条件的(?:地方|地区|市|县|区)|鼓励|探索|逐步|有序推进|可以结合实际")


@dataclass(frozen=True, slots=True)
class Clash:
    """One family of wording: where it is done, and where the other text bars it."""

    cue: Cue
    done: tuple[Norm, ...]
    barred: tuple[Norm, ...]
    standing: Standing


def clashes(index: CoverageIndex, reading: Reading) -> Iterator[Clash]:
    """Families that `reading` does and a document beside or above it bars."""
    mine = norms_of(index, reading)
    done = {cue.id: found for cue in families() if (found := tuple(_without_items(_doing(cue, mine))))}
    for other, how in opponents(index, reading):
        theirs = norms_of(index, other)
        for cue in families():
            if here := done.get(cue.id):
                pairs = [(a, b) for b in _barring(cue, theirs) for a in here if _same_matter(index, cue, a, b)]
                if pairs:
                    yield Clash(cue, _once(a for a, _ in pairs), _once(b for _, b in pairs), how)


def _once(norms: Iterable[Norm]) -> tuple[Norm, ...]:
    return tuple(dict.fromkeys(norms))


def families() -> tuple[Cue, ...]:
    """Acts and grounds."""
    cues = load_cues()
    return cues.get("act", ()) + cues.get("ground", ())


def _doing(cue: Cue, norms: tuple[Norm, ...]) -> Iterator[Norm]:
    name = "done" if cue.kind == "act" else "imposed"
    for norm in norms:
        match = cue.find(name, norm.words)
        if not match or cue.find("barred", norm.words) or _negated(norm.words, match.start()):
            continue
        if cue.kind != "act" or not _WILL.search(norm.words):
            yield norm


def _negated(words: str, at: int) -> bool:
    return bool(_NEGATION.search(words[:at]))


def _barring(cue: Cue, norms: tuple[Norm, ...]) -> Iterator[Norm]:
    for norm in norms:
        if cue.find("barred", norm.words) or (cue.find("waived", norm.words) and not _SOFT.search(norm.words)):
            yield norm


def _same_matter(index: CoverageIndex, cue: Cue, a: Norm, b: Norm) -> bool:
    verdict = aid_meets(index, a, b)
    return verdict is Verdict.YES or (cue.kind == "ground" and verdict is Verdict.UNKNOWN)


def _without_items(norms: Iterator[Norm]) -> Iterator[Norm]:
    """An item whose stem was already found adds nothing."""
    stems: set[tuple[int, int]] = set()
    for norm in norms:
        if not norm.stem or (norm.stem_start, norm.stem_start + len(norm.stem)) not in stems:
            stems.add((norm.start, norm.end))
            yield norm
