"""One document's text to its reading: a pure function, structure first, then definitions, then provisions.

Left out: opening files (the readers do that) and anything about other documents.
"""

from __future__ import annotations

from dataclasses import replace

from ingest.context import Context
from ingest.interim import find_definitions
from ingest.provisions import extract_provisions
from ingest.structure import parse_structure
from kg.model import Document, Reading
from ontology.vocabulary import Vocabulary


def read_text(name: str, text: str, sha256: str, vocabulary: Vocabulary) -> Reading:
    """Read `text` of the document called `name`; offsets are code points into `text`."""
    context = Context(name, text, vocabulary, parse_structure(name, text))
    context = replace(context, definitions=find_definitions(context))
    document = Document(name, text, sha256)
    return Reading(document, context.clauses, context.definitions, extract_provisions(context))
