"""Work that a notice in force moves from one body to another: 将县民政局的医疗救助职责划入县医疗保障局.

The notice gives the receiving body no clause of its own, so the move is read from its words: who gave up what, to whom.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.ground.agencies import agencies_in
from checks.compare.ground.norms import Norm, norms_of
from checks.compare.ground.topics import aid_named
from checks.compare.ground.wording import pieces
from checks.remember import per_index
from kg.coverage import CoverageIndex, Duty

_MOVES = re.compile(r"划入|划转|划归|移交|转隶|调整(?:到|至|由|给)|并入|整合|转由|改由")
_WORK = re.compile(
    r"(?:承担)?的?(?P<work>[^，。；]{2,40}?)(?:等)?(?:职责|职能|(?:工作|业务|事项)(?=[，。；、（等划移转调整并交由全一和及的职]))(?![、和及]|(?:行政)?主管|部门|机构)"
)
_FROM = re.compile(r"(?:将|把|原|、|，)[^，。；]{0,8}$|^[一-龥]{0,2}$")
_INCLUDED = re.compile(r"[，（](?:具体|主要)?(?:包括|含|即)(?P<works>[^，。；）]{4,80})")
_AND = re.compile(r"[、和及与]|以及")
_FEW = 2  # pieces
_SHARE = 0.4  # of the pieces of the work that has moved


@dataclass(frozen=True, slots=True)
class Move:
    """`work` (with the aid it names) left `origin`; `targets` are the other bodies of the sentence."""

    norm: Norm
    origin: str
    targets: frozenset[str]
    work: str
    aid: frozenset[str]
    pieces: frozenset[str]


def moves(norms: tuple[Norm, ...]) -> Iterator[Move]:
    """Every giving-up of work that the norms tell."""
    for norm in norms:
        if not _MOVES.search(norm.text):
            continue
        named = agencies_in(norm.text)
        for start, end, origin in named:
            work = _WORK.match(norm.text, end)
            before = norm.text[max(0, start - 12) : start]
            if work and origin != "unresolved" and _FROM.search(before):
                targets = frozenset(a for s, _, a in named if a != origin)
                for said in (*_parts(work["work"]), *_included(norm.text[work.end() :])):
                    yield Move(norm, origin, targets, said, aid_named(said), pieces(said))


@per_index
def told_moves(index: CoverageIndex) -> tuple[Move, ...]:
    """Every giving-up of work that a text in force tells."""
    return tuple(m for r in index.readings if index.is_in_force(r.document) for m in moves(norms_of(r)))


def moved_by_notice(index: CoverageIndex, a: Duty, b: Duty) -> bool:
    """Whether a notice in force has moved the work of two bodies' clauses from one of them to the other."""
    between = [m for m in told_moves(index) if {m.origin, *m.targets} >= {a.agency, b.agency}]
    words = pieces(b.provision.quote.text) if between else frozenset()
    return any(len(m.pieces & words) >= max(_FEW, _SHARE * len(m.pieces)) for m in between)


def _included(behind: str) -> list[str]:
    """The works that a move is said to include (划入县退役军人局，包括抚恤补助、生活困难补助和帮扶援助)."""
    found = _INCLUDED.search(behind)
    return [x for x in _AND.split(found["works"]) if len(pieces(x)) >= _FEW] if found else []


def _parts(work: str) -> list[str]:
    """Each work of a list that has words enough of its own; else the list as one."""
    parts = work.split("、")
    return parts if all(len(pieces(part)) >= _FEW for part in parts) else [work]
