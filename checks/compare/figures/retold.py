"""Rules told again in other words: the figures are the same, the sentences are not.

A line with several quantities (6万元, 3000元, 次月5日) that all stand in one other text about the same thing repeats
it, however it is put. Figures alone say nothing: most of the line's words have to stand there too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from checks.compare.ground.alignment import bag, share
from checks.compare.ground.norms import Norm, norms_of
from kg.model import Provision, Reading
from kg.stretches import worth

_UNIT = r"个工作日|工作日|个月|小时|周岁|平方米|[日天月年元%％倍次回遍趟岁人户名级项]"
_QUANTITY = re.compile(rf"(?P<value>\d+(?:\.\d+)?|[一二两三四五六七八九十百千]+)(?P<much>[百千万亿]?)(?P<unit>{_UNIT})")
_SAME_UNIT = {
    "％": "%",
    "天": "日",
    "岁": "周岁",
    "个工作日": "工作日",
    "个月": "月",
    "回": "次",
    "遍": "次",
    "趟": "次",
}
_DATE = re.compile(
    r"(?:19|20)\d{2}年(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月(?:\d{1,2}日|底|末|份|初)"
)  # of acts and years, no quantity of a rule
_LEAST = 3  # quantities that make a rule one knows again
_WORDS = 0.5  # of the line's pieces that the other text has too
_NEAR = 0.3  # of a norm's pieces that the line has too, to be quoted beside it

Quantity = tuple[float, str]


@dataclass(frozen=True, slots=True)
class Retold:
    """Norms of one line of the draft, and the norms of the other text that say the same."""

    mine: tuple[Norm, ...]
    theirs: tuple[Norm, ...]
    quantities: tuple[str, ...]


def retold(mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Retold]:
    """Lines of `mine` all of whose quantities, three or more, stand in norms of `theirs` in much the same words."""
    lines: dict[tuple[int, int], list[Norm]] = {}
    for norm in mine:
        lines.setdefault(norm.line, []).append(norm)
    for line in lines.values():
        said = "".join(n.text for n in line)
        counted, pieces = quantities(said), bag(said)
        if len(counted) < _LEAST:
            continue
        near = tuple(n for n in theirs if quantities(n.text) & counted and share(pieces, bag(n.text)) >= _NEAR)
        there = frozenset(q for n in near for q in quantities(n.text))
        known = frozenset(p for n in near for p in bag(n.words))
        if counted <= there and len(pieces & known) >= _WORDS * len(pieces):
            yield Retold(tuple(line), near, tuple(f"{v:g}{u}" for v, u in sorted(counted)))


def retold_in(mine: Reading, theirs: Reading, provisions: Iterable[Provision]) -> bool:
    """Whether all of some provisions of two texts stand where one tells the other's figures again."""
    asked = {p.id for p in provisions}
    again = [n for r in retold(norms_of(mine), norms_of(theirs)) for n in (*r.mine, *r.theirs)]
    return bool(asked) and asked <= {p.id for n in again for p in n.provisions}


@lru_cache(maxsize=20_000)
def quantities(text: str) -> frozenset[Quantity]:
    """Values with their units, as written in whatever figures; dates are none, nor is 一次, 一年."""
    found = {_value(m) for m in _QUANTITY.finditer(_DATE.sub("", text))}
    return frozenset(q for q in found if q[0] > 1)


def _value(match: re.Match[str]) -> Quantity:
    said, unit = match["value"], match["unit"]
    return worth(said, match["much"]), _SAME_UNIT.get(unit, unit)
