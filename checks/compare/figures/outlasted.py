"""A benefit that ends at a time, and a rule for people who have had it longer: 最长24个月 here, 领取满36个月的 there.

So does one that has people leave who have had it for less: 最长不超过3年 here, 满2年的退出 there. Quiet where the
document has a longer time too (延长至…, one for other people): then somebody may have it that long; and where those who
leave are told by something else as well (满2年且…的).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.figures.figures import Figure
from checks.compare.ground.amounts import order
from checks.compare.ground.clauses import clause_of, words_before, words_behind
from checks.compare.outcome.doubles import Double
from kg.coverage import CoverageIndex
from kg.enums import Verdict

_PERIOD = "benefit-period"
_END = ("<", "<=", "=")
_LEAVES = re.compile(r"退出|终止|停发|停止|取消|不再|予以清退|期满")
_TOLD_BY_TIME = re.compile(r"^(?:的|后|，?(?:应当?|即|予以|自动|停止|终止|退出|不再)|[。；]|$)")
_HAD = re.compile(r"(?:领取|享受|发放|获得|补贴|资助|在岗)[^，。；]{0,8}(?:已?满|达到?|(?<![不得])超过)[^，。；]{0,3}$")


def outlasted(index: CoverageIndex, figures: tuple[Figure, ...]) -> Iterator[Double]:
    """Times that people are said to have had a benefit, beyond the longest time that the document gives it for."""
    ends = [f for f in figures if f.item == _PERIOD and f.parameter.op in _END]
    for had in figures:
        if had.parameter.kind != "duration" or not _HAD.search(words_before(had.norm, had.parameter)):
            continue
        same = [f for f in ends if f.norm.line != had.norm.line and f.amount.dimension == had.amount.dimension]
        way = 1 if _leaves(had) else -1
        if same and all(order(f.amount, had.amount) in (-1, way) and _one_aid(index, f, had) for f in same):
            a, b = same[0], had
            said = [clause_of(f.norm, f.parameter) for f in (a, b)]
            yield Double("span", "享受待遇的期限", said[0], said[1], (a.norm, b.norm))


def _leaves(had: Figure) -> bool:
    """Whether whoever has had it so long has to leave, for no other reason."""
    norm = had.norm
    told = _TOLD_BY_TIME.match(words_behind(norm, had.parameter)) is not None
    return told and _LEAVES.search(norm.words) is not None and "且" not in norm.text


def _one_aid(index: CoverageIndex, a: Figure, b: Figure) -> bool:
    return any(index.aids.meets(x, y) is Verdict.YES for x in a.aid for y in b.aid)
