"""Nothing is taken, or all is paid, by the higher rule: 不设起付标准, 全额资助; and the lower text names a figure.

A figure for people whom the higher rule frees by name. Where the lower text is about others, or names nothing, quiet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Severity
from checks.compare.departures import Departure, Label
from checks.compare.figures import Figure, figures_of
from checks.compare.floors import said
from checks.compare.norms import Norm
from checks.compare.topics import aid_meets
from checks.compare.windows import groups_in
from kg.coverage import CoverageIndex
from kg.enums import Verdict
from ontology.cues import Cue, load_cues

_NONE = re.compile(
    r"[^，。；]{0,40}?(?:不设(?:置|立|定)?|不再设|取消|免除|免收|不收取|不得收取|无需缴纳|不(?:再)?计算)(?P<what>[^，。；]{0,20})"
    r"|(?P<zero>[^，。；]{2,20})(?:为零|为0(?![.0-9]))"
)
_ALL = re.compile(r"[^，。；]{0,24}全额(?:资助|补助|救助|补贴|代缴|减免|报销|保障)[^，。；]{0,12}")


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Figures of `mine` where `theirs` leaves nothing to pay."""
    freed = [x for n in theirs for x in _freed(n)]
    for figure in figures_of(index, mine[0].document) if freed and mine else ():
        for cue, b, words in freed:
            if figure.item == cue.id and _falls_short(cue, figure) and _same_people(index, figure, b, words):
                yield Departure(
                    Label.BENEFIT,
                    cue.id,
                    cue.label,
                    said(figure),
                    f"规定“{words}”",
                    (figure.norm,),
                    (b,),
                    _gravity(figure),
                )
                break


def _freed(norm: Norm) -> Iterator[tuple[Cue, Norm, str]]:
    for cue in load_cues()["item"]:
        better = cue.facts.get("better", ("",))[0]
        none = _NONE.search(norm.text) if better == "lower" else None
        full = _ALL.search(norm.words) if better == "higher" else None
        if none and cue.find("named", none["what"] or none["zero"] or ""):
            yield cue, norm, none.group()
        elif full and cue.find("named", full.group()):
            yield cue, norm, full.group()


def _falls_short(cue: Cue, figure: Figure) -> bool:
    if cue.facts["better"][0] == "lower":
        return figure.parameter.value > 0
    return figure.amount.dimension != "%" or figure.amount.value < 100


def _gravity(figure: Figure) -> Severity:
    """A sum may happen to be the whole; a share below the whole never is."""
    return (
        Severity.WARNING if figure.amount.dimension.startswith("元") and figure.better == "higher" else Severity.ERROR
    )


def _same_people(index: CoverageIndex, figure: Figure, b: Norm, words: str) -> bool:
    """Whether those of the figure are all among those whom the higher rule frees, of one aid."""
    freed = groups_in(words) or b.people
    if figure.unclear or aid_meets(index, figure.norm, b) is not Verdict.YES:
        return False
    return bool(figure.people and freed) and index.groups_contain(freed, figure.people) is Verdict.YES
