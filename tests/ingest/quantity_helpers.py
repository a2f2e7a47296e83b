"""One sentence read for its quantities and citations, written short."""

from ingest.context import Context
from ingest.extract.cited.citations import find_citations
from ingest.extract.figures.parameters import find_parameters
from ingest.structure import parse_structure
from kg.model import Clause, ClauseId, Parameter
from ontology.vocabulary import load_vocabulary


def clause_of(text: str, locator: str = "第九条第二款") -> tuple[Context, Clause]:
    clause = Clause(ClauseId("c"), "d", "paragraph", "", locator, None, 0, len(text))
    return Context("d", text, load_vocabulary(), (clause,)), clause


def parameters(text: str) -> list[Parameter]:
    context, clause = clause_of(text)
    return find_parameters(context, clause, 0, len(text))


def short(text: str) -> list[str]:
    """`rate >=70%` for every parameter, in text order."""
    return [f"{p.kind} {p.op}{p.value:g}{p.unit}" for p in parameters(text)]


def cited(text: str, locator: str = "第九条第二款") -> list[str]:
    """`慈善法 第三条,第四条` for every citation; a leading blank for the same document."""
    context, clause = clause_of(text, locator)
    return [f"{c.title} {','.join(c.articles)}".rstrip() for c in find_citations(context, clause, 0, len(text))]


def document(text: str) -> Context:
    return Context("d", text, load_vocabulary(), parse_structure("d", text))
