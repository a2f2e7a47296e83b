"""The draft's join asked in SPARQL on Oxigraph in memory, and "two leads" in pySHACL, beside the same on columns.

Only the triples that the join needs are loaded (about a dozen a provision), so SPARQL is given its best.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from pyoxigraph import Quad

from bench.coverage import AT, LEADS, joined, once, sides, timed
from bench.generate import Country
from kg.codec import iri
from kg.coverage import build_index
from kg.ids import document_iri
from kg.laws import LawBook
from kg.model import Corpus, Reading
from kg.rdf import triples_of
from kg.segment import segment_of
from kg.store import OxigraphStore
from kg.stored import stored_query
from ontology.terms import CV, ELI, HS
from ontology.vocabulary import load_vocabulary

NEEDED = (
    {HS + n for n in ("fileName", "function", "aid", "beneficiary", "group", "agency")}
    | {CV + n for n in ("hasParticipation", "role")}
    | {ELI + n for n in ("jurisdiction", "first_date_entry_in_force", "date_no_longer_in_force")}
)
SHACL_ACTS = 5
LEAD = "<https://huishang.example/role/lead>"
SHAPE = f"""
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix hs: <{HS}> .
hs:TwoLeads a sh:NodeShape ; sh:targetClass hs:Provision ; sh:sparql [ sh:message "two leads" ; sh:select '''
PREFIX hs: <{HS}> PREFIX cv: <{CV}>
SELECT $this ?value WHERE {{
  $this hs:function ?f ; hs:aid ?a ; cv:hasParticipation ?p . ?p cv:role ?r ; hs:agency ?x .
  ?value hs:function ?f ; hs:aid ?a ; cv:hasParticipation ?q . ?q cv:role ?s ; hs:agency ?y .
  FILTER (?r = {LEAD} && ?s = {LEAD} && STR(?x) < STR(?y)) }}''' ] .
"""


def lean(reading: Reading) -> Iterator[Quad]:
    """What the join needs of a reading."""
    graph = iri(document_iri(reading.document.name))
    for triple in triples_of(reading):
        if triple.predicate.value in NEEDED:
            yield Quad(triple.subject, triple.predicate, triple.object, graph)


def compare(size: int) -> Iterator[str]:
    """Lines of the comparison at one size."""
    country, book = Country(size), LawBook(load_vocabulary())
    draft = country.draft()
    left, right = sides(book, segment_of(country.readings(), book.regions), draft)
    columns, pairs = timed(lambda: joined(left, right))
    yield f"{size:,} provisions: columns {columns:.1f} ms, {pairs:,} pairs"
    store = OxigraphStore()
    store.load_ontology()
    loading, _ = once(lambda: store.inner.bulk_extend(q for r in country.readings() for q in lean(r)))
    store.inner.extend(lean(draft))
    yield f"  Oxigraph in memory: {len(store.inner):,} triples loaded in {loading / 1000:.1f} s"
    query = stored_query("draft-join").bound(draft=draft.document.name, at=AT.isoformat())
    asking, found = once(lambda: store.query(query))
    yield f"  SPARQL join: {asking:,.0f} ms, {len(found.rows):,} rows, {asking / columns:,.0f} × columns"
    yield from shacl(tuple(islice(country.readings(), SHACL_ACTS)))


def shacl(readings: tuple[Reading, ...]) -> Iterator[str]:
    """Two leads as a SHACL-SPARQL constraint, beside the index made and its pairs of leads asked for."""
    from pyshacl import validate
    from rdflib import Graph

    data = Graph()
    lines = (f"{t.subject} {t.predicate} {t.object} ." for r in readings for t in triples_of(r))
    data.parse(data="\n".join(lines), format="nt")
    shapes = Graph().parse(data=SHAPE, format="turtle")
    validating, _ = once(lambda: validate(data, shacl_graph=shapes))
    vocabulary, corpus = load_vocabulary(), Corpus(readings)
    indexing, _ = once(lambda: list(build_index(corpus, None, vocabulary, AT, None).pairs(LEADS)))
    count = sum(len(r.provisions) for r in readings)
    yield (
        f"  pySHACL, two leads in {count} provisions: {validating:,.0f} ms; "
        f"index made and asked: {indexing:,.0f} ms, {validating / indexing:,.0f} ×"
    )
