"""The national reference scheme: what a region owes to whom on a day, by which rule, and who is responsible.

A cell is an entitlement (aid for groups) under the rule that holds on the day: over the years the groups widen and
the force grows from policy to statute. Left out: how a region meets the cell, which the coverage index says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from ontology.acts import Act, load_acts
from ontology.errors import VocabularyError
from ontology.register import load_bodies
from ontology.terms import HS, SKOS
from ontology.turtle import About, day, facts, first, ids, local, own, texts, typed

HERE = Path(__file__).parent / "scheme"


@dataclass(frozen=True, slots=True)
class Cell:
    """One entitlement under one rule, on days of `[start, end)`.

    `groups` is an OR of ANDs of group ids (empty: not bound to a group). `statute`: given by law or regulation,
    not only by policy. `regime`: core (the assistance acts), adjacent, outside. `owners`: levels whose documents answer
    for it.
    """

    id: str
    label: str
    aid: tuple[str, ...]
    groups: tuple[tuple[str, ...], ...]
    lead: str
    partners: tuple[str, ...]
    functions: tuple[str, ...]
    regime: str
    owners: tuple[str, ...]
    statute: bool
    act: Act | None
    article: str
    start: date | None = None
    end: date | None = None

    def holds(self, on: date) -> bool:
        """Whether the rule applies on the day `on`."""
        return (self.start is None or self.start <= on) and (self.end is None or on < self.end)

    def lead_at(self, on: date, level: str) -> str:
        """The line responsible on `on` at `level`: the first one, or who has taken the aid over since."""
        lead = self.lead
        for move in reversed(load_bodies().moved(on, level)):
            whole = not (move.optional or move.functions or move.groups)
            if whole and move.origin == lead and set(move.aid) & set(self.aid):
                lead = move.target
        return lead

    @property
    def basis(self) -> str:
        """The rule as it is cited: 《社会救助法》第十八条; "" where it is practice only."""
        if self.act is None:
            return ""
        number = "" if self.article or not self.act.number else f"（{self.act.number}）"
        return f"《{self.act.title}》{number}{self.article}"


@cache
def load_scheme(folder: Path = HERE) -> tuple[Cell, ...]:
    """Every cell under every rule, in the order of the file; VocabularyError where a rule is missing."""
    found = facts(folder)
    bases = typed(found, HS + "LegalBasis")
    return tuple(c for about in typed(found, HS + "Entitlement").values() for c in _cells(about, bases))


def cells_at(on: date, level: str | None = None) -> tuple[Cell, ...]:
    """The cells that hold on the day `on`, those that documents of `level` answer for where given."""
    return tuple(c for c in load_scheme() if c.holds(on) and (level is None or level in c.owners))


def _cells(about: About, bases: dict[str, About]) -> Iterator[Cell]:
    id_ = texts(about, SKOS + "notation")[0]
    for name in ids(about, "basisIn"):
        if name not in bases:
            raise VocabularyError(f"国家参照框架 {id_} 引用了不存在的依据 {name}。请在 ontology/scheme/ 中补充。")
        basis = bases[name]
        yield Cell(
            id_,
            texts(about, SKOS + "prefLabel")[0],
            ids(about, "aid"),
            tuple(tuple(words.split()) for words in own(basis, "forWhom")),
            local(first(about, "lead")),
            ids(about, "with"),
            ids(about, "function"),
            first(about, "regime"),
            ids(about, "owner"),
            first(basis, "force") == "statute",
            load_acts().acts.get(local(first(basis, "act"))),
            first(basis, "article"),
            day(basis, "from"),
            day(basis, "until"),
        )
