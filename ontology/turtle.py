"""Triples of the Turtle files beside the code, read once per process and folder.

Only files directly in the folder are read; large tables that few commands need (regions, acts) lie in subfolders and
are read on first use by their own modules.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from ontology.errors import VocabularyError
from ontology.terms import HS, RDF

HERE = Path(__file__).parent

Value = tuple[str, str]  # lexical form or IRI, language ("" where none)
About = Mapping[str, tuple[Value, ...]]  # predicate → values of one subject
Facts = Mapping[str, About]


def facts(folder: Path = HERE, described: bool = False) -> Facts:
    """Subject → predicate → values in file order, over the Turtle files directly in `folder`, read once per process.

    `described`: with the schema, that only the ontology's own checks and exports need. Raises VocabularyError where a
    file is not Turtle.
    """
    return _facts(folder, described)


@cache
def _facts(folder: Path, described: bool) -> Facts:
    found: dict[str, dict[str, list[Value]]] = {}
    for path in sorted(folder.glob("*.ttl")):
        if described or path.name not in ("schema.ttl", "shapes.ttl"):
            _read(path, found)
    return MappingProxyType(
        {s: MappingProxyType({p: tuple(v) for p, v in about.items()}) for s, about in found.items()}
    )


def _read(path: Path, found: dict[str, dict[str, list[Value]]]) -> None:
    try:
        for quad in parse(path=str(path), format=RdfFormat.TURTLE):
            subject, value = quad.subject, quad.object
            if isinstance(subject, NamedNode) and isinstance(value, NamedNode | Literal):
                language = value.language or "" if isinstance(value, Literal) else ""
                found.setdefault(subject.value, {}).setdefault(quad.predicate.value, []).append((value.value, language))
    except SyntaxError as error:
        raise VocabularyError(f"词表文件{path.name}不是有效的 Turtle：{error}。请改正后重试。") from error


def local(iri: str) -> str:
    """Last segment of an IRI: the id of a term."""
    return iri.rsplit("/", 1)[-1]


def kind_of(iri: str) -> str:
    """Segment before the last: the kind of a term; "" where there is none."""
    parts = iri.rsplit("/", 2)
    return parts[-2] if len(parts) == 3 else ""


def texts(about: About, predicate: str, language: str | None = None) -> tuple[str, ...]:
    """Values of `predicate` in file order, of one language where given."""
    return tuple(v for v, lang in about.get(predicate, ()) if language is None or lang == language)


def own(about: About, name: str) -> tuple[str, ...]:
    """Values of the project's own property `name`."""
    return texts(about, HS + name)


def first(about: About, name: str) -> str:
    """First value of the project's own property `name`; "" where there is none."""
    return next(iter(own(about, name)), "")


def day(about: About, name: str) -> date | None:
    """First value of the project's own property `name` as a day; VocabularyError where it is none."""
    text = first(about, name)
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise VocabularyError(f"词表中的日期“{text}”（{name}）无法识别，应写作 2018-03-17 的形式。") from error


def ids(about: About, name: str) -> tuple[str, ...]:
    """Ids of the terms that the project's own property `name` points to."""
    return tuple(map(local, own(about, name)))


def typed(found: Facts, type_: str) -> dict[str, About]:
    """Subjects of one rdf:type by the last segment of their IRI."""
    return {local(s): about for s, about in found.items() if type_ in texts(about, RDF + "type")}
