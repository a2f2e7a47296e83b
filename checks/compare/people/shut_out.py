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
from checks.compare.outcome.departures import Departure, Label
from kg.coverage import CoverageIndex
from ontology.cues import Setting
from ontology.vocabulary import load_vocabulary
from ontology.wording import wordings

_SHUT = Setting("shut-out")
_RESIDENCE = "status"  # a facet: where people are registered is another question
_FOR_LIFE = frozenset({"tekun", "dibao"})  # classes and their aids, which nobody has together
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
        if who and not _has_its_own(index, a, who) and not any(_serves(n, who) for n in mine if n.line != a.line):
            also = any(groups_in(_left_out(b)).ids() >= groups_in(who).ids() for b in theirs if groups_in(who))
            served = () if also else theirs  # left out above as well
            found = [b for b in served if _serves(b, who) and _one_aid(index, a, b, who) and one_subject(index, a, b)]
            if found:
                yield ShutOut(a, max(found, key=lambda b: len(bag(who)) / len(bag(b.text))), who)


def _has_its_own(index: CoverageIndex, norm: Norm, who: str) -> bool:
    """Whether those left out have a scheme for life of their own, and the text is about the other (特困, 低保)."""
    own, titled = groups_in(who).ids() & _FOR_LIFE, title_aid(index.documents[norm.document]) & _FOR_LIFE
    return bool(own and titled) and not own & titled


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Those shut out where the article that serves them says that nobody may be left out (不得缩小对象范围)."""
    for found in shut_out(index, mine, theirs):
        article = index.documents[found.theirs.document].text[slice(*found.theirs.line)]
        if kept := next(_SHUT.all("kept", article), None):
            said = (f"把{found.who}排除在外", f"规定“{kept.group()}”")
            yield Departure(Label.NOTION, "shut-out", "对象范围", *said, (found.mine,), (found.theirs,))


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
    gives = _SHUT.has("gives", norm.words) and not _SHUT.has("ends", _SHUT.without("kept", norm.words))
    if not gives or next(_SHUT.all("left", norm.text), None):
        return False
    if grades := frozenset(_GRADE.findall(who)):
        return grades <= frozenset(_GRADE.findall(norm.text))
    outside = _SHUT.has("outsiders", who) and _SHUT.has("outsiders", norm.text)
    classes = groups_in(who).ids()
    recognised = (
        bool(classes & frozenset(wordings()["strata"])) and classes <= groups_in(norm.words).ids() | norm.people.ids()
    )
    return outside or recognised or all(bag(x) and bag(x) <= bag(norm.text) for x in _LIST.split(who) if x)


def _one_aid(index: CoverageIndex, a: Norm, b: Norm, who: str) -> bool:
    """Whether the higher norm gives what the text is about by its title, else what the norm names."""
    mine = title_aid(index.documents[a.document]) - LOOSE or a.aid - aid_named(who)
    return any(related(index, x, y) for x in mine for y in b.aid - LOOSE)
