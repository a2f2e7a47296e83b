"""From the words about people to an OR of ANDs: coordination, modifiers that are shared, conditions, parts of a whole.

老年人、残疾人 are two; 残疾儿童 is one with two marks; 无法定赡养人的老年人、残疾人 share the mark before 的;
低保家庭中的重度残疾人 are both; 低保、特困人员 share the word at the end; 当事人因经济困难… adds a condition to
those already named. What decides is the text between two units (`Joint`), never their distance alone.
"""

from __future__ import annotations

from collections.abc import Iterable

from ingest.extract.people.carried import carried, left_behind, stays_with_them
from ingest.extract.people.group_order import Order
from ingest.extract.people.joints import CLOSING, COMMA, NEW_CLAUSE, ONE_MORE, Joint, joint, of_households, with_other
from ingest.extract.people.narrowing import MOST, UMBRELLAS, Narrowing, cross
from ingest.extract.people.person_words import NEUTRAL, Alternatives, Unit
from ingest.extract.people.stages import is_stage, of_school

HAVING = ("有", "抚养", "赡养", "照料", "照顾")  # 家中有重病患者、残疾人的低保家庭: one family, described


class People(Narrowing):
    """Reads units from left to right and keeps the alternatives named so far."""

    def __init__(self, text: str, order: Order):
        super().__init__(order)
        self.text = text
        self.nobody = False  # the last unit was a bare person word that named nobody
        self.prior: Alternatives = NEUTRAL  # modifiers waiting for a person word: those that hold whatever follows,
        self.run: Alternatives = NEUTRAL  # and the list being read (经济困难的|高龄、失能|老年人)
        self.lasting: Alternatives = NEUTRAL  # those of `prior` that stand before 的 (经济困难的|残疾儿童和孤儿)
        self.loose = False  # the waiting modifiers are traits only
        self.conditions: Alternatives = NEUTRAL  # conditions nobody has been named for yet
        self.last: Unit | None = None
        self.here = self.row_start = 0  # where the unit being read and the coordination begin in the text
        self.mark_start = 0
        self.mark_gap = ""  # what stands between the waiting modifiers and the unit before them
        self.aged: Alternatives = NEUTRAL  # the age said last in figures
        self.being = False  # the waiting modifiers say what those named before are (被告人是盲人或未成年人)
        self.predicate = False  # the waiting condition stands right behind those it is said of

    def read(self, units: Iterable[Unit]) -> tuple[frozenset[str], ...]:
        """The alternatives of `units`."""
        for unit in units:
            gap = self.text[self.last.end : unit.start] if self.last else ""
            self.here = unit.start
            how = joint(gap, self.last, unit) if self.last else Joint.APART
            if self.nobody and how not in (Joint.OR, Joint.PART, Joint.APART):
                how = Joint.LIST
            before = len(self.named)
            if unit.manner in ("trait", "state"):
                self._mark(unit, how, gap)
            else:
                self._name(unit, how, gap)
            attached = how in (Joint.ADJACENT, Joint.OF)
            del self.named[MOST:]
            self.closed = (how is Joint.LIST and CLOSING.search(gap) is not None) or (self.closed and attached)
            self.nobody = unit.manner == "head" and len(self.named) == before and not attached
            self.last = unit
        self._settle()
        more = self.conditions if self.conditions != NEUTRAL else ()  # of people without a word (…和因灾致困的家庭)
        return tuple(dict.fromkeys((*self.named, *more)))

    @property
    def marks(self) -> Alternatives:
        """All modifiers waiting for a person word."""
        return cross(self.prior, self.run)

    def _clear(self) -> None:
        self.prior = self.run = self.lasting = NEUTRAL

    def _mark(self, unit: Unit, how: Joint, gap: str) -> None:
        """A modifier or a condition."""
        words = with_other(self.text, unit)
        if how is Joint.IS and self.named and self.explains(unit):
            del self.named[-1]
        if self.run != NEUTRAL:
            self._more_marks(unit, how, words)
            return
        self.being = how is Joint.IS and bool(self.named) and gap == "是"
        if self.last is not None and self.named and how in (Joint.PART, Joint.AND, Joint.OF, Joint.ADJACENT):
            enrolled = how is Joint.ADJACENT and bool(gap.strip())
            self.households = enrolled and of_households(self.text, self.row_start, gap, unit)
            self.narrow(how)
        elif self.being:
            self.narrow(Joint.ADJACENT)  # 被告人是盲、聋、哑
        elif how is Joint.APART or COMMA.search(gap):
            self.row = len(self.named)
            self.shared = NEUTRAL
        self.predicate = how is Joint.ADJACENT
        self.run, self.mark_start, self.mark_gap = words, unit.start, gap
        if self.order.facets_of(words) == {"age"} and unit.manner == "state":
            self.aged = words
        self.loose = unit.manner == "trait" and not is_stage(
            self.text, self.order, unit, behind_people=how is Joint.ADJACENT and bool(self.named)
        )

    def _more_marks(self, unit: Unit, how: Joint, words: Alternatives) -> None:
        trait = unit.manner == "trait"
        traits = trait and self.last is not None and self.last.manner == "trait"
        if how is Joint.OR or (how is Joint.LIST and (traits or self._one_or_other(unit, words))):
            self.run = tuple(dict.fromkeys(self.run + words))
        elif traits and how is Joint.ADJACENT and len(self.run) > 1:
            self.run = (*self.run[:-1], *cross(self.run[-1:], words))  # 空巢、农村|留守
        elif how is Joint.APART and (self.loose or trait):
            self._settle()
            self.run, self.mark_start, self.loose = words, unit.start, True
        elif how is not Joint.SUCH or not self.order.repeats_all(words, self.run):  # 流浪乞讨、受虐等|生活无着的
            self.prior, self.run = self.marks, words
            self.lasting = self.prior if how is Joint.OF else self.lasting
        self.loose = self.loose and trait and not is_stage(self.text, self.order, unit, behind_people=False)

    def _one_or_other(self, unit: Unit, words: Alternatives) -> bool:
        """Whether a condition behind 、 stands beside the one before it: of its facet, or the last before 等."""
        same = self.order.facets_of(self.run) == self.order.facets_of(words)
        return same or self.text.startswith("等", unit.end)

    def _name(self, unit: Unit, how: Joint, gap: str) -> None:
        """A person word."""
        bare = unit.manner == "head"
        if self.run == NEUTRAL:
            self._plain(unit, how, gap, bare)
        elif (
            how in (Joint.ADJACENT, Joint.OF, Joint.SUCH)
            or (how is Joint.AND and not bare)
            or (self.loose and of_school(self.order, self.run, unit, gap))
        ):
            self._marked(unit, how)
        elif how in (Joint.LIST, Joint.OR) and not COMMA.search(gap):
            members = self.narrowed()
            self._add(cross(members, cross(self.shared, self.marks)))
            self._clear()
            if not bare:
                self._add(cross(members if self.being else NEUTRAL, unit.says))
        else:
            self._settle()
            if not bare:
                self._start(unit)

    def _plain(self, unit: Unit, how: Joint, gap: str, bare: bool) -> None:
        """A person word without waiting modifiers."""
        if bare:
            return
        after_person = self.last is not None and bool(self.named)
        if after_person and how is Joint.SUCH:
            self._such(unit)
        elif after_person and how is Joint.IS and gap == "是" and not self.explains(unit):
            self.narrow(Joint.ADJACENT)  # 被告人是未成年人|或者残疾人
            self.shared = self.narrowed()
            self._add(cross(self.shared, unit.says))
        elif after_person and how is Joint.IS and self.explains(unit):
            del self.named[-1]
            self._start(unit)
        elif after_person and how in (Joint.ADJACENT, Joint.OF, Joint.PART):
            self.households = how is Joint.ADJACENT and of_households(self.text, self.row_start, gap, unit)
            self.narrow(how)
            having = how is Joint.OF and self.text.endswith(HAVING, 0, self.row_start)
            self.base = self.row if having else self.base
            members = self.narrowed()
            self._add(cross(members, unit.says))
            self.shared = members if having else self.shared  # 有失能老年人的|低保家庭、低保边缘家庭
        elif how in (Joint.LIST, Joint.OR):
            if COMMA.search(gap):
                self.shared = NEUTRAL
            held = carried(self.order, self.named[self.row :], unit, gap, self.aged)
            self._add(cross(cross(self._fitting(unit), held), unit.says))
        else:
            self._start(unit)

    def _such(self, unit: Unit) -> None:
        """A wider word for the whole coordination: a mark of each, unless it says too little."""
        if self._others(unit) and not all(a <= UMBRELLAS for a in unit.says):
            self._add(unit.says)  # 低保对象等其他|低收入人口
        elif not any(a <= UMBRELLAS | {"low-income"} for a in unit.says):
            self.named[self.row :] = cross(tuple(self.named[self.row :]), unit.says)

    def _others(self, unit: Unit) -> bool:
        return self.last is not None and "其他" in self.text[self.last.end : unit.start]

    def _marked(self, unit: Unit, how: Joint) -> None:
        """A person word right behind its modifiers."""
        own = unit.says if unit.manner != "head" else NEUTRAL
        if how is Joint.SUCH and all(a <= UMBRELLAS for a in own):
            own = NEUTRAL  # 重度残疾、一户多残等|特殊困难对象
        marked = cross(cross(self._fitting(unit), self.marks), own)
        marked = cross(carried(self.order, self.named[self.row :], unit, self.mark_gap, self.aged), marked)
        part = self.base is not None
        each = left_behind(self.marks) and left_behind(tuple(self.named[self.row :]))  # 留守儿童、留守妇女和残疾人
        marked = cross(self.narrowed(), marked)
        if self.conditions != NEUTRAL:
            marked, self.conditions = cross(self.conditions, marked), NEUTRAL
        self._add(marked)
        lasting = self.marks if how is Joint.OF or left_behind(self.marks) else self.lasting
        if each:
            self.shared = lasting = NEUTRAL
        if lasting != NEUTRAL and (part or self.shared == NEUTRAL):
            self.shared = cross(self.shared, self.order.unlike(lasting, own))
        self._clear()

    def _start(self, unit: Unit) -> None:
        """A person word that begins a coordination of its own."""
        if self.last and all(map(self.umbrella, self.named)) and "：" in self.text[self.last.end : unit.start]:
            self.named.clear()  # 对救助对象给予补贴：特困人员…
        self.row = len(self.named)
        self.shared = NEUTRAL
        says = cross(self.conditions, unit.says)
        self.conditions = NEUTRAL
        self._add(tuple(a for a in says if not self.order.repeats(a, tuple(self.named))))

    def _add(self, alternatives: Alternatives) -> None:
        self.latest = len(self.named)
        if self.row == self.latest:
            self.row_start = self.mark_start if self.run != NEUTRAL else self.here
        self.named.extend(a for a in alternatives if a)

    def _settle(self) -> None:
        """Modifiers that found no person word: conditions on those named, or on those to come."""
        marks, loose = self.marks, self.loose
        base, self.base = self.row if self.predicate else self.base, None
        self._clear()
        if marks == NEUTRAL or loose:
            return
        if not self.named or ONE_MORE.search(self.text, max(0, self.mark_start - 12), self.mark_start + 1):
            self.conditions = cross(self.conditions, marks)
        elif base is not None:
            self.named[base:] = cross(tuple(self.named[base:]), marks)
        elif NEW_CLAUSE.search(self.text, max(0, self.mark_start - 12), self.mark_start):
            self.named.extend(cross(tuple(self.named), marks))
        else:
            self.named = list(cross(tuple(self.named), marks))

    def _fitting(self, unit: Unit) -> Alternatives:
        """Shared modifiers that do not speak of what the person word itself speaks of.

        农村留守儿童和困境儿童: where 留守 does not hold, what stands before it does not either.
        """
        if self._others(unit) and self.order.repeats_all(unit.says, tuple(self.named[self.row :])):
            return NEUTRAL  # 留守儿童和其他|儿童
        if stays_with_them(self.order, self.shared, unit):
            self.shared = NEUTRAL  # 农村留守老年人、妇女、|残疾人
        fitting = self.order.unlike(self.shared, cross(self.marks, unit.says))
        if not all(map(self.umbrella, unit.says)):
            fitting = self.order.beside(fitting, unit.says)  # 低保老年人、低收入家庭中的|老年人
        return NEUTRAL if left_behind(self.shared) and not left_behind(fitting) else fitting
