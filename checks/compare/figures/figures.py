"""Figures: quantities with what they are of, for whom, in which step and circumstance, so that two can be compared.

The reading says what kind a number is; which subsidy, which step, which tier stands in the words around it: those
between the previous number and this one first, then the rest of the norm, then the stem of its list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from checks.compare.figures.columns import Row, rows_of
from checks.compare.figures.rooms import AREA
from checks.compare.ground.amounts import Amount, amount, each_households, each_persons, in_row, of_a_year
from checks.compare.ground.clauses import clause_of, words_before, words_through
from checks.compare.ground.norms import Norm, norms_of
from checks.compare.ground.numbered import numbered_in
from checks.compare.ground.topics import aid_of
from checks.compare.ground.windows import INCREMENT, REST, Window, groups_in, numbers_of
from checks.remember import per_index
from kg.coverage import CoverageIndex
from kg.model import Groups, Parameter
from ontology.cues import Cue, Setting, load_cues, named_in
from ontology.vocabulary import load_vocabulary

SKIPPED = frozenset({"count", "trigger", "reporting-deadline", "frequency", "fine"})
_DECLARED = re.compile(
    r"不(?:得|应|可|准|允许|能)(?:另行|自行|擅自|随意|再|任意|变相)*(?:提高|突破|上调|增加|超出|上浮|调高|加码|提标|超标准)"
    r"|(?:最高|上限|限额|封顶|不(?:得|应)?超过)[^。]*?统一(?:执行|适用)"
)
_CASES = frozenset({"age", "disability-grade"})
_CENTENARIANS = (("岁", 100.0, float("inf")),)
_TIMES = frozenset({"time-limit", "publicity-period"})
_KINDS_OF = {
    ("asset-limit", ""): "asset-line",
    ("benefit-cap", "年"): "annual-cap",
    ("benefit-cap", "次"): "single-cap",
}
_TOP = re.compile(r"(?:最高|上限|封顶线?|限额)[^，。；]{0,12}不(?:得)?(?:低于|少于)[^，。；]*$")
_MET = re.compile(r"(?:满|超过|达到|不足)$")  # 参保满三个月的，
_FREE = re.compile(  # 免除项目包括3日以内遗体存放
    r"(?:免除|免费|减免|免收|免交|免缴)(?:项目|内容|范围|服务)?(?:包括|为|是|有|：)"
)
_PAID_SO_MUCH = re.compile(r"元[^，。；]{0,14}的(?=[，\s]|$)")  # 自付费用1万元以上不满3万元的
_HAIR = 1e-6
_IF = re.compile(r"(?:以上|以下)?的(?=[，、；])")
_GIVEN = frozenset({"benefit-standard", "benefit-cap"})
NAMING = frozenset({"school"})
"""Axes whose cases are each an aid by itself (学前教育资助)."""
ANNUAL = "annual-cap"
_BY_THE_YEAR = frozenset({"heating", "contribution"})  # sums that are of a year, said or not
RESERVE = "reserve"
NAMED = "sum:"
"""Before the name of a sum that is no known item but has a name of its own."""
MORE = (f"{NAMED}增发", "增发的数额", "higher")  # what comes on top of another sum is compared with its like

OWN = ("own-sum", "个人负担的金额", "lower")  # what those who are helped pay themselves is no benefit
_FIGURE = Setting("figure")


@dataclass(frozen=True, slots=True)
class Figure:
    """One quantity in its surroundings; ids of cue families, "" where none is named."""

    norm: Norm
    parameter: Parameter
    item: str
    label: str
    better: str  # higher, lower, floor, none
    stage: str
    agency: str
    level: str  # the level that stands before its name: 乡, 县, 市 …
    phases: frozenset[str]
    variants: frozenset[tuple[str, str]]  # (axis, variant)
    basis: str
    people: Groups
    aid: frozenset[str]
    bands: tuple[tuple[str, float, float], ...] = ()  # cases it is for: (unit, from, to)
    declared: bool = False  # its article says that nobody may go beyond it
    average: bool = False  # 平均标准
    unclear: bool = False  # one of several figures that are dealt out (分别), to whom is not certain
    tabled: bool = False  # in a cell of a table, under the words over its column

    @property
    def amount(self) -> Amount:
        """The value made comparable; what is given without a denominator is given to each person."""
        if self.item == OWN[0]:
            return amount(self.parameter)
        if self.item == RESERVE:  # of each township, whether or not it says for how long
            return Amount(amount(replace(self.parameter, unit="元")).value, "元/")
        if self.item in _BY_THE_YEAR and re.fullmatch("元(?:/[人户])?", self.parameter.unit):
            return amount(replace(self.parameter, unit=f"{self.parameter.unit}/年"))
        beside = numbers_of(self.norm) if self.parameter.unit == "元" and self.item != ANNUAL else ()
        found = amount(in_row(self.parameter, beside))
        if self.item == ANNUAL or (self.item == "deductible" and "次" not in self.parameter.unit):
            return of_a_year(found, clause_of(self.norm, self.parameter))
        found = each_households(found, words_before(self.norm, self.parameter))
        return each_persons(self.parameter, found, self.norm.words)

    @property
    def fixed(self) -> bool:
        """Whether it is a sum that is given, so much and no less or more."""
        given = self.item and self.better == "higher" and self.amount.dimension.startswith("元")
        return bool(given) and self.parameter.op == "=" and not self.parameter.soft


@per_index
def figures_of(index: CoverageIndex, name: str) -> tuple[Figure, ...]:
    """The figures of a whole document, read once per index."""
    return figures(index, norms_of(index.reading(name)))


def figures(index: CoverageIndex, norms: tuple[Norm, ...]) -> tuple[Figure, ...]:
    """Every quantity of the norms that sets a standard, a limit or a period."""
    rows = rows_of(norms)
    return tuple(f for norm in norms for f in _figures(index, norm, rows.get(norm.start)))


def _figures(index: CoverageIndex, norm: Norm, row: Row | None) -> Iterator[Figure]:
    numbers = numbers_of(norm)
    cases: list[Parameter] = []
    since = 0
    for parameter, following in zip(numbers, [*numbers[1:], None], strict=False):
        if parameter.kind in _CASES or _is_bracket(numbers, parameter):
            cases.append(parameter)
        elif parameter.kind not in SKIPPED or parameter.unit == AREA:
            head = row.over(parameter.start - norm.start) if row else ""
            window = Window(norm, since, parameter, following, head)
            bands = bands_of(cases) or (_CENTENARIANS if "百岁" in window.segment else ())
            yield _figure(index, window, bands, len(numbers) == 1)
            cases = [parameter] if _tells_case(norm, parameter) else []
            since = parameter.end - norm.start


def _figure(index: CoverageIndex, window: Window, bands: tuple[tuple[str, float, float], ...], alone: bool) -> Figure:
    parameter = window.parameter
    if INCREMENT.search(words_before(window.norm, parameter)):
        named = MORE
    elif parameter.unit.startswith("元") and _is_own_share(clause_of(window.norm, parameter)):
        named = OWN
    else:
        named = _named(window, None if _is_condition(window) else window.item() or _of_kind(parameter))
    item = next((c for c in load_cues()["item"] if c.id == named[0]), None)
    return Figure(
        window.norm,
        parameter,
        *named,
        window.stage() if parameter.kind in _TIMES and item is None else "",
        *window.agency(bool(item and item.id == "delegated-sum")),
        window.phases() | (frozenset() if parameter.kind in _TIMES else _titled(index, window.norm.document)),
        window.variants(),
        window.basis(),
        _people(index, window, alone),
        frozenset(item.facts["of"]) if item and "of" in item.facts else aid_of(index, window.norm),
        bands,
        bool(_DECLARED.search(index.documents[window.norm.document].text, *window.norm.line)),
        "平均" in window.segment.replace("人均", "").replace("月平均", ""),
        window.unclear or bool(REST.search(window.segment)),
        bool(window.head),
    )


@per_index
def _titled(index: CoverageIndex, name: str) -> frozenset[str]:
    """The further round of aid that a whole text is about, by its title (倾斜救助实施细则): its sums are of that."""
    return named_in("phase", index.documents[name].title or "") & {"further"}


def _people(index: CoverageIndex, window: Window, alone: bool) -> Groups:
    """For whom the number is, be it that they are called by the number of their class (二类对象)."""
    by_number = numbered_in(index, window.norm.document, window.segment)
    return by_number if by_number and not groups_in(window.segment) else window.people(alone)


def _named(window: Window, item: Cue | None) -> tuple[str, str, str]:
    """What the number is of, its name for people, and which way is better: a known item, a sum by its name, or none."""
    if item:
        return item.id, item.label, item.facts.get("better", ("",))[0]
    kind = window.parameter.kind
    if kind in _GIVEN and (name := window.sum_name()):
        return f"{NAMED}{name}", name, "higher"
    for_one_case = kind in _GIVEN and any(axis in NAMING for axis, _ in window.variants())
    free = kind == "time-limit" and of_what_is_free(window.norm, window.parameter)
    better = "higher" if for_one_case or free else _better(window.parameter)
    return "", "面积" if window.parameter.unit == AREA else load_vocabulary().label("parameter", kind), better


def _is_own_share(clause: str) -> bool:
    """Whether a clause says what people pay themselves, and not what is given to those who paid so much."""
    return _FIGURE.has("own-share", clause) and not _PAID_SO_MUCH.search(clause)


def _is_condition(window: Window) -> bool:
    """Whether a time says when something else is given (参保满三个月的，可以申请), and is not given itself."""
    timed = window.parameter.kind == "duration"
    return timed and _MET.search(window.before) is not None and _IF.match(window.rest) is not None


def _of_kind(parameter: Parameter) -> Cue | None:
    """The item that the reading's own kind of the number is, where no words near it name one."""
    capped = parameter.kind == "benefit-standard" and parameter.op == "<="
    kind, units = "benefit-cap" if capped else parameter.kind, {"", *parameter.unit.split("/")}
    wanted = next((item for (of, unit), item in _KINDS_OF.items() if of == kind and unit in units), None)
    return next((c for c in load_cues()["item"] if c.id == wanted), None) if wanted else None


