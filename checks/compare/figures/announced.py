"""Grades that a text announces by name (分为特别困难、比较困难、一般困难三个档次), and gives to all but one between.

The first and the last may be left without on purpose; one between two that are given something is a hole. Quiet where
the grade is spoken of anywhere else, and where a rule is for a grade and those above or below it (中度以上).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from checks.compare.ground.norms import Norm
from checks.compare.ground.windows import groups_in
from ontology.wording import wordings

_ANNOUNCED = re.compile(
    r"(?:分为|划分为|分成|区分为|分)(?P<names>[^，。；：（）()、]{1,12}(?:、[^，。；：（）()、]{1,12})+(?:[和及与][^，。；：（）()、]{1,12})?)"
)
_COUNT = re.compile(r"(?<=.)[两二三四五六3-6]个?(?P<noun>类|档|级|等|层)(?:次|级|型|别)?.*$|等$")
_JOINT = re.compile(r"、|和|及|与")
_GIVES = re.compile(
    r"[0-9０-９]|[一二三四五六七八九十两百千半](?:[元倍次日天年月成周季]|个[月工])|百分之|全额|全部|免费"
)
_SPREAD = re.compile(r"(?:及|含)?以[上下]|其[他它余]|各[类级档等]|均|一律")
_PLAIN = frozenset({"一般", "特别", "基本", "其他", "普通", "比较"})  # words of every text
_LEAST = 3  # grades
_NOUNS = tuple("类档级等层")  # of grades
_TAIL = 2  # characters in which names end alike
_SHORT = 1  # characters of a letter or numeral that needs its noun (A类)


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A grade called `name` that `announced` has, and the norms that give to the grades beside it."""

    announced: Norm
    name: str
    given: tuple[Norm, ...]


def passed_over(norms: tuple[Norm, ...]) -> Iterator[PassedOver]:
    """Grades between two others that are given something, and of which no other norm speaks."""
    for norm in norms:
        said = _ANNOUNCED.search(norm.text)
        names = _names(said["names"]) if said else ()
        rest = [n for n in norms if n is not norm]
        behind = norm.text[said.end() :] if said else ""
        if len(names) < _LEAST or any(_SPREAD.search(n.text) for n in rest if _speaks(n, names)):
            continue
        spoken = [any(f in behind for f in forms) or any(_is_spoken_of(n, forms) for n in rest) for forms in names]
        given = [next((n for n in rest if forms[0] in n.words and _GIVES.search(n.text)), None) for forms in names]
        for i in range(1, len(names) - 1):
            others = [g for j, g in enumerate(given) if j != i]
            if not spoken[i] and all(others):
                yield PassedOver(norm, names[i][0], tuple(dict.fromkeys(n for n in others if n)))


def _names(said: str) -> tuple[tuple[str, ...], ...]:
    """The grades by name, each with the shorter form by which the text may call it (中度 of 中度失能)."""
    *names, last = (n for n in _JOINT.split(said) if n)
    counted = _COUNT.search(last)
    noun = (counted["noun"] or "") if counted else ""
    names.append(_COUNT.sub("", last))
    tail = _tail(names)
    if not noun and len(tail) < _TAIL and tail not in _NOUNS:
        return ()
    found = []
    for name in names:
        core = name.removesuffix(tail)
        short = (core,) if len(core) > _SHORT and core not in _PLAIN else ()
        found.append((name + noun,) if len(name) == _SHORT else (name, *short))
    return tuple(found)


def _tail(names: list[str]) -> str:
    """The characters in which all names end alike."""
    columns = zip(*(reversed(n) for n in names), strict=False)
    return "".join(column[0] for column in takewhile(lambda c: len(set(c)) == 1, columns))[::-1]


def _is_spoken_of(norm: Norm, forms: tuple[str, ...]) -> bool:
    """Whether a norm names a grade, or the class of people that it is, in whatever words."""
    people = groups_in(forms[0]).ids() & frozenset(wordings()["recognised"])
    named = bool(people) and people <= norm.people.ids() | groups_in(norm.words).ids()
    return named or any(form in norm.words for form in forms)


def _speaks(norm: Norm, names: tuple[tuple[str, ...], ...]) -> bool:
    return any(form in norm.words for forms in names for form in forms)
