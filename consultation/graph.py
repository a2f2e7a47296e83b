"""Cases and decisions as RDF (PROV-O), linked to the provisions they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from consultation.calendar import china_day
from consultation.case import Case
from consultation.case_steps import OPEN_STATES
from kg.ids import BASE, document_iri
from kg.statements import Statement, turtle_of
from ontology.terms import DCT, HS, PROV, RDF

AGENCY, AID = "https://huishang.example/agency/", "https://huishang.example/aid/"
CASES_GRAPH = "https://huishang.example/graph/cases"


def cases_turtle(cases: Iterable[Case]) -> str:
    """Every case with its findings, participants, opinions and decision."""
    return turtle_of(case_statements(cases))


def case_statements(cases: Iterable[Case]) -> Iterator[Statement]:
    """The same as statements, for the graph."""
    return (s for case in cases for s in _case(case))


def _case(case: Case) -> Iterator[Statement]:
    node = f"{BASE}case/{case.number}"
    yield node, RDF + "type", HS + "Case"
    yield node, RDF + "type", PROV + "Activity"
    yield node, DCT + "title", (case.title, "zh")
    yield node, HS + "state", (case.state, "")
    yield node, HS + "open", case.state in OPEN_STATES
    if case.opened:
        yield node, DCT + "created", china_day(case.opened)
    for agency in case.participants:
        yield node, HS + "participant", AGENCY + agency
        yield node, PROV + "wasAssociatedWith", AGENCY + agency
    for finding in case.findings:
        about = f"{BASE}finding/{finding.id}"
        yield node, PROV + "used", about
        yield about, RDF + "type", HS + "Finding"
        for aid in finding.aid:
            yield about, HS + "aid", AID + aid
        for place in finding.evidence:
            yield about, PROV + "used", str(place.get("provision") or document_iri(place["document"]))
    for number, opinion in enumerate(case.opinions, 1):
        said = f"{node}/opinion/{number}"
        yield node, HS + "opinion", said
        yield said, RDF + "type", HS + "Opinion"
        yield said, PROV + "wasAttributedTo", AGENCY + opinion.agency
        yield said, HS + "stance", (opinion.stance.value, "")
    if case.decision:
        decided = f"{node}/decision"
        yield decided, RDF + "type", HS + "Decision"
        yield decided, PROV + "wasGeneratedBy", node
        yield decided, DCT + "description", (case.decision.text, "zh")
        if case.decision.meeting is not None:
            held = f"{BASE}meeting/{case.decision.meeting}"
            yield held, RDF + "type", HS + "Meeting"
            yield decided, PROV + "wasGeneratedBy", held
        if case.decision.due:
            yield decided, DCT + "valid", case.decision.due
        if case.decision.responsible:
            yield decided, HS + "responsible", AGENCY + case.decision.responsible
