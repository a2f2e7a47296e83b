"""Words of the grammar: verbs and action nouns with the function or role they speak of, markers of modality.

The words are data (`grammar/*.ttl`); how they are looked for in a clause is grammar and lives in `ingest`.
"""

from __future__ import annotations

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


@dataclass(frozen=True, slots=True)
class Lexeme:
    """Words that are read alike. `manner` is how they work in a clause (see `grammar/*.ttl`), `value` their role or
    modality; `frames` are (object word, functions) pairs, longest word first.
    """

    id: str
    manner: str
    forms: tuple[str, ...]
    functions: tuple[str, ...] = ()
    value: str = ""
    frames: tuple[tuple[str, tuple[str, ...]], ...] = ()


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
    return Lexeme(
        local(subject),
        own(about, "manner")[0],
        own(about, "form"),
        tuple(sorted(map(local, own(about, "function")))),
        next(map(local, (*own(about, "role"), *own(about, "modality"))), ""),
        tuple(sorted(frames.items(), key=lambda f: (-len(f[0]), f[0]))),
    )
