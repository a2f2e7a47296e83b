"""What some bodies have to report at once (应当立即向公安机关报告), left to them below, or sent round by another desk.

A rule names who reports, in which case and to whom. A text on the same bodies and case that lets them choose
(可以反映), has them tell somebody else first who thinks it over, or gives them days for what is due at once, takes
the duty back. Quiet where the text orders the report too, wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Severity
from checks.compare.ground.agencies import agencies_in
from checks.compare.ground.alignment import bag, one_subject
from checks.compare.ground.norms import Norm
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from ontology.cues import Setting

_REPORT = Setting("report")
_CASE = re.compile(r"发现[^。]*")
_PERSONS = re.compile(
    r"^(?:邻居|亲友|亲属|近亲属|群众|居民|市民|村民|个人|公众|知情人|目击者|志愿者"
    r"|未成年人|妇女|老年人|残疾人|受害人|被害人|公民|当事人|申请人|本人|家庭成员|任何)"
)
_SHARED = 2  # pieces of the case


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Reports that `theirs` orders at once and `mine` leaves open or delays."""
    ordered = [n for n in theirs if _REPORT.has("ordered", n.text)]
    for a in mine if ordered else ():
        own = not _PERSONS.match(a.text)
        loose, late = (_words(what, a) if own else "" for what in ("loose", "late"))
        above = [b for b in ordered if (loose or (late and _REPORT.has("atOnce", b.text))) and _one_case(a, b)]
        above = [b for b in above if one_subject(index, a, b)]
        if above and not any(_REPORT.has("ordered", n.text) and _one_case(n, above[0]) for n in mine):
            b = max(above, key=lambda n: len(bag(n.text) & bag(a.text)))
            duty = next(_REPORT.all("ordered", b.text)).group()
            said = (f"规定“{clip(loose or late, 30)}”", f"规定“{clip(duty, 30)}”")
            yield Departure(Label.CONDITION, "report", "报告义务", *said, (a,), (b,), Severity.WARNING)


def _words(what: str, norm: Norm) -> str:
    """The words that leave the report open or put another step before it, or that give it time."""
    return next((m.group() for m in _REPORT.all(what, norm.text)), "")


def _one_case(a: Norm, b: Norm) -> bool:
    """Whether both have one of the same bodies find the same kind of thing."""
    said = [n.sentence for n in (a, b)]
    bodies = [{x for _, _, x in agencies_in(text)} for text in said]
    cases = [bag("".join(_CASE.findall(text))) for text in said]
    return bool(bodies[0] & bodies[1]) and len(cases[0] & cases[1]) >= _SHARED
