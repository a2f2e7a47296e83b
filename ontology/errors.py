"""The root of all errors raised on purpose, and those of the ontology itself (the lowest room names them)."""


class PolicyError(Exception):
    """Root of all errors this project raises on purpose; `str(error)` is fit to show a user."""


class VocabularyError(PolicyError):
    """The ontology is inconsistent: unknown id, cycle, clash of labels."""
