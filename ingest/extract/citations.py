"""Acts cited by name, and articles."""

from ingest.context import Context
from kg.model import Citation, Clause


def find_citations(context: Context, clause: Clause, start: int, end: int) -> list[Citation]:
    """None yet."""
    return []
