"""What a rule has done only as those concerned will, ordered below without asking them: 按照老年人的意愿委托他人照料.

A rule makes somebody's consent, choice or wish the measure of an act (经老年人同意可以签订协议, 征得监护人同意后公开);
a text has the same act done (应当, 一律) and says nothing of it anywhere. And where a rule has an office ask those
concerned themselves (询问是否为本人的真实意思), a text is content with a paper that they have signed. Acts and steps
are families of wording (`will` in `conflict.ttl`). Quiet where the text leaves the act open, has it done on somebody's
own request, or speaks of the will of those concerned in another place on the same act.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Severity
from checks.compare.ground.alignment import article_of, bag, on_one_matter, people_apart, share
from checks.compare.ground.norms import Norm
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from ontology.cues import Cue, Setting, load_cues

_WILL = Setting("wills")
_MUST = re.compile(r"应当?(?![急届征聘邀])|必须|须(?!知)|一律|统一|由")
_FEW, _ALIKE, _ONE_STEP = 3, 0.3, 0.2  # pieces that two sentences share; their part of the shorter, and for a step


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Acts and steps of `mine` that pass over the will which `theirs` makes the measure."""
    told: set[int] = set()
    for cue in load_cues()["will"]:
        for a, b, said in (*_unwilled(index, cue, mine, theirs), *_on_paper(index, cue, mine, theirs)):
            if a.start not in told:
                told.add(a.start)
                yield Departure(
                    Label.CONDITION, cue.id, f"{cue.label}是否以本人意愿为准", *said, (a,), (b,), Severity.WARNING
                )


_Found = tuple[Norm, Norm, tuple[str, str]]


def _unwilled(index: CoverageIndex, cue: Cue, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[_Found]:
    """Acts that are ordered without the will that the rule above asks for."""
    above = [b for b in theirs if cue.find("act", b.text) and _WILL.has("willed", b.text) and not _aside(b)]
    if not above or any(cue.find("act", n.words) and _WILL.has("willed", n.words) for n in mine):
        return
    for a in mine:
        act = cue.find("act", a.text)
        free = _aside(a) or _WILL.has("asked", a.sentence) or "可以" in a.text
        if not act or free or not _MUST.search(a.text[: act.start()]):
            continue
        near = [b for b in above if _one_case(index, a, b)]
        if near:
            b = max(near, key=lambda n: len(bag(n.sentence) & bag(a.sentence)))
            will = next(_WILL.all("willed", b.text)).group()
            yield a, b, (f"规定“{clip(a.text[act.start() :], 24)}”，不问本人意愿", f"要求“{clip(will, 24)}”")


def _on_paper(index: CoverageIndex, cue: Cue, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[_Found]:
    """Steps for which a signed paper is enough, where the rule above has those concerned asked."""
    above = [b for b in theirs if cue.find("step", b.words) and _WILL.has("inPerson", b.words) and not _aside(b)]
    asking = {article_of(n) for n in mine if _WILL.has("inPerson", n.words)} if above else set()
    for a in mine if above else ():
        paper = next(_WILL.all("paper", a.text), None)
        if not paper or article_of(a) in asking or not cue.find("step", a.words) or _aside(a):
            continue
        near = [b for b in above if _one_case(index, a, b, _ONE_STEP)]
        if near:
            asked = next(_WILL.all("inPerson", near[0].words)).group()
            yield a, near[0], (f"只要求“{clip(paper.group(), 24)}”", f"要求“{clip(asked, 30)}”")


def _one_case(index: CoverageIndex, a: Norm, b: Norm, least: float = _ALIKE) -> bool:
    """Whether two norms are on one matter and share some of the words of their sentences."""
    one, two = bag(a.sentence), bag(b.sentence)
    close = len(one & two) >= _FEW and share(one, two) >= least
    return close and on_one_matter(index, a, b) and not people_apart(index, a, b)


def _aside(norm: Norm) -> bool:
    return _WILL.has("aside", norm.sentence)
