"""Rules of one text that another tells again by another hand, as findings: other words, the same figures or items.

Steps that every application goes through, papers, definitions and clauses that every text carries are left out, and
what two aids have in common.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Hit, Slot
from checks.compare.figures.reworded import Reworded, is_papers, reworded
from checks.compare.ground.norms import norms_of
from checks.compare.ground.topics import aid_meets, title_aid, unrelated
from checks.compare.outcome.hits import places
from checks.fingerprint import words
from checks.matter import people_named
from checks.places import title
from kg.coverage import CoverageIndex
from kg.enums import Modality, Verdict
from kg.model import Groups, Quote, Reading
from ontology.wording import wordings

LEAST_WORDS = 20
NO_RULE = (Modality.DECLARATION, Modality.DEFINITION)
_STEPS = frozenset({"accept", "inform", "investigate", "decide"})  # of an application
_APPLYING, _AFTERWARDS = frozenset({"accept", "investigate"}), frozenset({"inform", "decide"})
_MUCH_ALIKE, _MANY = 1.4, 3  # of 2; quantities by which a step is known again
_PIECES = re.compile(r"[，、；。：]")


def by_another_hand(index: CoverageIndex, a: Reading, b: Reading, told: list[Quote]) -> Iterator[Hit]:
    """Rules of `a` that say in other words what `b` does, but for the places already told."""
    for found in reworded(norms_of(a), norms_of(b)):
        seen = any(q.start < n.end and n.start < q.end for n in found.mine for q in told)
        if not seen and _is_rule(found) and _may_be_one(index, found, a, b):
            yield _hit_of_words(index, found, a, b)


def _is_rule(found: Reworded) -> bool:
    """Whether a stretch rules something of its own: no step, paper, definition or clause that every text has."""
    said = "".join(n.words for n in found.mine)
    inside = [p for n in found.mine for p in n.provisions]
    if inside and all(p.modality in NO_RULE for p in inside):
        return False
    doing = [p for p in inside if p.functions]
    known_again = found.likeness >= _MUCH_ALIKE and len(found.quantities) >= _MANY
    steps = _STEPS - _AFTERWARDS if known_again and not any(_APPLYING & {*p.functions} for p in doing) else _STEPS
    if found.quantities and doing and all({*p.functions} <= steps for p in doing):
        return False
    own = "".join(p for p in _PIECES.split(said) if not is_carried(p))
    told = min(len(words(own)), len(words(people_named().sub("", said))))
    return told >= LEAST_WORDS and not is_papers(found.mine)


def _may_be_one(index: CoverageIndex, found: Reworded, a: Reading, b: Reading) -> bool:
    """Whether nothing says that both are about two aids, or for others."""
    people = [Groups.of(g for n in norms for g in n.people) for norms in (found.mine, found.theirs)]
    apart = all(people) and index.groups.meets(*people) is Verdict.NO
    if not apart and found.likeness >= _MUCH_ALIKE:
        return not unrelated(index, title_aid(a.document), title_aid(b.document))
    return not apart and any(aid_meets(index, m, n) is not Verdict.NO for m in found.mine for n in found.theirs)


def _hit_of_words(index: CoverageIndex, found: Reworded, a: Reading, b: Reading) -> Hit:
    mine, theirs = max(found.mine, key=lambda n: len(n.text)), found.theirs[0]
    ours = "本稿" if index.is_draft(a.document.name) else title(a.document)
    there = f"{title(b.document)}{theirs.locator}"
    said = f"“{mine.text[:40]}{'…' if len(mine.text) > 40 else ''}”"
    return Hit(
        (*mine.ids, *theirs.ids),
        f"{ours}{mine.locator}换一种说法重复了现行{there}的规定：{said}。",
        places(index, (mine, *(n for n in found.mine if n is not mine), *found.theirs)),
        same=(Slot("quantities", "、".join(found.quantities) or "列举的各项"),),
        differs=(Slot("document", a=title(a.document), b=title(b.document)),),
        agencies=tuple(dict.fromkeys((*a.document.issuer_ids, *b.document.issuer_ids))),
        aid=tuple(sorted({x for n in found.mine for x in n.aid})),
        suggestion=f"删去重复的内容，改为引用{there}；需要替代的，写明原规定的相应内容同时停止执行。",
    )


def is_carried(text: str) -> bool:
    """Whether it has words of clauses that every text of the kind carries."""
    return any(w in text for w in wordings()["boilerplate"])
