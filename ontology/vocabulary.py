"""The vocabulary as frozen Python values, loaded from the Turtle beside this file.

Facts live in Turtle; this module only reads them and answers questions about them. What a surface form means is an OR
of ANDs of ids: 困难职工 is one reading with two ids, 教体局 names two lines, 妇女儿童 either of two groups.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ontology.bodies import Body, Transfer
from ontology.errors import VocabularyError
from ontology.hierarchy import circle, reach
from ontology.readings import expand
from ontology.register import load_bodies
from ontology.relations import load_relations
from ontology.terms import HS, KINDS, SKOS
from ontology.turtle import HERE, About, Facts, facts, first, ids, kind_of, local, own, texts, typed

Meaning = tuple[tuple[str, ...], ...]
NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Term:
    """One concept of the vocabulary: `id` is its notation, `labels` are surface forms to be found in text."""

    kind: str
    id: str
    label: str
    alternatives: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    facet: str = ""
    english: str = ""
    generated: tuple[str, ...] = ()  # stem + ending: 民政 + 主管部门, 民政 + 厅
    stems: tuple[str, ...] = ()  # bare names, valid only in lists that share an ending (民政、应急管理等部门)
    context: tuple[str, ...] = ()  # names only where the grammar expects a term of this kind
    modifiers: tuple[str, ...] = ()  # mean the term only directly before another term (贫困 + 残疾人)
    not_in: tuple[str, ...] = ()  # longer strings inside which no label of the term is a mention
    ages: tuple[int | None, int | None] = (None, None)  # completed years [from, to)

    @property
    def labels(self) -> tuple[str, ...]:
        """Preferred label first, then the alternatives, then the names made of stems and endings."""
        return (self.label, *self.alternatives, *self.generated)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All terms by kind and id, and what combined surface forms mean."""

    terms: Mapping[str, Mapping[str, Term]]
    combined: Mapping[str, Mapping[str, Meaning]] = field(default_factory=lambda: NOTHING)

    def of(self, kind: str) -> Mapping[str, Term]:
        """Terms of one kind (agency, role, function, aid, group, modality, parameter) by id."""
        return self.terms[kind]

    def label(self, kind: str, id_: str) -> str:
        """Chinese preferred label of a term; the id itself where it is unknown."""
        term = self.terms[kind].get(id_)
        return term.label if term else id_

    def surfaces(self, kind: str) -> Iterator[tuple[str, str]]:
        """(surface form, id) pairs of one kind, for forms that name one term."""
        for term in self.terms[kind].values():
            for label in term.labels:
                yield label, term.id

    def readings(self, kind: str) -> Mapping[str, Meaning]:
        """Every surface form of one kind with its meaning as an OR of ANDs; a combined form outranks a single one."""
        single = {label: ((id_,),) for label, id_ in self.surfaces(kind)}
        return MappingProxyType(single | dict(self.combined.get(kind, NOTHING)))

    def stems(self, kind: str) -> Iterator[tuple[str, str]]:
        """(bare name, id): mentions only in lists that share an ending, or where an ending follows."""
        return ((stem, term.id) for term in self.terms[kind].values() for stem in term.stems)

    def context(self, kind: str) -> Iterator[tuple[str, str]]:
        """(name, id): mentions only where the grammar expects a term of this kind (团委, 街道, 组织部)."""
        return ((name, term.id) for term in self.terms[kind].values() for name in term.context)

    def modifiers(self, kind: str) -> Iterator[tuple[str, str]]:
        """(word, id): mentions only directly before another term of the kind (贫困, 低保, 留守)."""
        return ((word, term.id) for term in self.terms[kind].values() for word in term.modifiers)

    def blocked(self, kind: str) -> frozenset[str]:
        """Strings inside which no label of this kind is a mention, and that are no label themselves."""
        forms = self.readings(kind)
        return frozenset(s for t in self.terms[kind].values() for s in t.not_in if s not in forms)

    def ancestors(self, kind: str, id_: str) -> tuple[str, ...]:
        """`id_` and everything broader, nearest first."""
        return reach(id_, lambda i: self.terms[kind][i].broader if i in self.terms[kind] else ())

    def descendants(self, kind: str, id_: str) -> tuple[str, ...]:
        """`id_` and everything narrower, nearest first."""
        return reach(id_, lambda i: (t.id for t in self.terms[kind].values() if i in t.broader))

    def disjoint(self, a: str, b: str, at: date, region: str | None = None) -> bool:
        """Whether nobody is both of two groups on the day `at` in `region`, by the dated exclusions."""
        mine, theirs = set(self.ancestors("group", a)), set(self.ancestors("group", b))
        exclusions = [x for x in load_relations().exclusions if x.holds(at, region)]
        return any((x.a in mine and x.b in theirs) or (x.b in mine and x.a in theirs) for x in exclusions)

    def bodies(self, line: str) -> tuple[Body, ...]:
        """Dated bodies of an agency line in the order of their time."""
        return load_bodies().of(line)

    def body_at(self, line: str, day: date, level: str) -> Body | None:
        """The body that stands for `line` on `day` at `level`; None where it is abolished or not yet set up."""
        return load_bodies().at(line, day, level)

    def transfers(self, day: date, level: str) -> tuple[Transfer, ...]:
        """Transfers of work between lines that have taken effect by `day` at `level`, latest first."""
        return load_bodies().moved(day, level)


