"""Costs that each of two payers leaves to the other: 不列入应急救助基金支付范围，由救助站结算 here, the reverse there.

A payer is a body or a fund, a fund also the body that has it. A norm that takes costs from one payer and lays them on
another says so by words before or behind the name. Only what comes back from the payer that it was sent to has no end:
a text of that payer may also just lay them on the first (由公安机关列支). Quiet where the two norms are for others, or
one is on what comes after.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from checks.compare.ground.agencies import agencies_in, authors_of
from checks.compare.ground.alignment import bag, people_apart, share, subject_words
from checks.compare.ground.holders import holders_of
from checks.compare.ground.norms import Norm, norms_of
from checks.compare.ground.occasions import events_apart, of_what_is_not_such
from checks.places import document_pairs
from kg.coverage import CoverageIndex
from kg.memo import per_reading
from kg.model import Reading
from ontology.cues import Setting, named_in

_PAYS = (
    r"(?:支付|结算|报销|列支|承担|负担|垫付|解决|支出|开支|核销|兜底"
    r"|保障|补助|补贴|救助|给付|安排|拨付|结清|结付|埋单|出资)"
)
_ANY_AWAY = re.compile(
    rf"不(?:予|再|得|能|应|列入|纳入|属于|在|从|由|使用|负责)[^，。；]{{0,24}}?(?:{_PAYS}|范围)|不{_PAYS}(?!的?部分)"
)
_FUND = re.compile(
    r"[一-龥]{2,16}?(?:基金|公益金|保障金|备用金|补助金|资金|经费)"
    r"|(?:城乡居民|职工)(?:基本)?(?:医保|医疗保险)(?!部门|行政|局|机构|经办|待遇|目录|政策|报销后|基金)"
)
_BEFORE_NAME = re.compile(
    r".*(?:列入|纳入|属于|使用|动用|占用|申请|通过|其中|所需|[从由向在到找至于，、的])|^(?:本|该|其|[省市县区州旗]级?)+"
)
_NOT_BEFORE = re.compile(
    r"不(?:予|得|再|应|能)?(?:列入|纳入|属于?|在|从|由|使用|动用|占用|进入|挤占|向)[^，。；]{0,6}$"
)
_NOT_BEHIND = re.compile(
    rf"[^，。；向由]{{0,8}}?(?:一律|均|概|暂|都|也)?不(?:予|再|得|能|应|负责|另行|单独)*[^，。；向由]{{0,8}}?{_PAYS}"
)
_LAID_BEFORE = re.compile(
    r"(?:应由|改由|转由|仍由|由|向|从|在|找|到|列入|纳入|通过|使用|申请|归)[^，。；不向由从]{0,6}$"
)
_LAID_BEHIND = re.compile(
    rf"[^，。；不向到从找由]{{0,12}}?{_PAYS}|(?:从|在)[^，。；不]{{2,20}}?{_PAYS}|(?:进行|提出|办理|予以)?(?:申请|申报|申领|请款|要求)|(?:中|内|里)?{_PAYS}"
)
_ANY_COSTS = re.compile(
    rf"{_PAYS}|费用|符合|条件|规定|范围|所需|产生|发生|部分|应当|不予|不得|不再|列入|纳入|属于|给予|予以|申请|办理|按照?|由|从"
)
_ANY_COST = re.compile(rf"{_ANY_AWAY.pattern}|费|欠款|[从在]{_FUND.pattern}")
_SEND = Setting("send")
_TREASURY = frozenset({"finance", "government"})  # they give money to whoever pays
_MUCH = 0.6  # of the costs that one names, in the other
_REACH = 12  # characters before a name
_SHARED = 3  # pieces of the two norms, beside the names of who pays


@dataclass(frozen=True, slots=True)
class PassedOn:
    """A norm that takes costs `off` some payers and lays them `on` others."""

    norm: Norm
    off: frozenset[str]
    on: frozenset[str]
    costs: frozenset[str]
    own: frozenset[str]  # whose text it is
    refuses: bool = True


def passed_back(index: CoverageIndex) -> Iterator[tuple[Norm, Norm]]:
    """Norms of two documents, or of one, that lay the same costs on each other's payers."""
    pairs = [(_passed(mine), _passed(other)) for mine, other in document_pairs(index)]
    for a, b in (p for mine, theirs in pairs for p in product(mine, theirs)):
        if _circle(index, a, b):
            yield a.norm, b.norm
    for reading in index.readings:
        yield from ((a.norm, b.norm) for a, b in combinations(_passed(reading), 2) if _circle(index, a, b))


