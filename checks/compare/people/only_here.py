"""An aid that a text keeps to a part of its area, where the higher one serves the same people everywhere.

只面向县城集中供热范围内的低保家庭，其他居住区域暂不实施 against 全市城乡低保家庭: whoever lives elsewhere is left out.
Asked only where the text says in so many words that it goes no further (只, 仅, 其他乡镇暂不). Quiet where another line
of it serves the others, where it sends them to another rule, where its title is about that part, and where the higher
text lets places begin in part (逐步, 试点, 范围由县级人民政府确定) or draws the same line.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.compare.ground.alignment import bag, one_subject, share
from checks.compare.ground.norms import Norm
from checks.compare.ground.topics import LOOSE, aid_of, related
from checks.compare.people.by_rule import rest_by_rule
from kg.coverage import CoverageIndex
from kg.enums import Verdict
from ontology.cues import Setting

_HERE = Setting("only-here")


def only_here(
    index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]
) -> Iterator[tuple[tuple[Norm, ...], Norm]]:
    """Norms of `mine` that keep an aid to a part of the area, each with the norm of `theirs` that does not."""
    title = (index.documents[mine[0].document].title or "") if mine else ""
    if _HERE.has("part", title) or any(_HERE.has("optional", n.text) for n in theirs):
        return
    for a, kept in _kept(mine):
        if rest_by_rule(mine, a) or any(_serves_rest(n) for n in mine if n.line != a.line):
            continue
        wider = [b for b in theirs if _is_wider(index, a, b)]
        if wider:
            yield kept, max(wider, key=lambda b: (_HERE.has("everywhere", b.text), share(bag(a.text), bag(b.text))))


def _kept(norms: tuple[Norm, ...]) -> Iterator[tuple[Norm, tuple[Norm, ...]]]:
    """The first norm that goes no further than a part of the area, with what its line says of the rest."""
    for norm in norms:
        rest = tuple(n for n in norms if n.line == norm.line and _HERE.has("rest", n.text))
        only = _HERE.has("only", norm.text) and norm.people
        drawn = only or (rest and (norm.people or _HERE.has("only", norm.text)))
        if drawn and _HERE.has("part", norm.text) and not _HERE.has("aside", norm.text):
            yield norm, tuple(dict.fromkeys((norm, *rest)))
            return


def _serves_rest(norm: Norm) -> bool:
    """Whether a norm gives something to those outside."""
    return _HERE.has("outside", norm.words) and _HERE.has("gives", norm.words) and not _HERE.has("rest", norm.text)


def _is_wider(index: CoverageIndex, a: Norm, b: Norm) -> bool:
    """Whether a norm gives the aid to the same people, wherever they live."""
    gives = _HERE.has("gives", b.words) and not _HERE.has("aside", b.text) and not _HERE.has("part", b.words)
    same = not (a.people and b.people) or index.groups_meet(a.people, b.people) is not Verdict.NO
    one = any(related(index, x, y) for x in aid_of(index, a) - LOOSE for y in aid_of(index, b) - LOOSE)
    everywhere = _HERE.has("everywhere", b.text) or bool(a.people.ids() & b.people.ids())
    return gives and same and one and everywhere and one_subject(index, a, b)
