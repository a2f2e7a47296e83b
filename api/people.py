"""Whom a duty is for: the groups its own words name, or else those its document says the aid is for (…的对象为…)."""

from __future__ import annotations

from kg.coverage import CoverageIndex, Duty
from kg.enums import Modality
from kg.model import Groups


class People:
    """Groups of duties in one index."""

    def __init__(self, index: CoverageIndex) -> None:
        self._defined: dict[tuple[str, str], Groups] = {}
        for provision in index.provisions:
            if provision.modality is Modality.DEFINITION and provision.groups and not provision.functions:
                for aid in provision.aid:
                    key = (provision.document, aid)
                    known = self._defined.get(key, Groups())
                    self._defined[key] = Groups.of((*known, *provision.groups))

    def of(self, duty: Duty) -> Groups:
        """Groups the duty names, those of its document's definition where it names none, else nobody in particular."""
        return duty.groups or self._defined.get((duty.document.name, duty.aid), Groups())
