"""Lists announced with a number: 下列三项 with four items, A、B、C、D等三类对象, A和B（以下统称三类人员）.

等 may leave some out, so a list before it is only too long, never too short; a list that names all is either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.ground.lists import items_of
from checks.compare.ground.norms import Norm
from checks.compare.outcome.doubles import Double
from kg.stretches import value_of

_N = r"(?P<number>[二三四五六七八九十两]{1,3}|[0-9]{1,2})"
_OF = r"(?:类|种|项|个|方面|条|款)"
_LISTED = re.compile(rf"(?:下列|以下|如下){_N}{_OF}")
_ETC = re.compile(rf"(?P<list>[^，。；：（）()]{{6,}}?)等{_N}{_OF}(?=[^、]|$)")
_CALLED = re.compile(
    rf"(?P<list>[^，。；：（）()]{{6,}})[（(]以下(?:统称|简称|合称)[“”‘]?(?:上述|这)?{_N}类(?:对象|人员|群体|家庭)[”’]?[）)]"
)
_BEFORE = re.compile(r"^.*?(?:包括|包含|分为|是指|对|为|含|向|将|把|指)")
_ALL = re.compile(r"、|和|以及|及(?!其)")
_WHOLE_NAME = re.compile(r"[一-龥]{1,}(?:人员|家庭|对象|户|儿童|部门|职工|学生|老年人|残疾人|局|委|厅|会)$")


def lengths(norms: tuple[Norm, ...]) -> Iterator[Double]:
    """Lists, set out in items or in the sentence, that are longer or shorter than announced."""
    for norm in norms:
        if norm.text.rstrip().endswith("："):
            yield from _items(norm, norms)
        yield from _named(norm)


def _items(stem: Norm, norms: tuple[Norm, ...]) -> Iterator[Double]:
    match = _LISTED.search(stem.text)
    items = {n.line: n for n in items_of(norms, stem)}
    said = int(value_of(match["number"])) if match else 0
    if items and said > 1 and len(items) != said:
        yield Double("count", "列举的项数", f"{said}项", f"{len(items)}项", (stem, *items.values()))


def _named(norm: Norm) -> Iterator[Double]:
    for pattern, split in ((_ETC, re.compile("、")), (_CALLED, _ALL)):
        for match in pattern.finditer(norm.text):
            names = split.split(_BEFORE.sub("", match["list"]))
            said = int(value_of(match["number"]))
            wrong = len(names) > said or (pattern is _CALLED and len(names) != said)
            if wrong and len(names) > 1 and all(map(_WHOLE_NAME.fullmatch, names)):
                yield Double("count", "列举的对象数", f"{said}类", f"{len(names)}类", (norm, norm))
