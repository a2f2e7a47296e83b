"""Clauses to provisions: every row of the walk over a document (`walk.py`) with all that the extractors say of it.

No evidence, no provision: a provision's quote is the row's own words, and its id depends on these words alone.
"""

from __future__ import annotations

from ingest.columns import by_columns
from ingest.context import Context
from ingest.extract.acts.doers import orders_go_on
from ingest.extract.aids.aid import inherited_aid
from ingest.extract.bodies.addresses import level_of
from ingest.extract.bodies.chains import Body
from ingest.extract.cited.citations import find_citations
from ingest.extract.figures.parameters import find_parameters
from ingest.extract.force.limits import find_limits
from ingest.rows import Row
from ingest.walk import Walk
from kg.enums import Level, Role
from kg.ids import provision_id
from kg.model import Actor, Clause, Provision, Quote


def extract_provisions(context: Context) -> tuple[Provision, ...]:
    """All provisions of the document in the order of its text."""
    seen: dict[str, int] = {}
    levels = _Levels(context.text)
    found: list[Provision] = []
    walk = Walk(context)
    for clause, row in walk.rows():
        if clause.kind == "row":
            by_columns(context, walk.tokens, clause, row, walk.chains_in(clause.start, clause.end))
        words = context.text[row.start : row.end]
        occurrence = seen[words] = seen.get(words, -1) + 1
        found.append(_provision(context, clause, row, words, occurrence, levels))
    return tuple(found)


class _Levels(dict[int, Level | None]):
    """Level of each body by where it stands, worked out once."""

    def __init__(self, text: str):
        super().__init__()
        self.text = text

    def of(self, body: Body) -> Level | None:
        if body.start not in self:
            self[body.start] = level_of(self.text, body.start, body.end)
        return self[body.start]


def _actors(text: str, row: Row, levels: _Levels) -> tuple[Actor, ...]:
    found: dict[tuple[str, Role], Actor] = {}
    for act in row.acts:
        for body, role in act.actors:
            for id_ in body.ids:
                if (id_, role) not in found:
                    surface = text[body.start : body.end]
                    found[id_, role] = Actor(id_, role, surface, body.start, body.end, levels.of(body))
    return tuple(found.values())


def _named_at(row: Row) -> int | None:
    """Where the row opens with a body that acts, or the words before it name the authority that does."""
    acting = (body for body, role in row.acts[0].actors if body.ids and role is not Role.RECIPIENT)
    named = [body for body in acting if body.start <= row.start + 1]
    opens = any(row.start + 1 < body.end for body in named)
    return min((body.start for body in named), default=None) if opens or orders_go_on(tuple(named)) else None


def _provision(context: Context, clause: Clause, row: Row, words: str, occurrence: int, levels: _Levels) -> Provision:
    start, end = row.start, row.end
    return Provision(
        provision_id(context.name, words, occurrence),
        context.name,
        clause.id,
        context.locator(clause, start),
        Quote(context.name, start, end, words),
        row.modality,
        _actors(context.text, row, levels),
        row.functions,
        row.aid or inherited_aid(context, clause, _named_at(row)),
        row.groups,
        row.excluded,
        tuple(find_parameters(context, clause, start, end)),
        tuple(find_citations(context, clause, start, end)),
        tuple(find_limits(context, clause, start, end)),
    )
