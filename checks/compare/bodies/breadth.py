"""How broad the work is that two bodies meet in: one benefit that is decided on once, or a field that many share."""

from __future__ import annotations

import re

from checks.compare.bodies.tasks import own_words
from checks.compare.ground.alignment import bag
from checks.compare.ground.topics import LOOSE, aid_named
from checks.matter import matter
from checks.places import is_duty_list
from kg.coverage import CoverageIndex, Duty, Pair
from ontology.wording import wordings

_STATUS = re.compile(r"(?:身份|类别|收入|经济状况|困难程度|低收入人口|低收入群体)(?:的)?(?:资格)?(?:认定|确认)")
_FIELD = 2  # characters
BENEFIT = frozenset({"decide", "pay"})
_NAMES_RECIPIENTS = re.compile(r"(?:核定|确定|认定|审定|核准)[^，。；]{0,16}对象")


def says_who_gets_it(pair: Pair) -> bool:
    """Whether both decide or pay, or name the recipients (核定对象): work that a benefit has once."""
    naming = (bool(_NAMES_RECIPIENTS.search(d.provision.quote.text)) for d in (pair.a, pair.b))
    return pair.a.function in BENEFIT or (pair.a.function == "investigate" and all(naming))


def one_of_people(pair: Pair) -> bool:
    """Whether one only recognises what people are (低收入群体身份认定) and the other decides what they get."""
    only = [bool(_STATUS.search(d.provision.quote.text)) for d in (pair.a, pair.b)]
    return pair.a.function == "decide" and only[0] != only[1]


def in_own_fields(a: Duty, b: Duty) -> bool:
    """Whether two bodies do like things each in the field it is named for (教育部门…教育资源, 卫生部门…医疗资源).

    Asked only of work that is itself a field of many departments, and not a decision.
    """
    if a.function in BENEFIT or not {a.aid, b.aid} <= set(wordings()["broad-aid"]):
        return False
    mine, theirs = (d.provision.quote.text.replace(d.actor.surface, "") for d in (a, b))
    own, other = (d.actor.surface[:_FIELD] for d in (a, b))
    if not own or not other or own == other:
        return False
    return (own in mine and own not in theirs) or (other in theirs and other not in mine)


def is_broad(index: CoverageIndex, pair: Pair) -> bool:
    """Whether the aid is a field of work that many departments share (未成年人保护, 养老), outside a list of duties.

    So is 社会救助 inside one text that says only that something is decided or paid.
    """
    readings = (index.reading(d.document.name) for d in (pair.a, pair.b))
    aids = {pair.a.aid, pair.b.aid}
    if aids & LOOSE and pair.a.document.name == pair.b.document.name and not (matter(pair.a) or matter(pair.b)):
        return True
    return bool(aids & set(wordings()["broad-aid"])) and not all(map(is_duty_list, readings))


def in_other_words(pair: Pair) -> bool:
    """Whether two clauses of one list share no word in a field of work (孤儿基本生活保障, 图书馆免费开放)."""
    if pair.a.document is not pair.b.document or not {pair.a.aid, pair.b.aid} <= set(wordings()["broad-aid"]):
        return False
    mine, theirs = (d.provision.quote.text for d in (pair.a, pair.b))
    own, other = bag(own_words(mine)), bag(own_words(theirs))
    return bool(own | other) and not own & other and not (aid_named(mine) & aid_named(theirs))


def by_its_name(pair: Pair) -> bool:
    """Whether both grant one aid that each clause calls by its name, whatever their texts are on (发放临时救助金)."""
    named = [aid_named(d.provision.quote.text) for d in (pair.a, pair.b)]
    same = pair.a.aid == pair.b.aid and pair.a.function == pair.b.function
    return same and pair.a.function in BENEFIT and all(pair.a.aid in aids for aids in named)
