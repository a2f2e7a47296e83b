"""Nothing is taken, or all is paid, by the higher rule: 不设起付标准, 全额资助; and the lower text names a figure.

A figure for people whom the higher rule frees by name. Where the lower text is about others, or names nothing, quiet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Severity
from checks.compare.figures.figures import Figure, figures_of
from checks.compare.figures.floors import said
from checks.compare.ground.alignment import matches, one_matter, people_apart
from checks.compare.ground.marks import CLAUSE
from checks.compare.ground.norms import Norm
from checks.compare.ground.topics import aid_meets
from checks.compare.ground.windows import groups_in
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from kg.enums import Verdict
from kg.model import Groups
from ontology.cues import Cue, load_cues

_NONE = re.compile(
    r"[^，。；]{0,40}?(?:不设(?:置|立|定)?|不再设|取消|免除|免收|不收取|不得收取|无需缴纳|不(?:再)?计算)(?P<what>[^，。；]{0,20})"
    r"|(?P<zero>[^，。；]{2,20})(?:为零|为0(?![.0-9]))"
)
_ALL = re.compile(r"[^，。；]{0,24}全额(?:资助|补助|救助|补贴|代缴|减免|报销|保障)[^，。；]{0,12}")

_GIVE = r"(?:资助|补助|补贴|救助|代缴|减免|报销|承担|负担|解决)"
_PART = re.compile(  # one share of the cost is given, or the rest is left to those who are helped
    rf"(?:{_GIVE}|减|免)[^，。；]{{0,4}}(?:一半|半数|部分|[一二三四五六七八九]成(?!立|员|本|年|人))|(?:部分|半额|减半|按比例|差额|一半|定额)(?:予以|给予)?{_GIVE}"
    r"|(?:其余|剩余|余下|不足)(?:的)?(?:部分|费用|个人缴费)?(?:，)?(?:仍|均|全部)?由[^，。；]{0,12}?(?:个人|本人|家庭|监护人|家长|申请人|家属|亲属|对象|人员)[^，。；]{0,4}(?:承担|负担|缴纳|自付|自理|解决)"
)
_WHOLE = re.compile(
    rf"全额(?:予以|给予)?{_GIVE}|(?:给予|予以|实行)全额{_GIVE}|全部(?:由[^，。；]{{2,14}}|予以|给予)?{_GIVE}|全免|全部免除"
)
_EXCEPTED = re.compile(r"除[^，。；]{2,30}(?:外|以外)|其他|其余|另外")


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Figures of `mine` where `theirs` leaves nothing to pay, and parts where it pays the whole."""
    told: set[int] = set()
    for departure in _figures(index, mine, theirs):
        told.add(departure.mine[0].start)
        yield departure
    yield from (d for d in _in_part(index, mine, theirs) if d.mine[0].start not in told)


def _in_part(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Costs of which `mine` gives a part, to people whom the norm beside it in `theirs` gives the whole.

    One that gives some the whole and others a part is asked by each class that it names.
    """
    for match in matches(index, mine, theirs):
        part = _PART.search(match.a.text) if match.mutual and not _WHOLE.search(match.a.text) else None
        whole = _whole_for(index, match.a, match.b) if part else ""
        if part and whole and not people_apart(index, match.a, match.b) and one_matter(index, match):
            said = (f"规定“{clip(part.group(), 24)}”", f"规定“{whole}”")
            yield Departure(Label.BENEFIT, "share", "负担的比例", *said, (match.a,), (match.b,), Severity.WARNING)


def _whole_for(index: CoverageIndex, a: Norm, b: Norm) -> str:
    """The words by which `b` gives the whole to those of `a`, or to a class that both name; "" where it does not."""
    for clause in CLAUSE.findall(b.text):
        whole = _WHOLE.search(clause)
        if whole and not _PART.search(clause):
            alone = not _PART.search(b.text)
            people = groups_in(clause) or (b.people if alone else Groups())
            if (alone and not people) or _among(index, a, people):
                return whole.group()
    return ""


def _among(index: CoverageIndex, a: Norm, people: Groups) -> bool:
    """Whether those of `a`, or one class that it names without excepting it, are all among `people`."""
    if not people:
        return False
    classes = () if _EXCEPTED.search(a.text) else tuple(Groups.of((x,)) for x in a.people)
    return any(index.groups_contain(people, x) is Verdict.YES for x in (a.people, *classes) if x)


def _figures(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Figures of `mine` where `theirs` leaves nothing to pay."""
    freed = [x for n in theirs for x in _freed(n)]
    for figure in figures_of(index, mine[0].document) if freed and mine else ():
        for cue, b, words in freed:
            if figure.item == cue.id and _falls_short(cue, figure) and _same_people(index, figure, b, words):
                yield Departure(
                    Label.BENEFIT,
                    cue.id,
                    cue.label,
                    said(figure),
                    f"规定“{words}”",
                    (figure.norm,),
                    (b,),
                    _gravity(figure),
                )
                break


def _freed(norm: Norm) -> Iterator[tuple[Cue, Norm, str]]:
    none, full = _NONE.search(norm.text), _ALL.search(norm.words)
    for cue in load_cues()["item"] if none or full else ():
        better = cue.facts.get("better", ("",))[0]
        if none and better == "lower" and cue.find("named", none["what"] or none["zero"] or ""):
            yield cue, norm, none.group()
        elif full and better == "higher" and cue.find("named", full.group()):
            yield cue, norm, full.group()


def _falls_short(cue: Cue, figure: Figure) -> bool:
    if cue.facts["better"][0] == "lower":
        return figure.parameter.value > 0
    return figure.amount.dimension != "%" or figure.amount.value < 100


def _gravity(figure: Figure) -> Severity:
    """A sum may happen to be the whole; a share below the whole never is."""
    return (
        Severity.WARNING if figure.amount.dimension.startswith("元") and figure.better == "higher" else Severity.ERROR
    )


def _same_people(index: CoverageIndex, figure: Figure, b: Norm, words: str) -> bool:
    """Whether those of the figure are all among those whom the higher rule frees, of one aid."""
    freed = groups_in(words) or b.people
    if figure.unclear or aid_meets(index, figure.norm, b) is not Verdict.YES:
        return False
    return bool(figure.people and freed) and index.groups_contain(freed, figure.people) is Verdict.YES
