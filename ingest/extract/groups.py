"""Who a stretch of text benefits: groups as an OR of ANDs, and those it leaves out.

Beneficiaries only: not the audience of publicity, not helpers who are mobilised, not a person word that is part of an
aid's name in a list of aids. Words the vocabulary cannot say are dropped, the rest stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ingest.context import Context
from ingest.extract.aid import Named, named_aid
from ingest.extract.coordination import UMBRELLAS, People, cross
from ingest.extract.defined import defined_people
from ingest.extract.group_order import Order
from ingest.extract.person_words import NEUTRAL, Alternatives, Unit, Units
from kg.model import Clause, Groups

ITEM = re.compile(r"(?:^|\n)\s*[（(][一二三四五六七八九十]+[)）]|(?<=[：；。])\s*[（(][一二三四五六七八九十]+[)）]")
EXCEPT = re.compile(
    r"(?<![消解扣免清废拆排开删革撤去])除(?!外)[^，。；]{1,60}?(?:以外|之外|外)|(?<=[（(，；：。])[^（(，。；]{1,40}除外"
)
AUDIENCE = re.compile(
    r"(?:组织|动员|发动)[^，。；为对向给]{0,20}?(?:开展|参与|提供)[^，。；为对向给]{0,14}?(?:关爱|帮扶|志愿|结对)|"
    r"(?:向|面向|对|在)[^，。；：]{0,24}?(?:宣传|宣讲|普及|普法)|[^，。；：、]{0,8}科普知识(?:的)?宣传|(?:组织|动员|引导|鼓励|倡导|支持|团结)"
    r"[^，。；]{0,16}?(?:志愿|慈善|捐赠|公益|互助|参与社会救助|社会救助工作中发挥|发挥积极作用|热心参与)"
)
DENIED = re.compile(
    r"(?:未(?:被)?(?:纳入|享受|认定为|列为)|尚未纳入|不(?:再)?(?:属于|属|是|认定为|列为|列入|纳入)|不符合|不(?:包括|含|包含)|并非|非|未|没有|不再)(?:城乡|当地|国家|农村|城市|本[省市县区])?$"
)
GRANTED = re.compile(
    r"(?:给予|纳入|享受|提供|获得|适用|实行|参照|属于|申请|进入|转入)(?:的|相应|农村|城市|城乡|或者)*$"
)
KIN = re.compile(r"子女|父母|配偶")
COMPARED = re.compile(r"(?:低于|高于|超过|相当于)(?:当地|同类)?$|(?:参照|比照)[^，。；]{0,8}$")
EQUAL = re.compile(r"(?:同等?|平等|相同|一样|一致)")
NOT_COUNTED = re.compile(r"不计入|不视为|所[称指]的?共同生活的?家庭成员")
ALL_OF = re.compile(r"(?:同时)?(?:具备|符合|满足)(?:下列|以下)(?:全部)?条件(?!之一)(?:的|，|：|$)")
LISTS = re.compile(r"(?:包括|为|是|有|分为|如下)(?:下列|以下)?[^，。；：]{0,8}：?\s*$")
AMONG = re.compile(r"(?:对于?)?(?:其中的?|上述|前述)")
LINK = re.compile(r"\s*(?:、|和|(?:应当)?[与同]|或者?|以及|及|并)\s*(?:城乡|城市|农村)?")


@dataclass(frozen=True, slots=True)
class GroupReading:
    """Beneficiaries, and those an exception or a negation leaves out."""

    groups: Groups = field(default_factory=Groups)
    excluded: Groups = field(default_factory=Groups)

    def merge(self, conditions: Groups, order: Order) -> GroupReading:
        """The reading with the conditions of a stem (`conditions`) joined to every alternative."""
        if not conditions:
            return self
        own = tuple(frozenset(a) for a in self.groups) or NEUTRAL
        joined = cross(tuple(frozenset(a) for a in conditions), own)
        return GroupReading(order.groups(joined), self.excluded)


def order_of(context: Context) -> Order:
    """The order of the document's vocabulary."""
    return context.once(_order)


def _order(context: Context) -> Order:
    return Order(context.vocabulary)


def find_groups(context: Context, clause: Clause, start: int, end: int) -> GroupReading:
    """Beneficiaries of `start:end`; items of a list are alternatives under the words before them."""
    if NOT_COUNTED.search(context.text, start, end) or _lists_kin(context, clause, start, end):
        return GroupReading()
    parts = list(_parts(context.text, start, end))
    stem = _read(context, *parts[0])
    if AMONG.match(context.text, start) and clause.start < start:
        stem = (_among(_read(context, clause.start, start)[0], stem[0], order_of(context)), stem[1])
    items = [_read(context, *part) for part in parts[1:]]
    order = order_of(context)
    named: Alternatives = stem[0]
    if items and ALL_OF.search(context.text, *parts[0]):
        for people, _ in items:
            named = cross(named or NEUTRAL, people or NEUTRAL)
    elif any(people for people, _ in items):
        loose = LISTS.search(context.text, *parts[0]) and all(a <= UMBRELLAS for a in stem[0])
        named = tuple(a for people, _ in items for a in _item(stem[0] or NEUTRAL, people, bool(loose)))
    excluded = (*stem[1], *(a for _, out in items for a in out))
    return GroupReading(order.groups(named), order.groups(excluded))


