"""Aid types that stand by a cause of their own, read from `regimes.ttl`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from ontology.turtle import facts, local, own


@cache
def own_groups() -> Mapping[str, str]:
    """Aid id → the group that its cause makes (受灾人员救助 → 受灾人员)."""
    return MappingProxyType(
        {local(aid): local(own(about, "ownGroup")[0]) for aid, about in facts().items() if own(about, "ownGroup")}
    )
