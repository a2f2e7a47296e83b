"""Builders with defaults, so that a test states only what matters to it.

`provision("b", agency="finance")` is a lead duty of implementing dibao for the dibao group in the document base.txt.
`build(provisions)` writes the documents' texts from the provisions' words, sets all offsets and returns the index.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from kg.coverage import CoverageIndex, build_index
from kg.enums import Level, Modality, Rank, Role
from kg.ids import clause_id, digest, provision_id
from kg.model import (
    Actor,
    Citation,
    Clause,
    Corpus,
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
from ontology.vocabulary import load_vocabulary

BASE, DRAFT = "base.txt", "draft.txt"
AT = date(2025, 6, 1)


@dataclass(frozen=True)
class Sketch:
    """A provision before its document has a text; `actors` as (agency, role), values as in the contract."""

    name: str
    actors: tuple[tuple[str, str], ...] = (("civil-affairs", "lead"),)
    functions: tuple[str, ...] = ("implement",)
    aid: tuple[str, ...] = ("dibao",)
    groups: tuple[tuple[str, ...], ...] = (("dibao",),)
    excluded: tuple[tuple[str, ...], ...] = ()
    modality: str = "obligation"
    parameters: tuple[str, ...] = ()  # "time-limit <= 20 工作日 受理", the basis last and optional
    citations: tuple[str, ...] = ()  # "社会救助暂行办法 第十一条 第十二条"; "-" for the document itself
    limits: tuple[str, ...] = ()  # "stacking:no-double", the words after a further colon
    document: str = BASE
    article: str = ""  # 第三条; numbered in order by default
    text: str = ""
    level: str = ""  # of the actors
    surface: str = ""  # the name by which the text calls a single actor; it stands first


def provision(name: str, **facts: Any) -> Sketch:
    """A sketch by name; `agency` and `role` are short for a single actor, `function` for a single function."""
    agency, role = facts.pop("agency", None), facts.pop("role", None)
    if agency is not None or role is not None:
        facts["actors"] = ((agency or "civil-affairs", role or "lead"),)
    for one, many in (("function", "functions"),):
        if one in facts:
            facts[many] = (facts.pop(one),)
    for many in ("functions", "aid", "parameters", "citations", "limits"):
        if isinstance(facts.get(many), str):
            facts[many] = (facts[many],)
    return Sketch(name, **{k: _tuple(v) for k, v in facts.items()})


def document(name: str, **facts: Any) -> Document:
    """A document without text yet; level, rank and dates may be plain strings."""
    start, end = facts.pop("start", None), facts.pop("end", None)
    level, rank = facts.pop("level", "county"), facts.pop("rank", "normative")
    repeals = tuple(Repeal(r, None, None, 0, 1) for r in facts.pop("repeals", ()))
    issuers = _tuple(facts.pop("issuers", ("civil-affairs",)))
    made = Document(
        name,
        "",
        digest(name),
        level=Level(level),
        rank=Rank(rank),
        issuer_ids=issuers,
        period=Period(_day(start), _day(end)),
        repeals=repeals,
    )
    facts.setdefault("title", name.removesuffix(".txt"))
    facts.setdefault("region", "650000")
    return replace(made, **{k: _day(v) if k in ("made", "published") else v for k, v in facts.items()})


@dataclass
class _Writing:
    """The text of one document as it grows."""

    document: Document
    listed: bool = False  # a duty list: every provision is an agency's paragraph
    text: str = ""
    clauses: list[Clause] = field(default_factory=list)
    provisions: list[Provision] = field(default_factory=list)

    def reading(self) -> Reading:
        return Reading(replace(self.document, text=self.text), tuple(self.clauses), (), tuple(self.provisions))


def build(
    sketches: Iterable[Sketch],
    documents: Mapping[str, Mapping[str, Any]] | None = None,
    at: date = AT,
    region: str | None = None,
    draft: str = DRAFT,
) -> CoverageIndex:
    """Index over the sketches' documents; the one called `draft`, where there is one, is the draft."""
    given = dict(documents or {})
    sketches = list(sketches)
    names = dict.fromkeys([*(s.document for s in sketches), *given])
    writings = {name: _writing(name, dict(given.get(name, {}))) for name in names}
    for sketch in sketches:
        _write(sketch, writings[sketch.document])
    readings = {name: w.reading() for name, w in writings.items()}
    base = Corpus(tuple(r for name, r in readings.items() if name != draft))
    return build_index(base, readings.get(draft), load_vocabulary(), at, region)


