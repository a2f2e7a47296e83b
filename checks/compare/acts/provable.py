"""Papers on what the office can find out by itself, which a rule says nobody may be asked for, and a text asks for.

可以通过核对机制核实的情况，不得要求救助对象提供 bars 出具收入证明, though neither has the words of the other: what a
rule covers is a family of things (means, status), and what a text asks for a paper on one of them, or any paper at all.
Quiet where the text spares people what can be found out, asks only for want of it, or asks somebody else.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Severity
from checks.compare.ground.alignment import maybe_one_matter
from checks.compare.ground.marks import CLAUSE
from checks.compare.ground.norms import Norm
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from ontology.cues import Setting

_PROVABLE = Setting("provable")


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Papers that `mine` asks applicants for and that `theirs` has the office find out."""
    bars = [n for n in theirs if _PROVABLE.has("found", n.text)]
    if not bars or any(_PROVABLE.has("spares", n.words) for n in mine):
        return
    for a in mine:
        said = _asks(a)
        b = next((b for b in bars if _covers(b, said) and maybe_one_matter(index, a, b)), None) if said else None
        if b:
            told = (f"要求“{clip(said, 30)}”", f"为“{clip(b.text, 60)}”")
            yield Departure(Label.CONDITION, "provable", "由申请人提供的证明材料", *told, (a,), (b,), Severity.WARNING)
            return


def _asks(norm: Norm) -> str:
    """The words by which a norm on applying asks people for such a paper, "" where it does not."""
    if not _PROVABLE.has("applies", norm.words) or _PROVABLE.has("aside", norm.words):
        return ""
    for clause in CLAUSE.findall(norm.text):
        for what in ("means", "status", "any"):
            match = next(_PROVABLE.all(what, clause), None)
            if match and not _PROVABLE.has("others", clause[: match.start()]):
                return str(match.group())
    return ""


def _covers(rule: Norm, said: str) -> bool:
    """Whether what a rule has found out may be what a paper shows: means, where it speaks of means alone."""
    return not _PROVABLE.has("ofMeans", rule.text) or not _PROVABLE.has("status", said)
