"""Classes that a text says it is for, and then gives nothing: in the scope, but in no rule on what is given.

Asked only of a text whose every rule on amounts names classes of its scope: one that is for everybody (每户减免5吨),
for the rest (其他对象) or for a wider class holds them all. A class that is spoken of anywhere else is dealt with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.ground.norms import Norm
from checks.compare.ground.windows import groups_in
from checks.compare.people.by_rule import gives_rest_nothing
from kg.coverage import CoverageIndex
from kg.model import Groups
from ontology.wording import wordings

_SCOPE = re.compile(
    r"适用(?:于|本|对象)|(?:对象|范围|人员|群体)(?:为|是|包括|包含|及|：|。|如下|有)|享受|享有|可以申请|给予|发放"
    r"|对[^。；]{4,60}(?:开展|实行|实施|进行|予以)|按照?本[^，。；]{1,4}(?:补贴|补助|救助|资助|减免|办理)"
    r"|[一二三四五六七八九十]、[^。；]{2,10}对象|本[办细规方通意][^，。；]{1,3}所称"
)
_GIVES = re.compile(
    r"(?:[0-9０-９一二三四五六七八九十百千万]+(?:[.．点][0-9]+)?(?:万元|元|%|％|度|千瓦时|吨|立方米|公斤|千克|斤|袋|份|折|倍|次|小时)|百分之)"
    r"|免费|全额|半价|全免|减半|免[收缴交除]"
)
_OTHERS = re.compile(
    r"其他|其余|上述|以上对象|前(?:款|条|述)|所有|全部对象|各类|均(?!收入|可支配)|一律|统一|不(?:分|区分)|有关规定|另行|参照|等(?:家庭|人员|对象|群众)"
)
_LOOSE = re.compile(r"(?<!刚性支出)困难(?:家庭|群众|人员|对象|居民|户)|低收入")
_ASIDE = re.compile(r"^\s*为了?[^。；]{4,}|(?:办法|细则|规定|通知|方案|意见|公告)\s*$")
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_ITEMS = 2  # classes that are given something, each by its name


@dataclass(frozen=True, slots=True)
class Unpriced:
    """`groups` of the norm `scope` that none of `rules` gives anything to."""

    scope: Norm
    rules: tuple[Norm, ...]
    groups: Groups


def unpriced(index: CoverageIndex, norms: tuple[Norm, ...]) -> Iterator[Unpriced]:
    """The classes of each scope of a text that its rules on amounts pass over."""
    rules = tuple(n for n in norms if _is_rule(n))
    if len({c for n in rules for c in _classes(n)}) < _ITEMS or any(_is_open(n) for n in rules):
        return
    scopes = list(_scopes(norms, rules))
    scoping = {n for listed in scopes for n in listed}
    spoken = {g for n in norms if n not in scoping and not _ASIDE.search(n.text) for g in n.people.ids()}
    for listed in scopes:
        scoped = frozenset(c for n in listed for c in _classes(n) if not _is_explained(n, c))
        missing = [c for c in sorted(scoped) if not spoken & set(index.vocabulary.ancestors("group", c))]
        if missing and len(scoped) - len(missing) >= _ITEMS:
            yield Unpriced(listed[0], rules, Groups.of((c,) for c in missing))
            return


def _is_rule(norm: Norm) -> bool:
    """Whether the norm says what is given, in a number or as a whole."""
    return bool(_GIVES.search(_figures(norm.text))) and not gives_rest_nothing(norm.text)


def _figures(text: str) -> str:
    return re.sub(
        r"(?:低保|最低生活保障|最低工资)[^，。；]{0,6}标准的?[0-9.]+倍|[0-9一二三四五六七八九十]+周?岁", "", text
    )


def _is_open(norm: Norm) -> bool:
    """Whether a rule on amounts is for people that are not named, or for the rest."""
    return not norm.people or bool(_OTHERS.search(norm.text) or _LOOSE.search(norm.text))


def _classes(norm: Norm) -> frozenset[str]:
    """The recognised classes that the norm names as such, not as a part of others (低保家庭中的学生)."""
    known = frozenset(wordings()["recognised"])
    return frozenset(c for alternative in norm.people for c in alternative if c in known)


def _is_explained(norm: Norm, group: str) -> bool:
    """Whether a class only explains, in brackets, one that the text calls otherwise (家庭困境儿童（低保家庭儿童）)."""
    outside = _BRACKETS.sub("", norm.text)
    return outside != norm.text and group not in groups_in(outside).ids()


def _scopes(norms: tuple[Norm, ...], rules: tuple[Norm, ...]) -> Iterator[tuple[Norm, ...]]:
    """Sentences and lists that say whom the text is for, without an amount."""
    seen: set[int] = set()
    for norm in norms:
        start = norm.lead.start if norm.stem else norm.start if norm.text.rstrip().endswith("：") else -1
        items = tuple(n for n in norms if start >= 0 and ((n.stem and n.lead.start == start) or n.start == start))
        listed = items or (norm,)
        if norm.start in seen or any(n in rules for n in listed):
            continue
        seen |= {n.start for n in listed}
        if _SCOPE.search(norm.headed + norm.words) and not any(_OTHERS.search(n.text) for n in listed):
            yield listed
