"""The smallest change of wording that brings a text in line with a higher one: a figure, or one modal word.

Only where the words can be exchanged as they stand: one number for one number in the same unit, with the comparator
that the text has (不少于5日 for 不少于7日), or none where the higher rule sets a limit (60% for 不低于70%). Everything
else is for the drafter to put into words.
"""

from __future__ import annotations

import re

from checks.base import Revision
from checks.compare.ground.norms import Norm
from kg.coverage import CoverageIndex
from kg.model import Parameter, Quote

_NUMBER = re.compile(
    r"(?:\d[\d,.]*|[〇零一二两三四五六七八九十百千万亿半]+)[^，。；]*?(?=(?:以上|以下|以内|之内|内)?$)"
)
_LIMITS = ("<=", ">=")


def figure_for(index: CoverageIndex, mine: Norm, own: Parameter, their: Parameter) -> Revision | None:
    """The number of `own` exchanged for that of `their`; `None` where the comparators or units do not allow it."""
    fits = own.op == their.op or (own.op == "=" and their.op in _LIMITS)
    old, new = _NUMBER.search(own.quote), _NUMBER.search(their.quote)
    if not fits or own.unit != their.unit or not old or not new or old[0] == new[0]:
        return None
    return _exchange(index, mine.document, own.start + old.start(), old[0], new[0])


def word_for(index: CoverageIndex, mine: Norm, old: str, new: str) -> Revision | None:
    """The one place in `mine` where `old` stands, with `new` instead; `None` where it stands more than once."""
    if mine.text.count(old) != 1:
        return None
    return _exchange(index, mine.document, mine.start + mine.text.index(old), old, new)


def _exchange(index: CoverageIndex, document: str, start: int, old: str, new: str) -> Revision | None:
    if index.documents[document].text[start : start + len(old)] != old:
        return None
    return Revision(Quote(document, start, start + len(old), old), new)
