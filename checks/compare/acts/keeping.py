"""A benefit that one line keeps or grants and another ends or denies for one case: 就业后继续享受, 就业后停发.

A case is the words before 的 that open a sentence. Two lines contradict where their cases share most of their words,
are denied alike and have the same figures, and speak of one benefit, unless the end comes behind a time of grace
(期满后) or is said to leave the other line as it is. Of what is granted and denied one line names what the other does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from checks.compare.ground.alignment import bag, in_two_places, names_others, share
from checks.compare.ground.norms import Norm
from checks.compare.outcome.doubles import Double
from ontology.cues import Setting

_KEEPING = Setting("keeping")
_CASE = re.compile(
    r"^(?P<case>[^。；]{6,80}?的(?:儿童|家庭|人员|老年人|残疾人|学生|对象|居民|患者|职工|个人|住户)?)，(?P<act>[^。；]+)"
)
_ALIKE, _LEAST = 0.6, 4  # of the words of the longer case; pieces that two cases share
_TURNED = re.compile(
    r"[不未无非]|没有|[0-9一二三四五六七八九十]+(?=[周岁年个月日倍元人次]|周岁)|以[上下内外]|[高低]于|[超大小]"
)
_GIVEN = "granted", "denied"


@dataclass(frozen=True, slots=True)
class _Line:
    norm: Norm
    case: frozenset[str]
    turned: tuple[str, ...]  # its negations and figures
    act: frozenset[str]  # what is given, by its words
    said: str


def doubles(norms: tuple[Norm, ...]) -> Iterator[Double]:
    """The first two lines that keep and end a benefit for one case."""
    for a, b in at_odds(norms, norms):
        if in_two_places(a, b):
            yield Double("keeping", "同一情形下待遇的存续", a.text, b.text, (a, b))
            return


def at_odds(mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[tuple[Norm, Norm]]:
    """Lines of `mine` that keep or grant for a case what those of `theirs` end or deny."""
    ours, others = _lines(mine), _lines(theirs)
    for does, denies in (("kept", "ended"), _GIVEN):
        kept = [x for x in ours if _says(does, denies, x)]
        ended = [x for x in others if kept and _says(denies, does, x)]
        for a, b in product(kept, ended):
            if _one_case(a, b) and (does == "kept" or _one_thing(a, b)):
                yield a.norm, b.norm


def _lines(norms: tuple[Norm, ...]) -> list[_Line]:
    found = ((m, n) for n in norms if n.provisions and (m := _CASE.match(n.text)))
    return [
        _Line(n, bag(m["case"]), tuple(_TURNED.findall(m["case"])), bag(_plain(m["act"])), m["act"]) for m, n in found
    ]


def _plain(act: str) -> str:
    return _KEEPING.without("plain", act)


def _says(what: str, contrary: str, line: _Line) -> bool:
    other = line.norm.words if what == "ended" else line.said
    return (
        _KEEPING.has(what, line.said)
        and not _KEEPING.has(contrary, other)
        and not _KEEPING.has("aside", line.norm.words)
    )


def _one_thing(a: _Line, b: _Line) -> bool:
    """Whether what is denied is what is granted, by its words, where it has any."""
    one = bool(a.norm.aid & b.norm.aid) and (not a.act or not b.act or share(a.act, b.act) >= _ALIKE)
    mine, theirs = a.norm.people.ids(), b.norm.people.ids()
    return one and (bool(mine & theirs) or mine == theirs)


def _one_case(a: _Line, b: _Line) -> bool:
    both = len(a.case & b.case)
    alike = both >= _LEAST and share(a.case, b.case) >= _ALIKE and both >= _ALIKE * max(len(a.case), len(b.case))
    one_aid = not (a.norm.aid and b.norm.aid) or bool(a.norm.aid & b.norm.aid)
    return alike and a.turned == b.turned and one_aid and not names_others(a.norm, b.norm)
