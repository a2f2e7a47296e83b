"""Who answers for a wrong: the hand that did it below, and above the leaders responsible as well.

对直接责任人员给予处分 against 对负有责任的领导人员和直接责任人员给予处分: whoever gave the order, or looked away, goes
free. Asked where the rule above has the leaders answer wherever it says who does. Quiet where the text has them answer
for that wrong elsewhere, in general words (违反本办法), or by a word that takes in everybody (有关责任人员).
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Severity
from checks.compare.ground.alignment import bag, on_one_matter, share
from checks.compare.ground.norms import Norm
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from ontology.cues import Setting

_CULPRITS = Setting("culprits")
_COMMON = 2  # pieces that two sentences on one wrong share
_ONE_WRONG = 0.5  # of the pieces of the shorter of two sentences on one wrong


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Sentences of `mine` that punish only those directly responsible for what leaders answer for in `theirs`."""
    above = [n for n in theirs if _punishes(n) and (_names("direct", n) or _names("leaders", n))]
    if not above or not all(_names("leaders", n) for n in above):
        return
    for a in (n for n in mine if _only_the_hand(n) and not _led_elsewhere(n, mine)):
        told = [b for b in above if _names("direct", b) and len(_wrong(a) & _wrong(b)) >= _COMMON]
        same = [b for b in told if on_one_matter(index, a, b)]
        if same:
            b = max(same, key=lambda n: len(_wrong(n) & _wrong(a)))
            direct, leaders = (next(_CULPRITS.all(w, n.words)).group() for w, n in (("direct", a), ("leaders", b)))
            said = (f"只追究{clip(direct)}", f"同时追究{clip(leaders)}")
            yield Departure(Label.SANCTION, "culprits", "承担责任的人员", *said, (a,), (b,), Severity.WARNING)


def _wrong(norm: Norm) -> frozenset[str]:
    """Pieces of what a sentence says is done wrong, or is to be put right."""
    return bag(_CULPRITS.without("plain", norm.prior + norm.words))


def _punishes(norm: Norm) -> bool:
    return _CULPRITS.has("disciplined", norm.words)


def _names(who: str, norm: Norm) -> bool:
    return _CULPRITS.has(who, norm.words)


def _only_the_hand(norm: Norm) -> bool:
    """Whether a sentence punishes those directly responsible and nobody above them."""
    said = norm.prior + norm.words
    return _punishes(norm) and _names("direct", norm) and not _CULPRITS.has("leaders", said) and not _all(said)


def _all(said: str) -> bool:
    return _CULPRITS.has("everyoneLiable", said)


def _led_elsewhere(norm: Norm, norms: tuple[Norm, ...]) -> bool:
    """Whether the text has leaders, or all responsible, answer for the same wrong, or for any, in another sentence."""
    own = bag(norm.prior + norm.words)
    others = (n for n in norms if n is not norm and _punishes(n) and (_names("leaders", n) or _all(n.words)))
    return any(_CULPRITS.has("anyWrong", n.words) or share(own, bag(n.words)) >= _ONE_WRONG for n in others)
