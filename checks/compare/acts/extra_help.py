"""More for those who still have it hard, which a rule orders and a text only allows: 应当增发, 可以提高救助水平.

A rule has certain classes of those on aid (老年人, 重度残疾人, 重病患者) given something more; a text below lets that
be done for the same classes, who may stand in a list under it. Quiet where the rule leaves it open itself, where the
text orders it in another place, and for classes that the rule does not name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Severity
from checks.compare.ground.alignment import article_of, on_one_matter
from checks.compare.ground.norms import Norm
from checks.compare.ground.windows import groups_in
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from ontology.cues import Setting
from ontology.wording import wordings

_EXTRA = Setting("extra")
_BELOW = re.compile(r"(?:下列|以下)[^，。；]{0,12}(?:人员|对象|家庭|情形|成员)")
_MAY = re.compile(r"可以|(?<![许认])可(?=适当|采取|按|给予|酌情|上浮|增发|提高|对|为|根据|视)|酌情|视情")
_MUST = re.compile(r"应当|必须|应予|须")
_HALF = 0.5  # of the classes that the rule names


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Classes whom `theirs` has given more, and `mine` only lets be given it."""
    above = [(b, who) for b in theirs if _orders(b) and (who := _classes(b.text))]
    for a in mine if above else ():
        said = _named(a)
        if not said or not _MAY.search(a.text) or _MUST.search(a.text):
            continue
        people = _classes(_with_list(a, mine))
        for b, who in above:
            close = len(people & who) >= _HALF * len(who) and on_one_matter(index, a, b)
            if close and not any(_orders(n) and _classes(_with_list(n, mine)) & who for n in mine):
                told = (f"“可以”（{clip(said, 20)}）", f"“应当”（{clip(_named(b), 20)}）")
                about = "对生活仍有困难人员的进一步救助"
                yield Departure(Label.CONDITION, "extra-help", about, *told, (a,), (b,), Severity.WARNING)
                break


def _named(norm: Norm) -> str:
    """The words for something more, "" where there are none."""
    return next((m.group() for m in _EXTRA.all("named", norm.text)), "")


def _orders(norm: Norm) -> bool:
    soft = _MAY.search(norm.text) or _EXTRA.has("aside", norm.text)
    return bool(_MUST.search(norm.text) and _named(norm)) and not soft


def _with_list(norm: Norm, norms: tuple[Norm, ...]) -> str:
    """The words of a norm, with the items of its article where it has a list."""
    if not _BELOW.search(norm.text):
        return norm.words
    return norm.words + "，".join(n.text for n in norms if n.line > norm.line and article_of(n) == article_of(norm))


def _classes(text: str) -> frozenset[str]:
    """Classes of people by what makes it hard for them, the aid that they are on left out."""
    return groups_in(text).ids() - frozenset(wordings()["strata"])
