"""A draft that came as text, .pdf or .html made into a .docx, so that its findings can stand in it as comments.

Title centred, one paragraph a line, in the type of official documents (`consultation.letters.layout`). Left out: tables
and pictures of the source, of which only the text was read.
"""

from __future__ import annotations

from consultation.letters.layout import Letter
from kg.model import Document


def as_word(document: Document) -> bytes:
    """The document's text as a .docx."""
    letter = Letter()
    lines = [line for raw in document.text.split("\n") if (line := _writable(raw).strip())]
    title = "".join(document.title.split())
    for line in lines:
        if title and "".join(line.split()) == title:
            letter.title(line)
            title = ""
        else:
            letter.text(line)
    return letter.bytes()


def _writable(line: str) -> str:
    """Without the control characters that XML does not take."""
    return "".join(c for c in line if c >= " " or c == "\t")
