"""A status that lapses in one place and goes on by itself in another: 期满应当重新申请, 资格自动延续.

One document lets a recognition, a benefit or a paper end with its time and asks for a new application, and elsewhere
has it go on, or frees people of applying anew. Quiet where what goes on is for people of its own, lies inside the
time (有效期内), or is another thing; and where one sentence makes the other its exception.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from checks.compare.ground.alignment import in_two_places, on_one_matter, people_apart
from checks.compare.ground.norms import Norm
from checks.compare.outcome.doubles import Double
from kg.coverage import CoverageIndex
from ontology.cues import Setting

_RENEWAL = Setting("renewal")


def doubles(index: CoverageIndex, norms: tuple[Norm, ...]) -> Iterator[Double]:
    """What lapses and goes on by itself in one document."""
    lapses = [n for n in norms if _RENEWAL.has("lapses", n.text) and not _RENEWAL.has("aside", n.text)]
    goes_on = [n for n in norms if lapses and _goes_on(n)]
    for a, b in product(lapses, goes_on):
        one = in_two_places(a, b) and _one_status(index, a, b) and on_one_matter(index, a, b)
        if one and _same_people(index, a, b):
            yield Double("renewal", "期满后是否重新申请", _said("lapses", a), _said("goesOn", b), (a, b))
            return


def _goes_on(norm: Norm) -> bool:
    return _RENEWAL.has("goesOn", norm.text) and not _RENEWAL.has("inTime", norm.text)


def _one_status(index: CoverageIndex, a: Norm, b: Norm) -> bool:
    """Whether the lines of both name one sort of thing that lapses: a recognition, a benefit, a paper."""
    text = index.documents[a.document].text
    mine, theirs = (_RENEWAL.words("status", text[slice(*n.line)]) for n in (a, b))
    return bool(mine & theirs)


def _same_people(index: CoverageIndex, a: Norm, b: Norm) -> bool:
    """Whether what goes on is not only for some people of their own."""
    return not people_apart(index, a, b) and b.people.ids() <= a.people.ids()


def _said(what: str, norm: Norm) -> str:
    return next(_RENEWAL.all(what, norm.text)).group()
