"""Up to how much a township decides by itself, said twice in one document: 2000元以下 here, 超过1000元的一律报县 there.

Two limits are at odds only for the same kind of case: what is allowed ahead of the papers in an emergency is another
authority than that for common cases, unless both are for one reserve. Left out: what may be given in a year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from checks.compare.ground.norms import Norm
from checks.compare.outcome.doubles import Double
from kg.stretches import worth

_SUM = r"(?P<{0}>[0-9]+(?:\.[0-9]+)?|[一二三四五六七八九十百千]+)(?P<{0}_wan>万)?元"
_LOW = r"(?:乡镇|乡（镇）|乡、镇|镇人民政府|镇政府|街道|苏木)"
_DECIDES = r"(?:审批|审核确认|确认|审定|核准|批准|核定|决定|发放|给付|救助|动用|支配|使用|支出|列支)"
_BY_ITSELF = re.compile(rf"{_LOW}[^，。；报送县市区旗州盟]{{0,24}}?{_DECIDES}")
_UP_TO = re.compile(
    rf"(?:不(?:得|应|能)?(?:超过|高于)|最高|上限为){_SUM.format('cap')}|{_SUM.format('within')}(?:[（(][^）)]{{1,8}}[）)])?(?:以|之)?(?:内|下)"
)
_BEYOND = re.compile(
    rf"(?:(?<!不)(?<!不得)(?:超过|高于|超出|大于){_SUM.format('over')}|{_SUM.format('above')}(?:[（(][^）)]{{1,8}}[）)])?以上)"
    rf"(?!至|不超过|不足|不满)[^。；]{{0,40}}?(?:报|上报|报请|报经)[^，。；]{{0,8}}(?:县|市|区|旗|民政|上级)"
)
_YEARLY = re.compile(r"[全每]年|年度|累计|人均|每月|一事一议|重大|特别|个案")
_URGENT = re.compile(r"紧急|急难|先行|突发|事后")
_KINDS = (re.compile(r"支出型"), re.compile(r"急难型"), re.compile(r"乡镇|乡（镇）|镇"), re.compile(r"街道"))
_RESERVE = "备用金"


@dataclass(frozen=True, slots=True)
class _Limit:
    """The sums of one norm up to which a township decides, and from which it may not."""

    norm: Norm
    sums: frozenset[float]
    said: str


def limits(norms: tuple[Norm, ...]) -> Iterator[Double]:
    """Two limits of one document for the same kind of case, once for each document."""
    found = [limit for norm in norms if "元" in norm.text for limit in _limits(norm)]
    for a, b in combinations(found, 2):
        if a.norm.line != b.norm.line and not a.sums & b.sums and _one_case(a.norm, b.norm):
            yield Double("authority", "乡镇、街道审批的限额", a.said, b.said, (a.norm, b.norm))
            return


def _limits(norm: Norm) -> Iterator[_Limit]:
    if _YEARLY.search(norm.text):
        return
    within = _UP_TO.search(norm.text) if _BY_ITSELF.search(norm.text) else None
    beyond = _BEYOND.search(norm.text) if re.search(f"{_LOW}|{_RESERVE}", norm.prior + norm.words) else None
    matches = [m for m in (within, beyond) if m]
    if matches:
        yield _Limit(norm, frozenset(map(_value, matches)), matches[0].group())


def _value(match: re.Match[str]) -> float:
    name = next(n for n, v in match.groupdict().items() if v and not n.endswith("wan"))
    return worth(match[name], match[f"{name}_wan"])


def _one_case(a: Norm, b: Norm) -> bool:
    """Whether both are for the same sort of aid and of bodies, and for emergencies or not alike."""
    mine, theirs = (n.prior + n.words for n in (a, b))
    for kinds in (_KINDS[:2], _KINDS[2:]):
        named = [{i for i, k in enumerate(kinds) if k.search(text)} for text in (mine, theirs)]
        if all(named) and not named[0] & named[1]:
            return False
    one_reserve = _RESERVE in mine and _RESERVE in theirs
    return one_reserve or bool(_URGENT.search(mine)) == bool(_URGENT.search(theirs))
