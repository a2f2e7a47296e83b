"""Words of the grammar: verbs and action nouns with the function or role they speak of, markers of modality.

The words are data (`grammar/*.ttl`); how they are looked for in a clause is grammar and lives in `ingest`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ontology.terms import HS, RDF
from ontology.turtle import HERE as ONTOLOGY
from ontology.turtle import Facts, local, own, texts
from ontology.turtle import facts as read_facts

HERE = ONTOLOGY / "grammar"
OBJECT = "object"  # the function is whatever the object names
NOTHING = "nothing"


class Frames:
    """Object words of a verb with the functions they give it; of several that fit, the longest decides."""

    __slots__ = ("_gives", "_inside", "_lengths")

    def __init__(self, gives: Mapping[str, tuple[str, ...]], ends: frozenset[str] = frozenset()):
        self._gives = dict(gives)
        self._lengths = sorted({len(word) for word in gives}, reverse=True)
        longest_first = sorted(set(gives) - ends, key=lambda word: (-len(word), word))
        self._inside = re.compile("|".join(map(re.escape, longest_first)) or "(?!)")

    def __bool__(self) -> bool:
        return bool(self._gives)

    def at_end(self, words: str) -> tuple[str, ...] | None:
        """Functions of the object word that `words` end with; `None` where none does."""
        for length in self._lengths:
            if (gives := self._gives.get(words[-length:])) is not None:
                return gives
        return None

    def within(self, words: str) -> tuple[str, ...] | None:
        """Functions of the longest object word inside `words`; `None` where there is none."""
        found = max(self._inside.findall(words), key=len, default=None)
        return None if found is None else self._gives[found]

    def of_object(self, words: str) -> tuple[str, ...]:
        """Functions of an object that closes with an object word, else has one in it."""
        closing = self.at_end(words)
        return closing if closing is not None else self.within(words) or ()


NO_FRAMES = Frames({})


@dataclass(frozen=True, slots=True)
class Lexeme:
    """Words that are read alike. `manner` is how they work in a clause (see `grammar/*.ttl`), `value` their role or
    modality; `frames` are the objects that change the functions.
    """

    id: str
    manner: str
    forms: tuple[str, ...]
    functions: tuple[str, ...] = ()
    value: str = ""
    frames: Frames = NO_FRAMES


@cache
def load_lexemes(folder: Path = HERE) -> tuple[Lexeme, ...]:
    """Every lexeme of the folder's Turtle files in the order of their names; VocabularyError for damaged Turtle."""
    found = read_facts(folder)
    marked = sorted(s for s, about in found.items() if HS + "Lexeme" in texts(about, RDF + "type"))
    return tuple(_lexeme(found, subject) for subject in marked)


def _lexeme(found: Facts, subject: str) -> Lexeme:
    about = found[subject]
    frames = {
        word: tuple(
            sorted(g for g in (local(v).rpartition("#")[2] for v in own(found[frame], "gives")) if g != NOTHING)
        )
        for frame in own(about, "frame")
        for word in own(found[frame], "object")
    }
    ends = {w for f in own(about, "frame") if own(found[f], "place") for w in own(found[f], "object")}
    return Lexeme(
        local(subject),
        own(about, "manner")[0],
        own(about, "form"),
        tuple(sorted(map(local, own(about, "function")))),
        next(map(local, (*own(about, "role"), *own(about, "modality"))), ""),
        Frames(frames, frozenset(ends)) if frames else NO_FRAMES,
    )
