"""A context around one stretch of text, for tests of extractors."""

from ingest.context import Context
from ingest.definitions import find_definitions
from ingest.structure import parse_structure
from kg.model import Clause
from ontology.vocabulary import load_vocabulary


def around(text: str) -> Context:
    """The context of a document that is just `text`."""
    clauses = parse_structure("测试.txt", text)
    return Context("测试.txt", text, load_vocabulary(), clauses, find_definitions(text, clauses))


def place(context: Context, words: str) -> tuple[Clause, int, int]:
    """Clause, start and end of `words`."""
    start = context.text.index(words)
    clause = context.at(start)
    assert clause is not None
    return clause, start, start + len(words)
