"""Circles drawn by where people live or are registered, which the higher rule does not draw (城镇户籍的残疾人).

Each line is a cue of `conflict.ttl` with the aids that know no such line. Quiet where the text opens the circle
elsewhere, and where its title says whom it is for; but aid that is due wherever the need arises (疾病应急,
`hs:anywhere`) has no other act for those elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.ground.norms import Norm
from checks.compare.ground.topics import aid_of
from kg.coverage import CoverageIndex
from ontology.cues import Cue, load_cues

_GIVES = re.compile(
    r"给予|提供|享受|申请|纳入|减免|免收|免除|免[缴交]|指派|发放|发给|监护|救助|供养|托养|照料|抚养|安置|补贴|补助|资助"
    r"|购买|参保|优惠|抵扣|优先|不受[^，。；不]{2,16}限制|免予|免于"
)
_SCOPE = re.compile(r"是指|适用于|对象(?:为|是|包括|应当)|所称|申请人(?:应当|须|必须)|仅限|限于|^为了?")
_TITLED = re.compile(r"农村|乡村|城市|城镇|城区")

Narrower = tuple[Cue, Norm, Norm]
"""The line drawn, where `mine` draws it, and what the higher text grants to everybody."""


def narrowed(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Narrower]:
    """Clauses of `mine` that keep an aid to townsfolk, villagers or the registered, which those of `theirs` do not."""
    titled = bool(mine) and _TITLED.search(index.documents[mine[0].document].title or "") is not None
    for cue in load_cues()["circle"]:
        only = frozenset(cue.facts.get("anywhere" if titled else "of", ()))
        scope = (n for n in mine if _SCOPE.search(n.text) or "对象" in n.headed)
        drawn = [n for n in scope if cue.find("named", n.text) and _about(index, n) & only]
        granted = [n for n in theirs if drawn and n.provisions and aid_of(index, n) & only and _GIVES.search(n.text)]
        opened = any(cue.find("open", n.text) for n in mine)
        if drawn and granted and not opened and not any(cue.find("named", n.words) for n in theirs):
            yield cue, drawn[0], granted[0]


def _about(index: CoverageIndex, norm: Norm) -> frozenset[str]:
    """The aid a norm is about and the people it names."""
    return aid_of(index, norm) | norm.people.ids()
