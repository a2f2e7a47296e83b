"""Works of a duty list that two bodies each help with in the same words, or for the same few, and that nobody leads.

A lead for the field (牵头养老服务体系建设) is none for the work (留守老年人探访) unless it names the work, or the very
people. Quiet where a helper's clause names whom it helps, and for handing over data, publicity and the like.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations

from checks.bodies import HELPS, is_department, is_named
from checks.compare.bodies.tasks import DATA, Task, own_words
from checks.compare.ground.alignment import bag, share
from checks.compare.ground.topics import LOOSE
from kg.coverage import Duty
from kg.enums import Role
from ontology.vocabulary import Vocabulary
from ontology.wording import wordings

_HELP = re.compile(
    r"^[^，。；]{0,20}?(?:协助|配合|参与|支持)(?:有关部门|相关部门|有关方面)?(?:做好|开展|落实|实施|推进)?"
)
_LEAST, _SAME, _NAMED = 3, 0.8, 0.5  # pieces of the work; of the shorter one's; of the work's, in what is led


def helped_twice(vocabulary: Vocabulary, duties: Iterable[Duty], leads: Iterable[Duty]) -> Iterator[Task]:
    """Works that two bodies of `duties` help with, led by none of `leads`."""
    helpers = [d for d in duties if _only_helps(vocabulary, d)]
    led = [d for d in leads if d.role is Role.LEAD and is_named(d.agency) and d.agency != "government"]
    told: set[str] = set()
    for a, b in combinations(helpers, 2):
        apart = a.is_others(b) and not {a.provision.id, b.provision.id} & told
        same = apart and _one_work(a, b) and not any(_leads(d, a) or _leads(d, b) for d in led)
        if same or (apart and (few := _few(a, b)) and not any(_leads_for(d, few, (a, b)) for d in led)):
            places = (a.provision, b.provision)
            told |= {p.id for p in places}
            yield Task(places, places)


def _only_helps(vocabulary: Vocabulary, duty: Duty) -> bool:
    held = any(is_named(x) for x in duty.provision.agencies(Role.LEAD))
    return duty.role in HELPS and duty.function not in DATA and is_department(vocabulary, duty.agency) and not held


def _work(duty: Duty) -> frozenset[str]:
    """Pieces of what is helped with, the people among them."""
    return bag(_HELP.sub("", duty.provision.quote.text))


def _one_work(a: Duty, b: Duty) -> bool:
    one, two = _work(a), _work(b)
    return len(one & two) >= _LEAST and share(one, two) >= _SAME


def _leads(lead: Duty, helper: Duty) -> bool:
    """Whether a lead names the work, or the people where they are more than a whole age or sex."""
    work = bag(own_words(_HELP.sub("", helper.provision.quote.text))) or _work(helper)
    if len(work & bag(lead.provision.quote.text)) >= _NAMED * len(work):
        return True
    return not (lead.groups.ids() & helper.groups.ids()) <= frozenset(wordings()["broad-group"])


def _few(a: Duty, b: Duty) -> frozenset[str]:
    """The people whom both help, where they are more than a whole age or sex (困境儿童, 精神障碍患者)."""
    return (a.groups.ids() & b.groups.ids()) - set(wordings()["broad-group"])


def _leads_for(lead: Duty, people: frozenset[str], helpers: tuple[Duty, Duty]) -> bool:
    """Whether a lead is for those people, or in an aid that they are helped with."""
    return bool(lead.groups.ids() & people) or lead.aid in {d.aid for d in helpers} - LOOSE
