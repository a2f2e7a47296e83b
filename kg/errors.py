"""Errors a person can act on: what went wrong, where, and what to do next.

Every message is one Chinese sentence or two; nothing below the edges prints or exits.
"""


class PolicyError(Exception):
    """Root of all errors this project raises on purpose; `str(error)` is fit to show a user."""


class UnreadableDocument(PolicyError):
    """The bytes cannot become text: wrong encoding, encrypted, scanned, empty, too large, damaged."""


class StructureError(PolicyError):
    """Text was read, but its articles or numbering resist parsing."""


class VocabularyError(PolicyError):
    """The ontology is inconsistent: unknown id, cycle, clash of labels."""


class StoreError(PolicyError):
    """The graph store cannot be opened or refused a change."""


class UsageError(PolicyError):
    """The request itself is off: no documents, a bad date, an unknown region."""
