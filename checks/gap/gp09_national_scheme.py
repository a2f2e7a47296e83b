"""国家规定的救助，职责清单中没有部门负责。

A list that deals out the duties of all members (or those for the aid that its title names) is read against the national
reference scheme of its day: each aid for each group that a law, regulation or national policy gives, and that a list of
that level answers for. A lead for the aid covers the cell, for the people it names or for all; a loose word
(基本生活救助) covers it only possibly; a policy without people covers it only where the same body does nothing more
definite. Where a higher text of the run already charges a department with it, the gap in the list is a hint; so are
what rests on policy alone, and adjacent regimes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checks.base import Check, Hit, Looked, Material, Outcome, Route, Severity, Skip, Slot, evidence
from checks.beneficiaries import recognises
from checks.bodies import HELPS, is_authority
from checks.compare.ground.topics import LOOSE, related, title_aid
from checks.places import is_duty_list, same_tier, under_review
from checks.speech import aid_name, bodies
from kg.boxes import DELIVERY
from kg.coverage import CoverageIndex, Duty
from kg.enums import Level, Role, Verdict
from kg.model import Groups, Provision, Reading
from ontology.scheme import Cell, cells_at

_PREPARES = frozenset({"policy", "guide", "train", "fund", "investigate"})
_ABOVE = frozenset({Level.CENTRAL, Level.PROVINCE, Level.PREFECTURE})  # who guides those that deliver
MOST_FORGOTTEN = 2  # aids that a list of all duties leaves out
_SOME = re.compile(r"部分(?:成员|责任|职能|牵头|有关|相关|市直|县直|区直|省直)?(?:单位|部门)")
_AT_LARGE = re.compile(r"救助|困难群众|兜底|低收入人口|民生保障")
_OF_A_KIND = re.compile(  # of whom alone a list is
    r"患者|病人|儿童|未成年|学生|老年|老人|残疾|妇女|职工|农民工|移民|渔民|归侨|退役|见义勇为|防贫|返贫|因病"
)
_MEMBERS = re.compile(r"成员单位|联席会议|领导小组|协调机制|委员会")
ENUMERATION = 3  # aid types in one clause: a list, whose people belong to one of them and not to all


def find(index: CoverageIndex) -> Iterator[Outcome]:
    """Cells of the scheme that no lead of a reviewed duty list covers, one hit for each aid and lead."""
    for reading in under_review(index):
        if not is_duty_list(reading):
            continue
        level = reading.document.level or Level.COUNTY
        subject = title_aid(reading.document)
        near = [d for d in index.duties if same_tier(index, reading.document, d.document) is not Verdict.NO]
        missing: dict[tuple[str, str], list[tuple[Cell, Severity]]] = {}
        for cell in cells_at(index.effective, level):
            yield Looked(cells=1)
            if subject and not any(related(index, a, b) for a in cell.aid for b in subject):
                yield Skip("清单只分配一类救助的职责")
            elif reason := not_asked(index, cell, near):
                yield Skip(reason)
            elif severity := gravity(index, cell, near):
                lead = cell.lead_at(index.effective, level)
                missing.setdefault((cell.aid[0], lead), []).append((cell, severity))
        grave = ((aid, x) for (aid, _), cells in missing.items() for _, x in cells)
        whole = not _is_of_some(reading) and (subject - LOOSE or is_whole(reading, grave))
        for (aid, lead), cells in missing.items():
            asked = cells if whole else [(cell, Severity.INFO) for cell, _ in cells]
            yield _hit(index, aid, lead, asked, _places(reading, aid, lead))


def is_whole(reading: Reading, missing: Iterable[tuple[str, Severity]]) -> bool:
    """Whether a list of assistance at large leaves few aids out, or is of all members of a body.

    One that leaves out many is of some tasks (防范因病致贫工作成员单位职责清单); so is one for people of a kind of
    their own (地方病患者救助联席会议职责).
    """
    grave = {aid for aid, severity in missing if severity is not Severity.INFO}
    title = reading.document.title or ""
    if _OF_A_KIND.search(title):
        return False
    at_large = bool(_AT_LARGE.search(title))
    return (at_large or _AT_LARGE.search(_opening(reading)) is not None) and (
        len(grave) <= MOST_FORGOTTEN or bool(_MEMBERS.search(title) and at_large)
    )


def _is_of_some(reading: Reading) -> bool:
    """Whether a list says in its title or opening that it is of some bodies only (明确部分成员单位职责)."""
    return bool(_SOME.search(f"{reading.document.title or ''}\n{_opening(reading)}"))


def _opening(reading: Reading) -> str:
    """The text of a list up to the end of its first provision."""
    return reading.document.text[: reading.provisions[0].quote.end] if reading.provisions else ""


def not_asked(index: CoverageIndex, cell: Cell, near: list[Duty]) -> str:
    """Why a cell is not asked for; "" where it is."""
    if cell.functions or cell.regime == "outside" or any(index.aids.meets(a, a) is not Verdict.YES for a in cell.aid):
        return "不属于具体救助事项"
    helped = any(d.role in HELPS and d.aid in cell.aid for d in near)
    led = any(_is_lead(index, d, cell) and index.aids.meets(d.aid, d.aid) is Verdict.YES for d in near)
    return "只有配合、没有牵头的事项另行提示" if helped and not led else ""


def gravity(index: CoverageIndex, cell: Cell, near: list[Duty]) -> Severity | None:
    """How grave it is that nobody covers a cell; None where somebody does."""
    covered = _covered(index, cell, near)
    if covered is Verdict.YES:
        return None
    if (
        not cell.statute
        or cell.regime == "adjacent"
        or _covered(index, cell, [d for d in index.duties if d.function != "guide" or d.groups]) is Verdict.YES
    ):
        return Severity.INFO
    return Severity.WARNING if covered is Verdict.UNKNOWN else Severity.ERROR


def _covered(index: CoverageIndex, cell: Cell, duties: list[Duty] | tuple[Duty, ...]) -> Verdict:
    found = Verdict.NO
    wanted = Groups.of(cell.groups)
    for duty in duties:
        if (
            _is_lead(index, duty, cell)
            and meets_people(index, duty, wanted, duties)
            and not _told_by_others(duty, duties)
        ):
            loose = index.aids.meets(duty.aid, duty.aid) is not Verdict.YES and not _recognised(duty, cell)
            found = found | (Verdict.UNKNOWN if loose or not _definite(duty) else Verdict.YES)
    return found


def meets_people(index: CoverageIndex, duty: Duty, wanted: Groups, duties: list[Duty] | tuple[Duty, ...]) -> bool:
    """Whether the duty can be for the people wanted; work in general gives way to what the body is definite about."""
    if duty.groups and len(duty.provision.aid) < ENUMERATION:
        return index.groups.meets(index.extent(duty.provision), wanted) is not Verdict.NO
    own = (d for d in duties if d.agency == duty.agency and d.aid == duty.aid and d.groups and d.role is Role.LEAD)
    return duty.function in DELIVERY or next(own, None) is None


def _told_by_others(duty: Duty, duties: list[Duty] | tuple[Duty, ...]) -> bool:
    """Whether only a helper's clause names the body (配合教育部门做好残疾学生资助), and the list has the aid itself."""
    if not _is_helped(duty):
        return False
    own = (d for d in duties if d.aid == duty.aid and d.document is duty.document)
    return any(d.role is Role.LEAD and d.groups and not _is_helped(d) for d in own)


