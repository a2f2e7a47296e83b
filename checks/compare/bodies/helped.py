"""Works of a duty list that two bodies each help with in the same words, or for the same few, and that nobody leads.

A lead for the field (牵头养老服务体系建设) is none for the work (留守老年人探访) unless it names the work, or the very
people; in a list that is about those people by its title, the people tell nothing, unless it heads all work on them
and the list has nothing else for it. Whoever pays, or brings in volunteers, leads nothing. Quiet where a helper's
clause names whom it helps, and for handing over data, publicity and the like.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from checks.bodies import HELPS, is_department, is_named
from checks.compare.bodies.leading import RUNS
from checks.compare.bodies.tasks import DATA, HOLDS, Task, joins, own_words
from checks.compare.ground.alignment import bag, share
from checks.compare.ground.marks import line_around
from checks.compare.ground.topics import LOOSE
from checks.compare.ground.windows import groups_in
from kg.coverage import Duty
from kg.enums import Role
from kg.model import Document, Reading
from ontology.vocabulary import Vocabulary
from ontology.wording import wordings

_HELP = re.compile(
    r"^[^，。；]{0,20}?(?:协助|配合|参与|支持)(?:有关部门|相关部门|有关方面)?(?:做好|开展|落实|实施|推进)?"
)
_THING = re.compile(r"([一-龥]{2}(?:热线|专线|平台|系统|中心|站|超市|食堂|基地|驿站|工作室))")
_RUN = re.compile(r"设立|运营|运行|管理|承办|承担|建设|负责")
_SENT = "(?:移送|移交|转[办介交送]|推送|通报|反映|报告|提供|发现)"
_MONEY = "fund"
_NAME = 4  # characters of a thing's own name
_MOST = 0.7  # of all that is helped with, the people among it, in what is led
_LEAST, _SAME, _NAMED = 3, 0.8, 0.5  # pieces of the work; of the shorter one's; of the work's, in what is led


def helped_twice(vocabulary: Vocabulary, duties: Iterable[Duty], leads: Sequence[Duty]) -> Iterator[Task]:
    """Works that two bodies of `duties` help with, led by none of `leads`."""
    helpers = [d for d in duties if _only_helps(vocabulary, d)]
    doing = [d for d in leads if d.role in HOLDS and is_named(d.agency) and d.agency != "government"]
    if any(d.document is h.document and _heads(d) and not _has_more(d, doing) for d in doing for h in helpers[:1]):
        return
    working = (d for d in doing if d.function != _MONEY and not joins(vocabulary, d.provision, d.actor))
    led = [d for d in working if d.role is Role.LEAD]
    told: set[str] = set()
    for a, b in combinations(helpers, 2):
        apart = a.is_others(b) and not {a.provision.id, b.provision.id} & told
        if apart and (_unled(a, b, led) or _without_keeper(a, b, doing)):
            more = (c.provision for c in helpers if c.is_others(a) and _one_work(a, c))
            places = tuple(dict.fromkeys((a.provision, b.provision, *more)))
            told |= {p.id for p in places}
            yield Task(places, places)


def _unled(a: Duty, b: Duty, led: Sequence[Duty]) -> bool:
    """Whether both help with one work, or few people, and none of `led` has it, or them."""
    told = a.function in DATA or b.function in DATA
    if not told and _one_work(a, b) and not any(_leads(d, a) or _leads(d, b) for d in led):
        return True
    few = frozenset() if told else _few(a, b)
    return bool(few) and not any(_leads_for(d, few, (a, b)) for d in led)


def _without_keeper(a: Duty, b: Duty, doing: Sequence[Duty]) -> bool:
    """Whether both help with one thing by its name, and nobody runs it."""
    thing = _one_thing(a, b)
    return bool(thing) and not any(_has(d, thing) for d in doing)


def has_keeper(held: Iterable[Duty], reading: Reading, task: Task) -> bool:
    """Whether somebody of the text runs the thing that the paragraph of a task is about (慈善超市由甲运营)."""
    quote = task.places[0].quote
    paragraph = line_around(reading.document.text, quote.start, quote.end)
    own = (d.provision.quote.text for d in held if d.document is reading.document)
    return any(m[1] in paragraph for said in own if _RUN.search(said) for m in _THING.finditer(said))


def _only_helps(vocabulary: Vocabulary, duty: Duty) -> bool:
    if joins(vocabulary, duty.provision, duty.actor):
        return True
    held = any(is_named(x) for x in duty.provision.agencies(Role.LEAD))
    return duty.role in HELPS and is_department(vocabulary, duty.agency) and not held


def _work(duty: Duty) -> frozenset[str]:
    """Pieces of what is helped with, the people among them."""
    return bag(_HELP.sub("", duty.provision.quote.text))


def _one_work(a: Duty, b: Duty) -> bool:
    one, two = _work(a), _work(b)
    return len(one & two) >= _LEAST and share(one, two) >= _SAME


def _one_thing(a: Duty, b: Duty) -> str:
    """The thing or work that both clauses call by one name (心理援助站, 过渡性安置), less the people; "" for none."""
    one, two = (_HELP.sub("", d.provision.quote.text) for d in (a, b))
    match = SequenceMatcher(None, one, two, autojunk=False).find_longest_match()
    found = one[match.a : match.a + match.size]
    named = len(found) >= _NAME and _THING.search(found) is not None
    return found if named or len(own_words(found)) >= _NAME else ""


def _has(lead: Duty, thing: str) -> bool:
    """Whether a lead names the thing, and not only what it sends (处置援助站移送的警情)."""
    said, named = lead.provision.quote.text, _THING.search(thing)
    sent = re.search(f"{re.escape(thing)}{_SENT}", said)
    same = named[1] in said if named else len(bag(thing) & bag(said)) >= _NAMED * len(bag(thing))
    return same and not sent


def _leads(lead: Duty, helper: Duty) -> bool:
    """Whether a lead names the work, or the people where they are more than a whole age or sex."""
    said, whole = bag(lead.provision.quote.text), _work(helper)
    own = bag(own_words(_HELP.sub("", helper.provision.quote.text))) or whole
    if any(len(work & said) >= least * len(work) for work, least in ((own, _NAMED), (whole, _MOST))):
        return True
    shared = (lead.groups.ids() & helper.groups.ids()) - set(wordings()["broad-group"])
    return not shared <= _titled(helper.document)


def _titled(document: Document) -> frozenset[str]:
    """The people that a text is about by its title."""
    return groups_in(document.title or "").ids()


def _heads(lead: Duty) -> bool:
    """Whether a lead is for the people of its text's title, in nothing else than what the title says."""
    said, title = own_words(lead.provision.quote.text), lead.document.title or ""
    return lead.function in RUNS and bool(lead.groups.ids() & _titled(lead.document)) and said in title


def _has_more(lead: Duty, doing: Sequence[Duty]) -> bool:
    """Whether the list names other work of the body besides, so that heading it all says nothing of the rest."""
    own = (d for d in doing if d.agency == lead.agency and d.document is lead.document)
    return any(d.provision.id != lead.provision.id for d in own)


def _few(a: Duty, b: Duty) -> frozenset[str]:
    """The people whom both help, where they are more than a whole age or sex (困境儿童, 精神障碍患者)."""
    return (a.groups.ids() & b.groups.ids()) - set(wordings()["broad-group"])


def _leads_for(lead: Duty, people: frozenset[str], helpers: tuple[Duty, Duty]) -> bool:
    """Whether a lead is for those people, or in an aid that they are helped with."""
    return bool(lead.groups.ids() & people) or lead.aid in {d.aid for d in helpers} - LOOSE
