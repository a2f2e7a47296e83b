"""Ways to seek redress that the rule above opens side by side, and a text opens one behind the other.

可以依法申请行政复议或者提起行政诉讼 above, 申请行政复议；对复议决定不服的，可以提起行政诉讼 below: who would go to
court at once has to wait for the review, or for an order that is not obeyed, or for mediation that fails. Quiet where
the text opens the ways side by side for the same matter, and where the rule above has them wait in that matter too.
Two sentences on what follows a breach are of one matter where they name one article (违反本办法第十条、第十一条).
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Severity
from checks.compare.ground.alignment import on_one_matter
from checks.compare.ground.norms import Norm
from checks.compare.ground.references import REFERENCE
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from ontology.cues import Setting

_RECOURSE = Setting("recourse")


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Redress that `mine` has people wait for and `theirs` opens at once."""
    for way in ("review", "wrong"):
        if any(_RECOURSE.has(f"{way}Waits", n.prior + n.text) for n in theirs):
            continue
        above = [n for n in theirs if _opens(way, n)]
        waiting = [n for n in mine if above and _RECOURSE.has(f"{way}Waits", n.prior + n.text)]
        for a in (n for n in waiting if not any(_opened(index, way, x, n) for x in mine)):
            b = next((n for n in above if on_one_matter(index, a, n)), None)
            if b:
                said = (f"规定“{clip(a.text, 30)}”", f"为“{_words(way, b)}”")
                yield Departure(Label.CONDITION, "recourse", "救济途径的先后", *said, (a,), (b,), Severity.WARNING)
                break


def _opened(index: CoverageIndex, way: str, x: Norm, waiting: Norm) -> bool:
    """Whether another norm of the text opens at once what this one has people wait for."""
    if not _opens(way, x) or _RECOURSE.has(f"{way}Waits", x.prior + x.text):
        return False
    one, two = (_breached(n) for n in (x, waiting))
    return on_one_matter(index, x, waiting) and (not one or not two or bool(one & two))


def _breached(norm: Norm) -> frozenset[str]:
    """The articles of its own text that a sentence says are broken."""
    said = next(_RECOURSE.all("breach", norm.prior + norm.text), None)
    return frozenset(m.group() for m in REFERENCE.finditer(said.group()) if m["article"]) if said else frozenset()


def _opens(way: str, norm: Norm) -> bool:
    return _RECOURSE.has(f"{way}Open", norm.text)


def _words(way: str, norm: Norm) -> str:
    return clip(next(_RECOURSE.all(f"{way}Open", norm.text)).group(), 30)
