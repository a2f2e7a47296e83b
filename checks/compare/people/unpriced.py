"""Classes that a text says it is for, and then gives nothing: in the scope, but in no rule on what is given.

A scope is also what title and purpose of a text on one aid say (为保障低保家庭，制定本办法), and a list of people by
names that no recognition gives (重点优抚对象), or by grades of disability. Asked only of a text whose every rule on
amounts names classes of its scope: one for everybody (每户减免5吨), for the rest (其他对象) or for a wider class holds
them all; and, where a single class has a sum, so does one by a standard made elsewhere. A class that is
spoken of anywhere else is dealt with.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

from checks.compare.ground.alignment import bag
from checks.compare.ground.lists import in_sentences, with_items
from checks.compare.ground.norms import Norm
from checks.compare.ground.topics import LOOSE, title_aid
from checks.compare.ground.windows import groups_in
from checks.compare.people.by_rule import gives_rest_nothing
from checks.compare.people.disability import Degree, degrees
from checks.compare.people.stages import of_another_stage
from kg.coverage import CoverageIndex
from kg.model import Groups
from ontology.cues import Setting
from ontology.wording import wordings

_LISTING = Setting("listing")

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
_PURPOSE = re.compile(r"^\s*为了?[^。；]{4,}")
_CITED = re.compile(r"《[^》]*》")
_OF_FUNDS = re.compile(r"财政|资金|经费|预算|罚款|违法所得|骗取|分担|公示|抽查|满意率")  # sums given to nobody
_BY_STANDARD = re.compile(
    r"(?:按照?|依照|执行)[^，。；]{0,24}(?:标准|规定|比例|办法)[^，。；]{0,8}"
    r"(?:发放|执行|给予|享受|确定|救助|补助)"
)
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_PARTLY = 0.4  # of what tells an item from the others
_CLASS_AID = frozenset({"dibao", "tekun", "living-aid"})  # in a title, rather those who have it
_ITEMS = 2  # classes that are given something, each by its name


@dataclass(frozen=True, slots=True)
class Unpriced:
    """`groups` of the norm `scope` that none of `rules` gives anything to."""

    scope: Norm
    rules: tuple[Norm, ...]
    groups: Groups
    who: str = ""  # in words, where no group stands for them


def unpriced(index: CoverageIndex, norms: tuple[Norm, ...]) -> Iterator[Unpriced]:
    """The classes of each scope of a text that its rules on amounts pass over."""
    rules = tuple(n for n in norms if _is_rule(n))
    priced = {c for n in rules for c in _classes(n)}
    if any(_is_open(n) for n in rules) or (len(priced) < _ITEMS and any(_BY_STANDARD.search(n.text) for n in norms)):
        return
    of_one_aid = bool(rules) and bool(title_aid(index.documents[rules[0].document]) - LOOSE - _CLASS_AID)
    scopes = [x for x in _scopes(norms, rules) if of_one_aid or not _is_purpose(x[0])]
    scoping = {n for listed in scopes for n in listed}
    spoken = {g for n in norms if n not in scoping and not _ASIDE.search(n.text) for g in n.people.ids()}
    for listed in (x for x in scopes if not rules or not all(of_another_stage(x[0], n) for n in rules)):
        scoped = frozenset(c for n in listed for c in _scoped(n) if not _is_explained(n, c))
        missing = [c for c in sorted(scoped) if not spoken & set(index.vocabulary.ancestors("group", c))]
        if missing and scoped & priced and len(scoped) >= _ITEMS:
            yield Unpriced(listed[0], rules, Groups.of((c,) for c in missing))
            return
    yield from islice(chain(_by_grades(norms, rules), _by_words(norms, scopes, rules)), 1)


def _by_grades(norms: tuple[Norm, ...], rules: tuple[Norm, ...]) -> Iterator[Unpriced]:
    """Kinds of disability at a grade that a scope names and no rule."""
    priced = [degrees(n) for n in rules]
    if not all(priced) or len(frozenset[Degree]().union(*priced)) < _ITEMS:
        return
    drawn = (n for n in norms if n not in rules and _SCOPE.search(n.headed + n.words) and not _OTHERS.search(n.text))
    for norm in drawn:
        spoken = {d for n in norms if n is not norm for d in degrees(n)}
        missing = [d for d in sorted(degrees(norm)) if d not in spoken and ("", d[1]) not in spoken]
        if missing and len(missing) < len(degrees(norm)):
            yield Unpriced(norm, rules, Groups(), "、".join(f"{kind}残疾{grade}级" for kind, grade in missing))


def _by_words(norms: tuple[Norm, ...], scopes: list[tuple[Norm, ...]], rules: tuple[Norm, ...]) -> Iterator[Unpriced]:
    """People in the list of a scope, by whatever name, of whom nothing else is said."""
    for listed in scopes:
        others = [n for n in norms if n not in listed and not _ASIDE.search(n.text) and not _is_purpose(n)]
        for items in (x.items for x in (*in_sentences(listed[:1]), *with_items(listed))):
            own = _own_words(items)
            spoken = [i for i in items if any(_says(n, own[i.start], i) for n in others)]
            priced = [n for n in rules if any(_says(n, own[i.start], i) for i in spoken)]
            named = [i for i in spoken if any(_says(n, own[i.start], i) for n in rules)]
            left = [i for i in items if i not in spoken and own[i.start] and _LISTING.has("person", i.text)]
            if left and len(named) >= _ITEMS and len(priced) == len(rules):
                yield Unpriced(listed[0], rules, Groups(), "、".join(f"“{i.text}”" for i in left))


def _own_words(items: tuple[Norm, ...]) -> dict[int, frozenset[str]]:
    """Pieces of each item that most of the others do not have, by where it begins."""
    seen = Counter(p for i in items for p in bag(i.text))
    return {i.start: frozenset(p for p in bag(i.text) if 2 * seen[p] <= len(items)) for i in items}


def _says(norm: Norm, pieces: frozenset[str], item: Norm) -> bool:
    """Whether a norm says any good part of what tells an item from the others, or names its people."""
    named = groups_in(item.text).ids()
    said = len(pieces & bag(norm.words)) >= _PARTLY * len(pieces) if pieces else item.text in norm.words
    return said or bool(named and named <= groups_in(norm.words).ids() | norm.people.ids())


def _scoped(norm: Norm) -> frozenset[str]:
    """The recognised classes that a scope names; of a title or purpose, by its words."""
    if not _is_purpose(norm):
        return _classes(norm)
    return groups_in(_CITED.sub("", norm.text)).ids() & frozenset(wordings()["recognised"])


def _is_purpose(norm: Norm) -> bool:
    return _PURPOSE.search(norm.text) is not None or norm.locator == "标题"


def _is_rule(norm: Norm) -> bool:
    """Whether the norm says what is given, in a number or as a whole."""
    of_funds = _OF_FUNDS.search(norm.text) and not norm.people
    return bool(_GIVES.search(_figures(norm.text))) and not of_funds and not gives_rest_nothing(norm.text)


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
        drawn = _is_purpose(norm) or _SCOPE.search(norm.headed + norm.words)
        if drawn and not any(_OTHERS.search(n.text) for n in listed):
            yield listed
