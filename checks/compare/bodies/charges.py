"""Deeds and things in one body's charge, by whatever verbs: 核对统一由甲承担 here, 乙主管全县核对工作 there.

The deed or thing is a cue of `conflict.ttl`; what it is done to are the words beside it, and those of the title where
the clause has none. Quiet where either clause names the other's body, or its text has that body do the same, for
bodies below the departments and their service points, for who only puts up the money, and between levels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checks.bodies import is_department
from checks.compare.ground.agencies import names
from checks.compare.ground.alignment import bag, plain
from checks.compare.ground.marks import PAUSE
from checks.compare.ground.norms import Norm, norms_of
from checks.places import levels_differ
from checks.remember import per_index
from kg.boxes import one_of_each_clause
from kg.coverage import CoverageIndex, Duty
from kg.enums import Role, Verdict
from ontology.cues import Cue, Setting, load_cues
from ontology.vocabulary import load_vocabulary

_CHARGED = Setting("charged")
_PASSIVE = re.compile(r"(?:仍|均|改|统一|全部|一律|应当)*(?:由|归)")
_LOCAL = re.compile(r"^(?:全|本|该|各)?(?:自治)?[省市县区州旗]级?")
_MERGED = re.compile(r"(?:(?!局|委|办|部门)[一-龥])+(?:局|委|委员会|办公室)")  # 文化和旅游体育局 is one body
_BY_RULE = re.compile(r"(?:按照?|根据|依据|依照|参照)[^由]*$")  # 按照国家统一标准
_ENDS = re.compile(r"(?:局|委|办|委员会|办公室|中心|部门|机构)$")
_REST = re.compile(r"(?:和|与|及|、)?[一-龥]{0,8}?(?:局|委员会|办公室|中心)")
_KIND_OF_ACT = re.compile(
    r"^[一-龥]{2,8}?(?:自治[县州区]|[省市县区州旗])"
    r"|(?:暂行|试行|实施|管理)*(?:办法|细则|规定|规程|规范|方案|条例|意见|通知)(?:（[^）]*）)?$"
)
PAYS = "pay"
_OTHER, _PURSE = "other-body", "finance"
_AUDITS = "audit"  # looks at what others have in their charge
WATCHES = frozenset({"punish", "inspect"})
_OF_ALL = re.compile(r"统一|一律|全部|均由|全[县市区州旗]")
ONCE = frozenset({"pay", "suspend"})
_SHARED = 0.65  # of the pieces of the shorter object, in two texts


@dataclass(frozen=True, slots=True)
class Charge:
    """What a clause has `agency` do (`cue`), with the pieces of what it is done to."""

    norm: Norm
    agency: str
    duty: Duty
    cue: Cue
    pieces: frozenset[str]

    @property
    def body(self) -> str:
        """The body by its name, where the vocabulary has none."""
        return _whole_name(self.duty) if self.agency == _OTHER else ""


def clashes(index: CoverageIndex, mine: str, theirs: str) -> Iterator[tuple[Charge, Charge]]:
    """What two documents have different bodies do, and neither text both."""
    ours, above = (tuple(c for c in charges_of(index, n) if c.cue.id not in WATCHES) for n in (mine, theirs))
    for a in ours if above else ():
        same = [b for b in above if one_of(index, a, b)]
        others = {b.agency for b in same}
        both = any(x.agency in others and one_of(index, x, b) for x in ours for b in same)
        apart = a.agency not in others and not both and not any(mentions(index, a, b) for b in same)
        if same and apart and not all(is_part(index, a, b) for b in same):
            yield a, max(same, key=lambda b: len(a.pieces & b.pieces))


@per_index
def charges_of(index: CoverageIndex, name: str) -> tuple[Charge, ...]:
    """Every deed and thing that a document has one named department do or run."""
    norms = {p.id: n for n in norms_of(index.reading(name)) for p in n.provisions}
    led = (d for d in index.duties_by_document.get(name, ()) if d.role is Role.LEAD and d.provision.id in norms)
    alone = (d for d in one_of_each_clause(led) if d.agency != _AUDITS and _acts_alone(index, d))
    return tuple(charge for d in alone for charge in _charges(norms[d.provision.id], d))


def _acts_alone(index: CoverageIndex, duty: Duty) -> bool:
    leads = {(a.start, a.end) for a in duty.provision.actors if a.role is Role.LEAD}
    one = len(leads) == 1 or _MERGED.fullmatch(duty.document.text, min(leads)[0], max(end for _, end in leads))
    office = duty.agency == _OTHER and _CHARGED.has("office", _whole_name(duty))
    return bool(one) and (office or is_department(index.vocabulary, duty.agency))


def _whole_name(duty: Duty) -> str:
    """The name of a body as far as it goes in the text (行政审批和数据局)."""
    surface, end = duty.actor.surface, duty.actor.end
    more = _REST.match(duty.document.text, end)
    return surface + (more.group() if more and not _ENDS.search(surface) else "")


def _charges(norm: Norm, duty: Duty) -> Iterator[Charge]:
    told: set[str] = set()
    said = _said(norm, duty)
    for part in _parts(said):
        for cue in load_cues()["charge"]:
            found = None if cue.id in told or _is_aside(cue, part) else cue.find("named", part)
            if found and _runs(cue, part, said) and not (cue.id == PAYS and duty.agency == _PURSE):
                told.add(cue.id)
                yield Charge(norm, duty.agency, duty, cue, _object(cue, duty, part, said))


def _is_aside(cue: Cue, part: str) -> bool:
    """Whether a part is about helping, watching (unless that is the deed), or another work than that of the cue."""
    watched = cue.id not in WATCHES and _CHARGED.has("watch", part)
    return watched or _CHARGED.has("aside", part) or cue.find("aside", part) is not None


def _said(norm: Norm, duty: Duty) -> str:
    """The clause, with what stands before its comma where that is what the body is given (X评估，由甲组织)."""
    quote = duty.provision.quote
    front = norm.text[: max(quote.start - norm.start, 0)].rstrip("，")
    return f"{PAUSE.split(front)[-1]}，{quote.text}" if front and _PASSIVE.match(quote.text) else quote.text


def _parts(said: str) -> Iterator[str]:
    """The parts of a clause between two marks, one that only says who does it (由甲发放) with the one before."""
    kept = ""
    for part in (p for p in PAUSE.split(said) if not _BY_RULE.match(p)):
        if kept and not _PASSIVE.match(part):
            yield kept
            kept = ""
        kept = f"{kept} {part}" if kept else part
    yield kept


def _runs(cue: Cue, part: str, said: str) -> bool:
    return "runs" not in cue.patterns or bool(cue.find("runs", part) or cue.find("runs", said))


def _object(cue: Cue, duty: Duty, part: str, said: str) -> frozenset[str]:
    """Pieces of what the deed is done to, or of the thing's name.

    Where its own part has none they are those of the clause, or of the title.
    """
    for text in (part, said, _KIND_OF_ACT.sub("", duty.document.title or "")):
        if cue.find("named", text) and (own := _pieces(cue, duty, text)):
            return own
    return frozenset()


def _pieces(cue: Cue, duty: Duty, said: str) -> frozenset[str]:
    named = cue.find("named", said)
    thing = "runs" in cue.patterns and cue.id != PAYS
    if named and thing:
        before = PAUSE.split(said[: named.start()])[-1]
        return frozenset({named.group()}) | _bag(duty, cue.patterns["runs"].sub(" ", before))
    if "same" in cue.patterns:
        return frozenset({cue.id}) if cue.find("same", said) else frozenset()
    object_ = cue.patterns["named"].sub(" ", said)
    return _bag(duty, _of_offence(object_) if cue.id in WATCHES else object_)


def _bag(duty: Duty, said: str) -> frozenset[str]:
    said = said.replace(duty.actor.surface, " ") if duty.actor.surface else said
    return bag(_CHARGED.without("plain", _LOCAL.sub(" ", said)))


def _of_offence(said: str) -> str:
    """What is punished or looked into, without the people whom it is done to (向未成年人售酒)."""
    return _people().sub(" ", plain(said))


@cache
def _people() -> re.Pattern[str]:
    labels = {label for label, _ in load_vocabulary().surfaces("group") if len(label) > 1}
    return re.compile("|".join(map(re.escape, sorted(labels, key=len, reverse=True))))


def _least(cue: Cue) -> int:
    return int(cue.facts["pieces"][0])


def one_of(index: CoverageIndex, a: Charge, b: Charge, least: float = _SHARED) -> bool:
    """Whether two clauses have the same done to the same."""
    shared = len(a.pieces & b.pieces)
    return (
        a.cue is b.cue
        and shared >= max(_least(a.cue), least * min(len(a.pieces), len(b.pieces)))
        and not levels_differ(a.duty, b.duty)
        and index.groups_meet(a.duty.groups, b.duty.groups) is not Verdict.NO
    )


def is_part(index: CoverageIndex, a: Charge, b: Charge) -> bool:
    """Whether the draft has its body do the work for some of those that the other does it for."""
    mine, theirs = a.duty.groups, b.duty.groups
    if a.cue.id in ONCE or not mine or _OF_ALL.search(a.duty.provision.quote.text):
        return False
    if not theirs:
        return a.duty.aid != b.duty.aid
    holds = index.groups.contains(theirs, mine), index.groups.contains(mine, theirs)
    return holds[0] is Verdict.YES and holds[1] is not Verdict.YES


def mentions(index: CoverageIndex, a: Charge, b: Charge) -> bool:
    """Whether either clause, or for a body without a line of its own the other text, names the other's body."""
    if a.agency == _OTHER:
        return _LOCAL.sub("", a.body) in index.documents[b.norm.document].text
    return names(b.duty, a.agency) or names(a.duty, b.agency)