def _is_helped(duty: Duty) -> bool:
    return any(a.role in HELPS for a in duty.provision.actors)


def _recognised(duty: Duty, cell: Cell) -> bool:
    return any(recognises(duty, aid) for aid in cell.aid)


def _definite(duty: Duty) -> bool:
    above = duty.function == "guide" and duty.document.level in _ABOVE
    return duty.function in DELIVERY or bool(duty.groups) or above


def _is_lead(index: CoverageIndex, duty: Duty, cell: Cell) -> bool:
    if duty.role is not Role.LEAD or duty.function not in DELIVERY | _PREPARES or not duty.aid:
        return False
    if _recognised(duty, cell):
        return is_authority(index.vocabulary, duty.agency)
    serves = any(index.aids.meets(duty.aid, a) is not Verdict.NO for a in cell.aid)
    return serves and duty.aid != "social-assistance" and is_authority(index.vocabulary, duty.agency)


def _places(reading: Reading, aid: str, lead: str) -> tuple[Provision, ...]:
    """The clauses of the body that should have it, about the same aid first; else the first clause of the list."""
    own = [p for p in reading.provisions if lead in p.agencies(Role.LEAD) and p.aid]
    return tuple(sorted(own, key=lambda p: aid not in p.aid)[:6]) or reading.provisions[:1]


def _hit(
    index: CoverageIndex, aid: str, lead: str, cells: list[tuple[Cell, Severity]], places: tuple[Provision, ...]
) -> Hit:
    severities = list(Severity)
    cells = sorted(cells, key=lambda pair: severities.index(pair[1]))
    cell, severity = cells[0]
    groups = Groups.of(g for c, _ in cells for g in c.groups)
    labels = "、".join(c.label for c, _ in cells)
    basis = f"{cell.basis}规定的" if cell.basis else "国家规定的"
    return Hit(
        (aid, *(c.id for c, _ in cells)),
        f"{basis}{labels}，职责清单中没有部门明确负责；{bodies(index, [lead])}的职责没有写到这些对象。",
        tuple(evidence(index, p) for p in places),
        same=(Slot("aid", aid),),
        differs=(Slot("groups", a="未覆盖", b=labels),),
        agencies=(lead,),
        groups=groups,
        aid=(aid,),
        severity=severity,
        suggestion=f"在{bodies(index, [lead])}职责中补充{aid_name(index, aid)}的相应对象，或者写明由哪个部门负责。",
        witness=index.groups.witness(index.groups.extent(groups).sure or index.groups.extent(groups).possible),
    )


CHECK = Check(
    "GP09",
    "gap.uncovered.scheme",
    "gap",
    "uncovered",
    "国家规定的救助没有部门负责",
    Severity.ERROR,
    "国家救助制度的每一项都应当有部门负责；参照框架按日期取当时有效的法律、法规和政策。",
    "补充负责部门和对象。",
    Route.OFFICE,
    find,
    (Material.DUTIES,),
)
