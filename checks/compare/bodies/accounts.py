"""Accounts of a fund that a draft has a department open, where what binds it leaves them to the treasury.

民政 opens 低保资金专户 at a bank, 财政 a 分账户 in its own: the money leaves the treasury's hands. Quiet where the
text above knows an account of that department as well (支出户), and for accounts of people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.bodies import is_department
from checks.compare.bodies.leads import bound_by, drafted
from checks.places import levels_differ
from kg.boxes import one_of_each_clause
from kg.coverage import CoverageIndex, Duty, Pair
from kg.enums import Modality, Role

_OPENS = re.compile(
    r"(?:设立|开设|设置|开立|建立|设有|实行)[^，。；]{0,24}?(?<!个人)(?:专户|分?账户|分户|专账)(?!管理的规定|资金)"
    r"|(?:专户|分?账户|分户)(?:统一)?(?:由|设在|开设在)"
)
_TREASURY = "finance"


def accounts(index: CoverageIndex) -> Iterator[Pair]:
    """Accounts that a department of the draft opens, beside those that the treasury opens by what binds it."""
    mine = [d for d in _opened(drafted(index)) if d.agency != _TREASURY and is_department(index.vocabulary, d.agency)]
    above = _opened(bound_by(index)) if mine else []
    for a in mine:
        known = any(d.agency == a.agency for d in above)
        for b in above:
            if b.agency == _TREASURY and a.aid == b.aid and not known and not levels_differ(a, b):
                yield index.laid_side_by_side(a, b)
                break


def _opened(duties: tuple[Duty, ...]) -> list[Duty]:
    leads = (d for d in duties if d.role is Role.LEAD and d.provision.modality is not Modality.PROHIBITION)
    return [d for d in one_of_each_clause(leads) if _OPENS.search(d.provision.quote.text)]
