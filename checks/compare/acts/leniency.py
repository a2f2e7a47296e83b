"""What a wrong leads to, left to choice (可以吊销许可证) where the rule above orders it (吊销许可证).

The offender who has to lose a licence or pay a fine above may keep it below, as the body likes; a rule above that
orders leaves no choice (行政处罚法 arts. 11-14: a lower text stays within the conduct, kinds and ranges set above). The
wrong is one where the sentences, with the articles that they say are broken, share their words. Quiet where the rule
above lets the body choose too, where it keeps the consequence for graver cases than the text does, and where the text
sends the wrong to other law.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from checks.base import Severity
from checks.compare.ground.alignment import bag, maybe_one_matter, share
from checks.compare.ground.norms import Norm
from checks.compare.ground.paragraphs import Paragraph, paragraphs
from checks.compare.ground.references import REFERENCE, referred
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from ontology.cues import Cue, Setting, load_cues

_WORDS = Setting("leniency")
_BREACH = re.compile(r"违反(?:了)?本[^，。；第]{1,6}(?=第)")
_CLAUSE = re.compile(r"[^，。；：]+")
_SHARED, _FEW = 0.4, 6  # part of the shorter wrong's pieces that both share, and how many at least
_ONE, _SAID = 0.6, 4  # the same of one clause of each


@dataclass(frozen=True)
class _Answer:
    """One consequence of a wrong: the clause that says it, and the paragraph with what it cites of its own text."""

    cue: Cue
    norm: Norm
    clause: str
    wrong: str

    @property
    def grave(self) -> bool:
        """Whether it is kept for graver cases."""
        return _WORDS.has("grave", self.norm.text[: self.norm.text.find(self.clause) + len(self.clause)])

    @cached_property
    def pieces(self) -> frozenset[str]:
        """What the wrong is said in, less the words for what follows."""
        return bag(_WORDS.without("follows", self.wrong))

    @cached_property
    def clauses(self) -> tuple[frozenset[str], ...]:
        """The same, clause by clause."""
        return tuple(bag(m.group()) for m in _CLAUSE.finditer(_WORDS.without("follows", self.wrong)))


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Consequences that `theirs` orders and `mine` leaves to choice."""
    soft = [x for x in _answers(mine) if _WORDS.has("choice", x.clause) and not _WORDS.has("elsewhere", x.norm.text)]
    firm = [x for x in _answers(theirs) if not _WORDS.has("choice", x.clause)] if soft else []
    told: set[int] = set()
    for a in soft:
        same = [b for b in firm if b.cue is a.cue and (a.grave or not b.grave) and _one_wrong(index, a, b)]
        if same and a.norm.start not in told:
            told.add(a.norm.start)
            b = max(same, key=lambda x: share(a.pieces, x.pieces))
            said = (f"规定“{clip(a.clause, 30)}”", f"应当{b.cue.label}，没有选择余地")
            matter = f"{a.cue.label}的处理"
            yield Departure(Label.SANCTION, "leniency", matter, *said, (a.norm,), (b.norm,), Severity.WARNING)


def _answers(norms: tuple[Norm, ...]) -> Iterator[_Answer]:
    cues = [c for c in load_cues()["consequence"] if "ordered" in c.patterns]
    for paragraph in paragraphs(norms):
        wrong = _wrong(norms, paragraph)
        for norm in paragraph.norms:
            for clause in re.split("[，。；]", norm.text):
                for cue in cues:
                    if cue.find("ordered", clause):
                        yield _Answer(cue, norm, clause, wrong)


def _wrong(norms: tuple[Norm, ...], paragraph: Paragraph) -> str:
    """The words of the paragraph, and of the articles that it says are broken."""
    cited = ""
    for norm in paragraph.norms:
        if breach := _BREACH.search(norm.text):
            for reference in REFERENCE.finditer(norm.text, breach.end()):
                cited += "".join(n.text for n in referred(norms, norm, reference))
    return paragraph.words + cited


def _one_wrong(index: CoverageIndex, a: _Answer, b: _Answer) -> bool:
    alike = len(a.pieces & b.pieces) >= _FEW and share(a.pieces, b.pieces) >= _SHARED
    alike = alike or any(len(x & y) >= _SAID and share(x, y) >= _ONE for x in a.clauses for y in b.clauses)
    return alike and maybe_one_matter(index, a.norm, b.norm)
