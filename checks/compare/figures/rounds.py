"""Which round of a procedure a figure is of: the notice of one step, or the time for one of several matters.

Two notices are one where both texts are on one programme by their titles, and the same step's result is made public in
the same place. A text that sets a time for several whole matters (登记, 领取养老金) has each for its own, as has a norm
that says for which year it is (2025年度).
"""

from __future__ import annotations

import re

from checks.compare.figures.figures import Figure, figures_of
from checks.compare.ground.norms import Norm
from checks.compare.ground.topics import LOOSE, title_aid
from checks.compare.ground.windows import groups_in
from checks.compare.ground.wording import pieces
from checks.places import title, years_in
from kg.coverage import CoverageIndex
from kg.model import Document

_ROUND = re.compile(r"初审|审核|审查|评议|评审|确认|认定|审批|审定|评估")
_BOARD = re.compile(r"村|社区|乡镇|街道|网站|媒体")  # where something is made public
_FEW = 2  # pieces that tell what a time is for


def one_round(index: CoverageIndex, a: Figure, b: Figure) -> bool:
    """Whether two texts on one programme make the same step's result public in the same place."""
    mine, theirs = (index.documents[f.norm.document] for f in (a, b))
    one = mine.name != theirs.name and one_programme(mine, theirs)
    rounds = [set(_ROUND.findall(f.norm.text)) for f in (a, b)]
    alone = not (rounds[0] and rounds[1]) and all(_only_notice(index, f) for f in (a, b))
    return one and (alone or bool(rounds[0] & rounds[1])) and one_board(a, b)


def _only_notice(index: CoverageIndex, figure: Figure) -> bool:
    """Whether its document has no other time for a notice (公示期限为3天)."""
    return sum(f.item == figure.item for f in figures_of(index, figure.norm.document)) == 1


def one_board(a: Figure, b: Figure) -> bool:
    """Whether both are made public in one place, as far as they say where."""
    boards = [set(_BOARD.findall(f.norm.text)) for f in (a, b)]
    return not all(boards) or bool(boards[0] & boards[1])


def one_programme(a: Document, b: Document) -> bool:
    """Whether two titles name one aid, and no people of whom none are those of the other."""
    mine, theirs = (groups_in(d.title or "").ids() for d in (a, b))
    return bool(title_aid(a) & title_aid(b) - LOOSE) and not (mine and theirs and not mine & theirs)


def one_of_many(index: CoverageIndex, a: Figure, b: Figure) -> bool:
    """Whether the other text has one time for everything, or of several just that for what `a` is for."""
    if _for_another(index, a, b):
        return False
    others = [f for f in figures_of(index, b.norm.document) if f.stage == "whole" and not f.phases]
    if len({f.norm.start for f in others}) <= 1:
        return True
    titles = pieces("，".join(title(index.documents[f.norm.document]) for f in (a, b)))
    mine = pieces(a.norm.text) - titles
    shared = {f.parameter.start: len(mine & (_up_to(index, f) - titles)) for f in (*others, b)}
    return shared[b.parameter.start] >= max(_FEW, *shared.values())


def _for_another(index: CoverageIndex, a: Figure, b: Figure) -> bool:
    """Whether the text of `a` has a time for another matter that is nearer to `b` (转移接续, 待遇核定)."""
    own = [f for f in figures_of(index, a.norm.document) if f.stage == "whole" and not f.phases]
    theirs = pieces(b.norm.text)
    shared = {f.parameter.start: len(pieces(f.norm.text) & theirs) for f in own}
    return shared.get(a.parameter.start, 0) < max(shared.values(), default=0)


def _up_to(index: CoverageIndex, figure: Figure) -> frozenset[str]:
    """Pieces of the paragraph up to the end of the figure's norm."""
    return pieces(index.documents[figure.norm.document].text[figure.norm.line[0] : figure.norm.end])


def for_other_years(index: CoverageIndex, a: Norm, b: Norm) -> bool:
    """Whether both say for which years they are, in their words or their documents' titles, and for different ones."""
    mine, theirs = (years_in(n.text) or years_in(index.documents[n.document].title or "") for n in (a, b))
    return bool(mine and theirs) and not mine & theirs
