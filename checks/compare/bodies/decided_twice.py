"""Two bodies that one document lets take the same decision, in different places, none handed on to the other.

Left out: the department that steers the recognition of people (统筹协调、指导、监督), and the one that is charged with
it at large (全县认定工作) where the township decides on each application.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.bodies.carved_out import excepted
from checks.compare.bodies.deciders import Decider, deciders_of, one_decision
from checks.compare.ground.agencies import names_in
from checks.compare.ground.norms import norms_of
from checks.compare.outcome.doubles import Double
from kg.coverage import CoverageIndex
from kg.enums import Role
from ontology.cues import Setting

_DECISION = Setting("decision")
_HANDS = re.compile(  # a decision is handed on
    r"(?:委托|授权|下放(?:给|至|到)?)(?P<to>[^，。；]{2,24}?)(?:审|确认|认定|决定|核|批|办理|行使|实施|开展)"
    r"|(?P<by>[^，。；]{2,24}?)(?:接?受|根据|按照|依照)[^，。；]{2,20}?(?:委托|授权)"
)


def doubles(index: CoverageIndex, name: str) -> Iterator[Double]:
    """Two bodies of one document each of which takes the same decision, in different lines, none handed on to it."""
    handed = _handed(index, name)
    found = [d for d in deciders_of(index, name) if d.agency not in handed and not _steers(d)]
    told: set[frozenset[str]] = set()
    for i, a in enumerate(found):
        for b in found[i + 1 :]:
            bodies = frozenset((a.agency, b.agency))
            apart = bodies not in told and a.agency != b.agency and a.norm.line != b.norm.line
            apart = apart and not _works_of_both(index, name, a, b) and not _at_large(a, b)
            apart = apart and not excepted(index.documents[name], a.norm.text, b.norm.text)
            if apart and not bodies & {"government", "village"} and one_decision(index, a, b):
                told.add(bodies)
                label = index.vocabulary.label
                who = (label("agency", a.agency), label("agency", b.agency))
                yield Double("decider", "作出决定的机关", *who, (a.norm, b.norm))


def _steers(decider: Decider) -> bool:
    """Whether a body is only charged with steering how people are recognised (认定的统筹协调)."""
    return decider.recognises and _DECISION.has("steers", decider.norm.text)


def _at_large(a: Decider, b: Decider) -> bool:
    """Whether the township decides, and a department has the work of recognition as such (全县认定工作)."""
    above = [x for x, other in ((a, b), (b, a)) if other.agency == "township"]
    return any(x.recognises and _DECISION.has("atLarge", x.norm.text) for x in above)


def _works_of_both(index: CoverageIndex, name: str, a: Decider, b: Decider) -> bool:
    """Whether one line of the document gives a work of the aid to each of two bodies (甲局负责改造，乙局负责重建)."""
    lines: dict[tuple[int, int], set[str]] = {}
    for norm in norms_of(index.reading(name)):
        held = (p.agencies(Role.LEAD) for p in norm.provisions if "implement" in p.functions and set(p.aid) & a.aid)
        lines.setdefault(norm.line, set()).update(next(iter(x)) for x in held if len(x) == 1)
    return any({a.agency, b.agency} <= bodies for bodies in lines.values())


def _handed(index: CoverageIndex, name: str) -> frozenset[str]:
    """Bodies to which the document hands on a decision, in the name of another."""
    norms = norms_of(index.reading(name))
    return frozenset(a for n in norms for m in _HANDS.finditer(n.text) for a in names_in(m["to"] or m["by"]))
