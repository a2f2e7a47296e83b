"""Errors a person can act on: what went wrong, where, and what to do next.

Every message is one Chinese sentence or two; nothing below the edges prints or exits.
"""

from ontology.errors import PolicyError as PolicyError
from ontology.errors import VocabularyError as VocabularyError


class UnreadableDocument(PolicyError):
    """The bytes cannot become text: wrong encoding, encrypted, scanned, empty, too large, damaged."""


class StructureError(PolicyError):
    """Text was read, but its articles or numbering resist parsing."""


class StoreError(PolicyError):
    """The graph store cannot be opened or refused a change."""


class UsageError(PolicyError):
    """The request itself is off: no documents, a bad date, an unknown region."""
