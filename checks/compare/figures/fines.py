"""Fines for one conduct that no family of wording knows, in paragraphs that say it in much the same words.

擅自改变设施用途的，处1万元以上5万元以下罚款 falls short of a rule that has 10万元以上100万元以下 for it. The conduct is
told by the words of the paragraph, with those of the articles that it refers to (违反前条规定的). Ranges that rise with
the gravity of one conduct (情节严重的, 情节特别严重的) are one, from its least to its most; a paragraph that fines for
several conducts is left out. Persons (直接责任人员) are held against persons; those whom the rule does not fine beside
their body are fined without ground (行政处罚法第十一条至第十三条).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from checks.compare.ground.alignment import Match, bag, matches, one_matter, one_subject, share
from checks.compare.ground.amounts import amount, bounds
from checks.compare.ground.generality import is_outside
from checks.compare.ground.lists import items_of
from checks.compare.ground.norms import Norm, norms_of
from checks.compare.ground.opponents import acts_above, binding_on
from checks.compare.ground.paragraphs import Paragraph, paragraphs
from checks.compare.ground.references import REFERENCE, referred
from checks.compare.ground.windows import numbers_of
from checks.compare.outcome.departures import Departure, Label
from kg.coverage import CoverageIndex
from kg.model import Parameter

_FOLLOWS = re.compile(
    r"(?:由[^，。；]{2,24})?(?:责令|处以?|并处|可以并?处|给予|没收|罚款|拒不改正|逾期(?:仍|拒)?不改正?|情节严重|依法)[^，。；]*|违反[^，。；]*?规定的?"
    r"|对?其?(?:直接|主要)?负责的?(?:主管人员|负责人|责任人员)(?:[和或及、]者?以?及?其他(?:直接)?责任人员)?"
)
_FEW = 3  # pieces of the conduct, in norms that are each other's likest
_LEAST, _ALIKE = 5, 0.45  # pieces of the conduct that both name, and their part of the shorter
_BRIEF = 8  # pieces of a conduct in few words, of which half are enough
_LIKE = 0.45  # likeness of two norms on one sanction
_PERSONS = re.compile(r"(?:责任人员?|主管人员|负责人)[^，。；]{0,8}(?:处以?|并处)[^，。；]{0,6}$")
_SANCTION = re.compile(r"罚款|责令|暂停|停业|吊销|处以|退回")
_GRADE = re.compile(
    r"情节|后果|危害|[较特极]?重|恶劣|造成|拒不|逾期|仍|再次|屡|两次|多次|严重|(?:机构|组织|企业|单位|个人|人员)的$"
)
_CASE = re.compile(r"[^，。；：]*的(?=，)")
_SUSPENDED = re.compile(r"(?:暂停|中止|停业)[^，。；]{0,28}$")
_ANY_PERSON = re.compile(r"责任人员?|主管人员|负责人|个人|自然人|工作人员|从业人员|法定代表人")
Range = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Fined:
    """A paragraph with one range of a fine, and pieces of the conduct that it is for."""

    norms: tuple[Norm, ...]
    conduct: frozenset[str]
    fines: tuple[Parameter, ...]

    @property
    def said(self) -> str:
        """The range in the words of the text."""
        return "、".join("至".join(p.quote for p in run) for run in _runs(self.fines))

    @property
    def bounds(self) -> Range:
        """The least and the most of it."""
        found = [bounds((p.op, amount(p).value) for p in run) for run in _runs(self.fines)]
        return min(low for low, _ in found), max(high for _, high in found)

    @property
    def on_persons(self) -> bool:
        """Whether those fined are the persons responsible, and not the body they work for."""
        norm = next((n for n in self.norms if n.start <= self.fines[0].start < n.end), self.norms[0])
        return _PERSONS.search(norm.text[: self.fines[0].start - norm.start]) is not None

    @property
    def dimension(self) -> str:
        """What it is measured in: money, a share of something, time."""
        return amount(self.fines[0]).dimension


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Ranges of `mine` that leave those of `theirs` for one conduct, and persons whom `theirs` does not fine."""
    told: set[int] = set()
    for a, b in _on_others(index, mine, theirs):
        told.add(a.fines[0].start)
        both = (f"对责任人员处{a.said}罚款", "不对责任人员处以罚款")
        yield Departure(Label.SANCTION, "fine", "对同一行为处以罚款的对象", *both, a.norms, b.norms)
    pairs = (*_beside(index, mine, theirs), *_by_conduct(index, mine, theirs))
    for a, b in sorted(pairs, key=lambda pair: -len(_runs(pair[0].fines))):  # all grades of a conduct before one
        said = "".join(n.words for n in a.norms)
        if a.on_persons != b.on_persons or is_outside(index, a.norms[0], said, b.norms[0]):
            continue
        if _kept_above(index, a, b):
            continue
        starts = {p.start for p in a.fines}
        if not starts & told and (a.bounds[1] > b.bounds[1] or a.bounds[0] < b.bounds[0]):
            told |= starts
            yield Departure(Label.SANCTION, "fine", "对同一行为的处罚幅度", a.said, b.said, a.norms, b.norms)


