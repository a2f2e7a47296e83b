"""Where the words of a row begin and end: without blanks and marks around them, and without a 并 at their end."""

from __future__ import annotations

import re

MARKS = "".join(c for c in map(chr, range(0x3001)) if c.isspace()) + "\u200b，。；：,;:、→"
_DANGLING = re.compile(r"[^合兼归吞][并且]$")  # before what the next row says


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Start and end of the words of `text[start:end]`."""
    words = text[start:end]
    kept = words.rstrip(MARKS)
    bare = kept[:-1].rstrip(MARKS) if _DANGLING.search(kept) else kept
    kept = bare or kept  # 并 alone is all that is said
    return end - len(words.lstrip(MARKS)), start + len(kept)
