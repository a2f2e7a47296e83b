"""Acts of a sentence joined into rows: a row is read as a cross product of actors, functions, aid and groups.

Neighbouring acts join where that gives no function, aid or group to the wrong partner: same actors and force, and
at most one of functions, aid and groups differs. An act that names no aid or group has those of the act before it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ingest.extract.acts import Act
from kg.model import Groups, Modality


@dataclass(frozen=True, slots=True)
class Row:
    """What will be a provision."""

    start: int
    end: int
    acts: tuple[Act, ...]
    functions: tuple[str, ...]
    weak: bool  # the functions are only those of a control verb
    modality: Modality
    aid: tuple[str, ...]
    groups: Groups
    excluded: Groups

    @property
    def actors(self) -> frozenset[tuple[str, str]]:
        """Agencies with their roles."""
        return frozenset((id_, role) for act in self.acts for body, role in act.actors for id_ in body.ids)


def join(rows: list[Row]) -> list[Row]:
    """Rows of one ；-clause, joined where the cross product stays true."""
    joined: list[Row] = []
    for row in rows:
        if joined and _agree(joined[-1], row):
            joined[-1] = _merged(joined[-1], row)
        else:
            joined.append(row)
    return joined


def _agree(a: Row, b: Row) -> bool:
    if a.modality is not b.modality or a.actors != b.actors:
        return False
    strong = a.functions and b.functions and not a.weak and not b.weak
    differences = (
        bool(strong and set(a.functions) != set(b.functions)),
        bool(a.aid and b.aid and set(a.aid) != set(b.aid)),
        bool(b.groups and set(a.groups) != set(b.groups)),
    )
    return sum(differences) <= 1


def _merged(a: Row, b: Row) -> Row:
    return replace(
        a,
        end=b.end,
        acts=(*a.acts, *b.acts),
        functions=_functions(a, b),
        weak=a.weak and b.weak,
        aid=tuple(dict.fromkeys((*a.aid, *b.aid))),
        groups=Groups.of((*a.groups, *b.groups)),
        excluded=Groups.of((*a.excluded, *b.excluded)),
    )


def _functions(a: Row, b: Row) -> tuple[str, ...]:
    """Both rows' functions; a control verb's own gives way to what the other says."""
    kept = [row for row in (a, b) if not row.weak and row.functions] or [a, b]
    return tuple(dict.fromkeys(f for row in kept for f in row.functions))