def names(sketches: Iterable[Sketch]) -> dict[str, str]:
    """Provision id → the sketch's name."""
    seen: Counter[tuple[str, str]] = Counter()
    called = {}
    for sketch in sketches:
        key = sketch.document, words(sketch)
        called[provision_id(*key, seen[key])] = sketch.name
        seen[key] += 1
    return called


def words(sketch: Sketch) -> str:
    """The sketch's text, or one made of its facts."""
    if sketch.text:
        return sketch.text
    vocabulary = load_vocabulary()
    agency = sketch.surface or "、".join(vocabulary.label("agency", a) for a, _ in sketch.actors)
    people = "、".join(vocabulary.label("group", g) for g in dict.fromkeys(g for a in sketch.groups for g in a))
    aid = "、".join(vocabulary.label("aid", a) for a in sketch.aid)
    work = "、".join(vocabulary.label("function", f) for f in sketch.functions)
    numbers = "，".join(p.replace(" ", "") for p in sketch.parameters)
    cited = "，".join(c.replace(" ", "") for c in sketch.citations)
    return f"{agency}对{people}办理{aid}的{work}{numbers}{cited}。"


def _writing(name: str, facts: dict[str, Any]) -> _Writing:
    """`listed` among the facts makes the document a duty list."""
    listed = facts.pop("listed", False)
    return _Writing(document(name, **facts), listed)


def _write(sketch: Sketch, writing: _Writing) -> None:
    number = sketch.article or f"第{_chinese(len(writing.clauses) + 1)}条"
    start = len(writing.text) + len(number) + 1
    text = words(sketch)
    writing.text += f"{number}\u3000{text}\n"
    name = writing.document.name
    here = clause_id(name, number, text)
    kind = "duty" if writing.listed else "article"
    outer = (start - len(number) - 1, len(writing.text))
    writing.clauses.append(Clause(here, name, kind, number, number, None, *outer))
    end = start + len(text)
    writing.provisions.append(
        Provision(
            provision_id(name, text, sum(p.quote.text == text for p in writing.provisions)),
            name,
            here,
            number,
            Quote(name, start, end, text),
            Modality(sketch.modality),
            tuple(_actor(a, r, sketch, start, end) for a, r in sketch.actors),
            sketch.functions,
            sketch.aid,
            Groups.of(sketch.groups),
            Groups.of(sketch.excluded),
            tuple(_parameter(p, start, end, text) for p in sketch.parameters),
            tuple(_citation(c, start, end) for c in sketch.citations),
            tuple(_limit(x, start, end, text) for x in sketch.limits),
        )
    )


def _actor(agency: str, role: str, sketch: Sketch, start: int, end: int) -> Actor:
    surface = sketch.surface or load_vocabulary().label("agency", agency)
    level = Level(sketch.level) if sketch.level else None
    return Actor(agency, Role(role), surface, start, start + len(surface) if sketch.surface else end, level)


def _parameter(said: str, start: int, end: int, text: str) -> Parameter:
    """`said` as in Sketch; it stands where the text has the words after @, else where the text writes the figure."""
    soft = said.startswith("~")
    said, _, words = said.removeprefix("~").partition(" @")
    kind, op, value, *rest = said.split()
    unit, basis = (*rest, None, None)[:2]
    at = re.search(re.escape(words), text) if words else _written(value, unit or "", text)
    start, end = (start + at.start(), start + at.end()) if at else (start, end)
    return Parameter(kind, op, float(value), unit or "", basis, start, end, at.group() if at else text, soft)


def _written(value: str, unit: str, text: str) -> re.Match[str] | None:
    """Where the text writes the figure: the number with the head of its unit (100元 for 元/户/月)."""
    return re.search(rf"(?<![0-9.]){re.escape(value)}个?{re.escape(unit.split('/')[0])}", text)


def _citation(said: str, start: int, end: int) -> Citation:
    title, *articles = said.split()
    return Citation("" if title == "-" else title, None, tuple(articles), start, end)


def _limit(said: str, start: int, end: int, text: str) -> Limit:
    kind, value, quote = (*said.split(":", 2), "", "")[:3]
    return Limit(kind, value, start, end, quote or text)


def _chinese(number: int) -> str:
    digits = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    return (("" if tens == 1 else digits[tens]) + "十" if tens else "") + (digits[ones] if ones or not tens else "")


def _day(value: Any) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value


def _tuple(value: Any) -> Any:
    """Lists, however deep, as tuples."""
    return tuple(_tuple(v) for v in value) if isinstance(value, list | tuple) else value