def _kept_above(index: CoverageIndex, a: Fined, b: Fined) -> bool:
    """Whether an act above that of `b` has the range of `a` for much the same conduct."""
    for other in acts_above(index, a.norms[0].document, b.norms[0].document):
        for fined in _fined(norms_of(other)):
            conduct = a.conduct or _told(a)
            if fined.bounds == a.bounds and share(conduct, fined.conduct) >= _ALIKE:
                return True
    return False


def _told(fined: Fined) -> frozenset[str]:
    return bag(_FOLLOWS.sub("，", "".join(n.words for n in fined.norms)))


def _beside(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[tuple[Fined, Fined]]:
    """Ranges of one dimension in norms that are each other's likest."""
    for match in matches(index, mine, theirs):
        if match.mutual and match.likeness >= _LIKE and _SANCTION.search(match.a.text) and one_matter(index, match):
            ours, above = (list(_ranges((n,), numbers_of(n))) for n in (match.a, match.b))
            for a in ours:
                same = [b for b in above if b.dimension == a.dimension]
                if len(same) == 1 and _one_cause(match, a, same[0]):
                    yield a, same[0]


def _one_cause(match: Match, a: Fined, b: Fined) -> bool:
    """Whether both are of one sum (应缴数额), or the norms name one conduct beside words for what follows it."""
    mine, theirs = (bag("".join(p.basis or "" for p in x.fines)) for x in (a, b))
    one, two = (bag(_FOLLOWS.sub("，", n.prior + n.text)) for n in (match.a, match.b))
    return bool(mine & theirs) or len(one & two) >= _FEW


def _by_conduct(
    index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]
) -> Iterator[tuple[Fined, Fined]]:
    above = list(_fined(theirs))
    for a in _fined(mine) if above else ():
        near = [x for x in above if x.dimension == a.dimension and _alike(a, x)]
        near = [x for x in near if x.on_persons == a.on_persons] or near
        b = max(near, key=lambda x: share(a.conduct, x.conduct), default=None)
        if b and one_subject(index, a.norms[0], b.norms[0]):
            yield a, b


def _alike(a: Fined, b: Fined) -> bool:
    """Whether two conducts share enough of their words."""
    both, shorter = len(a.conduct & b.conduct), min(len(a.conduct), len(b.conduct))
    brief = shorter <= _BRIEF and both >= max(_LEAST - 1, shorter / 2)
    return brief or (both >= _LEAST and share(a.conduct, b.conduct) >= _ALIKE)


