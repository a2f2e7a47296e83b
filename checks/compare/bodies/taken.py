"""Steps that a draft takes from the body that takes them by a rule above, and has that very body only help with.

Above, one body acts with others beside it (接到通报后，会同民政部门调查评估); in the draft another leads the step and
the first is among its helpers, in the same paragraph. That a township is below a department of the county says nothing
here: the draft names both. Quiet where both lead by the rule above, and where the two steps share no more than the
word for what is done.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.bodies import HELPS, is_department, is_named
from checks.compare.bodies.leads import binding, leads
from checks.compare.ground.alignment import bag
from checks.compare.ground.marks import PAUSE, line_around
from kg.boxes import duties_in
from kg.coverage import CoverageIndex, Duty, Pair
from kg.enums import Role
from kg.memo import per_reading
from kg.model import Reading

_STEPS = frozenset({"accept", "investigate", "decide", "pay", "monitor"})
_DEED, _CASE = 2, 2  # pieces that both share: of what is done, and of the case that it is done in
_LAST = 8  # characters that say what is done


def taken_over(index: CoverageIndex) -> Iterator[Pair]:
    """Leads of the draft beside those of what binds it, where the one above only helps in the draft."""
    if index.draft is None:
        return
    beside = _helpers(index.draft)
    mine = [d for d in _steps(index.draft) if is_department(index.vocabulary, d.agency)]
    helped = [(d, beside[line]) for d in mine if beside.get(line := _line(d))]
    wanted = {agency for _, helpers in helped for agency in helpers}
    above = [d for r in binding(index) for d in _steps(r) if d.agency in wanted] if wanted else []
    for a, helpers in helped:
        for b in above:
            if b.agency in helpers and (a.function, a.aid) == (b.function, b.aid) and _one_step(a, b):
                yield index.laid_side_by_side(a, b)


@per_reading
def _steps(reading: Reading) -> tuple[Duty, ...]:
    """The steps that a text has one body take."""
    return tuple(filter(_is_step, duties_in(reading)))


def _is_step(duty: Duty) -> bool:
    """Whether one body, alone or with others beside it, takes a step."""
    one = duty.provision.agencies(Role.LEAD) == {duty.agency}
    return leads(duty) and duty.function in _STEPS and one and is_named(duty.agency)


@per_reading
def _helpers(reading: Reading) -> dict[str, frozenset[str]]:
    """The bodies that a paragraph has only help, by its words."""
    roles: dict[str, dict[str, set[Role]]] = {}
    for duty in duties_in(reading):
        roles.setdefault(_line(duty), {}).setdefault(duty.agency, set()).add(duty.role)
    return {line: frozenset(a for a, held in bodies.items() if held <= HELPS) for line, bodies in roles.items()}


def _line(duty: Duty) -> str:
    return line_around(duty.document.text, duty.provision.quote.start, duty.provision.quote.end)


def _one_step(a: Duty, b: Duty) -> bool:
    """Whether both do one thing in one case, and the rule above does not have the draft's body lead it as well."""
    theirs, mine = b.provision.quote.text, bag(a.provision.quote.text)
    deeds = (bag(part[-_LAST:]) & mine for part in PAUSE.split(theirs))
    deed = max(deeds, key=len, default=frozenset())
    case = (bag(_line(a)) & bag(theirs)) - deed
    return len(deed) >= _DEED and len(case) >= _CASE
