"""另有专门救助制度的对象又纳入本项救助。

Disaster victims, and people without means on the streets, have a regime of their own with a body of its own. An aid
that names the same cause without saying who goes first gives them two counters, and two sums for one loss. Quiet where
the text excludes them or refers to their regime, where one body runs both, and in a text that is called after that
regime. The regime may be one of a higher text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from checks.base import Check, Hit, Looked, Material, Outcome, Route, Severity, Skip, Slot, evidence
from checks.bodies import is_authority
from checks.compare.ground.marks import line_around
from checks.compare.ground.topics import title_aid
from checks.compare.money.precedence import still_in_need
from checks.places import beside, same_tier, under_review
from checks.speech import aid_name, at, people
from kg.boxes import GIVING
from kg.coverage import CoverageIndex
from kg.enums import Modality, Role, Verdict
from kg.model import Groups, Provision, Reading
from kg.standing import Standing
from ontology.regimes import own_groups

_HELD_BY = ("急难社会救助", "急难救助", "应急救助", "应急救援", "紧急救助")  # what holds both the regime and 临时救助
_SENDS_ON = re.compile(
    r"(?:按照?|依照|执行|适用)[^，。；]{0,24}(?:规定|办法|政策|渠道|条例|制度)[^，。；]{0,10}(?:办理|执行|实施|处理|落实)?$"
)
_DEFERS = ("按照", "依照", "不适用", "不纳入", "除外", "另行")


def find(index: CoverageIndex) -> Iterator[Outcome]:
    """Grants of another aid for a cause that has its own regime in force beside them."""
    for reading in under_review(index):
        for aid, group in own_groups().items():
            for provision in reading.provisions if aid not in title_aid(reading.document) else ():
                if gives_for(index, provision, aid, group):
                    yield Looked(pairs=1)
                    yield from _beside(index, reading, provision, aid, group)


def gives_for(index: CoverageIndex, provision: Provision, aid: str, group: str) -> bool:
    """Whether the provision gives some other named aid for the cause."""
    if not any(group in alternative for alternative in provision.groups) or group in provision.excluded.ids():
        return False
    given = provision.modality is Modality.ENTITLEMENT or bool(GIVING & set(provision.functions))
    said = provision.quote.text
    if _SENDS_ON.search(said) and not provision.parameters:
        return False
    if any(w in said for w in _HELD_BY) and "临时救助" not in said:
        return False
    others = [x for x in provision.aid if index.aids.meets(x, aid) is Verdict.NO]
    return given and bool(others) and len(others) == len(provision.aid)


def _beside(index: CoverageIndex, reading: Reading, provision: Provision, aid: str, group: str) -> Iterator[Outcome]:
    if refers(index, reading, aid, group):
        yield Skip("已写明专门救助的对象如何处理")
        return
    mine = runners(index, reading, provision.aid)
    mine_first = partial(_of_another_tier, index, reading)
    for other in sorted(beside(index, reading), key=mine_first):
        tier = same_tier(index, reading.document, other.document)
        above = _is_above(index, other, reading)
        leads = runners(index, other, (aid,))
        if (tier is Verdict.NO and not above) or not leads:
            continue
        if mine & leads:
            yield Skip("同一部门的待遇")
        else:
            yield _hit(
                index, provision, aid, group, mine, _regime(index, other, aid, group), Verdict.YES if above else tier
            )
            return


def _of_another_tier(index: CoverageIndex, reading: Reading, other: Reading) -> bool:
    return same_tier(index, reading.document, other.document) is Verdict.NO


def _is_above(index: CoverageIndex, other: Reading, reading: Reading) -> bool:
    """Whether another text stands above, so that the regime that it sets up is one of the reading's place too."""
    return index.relation(other.document, reading.document) is Standing.HIGHER


def refers(index: CoverageIndex, reading: Reading, aid: str, group: str) -> bool:
    """Whether the text sends people hit by the cause to their own regime, or leaves them out."""
    text = reading.document.text
    return any(
        group in p.excluded.ids()
        or (group in p.groups.ids() and still_in_need(line_around(text, p.quote.start, p.quote.start)))
        or (
            (aid in p.aid or group in p.groups.ids())
            and any(w in p.quote.text for w in _DEFERS)
            and not any(index.aids.meets(x, aid) is Verdict.NO for x in p.aid if x not in ("social-assistance", ""))
        )
        for p in reading.provisions
    )


def runners(index: CoverageIndex, reading: Reading, aid: tuple[str, ...]) -> frozenset[str]:
    """Departments that lead the aid in a text."""
    found = (a for p in reading.provisions if set(aid) & set(p.aid) for a in p.agencies(Role.LEAD))
    return frozenset(a for a in found if is_authority(index.vocabulary, a)) - {"finance", "audit", "supervision"}


def _regime(index: CoverageIndex, other: Reading, aid: str, group: str) -> tuple[Provision, ...]:
    """The clauses of the other text that say who runs the regime and what it gives."""
    about = [p for p in other.provisions if aid in p.aid and p.modality is not Modality.DECLARATION]
    led = [p for p in about if any(is_authority(index.vocabulary, a) for a in p.agencies(Role.LEAD))]
    given = [p for p in about if group in p.groups.ids() and GIVING & set(p.functions)]
    return tuple(dict.fromkeys((*led[:2], *given[:4])))


def _hit(
    index: CoverageIndex,
    provision: Provision,
    aid: str,
    group: str,
    mine: frozenset[str],
    regime: tuple[Provision, ...],
    tier: Verdict,
) -> Hit:
    who, own = people(index, Groups.of([[group]])), aid_name(index, aid)
    leads = tuple(sorted({a for p in regime for a in p.agencies(Role.LEAD) if is_authority(index.vocabulary, a)}))
    return Hit(
        (provision.id, aid),
        f"{at(index, provision)}把{who}纳入{aid_name(index, provision.aid[0])}，而{at(index, regime[0])}"
        f"已规定{who}由专门的{own}负责，两者没有写明先后和排除关系。",
        tuple(evidence(index, p) for p in (provision, *regime)),
        same=(Slot("groups", who),),
        differs=(Slot("aid", a=provision.aid[0], b=aid),),
        agencies=tuple(dict.fromkeys((*sorted(mine), *leads))),
        groups=Groups.of([[group]]),
        aid=(*provision.aid, aid),
        certain=tier,
        suggestion=f"写明{who}先按{own}的规定办理；{own}后仍有困难的如何衔接，一并写明。",
        witness=index.groups.witness(index.groups.extent(Groups.of([[group]])).sure),
    )


CHECK = Check(
    "OV04",
    "overlap.lead.regime",
    "overlap",
    "lead",
    "另有专门制度的对象",
    Severity.WARNING,
    "受灾人员救助、流浪乞讨人员救助各有专门制度和主管部门；临时救助等不得与之重复或者互相推诿。",
    "写明与专门救助制度的先后和排除关系。",
    Route.CONSULTATION,
    find,
    (Material.BASE,),
)