def _on_others(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[tuple[Fined, Fined]]:
    """Persons fined for a conduct for which the other text fines the body that they work for, and nobody else."""
    above = [f for f in _fined(theirs) if f.fines[0].kind == "fine"]
    for a in (f for f in _fined(mine) if above and f.on_persons):
        b = max(above, key=lambda x: _alike(a, x) * share(a.conduct, x.conduct))
        if _alike(a, b) and one_subject(index, a.norms[0], b.norms[0]) and not _fined_above(index, a, b):
            yield a, b


def _fined_above(index: CoverageIndex, a: Fined, b: Fined) -> bool:
    """Whether `b`, or any act that binds the document of `a`, fines persons for the conduct."""
    if _ANY_PERSON.search("".join(n.words for n in b.norms)):
        return True
    fined = (f for r in binding_on(index, a.norms[0].document) for f in _fined(norms_of(r)))
    return any(f.on_persons and _alike(a, f) for f in fined)


def _fined(norms: tuple[Norm, ...]) -> Iterator[Fined]:
    """Paragraphs with one range of a fine for each dimension and each kind of those who are fined."""
    for paragraph in paragraphs(norms):
        for fines in (tuple(p for p in paragraph.parameters if p.kind == "fine"), _suspensions(paragraph)):
            if fines and _one_conduct(paragraph, fines):
                yield from _by_kind(paragraph, _conduct(norms, paragraph), fines)


def _suspensions(paragraph: Paragraph) -> tuple[Parameter, ...]:
    """For how long somebody may not go on (暂停联网结算3个月至12个月)."""
    first = paragraph.norms[0].start
    times = (p for p in paragraph.parameters if p.kind == "duration")
    return tuple(p for p in times if _SUSPENDED.search(paragraph.text[: max(0, p.start - first)]))


def _by_kind(paragraph: Paragraph, conduct: frozenset[str], fines: tuple[Parameter, ...]) -> Iterator[Fined]:
    """The ranges of a paragraph by dimension and by those whom they are for."""
    found: dict[tuple[str, bool], tuple[Parameter, ...]] = {}
    for run in _runs(fines):
        one = Fined(paragraph.norms, conduct, run)
        key = (one.dimension, one.on_persons)
        found[key] = found.get(key, ()) + run
    yield from (Fined(paragraph.norms, conduct, several) for several in found.values())


def _one_conduct(paragraph: Paragraph, fines: tuple[Parameter, ...]) -> bool:
    """Whether what stands between the ranges only says that the same is graver, or done on by the same."""
    first = paragraph.norms[0].start
    for a, b in pairwise(fines):
        between = paragraph.text[a.end - first : b.start - first]
        if any(not _GRADE.search(m.group()) for m in _CASE.finditer(between)):
            return False
    return True


def _runs(fines: tuple[Parameter, ...]) -> tuple[tuple[Parameter, ...], ...]:
    """The quantities as ranges: a least and the most behind it are one."""
    found: list[tuple[Parameter, ...]] = []
    for p in fines:
        if found and len(found[-1]) == 1 and found[-1][0].op[0] == ">" and p.op[0] == "<":
            found[-1] = (*found[-1], p)
        else:
            found.append((p,))
    return tuple(found)


def _ranges(norms: tuple[Norm, ...], numbers: Iterable[Parameter]) -> Iterator[Fined]:
    """The ranges of fines and of times (停业三个月至六个月), one for each dimension that has just one."""
    found: dict[str, list[Parameter]] = {}
    for p in numbers:
        if p.kind in ("fine", "duration"):
            found.setdefault(amount(p).dimension, []).append(p)
    for several in found.values():
        if len(several) <= len({p.op[0] for p in several}):
            yield Fined(norms, frozenset(), tuple(several))


def _conduct(norms: tuple[Norm, ...], paragraph: Paragraph) -> frozenset[str]:
    """Pieces of what is done, in the paragraph, its items and the articles that it refers to."""
    first = paragraph.norms[0]
    meant = [n.text for m in REFERENCE.finditer(paragraph.words) for n in referred(norms, first, m)]
    listed = [n.text for stem in paragraph.norms for n in items_of(norms, stem)]
    return bag(_FOLLOWS.sub("，", paragraph.words + "".join((*meant, *listed))))
