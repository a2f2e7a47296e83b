"""Steps of a procedure that together take longer than the whole is said to take, and shares that make no whole.

A text that says how long everything takes from receipt to decision, and deals out days to the steps one after another,
contradicts itself where the steps are more than the whole. Only steps of one list, or of one line, up to the decision
count, in the unit of the whole; quiet where the notice is not counted in, and for steps in special circumstances.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from checks.compare.ground.alignment import bag
from checks.compare.ground.amounts import amount
from checks.compare.ground.norms import Norm
from checks.compare.ground.windows import numbers_of
from checks.compare.outcome.doubles import Double
from kg.model import Parameter
from kg.stretches import value_of
from ontology.cues import Setting

_WHOLE = Setting("whole")
_SHARE = Setting("share")
_ALL = 100  # per cent
_PER_CENT = re.compile(r"(?P<value>[0-9]+(?:\.[0-9]+)?)[%％]|百分之(?P<words>[一二三四五六七八九十百]+)")
_GRADES = 3  # that make up a whole
_GRADED = re.compile(r"[等级档类]")
_PEOPLE = re.compile(r"人员|对象|家庭|学生|群众|人数|户数")
_MAKES_UP = re.compile(
    r"(?P<who>[一-龥]{2,10}?)(?:的)?(?:比例)?占(?:[^，。；、0-9]{0,14}的)?(?P<value>[0-9]+(?:\.[0-9]+)?)[%％]"
)
_LAST_PART = re.compile(r"[，、；：]")
_TIMES = frozenset({"time-limit", "publicity-period", "duration"})
_LEAST = 2  # steps


def sums(norms: tuple[Norm, ...]) -> Iterator[Double]:
    """A whole that is shorter than its steps, one for each text."""
    for total in norms:
        whole = _whole(total)
        if whole is None:
            continue
        for steps in _runs(norms):
            days = [(n, p) for n, p in steps if p is not whole and _counts(n, p, total, whole)]
            apart = all(n.line != total.line for n, _ in days)
            added = sum(amount(p).value for _, p in days)
            if len(days) >= _LEAST and apart and added > amount(whole).value:
                said = "＋".join(p.quote for _, p in days)
                yield Double("sum", "全程时限与各环节时限之和", total.text, said, (total, *(n for n, _ in days)))
                return


def shares(norms: tuple[Norm, ...]) -> Iterator[Double]:
    """Shares that several bear of one cost and that are more, or where they are all of it less, than the whole."""
    for norm in norms:
        dealt = _dealt(norm.text) if _SHARE.has("opens", norm.words) and not _SHARE.has("aside", norm.words) else {}
        dealt = dealt or _grades(norm.text)
        added = sum(dealt.values())
        short = added < _ALL and _SHARE.has("whole", norm.words) and not _SHARE.has("rest", norm.words)
        if len(dealt) >= _LEAST and (added > _ALL or short):
            said = "＋".join(f"{who}{value:g}%" for who, value in dealt.items())
            yield Double("shares", "各方分担的比例", said, f"合计{added:g}%，应为100%", (norm, norm))


def _grades(text: str) -> dict[str, float]:
    """The percentages of a whole that grades of one name make up (困难占40%、一般困难占50%)."""
    found = {m["who"]: float(m["value"]) for m in _MAKES_UP.finditer(text)}
    return found if len(found) >= _GRADES and _common(found) else {}


def _common(names: Iterable[str]) -> bool:
    """Whether all the names are of grades, or have a word in common that is not only one for people."""
    if all(_GRADED.search(name) for name in names):
        return True
    return bool(frozenset.intersection(*(bag(_PEOPLE.sub(" ", name)) for name in names)))


def _dealt(text: str) -> dict[str, float]:
    """The percentages of a text by who bears each; none where one has no bearer, or somebody two."""
    found: dict[str, float] = {}
    since = 0
    for match in _PER_CENT.finditer(text):
        bearer = next(_SHARE.all("bearer", _LAST_PART.split(text[since : match.start()])[-1]), None)
        if not bearer or bearer.group() in found:
            return {}
        found[bearer.group()] = value_of(match["value"] or match["words"])
        since = match.end()
    return found


def _whole(norm: Norm) -> Parameter | None:
    """The only time of a norm that says how long everything takes."""
    times = [p for p in numbers_of(norm) if p.kind in _TIMES]
    if len(times) != 1 or times[0].op in (">", ">=") or not _WHOLE.has("opens", norm.text):
        return None
    return None if _WHOLE.has("aside", norm.text) else times[0]


def _runs(norms: tuple[Norm, ...]) -> Iterator[list[tuple[Norm, Parameter]]]:
    """Times of the steps of each list, and of each line."""
    for _, run in groupby((n for n in norms if n.stem), key=lambda n: n.lead.start):
        yield [(n, p) for n in run for p in numbers_of(n)]
    for _, run in groupby(norms, key=lambda n: n.line):
        yield [(n, p) for n in run for p in numbers_of(n)]


def _counts(norm: Norm, parameter: Parameter, total: Norm, whole: Parameter) -> bool:
    """Whether a time is that of a step on the way to the decision, in the unit of the whole."""
    alike = parameter.kind in _TIMES and parameter.op not in (">", ">=")
    same = amount(parameter).dimension == amount(whole).dimension and amount(parameter).working == amount(whole).working
    after = _WHOLE.has("ends", norm.text) and not _WHOLE.has("ends", total.text)
    return alike and same and not after and not _WHOLE.has("optional", norm.words)
