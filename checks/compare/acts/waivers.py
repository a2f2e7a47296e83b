"""Exemptions of a higher rule that the lower text does not carry over: 不受经济困难条件的限制.

The higher rule frees certain cases of a condition; the lower text lists the same case, sets the condition for all
(因经济困难…的，可以申请, with 下列事项可以申请 beside it) or for that very case (受害人申请的，应当符合经济困难标准),
and frees nobody of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Severity
from checks.compare.ground.norms import Norm
from checks.compare.ground.topics import aid_meets
from checks.compare.ground.wording import pieces
from checks.compare.outcome.departures import Departure, Label
from kg.coverage import CoverageIndex
from kg.enums import Verdict

_FREES = re.compile(
    r"不受(?P<a>[^，。；]{2,12}?)(?:条件)?的?限制|(?:免予|免于|无需|不需|不再|(?<!不得)不)(?:审查|核查|核对|调查|提交|提供|进行|开展|组织)(?:第[^，。；]{1,12}规定的)?(?P<b>[^，。；]{2,12}?)(?:状况|条件|证明|核对|核查|调查|$|，|。|：)"
)
_TAKEN_AS = re.compile(r"(?:直接|即可?)认定[^，。；]{0,6}(?:经济)?困难|视为[^，。；]{0,6}(?:经济)?困难")
_REST = re.compile(r"其他[^，。；]{0,8}(?:情形|人员|事项|对象|家庭|费用|条件)")
_BY_INCOME = re.compile(r"收入[^，。；]{0,4}(?:低于|不超过|不高于|未达到|未超过)")
_MEANS = re.compile(r"经济|收入|财产|困难|家庭状况")
_CHECKS = re.compile(  # what shows or tests somebody's means
    r"(?:提交|提供|附|附上|出具|出示|递交|说明)[^，。；]{0,24}(?:收入|财产|经济|资产|流水|存款|困难)[^，。；]{0,8}"
    r"|(?:核实|核查|核对|调查|审查|查验)[^，。；]{0,12}(?:收入|财产|经济状况|资产|困难状况)[^，。；]{0,8}"
)
_MEETS = re.compile(r"(?:应当?|须|必须|需要?)[^，。；]{0,6}(?:符合|具备|达到|满足|属于)[^，。；]{0,16}")
_FREED = re.compile(r"除外|以外|之外|除[^，。；]{2,30}(?:人员|对象|家庭)[^，。；]{0,4}外|无需|无须|免予|免于|不再|不需")
_MAY_APPLY = re.compile(r"的，?[^，。；]{0,4}(?:可以|有权)[^。；]{0,30}申请")
_MATTERS = re.compile(r"(?:事项|案件|情形)[^。；]{0,30}(?:可以|有权)[^。；]{0,20}申请|申请[^。；]{0,16}(?:事项|范围)")
_LISTED = re.compile(r"[、，。；：]|或者|以及|和|及")
_CASE = re.compile(r"(?:申请|提出申请).*$")
_PERSON = re.compile(r"^.{2,12}(?:人员|对象|家庭|儿童|孤儿|学生|残疾人|老年人|未成年人)$")
_LEAST, _SHARED = 4, 0.6  # pieces of the freed case that the lower text has to repeat
_FEW, _HALF = 3, 0.5  # of its cause, where both are items of a list
_CLAIM = re.compile(r"主张|请求|要求|相关|有关|民事|合法|权益|权利|保护|维护|受到|侵害|行为人?|赔偿|受害人|当事人|的")


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Cases that `theirs` frees of a condition and `mine` lists under it."""
    yield from _checked_again(index, mine, theirs)
    for b in theirs:
        match = _FREES.search(b.stem)
        if not match or _REST.search(b.text):
            continue
        condition = match["a"] or match["b"]
        freed = any(_FREES.search(n.words) and _touches(n, b) for n in mine)
        if freed or not any(_requires(n, condition) or _shown(n, condition) for n in mine):
            continue
        for_all = any(_for_all(n, condition) for n in mine)
        for a in (n for n in mine if not _spares(n)):
            listed = bool(a.stem) and (condition in a.stem or (for_all and _MATTERS.search(a.stem) is not None))
            asked = listed or _met(a, condition) or _shown(a, condition) or _measured(a, condition)
            one_case = _same_case(a, b) or (asked and _same_cause(a, b))
            if asked and one_case and aid_meets(index, a, b) is Verdict.YES:
                said = f"同样要求符合{condition}条件"
                yield Departure(
                    Label.CONDITION,
                    "waiver",
                    f"{condition}条件",
                    said,
                    f"不受{condition}条件限制",
                    (a,),
                    (b,),
                    Severity.WARNING,
                )
                break


