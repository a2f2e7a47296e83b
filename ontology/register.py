"""The register of dated bodies, read from the files of `bodies/`: who existed when, and which reform changed what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from ontology.bodies import Bodies, Body, Change, Transfer, age
from ontology.errors import VocabularyError
from ontology.terms import HS, ORG, SKOS
from ontology.turtle import About, day, facts, first, ids, local, own, texts, typed

HERE = Path(__file__).parent / "bodies"
SCHEME = "https://huishang.example/scheme/agency"


@cache
def load_bodies(folder: Path = HERE) -> Bodies:
    """Read the register once per process; VocabularyError where it names an unknown body or lacks a day."""
    found = facts(folder)
    effects = typed(found, HS + "Effect")
    known = {id_: _body(id_, a) for id_, a in typed(found, ORG + "FormalOrganization").items()}
    bodies = {id_: b for id_, b in known.items() if not b.regions}
    regional = _by_name(b for b in known.values() if b.regions)
    changes = tuple(_change(id_, a, effects) for id_, a in typed(found, ORG + "ChangeEvent").items())
    for change in changes:
        for id_ in (*change.originals, *change.results):
            if id_ not in bodies:
                raise VocabularyError(f"机构沿革 {change.id} 引用了不存在的机构 {id_}。请在 ontology/bodies/ 中补充。")
    moves = [t for id_, a in typed(found, HS + "FunctionTransfer").items() for t in _transfers(id_, a, effects)]
    return Bodies(bodies, changes, tuple(moves), _by_name(bodies.values()), regional)


def _by_name(bodies: Iterable[Body]) -> dict[str, tuple[Body, ...]]:
    """Names, and stems with the endings that are free of a level, to the bodies they stand for, earliest first."""
    endings = own(facts().get(SCHEME, {}), "stemSuffix")
    names: dict[str, dict[str, Body]] = {}
    for body in sorted(bodies, key=age):
        for name in (*body.names, *(stem + ending for stem in body.stems for ending in endings)):
            names.setdefault(name, {})[body.id] = body
    return {name: tuple(found.values()) for name, found in names.items()}


def _body(id_: str, about: About) -> Body:
    names = (*texts(about, SKOS + "prefLabel", "zh"), *texts(about, SKOS + "altLabel", "zh"))
    line, branch = local(first(about, "line")), first(about, "branch") == "true"
    return Body(
        id_,
        line,
        local(first(about, "level")),
        names,
        own(about, "stem"),
        day(about, "from"),
        day(about, "until"),
        branch,
        own(about, "region"),
    )


def _change(id_: str, about: About, effects: Mapping[str, About]) -> Change:
    level, reform = local(first(about, "level")), local(first(about, "reform"))
    effect = effects.get(f"{reform}-{level}", {})
    label = next(iter(texts(about, SKOS + "prefLabel", "zh")), "")
    originals = tuple(map(local, texts(about, ORG + "originalOrganization")))
    results = tuple(map(local, texts(about, ORG + "resultingOrganization")))
    return Change(
        id_,
        level,
        _dated(id_, about),
        originals,
        results,
        label,
        reform,
        day(effect, "earliest"),
        day(effect, "latest"),
    )


def _dated(id_: str, about: About) -> date:
    found = day(about, "date")
    if found is None:
        raise VocabularyError(f"机构沿革或职能划转 {id_} 没有日期。请在 ontology/bodies/ 中补充 hs:date。")
    return found


def _transfers(id_: str, about: About, effects: Mapping[str, About]) -> Iterator[Transfer]:
    """One transfer per level: by its reform's days, or on its own day at the levels it names (all where none)."""
    reform = local(first(about, "reform"))
    for level in ids(about, "level") or ("central", "province", "county"):
        dated = effects.get(f"{reform}-{level}", {}) if reform else about
        yield Transfer(
            id_,
            level,
            _dated(id_, dated),
            local(first(about, "fromLine")),
            local(first(about, "toLine")),
            first(about, "matter"),
            ids(about, "aid"),
            ids(about, "function"),
            ids(about, "group"),
            ids(about, "keeps"),
            first(about, "note"),
            first(about, "basis"),
            first(about, "optional") == "true",
            day(dated, "latest"),
        )
