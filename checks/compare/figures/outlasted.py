"""A benefit that ends at a time, and a rule for people who have had it longer: 最长24个月 here, 领取满36个月的 there.

Quiet where the document has a longer time too (延长至…, one for other people): then somebody may have it that long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.figures.figures import Figure
from checks.compare.ground.amounts import order
from checks.compare.ground.clauses import clause_of, words_before
from checks.compare.outcome.doubles import Double
from kg.coverage import CoverageIndex
from kg.enums import Verdict

_PERIOD = "benefit-period"
_END = ("<", "<=", "=")
_HAD = re.compile(r"(?:领取|享受|发放|获得|补贴|资助|在岗)[^，。；]{0,8}(?:已?满|达到?|(?<![不得])超过)[^，。；]{0,3}$")


def outlasted(index: CoverageIndex, figures: tuple[Figure, ...]) -> Iterator[Double]:
    """Times that people are said to have had a benefit, beyond the longest time that the document gives it for."""
    ends = [f for f in figures if f.item == _PERIOD and f.parameter.op in _END]
    for had in figures:
        if had.parameter.kind != "duration" or not _HAD.search(words_before(had.norm, had.parameter)):
            continue
        same = [f for f in ends if f.norm.line != had.norm.line and f.amount.dimension == had.amount.dimension]
        if same and all(order(f.amount, had.amount) == -1 and _one_aid(index, f, had) for f in same):
            a, b = same[0], had
            said = [clause_of(f.norm, f.parameter) for f in (a, b)]
            yield Double("span", "享受待遇的期限", said[0], said[1], (a.norm, b.norm))


def _one_aid(index: CoverageIndex, a: Figure, b: Figure) -> bool:
    return any(index.aids.meets(x, y) is Verdict.YES for x in a.aid for y in b.aid)
