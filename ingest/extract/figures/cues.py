"""The words of parameters.ttl as patterns: those that betray a kind, and the published standards it refers to."""

from __future__ import annotations

import re
from functools import cache

from ontology.parameter_lexicon import load_parameter_terms


@cache
def cue(kind: str) -> re.Pattern[str]:
    """Any of the words that betray `kind`."""
    return re.compile("|".join(sorted(map(re.escape, load_parameter_terms()[kind].cues), key=len, reverse=True)))


@cache
def line(kind: str) -> str:
    """Alternation of the published standards that a bare comparison of `kind` refers to."""
    return "|".join(sorted(map(re.escape, load_parameter_terms()[kind].lines), key=len, reverse=True))
