"""Paragraphs: the norms of one line together, with the numbers that stand there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from checks.compare.ground.norms import Norm
from kg.model import Parameter


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The norms of one line (a 款 or 项) together: what a sanction or a standard is said in."""

    norms: tuple[Norm, ...]

    @property
    def text(self) -> str:
        """Own words."""
        return "".join(n.text for n in self.norms)

    @property
    def stem(self) -> str:
        """The words that govern the line."""
        return self.norms[0].stem

    @property
    def words(self) -> str:
        """Stem and own words."""
        return self.stem + self.text

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """Quantities of the line, in the order of the text."""
        line = self.norms[0].line
        found = {p for n in self.norms for x in n.provisions for p in x.parameters if line[0] <= p.start < line[1]}
        return tuple(sorted(found, key=lambda p: p.start))


def paragraphs(norms: Iterable[Norm]) -> tuple[Paragraph, ...]:
    """Norms gathered by line."""
    lines: dict[tuple[int, int], list[Norm]] = {}
    for norm in norms:
        lines.setdefault(norm.line, []).append(norm)
    return tuple(Paragraph(tuple(found)) for found in lines.values())
