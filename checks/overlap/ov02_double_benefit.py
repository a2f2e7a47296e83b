"""同一对象因同一需要获得两份待遇，没有叠加规则。

Two benefits of one purpose, in one form, for people who belong to both, and neither text says how they combine. Quiet
where either text has a rule on that (不重复享受, 就高, 可以同时享受), names the other text, excludes those who have the
other benefit, covers other costs, or comes from the same body (then the amounts are compared) unless one text
frees people of the fee that the other pays for.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Check, Evidence, Hit, Looked, Material, Outcome, Route, Severity, Skip, Slot, evidence
from checks.bodies import is_authority, is_mass
from checks.places import document_pairs, same_tier, title
from checks.programmes import Programme, programmes
from checks.speech import crossing
from kg.coverage import CoverageIndex
from kg.model import Groups, Provision, Verdict
from ontology.wording import wording_lists, wordings

_SAME_AID_ONLY = frozenset({"purpose-living", "purpose-tuition", "purpose-transport"})


def find(index: CoverageIndex) -> Iterator[Outcome]:
    """Programmes of two documents of one tier that pay one purpose to meeting groups."""
    for first, second in document_pairs(index):
        if same_tier(index, first.document, second.document) is Verdict.NO:
            yield Skip("上下级或者不同地区的待遇")
            continue
        for a in programmes(index, first):
            for b in programmes(index, second):
                yield Looked(pairs=1)
                if reason := apart(index, a, b):
                    yield Skip(reason)
                elif hit := _hit(index, a, b):
                    yield hit
                    break


def apart(index: CoverageIndex, a: Programme, b: Programme) -> str:
    """Why the two are no double benefit as far as aid, form, purpose and rules go; "" where they may be."""
    if not a.forms & b.forms & {"cash", "in-kind"} or not shared_purposes(index, a, b):
        return "待遇的用途或者形式不同"
    issuers = set(a.reading.document.issuer_ids)
    one_body = _runners(index, a) & _runners(index, b) or (issuers and issuers == set(b.reading.document.issuer_ids))
    if one_body and a.relieves == b.relieves:
        return "同一部门的待遇"
    if settled(a, b) or settled(b, a):
        return "已有叠加或者排除规则"
    return ""


def _runners(index: CoverageIndex, programme: Programme) -> frozenset[str]:
    """The departments or mass organisations that run a programme; who holds the purse for all is left out."""
    known = index.vocabulary
    own = wordings()["own-supervision"]
    return frozenset(a for a in programme.leads if (is_authority(known, a) or is_mass(known, a)) and a not in own)


def shared_purposes(index: CoverageIndex, a: Programme, b: Programme) -> frozenset[str]:
    """What both pay for; living, tuition and travel money count only within one aid, or where both pay learners."""
    same_aid = a.aid == b.aid or index.aids.inside(a.aid, b.aid) or index.aids.inside(b.aid, a.aid)
    shared = a.purposes & b.purposes
    learners = all(any(w in p.text for w in wordings()["learners"]) for p in (a, b))
    return shared if same_aid or learners else shared - _SAME_AID_ONLY


def settled(a: Programme, b: Programme) -> bool:
    """Whether the text of `a` says how its benefit stands to others, or to that of `b` by name."""
    if a.stacking:
        return True
    inside = wordings()["stacking-inside"]
    sentences = a.reading.document.text.replace("\n", "。").split("。")
    ruled = (s for s in sentences if any(w in s for w in wordings()["stacking"]))
    if any(not any(w in s for w in inside) and _about_benefit(s) for s in ruled):
        return True
    name = b.reading.document.title
    return bool(name) and name in a.reading.document.text


def _about_benefit(sentence: str) -> bool:
    return any(word in sentence for word in (*wordings()["cash"], "享受", "待遇", "救助"))


def _hit(index: CoverageIndex, a: Programme, b: Programme) -> Hit | None:
    meets = index.groups.meets(a.groups, b.groups) if a.groups and b.groups else Verdict.UNKNOWN
    if meets is Verdict.NO:
        return None
    places = (*_places(index, a, b), *_places(index, b, a))
    purposes = shared_purposes(index, a, b)
    ours = "草案" if index.is_draft(a.reading.document.name) else title(a.reading.document)
    who = crossing(index, a.groups, b.groups)
    what = "、".join(wording_lists()[p].label for p in sorted(purposes))
    stated = bool(a.groups and b.groups)
    return Hit(
        (f"{a.reading.document.name}:{a.aid}", f"{b.reading.document.name}:{b.aid}", *sorted(purposes)),
        f"{ours}与{title(b.reading.document)}都为{what}发放待遇{who}，两份文件都没有规定能否同时享受。",
        places,
        same=(Slot("purpose", what), Slot("aid", a.aid or b.aid)),
        differs=(Slot("document", a=title(a.reading.document), b=title(b.reading.document)),),
        agencies=tuple(sorted(a.leads | b.leads)),
        groups=Groups.of((*a.groups, *b.groups)),
        aid=tuple(dict.fromkeys(x for x in (a.aid, b.aid) if x)),
        severity=Severity.INFO if not stated else None,
        certain=meets,
        suggestion="写明两项待遇如何衔接：不得重复享受、就高享受或者可以同时享受；或者把已享受另一项待遇的人员排除在外。",
        witness=index.groups.witness(index.groups.common(a.groups, b.groups)) if stated else "",
    )


def _places(index: CoverageIndex, mine: Programme, other: Programme) -> tuple[Evidence, ...]:
    """Where `mine` names people that `other` serves too, and where it says what they get."""
    named = [p for p in mine.provisions if p.groups and index.groups.meets(p.groups, other.groups) is Verdict.YES]
    loose = [p for p in mine.provisions if p.groups] if not named else []
    chosen: dict[str, Provision] = {p.id: p for p in (*named[:3], *loose[:1], *mine.grants[:3])}
    return tuple(evidence(index, p) for p in sorted(chosen.values(), key=lambda p: p.quote.start))


CHECK = Check(
    "OV02",
    "overlap.benefit",
    "overlap",
    "benefit",
    "同一需要两份待遇",
    Severity.ERROR,
    "救助资源统筹使用，避免重复救助和遗漏（社会救助暂行办法第二条“与其他社会保障制度相衔接”）。",
    "写明两项待遇能否同时享受。",
    Route.CONSULTATION,
    find,
    (Material.BASE,),
)