def _item(stem: Alternatives, people: Alternatives, loose: bool) -> Alternatives:
    """An item under its stem; a stem that only announces whom it lists (救助对象包括：) adds nothing to them."""
    return people if loose and people else cross(stem, people or NEUTRAL)


def _lists_kin(context: Context, clause: Clause, start: int, end: int) -> bool:
    """Whether the stretch is an item of who counts as a member of the family."""
    stem = context.by_id.get(clause.parent) if clause.parent else None
    if stem is None or clause.kind != "item" or not KIN.search(context.text, start, end):
        return False
    return bool(NOT_COUNTED.search(context.text, *context.own_words(stem)))


def _among(before: Alternatives, own: Alternatives, order: Order) -> Alternatives:
    """`own` as part of those named before; who was named there already stands alone."""
    again = tuple(a for a in own if order.repeats(a, before))
    new = tuple(a for a in own if a not in again)
    return (*again, *cross(before or NEUTRAL, new))


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stem, then the items of a list inside the stretch."""
    marks = [m for m in ITEM.finditer(text, start, end) if m.start() > start]
    edges = [start, *(m.start() for m in marks), end]
    if not marks:
        yield start, end
        return
    yield from pairwise(edges)


def _read(context: Context, start: int, end: int) -> tuple[Alternatives, Alternatives]:
    """(beneficiaries, left out) of one part."""
    kept, out = _sort(context, start, end)
    order = order_of(context)
    return (
        People(context.text, order.facets, order.repeats).read(kept),
        People(context.text, order.facets, order.repeats).read(out),
    )


def _sort(context: Context, start: int, end: int) -> tuple[list[Unit], list[Unit]]:
    """Units of beneficiaries, and units left out; audiences and helpers are in neither."""
    text = context.text
    excepted = [m.span() for m in EXCEPT.finditer(text, start, end)]
    audience = [m.span() for m in AUDIENCE.finditer(text, start, end)]
    kept: list[Unit] = []
    out: list[Unit] = []
    for unit in units_of(context).between(start, end):
        if any(a <= unit.start < b for a, b in audience):
            continue
        before = text[max(start, unit.start - 9) : unit.start]
        if COMPARED.search(before) or (before.endswith(("与", "同")) and EQUAL.match(text, unit.end)):
            continue
        denied = DENIED.search(before)
        if denied or any(a <= unit.start < b for a, b in excepted):
            out.append(replace(unit, manner="state") if unit.manner == "trait" else unit)
        else:
            kept.append(unit)
    return _whole(context, kept, start, end), out


def _whole(context: Context, units: list[Unit], start: int, end: int) -> list[Unit]:
    """Units without the person words inside an aid's name that do not hold for the whole stretch.

    特困人员供养标准 is about 特困人员; in 给予老年人特困人员供养 and in a list of aids the word only names the aid.
    """
    names = [n for n in named_aid(context).between(start, end) if n.manner == "name"]
    inside = {u: n for u in units for n in names if _part_of(u, n)}
    if not inside:
        return units
    persons = [u for u in units if u.manner == "person" and u not in inside]
    held = {n: _holds(context.text, names, n, units, persons) for n in set(inside.values())}
    return [u for u in units if u not in inside or held[inside[u]]]


def _holds(text: str, names: list[Named], name: Named, units: list[Unit], persons: list[Unit]) -> bool:
    """Whether the person word in an aid's name speaks for the whole stretch."""
    chain = _chain(text, names, name)
    if any(p.generic and LINK.fullmatch(text, chain[-1].end, p.start) for p in persons):
        return True
    if len(chain) > 1:
        people = [u for u in units if u.manner == "person"]
        return all(any(n.start <= u.start <= n.end or u.end == n.start for u in people) for n in chain)
    return not persons or not GRANTED.search(text, max(0, name.start - 8), name.start)


def _part_of(unit: Unit, name: Named) -> bool:
    if not name.start <= unit.start < unit.end <= name.end:
        return False
    return unit.manner == "trait" or unit.end - unit.start < name.end - name.start


def _chain(text: str, names: list[Named], name: Named) -> list[Named]:
    """The aids listed together with `name`, itself included."""
    first = last = names.index(name)
    while first > 0 and LINK.fullmatch(text, names[first - 1].end, names[first].start):
        first -= 1
    while last + 1 < len(names) and LINK.fullmatch(text, names[last].end, names[last + 1].start):
        last += 1
    return names[first : last + 1]


def _units(context: Context) -> Units:
    return Units(context.text, defined_people(context))


def units_of(context: Context) -> Units:
    """Units of the document, found once."""
    return context.once(_units)
