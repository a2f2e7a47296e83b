"""Two wordings side by side: which stretches of the one are not in the other."""

from __future__ import annotations

from difflib import SequenceMatcher

Stretches = list[tuple[bool, str]]  # (whether only here, the words)


def parted(old: str, new: str) -> tuple[Stretches, Stretches]:
    """Both wordings cut where they part; joined, the stretches are the wordings."""
    before: Stretches = []
    after: Stretches = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if b > a:
            before.append((kind != "equal", old[a:b]))
        if d > c:
            after.append((kind != "equal", new[c:d]))
    return before, after
