"""Who sends people to another body first (先到学校认定再来), and is sent to by that body in turn.

A norm that makes people go elsewhere first names a door; two of them on one matter, each by the body that the other
names, leave nobody to begin. The body that speaks is one named in the norm, or in the title of its document, or the one
that the document has do the work. A plain order of steps has no door back, and is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.ground.agencies import agencies_in, names_in
from checks.compare.ground.marks import STOP
from checks.compare.ground.norms import Norm, norms_of
from checks.compare.ground.wording import pieces
from checks.places import document_pairs
from checks.remember import per_index
from kg.coverage import CoverageIndex
from kg.enums import Role

_FIRST = re.compile(
    r"先(?:行)?(?:到|去|向|在|由|经|找|至)(?P<to>[^，。；]{2,24}?)"
    r"(?:办|领|取|做|申请|认定|评定|鉴定|开具|出具|确认|登记|评估|核实|核定|核对|审核|提出|报)"
)
_REFUSES = re.compile(
    r"不(?:予)?(?:收|受理|办|挂号|接收|登记|予)|退回|方可|方能|才(?:能|可)?|再(?:来|行|到|向|办|申请)|暂不|空手|换取"
    r"|[凭持][^，。；]{1,14}?(?:办理|登记|受理|申请|落户|入住|就诊)"
)
_SHARED = 4  # pieces of the two paragraphs with their titles
_UNKNOWN = frozenset({"unresolved"})


@dataclass(frozen=True, slots=True)
class Door:
    """A norm by `bodies` that sends people to `target` first."""

    norm: Norm
    target: str
    bodies: frozenset[str]
    words: frozenset[str]
    refuses: bool


def there_and_back(index: CoverageIndex) -> Iterator[tuple[Door, Door]]:
    """Two doors that send to each other, one pair for every two documents (or inside one)."""
    for mine, other in document_pairs(index):
        yield from _pairs(doors_of(index, mine.document.name), doors_of(index, other.document.name))
    for reading in index.readings:
        found = doors_of(index, reading.document.name)
        yield from _pairs(found, found)


def _pairs(mine: tuple[Door, ...], theirs: tuple[Door, ...]) -> Iterator[tuple[Door, Door]]:
    for a in mine:
        for b in theirs:
            back = a.target != b.target and a.target in b.bodies and b.target in a.bodies
            if back and (a.refuses or b.refuses) and len(a.words & b.words) >= _SHARED:
                yield a, b
                return


@per_index
def doors_of(index: CoverageIndex, name: str) -> tuple[Door, ...]:
    """The norms of a document that send people elsewhere first."""
    reading = index.reading(name)
    document = reading.document
    if not _FIRST.search(document.text):
        return ()
    titled = names_in(document.title or "") | frozenset(document.issuer_ids)
    doing = frozenset(a for p in reading.provisions for a in p.agencies(Role.LEAD) if p.functions)
    return tuple(
        Door(
            norm,
            target,
            (names_in(norm.words) | titled | doing) - {target} - _UNKNOWN,
            _words(index, norm),
            bool(_REFUSES.search(norm.text + _behind(document.text, norm))),
        )
        for norm in norms_of(reading)
        for match in _FIRST.finditer(norm.text)
        for target in [a for start, _, a in agencies_in(norm.text) if match.start("to") <= start < match.end()][:1]
    )


def _behind(text: str, norm: Norm) -> str:
    """The stretch that follows in the same paragraph (；未落户的，不予受理)."""
    return next(iter(STOP.split(text[norm.end : norm.line[1]])), "")


def _words(index: CoverageIndex, norm: Norm) -> frozenset[str]:
    document = index.documents[norm.document]
    return pieces(document.text[slice(*norm.line)] + "，" + (document.title or ""))
