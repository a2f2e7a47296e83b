"""What a wrong costs beyond the sanctions of the rule: years without the right to apply, the aid itself meanwhile.

The rule above says what follows a wrong (责令退回, 罚款, 暂停联网结算); a text has whoever did it shut out as well from
applying (三年内不得申请, 终身不予受理), or from the aid while something else is suspended, or makes his family pay.
Quiet where any text that binds shuts out like that, and where the rule says nothing of the wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Severity
from checks.compare.ground.norms import Norm, norms_of
from checks.compare.ground.opponents import binding_on
from checks.compare.ground.topics import aid_meets, cites
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from kg.enums import Verdict
from ontology.cues import Cue, Setting, load_cues, named_in

_SHUT = Setting("barred-after")
_WAYS = "forYears", "meanwhile", "kin"


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Norms of `mine` by which people are shut out for a wrong that `theirs` sanctions otherwise."""
    for a in mine:
        way = next((w for w in _WAYS if _SHUT.has(w, a.text)), "")
        wrongs = _wrongs(a) if way and not _SHUT.has("aside", a.text) else []
        above = [b for b in theirs if wrongs and _sanctions(b, wrongs) and _one_aid(index, a, b)]
        if above and not _shut_above(index, a, way):
            said = next(_SHUT.all(way, a.text)).group()
            told = (f"规定“{clip(said, 30)}”", f"规定“{clip(above[0].text, 40)}”")
            matter = f"对{wrongs[0].label}的处理"
            shown = (above[0], *(b for b in _during(theirs) if way == "meanwhile" and _one_aid(index, a, b)))
            yield Departure(Label.SANCTION, "barred-after", matter, *told, (a,), shown, Severity.WARNING)


def _wrongs(norm: Norm) -> list[Cue]:
    """The wrongs that a norm speaks of, with what stands before it in the sentence."""
    return [c for c in load_cues()["conduct"] if c.find("named", norm.sentence)]


def _sanctions(norm: Norm, wrongs: list[Cue]) -> bool:
    """Whether a norm says what follows one of the wrongs, which may stand under it as the items of a list."""
    said = norm.sentence
    follows = named_in("consequence", said) or _SHUT.has("follows", said)
    return bool(follows) and any(c.find("named", said) for c in wrongs)


def _during(norms: tuple[Norm, ...]) -> Iterator[Norm]:
    """The norms that say what is done while something is suspended."""
    return (n for n in norms if _SHUT.has("during", n.text))


def _one_aid(index: CoverageIndex, a: Norm, b: Norm) -> bool:
    return aid_meets(index, a, b) is Verdict.YES or cites(index, a.document, b.document)


def _shut_above(index: CoverageIndex, norm: Norm, way: str) -> bool:
    """Whether a text that binds shuts people out in the same way."""
    return any(_SHUT.has(way, n.text) for r in binding_on(index, norm.document) for n in norms_of(r))
