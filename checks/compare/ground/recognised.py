"""Norms on who belongs to a stratum (符合低保边缘家庭条件的), which is no aid, beside norms on an aid."""

from __future__ import annotations

import re

from checks.compare.ground.norms import Norm
from checks.compare.ground.topics import LOOSE
from checks.compare.ground.windows import groups_in
from ontology.vocabulary import load_vocabulary
from ontology.wording import wordings

_STATUS = re.compile(r"符合[^，。；]{2,40}?(?:家庭|对象|人员|户|人口)(?:的)?(?:认定|纳入|规定)?条件|认定|确认")


def recognised_beside_helped(a: Norm, b: Norm) -> bool:
    """Whether one norm has people of a stratum recognised, and the other is on an aid and on no stratum."""
    return any(_recognises(x) and y.aid - LOOSE and not _strata(y.words) for x, y in ((a, b), (b, a)))


def _recognises(norm: Norm) -> bool:
    named = _strata(norm.text)
    only = bool(named) and not named & frozenset(load_vocabulary().of("aid")) and not norm.aid - LOOSE
    return only and _STATUS.search(norm.words) is not None


def _strata(text: str) -> frozenset[str]:
    return groups_in(text).ids() & frozenset(wordings()["strata"])
