"""Which family of words a stretch names: the one nearest to a number, or the one named last."""

from __future__ import annotations

from ontology.cues import Cue


def nearest(cues: tuple[Cue, ...], text: str, at: int) -> Cue | None:
    """The family whose words end nearest to `at`; of two, the one with more words."""
    best: tuple[int, int, Cue] | None = None
    for cue in cues:
        for match in cue.patterns["named"].finditer(text) if "named" in cue.patterns else ():
            away = max(0, at - match.end()) if match.start() <= at else match.start() - at + 100
            key = (away, match.start() - match.end(), cue)
            if best is None or key[:2] < best[:2]:
                best = key
    return best[2] if best else None


def last(cues: tuple[Cue, ...], text: str) -> Cue | None:
    """The family whose words end last; of two that end together, the longer words."""
    found = [(m.end(), m.end() - m.start(), i) for i, c in enumerate(cues) for m in c.patterns["named"].finditer(text)]
    return cues[max(found)[2]] if found else None
