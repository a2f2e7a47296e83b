"""Who a stretch of text benefits: groups as an OR of ANDs, and those it leaves out.

Words the vocabulary cannot say are dropped, the rest stays. The items of a list inside the stretch are alternatives
under the words before them (有下列情形之一的：), or conditions that all have to hold (同时具备下列条件的：).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.context import Context
from ingest.extract.people.beneficiaries import Beneficiaries
from ingest.extract.people.coordination import People
from ingest.extract.people.defined import covered_people, defined_people, numbered_people
from ingest.extract.people.group_order import Order
from ingest.extract.people.narrowing import UMBRELLAS, cross
from ingest.extract.people.person_words import NEUTRAL, Alternatives, Unit, Units
from kg.model import Clause, Groups

ITEM = re.compile(r"(?:^|\n|(?<=[：；。]))\s*[（(][一二三四五六七八九十]+[)）]")
NOT_COUNTED = re.compile(r"不计入|不视为|所[称指]的?共同生活的?家庭成员")
KIN = re.compile(r"子女|父母|配偶")
OF_KIN = re.compile(r"\s*[（(][一二三四五六七八九十]+[)）]\s*(?:父母|配偶|子女|兄弟姐妹|祖父母)")
ALL_OF = re.compile(r"(?:同时)?(?:具备|符合|满足)(?:下列|以下)(?:全部)?条件(?!之一)(?:的|，|：|$)")
LISTS = re.compile(r"(?:包括|为|是|有|分为|如下)(?:下列|以下)?[^，。；：]{0,8}：?\s*$")
AMONG = re.compile(r"(?:对于?)?(?:其中的?|上述|前述)")
EXPLAINS = re.compile(r"(?<![就便即])[是系]指(?:：|:)?")
MEANS = re.compile(r"(?<![就便即])[是系]指(?:下列|以下)?[^，。；：]{0,8}：\s*$")
SAME = re.compile(
    r"(?:对|由)?(?:本人|其(?![他它余中])|该类?(?:人员|家庭|对象))|(?:同时|此外|另外)，?[^，。；对为]{0,16}(?:给予|发放|提供|享受)"
)
POINTING = ("对", "为其", "同时", "此外", "另外")
OPEN = re.compile(  # 对确无能力的，…; 符合条件的，…: a condition on those named before, not on who breaks rules
    r"(?=[^，。；：]{2,31}的，)对?(?![^，。；]{0,30}(?:[违骗虚瞒罪罚诉报]|不服|异议|不当|不予|不符合|决定|从事|行为|机构|机关|单位|部门|企业|事项|材料|申请|工作|情节|失职|查处|另有|剩余|修改|协商|集中受理|公共利益|居住证|户籍|户口))[^，。；：]{2,30}的，"
)
RESUMES = re.compile(r"(?:其中)?[^，。；：]{2,31}的[，由]")
GROWN = re.compile(r"(?:年满|已满|达到)(?:十八|18)周?岁(?!之?前|以前|的)")
DESTITUTE = "no-supporter"
STAGES = {"study", "age"}  # facets in which a new condition takes the place of the one before
FAR = 400  # characters back in which the people are looked for that 其中, 本人 point to
Both = tuple[Alternatives, Alternatives]  # those who benefit, those left out


@dataclass(frozen=True, slots=True)
class GroupReading:
    """Beneficiaries, and those an exception or a negation leaves out."""

    groups: Groups = field(default_factory=Groups)
    excluded: Groups = field(default_factory=Groups)
    bare: bool = False  # only conditions that people meet are said, not who they are
    grown: bool = False  # the conditions are those of people who are no minors any more
    resumes: bool = False  # it opens with a condition on those named before (其中流浪乞讨的，…)
    enjoyed: bool = False  # people stand only in the name of an aid that somebody enjoys

    def merge(self, conditions: Groups, order: Order) -> GroupReading:
        """The reading with the conditions of a stem (`conditions`) joined to every alternative."""
        if not conditions:
            return self
        own = tuple(frozenset(a) for a in self.groups) or NEUTRAL
        if all(UMBRELLAS.issuperset(a) for a in conditions) and "economic" in order.facets_of(own):
            return self  # 救助对象：（一）特困人员、孤儿: the word for all says nothing beside them
        joined = cross(tuple(frozenset(a) for a in conditions), own)
        return GroupReading(order.groups(joined), self.excluded, self.bare)

    def among(self, before: Groups, order: Order) -> GroupReading:
        """Conditions alone hold of those named just before (特困人员…。生活不能自理的，…)."""
        if self.enjoyed and before:
            return GroupReading(before, self.excluded)
        if not self.bare:
            return self
        if self.resumes and before and all(a <= b for a in map(frozenset, self.groups) for b in map(frozenset, before)):
            return GroupReading(before, self.excluded, self.bare)  # 流浪儿童…；随人流浪的，…
        own = order.facets_of(tuple(frozenset(a) for a in self.groups)) | ({"age"} if self.grown else set())
        kept = tuple(frozenset(i for i in a if order.facets[i] not in own & STAGES) for a in before)
        clash = own & order.facets_of(kept) or not all(kept)
        return self if clash else self.merge(order.groups(kept), order)


NOBODY = GroupReading()


def find_groups(context: Context, clause: Clause, start: int, end: int) -> GroupReading:
    """Beneficiaries of `start:end` and those it leaves out."""
    return context.once(GroupReader).read(clause, start, end)


def order_of(context: Context) -> Order:
    """The order of the document's vocabulary."""
    return context.once(GroupReader).order


