"""Sentences that state a task and have it done by helpers alone: 对独居老年人每周探访一次，由社会组织协助开展.

Whoever helps is told, whom they help is not. Here the helpers may be villages, townships, volunteers; a department that
helps 有关部门 is looked at elsewhere. Quiet where the sentence names anybody who leads, or has it done by contract.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checks.bodies import is_named
from checks.compare.bodies.tasks import HOLDS, Task, named_in
from checks.compare.ground.agencies import agencies_in
from checks.compare.ground.marks import SENTENCE
from kg.coverage import Duty
from kg.model import Provision, Reading

_TASK = re.compile(
    r"(?:对|为|给|组织|开展|实施|提供|建立|定期|每[周月季年])[^，。；：]{4,60}，"
    r"(?=由[^，。；]{2,40}?(?:协助|配合|参与)(?:做好|开展|实施|完成|落实)?)"
)
_LED = re.compile(r"负责|牵头|组织实施|主管|承担|委托|购买服务|会同|指导下|统筹")
_HELPING = re.compile(r"协助|配合|参与")


def handed_to_helpers(reading: Reading, leads: Sequence[Duty]) -> Iterator[Task]:
    """Tasks that a sentence gives to helpers alone, and that none of `leads` (no government at large) is to do."""
    found = tuple(by_helpers(reading))
    named = (d for d in leads if is_named(d.agency) and (d.agency != "government" or _own(d, reading)))
    definite = [d.provision for d in named] if found else []
    for task in found:
        if not task.is_led([p for p in definite if p not in task.places]):
            yield task


def _own(duty: Duty, reading: Reading) -> bool:
    return duty.document is reading.document


def by_helpers(reading: Reading) -> Iterator[Task]:
    """Tasks that a sentence states and gives to helpers alone."""
    text = reading.document.text
    for sentence in SENTENCE.finditer(text):
        stated = _TASK.search(sentence.group())
        if not stated or _LED.search(sentence.group()):
            continue
        middle = sentence.start() + stated.end()
        here = [p for p in reading.provisions if sentence.start() <= p.quote.start < sentence.end()]
        before = tuple(p for p in here if p.quote.start < middle and not named_in(p))
        helpers = tuple(p for p in here if p.quote.start >= middle)
        if before and helpers and not agencies_in(stated.group()) and not any(map(_leads, helpers)):
            yield Task(before, helpers, stated.group())


def _leads(provision: Provision) -> bool:
    """Whether a clause names a body that holds the work; in 由社会组织协助开展 it only helps, however it is read."""
    held = any(a.role in HOLDS and is_named(a.agency) for a in provision.actors)
    return held and not _HELPING.search(provision.quote.text)
