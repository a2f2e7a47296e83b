"""Classes that a text is for by its title, one of which an aid passes over.

A text for 低保边缘家庭和刚性支出困难家庭 owes nobody else a word, and a longer list above is no measure for it. But of
its own classes it leaves none out of an aid that the text above gives to all of them. Quiet where the class is named
anywhere in what the text says on the aid, where the clause stays open, and where another text of the tier serves it.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.compare.ground.norms import Norm, norms_of
from checks.compare.ground.topics import LOOSE, aid_named, aid_of, related
from checks.compare.people.by_rule import rest_by_rule, served_beside
from checks.compare.people.scopes import covered, grants, titled_for
from checks.compare.people.strata import strata_in
from kg.coverage import CoverageIndex
from kg.model import Document, Groups, Reading
from ontology.cues import Setting
from ontology.wording import wordings

_LISTING = Setting("listing")
_SEVERAL = 2  # classes


def of_title(document: Document, ours: frozenset[str], missing: frozenset[str]) -> frozenset[str]:
    """Those of the `missing` classes that a text owes a word: its own, where the title is for several."""
    titled = _titled(document)
    return missing & titled if titled and ours & frozenset(wordings()["strata"]) <= titled else missing


def of_no_title(document: Document, ours: frozenset[str], cases: tuple[Norm, ...]) -> bool:
    """Whether all of the `cases` left out of a list are of classes that the title does not name."""
    named = [strata_in(n.text) for n in cases]
    return all(named) and not any(of_title(document, ours, classes) for classes in named)


def passed_over(
    index: CoverageIndex, reading: Reading, theirs: tuple[Norm, ...]
) -> Iterator[tuple[Norm, Norm, Groups]]:
    """Clauses that give an aid to some of the text's own classes, the rule above for all of them, and who is left."""
    mine, circle = norms_of(reading), _titled(reading.document)
    told: set[str] = set()
    for norm in mine if circle else ():
        aid, own = _aid(index, norm) - told, _classes(norm)
        if not aid or not own or not own <= circle or not _gives(norm):
            continue
        left = circle - own - _spoken(index, mine, aid)
        if not left or _is_open(index, norm, left) or rest_by_rule(mine, norm):
            continue
        above = next((b for b in theirs if circle <= _classes(b) and _gives(b) and _aid(index, b) & aid), None)
        if above and not served_beside(index, reading, aid, sorted(left)):
            told |= aid
            yield norm, above, Groups.of((g,) for g in sorted(left))


def _titled(document: Document) -> frozenset[str]:
    titled = titled_for(document)
    return titled if len(titled) >= _SEVERAL else frozenset()


def _aid(index: CoverageIndex, norm: Norm) -> frozenset[str]:
    return aid_of(index, norm) - LOOSE


def _classes(norm: Norm) -> frozenset[str]:
    return norm.people.ids() & frozenset(wordings()["strata"])


def _gives(norm: Norm) -> bool:
    return any(grants(p) for p in norm.provisions)


def _is_open(index: CoverageIndex, norm: Norm, left: frozenset[str]) -> bool:
    """Whether a clause goes on (其他困难家庭) or a loose word of it may hold those who are left."""
    wanted = Groups.of((g,) for g in sorted(left))
    return _LISTING.has("open", norm.words) or covered(index, wanted, norm.provisions, _classes(norm))


def _spoken(index: CoverageIndex, mine: tuple[Norm, ...], aid: frozenset[str]) -> frozenset[str]:
    """The classes that anything the text says on the aid, or on one above or below it, names."""
    kin = (n for n in mine if any(related(index, x, y) for x in aid for y in (n.aid | aid_named(n.headed)) - LOOSE))
    return frozenset().union(*(_classes(n) for n in kin))
