"""A hurdle that a text puts before what a higher rule simply orders: 受害人要求的, 经教育不改的, 必要时, 造成后果的.

The rule above has a body act, or says what is meant by a word; below, the same act waits for a request, a failure, a
result or somebody's view of what is needed. Hurdles are families of wording (`hurdle` in `conflict.ttl`). Acts are laid
side by side where the norms rule one matter beyond doubt, or where one body does one thing by both. Quiet where the
rule above has such a hurdle itself or leaves the act open, where the text orders the act elsewhere without it, and
where it is a step in a scale of sanctions or keeps something from being taken away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Severity
from checks.compare.ground.agencies import agencies_in, leads_of
from checks.compare.ground.alignment import bag, matches, on_one_matter, people_apart, share
from checks.compare.ground.norms import Norm
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from ontology.cues import Cue, Setting, load_cues

_HURDLE = Setting("hurdles")
_MEANS = re.compile(r"(?:所称的?)[“”]?(?P<term>[^，。；：“”]{2,16}?)[“”]?，?(?:是指|指|包括)")
_PART = re.compile(r"、|或者")
_PLAIN = re.compile(r"应当|可以|及时|予以|依法|按照|规定|进行|给予|并|必要|相应|的")
_TO = ("向", "报", "给", "送")
_WITHOUT = re.compile(r"^[\s由向对为其]+")
_VERB = 2  # characters that open an act
_SURE = 0.45  # likeness of two norms that are not each other's best
_COMMON = 2  # pieces of the act in a norm that rules the matter
_SAME, _AROUND = 0.6, 3  # part of an act's pieces, and pieces that the two norms share


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Hurdles of `mine` before what `theirs` orders without them."""
    told: set[int] = set()
    for cue in load_cues()["hurdle"]:
        for a in mine:
            found = cue.find("added", a.text) if a.start not in told else None
            said = a.words.replace(found.group(), "，") if found else ""
            if not found or _HURDLE.has("aside", said) or ("sanction" not in cue.facts and _sanctions(a)):
                continue
            above = [b for b in _beside(index, cue, a, found, mine, theirs) if _free(cue, a, b)]
            if above and not _also_without(cue, a, found, mine):
                told.add(a.start)
                added = f"增加“{clip(found.group().strip('，'), 24)}”的条件"
                both = ((a,), (above[0],))
                yield Departure(Label.CONDITION, cue.id, cue.label, added, "没有这一条件", *both, Severity.WARNING)


def _sanctions(norm: Norm) -> bool:
    return _HURDLE.has("sanction", norm.words)


def _free(cue: Cue, a: Norm, b: Norm) -> bool:
    """Whether the rule above orders, allows or defines, with no such hurdle."""
    if cue.find("like", b.words) or _HURDLE.has("soft", b.words) or _sanctions(a) != _sanctions(b):
        return False
    return "可以" not in b.text or "可以" in a.text


def _beside(
    index: CoverageIndex, cue: Cue, a: Norm, found: re.Match[str], mine: tuple[Norm, ...], theirs: tuple[Norm, ...]
) -> list[Norm]:
    """Norms of `theirs` that have the act of `a`, or define the word that it defines."""
    if term := _MEANS.search(a.text):
        same = [(b, m["term"]) for b in theirs if (m := _MEANS.search(b.text))]
        return [b for b, called in same if called == term["term"] and on_one_matter(index, a, b)]
    act = _PLAIN.sub(" ", a.text[found.end() :])
    own = bag(act) - bag(a.text[: found.start()])  # not the people and things that the case names already
    by_words = "strict" not in cue.facts
    near = [m for m in matches(index, mine, theirs) if by_words and m.a is a and (m.mutual or m.likeness >= _SURE)]
    doing = [m.b for m in near if len(own & bag(m.b.text)) >= _COMMON]
    doing += [b for b in theirs if b not in doing and set(leads_of(a)) & set(leads_of(b)) and _one_act(act, a, b)]
    return [b for b in doing if on_one_matter(index, a, b) and not people_apart(index, a, b)]


def _one_act(act: str, a: Norm, b: Norm) -> bool:
    """Whether one of the acts is in the norm above, in a matter that both tell."""
    said = bag(_PLAIN.sub(" ", b.text))
    for part in _acts(act):
        pieces = bag(part)
        told = bool(_told(part) & _told(b.text))
        verb = _WITHOUT.sub("", part)[:_VERB]
        if (told or (len(pieces) > 1 and verb in b.text)) and len(pieces & said) >= _SAME * len(pieces):
            return len((bag(a.words) & said) - pieces) >= _AROUND
    return False


def _acts(act: str) -> Iterator[str]:
    """What is done in each clause, and the ways after the first of turning to somebody (或者向公安机关报案)."""
    for clause in act.split("，"):
        first, *others = _PART.split(clause)
        yield from (part for part in (first, *(x for x in others if _told(x))) if bag(part))


def _told(text: str) -> frozenset[str]:
    """Bodies that somebody turns to (向公安机关报案)."""
    return frozenset(agency for start, _, agency in agencies_in(text) if text[start - 1 : start] in _TO)


def _also_without(cue: Cue, a: Norm, found: re.Match[str], norms: tuple[Norm, ...]) -> bool:
    """Whether the text has the act elsewhere without the hurdle."""
    act = bag(_PLAIN.sub(" ", a.text[found.end() :]))
    others = (n for n in norms if n is not a and not cue.find("added", n.words) and act)
    return any(set(leads_of(n)) & set(leads_of(a)) and share(act, bag(n.text)) >= _SAME + 0.2 for n in others)
