"""When one sum is paid after one event, said twice: 自审定之日起15日内汇入账户 here, 自审定之日起30日内发放到位 there.

A sum is paid once, whatever the words for paying are; so its name and the event are enough. Quiet where a clause is for
a case of its own, for money that goes to a body, and where two bodies each have a time.
"""

from __future__ import annotations

import re

from checks.compare.figures.figures import Figure
from checks.compare.figures.odds import at_odds
from checks.compare.ground.norms import Norm
from checks.compare.money.manners import paid_names

_TO_BODIES = re.compile(r"(?:拨付|下达|划拨|拨入|结算)[^，。；]{0,10}(?:机构|医院|学校|企业|乡镇|街道|专户|县|市|区)")
_CASE = re.compile(r"的，|首次|首期|补发|剩余|尾款|预付|第[一二三四]季度|跨年")
_NAME = 3  # characters of a name that tells a sum


def one_payment(a: Figure, b: Figure) -> bool:
    """Whether two times are for paying one sum after one event, and cannot both hold."""
    if not a.stage == b.stage == "pay" or not at_odds(a, b) or a.phases != b.phases or a.bands != b.bands:
        return False
    if any(_TO_BODIES.search(f.norm.text) or _CASE.search(f.norm.text) for f in (a, b)):
        return False
    agencies, people = {a.agency, b.agency} - {""}, bool(a.people and b.people and a.people != b.people)
    start = a.parameter.basis or ""
    return bool(start) and start == b.parameter.basis and len(agencies) < 2 and not people and _one_sum(a.norm, b.norm)


def _one_sum(a: Norm, b: Norm) -> bool:
    """Whether both name one sum, by a name of its own."""
    mine, theirs = ({n for n in paid_names(x) if len(n) >= _NAME} for x in (a, b))
    return bool(mine & theirs)
