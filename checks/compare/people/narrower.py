"""Circles that two texts draw in other words, whatever classes the reading knows: each way in a module of its own."""

from __future__ import annotations

from collections.abc import Iterator

from checks.compare.ground.norms import Norm
from checks.compare.people.aids_left_out import aids_left_out
from checks.compare.people.alternatives import closed
from checks.compare.people.by_rule import said_of_rest
from checks.compare.people.cases_out import cases_out
from checks.compare.people.classes import closed_lists
from checks.compare.people.either import either
from checks.compare.people.graded_ages import grades_left_out
from checks.compare.people.kept import kept_to_classes
from checks.compare.people.mishaps import mishaps_left_out
from checks.compare.people.one_of_several import one_of_several, rungs_left_out
from checks.compare.people.only_here import only_here
from checks.compare.people.residence import narrowed
from checks.compare.people.sides import one_sided
from checks.compare.people.younger import younger
from checks.speech import clip
from kg.coverage import CoverageIndex


def narrower_in_words(
    index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]
) -> Iterator[tuple[tuple[Norm, ...], tuple[Norm, ...], str]]:
    """Circles that the words of two norms draw otherwise, with those left out."""
    title = (index.documents[mine[0].document].title or "") if mine else ""
    told: set[tuple[int, int]] = set()
    for one in one_sided(index, title, mine, theirs):
        told.add(one.mine.line)
        yield (one.mine,), (one.theirs,), f"“{one.lacks}”的对象"
    for cue, a, b in narrowed(index, mine, theirs):
        if a.line not in told:
            yield (a,), (b,), f"不{cue.label}的对象"
    for find in (one_of_several, rungs_left_out, either):
        for a, b, who in find(index, mine, theirs):
            yield (a,), (b,), who
    for kept, everywhere in only_here(index, mine, theirs):
        if kept[0].line not in told:
            yield kept, (everywhere,), "这一区域以外的同类对象"
    for a, b, who in younger(index, mine, theirs):
        yield (a,), (b,), who
    for listed, b, aids in aids_left_out(index, mine, theirs):
        yield listed, (b,), f"可以获得{aids}的对象"
    for grade in grades_left_out(index, mine, theirs):
        yield grade.mine, (grade.theirs,), grade.people
    for shut in closed(index, mine, theirs):
        yield (shut.mine,), (shut.theirs,), f"“{shut.other}”"
    for a, b in cases_out(index, mine, theirs):
        yield (a,), (b,), f"{as_case(b)}的情形"
    for a, b in kept_to_classes(index, mine, theirs):
        yield (a, *said_of_rest(mine, a)), (b,), "这几类以外遇到同样困难的家庭和个人"
    for own, above, left in mishaps_left_out(index, mine, theirs):
        yield own, (above,), f"遭遇{left}的家庭和个人"
    for short in closed_lists(index, mine, theirs):
        yield short.mine, (short.theirs,), f"所列以外的{short.who}"


def as_case(norm: Norm) -> str:
    """A case as a finding names it."""
    return f"“{clip(norm.text.rstrip('；。'), 24)}”"
