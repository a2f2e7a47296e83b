"""The events that times of one document run from, and what has to be done by then: whether two are one.

A bare 收到 says less than 收到报送的材料, and the same; papers of a later round (补正材料, 复核报告) are another event.
"""

from __future__ import annotations

import re

from checks.compare.figures.figures import Figure
from checks.compare.ground.clauses import due_within, words_before, words_behind
from checks.compare.ground.wording import pieces

_COMES_IN = re.compile(r"收到|接到|接收|受理|收齐")
_LATER_ROUND = re.compile(r"补正|补充|补齐|补交|异议|复[核查审议]|申诉|公示|鉴定|评估|核对|报告|结论|意见|决定")
_SHOWN = re.compile(r"公示(?=期满|结束|无异议|后|完毕|期间)")
_EVENT = 2  # characters of the event that tell it
_FEW = 2  # pieces that two clauses share at least
_DEED = 0.5  # of the words of the deed that is said shorter


def start_of(figure: Figure) -> str:
    """The event that its time runs from; 受理申请 and 受理 are one, and the end of a notice is one by itself."""
    if not figure.parameter.basis and (shown := _SHOWN.search(words_before(figure.norm, figure.parameter))):
        return shown[0]
    return (figure.parameter.basis or "").partition("之日")[0].replace("受理申请", "受理")


def told_apart(starts: set[str]) -> set[str]:
    """The events less those that another says in more words (作出 beside 决定作出, 收到 beside 收到报送的材料)."""
    return {s for s in starts if not any(s != x and (x.endswith(s) or _of_what(s, x)) for x in starts)}


def _of_what(bare: str, said: str) -> bool:
    """Whether `said` only adds what comes in, or from whom (收到, 收到材料), and that is no paper of a later round."""
    comes = _COMES_IN.match(bare)
    if comes is None or not said.startswith(comes[0]) or not said.endswith(bare[comes.end() :]):
        return False
    return not _LATER_ROUND.search(said, comes.end(), len(said) - len(bare) + comes.end())


def same_event(a: Figure, b: Figure) -> bool:
    """Whether both times run from one event, by its last word (接到报告, 自理能力变化报告)."""
    said = [start_of(f)[-_EVENT:] for f in (a, b)]
    return bool(said[0]) and said[0] == said[1]


def one_deed(a: Figure, b: Figure) -> bool:
    """Whether the words behind both times say one deed (送达申请人)."""
    mine, theirs = (pieces(due_within(words_behind(f.norm, f.parameter))) for f in (a, b))
    return len(mine & theirs) > _DEED * min(len(mine), len(theirs))


def one_clause(a: Figure, b: Figure, aside: frozenset[str]) -> bool:
    """Whether the words up to the end of what is due, less those `aside`, are mostly the same."""
    mine, theirs = (
        pieces(words_before(f.norm, f.parameter) + due_within(words_behind(f.norm, f.parameter))) - aside
        for f in (a, b)
    )
    return len(mine & theirs) >= max(_FEW, _DEED * min(len(mine), len(theirs)))
