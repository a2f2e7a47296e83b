"""Sentences that state a task and have it done by helpers alone: 对独居老年人每周探访一次，由社会组织协助开展.

So too where three bodies together are to help with a work (甲、乙、丙应当配合做好心理干预工作), and the article names
nobody whom they help.

Whoever helps is told, whom they help is not. Here the helpers may be villages, townships, volunteers; a department that
helps 有关部门 is looked at elsewhere. Quiet where the sentence names anybody who leads, or has it done by contract.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checks.bodies import HELPS, is_authority, is_named
from checks.compare.bodies.shares import article_of
from checks.compare.bodies.tasks import HOLDS, Task, named_in
from checks.compare.ground.agencies import agencies_in
from checks.compare.ground.alignment import bag
from checks.compare.ground.marks import SENTENCE
from kg.coverage import Duty
from kg.model import Provision, Reading
from ontology.vocabulary import load_vocabulary

_TASK = re.compile(
    r"(?:对|为|给|组织|开展|实施|提供|建立|定期|每[周月季年])[^，。；：]{4,60}，"
    r"(?=由[^，。；]{2,40}?(?:协助|配合|参与)(?:做好|开展|实施|完成|落实)?)"
)
_LED = re.compile(r"负责|牵头|组织实施|主管|承担|委托|购买服务|会同|指导下|统筹")
_HELPING = re.compile(r"协助|配合|参与")
_SHARED = re.compile(
    r"(?:共同|积极|密切|主动|依法|应当|要)*(?:协助|配合|参与|支持)(?:做好|开展|实施|完成|落实|推进)(?P<what>[^，。；：]{4,40}?)(?:相关|有关)?(?:的?工作)?[，。；]?$"
)
_SAME = 0.6  # of the pieces of such a work, in what somebody leads
_TOGETHER, _OFFICES = 3, 2  # bodies that help together, and how many of them are departments


def handed_to_helpers(reading: Reading, leads: Sequence[Duty]) -> Iterator[Task]:
    """Tasks that a sentence gives to helpers alone, and that none of `leads` (no government at large) is to do."""
    found = tuple(by_helpers(reading))
    named = (d for d in leads if is_named(d.agency) and (d.agency != "government" or _own(d, reading)))
    definite = [d.provision for d in named]
    for task in helped_together(reading):
        work = bag(task.said)
        if not any(len(work & bag(p.quote.text)) >= _SAME * len(work) for p in definite if p not in task.places):
            yield task
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


def helped_together(reading: Reading) -> Iterator[Task]:
    """Works that three bodies of one clause are to help with, in an article where nobody leads anything."""
    for provision in reading.provisions:
        helping = {a.start: a.agency for a in named_in(provision) if a.role in HELPS}  # one name, two lines: one body
        said = _SHARED.search(provision.quote.text) if len(helping) >= _TOGETHER else None
        if not said or len(set(helping.values())) < _OFFICES:
            continue
        article = [p for p in reading.provisions if article_of(p) == article_of(provision)]
        bodies = [a for p in article for a in p.actors if a.role in HOLDS]
        offices = {a for a in helping.values() if is_authority(load_vocabulary(), a)}
        if not bodies and len(offices) >= _OFFICES and not _LED.search("".join(p.quote.text for p in article)):
            helpers = tuple(p for p in article if any(a.role in HELPS for a in p.actors))
            yield Task((provision,), helpers, said["what"])
