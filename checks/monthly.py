"""Money by the month that names no cost of its own: it is for living."""

from __future__ import annotations

import re

from kg.model import Provision

_STANDING = frozenset({"benefit-standard", "amount"})
_MONTHLY = frozenset({"元/人/月", "元/月", "元/户/月"})
_BY_AGE, _LIVING = frozenset({"purpose-age"}), frozenset({"purpose-living"})
_COSTS = re.compile(  # what a sum is called after, where it is for one cost
    r"(?:服务|护理|照[料护]|医|药|教育|学|房|租|[水电气暖煤]|交通|出行|就业|岗位|培训|丧葬|辅具|康复|价格|物价|慰问|奖|保险|参保"
    r"|养育|寄养|监护|优抚|抚恤|通信|话费|助餐|用餐|临时|困难残疾人)[^，。；、]{0,4}(?:补贴|补助|津贴|费|金|资助|待遇)"
)


def of_the_month(found: frozenset[str], title: str, *grants: Provision) -> frozenset[str]:
    """The purpose of living, where grants give people a sum by the month that none of their names gives to one cost."""
    flat = [g for g in grants if any(x.kind in _STANDING and x.unit in _MONTHLY for x in g.parameters)]
    named = any(_COSTS.search(text) for text in (title, *(g.quote.text for g in flat)))
    return _LIVING if flat and found <= _BY_AGE and not named else frozenset()
