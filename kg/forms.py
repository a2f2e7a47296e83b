"""The forms in which answers to SPARQL queries are given, and how one is chosen by an Accept header."""

from __future__ import annotations

import re
from typing import IO, cast

from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, QueryTriples, RdfFormat

from kg.errors import StoreError

SIZE_LIMIT = 50 * 1024 * 1024
RESULTS = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "application/xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
GRAPHS = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/ld+json": RdfFormat.JSON_LD,
}


class Limited:
    """A file of bytes that refuses to grow beyond `limit`."""

    def __init__(self, limit: int = SIZE_LIMIT):
        self.limit = limit
        self.parts: list[bytes] = []
        self.size = 0

    def write(self, data: bytes) -> int:
        """Take bytes; raises StoreError above the limit."""
        self.size += len(data)
        if self.size > self.limit:
            raise StoreError(f"结果超过 {self.limit // 1048576} MB。请加上 LIMIT 后重试。")
        self.parts.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""

    def value(self) -> bytes:
        """All of it."""
        return b"".join(self.parts)


def written(found: QueryBoolean | QuerySolutions | QueryTriples, accept: str) -> tuple[bytes, str]:
    """The answer in the form that `accept` prefers, and its media type. Raises StoreError above SIZE_LIMIT."""
    out = Limited()
    if isinstance(found, QueryTriples):
        media_type = chosen(accept, tuple(GRAPHS), "text/turtle")
        found.serialize(output=cast(IO[bytes], out), format=GRAPHS[media_type])
        return out.value(), media_type
    media_type = chosen(accept, tuple(RESULTS), "application/sparql-results+json")
    form = RESULTS[media_type]
    if isinstance(found, QueryBoolean) and form in (QueryResultsFormat.CSV, QueryResultsFormat.TSV):
        return (b"true" if found else b"false"), media_type
    found.serialize(output=cast(IO[bytes], out), format=form)
    return out.value(), media_type


def chosen(accept: str, offered: tuple[str, ...], default: str) -> str:
    """The media type that an Accept header prefers among `offered`."""
    wanted = []
    for position, part in enumerate(accept.split(",")):
        name, _, options = part.strip().partition(";")
        weight = re.search(r"q\s*=\s*(\d+(?:\.\d+)?)", options)
        wanted.append((-(float(weight[1]) if weight else 1.0), position, name.strip().lower()))
    for _, _, name in sorted(wanted):
        if name in offered:
            return name
        if name.endswith("/*") and name != "*/*":
            found = next((o for o in offered if o.startswith(name[:-1])), None)
            if found:
                return found
    return default
