"""Markdown: plain text without front matter and marks for headings, stress and lists; tables stay rows of bars."""

from __future__ import annotations

import re

from ingest.readers import text

_FRONT = re.compile(r"\A---\n(?:.*\n){0,60}?---\n")
_HEADS = re.compile(r"^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+)+", re.MULTILINE)
_STRESS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")


def decode(name: str, data: bytes) -> str:
    """Text of a Markdown file; raises UnreadableDocument like the reader of plain text."""
    words = _FRONT.sub("", text.decode(name, data))
    return _STRESS.sub(r"\2", _HEADS.sub("", words))
