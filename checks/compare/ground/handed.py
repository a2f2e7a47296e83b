"""Powers that a text above has handed down, so that a lower body may use them here."""

from __future__ import annotations

from checks.compare.ground.norms import Norm, norms_of
from checks.compare.ground.opponents import binding_on
from checks.compare.ground.pairing import one_aid
from kg.coverage import CoverageIndex
from ontology.cues import Setting

_DOWN = Setting("delegated")


def handed_above(index: CoverageIndex, norm: Norm) -> bool:
    """Whether a text that binds the norm's own has the power to decide handed down for the same aid."""
    texts = (n for r in binding_on(index, norm.document) for n in norms_of(r))
    handed = (n for n in texts if _DOWN.has("handed", n.text) and not _DOWN.has("left", n.text))
    return any(not _DOWN.has("aside", n.text) and one_aid(index, norm, n) for n in handed)
