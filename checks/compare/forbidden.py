"""What a text forbids in so many words, and another orders or allows in nearly the same.

For acts that no family of wording in `conflict.ttl` covers: nearly all two-character pieces of the forbidden act have
to stand in one norm of the other text about the same aid, and that norm must not forbid, punish or negate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.norms import Norm
from checks.compare.topics import aid_meets
from checks.compare.wording import pieces
from kg.coverage import CoverageIndex
from kg.model import Verdict

_BARS = re.compile(
    r"(?:不得(?:以任何[^，。；]{1,6})?|禁止|严禁|不准)(?!低于|高于|超过|少于|多于|影响|突破|违反|违背|早于|晚于)(?P<act>[^，。；]{4,40})"
)
_GUARDED = re.compile(r"不|未|禁止|严禁|避免|防止|杜绝|违反|责令|处分|罚款|处罚|追究|擅自|变相|非法|违规|除外")
_DOES = re.compile(r"应当|必须|可以|一律|统一")
_LEAST, _SHARED = 7, 0.85


@dataclass(frozen=True, slots=True)
class Bar:
    """A forbidden act and where it stands."""

    norm: Norm
    act: str
    pieces: frozenset[str]


def bars(norms: tuple[Norm, ...]) -> Iterator[Bar]:
    """Forbidden acts with enough words to be recognised elsewhere."""
    for norm in norms:
        for match in _BARS.finditer(norm.text):
            found = pieces(match["act"])
            if len(found) >= _LEAST:
                yield Bar(norm, match["act"], found)


def breaches(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[tuple[Norm, Bar]]:
    """Norms of `mine` that do what `theirs` forbids."""
    forbidden = tuple(bars(theirs))
    for norm in mine if forbidden else ():
        modal = _DOES.search(norm.text)
        if not modal or _GUARDED.search(norm.words):
            continue
        said = pieces(norm.text[modal.end() :])
        for bar in forbidden:
            if len(said & bar.pieces) >= _SHARED * len(bar.pieces) and aid_meets(index, norm, bar.norm) is Verdict.YES:
                yield norm, bar
                break
