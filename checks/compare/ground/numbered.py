"""Whom a text means by the number of a class (二类对象), where it says whom it counts to which."""

from __future__ import annotations

from collections.abc import Mapping

from checks.compare.ground.windows import groups_in
from checks.remember import per_index
from kg.class_labels import label_of, references
from kg.coverage import CoverageIndex
from kg.model import Groups


def numbered_in(index: CoverageIndex, name: str, words: str) -> Groups:
    """Those whom words of the document `name` call by the numbers of their classes."""
    classes = _classes(index, name)
    return Groups.of(g for *_, label in references(words) for g in classes.get(label, ())) if classes else Groups()


@per_index
def _classes(index: CoverageIndex, name: str) -> Mapping[str, Groups]:
    found: dict[str, Groups] = {}
    for definition in index.reading(name).definitions:
        if (label := label_of(definition.term)) and (people := groups_in(definition.meaning)):
            found.setdefault(label, people)
    return found