def _circle(index: CoverageIndex, a: PassedOn, b: PassedOn) -> bool:
    back = bool(a.off & b.on) and bool(a.on & b.off) and (a.refuses or b.refuses)
    if not back or not _one_cost(index, a, b) or _comes_after(a.norm) is not _comes_after(b.norm):
        return False
    if not (a.refuses and b.refuses) and not _each_by_itself(a, b):
        return False
    if of_what_is_not_such(a.norm.text, b.norm.text) or events_apart(a.norm, b.norm):
        return False
    return not people_apart(index, a.norm, b.norm)


def _one_cost(index: CoverageIndex, a: PassedOn, b: PassedOn) -> bool:
    """Whether both are about the same costs, where they share a word with those that the titles have for it."""
    titled = [x.costs | subject_words(index.documents[x.norm.document]) for x in (a, b)]
    return bool(a.costs & b.costs) and len(titled[0] & titled[1]) >= _SHARED


def _each_by_itself(a: PassedOn, b: PassedOn) -> bool:
    """Whether each payer's own text lays what is surely one cost on the other."""
    own = a.own & a.off & b.on and b.own & b.off & a.on
    return bool(own) and share(a.costs, b.costs) >= _MUCH and not {*a.on, *b.on} & _TREASURY


def _comes_after(norm: Norm) -> bool:
    """Whether a norm is on costs that are left, or come later."""
    return _SEND.has("rest", norm.text)


@per_reading
def _passed(reading: Reading) -> tuple[PassedOn, ...]:
    """The norms of a document that pass costs on; one that names nobody speaks for whoever its title names."""
    own = authors_of(reading.document) or frozenset(holders_of(reading)[:1])
    own |= frozenset(x for _, _, x in _payers(reading.document.title or ""))
    found = []
    for norm in (n for n in norms_of(reading) if _ANY_COST.search(n.text)):
        refuses = _ANY_AWAY.search(norm.text) is not None
        named = list(_payers(norm.text))
        off = frozenset(x for start, end, x in named if _is_off(norm.text, start, end))
        on = frozenset(x for start, end, x in named if x not in off and _is_on(norm.text, start, end))
        if on and (off := off or own - on):
            costs = _costs(norm, named, reading.document.text[slice(*norm.line)])
            found.append(PassedOn(norm, off, on, costs, own, refuses))
    return tuple(found)


def _payers(text: str) -> Iterator[tuple[int, int, str]]:
    """Bodies and funds that a stretch names; a fund stands for itself and for the body that has it."""
    yield from agencies_in(text)
    for m in _FUND.finditer(text):
        name = _BEFORE_NAME.sub("", m.group())
        name = name[max((end for _, end, _ in agencies_in(name) if end < len(name) - 1), default=0) :]
        start = m.end() - len(name)
        yield from ((start, m.end(), x) for x in (name, *sorted(named_in("purse", name))))


def _is_off(text: str, start: int, end: int) -> bool:
    return bool(_NOT_BEFORE.search(text[max(0, start - _REACH) : start]) or _NOT_BEHIND.match(text[end:]))


def _is_on(text: str, start: int, end: int) -> bool:
    return bool(_LAID_BEFORE.search(text[max(0, start - _REACH) : start]) and _LAID_BEHIND.match(text[end:]))


def _costs(norm: Norm, named: list[tuple[int, int, str]], paragraph: str) -> frozenset[str]:
    """Pieces of what a norm is about, less the names of who pays; of its paragraph so far, where it says little."""
    text = norm.text
    for start, end, _ in named:
        text = text[:start] + " " * (end - start) + text[end:]
    said = bag(_ANY_COSTS.sub(" ", norm.stem + norm.prior + text))
    return said if len(said) > _SHARED else said | bag(_ANY_COSTS.sub(" ", paragraph[: norm.start - norm.line[0]]))
