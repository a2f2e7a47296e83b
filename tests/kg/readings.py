"""Any reading: values as the model allows them, with text of every kind that a document can hold."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from kg.enums import Level, Modality, Rank, Role
from kg.ids import clause_id, provision_id
from kg.model import (
    Actor,
    Citation,
    Clause,
    Definition,
    Document,
    Groups,
    Limit,
    Parameter,
    Period,
    Provision,
    Quote,
    Reading,
    Repeal,
)

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ["民政部门", '一、"引号"', "换\n行", "制\t表", "\\反斜", "𠮷", "", "<a&b>", "第十一条第二款"]
)
some_words = words.filter(bool)
offsets = st.integers(0, 10_000)
days = st.none() | st.dates(date(1949, 10, 1), date(2100, 1, 1))
slugs = st.sampled_from(["finance", "civil-affairs", "dibao", "pay", "other-body", "新 id/#"])
ids = st.lists(slugs, max_size=3).map(tuple)


@st.composite
def spans(draw: st.DrawFn) -> dict[str, int]:
    start = draw(offsets)
    return {"start": start, "end": start + draw(st.integers(1, 50))}


def filled(cls: type[Any], **slots: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Values of `cls` with a span, and the slots given."""
    return st.builds(lambda span, **rest: cls(**span, **rest), span=spans(), **slots)


groups = st.lists(st.lists(slugs, min_size=1, max_size=3), max_size=3).map(Groups.of)
actors = filled(
    Actor, agency=slugs, role=st.sampled_from(Role), surface=words, level=st.none() | st.sampled_from(Level)
)
parameters = filled(
    Parameter,
    kind=slugs,
    op=st.sampled_from(["=", "<", "<=", ">", ">="]),
    value=st.floats(allow_nan=False, allow_infinity=False),
    unit=words,
    basis=st.none() | words,
    quote=words,
    soft=st.booleans(),
)
citations = filled(Citation, title=words, number=st.none() | words, articles=st.lists(words, max_size=3).map(tuple))
limits = filled(Limit, kind=words, value=words, quote=words)
definitions = filled(Definition, term=words, meaning=words)
repeals = filled(Repeal, title=words, number=st.none() | words, day=days)


def quotes(document: str) -> st.SearchStrategy[Quote]:
    return st.builds(lambda start, text: Quote(document, start, start + len(text), text), offsets, some_words)


def clauses(document: str) -> st.SearchStrategy[Clause]:
    return filled(
        Clause,
        id=st.builds(clause_id, st.just(document), words, words),
        document=st.just(document),
        kind=st.sampled_from(["article", "item", "duty"]),
        number=words,
        locator=words,
        parent=st.none() | st.builds(clause_id, st.just(document), words, words),
        label=words,
        instrument=st.integers(0, 3),
    )


def provisions(document: str) -> st.SearchStrategy[Provision]:
    return st.builds(
        Provision,
        id=st.builds(provision_id, st.just(document), words, st.integers(0, 9)),
        document=st.just(document),
        clause=st.builds(clause_id, st.just(document), words, words),
        locator=words,
        quote=quotes(document),
        modality=st.sampled_from(Modality),
        actors=st.lists(actors, max_size=2).map(tuple),
        functions=ids,
        aid=ids,
        groups=groups,
        excluded=groups,
        parameters=st.lists(parameters, max_size=2).map(tuple),
        citations=st.lists(citations, max_size=2).map(tuple),
        limits=st.lists(limits, max_size=2).map(tuple),
    )


pages = st.lists(st.integers(0, 500), max_size=4).map(lambda starts: tuple(sorted(starts)))


def documents(name: str) -> st.SearchStrategy[Document]:
    return st.builds(
        Document,
        name=st.just(name),
        text=words,
        sha256=some_words,
        title=words,
        number=st.none() | words,
        issuers=st.lists(words, max_size=3).map(tuple),
        issuer_ids=ids,
        level=st.none() | st.sampled_from(Level),
        region=st.none() | st.sampled_from(["650000", "652323"]),
        rank=st.none() | st.sampled_from(Rank),
        made=days,
        published=days,
        period=st.builds(Period, days, days),
        repeals=st.lists(repeals, max_size=2).map(tuple),
        pages=pages,
        notes=st.lists(words, max_size=3).map(tuple),
    )


@st.composite
def readings(draw: st.DrawFn, name: str | None = None) -> Reading:
    called = name or draw(some_words)
    return Reading(
        draw(documents(called)),
        tuple(draw(st.lists(clauses(called), max_size=3, unique_by=lambda c: c.id))),
        tuple(draw(st.lists(definitions, max_size=2))),
        tuple(draw(st.lists(provisions(called), max_size=3, unique_by=lambda p: p.id))),
        tuple(draw(st.lists(quotes(called), max_size=2))),
    )
