"""Classes of people that a text recognises, one of which its rules on applying leave out.

A text that says who is a 低保边缘家庭 and who a 刚性支出困难家庭, and has only the first apply somewhere, leaves the
second without a door: where to apply, who decides, in what time. Quiet where a rule on applying names no class (it is
for all), where another line says who takes in or recognises the class, or sends it to the same procedure, and where a
text in force beside has a procedure for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.ground.agencies import agencies_in
from checks.compare.ground.norms import Norm
from checks.compare.ground.paragraphs import Paragraph, paragraphs
from ontology.cues import Setting

_RECOGNISED = Setting("recognised")


@dataclass(frozen=True, slots=True)
class Unled:
    """A class called `name` with the norms that say who belongs to it, and the rules on applying that others have."""

    name: str
    norms: tuple[Norm, ...]
    rules: tuple[Norm, ...]
    others: tuple[str, ...]


def unled(norms: tuple[Norm, ...], beside: tuple[str, ...]) -> Iterator[Unled]:
    """The classes of a document that nobody takes in; `beside` are the texts in force that may have the procedure."""
    names = tuple(dict.fromkeys(m["name"] for n in norms for m in _RECOGNISED.all("classes", n.text)))
    rules = [(p, _named(names, p)) for p in paragraphs(norms) if _applies(p)] if len(names) > 1 else []
    if not rules or any(not named for _, named in rules):
        return
    served = frozenset().union(*(named for _, named in rules))
    for name in names:
        own = tuple(n for n in norms if n.provisions and name in n.words)
        apart = name not in served and not any(name in x or x in name for x in served)
        if own and apart and not any(map(_handles, own)) and not any(_has_procedure(name, t) for t in beside):
            yield Unled(name, own, tuple(p.norms[0] for p, _ in rules), tuple(sorted(served)))


def _named(names: tuple[str, ...], line: Paragraph) -> frozenset[str]:
    return frozenset(x for x in names if x in line.words)


def _applies(line: Paragraph) -> bool:
    return _RECOGNISED.has("applies", line.text) and bool(agencies_in(line.text))


def _handles(norm: Norm) -> bool:
    """Whether it says who takes in or recognises its people, or that another rule goes for them too."""
    decided = _RECOGNISED.has("decides", norm.text) and bool(agencies_in(norm.text))
    return decided or _RECOGNISED.has("likewise", norm.text)


def _has_procedure(name: str, text: str) -> bool:
    lines = (line for line in text.splitlines() if name in line)
    return any(_RECOGNISED.has("applies", line) and agencies_in(line) for line in lines)
