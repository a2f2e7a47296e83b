"""People whom a text names only to leave them out (孤独症儿童暂不纳入), and whom the higher rule serves by name.

A text that says in so many words who is not served has no need of a list to be compared. Those left out have to stand
in a norm of the higher text that grants the aid, as people of its own. Quiet where who is meant fails a condition
(不符合条件的), where the sentence says which rule or body serves them, and where the text does so elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.ground.alignment import bag, one_subject
from checks.compare.ground.norms import Norm
from checks.compare.ground.topics import LOOSE, aid_named, related, title_aid
from checks.compare.ground.windows import groups_in
from kg.coverage import CoverageIndex
from ontology.cues import Setting
from ontology.vocabulary import load_vocabulary

_SHUT = Setting("shut-out")
_RESIDENCE = "status"  # a facet: where people are registered is another question
_LONGEST = 24  # characters that name people
_GRADE = re.compile(r"[A-D]级")  # of houses
_BY = re.compile(r"(?<=[一-龥])由(?=[一-龥])")
_LIST = re.compile(r"、|和|及|以及|或者?")


@dataclass(frozen=True, slots=True)
class ShutOut:
    """`mine` leaves out `who`, whom `theirs` serves."""

    mine: Norm
    theirs: Norm
    who: str


def shut_out(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[ShutOut]:
    """Clauses of `mine` that leave people out by name whom a norm of `theirs` serves."""
    for a in mine:
        who = _left_out(a)
        if who and not any(_serves(n, who) for n in mine if n.line != a.line):
            found = [b for b in theirs if _serves(b, who) and _one_aid(index, a, b, who) and one_subject(index, a, b)]
            if found:
                yield ShutOut(a, max(found, key=lambda b: len(bag(who)) / len(bag(b.text))), who)


def _left_out(norm: Norm) -> str:
    """Those whom a norm leaves out, by the words that name them; "" where it leaves out nobody."""
    match = next(_SHUT.all("left", norm.text), None)
    if not match or _SHUT.has("elsewhere", norm.text) or norm.text.rstrip().endswith("："):
        return ""
    who = _SHUT.without("adverb", re.split(r"[，。；：]", norm.text[: match.start()].rstrip("，"))[-1])
    who = _BY.split(who)[0] if len(who) <= _LONGEST else ""
    named = groups_in(who)
    terms = load_vocabulary().of("group")
    apart = any(terms[g].facet == _RESIDENCE for g in named.ids())
    own = (named and not apart) or _SHUT.has("outsiders", who) or _GRADE.search(who)
    return who if own and not _SHUT.has("fails", who) else ""


def _serves(norm: Norm, who: str) -> bool:
    """Whether a norm, or the list it stands in, gives something to the people named."""
    gives = _SHUT.has("gives", norm.words) and not _SHUT.has("ends", norm.words)
    if not gives or _left_out(norm):
        return False
    if grades := frozenset(_GRADE.findall(who)):
        return grades <= frozenset(_GRADE.findall(norm.text))
    outside = _SHUT.has("outsiders", who) and _SHUT.has("outsiders", norm.text)
    return outside or all(bag(x) and bag(x) <= bag(norm.text) for x in _LIST.split(who) if x)


def _one_aid(index: CoverageIndex, a: Norm, b: Norm, who: str) -> bool:
    """Whether the higher norm gives what the text is about by its title, else what the norm names."""
    mine = title_aid(index.documents[a.document]) - LOOSE or a.aid - aid_named(who)
    return any(related(index, x, y) for x in mine for y in b.aid - LOOSE)
