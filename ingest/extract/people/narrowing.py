"""The alternatives named so far, and the narrowing of some of them (低保家庭、特困人员中的重度残疾人)."""

from __future__ import annotations

from ingest.extract.people.group_order import Order
from ingest.extract.people.joints import Joint
from ingest.extract.people.person_words import NEUTRAL, Alternatives, Unit

UMBRELLAS = {"hardship", "other-hardship"}  # words for everybody in need: they say nothing beside a closer one
MOST = 40  # alternatives kept: no sentence written for people to read has more


def cross(a: Alternatives, b: Alternatives) -> Alternatives:
    """Every alternative of `a` together with every one of `b`, at most `MOST`."""
    if a == NEUTRAL:
        return b
    return tuple(dict.fromkeys(x | y for x in a for y in b))[:MOST]


class Narrowing:
    """Alternatives in the order of the text, and which of them the next modifiers narrow."""

    def __init__(self, order: Order):
        self.order = order
        self.named: list[frozenset[str]] = []
        self.latest = 0  # where what the last person word named begins
        self.row = 0  # where the coordination being read begins in `named`
        self.shared: Alternatives = NEUTRAL  # modifiers before 的, shared by the rest of the coordination
        self.closed = False  # 和 stands before the last of the coordination, so that 中的 is of all of it
        self.whole: Alternatives = NEUTRAL  # 中的: what the rest of the coordination will be part of, too
        self.households = False  # all of the coordination are households (低保家庭、低保边缘家庭|学生)
        self.base: int | None = None  # the waiting modifiers narrow what is named from here on

    def narrow(self, how: Joint) -> None:
        """What follows is part of the people before: of the whole coordination for 中的, else of its last."""
        part = how is Joint.PART
        whole = self.row if self.closed else self._alike()
        strata = (how is Joint.OF or self.households) and self.named
        self.base = whole if part else self.strata() if strata else min(self.latest, max(len(self.named) - 1, 0))
        if part:
            self.shared = NEUTRAL
            self.whole = tuple(self.named[self.base :]) if self.base == self.row else NEUTRAL

    def _alike(self) -> int:
        """Where the end of the coordination that speaks of one facet begins: 零就业家庭、|低保对象、特困人员中的…"""
        at = len(self.named) - 1
        last = self._aspects(at)
        while at > self.row and self._aspects(at - 1) == last:
            at -= 1
        return max(at, 0)

    def strata(self) -> int:
        """Where the strata of the poor before 的 begin (低保家庭、低保边缘家庭的|学生), else the last person word."""
        start = self._alike()
        poor = self.named and self._aspects(len(self.named) - 1) == {"economic"}
        return start if poor else min(self.latest, max(len(self.named) - 1, 0))

    def _aspects(self, at: int) -> set[str]:
        return self.order.facets_of((self.named[at],)) - {"place"}

    def narrowed(self) -> Alternatives:
        """Takes back the alternatives that the modifiers narrow."""
        if self.base is None:
            return NEUTRAL
        taken = tuple(self.named[self.base :])
        del self.named[self.base :]
        self.base = None
        if self.whole != NEUTRAL:
            self.shared, self.whole = self.whole, NEUTRAL
        return taken or NEUTRAL

    def explains(self, unit: Unit) -> bool:
        """Whether the person word last read is wider than this one: 救助对象包括低保对象."""
        last = self.named[-1]
        return self.umbrella(last) or any(self.order.repeats(last, (a,)) for a in unit.says)

    @staticmethod
    def umbrella(ids: frozenset[str]) -> bool:
        """Whether all that is said is that people are in need."""
        return ids <= UMBRELLAS