@cache
def load_vocabulary(folder: Path = HERE) -> Vocabulary:
    """Read the Turtle files of `folder` once per process; VocabularyError where they contradict themselves."""
    found = facts(folder)
    terms: dict[str, dict[str, Term]] = {kind: {} for kind in KINDS}
    endings = {kind: own(found.get(f"{HS[:-3]}scheme/{kind}", NOTHING), "stemSuffix") for kind in KINDS}
    for subject, about in found.items():
        kind = kind_of(subject)
        if kind in terms and SKOS + "notation" in about:
            terms[kind][about[SKOS + "notation"][0][0]] = _term(kind, about, endings[kind])
    combined = _combined(found)
    for kind, group in terms.items():
        _refuse_circles(kind, group)
        terms[kind] = _without_taken(group, combined.get(kind, {}))
    frozen = {kind: MappingProxyType(group) for kind, group in terms.items()}
    return Vocabulary(MappingProxyType(frozen), MappingProxyType({k: MappingProxyType(v) for k, v in combined.items()}))


def _term(kind: str, about: About, endings: tuple[str, ...]) -> Term:
    id_ = about[SKOS + "notation"][0][0]
    stems, bodies = own(about, "stem"), own(about, "bodySuffix")
    made = (stem + ending for stem in stems for ending in (*endings, *bodies))
    labels = texts(about, SKOS + "prefLabel", "zh")
    return Term(
        kind,
        id_,
        labels[0] if labels else id_,
        texts(about, SKOS + "altLabel", "zh"),
        tuple(map(local, texts(about, SKOS + "broader"))),
        first(about, "facet"),
        next(iter(texts(about, SKOS + "prefLabel", "en")), ""),
        tuple(dict.fromkeys(made)),
        (*stems, *own(about, "contextStem")),
        own(about, "contextLabel"),
        own(about, "modifier"),
        own(about, "notIn"),
        (_number(about, "minAge"), _number(about, "maxAge")),
    )


def _number(about: About, name: str) -> int | None:
    return next((int(v) for v in own(about, name)), None)


def _combined(found: Facts) -> dict[str, dict[str, Meaning]]:
    """Surface forms of the hs:Reading nodes: kind → form → OR of ANDs, in file order."""
    meanings: dict[str, dict[str, Meaning]] = {}
    for about in typed(found, HS + "Reading").values():
        forms = meanings.setdefault(first(about, "of"), {})
        written = (form for pattern in own(about, "surface") for form in expand(pattern))
        for form in (*texts(about, SKOS + "altLabel", "zh"), *written):
            forms[form] = (*forms.get(form, ()), ids(about, "all"))
    return meanings


def _without_taken(group: Mapping[str, Term], combined: Mapping[str, Meaning]) -> dict[str, Term]:
    """Terms whose generated names leave out those that are written out for any term, or taken by an earlier one."""
    taken = {name for t in group.values() for name in (t.label, *t.alternatives, *t.context, *t.not_in)} | set(combined)
    clean = {}
    for id_, term in group.items():
        names = tuple(name for name in term.generated if name not in taken)
        taken.update(names)
        clean[id_] = replace(term, generated=names)
    return clean


def _refuse_circles(kind: str, group: Mapping[str, Term]) -> None:
    """VocabularyError naming the circle, where a term is broader than itself."""
    if found := circle({id_: term.broader for id_, term in group.items()}):
        raise VocabularyError(f"词表 {kind} 的上位关系成环：{'、'.join(found)}。请在 ontology/ 中改正 skos:broader。")
