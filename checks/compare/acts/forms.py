"""The form that a higher rule orders for a step (书面告知) and the lower text lets go: by word of mouth, or unsaid.

Steps are the decisions of the safeguard families, norms laid beside each other, and what like norms have told to the
same receivers (告知就读学校和村民委员会). A text that does not take up the step leaves its form to the higher rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Severity
from checks.compare.ground.alignment import article_of, bag, matches, partners, share
from checks.compare.ground.norms import Norm
from checks.compare.ground.topics import aid_meets
from checks.compare.outcome.departures import Departure, Label
from kg.coverage import CoverageIndex
from kg.enums import Verdict
from ontology.cues import Cue, load_cues

_MUST = re.compile(r"应当|必须|应予|须")
_DENIED = re.compile(r"(?:不|无需|无须|未)[^，。；]{0,6}$")  # a step not taken has no form
_TO_OFFICE = re.compile(r"(?:同级|上级|下级|原|所在地的?|有关)?(?:[^，。；、]{0,8})(?:部门|机关|法院|检察院|人民政府)")
_BEFORE = re.compile(r"(?:事先|事前|预先|提前|先行|拟)[^，。；]{0,6}$")  # of what is not decided yet
_STOP = re.compile(r"[，。；]")
_FEW, _SAME = 3, 0.5  # pieces of the receivers that both name, and their part of the shorter
_OFFENCE = re.compile(r"有异议的|提出(?:的)?(?:意见|质疑|异议)的|不服的|违反|责令|罚款|处分")


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Steps of `mine` in another form than `theirs` orders, or in none."""
    beside = {start: norm.start for start, norm in partners(index, mine, theirs)}
    alike = matches(index, mine, theirs)
    for cue in load_cues()["form"]:
        above = [
            n for n in theirs if cue.find("ordered", n.text) and _MUST.search(n.words) and not _OFFENCE.search(n.words)
        ]
        for a in (n for n in mine if above and _loose(index, cue, n)):
            near = [b for b in above if beside.get(a.start) == b.start or _one_step(cue, a, b)]
            told = [] if _kept_beside(cue, a, mine) else [m.b for m in alike if m.a is a and m.b in above]
            near += [b for b in told if b not in near and _one_receiver(cue, a, b)]
            same = [
                b for b in near if _meets(index, a, b) and _is_before(cue, "act", a) == _is_before(cue, "ordered", b)
            ]
            if same:
                yield _departure(cue, a, same[0])


def _loose(index: CoverageIndex, cue: Cue, norm: Norm) -> bool:
    """Whether it takes the step without the form, which does not stand beside it either."""
    act = cue.find("act", norm.text)
    if (
        not act
        or _TO_OFFICE.match(norm.text[act.end() :])
        or _DENIED.search(norm.text[: act.start()])
        or _OFFENCE.search(norm.words)
    ):
        return False
    if cue.find("contrary", norm.text):
        return True
    return not cue.find("kept", index.documents[norm.document].text[slice(*norm.line)])


def _one_step(cue: Cue, a: Norm, b: Norm) -> bool:
    """Whether both speak of one decision, known by the families of safeguards, and do the same there."""
    steps = [c for c in load_cues()["safeguard"] if c.find("matter", a.words) and not c.find("not", a.words)]
    return any(c.find("matter", b.words) for c in steps)


def _kept_beside(cue: Cue, norm: Norm, norms: tuple[Norm, ...]) -> bool:
    """Whether the article has the form anywhere."""
    return any(cue.find("kept", n.text) for n in norms if article_of(n) == article_of(norm))


def _one_receiver(cue: Cue, a: Norm, b: Norm) -> bool:
    """Whether both tell the same receivers: most of what stands in the clause behind the word for telling."""
    act, ordered = cue.find("act", a.text), cue.find("ordered", b.text)
    if not act or not ordered:
        return False
    one, two = (bag(_STOP.split(n.text[m.end() :])[0]) for n, m in ((a, act), (b, ordered)))
    return len(one & two) >= _FEW and share(one, two) >= _SAME


def _is_before(cue: Cue, which: str, norm: Norm) -> bool:
    """Whether it tells of a decision that is still to be taken (应当事先告知)."""
    found = cue.find(which, norm.text)
    return found is not None and _BEFORE.search(norm.text[: found.start()]) is not None


def _meets(index: CoverageIndex, a: Norm, b: Norm) -> bool:
    return aid_meets(index, a, b) is Verdict.YES


def _departure(cue: Cue, a: Norm, b: Norm) -> Departure:
    contrary, ordered = cue.find("contrary", a.text), cue.find("ordered", b.text)
    said = f"规定“{contrary.group()}”" if contrary else f"没有规定以{cue.label}作出"
    gravity = Severity.ERROR if contrary else Severity.WARNING
    wanted = f"要求“{ordered.group()}”" if ordered else ""
    return Departure(Label.CONDITION, cue.id, "告知和决定的形式", said, wanted, (a,), (b,), gravity)
