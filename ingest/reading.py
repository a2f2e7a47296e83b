"""One document's text to its reading: a pure function, structure first, then definitions, then provisions.

Left out: opening files (the readers do that) and anything about other documents.
"""

from __future__ import annotations

from ingest.context import Context
from ingest.definitions import find_definitions
from ingest.metadata import describe
from ingest.provisions import extract_provisions
from ingest.silence import silent
from ingest.structure import parse_structure
from kg.model import Reading
from ontology.vocabulary import Vocabulary


def read_text(name: str, text: str, sha256: str, vocabulary: Vocabulary) -> Reading:
    """Read `text` of the document called `name`; offsets are code points into `text`."""
    clauses = parse_structure(name, text)
    definitions = find_definitions(text, clauses)
    provisions = extract_provisions(Context(name, text, vocabulary, clauses, definitions))
    document = describe(name, text, clauses, sha256, vocabulary)
    return Reading(document, clauses, definitions, provisions, silent(text, clauses, provisions))
