"""People whom a text turns away until a rule is made that it has itself left for later: 细则出台以前，暂不受理.

A higher text that recognises or serves the same people knows no such wait. Quiet where the text has them served by
another rule meanwhile, and where nobody above names them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Hit, Severity, Slot
from checks.compare.ground.agencies import agencies_of
from checks.compare.ground.alignment import bag, one_subject
from checks.compare.ground.norms import Norm
from checks.compare.outcome.hits import at_place, clip, places
from checks.speech import people
from kg.coverage import CoverageIndex
from ontology.cues import Setting
from ontology.wording import wordings

_SUSPENDED = Setting("suspended")
_MEANWHILE = re.compile(
    r"(?:按照?|依照|参照|沿用|执行)[^，。；]{0,16}(?:原|现行|旧|国家|省|上级|《)[^，。；]{0,24}(?:执行|办理|规定|办法|受理)"
)
_NAMED = 2  # pieces that the clause above shares with the line


def waiting(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Hit]:
    """Classes of people that `theirs` serves and `mine` turns away until a rule is made."""
    yield from (_hit(index, a, b) for a, b in _held_back(index, mine, theirs))


def _held_back(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[tuple[Norm, Norm]]:
    """Norms of `mine` that have people wait for a rule, each with the norm of `theirs` that serves them."""
    for a in mine:
        said = _SUSPENDED.has("awaits", a.text) and _SUSPENDED.has("shut", a.text)
        if not said or _MEANWHILE.search(a.text):
            continue
        line = tuple(n for n in mine if n.line == a.line)
        served = frozenset(g for n in line for g in n.people.ids()) - frozenset(wordings()["poor-group"])
        words = frozenset().union(*(bag(n.words) for n in line))
        above = [b for b in theirs if served & b.people.ids() and _SUSPENDED.has("serves", b.words)]
        near = [(len(words & bag(b.words)), b) for b in above if one_subject(index, a, b)]
        if near and max(near, key=lambda x: x[0])[0] >= _NAMED:
            yield a, max(near, key=lambda x: x[0])[1]


def _hit(index: CoverageIndex, a: Norm, b: Norm) -> Hit:
    """People who are turned away until a rule is made."""
    return Hit(
        ("waiting", *a.ids, *b.ids),
        f"{at_place(index, a)}“{clip(a.text, 30)}”，"
        f"而{at_place(index, b)}“{clip(b.text, 30)}”所指对象在此期间无处申请。",
        places(index, (a, b)),
        differs=(Slot("groups", a=clip(a.text), b=people(index, b.people)),),
        agencies=agencies_of(a),
        groups=b.people,
        aid=tuple(sorted(a.aid | b.aid)),
        severity=Severity.WARNING,
        suggestion="写明配套规则出台以前按照什么规定受理和办理，不得停止受理。",
    )
