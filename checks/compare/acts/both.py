"""Two benefits that one place keeps from being had together, and another lets people have at once.

享受孤儿补贴的残疾儿童不享受生活补贴 against 领取孤儿补贴的，可以同时领取生活补贴: what is denied has to be what is let,
by its name, and the other benefit the same too, or the case in most of its words. Quiet where a choice or the higher of
the two is left, and where people fail (不符合条件).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.ground.alignment import bag, in_two_places, on_one_matter, people_apart, share
from checks.compare.ground.deeds import sum_names
from checks.compare.ground.norms import Norm
from checks.compare.outcome.doubles import Double
from kg.coverage import CoverageIndex

_HAD = r"(?:享受|领取|申领|申请|发放|享有|获得)"
_DENIES = re.compile(
    rf"(?P<case>[^。；]*?)(?<!可以)(?<!可)(?:不得|不再|不能|不可|不予|不)(?:同时|重复|叠加|再)*{_HAD}(?P<what>[^，。；]*)"
)
_LETS = re.compile(
    rf"(?P<case>[^。；]*?)(?<!不)(?:可以?|允许|能够?|应当)[^，。；]{{0,4}}?(?:同时|一并|叠加|继续|再(?:行)?|仍(?:然)?){_HAD}(?P<what>[^，。；]*)"
)
_ASIDE = re.compile(r"就高|从高|择高|择优|择一|其中一|选择|较高|最高|不符合|骗取|虚假|不影响")
_EACH = re.compile(r"[、与和及，]|或者")
_AID = re.compile(r"[一-龥]{2,8}(?:救助|救济|互助金|供养|低保|援助|帮扶|资助)(?=$|金|待遇|政策|资金|的|后)")
_VERBS = re.compile(rf"^.*(?:已经?|不再|不得|继续|同时|可以|{_HAD})")
_CASE = 0.5  # of the words of the shorter case


@dataclass(frozen=True, slots=True)
class _Stand:
    """Where a benefit is denied, or let, beside another: the names of sums in the case and behind the verb."""

    norm: Norm
    case: str
    beside: frozenset[str]
    what: frozenset[str]


def together(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[tuple[Norm, Norm]]:
    """Norms of `mine` that let people have at once what `theirs` does not."""
    denied = [s for n in theirs for s in _stands(_DENIES, n)]
    for let in (s for n in mine for s in _stands(_LETS, n)) if denied else ():
        met = (d.norm for d in denied if _same(d, let) and _one_matter(index, d.norm, let.norm))
        if (found := next(met, None)) is not None:
            yield let.norm, found


def doubles(index: CoverageIndex, norms: tuple[Norm, ...]) -> Iterator[Double]:
    """The same inside one document."""
    for let, denied in together(index, norms, norms):
        if in_two_places(let, denied):
            yield Double("both", "能否同时享受", let.text, denied.text, (let, denied))


def _stands(pattern: re.Pattern[str], norm: Norm) -> Iterator[_Stand]:
    for m in pattern.finditer(norm.text) if not _ASIDE.search(norm.words) else ():
        beside, what = (_names(m[x]) for x in ("case", "what"))
        if what or len(beside) > 1:
            yield _Stand(norm, m["case"], beside, what)


def _names(text: str) -> frozenset[str]:
    return frozenset(name for part in _EACH.split(text) if part for name in sum_names(part) or _aid(part))


def _aid(part: str) -> tuple[str, ...]:
    """The aid that a part names, where it names no sum."""
    named = _AID.search(_VERBS.sub("", part))
    return (named.group(),) if named else ()


def _same(denied: _Stand, let: _Stand) -> bool:
    """Whether what is denied is let; of a pair without order (A与B不得同时享受) both."""
    names = let.beside | let.what
    if not denied.what:
        return len(_shared(denied.beside, names)) > 1
    if not _shared(denied.what, let.what or names) or (let.what and let.what <= let.beside):
        return False
    rest = _shared(denied.beside, names)
    return bool(rest) or share(bag(denied.case), bag(let.case)) >= _CASE


def _shared(mine: frozenset[str], theirs: frozenset[str]) -> frozenset[str]:
    """Names of `mine` that are names of `theirs`, or end as one does."""
    return frozenset(x for x in mine if any(x.endswith(y) or y.endswith(x) for y in theirs))


def _one_matter(index: CoverageIndex, a: Norm, b: Norm) -> bool:
    one = bool(a.aid & b.aid) or on_one_matter(index, a, b)  # a benefit that both name, whatever their titles
    return one and not people_apart(index, a, b)
