"""Whom a norm leaves out that the norm beside it in a higher text serves: classes of a list, cases of an enumeration.

Only a list that closes leaves somebody out: one with 其他 or 等 does not, nor does a text that serves them elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from checks.compare.ground.alignment import Match, bag, matches, one_matter, one_subject, share, subject_words
from checks.compare.ground.listings import AMONG, says
from checks.compare.ground.lists import is_stem, items_of, stem_of
from checks.compare.ground.norms import Norm
from checks.compare.ground.topics import LOOSE, aid_of, title_aid
from checks.compare.ground.windows import numbers_of
from checks.compare.people.by_rule import said_of_rest
from kg.coverage import CoverageIndex
from ontology.cues import named_in
from ontology.wording import wordings

_ENTITLES = re.compile(
    r"给予|提供|享受|申请|纳入|减免|免收|免除|免[缴交]|指派|发放|发给|监护|救助|供养|托养|照料|抚养|安置|补贴|补助|资助"
    r"|购买|参保|代缴|优惠|抵扣|优先|不受[^，。；不]{2,16}限制|免予|免于"
)
_ENDS = re.compile(r"终止|停止|撤销|处罚|处分|罚款|不予|不得|责令|回避|取消|减发")
_NAMES_ONLY = re.compile(  # words that only name people, and give nothing
    r"(?:集中|分散)?供养(?:的?特困|对象|人员|户)|社会救助对象"
)
_PAPERS = re.compile(r"(?:材料|证件|证明|资料|文件|手续|表格)(?:及复印件)?[：:]?\s*$")  # what people hand in
_OPEN = re.compile(r"其他|另有规定|等情形|等人员")
_CLOSED = re.compile(r"[两二三四五六][类种]|仅限|限于|仅对|只对")
_EASED = re.compile(r"直接(?:获得|享受)|凭[^，。；]{0,10}(?:证件?|证明|卡)(?:直接)?(?:获得|享受)")  # without applying
_PART_OF = re.compile(r"(?:家庭|户|对象|人员|人口)中")
_WHOLE = re.compile(r"^[^，。；]{2,16}(?:家庭|户|对象|人员)中的?")  # of which several items each name some
_SAME, _TOLD = 0.5, 0.75  # shared pieces of two items, of the shorter: to be one, and beyond doubt
_JOINT = re.compile(r"、|以及|或者?|和|及")
_WHOM = re.compile(r"[^，。；：]{0,8}(?:对象|范围|人员)(?:范围)?")  # a heading over those served
_TOUCH, _MOST = 0.25, 0.6  # of an item: below which it is in no other, and that one says which is rather another's
_SERVES, _ONE_STEM = 0.45, 0.7  # likeness of two norms that serve people with the same, and of two lead-ins
_ACT, _CASES, _ALIKE = 4, 2, 0.4  # characters on what is done; cases that both lists have, their share of the higher
_SPOKEN = re.compile(r"^(?P<who>[^。；]{10,200}?)，?(?:可以|有权|应当)")
_CLASS = re.compile(r"(?:人|人员|亲属|家庭|者|对象|职工|学生|子女)$")
_HEAD = re.compile(r"及其|或者其?|以及")
_MADE_UP_OF = re.compile(r"人口(?:主要)?(?:包括|是指|分为|由)|对象(?:主要)?(?:包括|分为)")
_NAMES_CLASS = re.compile(
    r"低保|最低生活保障|特困|五保|边缘|刚性支出|支出型|返贫|监测对象|脱贫|建档立卡|低收入|孤儿|无人抚养(?:儿童)?"
)
_OWN = frozenset({"age", "sex", "health", "legal", "special", "event"})  # facets
_NAMED = 3  # classes that a sentence lists


@dataclass(frozen=True, slots=True)
class LeftOut:
    """`mine` closes its list without `cases`, norms of the higher text."""

    mine: tuple[Norm, ...]
    stem: Norm
    cases: tuple[Norm, ...]


def cases_left_out(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[LeftOut]:
    """Enumerations of `theirs` that `mine` repeats in part, or closes with a phrase."""
    told: set[int] = set()
    for match in sorted(matches(index, mine, theirs), key=lambda m: -m.likeness):
        spoken = _spoken(match.b) if match.b.start not in told and one_matter(index, match) else ()
        if spoken and (left := _of_list(match, mine, spoken)):
            told.add(match.b.start)
            yield LeftOut(left[0], match.b, left[1])
        stem = stem_of(match.b)
        new = stem if stem and stem.start not in told and _grants(stem) and one_matter(index, match) else None
        if new and (left := _of_list(match, mine, items_of(theirs, new))):
            told.add(new.start)
            yield LeftOut(left[0], new, left[1])
    closed = [n for n in mine if _CLOSED.search(n.text) and _ENTITLES.search(n.text) and not is_stem(n)]
    stems = {stem.start: stem for n in theirs if closed and n.stem and (stem := stem_of(n))}
    for stem in (s for start, s in stems.items() if start not in told and _grants(s)):
        for a in closed:
            if (left := _of_phrase(a, stem, items_of(theirs, stem))) and one_subject(index, a, stem):
                yield LeftOut(left[0], stem, left[1])


def classes_left_out(
    index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]
) -> Iterator[tuple[Match, frozenset[str]]]:
    """Norms that serve some recognised classes of those that the norm beside them serves, and the classes left out."""
    for match in matches(index, mine, theirs):
        ours, above = _classes(match.a), _classes(match.b)
        said = [_NAMES_ONLY.sub("", n.text) for n in (match.a, match.b)]
        serves = any(all(map(words.search, said)) for words in (_ENTITLES, _MADE_UP_OF))
        near = match.likeness >= _SERVES or (match.mutual and bool(numbers_of(match.a)))
        eased = _EASED.search(match.a.text) and not _EASED.search(match.b.text)
        if eased or not (ours and ours < above and serves and near):
            continue
        if one_matter(index, match) and not _of_others(index, match):
            yield match, above - ours
    yield from _rest_shut_out(index, mine, theirs)


def _rest_shut_out(
    index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]
) -> Iterator[tuple[Match, frozenset[str]]]:
    """Norms that keep an aid to some classes in so many words (其他家庭不纳入), beside a wider norm on the aid."""
    for a in (n for n in mine if _classes(n)):
        rest = said_of_rest(mine, a)
        if not rest or not _ENTITLES.search(a.text + rest[0].text):
            continue
        for b in theirs:
            wider = _classes(a) < _classes(b) and _aid(index, a) & _aid(index, b) - LOOSE and _grants(b)
            if wider and one_subject(index, a, b) and not _of_others(index, Match(a, b, 1.0, True)):
                yield Match(a, b, 1.0, True), _classes(b) - _classes(a)
                break


def _aid(index: CoverageIndex, norm: Norm) -> frozenset[str]:
    """The aid that a norm is about, and that its text is called after."""
    return aid_of(index, norm) | title_aid(index.documents[norm.document])


def _of_others(index: CoverageIndex, match: Match) -> bool:
    """Whether the text under review is for people of its own (残疾人 among 低保家庭), or of one class by its title."""
    if match.a.people and _traits(index, match.a) - _traits(index, match.b):
        return True
    mine, theirs = (index.documents[n.document] for n in (match.a, match.b))
    named = _NAMES_CLASS.search(mine.title or "")
    shared = subject_words(mine) & subject_words(theirs)
    return bool(named) and not shared - bag((mine.title or "")[named.start() : named.end()] if named else "")


def _traits(index: CoverageIndex, norm: Norm) -> frozenset[str]:
    """What people have to be beside belonging to a class."""
    terms = index.vocabulary.of("group")
    return frozenset(g for g in norm.people.ids() if terms[g].facet in _OWN)


def _spoken(norm: Norm) -> list[Norm]:
    """Classes that a sentence entitles one by one (甲，乙，丙，可以申请), each as a norm; none if fewer than three."""
    said = _SPOKEN.search(norm.text)
    if not said or not _ENTITLES.search(norm.text[said.end() :]) or _ENDS.search(norm.text):
        return []
    found, at = [], 0
    for part in said["who"].split("，"):
        head = _HEAD.split(part)[0]
        if _CLASS.search(head):
            found.append(replace(norm, start=norm.start + at, end=norm.start + at + len(head), text=head))
        at += len(part) + 1
    return found if len(found) >= _NAMED else []


def _classes(norm: Norm) -> frozenset[str]:
    """The recognised classes that a norm names in so many words."""
    named = norm.people.ids() & frozenset(wordings()["recognised"])
    return named if _NAMES_CLASS.search(norm.words) else frozenset()


def _grants(stem: Norm) -> bool:
    opens = _ENTITLES.search(stem.text) and not _ENDS.search(stem.text)
    return bool(opens) and not _PAPERS.search(stem.text)


Parts = tuple[tuple[Norm, ...], tuple[Norm, ...]]


def _of_list(match: Match, mine: tuple[Norm, ...], items: list[Norm]) -> Parts | None:
    """The cases of a list of the draft's own, closed, that has most but not all of the higher list."""
    led = stem_of(match.a)
    stem, own = (led, items_of(mine, led)) if led else _under_heading(mine, match.a)
    if stem is None or (led and not _grants(led)):
        return None
    if AMONG.search(stem.text) and any(_PART_OF.search(i.text) for i in items):
        return None  # one item of the higher list, with its own: 低保边缘家庭中的下列人员
    if not own or any(_OPEN.search(n.text) for n in own):
        return None
    kept = [n for n in items if any(_alike(n, a) >= _SAME for a in own)]
    absent = (n for n in items if not _OPEN.search(n.text) and not any(_touches(n, a, kept) for a in own))
    given = frozenset().union(*(named_in("help", n.text) for n in own))
    rest = [a for a in mine if a not in own]
    missing = tuple(n for n in absent if not _gives_too(given, n) and not any(says(a.words, n.text) for a in rest))
    least = _ALIKE if share(bag(stem.text), bag(items[0].lead.said)) < _ONE_STEM else _ALIKE / 2
    enough = len(kept) >= max(_CASES, least * len(items))
    return ((stem, *own), missing) if enough and missing else None


