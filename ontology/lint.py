"""The ontology's own checks: labels, circles, references, dates, ids and terms, as problems in Chinese.

Each check is a function of the facts of all Turtle files that yields problems; none stops the others. Left out: what
shapes.ttl says of single records (SHACL), and what reading a text shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

from ontology.errors import VocabularyError
from ontology.hierarchy import circle
from ontology.terms import ELI, HS, KINDS, ORG, RDF, SKOS
from ontology.turtle import HERE, About, Facts, day, facts, first, ids, kind_of, local, own, texts, typed

FOLDERS = ("", "acts", "bodies", "grammar", "numbers", "readings", "regions", "scheme")
_BASE = "https://huishang.example/"


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, in Chinese, and the name of the check that found it."""

    check: str
    message: str


Finder = Callable[[Facts], Iterator[str]]


def lint(folder: Path = HERE, expected: Iterable[tuple[str, str]] = ()) -> tuple[Problem, ...]:
    """Problems of the ontology in `folder`; `expected` are (kind, id) pairs that have to be there."""
    try:
        found = _merged(folder)
    except VocabularyError as error:
        return (Problem("syntax", str(error)),)
    problems = [Problem(check.__name__, message) for check in CHECKS for message in check(found)]
    missing = [Problem("expected_ids", f"缺少 {k} 的标识 {i}。") for k, i in expected if f"{_BASE}{k}/{i}" not in found]
    return (*problems, *missing)


def _merged(folder: Path) -> Facts:
    merged: dict[str, dict[str, tuple[tuple[str, str], ...]]] = {}
    for name in FOLDERS:
        for subject, about in facts(folder / name if name else folder, described=True).items():
            known = merged.setdefault(subject, {})
            for predicate, values in about.items():
                known[predicate] = known.get(predicate, ()) + values
    return merged


def _terms(found: Facts, kind: str) -> dict[str, str]:
    """Ids of one kind with their subjects, for concepts that have a notation."""
    return {local(s): s for s, a in found.items() if kind_of(s) == kind and SKOS + "notation" in a}


def unique_labels(found: Facts) -> Iterator[str]:
    """One word, one concept: a label of a kind belongs to one term, or to combined readings only."""
    for kind in KINDS:
        owners: dict[str, list[str]] = {}
        for id_, subject in _terms(found, kind).items():
            for label in set(_labels(found, subject)):
                owners.setdefault(label, []).append(id_)
        combined = {w for a in typed(found, HS + "Reading").values() if first(a, "of") == kind for w in _alt(a)}
        for label, holders in owners.items():
            if len(holders) > 1:
                yield f"{kind}：“{label}”同时是{'、'.join(sorted(holders))}的名称，只能归于一个。"
            if label in combined:
                yield f"{kind}：“{label}”既是{holders[0]}的名称，又是组合读法，请删去其一。"


def _labels(found: Facts, subject: str) -> tuple[str, ...]:
    about = found[subject]
    return (*texts(about, SKOS + "prefLabel", "zh"), *_alt(about), *own(about, "contextLabel"))


def _alt(about: About) -> tuple[str, ...]:
    return texts(about, SKOS + "altLabel", "zh")


def no_label_blocked(found: Facts) -> Iterator[str]:
    """A word cannot be a name of a term and a word in which that term's names do not count."""
    for kind in KINDS:
        for id_, subject in _terms(found, kind).items():
            for word in set(_labels(found, subject)) & set(own(found[subject], "notIn")):
                yield f"{kind}：{id_}把“{word}”既列为名称又列为 hs:notIn。"


def blocks_that_block(found: Facts) -> Iterator[str]:
    """A word of hs:notIn has to hold a name of the same kind, or it blocks nothing."""
    for kind in KINDS:
        terms = _terms(found, kind)
        names = {w for s in terms.values() for w in (*_labels(found, s), *own(found[s], "stem"))}
        names |= {w for s in terms.values() for w in (*own(found[s], "modifier"), *own(found[s], "contextStem"))}
        for id_, subject in terms.items():
            for word in own(found[subject], "notIn"):
                if not any(name in word or word in name for name in names if len(name) > 1):
                    yield f"{kind}：{id_}的 hs:notIn“{word}”不含任何名称，没有作用。"


def no_circles(found: Facts) -> Iterator[str]:
    """Nothing is broader than itself."""
    for kind in KINDS:
        above = {i: tuple(map(local, texts(found[s], SKOS + "broader"))) for i, s in _terms(found, kind).items()}
        if closed := circle(above):
            yield f"{kind}：上位关系成环：{'、'.join(closed)}。"


def known_references(found: Facts) -> Iterator[str]:
    """Every IRI of the project that a fact points to is described somewhere."""
    for subject, about in found.items():
        for predicate, values in about.items():
            for value, _ in values:
                if value.startswith(_BASE) and value not in found and not value.startswith(HS):
                    yield f"{_short(subject)}的{_short(predicate)}指向不存在的{_short(value)}。"