class GroupReader:
    """Reads groups in one document."""

    def __init__(self, context: Context):
        self.context = context
        self.text = context.text
        self.order = Order(context.vocabulary)
        terms = defined_people(context)
        self.units = Units(context.text, terms, covered_people(context, terms), numbered_people(context))
        self.beneficiaries = Beneficiaries(context, self.units)

    def read(self, clause: Clause, start: int, end: int) -> GroupReading:
        """Beneficiaries of `start:end` and those it leaves out."""
        if not self.units.any(start, end):
            return self._meant_before(clause, start)
        if self._no_benefit(clause, start, end):
            return NOBODY
        parts = list(_parts(self.text, start, end))
        named, out = self._explained(*parts[0])
        whole = self._whole(clause, start)
        if whole > clause.start:
            named = self._among(self._part(max(clause.start, whole - FAR), whole)[0], named)
        if len(parts) > 1:
            items = [self._part(*part) for part in parts[1:]]
            kin = all(OF_KIN.match(self.text, a) for a, _ in parts[1:])  # each item is about another relative
            named = self._listed(parts[0], named, [people for people, _ in items], kin)
            out = (*out, *(a for _, left in items for a in left))
        if not named and not out and self.text.startswith(POINTING, start):
            return self._meant_before(clause, start)
        bare = len(parts) == 1 and not self.units.persons(start, end)
        units = self.units.between(start, end) if named else []
        enjoyed = bool(units) and self.beneficiaries.only_enjoyed(start, end, units)
        grown = bare and GROWN.search(self.text, start, end) is not None
        resumes = bare and RESUMES.match(self.text, start, end) is not None
        people = self.order.groups(named), self.order.groups(out)
        return GroupReading(*people, bare and bool(named), grown, resumes, enjoyed)

    def _whole(self, clause: Clause, start: int) -> int:
        """Where the words end that a stretch is about a part of (对其中的…；对…); the clause's start if it is not."""
        if AMONG.match(self.text, start):
            return start
        if not self.text.startswith("对", start):
            return clause.start
        opening = self._sentence(clause, start)
        return opening if AMONG.match(self.text, opening) else clause.start

    def _sentence(self, clause: Clause, start: int) -> int:
        """Where the sentence of `start` begins, if that is not far."""
        floor = max(clause.start, start - FAR)
        return max(self.text.rfind("。", floor, start) + 1, floor)

    def _meant_before(self, clause: Clause, start: int) -> GroupReading:
        """Who is meant where a stretch names nobody: those before it, if it says so or is a mere condition."""
        return GroupReading(bare=True) if OPEN.match(self.text, start) else self._same(clause, start)

    def _same(self, clause: Clause, start: int) -> GroupReading:
        """Who is meant where a stretch only points back at those named before it in its paragraph (本人, 其)."""
        if not SAME.match(self.text, start):
            return NOBODY
        opening = self._sentence(clause, start)
        opening = opening if opening < start else max(clause.start, start - FAR)
        if opening >= start:
            return NOBODY
        return GroupReading(self.order.groups(self._part(opening, start)[0]))

    def _no_benefit(self, clause: Clause, start: int, end: int) -> bool:
        """Whether people are only counted in or out: 不计入共同生活的家庭成员, an item of who is a relative."""
        if NOT_COUNTED.search(self.text, start, end):
            return True
        stem = self.context.by_id.get(clause.parent) if clause.parent and clause.kind == "item" else None
        if stem is None or not KIN.search(self.text, start, end):
            return False
        return NOT_COUNTED.search(self.text, *self.context.own_words(stem)) is not None

    def _explained(self, start: int, end: int) -> Both:
        """A stretch, in which a definition's explanation says no more than its term (孤儿，是指…的未成年人) or all."""
        means = EXPLAINS.search(self.text, start, end)
        if means is None:
            return self._part(start, end)
        (term, _), (own, out) = self._part(start, means.start()), self._part(means.end(), end)
        if not term or not own:
            return self._part(start, end)
        if self.order.repeats_all(own, term):
            return term, out
        return (own, out) if self.order.repeats_all(term, own) else self._part(start, end)

    def _part(self, start: int, end: int) -> Both:
        kept, out = self.beneficiaries.between(start, end)
        return self._people(kept), self._people(out)

    def _people(self, units: list[Unit]) -> Alternatives:
        return People(self.text, self.order).read(units) if units else ()

    def _listed(self, stem: tuple[int, int], named: Alternatives, items: list[Alternatives], kin: bool) -> Alternatives:
        """The stem with its items."""
        if not kin and ALL_OF.search(self.text, *stem):
            for people in items:
                named = cross(named or NEUTRAL, people or NEUTRAL)
            return tuple(a - UMBRELLAS if DESTITUTE in a else a for a in named)  # 无劳动能力，无生活来源
        if not any(items):
            return named
        loose = LISTS.search(self.text, *stem) is not None and all(a <= UMBRELLAS for a in named)
        loose = loose or MEANS.search(self.text, *stem) is not None
        return tuple(a for people in items for a in _item(named or NEUTRAL, people, loose))

    def _among(self, before: Alternatives, own: Alternatives) -> Alternatives:
        """`own` as part of those named before; who was named there already stands alone."""
        again = tuple(a for a in own if self.order.repeats(a, before))
        new = tuple(a for a in own if a not in again)
        return (*again, *cross(before or NEUTRAL, new))


def _item(stem: Alternatives, people: Alternatives, loose: bool) -> Alternatives:
    """An item under its stem; one that only announces or explains whom it lists (救助对象包括：) adds nothing."""
    return people if loose and people else cross(stem, people or NEUTRAL)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stem, then the items of a list inside the stretch."""
    listed = text.find("（", start, end) >= 0 or text.find("(", start, end) >= 0
    marks = [m.start() for m in ITEM.finditer(text, start, end) if m.start() > start] if listed else []
    yield from pairwise([start, *marks, end])
