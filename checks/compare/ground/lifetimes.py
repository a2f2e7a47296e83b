"""Of what age those are whom a norm is for: by the ages that it names, else by those of its document as a whole.

A document says of what age its people are in the one sentence on whom it is for (救助对象为未满7周岁的残疾儿童), or
by what its title calls them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from checks.compare.ground.norms import Norm, norms_of
from checks.compare.ground.windows import numbers_of
from checks.remember import per_index
from kg.coverage import CoverageIndex
from kg.model import Parameter

_HUNDRED = 100.0
_NONE, _END = 0.0, 200.0
_CALLED = (
    (re.compile(r"儿童|(?<!已)未成年|(?<!成年)孤儿|青少年"), (_NONE, 18.0)),
    (re.compile(r"(?<!未)成年(?:人|残疾|重度|孤儿)"), (18.0, _END)),
    (re.compile(r"老年人?|老人|高龄"), (60.0, _END)),
)

_SCOPE = re.compile(
    r"^(?:本[^，。；]{1,6}(?:所称|中)?[的]?)?[^，。；：]{0,12}(?:对象|范围|人员|儿童|老年人)[，]?(?:为|是|是指|包括|限于)"
    r"|^本[^，。；]{1,6}(?:所称|适用于)"
)

Years = tuple[float, float]


def apart(a: Norm, b: Norm) -> bool:
    """Whether both norms say for which years of age they are, and nobody is of an age of both."""
    return no_year_of_both(years_in(a), years_in(b))


def never_of_both(index: CoverageIndex, a: Norm, b: Norm) -> bool:
    """Whether nobody is of an age of both, by the norms or by the titles of their documents."""
    return no_year_of_both(*(years_in(n) or _of_document(index, n.document) for n in (a, b)))


def years_in(norm: Norm) -> Years | None:
    """Lowest and highest age that a norm names; `None` where it names none or only a year of age."""
    return years_of(numbers_of(norm), norm.text)


def years_of(figures: Iterable[Parameter], text: str) -> Years | None:
    """Lowest and highest age among the figures of a text, 百岁 among them; `None` where there is none."""
    found = [p for p in figures if p.kind == "age" and p.op != "="]
    lows = [p.value for p in found if p.op in (">", ">=")]
    highs = [p.value for p in found if p.op in ("<", "<=")]
    if not found:
        return (_HUNDRED, _END) if "百岁" in text else None
    return min(lows, default=_NONE), max(highs, default=_END)


@per_index
def _of_document(index: CoverageIndex, name: str) -> Years | None:
    """The years of those whom the document is for, as its one sentence on them or its title says."""
    scope = [n for n in norms_of(index.reading(name)) if _SCOPE.search(n.text)]
    said = years_in(scope[0]) if len(scope) == 1 else None
    return said or _by_title(index.documents[name].title or "")


def _by_title(title: str) -> Years | None:
    """The years of those whom alone the title names."""
    found = [years for pattern, years in _CALLED if pattern.search(title)]
    return found[0] if len(found) == 1 else None


def no_year_of_both(one: Years | None, two: Years | None) -> bool:
    """Whether nobody is of an age of both."""
    return bool(one and two) and (one[1] <= two[0] or two[1] <= one[0])  # type: ignore[index]
