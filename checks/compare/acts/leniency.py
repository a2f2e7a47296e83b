"""What a wrong leads to, left to choice or made to wait for a result (造成后果的), where the rule above orders it.

The offender who has to lose a licence or pay a fine above may keep it below, as the body likes (可以吊销许可证), or as
long as nothing comes of it; a rule above that orders leaves no choice (行政处罚法 arts. 11-14: a lower text stays
within the conduct, kinds and ranges set above). The wrong is one where the sentences, with the articles that they say
are broken, share their words, or where officials neglect their duties by both. Quiet where the rule above lets the body
choose too, where it asks for a graver case than the text or for a result as well, where the text is as strict in other
words, and where it sends the wrong to other law.
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
_PART = re.compile(r"[^。；]+")
_OF_OFFICIALS = "discipline"
_SHARED, _FEW = 0.4, 6  # part of the shorter wrong's pieces that both share, and how many at least
_NEAR = 0.1  # of the likest: what is as like
_ONE, _SAID = 0.6, 4  # the same of one clause of each


@dataclass(frozen=True)
class _Answer:
    """One consequence of a wrong: the clause that says it, what leads to it, and the wrong in all its words."""

    cue: Cue
    norm: Norm
    clause: str
    case: str  # the words up to the clause, from the last ；
    wrong: str

    @property
    def grave(self) -> str:
        """The words that keep it for graver cases."""
        found = next(_WORDS.all("grave", self.case), None)
        return found.group() if found else ""

    @property
    def result(self) -> str:
        """The words that make it wait for a result."""
        found = next(_WORDS.all("result", self.case), None)
        return found.group() if found else ""

    @property
    def soft(self) -> bool:
        """Whether it is left to choice."""
        return _WORDS.has("choice", self.clause)

    @property
    def firm(self) -> bool:
        """Whether it is ordered: nothing up to it leaves a choice (可以根据申请，依法撤销资格)."""
        return not _WORDS.has("choice", self.case)

    @cached_property
    def pieces(self) -> frozenset[str]:
        """What the wrong is said in, less the words for what follows."""
        return bag(_WORDS.without("follows", self.wrong))

    @cached_property
    def clauses(self) -> tuple[frozenset[str], ...]:
        """The same, clause by clause."""
        return tuple(bag(m.group()) for m in _CLAUSE.finditer(_WORDS.without("follows", self.wrong)))


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Consequences that `theirs` orders, and `mine` leaves to choice or has wait for a result."""
    ours = [x for x in _answers(mine) if not _WORDS.has("elsewhere", x.norm.text)]
    above = list(_answers(theirs)) if any(x.soft or x.result for x in ours) else []
    told: set[int] = set()
    for a in (x for x in ours if x.soft or x.result):
        same = _nearest(a, [b for b in above if b.cue is a.cue and _one_wrong(index, a, b)])
        if same and a.norm.start not in told and (said := _falls_short(a, same, ours)):
            told.add(a.norm.start)
            b = same[0]
            matter = f"{a.cue.label}的处理"
            yield Departure(Label.SANCTION, "leniency", matter, *said, (a.norm,), (b.norm,), Severity.WARNING)


def _nearest(a: _Answer, above: list[_Answer]) -> list[_Answer]:
    """The consequences above for what is most like the wrong, the likest first; none where one is left to choice."""
    alike = sorted(((share(a.pieces, b.pieces), -i) for i, b in enumerate(above)), reverse=True)
    best = [above[-i] for likeness, i in alike if likeness >= alike[0][0] - _NEAR]
    return [] if any(not b.firm or (b.grave and not a.grave) for b in best) else best


def _falls_short(a: _Answer, same: list[_Answer], ours: list[_Answer]) -> tuple[str, str] | None:
    """What both say, where the text leaves to choice, or has wait for a result, what the rule above orders."""
    if a.soft:
        return f"规定“{clip(a.clause, 30)}”", f"应当{same[0].cue.label}，没有选择余地"
    beside = (x for x in ours if x.cue is a.cue and not x.result)
    always = any(x.norm.line == a.norm.line or share(x.pieces, a.pieces) >= _ONE for x in beside)
    if always or a.cue.id != _OF_OFFICIALS or any(_WORDS.has("result", b.wrong) for b in same):
        return None
    return f"“{a.result}”才予处理", "没有这一前提"


def _answers(norms: tuple[Norm, ...]) -> Iterator[_Answer]:
    cues = [c for c in load_cues()["consequence"] if "ordered" in c.patterns]
    items: dict[int, str] = {}
    for norm in norms:
        if norm.stem:
            items[norm.lead.start] = items.get(norm.lead.start, "") + norm.text
    for paragraph in paragraphs(norms):
        wrong = _wrong(norms, paragraph)
        for norm in paragraph.norms:
            for said in _PART.finditer(norm.text):
                for clause in _CLAUSE.finditer(said.group()):
                    for cue in (c for c in cues if c.find("ordered", clause.group())):
                        case = said.group()[: clause.end()]
                        yield _Answer(cue, norm, clause.group(), case, wrong + items.get(norm.start, ""))


def _wrong(norms: tuple[Norm, ...], paragraph: Paragraph) -> str:
    """The words of the paragraph, and of the articles that it says are broken."""
    cited = ""
    for norm in paragraph.norms:
        if breach := _BREACH.search(norm.text):
            for reference in REFERENCE.finditer(norm.text, breach.end()):
                cited += "".join(n.text for n in referred(norms, norm, reference))
    return paragraph.words + cited


def _one_wrong(index: CoverageIndex, a: _Answer, b: _Answer) -> bool:
    if _WORDS.has("persons", a.clause) != _WORDS.has("persons", b.clause):  # who is punished: the body or its people
        return False
    alike = len(a.pieces & b.pieces) >= _FEW and share(a.pieces, b.pieces) >= _SHARED
    alike = alike or any(len(x & y) >= _SAID and share(x, y) >= _ONE for x in a.clauses for y in b.clauses)
    alike = alike or (a.cue.id == _OF_OFFICIALS and _WORDS.has("neglect", a.wrong, b.wrong))
    return alike and maybe_one_matter(index, a.norm, b.norm)
