"""People that a document names itself: 低保家庭中有劳动能力的成员（以下统称帮扶对象） makes 帮扶对象 those people.

A term that already names people more closely than 救助对象 does keeps its own reading: 本办法所称受灾人员，是指…
explains it and changes nothing. Left out: terms for relatives, guardians and staff, who are not the ones that benefit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ingest.context import Context
from ingest.extract.aids.aid_names import named_aid
from ingest.extract.people.coordination import People
from ingest.extract.people.group_order import Order
from ingest.extract.people.narrowing import UMBRELLAS
from ingest.extract.people.person_words import Alternatives, Units
from ingest.extract.spotting import Spot
from kg.class_labels import label_of
from kg.model import Definition
from ontology.readings import Entry

COVERED = ("保障对象", "补贴对象", "补助对象", "发放对象", "享受对象")  # those the document's aid is for
DIBAO = (frozenset(("dibao",)),)
_OTHER_COVER = ("住房", "生活", "社会", "医疗", "供养", "优抚", "养老", "安居", "就业")  # 住房保障对象
NEAR = 300  # characters back in which the aid is named
MOST = 200  # definitions looked at
PEOPLE = re.compile(r"(?:对象|人员|家庭|户|群众|居民|群体|儿童|学生|职工|老年人|残疾人)$")
OTHERS = re.compile(r"监护|[赡抚扶]养人|亲属|工作|经办|援助人员|管理|服务|专业")


def defined_people(context: Context) -> Mapping[str, Alternatives]:
    """What the document's own terms for people mean, by term."""
    order = Order(context.vocabulary)
    own = {d.term: meaning for d in _terms(context) if (meaning := _meaning(d, order))}
    subject = _subject(context, order)
    return {**dict.fromkeys(COVERED, subject), **own} if subject else own


def numbered_people(context: Context) -> Mapping[str, Alternatives]:
    """Whom the document's numbered classes are (二类对象), by number; the first where it says it twice."""
    order = Order(context.vocabulary)
    found: dict[str, Alternatives] = {}
    for definition in context.definitions:
        if (label := label_of(definition.term)) and (people := _meaning(definition, order)):
            found.setdefault(label, people)
    return found


def covered_people(context: Context, terms: Mapping[str, Alternatives]) -> Iterator[Spot]:
    """Where 保障对象 are those of the minimum living guarantee: the title says nobody, and it is the aid last named."""
    if COVERED[0] in terms:
        return
    aid = named_aid(context)
    at = context.text.find(COVERED[0])
    while at >= 0:
        named = [] if context.text.endswith(_OTHER_COVER, 0, at) else aid.between(max(0, at - NEAR), at)
        if next((n.id for n in reversed(named) if n.manner == "name"), "") == "dibao":
            yield at, at + len(COVERED[0]), Entry("group", "person", ids=("dibao",))
        at = context.text.find(COVERED[0], at + 1)


def _subject(context: Context, order: Order) -> Alternatives:
    """Whom the title says the document is about; empty where it names nobody closely."""
    title = "".join(context.text[c.start : c.end] for c in context.clauses if c.kind == "title" and not c.instrument)
    people = tuple(order.narrow(ids) for ids in _read(title, order) if not ids <= UMBRELLAS)
    return people or (DIBAO if "最低生活保障" in title else ())


def _terms(context: Context) -> Iterator[Definition]:
    longest: dict[int, int] = {}
    for definition in context.definitions:
        longest[definition.end] = max(len(definition.term), longest.get(definition.end, 0))
    for definition in context.definitions[:MOST]:
        whole = len(definition.term) == longest[definition.end]
        if (
            whole
            and not label_of(definition.term)
            and PEOPLE.search(definition.term)
            and not OTHERS.search(definition.term)
        ):
            yield definition


def _meaning(definition: Definition, order: Order) -> Alternatives:
    """What the explanation says where the term itself says less; empty where it does not."""
    if any(not ids <= UMBRELLAS for ids in _read(definition.term, order)):
        return ()
    meaning = tuple(order.narrow(ids) for ids in _read(definition.meaning, order))
    return () if all(ids <= UMBRELLAS for ids in meaning) else meaning


def _read(words: str, order: Order) -> Alternatives:
    return People(words, order).read(Units(words).between(0, len(words)))
