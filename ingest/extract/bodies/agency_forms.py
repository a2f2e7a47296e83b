"""The forms by which agencies are named, found over a whole text in one pass."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.lexicon import Finder, once_a_vocabulary
from ontology.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Form:
    """How a form is read: by itself, with an ending it shares, or only where a context makes it sure."""

    manner: str  # full, stem, context
    ids: tuple[str, ...]
    department: bool = False


Match = tuple[int, int, Form]  # start and end of a form in a text


_DEPARTMENT = re.compile(r"(?:部门|机关|局|厅|委|委员会|部|办|办公室)$")


@once_a_vocabulary
def form_finder(vocabulary: Vocabulary) -> Finder[Form]:
    """Finds every form of an agency's name."""
    forms: dict[str, Form | None] = dict.fromkeys(vocabulary.blocked("agency"))
    forms |= {form: Form("stem", (id_,)) for form, id_ in vocabulary.stems("agency")}
    forms |= {form: Form("context", (id_,)) for form, id_ in vocabulary.context("agency")}
    for form, meaning in vocabulary.readings("agency").items():
        ids = tuple(id_ for all_of in meaning for id_ in all_of)
        forms[form] = Form("full", ids, bool(_DEPARTMENT.search(form)))
    return Finder(forms)


@once_a_vocabulary
def people_words(vocabulary: Vocabulary) -> tuple[str, ...]:
    """Every word for people."""
    return tuple(vocabulary.readings("group"))


@once_a_vocabulary
def mass_bodies(vocabulary: Vocabulary) -> frozenset[str]:
    """Ids of the mass bodies (工会, 妇联)."""
    return frozenset(id_ for id_, term in vocabulary.terms["agency"].items() if term.facet == "mass")
