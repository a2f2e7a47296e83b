"""Steps that a body holds back until another has done its own: 未经甲诊断的，乙不予登记; 乙在甲确认身份前不收治.

The words of such conditions, of refusals and of gates (方可) are those of the setting `hold` in `conflict.ttl`. Grass
roots bodies hand on what they review, so none of theirs counts; nor do data that one body provides and another uses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checks.compare.ground.agencies import agencies_in, leads_of
from checks.compare.ground.alignment import bag
from checks.compare.ground.marks import PAUSE
from checks.compare.ground.norms import Norm
from kg.model import Document
from ontology.cues import Setting
from ontology.vocabulary import load_vocabulary

_HOLD = Setting("hold")
_OWN = frozenset({"township", "village", "government", "unresolved", "member-units", "leading-group", "leading-office"})
_BARE = 2  # pieces of a step that says no more than its verb


@dataclass(frozen=True, slots=True)
class Turn:
    """A `step` of `body` that waits for a `deed` of `other`, as pieces of their words; `firm` where it is refused."""

    norm: Norm
    body: str
    step: frozenset[str]
    other: str
    deed: frozenset[str]
    firm: bool = True


def held_back(document: Document, norm: Norm) -> Iterator[Turn]:
    """What a norm has one body hold back until another has acted."""
    if _HOLD.has("aside", document.text[slice(*norm.line)]):
        return
    for form in ("until", "paper"):
        for match in _HOLD.all(form, norm.text):
            shut = _refusal(norm.text, match)
            if shut or form == "paper":
                yield from _held(document, norm, match, shut)


def _refusal(said: str, match: re.Match[str]) -> re.Match[str] | None:
    """The refusal, or the gate, that goes with a condition: behind it, else before."""
    refuses = _HOLD.pattern("refuses")
    return refuses.search(said, match.end()) or refuses.search(said, 0, match.start())


def _held(document: Document, norm: Norm, match: re.Match[str], shut: re.Match[str] | None) -> Iterator[Turn]:
    said = norm.text
    start, end = next(match.span(name) for name, words in match.groupdict().items() if words)
    found = agencies_in(said)
    until = max(shut.start(), match.end()) if shut else match.end()
    for at, stop, other in [x for x in found if start <= x[0] < end][-1:]:
        named = [a for s, _, a in found if s < until and s != at]
        body = _body(norm, document, named, other)
        begins = shut.end() if shut else match.end()
        step = _words(PAUSE.split((said[begins : match.start()] + said[max(begins, match.end()) :]).lstrip("，的"))[0])
        if len(step) <= _BARE:
            step |= _words(said[: match.start()] + "，" + (document.title or ""))
        if body and not {body, other} & _OWN:
            yield Turn(norm, body, step, other, _words(said[stop:end]), shut is not None)


def _body(norm: Norm, document: Document, named: list[str], other: str) -> str:
    """Who holds back: the body named last before the refusal, the one before the colon, the lead, the issuer."""
    speaks = [*reversed(named), *(a for _, _, a in agencies_in(norm.stem)), *leads_of(norm), *document.issuer_ids]
    return next((a for a in speaks if a != other), "")


def _words(text: str) -> frozenset[str]:
    """Pieces of what is done, without the people it is done for."""
    for kind in ("taking", "assessing"):
        text = _HOLD.pattern(kind).sub(_HOLD.pattern(kind).pattern.split("|")[0], text)
    return bag(_people().sub("，", text)) or bag(text)


@cache
def _people() -> re.Pattern[str]:
    labels = {label for label, _ in load_vocabulary().surfaces("group") if len(label) > 1}
    return re.compile("|".join(map(re.escape, sorted(labels, key=len, reverse=True))))
