"""A letter as lines of text, for a preview on a page: written by the same functions as the .docx (`layout.Letter`)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from consultation.letters.layout import chinese_number, official_date


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph: `kind` is title, number, heading, subheading, item, text or end."""

    kind: str
    text: str


class Outline:
    """Collects what a letter says, with the numbers of its headings."""

    def __init__(self) -> None:
        self.lines: list[Line] = []

    def masthead(self, title: str, number: str, office: str, day: date) -> None:
        """Title, number, and who issued it when."""
        self._add("title", title)
        self._add("number", number)
        self._add("number", f"{office}\t{official_date(day)}")

    def heading(self, number: int, text: str) -> None:
        """一、 level."""
        self._add("heading", f"{chinese_number(number)}、{text}")

    def subheading(self, number: int, text: str) -> None:
        """（一） level."""
        self._add("subheading", f"（{chinese_number(number)}）{text}")

    def item(self, number: int, text: str) -> None:
        """1. level."""
        self._add("item", f"{number}．{text}")

    def text(self, text: str) -> None:
        """A body paragraph."""
        self._add("text", text)

    def distribution(self, to: str, office: str, day: date) -> None:
        """版记."""
        self._add("end", f"分送：{to}。")
        self._add("end", f"{office}\t{official_date(day)}印发")

    def _add(self, kind: str, text: str) -> None:
        self.lines.append(Line(kind, text))
