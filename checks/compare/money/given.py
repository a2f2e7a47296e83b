"""Money that a text gives to people: neither what the public gives, nor what somebody owes them."""

from __future__ import annotations

import re

from checks.programmes import Programme, only_in_kind
from kg.model import Parameter, Provision
from ontology.wording import wordings

_GIVEN = re.compile(r"认领|认捐|捐款|捐赠|募捐")  # by the public, not to it
_BUDGET = re.compile(  # what an office has for its work: nobody's benefit
    r"^(?!.*每[人户名件次月]).*(?:(?:列入|纳入)[^，。；]{0,12}预算|(?:安排|拨付|投入|下达|核拨)[^，。；元]{0,14}(?:万|亿)元"
    r"|(?:经费|资金)[^，。；元]{0,10}(?:万|亿)元)",
    re.DOTALL,
)
_OWED = re.compile(  # by who took a house, did damage or employs: no benefit
    r"搬迁(?:补偿)?费|(?:临时|过渡)安置费|停产停业损失|赔偿|违约金|(?:用人|所在|原|聘用)单位(?:[^，。；]{0,16})?(?:支付|发给|补发|补足)"
)


def is_given(programme: Programme) -> bool:
    """Money with an amount, for people named, that is not what somebody owes them."""
    sums = (p for p in programme.grants if not only_in_kind(p))
    given = (p for p in sums if not any(x.search(p.quote.text) for x in (_GIVEN, _OWED, _BUDGET)))
    counted = [p for p in given if any(_is_money(p, x) for x in p.parameters)]
    return "cash" in programme.forms and bool(counted and programme.groups)


def _is_money(provision: Provision, parameter: Parameter) -> bool:
    """A sum, or a share or multiple in a sentence that speaks of paying (not 贫困发生率50%以上)."""
    paid = any(word in provision.quote.text for word in (*wordings()["cash"], *wordings()["relief"], "救助", "资助"))
    return parameter.unit.startswith("元") or paid
