"""哪个部门以什么角色为哪类对象提供什么救助: one question, for the command line, the API and the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from api.people import People
from kg.coverage import CoverageIndex, Duty
from kg.enums import Role
from kg.errors import UsageError
from kg.model import Document, Groups
from kg.naming import called
from kg.regions import Place
from kg.standing import place
from ontology.vocabulary import Vocabulary

NOT_COVERING = (Role.RECIPIENT,)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked; an empty field asks for everything."""

    agency: str = ""
    group: str = ""
    aid: str = ""
    function: str = ""
    role: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """One duty: who, as what, does what, with what aid, for whom, since when, by which clause."""

    agency: str
    role: str
    function: str
    aid: str
    groups: Groups
    document: str
    title: str
    locator: str
    quote: str
    provision: str
    region: str | None
    since: date | None


def id_of(vocabulary: Vocabulary, kind: str, value: str) -> str:
    """The id that somebody meant by an id or a Chinese name; raises UsageError where there is none."""
    if not value or value in vocabulary.of(kind):
        return value
    for surface, id_ in vocabulary.surfaces(kind):
        if surface == value:
            return id_
    raise UsageError(f"词表里没有“{value}”。请改用词表中的编号或名称（huishang ontology list {kind} 列出）。")


def who_covers(index: CoverageIndex, question: Question) -> Iterator[Answer]:
    """Duties that answer the question where the index is: aid with its kinds, groups above and below the one asked."""
    people = People(index)
    for duty in index.duties:
        if duty.role not in NOT_COVERING and applies(index, duty) and _fits(duty, question, index.vocabulary, people):
            yield _answer(duty, people.of(duty))


def applies(index: CoverageIndex, duty: Duty) -> bool:
    """Whether a duty holds in the region of the index or in a part of it; where either is not stated it does."""
    return applies_there(index, duty.document)


def applies_there(index: CoverageIndex, document: Document) -> bool:
    """Whether a document rules in the region of the index or in a part of it; where either is not stated it does."""
    return index.regions.relation(place(document), index.region) is not Place.APART


def _fits(duty: Duty, question: Question, vocabulary: Vocabulary, people: People) -> bool:
    asked = (
        (question.agency, duty.agency),
        (question.function, duty.function),
        (question.role, str(duty.role)),
        (question.document, duty.document.name),
    )
    if any(wanted and wanted != found for wanted, found in asked):
        return False
    if question.aid and not within("aid", duty.aid, question.aid, vocabulary):
        return False
    return not question.group or any(related("group", question.group, g, vocabulary) for g in people.of(duty).ids())


def within(kind: str, narrow: str, wide: str, vocabulary: Vocabulary) -> bool:
    """Same term, or `narrow` stands below `wide`."""
    return wide in vocabulary.ancestors(kind, narrow)


def related(kind: str, a: str, b: str, vocabulary: Vocabulary) -> bool:
    """Same term, or one stands above the other."""
    return within(kind, a, b, vocabulary) or within(kind, b, a, vocabulary)


def _answer(duty: Duty, groups: Groups) -> Answer:
    provision, document = duty.provision, duty.document
    return Answer(
        duty.agency,
        str(duty.role),
        duty.function,
        duty.aid,
        groups,
        document.name,
        called(document),
        provision.locator,
        provision.quote.text,
        provision.id,
        document.region,
        document.period.start or document.made,
    )
