"""Figures with the clause they stand in, and whose they are: for other people, or for another body's step."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checks.compare.figures.figures import Figure, figures_of
from checks.compare.ground.agencies import names_in
from checks.compare.ground.alignment import bag, share
from checks.compare.ground.amounts import Amount, amount, each_persons, in_row
from checks.compare.ground.clauses import words_before, words_behind, words_through
from checks.compare.ground.lifetimes import apart
from checks.compare.ground.norms import Norm
from checks.compare.ground.numbered import numbered_in
from checks.compare.ground.windows import groups_in, numbers_of
from kg.coverage import CoverageIndex
from kg.enums import Verdict
from kg.model import Groups, Parameter
from ontology.wording import wordings

_PARTY = re.compile(
    r"(?:(?P<employer>(?:用人|所在|本|工作)?单位|用工企业|雇主)|(?P<person>职工|劳动者|近亲属|失业人员|申请人|本人))"
    r"(?=[^，。；]{0,24}(?:应当|可以|须|必须))"
)
_PROFESSION = re.compile(
    r"(?:(?P<professional>(?:值班)?律师|公证员|调解员|仲裁员|鉴定人|医师|医生|教师|社会工作者|社工|护理员|法律援助人员|承办人员?)"
    r"|(?P<office>机构|部门|中心|工作?站|服务站|窗口|局|人民政府|办事处|委员会|联合会|法院|检察院|机关|学校|医院))"
    r"(?=(?:应当?|须|必须|可以)(?!对|聘|诊))"
)
_HAD = re.compile(
    r"(?:(?P<lacks>无|没有|丧失|缺乏|不具备|未|不)|有|具有|具备|存在)(?:固定|稳定)?"
    r"(?P<what>劳动能力|就业能力|收入|生活来源|住房|子女|工作|单位|户籍|异议|生活自理能力)"
)
_NOT = re.compile(r"非(?!常|法|正常|因|经|必|本)(?P<what>[一-龥]{2,4})")
_LEAD_IN = re.compile(r"[，、；：]")
_REPORT, _START = "report", "start"  # stages: of a report, and of beginning a survey


@dataclass(frozen=True, slots=True)
class Number:
    """A figure with the clause it stands in."""

    norm: Norm
    parameter: Parameter
    clause: str

    @property
    def amount(self) -> Amount:
        """The value made comparable; a standard without 每人 is of each person."""
        found = amount(in_row(self.parameter, _beside(self.norm, self.parameter)))
        return each_persons(self.parameter, found, self.norm.words)


def _beside(norm: Norm, parameter: Parameter) -> tuple[Parameter, ...]:
    """The numbers of a norm, where a sum stands with more of them."""
    return numbers_of(norm) if parameter.unit == "元" else ()


def alike(a: Number, b: Number) -> float:
    """Share of the pieces of the shorter clause that the other has too."""
    return share(bag(a.clause), bag(b.clause))


def led_in(a: Number, b: Number) -> float:
    """Likeness of the words right before two figures, of several in one clause (女满…、男满…)."""
    mine, theirs = (bag(_LEAD_IN.split(words_before(x.norm, x.parameter))[-1]) for x in (a, b))
    return share(mine, theirs)


def other_people(index: CoverageIndex, a: Number, b: Number) -> bool:
    """Whether the figures are for different people: ages or groups that never meet, recognised classes that differ."""
    if a.parameter.kind != "age" and apart(a.norm, b.norm):
        return True
    mine, theirs = _people(index, a), _people(index, b)
    if not mine or not theirs:
        return False
    one, two = (g.ids() & frozenset(wordings()["strata"]) for g in (mine, theirs))
    return index.groups_meet(mine, theirs) is Verdict.NO or bool(one and two and not one & two)


def has_and_lacks(a: Number, b: Number) -> bool:
    """Whether one is for those who have or are something (有劳动能力, 寄宿生), the other for those who lack it."""
    if are_and_are_not(*(words_through(x.norm, x.parameter) for x in (a, b))):
        return True
    (has, lacks), (other_has, other_lacks) = (_had(x) for x in (a, b))
    return bool(has & other_lacks - other_has or lacks & other_has - other_lacks)


def are_and_are_not(one: str, two: str) -> bool:
    """Whether one text names those who are not (非寄宿生) whom the other names (寄宿生)."""
    return any(_are_not(x, y) for x, y in ((one, two), (two, one)) if "非" in x)


def _are_not(one: str, two: str) -> bool:
    named = [m["what"][:2] for m in _NOT.finditer(one)]
    return any(what in two and f"非{what}" not in two for what in named)


def _had(number: Number) -> tuple[frozenset[str], frozenset[str]]:
    """What those of a figure have and lack, by the words up to it."""
    said = words_through(number.norm, number.parameter)
    found = [(m["lacks"] is not None, m["what"]) for m in _HAD.finditer(said)]
    return frozenset(w for lacks, w in found if not lacks), frozenset(w for lacks, w in found if lacks)


def other_receiver(a: Figure, b: Figure) -> bool:
    """Whether both times are for reports, each to another body (报送县民政局, 报送县财政局)."""
    if not a.stage == b.stage == _REPORT:
        return False
    mine, theirs = (names_in(words_behind(f.norm, f.parameter)) - {f.agency} for f in (a, b))
    return bool(mine and theirs) and not mine & theirs


def other_party(a: Number | Figure, b: Number | Figure) -> bool:
    """Whether one time is an employer's, the other that of those who work for it; or a professional's, an office's."""
    pairs = ((_party(a, known), _party(b, known)) for known in (_PARTY, _PROFESSION))
    return any(mine and theirs and mine != theirs for mine, theirs in pairs)


def _party(number: Number | Figure, known: re.Pattern[str]) -> str:
    """Who has to act or may: the last of two sides that is named before 应当 or 可以 in the words up to it."""
    said = words_through(number.norm, number.parameter)
    found = list(known.finditer(said)) if number.parameter.kind == "time-limit" else []
    return (found[-1].lastgroup or "") if found else ""


def other_desk(index: CoverageIndex, a: Number, b: Number) -> bool:
    """Whether two times are for other steps, each of another body; to start a work is never to have done it."""
    if a.parameter.kind != "time-limit" or b.parameter.kind != "time-limit":
        return False
    mine, theirs = (
        next((f for f in figures_of(index, x.norm.document) if f.parameter == x.parameter), None) for x in (a, b)
    )
    if mine is None or theirs is None:
        return False
    if (mine.stage == _START) != (theirs.stage == _START):
        return True
    return all(x and y and x != y for x, y in ((mine.agency, theirs.agency), (mine.stage, theirs.stage)))


def _people(index: CoverageIndex, number: Number) -> Groups:
    holds = (p for p in number.norm.provisions if number.parameter in p.parameters)
    read = Groups.of(g for p in holds for g in p.groups)
    own = groups_in(number.clause)  # of several classes in one sentence, the one of its clause
    own = own or numbered_in(index, number.norm.document, number.clause)
    return own if own and own.ids() < read.ids() else read
