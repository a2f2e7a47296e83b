"""Funds that a text sets up by name and says nothing more of: neither who runs them nor where the money comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.ground.norms import Norm, norms_of
from kg.coverage import CoverageIndex
from kg.model import Reading
from ontology.wording import wordings

_FUND = re.compile(
    r"(?:设立|建立|设置)(?P<name>[^，。；：]{0,16}?(?P<kind>[一-龥]{0,2}(?:周转金|基金|救助金|助学金|帮扶金|关爱金|奖励金|补助金)))"
)


def bare_funds(index: CoverageIndex, reading: Reading) -> Iterator[tuple[str, Norm]]:
    """Funds set up by name (设立急难周转金) of which no line says who runs them or where the money comes from."""
    norms = norms_of(reading)
    for norm in norms:
        match = _FUND.search(norm.text)
        if not match or not norm.provisions or not any(p.parameters for p in norm.provisions):
            continue
        name = match["kind"]
        text = reading.document.text
        lines = {n.line for n in norms if name in text[n.line[0] : n.line[1]]}
        said = "\n".join(text[start:end] for start, end in lines)
        run = any(p.actors for n in norms if n.line in lines for p in n.provisions)
        if not run and not any(w in said for w in wordings()["funding"]):
            yield match["name"].strip("“”"), norm