def _under_heading(norms: tuple[Norm, ...], item: Norm) -> tuple[Norm | None, list[Norm]]:
    """The heading (一、补贴对象) that an item stands under, with the first norms of all the items there."""
    parent = item.locator.rpartition("/")[0]
    above = (n for n in norms if parent and n.locator == parent and _WHOM.fullmatch(n.text.rstrip("。")))
    if (heading := next(above, None)) is None:
        return None, []
    lines = {n.line: n for n in reversed(norms) if n.locator.rpartition("/")[0] == parent}
    return heading, sorted(lines.values(), key=lambda n: n.start)


def _touches(item: Norm, own: Norm, kept: list[Norm]) -> bool:
    """Whether an item of the draft's may be that of the higher list: hardly where it is another one of it."""
    others = [k for k in kept if k is not item and _alike(k, own) > max(_SAME, _alike(item, own))]
    if not others:
        return share(*(bag(_WHOLE.sub("", n.text)) for n in (item, own))) >= _TOUCH
    said = frozenset[str]().union(*(bag(k.text) for k in others))
    beside = (part for part in map(bag, _JOINT.split(own.text)) if share(part, said) < _TOLD)
    pieces = bag(item.text)
    most = len(pieces & bag(own.text)) >= _MOST * len(pieces)
    return most or any(share(part, bag(item.text)) >= _SAME for part in beside)


def _gives_too(given: frozenset[str], item: Norm) -> bool:
    """Whether all that an item gives is among what is `given`, in whatever words (疾病治疗, 就医费用)."""
    helps = named_in("help", item.text)
    return bool(helps) and helps <= given


def _of_phrase(a: Norm, stem: Norm, items: list[Norm]) -> Parts | None:
    """The cases that a phrase such as 对甲、乙两类人员 closes off from the act a stem ends in."""
    act, said = bag(stem.text.rstrip("： ")[-_ACT:]), bag(a.text)
    if len(act) < 2 or not act <= said:
        return None
    missing = tuple(n for n in items if not _OPEN.search(n.text) and not (bag(n.text) - bag(stem.text)) & said)
    told = re.search(r"([三四五六])[类种]", a.text)
    least = "一二三四五六".find(told[1]) if told else 1
    return ((a,), missing) if missing and len(items) - len(missing) >= least else None


def _alike(a: Norm, b: Norm) -> float:
    return share(bag(a.text), bag(b.text))