def bands_of(cases: list[Parameter]) -> tuple[tuple[str, float, float], ...]:
    """The range that each unit's conditions leave (80周岁至89周岁 → 岁 80 to 89)."""
    return tuple((unit, *_band([p for p in cases if p.unit == unit])) for unit in dict.fromkeys(p.unit for p in cases))


def _band(cases: list[Parameter]) -> tuple[float, float]:
    exact = [p.value for p in cases if p.op == "="]
    low = [_past(p, 1) for p in cases if p.op in (">", ">=")] or [min(exact, default=0.0)]
    high = [_past(p, -1) for p in cases if p.op in ("<", "<=")] or [max(exact, default=float("inf"))]
    return max(low), min(high)


def _past(parameter: Parameter, side: int) -> float:
    """An end of a range; one that does not belong to it itself (不满100周岁) by a hair inside."""
    return parameter.value if "=" in parameter.op else parameter.value + side * _HAIR


def _is_bracket(numbers: tuple[Parameter, ...], parameter: Parameter) -> bool:
    """An end of a range that only says for which cases another number holds (5000元以上不满1万元的，救助30%)."""
    rates = [p for p in numbers if p.unit == "%" and p.start > parameter.start]
    return parameter.unit.startswith("元") and parameter.op != "=" and bool(rates)


def _tells_case(norm: Norm, parameter: Parameter) -> bool:
    """Whether a time only says for which cases another number holds (距法定退休年龄不足5年的，…)."""
    return parameter.kind == "duration" and parameter.op != "=" and clause_of(norm, parameter).endswith("的")


def of_what_is_free(norm: Norm, parameter: Parameter) -> bool:
    """Whether a time is that of something in a list of what is free (免除项目包括…、3日以内遗体存放)."""
    return _FREE.search(norm.stem + words_before(norm, parameter)) is not None


def _better(parameter: Parameter) -> str:
    if parameter.kind == "time-limit":
        return "lower"
    return "floor" if parameter.kind == "publicity-period" else "none"


def foot_below_top(norm: Norm, foot: Parameter, above: Norm, top: Parameter) -> bool:
    """Whether `foot` is where a range begins, and `top` how high its top has to reach (最高标准不低于5倍)."""
    own, other = (_TOP.search(words_through(n, p)) is not None for n, p in ((norm, foot), (above, top)))
    return foot.op in (">", ">=") and other and not own