def _spares(norm: Norm) -> bool:
    """Whether it frees its own cases of the condition, or only leaves a list open."""
    return bool(_FREES.search(norm.words) or _TAKEN_AS.search(norm.words) or _REST.search(norm.text))


def _checked_again(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """People whom `theirs` frees of a check of their means, and whose means `mine` has checked or shown."""
    freed = [(b, _people(b.text if inside else b.text[: m.start()])) for b in theirs for m, inside in _freed(b)]
    told = [n for n in mine if _FREES.search(n.words)]
    for a in mine if freed else ():
        check = _CHECKS.search(a.text) if a not in told and not _FREED.search(a.text) else None
        for b, people in freed if check else ():
            named = [p for p in people if check and p in a.text[: check.start()]]
            spared = any(p in n.text for n in told for p in named)
            if check and named and not spared and aid_meets(index, a, b) is Verdict.YES:
                said = (f"对{'、'.join(named)}要求“{check.group()}”", f"对{'、'.join(named)}不再核查")
                yield Departure(Label.CONDITION, "waiver", "经济状况核查", *said, (a,), (b,), Severity.WARNING)
                break


def _freed(norm: Norm) -> Iterator[tuple[re.Match[str], bool]]:
    """Where the norm frees of a check of means, and whether in the words that govern its list."""
    for text, inside in ((norm.stem, True), (norm.text, False)):
        if (match := _FREES.search(text)) and _MEANS.search(match.group()):
            yield match, inside


def _people(text: str) -> list[str]:
    """Names of people in a list, each without what stands before them (请求支付劳动报酬的进城务工人员)."""
    parts = (_CASE.sub("", p).rpartition("的")[2] for p in _LISTED.split(text))
    return [p for p in parts if _PERSON.search(p)]


def _requires(norm: Norm, condition: str) -> bool:
    return (condition in norm.words or _measured(norm, condition)) and "申请" in norm.words


def _measured(norm: Norm, condition: str) -> bool:
    """Whether it sets the condition in figures of its own (人均收入低于最低工资标准)."""
    return "经济" in condition and _BY_INCOME.search(norm.text) is not None


def _for_all(norm: Norm, condition: str) -> bool:
    """Whether it lets whoever meets the condition apply (因经济困难无力支付费用的，可以申请)."""
    return not norm.stem and condition in norm.text and _MAY_APPLY.search(norm.text.partition(condition)[2]) is not None


def _met(norm: Norm, condition: str) -> bool:
    """Whether it has people of a case meet the condition (受害人申请的，应当符合经济困难标准)."""
    return any(condition in m.group() for m in _MEETS.finditer(norm.text)) and not _FREED.search(norm.text)


def _shown(norm: Norm, condition: str) -> bool:
    """Whether it has people show that they meet the condition, or has it looked at."""
    asks = "经济" in condition and not _FREED.search(norm.text)
    return asks and _CHECKS.search(norm.text) is not None


def _same_case(a: Norm, b: Norm) -> bool:
    mine, theirs = pieces(a.text), pieces(b.text)
    return len(mine & theirs) >= max(_LEAST, _SHARED * len(theirs))


def _touches(a: Norm, b: Norm) -> bool:
    """Whether a norm that frees can be meant for a case, though it names the people otherwise (农民工)."""
    return len(pieces(a.text) & pieces(b.text)) >= _LEAST


def _same_cause(a: Norm, b: Norm) -> bool:
    """Whether two items name one cause, or `a` one of several, whatever is claimed for it (虐待、家庭暴力)."""
    mine, theirs = (pieces(_CLAIM.sub(" ", n.text)) for n in (a, b))
    one_of = (pieces(_CLAIM.sub(" ", part)) for part in _LISTED.split(b.text))
    named = any(len(part) >= _FEW and part <= mine for part in one_of)
    return named or len(mine & theirs) >= max(_FEW, _HALF * len(theirs))