def declared_terms(found: Facts) -> Iterator[str]:
    """Every property and class of the project's own is declared in schema.ttl."""
    used = {p for about in found.values() for p in about if p.startswith(HS)}
    used |= {v for a in found.values() for v in texts(a, RDF + "type") if v.startswith(HS)}
    for name in sorted(used):
        if name not in found:
            yield f"自有术语 hs:{name.removeprefix(HS)} 没有在 schema.ttl 中声明。"


def no_orphans(found: Facts) -> Iterator[str]:
    """Every concept stands in a scheme that is described, and bears the notation of its IRI."""
    for subject, about in found.items():
        if SKOS + "Concept" not in texts(about, RDF + "type"):
            continue
        scheme = texts(about, SKOS + "inScheme")
        if not scheme or scheme[0] not in found:
            yield f"{_short(subject)}不属于任何概念体系。"
        if texts(about, SKOS + "notation") != (local(subject),):
            yield f"{_short(subject)}的标识应当是“{local(subject)}”。"


def bodies_in_sequence(found: Facts) -> Iterator[str]:
    """One body at a time stands for a line at a level."""
    lines: dict[tuple[str, str], list[tuple[date, date, str]]] = {}
    for id_, about in typed(found, ORG + "FormalOrganization").items():
        if first(about, "branch") != "true":
            period = (day(about, "from") or date.min, day(about, "until") or date.max, id_)
            lines.setdefault((local(first(about, "line")), local(first(about, "level"))), []).append(period)
    for (line, level), periods in lines.items():
        for (_, until, one), (start, _, other) in pairwise(sorted(periods)):
            if start < until:
                yield f"条线 {line} 在 {level} 一级的机构 {one} 与 {other} 存续期重叠；并列机构请标 hs:branch。"


def bodies_accounted_for(found: Facts) -> Iterator[str]:
    """A body that ended has a change on that day, and bodies that a change leads to exist on it."""
    bodies = typed(found, ORG + "FormalOrganization")
    changes = typed(found, ORG + "ChangeEvent")
    ended = {local(v): a for a in changes.values() for v in texts(a, ORG + "originalOrganization")}
    for id_, about in bodies.items():
        until, change = day(about, "until"), ended.get(id_)
        if until and (change is None or day(change, "date") != until):
            yield f"机构 {id_} 于 {until} 撤销，但没有同日的机构变更。"
    for id_, about in changes.items():
        on = day(about, "date")
        for after in map(local, texts(about, ORG + "resultingOrganization")):
            start, until = day(bodies.get(after, {}), "from"), day(bodies.get(after, {}), "until")
            if on and start and (start > on or (until and until <= on)):
                yield f"机构变更 {id_} 的承接机构 {after} 在 {on} 并不存在。"


def acts_in_sequence(found: Facts) -> Iterator[str]:
    """Acts of one title do not hold on one day, and what replaces an act is in force then."""
    acts = typed(found, ELI + "LegalResource")
    titles: dict[str, list[tuple[str, str, str]]] = {}
    for id_, about in acts.items():
        start, end = (next(iter(texts(about, ELI + p)), "") for p in _PERIOD)
        titles.setdefault("".join(texts(about, ELI + "title")[:1]), []).append((start, end or "9999", id_))
    for title, periods in titles.items():
        for (_, end, one), (start, _, other) in pairwise(sorted(periods)):
            if start < end:
                yield f"文件《{title}》登记了两次（{one}、{other}），施行期重叠。"


_PERIOD = ("first_date_entry_in_force", "date_no_longer_in_force")


def transfers_move(found: Facts) -> Iterator[str]:
    """A transfer of work leads to a body that exists by then."""
    bodies = list(typed(found, ORG + "FormalOrganization").values())
    effects = typed(found, HS + "Effect")
    for id_, about in typed(found, HS + "FunctionTransfer").items():
        target, reform = local(first(about, "toLine")), local(first(about, "reform"))
        for level in ids(about, "level") or ("central", "province", "county"):
            on = day(effects.get(f"{reform}-{level}", {}), "date") or day(about, "date")
            of_line = [b for b in bodies if local(first(b, "line")) == target and local(first(b, "level")) == level]
            if on and of_line and not any(_exists(b, on) for b in of_line):
                yield f"职能划转 {id_} 的现条线 {target} 在 {level} 一级于 {on} 没有机构。"


def _exists(about: About, on: date) -> bool:
    start, until = day(about, "from"), day(about, "until")
    return (start is None or start <= on) and (until is None or on < until)


def _short(iri: str) -> str:
    return "/".join(iri.replace("#", "/").rsplit("/", 2)[-2:])


CHECKS: tuple[Finder, ...] = (
    unique_labels,
    no_label_blocked,
    blocks_that_block,
    no_circles,
    known_references,
    declared_terms,
    no_orphans,
    bodies_in_sequence,
    bodies_accounted_for,
    acts_in_sequence,
    transfers_move,
)
