"""An act that a higher rule bars but for one cause (非因不可抗力不得缓缴), done below for another (因停产可以缓缴).

The bar names the only causes; a text that has the act done for a cause of its own opens what the law has shut. Quiet
where its cause is among those, where it only points to the law (法定事由, 依法), and where it bars the act itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.alignment import aids_apart, bag, one_subject
from checks.compare.departures import Departure, Label
from checks.compare.hits import clip
from checks.compare.norms import Norm
from kg.coverage import CoverageIndex

_BAR = re.compile(
    r"(?:非因|非经|除(?!名))(?P<only>[^。；，]{2,40}?)(?:以外|之外|外)?(?:的)?，?(?:任何[^，。；]{2,8}|一律|均)?不得"
    r"(?P<acts>[^，。；]{2,24})"
)
_AND = re.compile(r"、|或者|或|和|及")
_CAUSE = re.compile(r"(?:由于|因为?|出现|遇有|遇到|发生)(?P<cause>[^。；]{2,30}?)(?:等)?(?:原因|情形|情况|困难|的|，)")
_ALLOWS = re.compile(r"可以|可(?!能|行)|批准|同意|申请|予以|准予|允许")
_BARRED = re.compile(r"不得|不予|禁止|严禁|法定|依法|法律|法规|国家规定|责令|处罚|罚款")
_VERB = 2  # characters


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Acts that `mine` has done for a cause which is none of those that `theirs` leaves."""
    bars = [(b, m) for b in theirs for m in _BAR.finditer(b.text)]
    if not bars:
        return
    for a in mine:
        cause = _CAUSE.search(a.text) if not _BARRED.search(a.text) else None
        for b, bar in bars if cause and _ALLOWS.search(a.text, cause.end()) else ():
            acts = (
                [x for x in _AND.split(bar["acts"]) if len(x) >= _VERB and x in a.text[cause.end() :]] if cause else []
            )
            if acts and cause and not bag(cause["cause"]) & bag(bar["only"]) and _one_matter(index, a, b):
                said = (f"因{clip(cause['cause'], 20)}可以{acts[0]}", f"只有{clip(bar['only'], 20)}才可以{acts[0]}")
                yield Departure(Label.CONDITION, "excepted", f"{acts[0]}的事由", *said, (a,), (b,))
                break


def _one_matter(index: CoverageIndex, a: Norm, b: Norm) -> bool:
    return not aids_apart(index, a, b) and one_subject(index, a, b)
