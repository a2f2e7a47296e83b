"""How to find a finding again: stored SPARQL queries over the same graph, bound to what the finding names.

Works on a finding as printed, so that any saved report can be explained. A check whose question is a join has the query
of that join; every check has the facts of the provisions quoted. Left out: the algebra of groups, which SPARQL shows
but does not decide.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from checks.registry import check_by_code
from kg.stored import stored_query

_BY_CHECK = {
    "OV01": ("two-leads", {"function": "function", "aid": "aid"}),
    "CF02": ("two-leads", {"aid": "aid"}),
    "GP01": ("no-lead", {"aid": "aid"}),
}


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
    """The queries that show a printed finding in the graph: the check's own, then one for each provision quoted."""
    name, slots = _BY_CHECK.get(str(finding["code"]), ("", {}))
    if name:
        said = {s["slot"]: s.get("value") for s in finding["same"]}
        values = {variable: str(said[slot]) for variable, slot in slots.items() if said.get(slot)}
        query = stored_query(name)
        yield Question(query.title, query.standalone(**values))
    facts = stored_query("provision")
    for iri in dict.fromkeys(e["provision"] for e in finding["evidence"] if e.get("provision")):
        yield Question(facts.title, facts.standalone(provision=str(iri)))
