"""Minimal stand-ins for parts of the reading that have not landed; each goes when its owner's module is there."""

from __future__ import annotations

from ingest.context import Context
from kg.model import Citation, Clause, Groups, Limit, Parameter


def find_groups(context: Context, clause: Clause, start: int, end: int) -> tuple[Groups, Groups]:
    """None yet."""
    return Groups(), Groups()


def find_aid(context: Context, clause: Clause, start: int, end: int) -> tuple[str, ...]:
    """Labels of aid types that stand in the stretch."""
    stretch = context.text[start:end]
    return tuple(dict.fromkeys(id_ for label, id_ in context.vocabulary.surfaces("aid") if label in stretch))


def find_limits(context: Context, clause: Clause, start: int, end: int) -> tuple[Limit, ...]:
    """None yet."""
    return ()


def find_parameters(context: Context, clause: Clause, start: int, end: int) -> tuple[Parameter, ...]:
    """None yet."""
    return ()


def find_citations(context: Context, clause: Clause, start: int, end: int) -> tuple[Citation, ...]:
    """None yet."""
    return ()
