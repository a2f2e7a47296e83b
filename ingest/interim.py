"""Minimal stand-ins for parts of the reading that have not landed; each goes when its owner's module is there."""

from __future__ import annotations

from ingest.context import Context
from kg.model import Citation, Clause, Limit, Parameter


def find_limits(context: Context, clause: Clause, start: int, end: int) -> tuple[Limit, ...]:
    """None yet."""
    return ()


def find_parameters(context: Context, clause: Clause, start: int, end: int) -> tuple[Parameter, ...]:
    """None yet."""
    return ()


def find_citations(context: Context, clause: Clause, start: int, end: int) -> tuple[Citation, ...]:
    """None yet."""
    return ()
