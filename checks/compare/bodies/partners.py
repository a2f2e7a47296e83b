"""Lead and partner who have changed places: 财政部门会同民政部门制定 where the rule above has 民政部门会同财政部门.

Both take part in either text, so that neither is a stranger to the work; but who makes a rule, and who is asked, is
settled above. Quiet for work of the centre (国务院民政部门会同…), for single cases, and where both lead together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.bodies.assignments import Assignment
from checks.compare.ground.alignment import bag, on_one_matter, share, subject_words
from checks.compare.ground.norms import Norm, norms_of
from checks.remember import per_index
from kg.coverage import CoverageIndex
from kg.enums import Role

_MAKES = re.compile(r"会同[^。；]{2,80}?(?:制定|制订|确定|规定|公布|核定)")  # of rules and standards, not of cases
_CENTRE = re.compile(r"国务院|中央|全国")
_BARE = re.compile(r"具体|管理|实施|办法|应当")
_FEW, _ALIKE = 3, 0.6  # pieces that the two share, and their part of the shorter


def turned_round(index: CoverageIndex, mine: str, theirs: str) -> Iterator[tuple[Assignment, Assignment]]:
    """Works of two documents in which the lead of one is the partner of the other."""
    above = partnerships(index, theirs)
    for a, partners in partnerships(index, mine):
        turned = (b for b, others in above if a.agency in others and b.agency in partners)
        found = [b for b in turned if _one_work(index, a, b)]
        if found:
            yield a, max(found, key=lambda b: len(a.pieces & b.pieces))


@per_index
def partnerships(index: CoverageIndex, name: str) -> tuple[tuple[Assignment, frozenset[str]], ...]:
    """Works that one body does together with others (会同), each with the others."""
    text = index.documents[name].text
    return tuple(_of(norm, text[slice(*norm.line)]) for norm in norms_of(index.reading(name)) if _is_one(norm))


def _is_one(norm: Norm) -> bool:
    together = _MAKES.search(norm.text) and not _CENTRE.search(norm.text)
    return bool(together) and len(_by_role(norm, Role.LEAD)) == 1 and bool(_by_role(norm, Role.JOINT))


def _of(norm: Norm, line: str) -> tuple[Assignment, frozenset[str]]:
    """The work by the words before 由, or by those of the paragraph where these only say 具体办法."""
    (lead,) = _by_role(norm, Role.LEAD)
    said = bag(_BARE.sub(" ", norm.text.split("由")[0]))
    return Assignment(norm, lead, said if len(said) >= _FEW else bag(line), said), _by_role(norm, Role.JOINT)


def _by_role(norm: Norm, role: Role) -> frozenset[str]:
    read = (x for p in norm.provisions for x in p.actors)
    return frozenset(x.agency for x in read if x.role is role and x.agency not in ("government", "unresolved"))


def _one_work(index: CoverageIndex, a: Assignment, b: Assignment) -> bool:
    shared = a.pieces & b.pieces
    own = shared - subject_words(index.documents[b.norm.document])  # more than what the whole text is about
    close = bool(own) and len(shared) >= _FEW and share(a.pieces, b.pieces) >= _ALIKE
    return close and on_one_matter(index, a.norm, b.norm)
