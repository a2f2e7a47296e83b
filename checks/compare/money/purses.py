"""Two grants, each paid by a body from the fund that it keeps: 残疾人就业保障金 here, 就业补助资金 there.

That is one need paid for twice, and no work that has moved from one body to the other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from checks.compare.ground.marks import line_around
from kg.model import Document, Quote
from ontology.cues import named_in

_SUM = re.compile(r"[0-9.]万?元|[0-9.]+[%％]|百分之|倍")


@dataclass(frozen=True, slots=True)
class Payer:
    """A body that a place of a document has pay or decide."""

    document: Document
    agency: str
    place: Quote

    @property
    def purses(self) -> frozenset[str]:
        """Whose funds the document pays from, by the bodies that keep them."""
        return named_in("purse", self.document.text)

    @property
    def pays(self) -> bool:
        """Whether the paragraph names a sum."""
        return _SUM.search(line_around(self.document.text, self.place.start, self.place.end)) is not None


def from_own_purses(a: Payer, b: Payer) -> bool:
    """Whether both pay a sum, each out of the fund of its own and not of the other's."""
    own = a.agency in a.purses - b.purses and b.agency in b.purses - a.purses
    return own and a.pays and b.pays
