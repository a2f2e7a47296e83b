"""一处要求或者允许的，另一处禁止。

A duty or permission in one text and a prohibition of the same act in another cannot both be obeyed; so too a condition
(本地户籍, 在本州注册) that another text forbids to set. Acts are compared as families of wording about the same aid.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checks.base import Check, Hit, Material, Outcome, Route, Severity, Slot
from checks.compare.acts.alone import alone
from checks.compare.acts.both import together
from checks.compare.acts.deontic import Clash, clashes
from checks.compare.acts.forbidden import breaches
from checks.compare.acts.grace import ended_at_once
from checks.compare.acts.keeping import at_odds
from checks.compare.acts.meanwhile import stopped_meanwhile
from checks.compare.acts.named_papers import asked_though_spared
from checks.compare.acts.pretexts import turned_away
from checks.compare.acts.refusals import refused
from checks.compare.acts.shown import listed
from checks.compare.acts.stances import opposed
from checks.compare.ground.alignment import on_one_matter, people_apart
from checks.compare.ground.norms import norms_of
from checks.compare.ground.opponents import OPEN, certainty, opponents
from checks.compare.money.diverted import spent_though_barred
from checks.compare.outcome.hits import at_place, clip, defers, places, route_for, weighing
from checks.places import under_review
from kg.coverage import CoverageIndex
from kg.model import Reading
from kg.standing import Standing


def find(index: CoverageIndex) -> Iterator[Outcome]:
    """One hit a family of wording and pair of documents."""
    for reading in under_review(index):
        told: set[int] = set()  # where the norms begin of which something is said
        yield from _by_family(index, reading, told)
        for other, standing in opponents(index, reading):
            for clash in _in_words(index, reading, other, standing):
                if clash.done[0].start not in told:
                    told.add(clash.done[0].start)
                    yield _hit(index, clash, Severity.WARNING)
        for start, several in _denied(index, reading).items():
            if start not in told:
                yield _hit(index, _together(several), Severity.WARNING)


def _by_family(index: CoverageIndex, reading: Reading, told: set[int]) -> Iterator[Hit]:
    """Acts of a family of wording; what two norms do by two families is told once."""
    found: dict[str, list[Clash]] = {}
    said: set[tuple[int, int]] = set()
    for clash in clashes(index, reading):
        found.setdefault(clash.id, []).append(clash)
    for several in found.values():
        pair = (several[0].done[0].start, several[0].barred[0].start)
        if pair not in said:
            said.add(pair)
            told |= {n.start for c in several for n in c.done}
            if not defers(index, several[0].done[0]):
                yield _hit(index, _together(several))


def _in_words(index: CoverageIndex, reading: Reading, other: Reading, standing: Standing) -> Iterator[Clash]:
    """What goes by grounds, desks and words of its own."""
    mine, theirs = norms_of(reading), norms_of(other)
    laid = (index, mine, theirs)
    for norm, barred in turned_away(*laid):
        if not defers(index, norm):
            yield Clash("pretext", f"以{clip(barred.ground, 20)}为由拒绝", (norm,), (barred.norm,), standing)
    for norm, bound in refused(*laid):
        if not defers(index, norm):
            yield Clash("refusal", "不得拒绝的对象", (norm,), (bound.norm,), standing)
    for norm, bar in (*breaches(*laid), *listed(*laid)):
        yield Clash("words", clip(bar.act, 24), (norm,), (bar.norm,), standing)
    for norm, spared in asked_though_spared(*laid):
        if not defers(index, norm):
            yield Clash("paper", clip(spared.act, 24), (norm,), (spared.norm,), standing)
    for norm, denied in (*together(*laid), *((own, b) for b, own in together(index, theirs, mine))):
        if not defers(index, norm):
            yield Clash("both", "能否同时享受", (norm,), (denied,), standing)
    for norm, not_alone, act in alone(*laid):
        yield Clash("alone", f"单独{clip(act, 20)}", (norm,), (not_alone,), standing)
    for norm, contrary in (*at_odds(mine, theirs), *((own, b) for b, own in at_odds(theirs, mine))):
        if on_one_matter(index, norm, contrary) and not people_apart(index, norm, contrary) and not defers(index, norm):
            yield Clash("case", "同一情形的处理", (norm,), (contrary,), standing)
    for norm, given in ended_at_once(*laid):
        if not defers(index, norm):
            yield Clash("grace", "就业或者增收后是否给予渐退期", (norm,), (given,), standing)
    for norm, kept in stopped_meanwhile(*laid):
        yield Clash("meanwhile", "办理期间是否停发、停供", (norm,), (kept,), standing)
    for norm, barred_use, use in spent_though_barred(*laid):
        yield Clash("diverted", f"资金用于{clip(use, 20)}", (norm,), (barred_use,), standing)


def _denied(index: CoverageIndex, reading: Reading) -> dict[int, list[Clash]]:
    """What `reading` denies and another text grants, or the other way round, by the norm of `reading`."""
    found: dict[int, list[Clash]] = {}
    mine = norms_of(reading)
    for other, standing in opponents(index, reading):
        for a, b in opposed(index, mine, norms_of(other)):
            if not defers(index, a.norm):
                clash = Clash(a.deed.id, a.deed.label, (a.norm,), (b.norm,), standing)
                found.setdefault(a.norm.start, []).append(clash)
    return found


def _together(several: list[Clash]) -> Clash:
    """One family of wording against every document that bars it, ranked ones first."""
    several = sorted(several, key=lambda c: c.standing in OPEN)
    done = dict.fromkeys(n for c in several for n in c.done)
    return replace(several[0], done=tuple(done), barred=tuple(n for c in several for n in c.barred))


def _hit(index: CoverageIndex, clash: Clash, severity: Severity | None = None) -> Hit:
    a, b = clash.done[0], clash.barred[0]
    binding = "上位" if clash.standing is Standing.HIGHER else "现行"
    message = (
        f"{at_place(index, a)}“{clip(a.text)}”，而{binding}文件{at_place(index, b)}规定“{clip(b.text)}”，"
        f"两者在“{clash.label}”上相抵触。"
    )
    agencies = tuple(dict.fromkeys(x for n in (a, b) for p in n.provisions for x in sorted(p.agencies())))
    return Hit(
        (clash.id, *a.ids, *b.ids),
        message,
        places(index, clash.done + clash.barred),
        same=(Slot("act", clash.label),),
        differs=weighing(index.documents[a.document], index.documents[b.document]),
        agencies=agencies,
        aid=tuple(sorted(a.aid | b.aid)),
        certain=certainty(clash.standing),
        severity=severity,
        suggestion=f"删去或者修改“{clip(a.text, 20)}”，与{at_place(index, b)}一致；确需例外的，写明依据。",
        route=route_for(clash.standing),
    )


CHECK = Check(
    "CF03",
    "conflict.deontic",
    "conflict",
    "deontic",
    "要求与禁止相抵触",
    Severity.ERROR,
    "对同一行为，一处要求或者允许、另一处禁止的，办事人员和群众都无法同时遵守；下位文件不得为上位文件所禁止的事。",
    "按效力较高或者较新的规定统一表述。",
    Route.CONSULTATION,
    find,
    (Material.BASE,),
)
