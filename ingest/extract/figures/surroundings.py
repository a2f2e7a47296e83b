"""What stands around a quantity: the sentence, the piece between commas, and the words that lead a list.

Extractors of quantities look only here, so that a rule reads as what an official would point at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

SENTENCE_END = re.compile(r"[。；;\n]")
_COMMA = "，,"
_BACK, _AHEAD = 240, 120  # characters that can still say what a number is for


@dataclass(frozen=True, slots=True)
class Surroundings:
    """`left` and `right` reach to the ends of the sentence, `near_left` and `near_right` to the next comma.

    `stem` is the lead-in of the list the sentence stands in ("" where there is none).
    """

    left: str
    right: str
    near_left: str
    near_right: str
    stem: str

    @property
    def near(self) -> str:
        """Both sides up to the commas, the quantity itself left out."""
        return f"{self.near_left}▮{self.near_right}"


def around(text: str, start: int, end: int, low: int, high: int, stem: str) -> Surroundings:
    """Surroundings of `text[start:end]` in the sentence `low:high`."""
    left, right = text[max(low, start - _BACK) : start], text[end : min(high, end + _AHEAD)]
    cut = max(left.rfind(c) for c in _COMMA) + 1
    stops = [i for c in _COMMA if (i := right.find(c)) >= 0]
    return Surroundings(left, right, left[cut:], right[: min(stops)] if stops else right, stem)
