"""Refusals of the consultation process, each one Chinese sentence."""

from kg.errors import PolicyError


class Refused(PolicyError):
    """A step that the rules of the process do not allow now."""


class ConcurrentChange(Refused):
    """Somebody else acted first; nothing was saved."""


class NotFound(PolicyError):
    """No such case, meeting, officer or report."""


class DatabaseUnavailable(PolicyError):
    """The database of people's work cannot be opened."""
