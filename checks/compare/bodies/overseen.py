"""Who is to oversee something: 负责对定点机构的监管 here, another body's 加强对定点机构的监管 there.

Both clauses have to name one thing overseen, in nearly the same words. Quiet for money, which several bodies watch by
laws of their own, for work that each does by its own duties, and where one body has a part in the other's clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.bodies import is_department
from checks.compare.bodies.assignments import Assignment
from checks.compare.ground.alignment import one_subject
from checks.compare.ground.norms import Norm, norms_of
from checks.remember import per_index
from kg.coverage import CoverageIndex
from kg.enums import Role
from ontology.vocabulary import Vocabulary

_OVERSEES = re.compile(
    r"(?:负责|承担|加强|做好|开展|实施|组织|强化|履行|牵头)(?:对)?(?P<what>[^，。；]{3,24}?)(?:的|实施|进行|开展)?(?:日常|行业|统一|监督)?"
    r"(?P<act>监管|监督管理|管理考核|监督检查|考核(?:评估|评价)?|年检|检查考核|资质(?:审查|认定))(?:职责|工作)?$"
)
_ASIDE = re.compile(
    r"资金|经费|基金|财务|预算|项目|药品|食品|价格|收费|消防|安全|质量|各自|分别|职责范围|有关部门|配合|协助|会同|参与"
)
_PLAIN = re.compile(r"全?(?:省|市|县|区|自治区)|本(?:省|市|县|区)|辖区内?|城乡|各类|有关|相关|和|与|及|、|的|对")
_SAME = 0.8  # of the pieces of either thing


def clashes(index: CoverageIndex, mine: str, theirs: str) -> Iterator[tuple[Assignment, Assignment]]:
    """Things that two documents have overseen by different bodies."""
    above = overseen_by(index, theirs)
    for a in overseen_by(index, mine) if above else ():
        same = [b for b in above if _one_thing(a, b) and one_subject(index, a.norm, b.norm)]
        if same and not any(a.agency in _parties(b.norm) or b.agency in _parties(a.norm) for b in same):
            yield a, same[0]


@per_index
def overseen_by(index: CoverageIndex, name: str) -> tuple[Assignment, ...]:
    """What a document has one department oversee."""
    return tuple(x for n in norms_of(index.reading(name)) for x in _overseen(index.vocabulary, n))


def _overseen(vocabulary: Vocabulary, norm: Norm) -> Iterator[Assignment]:
    for provision in norm.provisions:
        said = _OVERSEES.search(provision.quote.text.rstrip("。；"))
        leads = provision.agencies(Role.LEAD)
        alone = len(leads) == 1 and is_department(vocabulary, next(iter(leads)))
        if said and alone and not _ASIDE.search(provision.quote.text):
            yield Assignment(norm, next(iter(leads)), _grams(said["what"]), _grams(said["act"]), said.group())


def _grams(text: str) -> frozenset[str]:
    """Two-character pieces, names of bodies among them."""
    text = _PLAIN.sub("", text)
    return frozenset(text[i : i + 2] for i in range(len(text) - 1))


def _one_thing(a: Assignment, b: Assignment) -> bool:
    return len(a.pieces & b.pieces) >= max(2, _SAME * max(len(a.pieces), len(b.pieces)))


def _parties(norm: Norm) -> frozenset[str]:
    return frozenset(x.agency for p in norm.provisions for x in p.actors)
