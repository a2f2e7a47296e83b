"""Every quantity in force: what is set, for whom, by which document, where and from when to when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from api.coverage import applies_there, within
from kg.coverage import CoverageIndex
from kg.model import Document, Parameter, Period, Provision
from kg.naming import cited


@dataclass(frozen=True, slots=True)
class Quantity:
    """A parameter with the provision and document that set it, and the days on which it is in force."""

    parameter: Parameter
    provision: Provision
    document: Document
    period: Period

    def row(self) -> dict[str, Any]:
        """As JSON: vocabulary ids, offsets in the document's text, the days half-open [since, until)."""
        p, since, until = self.parameter, self.period.start, self.period.end
        return {
            "kind": p.kind,
            "op": p.op,
            "value": p.value,
            "unit": p.unit,
            "basis": p.basis,
            "aid": list(self.provision.aid),
            "groups": [list(g) for g in self.provision.groups],
            "document": self.document.name,
            "title": cited(self.document),
            "locator": self.provision.locator,
            "start": p.start,
            "end": p.end,
            "quote": p.quote,
            "region": self.document.region,
            "since": since and since.isoformat(),
            "until": until and until.isoformat(),
        }


def quantities(index: CoverageIndex, kind: str = "", aid: str = "") -> Iterator[Quantity]:
    """Quantities that hold where and when the index is: of a kind (any by default), of an aid with its kinds."""
    for provision in index.provisions:
        document = index.documents[provision.document]
        wanted = not aid or any(within("aid", a, aid, index.vocabulary) for a in provision.aid)
        if wanted and applies_there(index, document):
            for parameter in provision.parameters:
                if kind in ("", parameter.kind):
                    yield Quantity(parameter, provision, document, index.in_force(document))
