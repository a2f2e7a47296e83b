"""A test of means that a text adds to an aid which the rule above gives by what befell people, whatever they earn.

遭遇突发性困难的人员，给予临时救助 above; below, only those whose 人均收入低于… . Quiet where the rule above tests
means for the aid anywhere, gives it to the poor, or leaves open who gets it (符合规定条件的, 按照规定); and where the
figures below only grade what is given, put some people first, or are told of another aid.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Severity
from checks.compare.ground.alignment import one_subject, people_apart
from checks.compare.ground.norms import Norm
from checks.compare.ground.topics import LOOSE, own_aid
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from kg.enums import Modality
from ontology.cues import Setting

_MEANS = Setting("means")


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Tests of means in `mine` for what `theirs` gives without any."""
    free = _free_of_test(index, theirs)
    for a in mine if free else ():
        tested = next(_MEANS.all("tested", a.text), None)
        if not tested or not _MEANS.has("condition", a.words) or _MEANS.has("aside", a.words):
            continue
        aid = own_aid(index, a) - LOOSE
        for b in [b for kind, b in free if aid == {kind} and not people_apart(index, a, b)][:1]:
            if one_subject(index, a, b):
                said = (f"增加“{clip(tested.group(), 40)}”的条件", "没有收入或者财产条件")
                yield Departure(
                    Label.CONDITION, "means", "享受条件中的收入或者财产", *said, (a,), (b,), Severity.WARNING
                )
                return


def _free_of_test(index: CoverageIndex, norms: tuple[Norm, ...]) -> list[tuple[str, Norm]]:
    """Grants of one aid each, of which the text nowhere tests the means of people."""
    found = [(aid, n) for n in norms if _gives(n) for aid in own_aid(index, n) - LOOSE if len(own_aid(index, n)) == 1]
    tested = {aid for n in norms if _MEANS.has("named", n.words) for aid in own_aid(index, n)}
    return [(aid, n) for aid, n in found if aid not in tested]


def _gives(norm: Norm) -> bool:
    """Whether it gives something to people it describes itself, and leaves nothing open."""
    grants = any(p.modality is Modality.ENTITLEMENT and p.groups for p in norm.provisions)
    return grants and _MEANS.has("given", norm.text) and not _MEANS.has("open", norm.words)
