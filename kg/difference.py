"""Two versions of a text compared by provision, not by line: what changed for whom.

Provisions are paired by their words (shared pairs of characters, Dice's coefficient) with a little weight on standing
in the same place, best pair first; what is read from the two sides then says which facts differ. A renumbered or moved
provision with the same words and facts is unchanged. Left out: judging which version is better (checks do that).
"""

from __future__ import annotations

import heapq
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kg.enums import Role
from kg.model import Parameter, Provision, Reading

ALIKE = 0.45  # below it two provisions are different ones
SAME_PLACE = 0.08
RARE = 40  # pairs of characters that stand in more provisions than this find no candidates
BLANK = re.compile(r"[\s\u3000，。；：、“”（）()《》]+")


class Kind(StrEnum):
    """What happened to a provision."""

    SAME = "same"
    REWORDED = "reworded"  # other words, the same facts
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Altered:
    """One slot that differs: ids or numbers before and after."""

    slot: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A pair of provisions, or one without a partner."""

    kind: Kind
    old: Provision | None
    new: Provision | None
    altered: tuple[Altered, ...] = ()


def compare(old: Reading, new: Reading) -> tuple[Change, ...]:
    """Every provision of both sides once, in the order of the new text; what was removed stands where it was."""
    pairs = _paired(old.provisions, new.provisions)
    partner = {j: i for i, j in pairs.items()}
    changes = [_change(old.provisions[partner[j]] if j in partner else None, p) for j, p in enumerate(new.provisions)]
    gone = [(i, _change(p, None)) for i, p in enumerate(old.provisions) if i not in pairs]
    return tuple(_merged(changes, gone, pairs))


def facts(provision: Provision) -> dict[str, tuple[str, ...]]:
    """What two versions are compared by, slot by slot."""
    actors: dict[Role, list[str]] = defaultdict(list)
    for actor in provision.actors:
        actors[actor.role].append(actor.agency)
    found = {f"agency.{role.value}": tuple(sorted(set(ids))) for role, ids in actors.items()}
    found["modality"] = (provision.modality.value,)
    found["function"] = tuple(sorted(provision.functions))
    found["aid"] = tuple(sorted(provision.aid))
    found["group"] = tuple(sorted("+".join(g) for g in provision.groups))
    quantities: dict[str, list[str]] = defaultdict(list)
    for parameter in provision.parameters:
        quantities[f"parameter.{parameter.kind}"].append(quantity(parameter))
    return found | {slot: tuple(sorted(values)) for slot, values in quantities.items()}


def quantity(parameter: Parameter) -> str:
    """≤20工作日."""
    sign = {"<=": "≤", ">=": "≥", "=": ""}.get(parameter.op, parameter.op)
    return f"{sign}{parameter.value:g}{parameter.unit}"


def _change(old: Provision | None, new: Provision | None) -> Change:
    if old is None or new is None:
        return Change(Kind.ADDED if old is None else Kind.REMOVED, old, new)
    before, after = facts(old), facts(new)
    slots = sorted({*before, *after})
    altered = tuple(
        Altered(s, before.get(s, ()), after.get(s, ())) for s in slots if before.get(s, ()) != after.get(s, ())
    )
    if altered:
        return Change(Kind.CHANGED, old, new, altered)
    return Change(Kind.SAME if _plain(old) == _plain(new) else Kind.REWORDED, old, new)


def _paired(old: tuple[Provision, ...], new: tuple[Provision, ...]) -> dict[int, int]:
    """Index in `old` → index in `new`, best likeness first, each used once."""
    heap = [(-score, i, j) for i, j, score in _candidates(old, new)]
    heapq.heapify(heap)
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    while heap:
        _, i, j = heapq.heappop(heap)
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _candidates(old: tuple[Provision, ...], new: tuple[Provision, ...]) -> Iterator[tuple[int, int, float]]:
    left, right = [_bigrams(p) for p in old], [_bigrams(p) for p in new]
    where: dict[str, list[int]] = defaultdict(list)
    for j, bigrams in enumerate(right):
        for bigram in bigrams:
            where[bigram].append(j)
    for i, bigrams in enumerate(left):
        near = {j for b in bigrams if len(where[b]) <= RARE for j in where[b]}
        for j in near:
            score = _dice(bigrams, right[j]) + SAME_PLACE * (old[i].locator == new[j].locator)
            if score >= ALIKE:
                yield i, j, score


def _plain(provision: Provision) -> str:
    return BLANK.sub("", provision.quote.text)


def _bigrams(provision: Provision) -> Counter[str]:
    text = _plain(provision)
    return Counter(text[i : i + 2] for i in range(len(text) - 1)) or Counter([text])


def _dice(a: Counter[str], b: Counter[str]) -> float:
    return 2 * (a & b).total() / ((a.total() + b.total()) or 1)


def _merged(changes: list[Change], gone: list[tuple[int, Change]], pairs: dict[int, int]) -> Iterator[Change]:
    """Removed provisions behind the partner of the one that stood before them."""
    behind: dict[int, list[Change]] = defaultdict(list)
    for i, change in gone:
        before = max((k for k in pairs if k < i), default=None)
        behind[-1 if before is None else pairs[before]].append(change)
    yield from behind[-1]
    for j, change in enumerate(changes):
        yield change
        yield from behind[j]
