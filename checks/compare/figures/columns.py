"""What the column of a table says over a number in one of its rows: 年度限额 over 6万元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.ground.norms import Norm
from checks.compare.ground.windows import numbers_of

_BAR = re.compile(r"[\t|｜]")
_CELL = re.compile(r"[^\t|｜]+")
_WORD = re.compile(r"[一-龥]{2}")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: where its cells end, and the words over each."""

    ends: tuple[int, ...]
    heads: tuple[str, ...]

    def over(self, at: int) -> str:
        """The words over the cell that an offset of the row stands in."""
        return next((head for end, head in zip(self.ends, self.heads, strict=True) if at < end), "")


def rows_of(norms: tuple[Norm, ...]) -> dict[int, Row]:
    """Rows with numbers under a heading row of as many cells, by where they begin."""
    return dict(_rows(norms))


def _rows(norms: tuple[Norm, ...]) -> Iterator[tuple[int, Row]]:
    heads: tuple[str, ...] = ()
    for norm in norms:
        cells = [m for m in _CELL.finditer(norm.text) if m.group().strip()] if _BAR.search(norm.text) else []
        if not cells:
            heads = ()
        elif not numbers_of(norm) and _WORD.search(norm.text):
            heads = tuple(m.group().strip() for m in cells)
        elif len(cells) == len(heads):
            yield norm.start, Row(tuple(m.end() for m in cells), heads)
