"""The line that two texts draw for one term: 失联是指…6个月以上 here, …满一年的，按失联认定 there.

The term stands before 是指 or behind 视为, 认定为, 作…论; the line is the only figure of its dimension in the sentence.
A text below may draw it wider, not narrower; between equals any other line leaves two notions of one word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from checks.compare.ground.alignment import maybe_one_matter
from checks.compare.ground.amounts import Amount, amount, order
from checks.compare.ground.norms import Norm, norms_of
from checks.compare.ground.windows import numbers_of
from checks.compare.outcome.departures import Departure, Label
from checks.remember import per_index
from kg.coverage import CoverageIndex
from kg.model import Parameter

_TERM = re.compile(
    r"(?:^|[，。；：、]|本[^，。；]{1,4}所称的?)“?(?P<said>[一-龥]{2,14}?)”?，?(?:是指|，指|系指|，即|指的是|(?:一般|主要|均)?指(?![导标定派挥示令引南明]))"
    r"|作“?(?P<deemed>[一-龥]{2,12}?)”?论(?=[，。；处]|$)|(?<![已经被])(?:视为|视同|认定为|列为|算作|确认为|确定为|界定为)“?(?P<as>[一-龥]{2,12}?)”?(?:处理|对待)?(?=[，。；]|$)"
    r"|(?:^|[，。；：])(?P<whose>[一-龥]{3,14}?(?:家庭|对象|人员|人口))的?(?:家庭)?(?:成员)?(?:人均)?(?:月|年)?(?:可支配)?"
    r"(?:收入|财产|存款)(?=应当?|不得|不应|须|低于|不超过|不高于|不大于|在)"
    r"|的，(?:为|属于?|是|定为|评为|算)“?(?P<is>[一-龥]{2,14}?)”?(?=[，。；]|$)"
    r"|按(?:照)?“?(?P<by>[一-龥]{2,12}?)”?(?:认定|对待)(?=[，。；]|$)"
)
_AGAIN = re.compile(r"重新|再次|补充|不再|不得|不予|撤销|取消|以上不满|不足[0-9一二三四五六七八九十]+[年月岁]")
_NO_TERM = re.compile(r"[满不未超足达]|(?:救助|扶助|保障|补助|补贴|帮扶|资助|服务|享受)?(?:对象|人员|家庭|户)$")
_FIXED = re.compile(
    r"(?:不得|不再|不准|禁止)[^，。；]{0,8}(?:另行|自行|各自|各|另)[^，。；]{0,8}(?:定|设|制定|规定|扩大|调整)[^，。；]{0,8}"
    r"(?:口径|标准|范围|界限|条件|定义)|直接采用[^，。；]{0,12}结果|统一口径"
)
_KNOWN = 5  # characters of a name by which people are known whatever the aid
_KINDS = frozenset({"duration", "age", "income-line", "rate", "amount", "count"})
_REACHED, _BELOW = (">", ">=", "="), ("<", "<=")
_THINGS = frozenset({"个", "项", "种", "条", "方面"})  # what is counted by any of these words
_DEGREE = 4  # characters of a term that tells its degree
_LEAST = 2  # characters of a term


@dataclass(frozen=True, slots=True)
class Line:
    """The figure that a norm draws for a term."""

    norm: Norm
    term: str
    parameter: Parameter

    @property
    def reached(self) -> bool:
        """Whether it has to be reached, not kept below."""
        return self.parameter.op in _REACHED


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Terms for which `mine` draws a narrower line than `theirs`."""
    for a, b in drawn_apart(index, mine, theirs):
        narrower = _order(amount(a.parameter), amount(b.parameter)) == (1 if b.reached else -1)
        if narrower or _FIXED.search(index.documents[b.norm.document].text):
            said = (a.parameter.quote, b.parameter.quote)
            yield Departure(Label.NOTION, "line", f"“{b.term}”的界限", *said, (a.norm,), (b.norm,))


def drawn_apart(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[tuple[Line, Line]]:
    """One term with two lines, in two documents."""
    ours, above = (lines_of(index, n[0].document) if n else () for n in (mine, theirs))
    for a, b in product(ours, above):
        one, two = amount(a.parameter), amount(b.parameter)
        like = _one_unit(one.dimension, two.dimension) and one.working == two.working and a.reached == b.reached
        named = like and bool(_order(one, two)) and _one_term(a.term, b.term)
        if named and (min(len(a.term), len(b.term)) >= _KNOWN or maybe_one_matter(index, a.norm, b.norm)):
            yield a, b


@per_index
def lines_of(index: CoverageIndex, name: str) -> tuple[Line, ...]:
    """The lines of a document."""
    return tuple(x for n in norms_of(index.reading(name)) for x in _lines(n))


def _lines(norm: Norm) -> Iterator[Line]:
    if _AGAIN.search(norm.text):
        return
    terms = _terms(norm)
    found = [p for p in numbers_of(norm) if p.kind in _KINDS and not p.soft]
    alone = [p for p in found if sum(amount(x).dimension == amount(p).dimension for x in found) == 1]
    for term in terms[:1] if len(terms) == 1 else ():
        yield from (Line(norm, term, p) for p in alone)


def _terms(norm: Norm) -> list[str]:
    """What the line is drawn for: the term said of those on one side of it, or else the people whose means it is of."""
    found = [(m, t) for m in _TERM.finditer(norm.text) if not _NO_TERM.match(t := next(x for x in m.groups() if x))]
    said = [t for m, t in found if not m["whose"]]
    return said or [t for _, t in found]


def _one_term(a: str, b: str) -> bool:
    shorter, longer = sorted((a, b), key=len)
    return len(shorter) >= _LEAST and (longer == shorter or longer.endswith(shorter) or _begins(longer, shorter))


def _begins(longer: str, shorter: str) -> bool:
    """Whether the shorter term only leaves out what it is a degree of (完全丧失生活自理能力, 完全丧失)."""
    return len(shorter) >= _DEGREE and longer.startswith(shorter)


def _order(one: Amount, two: Amount) -> int | None:
    return order(one, replace(two, dimension=one.dimension) if _one_unit(one.dimension, two.dimension) else two)


def _one_unit(one: str, two: str) -> bool:
    return one == two or {one, two} <= _THINGS
