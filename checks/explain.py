"""How to find a finding again: stored SPARQL queries over the same graph, bound to what the finding names.

Works on a finding as printed, so that any saved report can be explained. Every check has the words it rests on, and the
query of the facts that it compared: who does what, what is given to whom, which quantities, what is cited. Left out:
the algebra of groups, which SPARQL shows but does not decide.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from checks.registry import check_by_code
from kg.stored import stored_query

_WHO, _NUMBERS, _GIVES, _CITES = "who-does", "quantities-of", "grants-of", "citations-of"
OWN = {
    "OV01": (_WHO,),
    "OV02": (_GIVES, _NUMBERS),
    "OV03": (),
    "OV04": (_GIVES, _WHO),
    "GP01": (_WHO,),
    "GP02": (_GIVES,),
    "GP03": (_GIVES, _NUMBERS),
    "GP04": (_NUMBERS,),
    "GP05": (_WHO,),
    "GP06": (_CITES,),
    "GP07": (_CITES,),
    "GP08": (_GIVES,),
    "GP09": (_WHO,),
    "GP10": (_WHO,),
    "GP11": (_GIVES,),
    "GP12": (),
    "CF01": (_NUMBERS,),
    "CF02": (_WHO,),
    "CF03": (_GIVES,),
    "CF04": (_GIVES, _NUMBERS),
    "CF05": (_NUMBERS,),
    "CF06": (_WHO,),
}
"""Code of a check → the stored queries over the provisions that it compared; every check has `places` besides."""


@dataclass(frozen=True, slots=True)
class Question:
    """A stored query bound to a finding: its title in Chinese and the text to run."""

    title: str
    sparql: str


def rationale(finding: Mapping[str, Any]) -> str:
    """Why the check exists, with its source; "" for a check that is no longer there."""
    check = check_by_code(str(finding["code"]))
    return check.rationale if check else ""


def questions(finding: Mapping[str, Any]) -> Iterator[Question]:
    """The queries that show a printed finding in the graph: the words it rests on, then the facts the check compared,
    then all that is known of each provision quoted.
    """
    places = stored_query("places")
    spans = dict.fromkeys((str(e["document"]), int(e["start"]), int(e["end"])) for e in finding["evidence"])
    yield Question(places.title, places.standalone_rows(("document", "start", "end"), spans))
    known = [(str(iri),) for iri in dict.fromkeys(e["provision"] for e in finding["evidence"] if e.get("provision"))]
    if not known:
        return
    for query in map(stored_query, OWN.get(str(finding["code"]), ())):
        yield Question(query.title, query.standalone_rows(("provision",), known))
    facts = stored_query("provision")
    for (iri,) in known:
        yield Question(facts.title, facts.standalone(provision=iri))
