"""Rules on 社会救助 at large, and texts on a benefit that is none of it (养老服务补贴, 生育津贴)."""

from __future__ import annotations

from checks.compare.ground.norms import Norm
from checks.compare.ground.topics import LOOSE, aid_of
from checks.places import title
from kg.coverage import CoverageIndex
from ontology.wording import wordings


def is_outside(index: CoverageIndex, norm: Norm, words: str, rule: Norm) -> bool:
    """Whether `rule` is on 社会救助 at large, and neither `words` of `norm` nor its document's title speak of any."""
    if not aid_of(index, rule) or aid_of(index, rule) - LOOSE:
        return False
    here = title(index.documents[norm.document]) + words
    return not any(word in here for word in wordings()["assistance"])
