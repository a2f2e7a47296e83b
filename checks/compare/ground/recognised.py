"""Norms on who belongs to a stratum (符合低保边缘家庭条件的), which is no aid, beside norms on an aid."""

from __future__ import annotations

import re

from checks.compare.ground.norms import Norm
from checks.compare.ground.topics import LOOSE, aid_of, title_aid
from checks.compare.ground.windows import groups_in
from kg.coverage import CoverageIndex
from ontology.vocabulary import load_vocabulary
from ontology.wording import wordings

_RECOGNISING = re.compile(r"(?:家庭|对象|人员|人口|身份)(?:审核)?(?:认定|确认|识别)")
_STATUS = re.compile(r"符合[^，。；]{2,40}?(?:家庭|对象|人员|户|人口)(?:的)?(?:认定|纳入|规定)?条件|认定|确认")


def recognised_beside_helped(index: CoverageIndex, a: Norm, b: Norm) -> bool:
    """Whether one norm has people of a stratum recognised, and the other is on an aid and on no stratum."""
    return any(_recognises(index, x) and _helps(index, y) for x, y in ((a, b), (b, a)))


def _recognises(index: CoverageIndex, norm: Norm) -> bool:
    """Whether a norm, or its text by the title, has people of a stratum recognised that is no aid of its own."""
    if norm.aid - LOOSE:
        return False
    named, document = _strata(norm.text), index.documents[norm.document]
    own = bool(named) and not named & frozenset(load_vocabulary().of("aid")) and _STATUS.search(norm.words)
    titled = _RECOGNISING.search(document.title or "") is not None and not title_aid(document) - LOOSE
    return bool(own) or titled


def _helps(index: CoverageIndex, norm: Norm) -> bool:
    return bool(aid_of(index, norm) - LOOSE) and not _strata(norm.words)


def _strata(text: str) -> frozenset[str]:
    return groups_in(text).ids() & frozenset(wordings()["strata"])
