"""低于或者窄于上位规定，或者增设条件。

A text below another may be more favourable than a floor or ceiling, never less: lower rate, longer time, narrower
circle, added condition, sanction outside the range, power that was not delegated, safeguard dropped. That is a matter
of legality review, which consultation cannot cure. 上位法, 新法 and 特别法 are shown for a person to weigh.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Check, Hit, Material, Outcome, Route, Severity, Slot
from checks.compare.comparers import BY_KIND, COMPARERS, LATE
from checks.compare.ground.agencies import agencies_of
from checks.compare.ground.norms import norms_of
from checks.compare.ground.opponents import BINDING, OPEN, certainty, opponents
from checks.compare.ground.peers import repeats_another
from checks.compare.outcome.departures import Comparer, Departure, Label
from checks.compare.outcome.hits import at_place, clip, defers, places, weighing
from checks.places import under_review
from kg.coverage import CoverageIndex
from kg.model import Reading
from kg.standing import Standing


def find(index: CoverageIndex) -> Iterator[Outcome]:
    """Every departure from every document above."""
    for reading in under_review(index):
        for several in _found(index, reading).values():
            yield _hit(index, sorted(several, key=lambda x: (list(Severity).index(x[0].severity), x[1] in OPEN)))


def _found(index: CoverageIndex, reading: Reading) -> dict[tuple[str, str], list[tuple[Departure, Standing]]]:
    """Departures by their point and the words that make them; by a kind of wording only of what is untold."""
    found: dict[tuple[str, str], list[tuple[Departure, Standing]]] = {}
    told: set[int] = set()
    for comparers in (COMPARERS, BY_KIND):
        for departure, standing in _from_all(index, reading, comparers):
            if departure.mine[0].start not in told:
                found.setdefault((departure.slot, departure.mine[0].text), []).append((departure, standing))
        told = {d.mine[0].start for several in found.values() for d, _ in several if d.severity is not Severity.INFO}
    return found


def _from_all(
    index: CoverageIndex, reading: Reading, comparers: tuple[Comparer, ...]
) -> Iterator[tuple[Departure, Standing]]:
    for other, standing in opponents(index, reading):
        if standing in BINDING:
            for departure in _departures(index, reading, other, comparers):
                if not repeats_another(index, departure.mine[0], other.document):
                    yield departure, standing


def _departures(
    index: CoverageIndex, reading: Reading, other: Reading, comparers: tuple[Comparer, ...]
) -> Iterator[Departure]:
    mine, theirs = norms_of(reading), norms_of(other)
    told: set[int] = set()
    said: dict[tuple[int, int, Label], Comparer] = {}  # two norms and how one falls behind, with who said so first
    for compare in comparers:
        for departure in compare(index, mine, theirs):
            start = departure.mine[0].start
            if departure.severity is Severity.INFO:  # a hint keeps nobody from saying it outright
                yield from () if defers(index, departure.mine[0]) else (departure,)
                continue
            first = said.setdefault((start, departure.theirs[0].start, departure.label), compare)
            again = first is not compare or (compare in LATE and start in told)
            if not again and not defers(index, departure.mine[0]):
                told.add(start)
                yield departure


def _hit(index: CoverageIndex, several: list[tuple[Departure, Standing]]) -> Hit:
    """One departure, with every higher text that it leaves."""
    found, standing = several[0]
    a, b = found.mine[0], found.theirs[0]
    message = (
        f"{at_place(index, a)}“{clip(a.text)}”与{at_place(index, b)}“{clip(b.text)}”不一致："
        f"{found.matter}，前者{found.a}，上位规定{found.b}（{found.label.value}）。"
    )
    return Hit(
        (found.slot, *a.ids, *b.ids),
        message,
        places(index, (*found.mine, *(n for d, _ in several for n in d.theirs))),
        same=(Slot("matter", found.matter),),
        differs=(
            Slot(found.slot, a=found.a, b=found.b),
            Slot("label", value=found.label.value),
            *weighing(index.documents[a.document], index.documents[b.document]),
        ),
        agencies=tuple(dict.fromkeys((*agencies_of(a), *agencies_of(b)))),
        aid=tuple(sorted(a.aid | b.aid)),
        certain=certainty(standing),
        severity=found.severity,
        suggestion=f"按{at_place(index, b)}修改：{found.b}。",
        revision=found.revision if found.severity is not Severity.INFO else None,
    )


CHECK = Check(
    "CF04",
    "conflict.superior",
    "conflict",
    "superior",
    "与上位规定不一致",
    Severity.ERROR,
    "下位文件不得减损上位规定给予的权利，不得增设条件、超出处罚幅度或者授权范围（立法法第九十一条、第九十三条）；"
    "优于上位底线的规定有效。",
    "按上位规定修改；确需例外的，写明授权依据并送合法性审核。",
    Route.LEGALITY,
    find,
    (Material.BASE,),
)
