"""An act that a higher rule bars but for one cause (非因不可抗力不得缓缴), done below for another (因停产可以缓缴).

The bar names the only causes; a text that has the act done for a cause of its own opens what the law has shut. Quiet
where its cause is among those, where it only points to the law (法定事由, 依法), and where it bars the act itself. The
causes may be the items under what is allowed (有下列情形之一的，可以申请缓缴：), which are told together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.ground.alignment import bag, on_one_matter
from checks.compare.ground.norms import Norm
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex

_BAR = re.compile(
    r"(?:非因|非经|除(?!名))(?P<only>[^。；，]{2,40}?)(?:以外|之外|外)?(?:的)?，?(?:任何[^，。；]{2,8}|一律|均)?不得"
    r"(?P<acts>[^，。；]{2,24})"
)
_AND = re.compile(r"、|或者|或|和|及")
_CAUSE = re.compile(r"(?:由于|因为?|出现|遇有|遇到|发生)(?P<cause>[^。；]{2,30}?)(?:等)?(?:原因|情形|情况|困难|的|，)")
_ALLOWS = re.compile(r"可以|可(?!能|行)|批准|同意|申请|予以|准予|允许")
_BARRED = re.compile(r"不得|不予|禁止|严禁|法定|依法|法律|法规|国家规定|责令|处罚|罚款")
_LISTED = re.compile(r"(?:下列|以下)[^，。；：]{0,8}(?:之一|情形|情况|原因|条件)[^，。；：]{0,6}，")
_VERB = 2  # characters


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Acts that `mine` has done for a cause which is none of those that `theirs` leaves."""
    bars = [(b, m) for b in theirs for m in _BAR.finditer(b.text)]
    allowed = [(n, said) for n in mine if (said := _allowed(n))] if bars else []
    for a, (cause, behind) in allowed:
        for b, bar in bars:
            act = _act(bar, behind)
            if act and not bag(cause) & bag(bar["only"]) and on_one_matter(index, a, b):
                words = (f"因{clip(cause, 20)}可以{act}", f"只有{clip(bar['only'], 20)}才可以{act}")
                yield Departure(Label.CONDITION, "excepted", f"{act}的事由", *words, (a,), (b,))
                break
    yield from _in_lists(index, mine, bars)


def _in_lists(
    index: CoverageIndex, mine: tuple[Norm, ...], bars: list[tuple[Norm, re.Match[str]]]
) -> Iterator[Departure]:
    """Lists of causes for an act, with those that no bar leaves."""
    lists: dict[int, list[Norm]] = {}
    for item in (n for n in mine if bars and n.stem):
        lists.setdefault(item.lead.start, []).append(item)
    for items in lists.values():
        behind = _listed(items[0].lead.said)
        for b, bar in bars if behind else ():
            act = _act(bar, behind)
            own = [i for i in items if not _BARRED.search(i.text) and not bag(i.text) & bag(bar["only"])]
            if act and own and on_one_matter(index, own[0], b):
                said = "、".join(f"“{clip(i.text.rstrip('；。'), 16)}”" for i in own)
                words = (f"因{said}也可以{act}", f"只有{clip(bar['only'], 20)}才可以{act}")
                yield Departure(Label.CONDITION, "excepted", f"{act}的事由", *words, tuple(own), (b,))
                break


def _listed(stem: str) -> str:
    """What a stem allows in the cases of its list, "" where it allows nothing."""
    listed = _LISTED.search(stem) if not _BARRED.search(stem) else None
    allows = _ALLOWS.search(stem, listed.end()) if listed else None
    return stem[allows.start() :] if allows else ""


def _act(bar: re.Match[str], behind: str) -> str:
    """The act of a bar that stands in what is allowed, "" where none does."""
    acts = (x for x in _AND.split(bar["acts"]) if len(x) >= _VERB and x[:2] != "其他")
    return next((x for x in acts if x in behind), "")


def _allowed(norm: Norm) -> tuple[str, str] | None:
    """The cause for which a norm allows something, and the words behind it; None where it allows nothing."""
    cause = _CAUSE.search(norm.text) if not _BARRED.search(norm.text) else None
    behind = norm.text[cause.end() :] if cause else ""
    return (cause["cause"], behind) if cause and _ALLOWS.search(behind) else None
