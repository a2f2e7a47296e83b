"""Safeguards of procedure that a higher rule orders for a decision and the lower text, which rules on it, leaves out.

A text that does not touch the decision leaves nothing out: the higher rule applies as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.ground.alignment import bag
from checks.compare.ground.norms import Norm, without_items
from checks.compare.ground.pairing import one_aid
from checks.compare.ground.topics import aid_meets
from checks.compare.outcome.departures import Departure, Label
from kg.coverage import CoverageIndex
from kg.enums import Verdict
from ontology.cues import Cue, load_cues

_ORDER = re.compile(r"应当|必须|应|须|不得")
_CASE = re.compile(r"[^，。；]{0,12}的，")
_PUNISHED = re.compile(r"处分|罚款|追究")
_BEFORE = re.compile(r"[经已]$")
_LEAST, _SAID = 5, 0.5  # pieces that a step has in common with one above; their part of its own
_BY_ARTICLE = re.compile(
    r"(?:依照|按照|依据|根据|遵照)《[^》]+》[^，。；]{0,4}第[^，。；]{1,8}条"
)  # the rule above says how
_OFFENCE = re.compile(r"违反|处分|罚款|追究|不服的|有异议的")


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Safeguards of `theirs` that `mine` drops where it rules on the same decision."""
    for cue in load_cues()["safeguard"]:
        yield from _refused(index, cue, mine, theirs)
        ordered = [n for n in theirs if _about(cue, n) and cue.find("element", n.words) and _ORDER.search(n.words)]
        if not ordered:
            continue
        about = without_items(n for n in mine if _about(cue, n))
        own = (n for n in about if not _OFFENCE.search(n.words) and not cue.find("not", n.words))
        decided = [n for n in own if not _BY_ARTICLE.search(n.text)]
        bare = [n for n in theirs if _about(cue, n) and not cue.find("element", n.words)] if decided else []
        decided = [n for n in decided if not any(_as_above(n, b) for b in bare)]
        around = mine if "reach" in cue.facts else _around(mine, decided)
        kept = any(cue.find("element", n.words) for n in around)
        kept = kept or any(cue.find("element", n.words) and _about(cue, n) for n in mine)
        if kept:
            continue
        pairs = [(a, b) for b in ordered for a in decided if aid_meets(index, a, b) is Verdict.YES]
        if pairs:
            yield Departure(
                Label.CONDITION,
                cue.id,
                cue.label,
                "没有规定这一程序",
                "应当履行这一程序",
                tuple(dict.fromkeys(a for a, _ in pairs)),
                (pairs[0][1],),
            )


def _as_above(a: Norm, b: Norm) -> bool:
    """Whether the rule has the step told in just these words, without the safeguard."""
    mine, theirs = bag(a.words), bag(b.words)
    return len(mine & theirs) >= max(_LEAST, _SAID * len(mine))


def _refused(index: CoverageIndex, cue: Cue, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Where `mine` says outright that the safeguard is not given (不另行通知, 为最终决定)."""
    refusing = [(a, said) for a in mine if (said := cue.find("contrary", a.text)) and not cue.find("not", a.words)]
    granted = _granted(cue, theirs) if refusing else []
    for a, said in refusing if granted else ():
        given = cue.find("element", said.group())
        if given and _BEFORE.search(said.group()[: given.start()]):  # 经一次性告知后仍未补正的
            continue
        if _CASE.match(a.text[said.end() :]):  # what somebody failed to do, and what follows
            continue
        same = [b for b in granted if _alike(cue, a, b) and one_aid(index, a, b)]
        if same and not cue.find("element", a.text[said.end() :]):
            b = max(same, key=lambda n: len(bag(n.words) & bag(a.words)))
            yield Departure(Label.CONDITION, cue.id, cue.label, f"规定“{said.group()}”", "应当履行这一程序", (a,), (b,))


def _granted(cue: Cue, theirs: tuple[Norm, ...]) -> list[Norm]:
    """The norms that give the safeguard, in a text that nowhere lets it go itself."""
    if any(cue.find("contrary", n.text) for n in theirs):
        return []
    orders = (n for n in theirs if cue.find("element", n.words) or cue.find("beside", n.words))
    return [n for n in orders if not _PUNISHED.search(n.words)]


def _alike(cue: Cue, a: Norm, b: Norm) -> bool:
    """Whether two norms share the pieces that a safeguard of many steps (公示) asks for."""
    return "alike" not in cue.facts or len(bag(a.words) & bag(b.words)) >= int(cue.facts["alike"][0])


def _about(cue: Cue, norm: Norm) -> bool:
    thing = "object" not in cue.patterns or cue.find("object", norm.words)
    return bool(thing) and cue.find("matter", norm.words) is not None


def _around(norms: tuple[Norm, ...], decided: list[Norm]) -> Iterator[Norm]:
    """The norms that decide, and those beside them in the same article or the next line."""
    places = {n.line for n in decided}
    lines = sorted({n.line for n in norms})
    near = {x for i, x in enumerate(lines) if places & set(lines[max(0, i - 1) : i + 2])}
    return (n for n in norms if n.line in near)
