"""What goes on until something is settled (核查结论作出前继续发放), and is withheld meanwhile elsewhere (先行暂缓发放).

A rule has payment, service or keep go on while a doubt is looked into, a decision reviewed or a dispute settled; a text
that stops it first and makes up for it later leaves people without it for that time. Both have to speak of one step
(核查, 复议) and of one thing. Quiet for people who died, cheat, refuse the step or cannot be found, for what they ask
for themselves, and where the rule too lets it be stopped.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.compare.ground.alignment import bag, on_one_matter, people_apart
from checks.compare.ground.marks import CLAUSE
from checks.compare.ground.norms import Norm
from kg.coverage import CoverageIndex
from ontology.cues import Setting

_MEANWHILE = Setting("meanwhile")


def stopped_meanwhile(
    index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]
) -> Iterator[tuple[Norm, Norm]]:
    """Norms of `mine` that withhold what `theirs` has go on for that time."""
    kept = [b for b in theirs if _MEANWHILE.has("goesOn", b.text) and _steps_before(b.text)]
    for a in mine if kept else ():
        said = _withheld(a)
        found = (b for b in kept if said and _one_step(a, b) and _one_thing(said, b))
        b = next((b for b in found if on_one_matter(index, a, b) and not people_apart(index, a, b)), None)
        if b:
            yield a, b


def _steps_before(text: str) -> frozenset[str]:
    """The steps before whose end something goes on (核查结论作出前, 行政复议期间)."""
    return frozenset(m["step"] for m in _MEANWHILE.all("beforeEnd", text))


def _withheld(norm: Norm) -> str:
    """The clause that withholds something for the time being; "" for none."""
    if _MEANWHILE.has("aside", norm.words) or not _MEANWHILE.has("pending", norm.text):
        return ""
    clauses = (c for c in CLAUSE.findall(norm.text) if _MEANWHILE.has("stopped", c))
    return next((c for c in clauses if not _MEANWHILE.has("goesOn", c)), "")


def _one_step(a: Norm, b: Norm) -> bool:
    """Whether what is withheld waits for a step during which the rule has it go on."""
    return any(step in a.words for step in _steps_before(b.text))


def _one_thing(said: str, b: Norm) -> bool:
    """Whether what is withheld is what goes on, or the rule names nothing in particular (停止执行)."""
    thing = bag(_MEANWHILE.without("plain", said))
    going = [c for c in CLAUSE.findall(b.text) if _MEANWHILE.has("goesOn", c)]
    kept = frozenset().union(*(bag(_MEANWHILE.without("plain", c)) for c in going))
    return bool(thing & kept)
