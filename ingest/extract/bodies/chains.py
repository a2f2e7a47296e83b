"""What the bodies that a text names are read into: each name a body, each coordination a chain."""

from __future__ import annotations

from dataclasses import dataclass

UNRESOLVED = ("unresolved",)  # ids of a body that only the case tells (有关部门)


@dataclass(slots=True, eq=False)
class Body:
    """One agency where the text names it; `ids` are several where one name stands for several lines, none where it
    is only places (各地).
    """

    ids: tuple[str, ...]
    start: int
    end: int
    sure: bool = True


@dataclass(slots=True, eq=False)
class Chain:
    """Agencies in one coordination, with the words around them that belong to the name."""

    start: int
    end: int
    bodies: tuple[Body, ...]

    @property
    def sure(self) -> bool:
        """Whether any of the names holds without a context."""
        return any(body.sure for body in self.bodies)
