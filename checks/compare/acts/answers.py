"""What follows a wrong: talk below (依法调解, 批评教育) where the rule above orders that it be put right or punished.

A text that says what is done about a wrong says all that is done. It falls behind where it has the body only mediate,
educate or talk, and where an order that is not obeyed has no consequence of its own (拒不改正的，可以申请仲裁) though
the rule above fines for it. The wrong is one where the articles that the two cite (违反本办法第二十二条), or their own
words, rule one matter. Quiet where the text punishes the wrong elsewhere, or leaves that to other law.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from checks.base import Severity
from checks.compare.ground.norms import Norm
from checks.compare.ground.pairing import near
from checks.compare.ground.references import REFERENCE, referred
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from ontology.cues import Setting

_ANSWER = Setting("answer")
_BREACH = re.compile(r"违反(?:了)?本[^，。；第]{1,6}(?=第)")
_SURE = 0.4  # likeness of two norms that are not each other's best


@dataclass(frozen=True)
class _Answer:
    """A sentence on what follows a wrong, with the norms that say what is done wrong."""

    norms: tuple[Norm, ...]
    wrong: tuple[Norm, ...]

    @cached_property
    def text(self) -> str:
        return "".join(n.text for n in self.norms)

    @property
    def is_talk(self) -> bool:
        """Whether all that it orders is talk."""
        return _ANSWER.has("talk", self.text) and not _ANSWER.has("hard", self.text)

    @property
    def disobeyed(self) -> str:
        """What it says of an order that is not obeyed."""
        found = next(_ANSWER.all("disobeyed", self.text), None)
        return self.text[found.end() :] if found else ""


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Answers of `mine` to a wrong that are weaker than those of `theirs`."""
    ours = tuple(_answers(mine))
    weak = [a for a in ours if _weak(a) and not _elsewhere(a, ours)]
    if not weak or any(_ANSWER.has("elsewhere", n.text) for n in mine):
        return
    same = {(m.a.start, m.b.start) for m in near(index, mine, theirs, _SURE)}
    above = tuple(_answers(theirs))
    for a in weak:
        for b in above:
            said = _weaker(a, b)
            if said and any((x.start, y.start) in same for x in a.wrong for y in b.wrong):
                yield Departure(Label.SANCTION, "answer", "对违法行为的处理", *said, a.norms, b.norms, Severity.WARNING)
                break


def _weak(a: _Answer) -> bool:
    return a.is_talk or bool(a.disobeyed and not _ANSWER.has("hard", a.disobeyed))


def _weaker(a: _Answer, b: _Answer) -> tuple[str, str] | None:
    """What both say, where `a` has only talk for an order, or nothing for a fine on whoever does not obey."""
    if a.is_talk and _ANSWER.has("ordered", b.text) and not b.is_talk:
        return f"只规定“{_told('talk', a.text)}”", f"要求“{_told('ordered', b.text)}”"
    if a.disobeyed and not _ANSWER.has("hard", a.disobeyed) and _ANSWER.has("fined", b.disobeyed or b.text):
        return f"拒不改正的只规定“{clip(a.disobeyed, 30)}”", f"为“{_told('fined', b.disobeyed or b.text)}”"
    return None


def _told(what: str, text: str) -> str:
    return next(_ANSWER.all(what, text)).group().strip("，；")


def _elsewhere(a: _Answer, answers: Iterable[_Answer]) -> bool:
    """Whether the text has a hard answer to the same wrong in another sentence."""
    wrong = {n.start for n in a.wrong}
    return any(x is not a and _ANSWER.has("hard", x.text) and wrong & {n.start for n in x.wrong} for x in answers)


def _answers(norms: tuple[Norm, ...]) -> Iterator[_Answer]:
    for sentence in _sentences(norms):
        text = "".join(n.text for n in sentence)
        if _ANSWER.has("talk", text) or _ANSWER.has("ordered", text):
            cited = tuple(x for n in sentence for m in _cited(n) for x in referred(norms, n, m))
            yield _Answer(sentence, cited or sentence)


def _cited(norm: Norm) -> Iterator[re.Match[str]]:
    """The articles of its own text that a norm says are broken."""
    breach = _BREACH.search(norm.text)
    return REFERENCE.finditer(norm.text, breach.end()) if breach else iter(())


def _sentences(norms: tuple[Norm, ...]) -> Iterator[tuple[Norm, ...]]:
    """Norms of one line up to its full stop, items under a stem left out."""
    found: list[Norm] = []
    for norm in norms:
        if found and (not norm.prior or norm.line != found[-1].line):
            yield tuple(found)
            found = []
        found.append(norm)
    if found:
        yield tuple(found)
