"""Who decides on an aid, or recognises its people: two texts, or two places of one, that give it to different bodies.

A village committee never decides; a mass organisation does not decide where a text above has a department do it; a
partner (会同) of the text above does not decide alone. Left out: work that is handed down (委托, 小额), steps before
and behind the decision (审核意见, 复核, 备案), and what is decided about bodies, money and plans rather than people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.bodies import HELPS, is_authority, is_mass
from checks.compare.ground.agencies import departments_of, names_in
from checks.compare.ground.alignment import bag
from checks.compare.ground.marks import PAUSE
from checks.compare.ground.norms import Norm, norms_of
from checks.compare.ground.topics import AREAS, LOOSE, aid_meets, aid_named, aid_of
from checks.compare.ground.windows import groups_in
from checks.remember import per_index
from kg.coverage import CoverageIndex
from kg.enums import Role, Verdict
from kg.model import Groups, Provision
from ontology.cues import Setting
from ontology.wording import wordings

_DECISION = Setting("decision")
_GRANTS = re.compile(
    r"审批|审定|核准|审核确认|日内(?:完成|予以|进行)?(?:确认|批准)(?=[，。；]|并)|(?:作出|做出)[^，。；]{0,20}(?:决定|确认)|确认决定|决定是否(?!予?以?(?:受理|接收|立案|收))|确定[^，。；]{0,6}(?:对象|金额|补助)|予以(?:确认|批准)"
    r"|负责[^，。；]{2,24}?(?:受理|审查|审核)[^，。；]{0,6}?(?:、|和|及|并)(?:作出)?决定(?=[和、，。；及]|$)"
)
_RECOGNISES = re.compile(r"认定(?!标准|办法|条件|结果|意见|书|情况)")
_IN_CHARGE = re.compile(r"负责[^，。；]*(?:和|与|及|、|以及)认定(?:工作)?(?=[，。；]|$)")  # among other steps
_RECOGNITION = re.compile(r"认定|识别|审核确认|评定|确认")  # what an act of the title does with its people
_SEEN = re.compile(
    r"(?:报|提交|由|(?:部门|人民政府|办事处)(?:负责)?)[^。；]{0,30}(?:审核|审批|审定|核准|批准|作出[^，。；]{0,16}决定)(?!确认的)"
)
_RECEIVES = re.compile(
    r"(?:负责|统一|由[^，。；]{2,20})(?:受理|接收)[^，。；]{0,20}申请(?!人|材料|书|表|之日|[^，。；]{0,6}(?:时|后|的，))"
)
_STANDING = re.compile(r"(?:有关|相关|对象|人员|困难)?(?:的)?(?:身份|资格)(?:的)?认定")
_VILLAGE = r"(?:村（居）|居（村）|村民|居民|村|社区)"
_HANDLES = re.compile(  # the village takes in, or reviews, what people apply for
    rf"由[^，。；]{{0,20}}?{_VILLAGE}[^，。；]{{0,12}}委员会[^，。；]{{0,6}}?(?:负责)?(?:受理|接收|审核|审查|初审)"
    rf"|{_VILLAGE}[^，。；]{{0,12}}委员会(?:应当|负责)[^，。；]{{0,10}}?(?:受理|审核|审查|初审)"
)
_VOTED = re.compile(  # those who come together in the village decide who goes on
    r"(?:村民代表|居民代表|代表会议?|村民会议|到会代表|参会代表|评议(?:小组|会))[^。]{0,60}?"
    r"(?:同意|赞成|赞同|表决|投票|得票|票数)[^。；]{0,24}?，?(?:列入|方可|才能|才可|上报|纳入|通过(?:的|后))"
)
_VILLAGE_DECIDES = re.compile(
    rf"由[^，。；]{{0,10}}?{_VILLAGE}[^，。；]{{0,10}}?(?:委员会|委会|两委)"
    r"(?:直接|自行|研究|集体|讨论|商议|会议|民主|评议|组织)*(?:确定|决定|审定|核定|审批|认定)(?!意见|初步)"
    rf"|由[^，。；]{{0,14}}?{_VILLAGE}[^，。；]{{0,10}}?(?:委员会|委会|两委)[^，。；]{{0,8}}(?:商定|议定|拍板|定夺|敲定)"
)
_AFTER = re.compile(r"[^，。；]{2,20}后，?(?:基本生活|生活)?(?:仍|还|依然|确)[^，。；]{0,12}")  # what came before
_REVIEWED = re.compile(r"决定[^，。；]{0,6}(?:有异议|不服)|(?:申请|提出)(?:复核|复查|复议|申诉)")
_HANDED = re.compile(r"(?:下放|委托|授权)[^，。；]{0,16}的[^，。；]{0,14}，")  # 已将确认权限下放的乡镇，由乡镇…
_ADVICE = re.compile(r"异议|参考|重新|有疑|抽查|建议")
_ON_BEHALF = re.compile(r"协助|委托|代为|代办|帮助|配合|转交|乡镇|街道")
_TO = re.compile(r"(?:向[^，。；]{2,60}?(?:提出|申请))|受理|由[^，。；]{2,40}(?:负责)?审核")
_GIVING = frozenset({"accept", "investigate", "decide", "pay", "implement"})
_BROAD = LOOSE | AREAS | {"living-aid"}


@dataclass(frozen=True, slots=True)
class Decider:
    """`agency` decides on `aid` in a norm; `recognises` people, or grants."""

    norm: Norm
    agency: str
    aid: frozenset[str]
    people: Groups
    recognises: bool
    lines: frozenset[str] = frozenset()  # all that its agency is, where one body has two names


def moved(index: CoverageIndex, mine: str, theirs: str) -> Iterator[tuple[Decider, Decider]]:
    """Decisions that document `mine` gives to another body than `theirs`, which knows no other decision on it."""
    ours, above = deciders_of(index, mine), deciders_of(index, theirs)
    for a in ours:
        same = [b for b in above if one_decision(index, a, b)]
        known = {agency for x in same for agency in (x.agency, *x.lines)} | {"township", "government"}
        other = [b for b in same if b.agency not in {x.agency for x in ours if one_decision(index, x, b)}]
        if other and not known.intersection((a.agency, *a.lines)) and _may_clash(index, a.agency, other[0].agency):
            yield a, other[0]
        elif same and not known.intersection((a.agency, *a.lines)) and _only_helps(index, a, theirs):
            yield a, same[0]  # some of the cases go to who only helps with all of them
        elif a.agency == "village" and not _has_votes(index, theirs) and (above_it := _by_a_body(index, a, theirs)):
            yield a, above_it
    yield from _received(index, mine, theirs)


def _only_helps(index: CoverageIndex, decider: Decider, name: str) -> bool:
    """Whether a document has the body help with the aid, and take no step of it."""
    there = (d for d in index.duties_by_document.get(name, ()) if d.function in _GIVING)
    roles = {d.role for d in there if d.agency == decider.agency and d.aid in decider.aid}
    return bool(roles) and roles <= HELPS


def _has_votes(index: CoverageIndex, name: str) -> bool:
    """Whether a document itself lets a vote in the village decide who goes on."""
    return bool(_VOTED.search(index.documents[name].text))


def _received(index: CoverageIndex, mine: str, theirs: str) -> Iterator[tuple[Decider, Decider]]:
    """Applications that `mine` has the village committee receive, and `theirs` the township."""
    ours = [n for n in norms_of(index.reading(mine)) if _takes_in(n)]
    above = [n for n in norms_of(index.reading(theirs)) if _TO.search(n.text)] if ours else []
    above = [n for n in above if any(_TO.search(c) and names_in(c) == {"township"} for c in PAUSE.split(n.text))]
    for a in ours:
        same = [b for b in above if (a.aid & b.aid) - LOOSE and aid_meets(index, a, b) is Verdict.YES]
        if same:
            best = max(same, key=lambda n: len(bag(n.text) & bag(a.text)))
            yield (
                Decider(a, "village", a.aid, Groups.of(()), recognises=False),
                Decider(best, "township", best.aid, Groups.of(()), recognises=False),
            )
            return


def _takes_in(norm: Norm) -> bool:
    """Whether the village committee, and nobody with it, receives applications in the norm, or reviews them."""
    if names_in(norm.text) == {"village"} and _RECEIVES.search(norm.text):
        return not _ON_BEHALF.search(norm.text)
    handled = _HANDLES.search(norm.text) if "申请" in norm.text else None
    return handled is not None and not _ON_BEHALF.search(handled.group())


def _by_a_body(index: CoverageIndex, a: Decider, theirs: str) -> Decider | None:
    """A norm that has the township look into, or a department decide, what `a` leaves to the village committee."""
    found: list[tuple[int, Decider]] = []
    for norm in norms_of(index.reading(theirs)):
        bodies = names_in(norm.text) - {"village", "unresolved"}
        if bodies and _SEEN.search(norm.text) and aid_of(index, norm) & a.aid:
            near = len(bag(norm.prior + norm.text) & bag(a.norm.prior + a.norm.text))
            found.append((near, Decider(norm, min(bodies), a.aid, a.people, False)))
    return max(found, key=lambda x: x[0], default=(0, None))[1]


@per_index
def deciders_of(index: CoverageIndex, name: str) -> tuple[Decider, ...]:
    """Who decides in a document."""
    return tuple(d for n in norms_of(index.reading(name)) for d in _deciders(index, n))


def _deciders(index: CoverageIndex, norm: Norm) -> Iterator[Decider]:
    aid = _decided(norm.text, aid_of(index, norm) - _BROAD)
    sentence = norm.prior + norm.text
    vote = _VOTED.search(sentence) if aid and not _ADVICE.search(sentence) else None
    left_to = _VILLAGE_DECIDES.search(norm.text) if aid else None
    if (left_to and not _DECISION.has("aside", norm.text[: left_to.end()])) or (vote and vote.end() > len(norm.prior)):
        yield Decider(norm, "village", aid, Groups.of(()), recognises=False)
    for p in norm.provisions:
        said = p.quote.text
        grants, recognises = _GRANTS.search(said), _RECOGNISES.search(said)
        leads = _bodies(p)
        named = Groups.of(p.groups) if aid or p.groups else _titled(index, norm.document)
        told = bool(aid or (recognises and p.groups) or (named and _titled(index, norm.document)))
        decides = "decide" in p.functions or bool(p.groups and _IN_CHARGE.search(said))
        if decides and told and len(leads) == 1 and (grants or recognises):
            merged = next(iter(leads))
            own = min(merged)
            partners = {x.agency for x in p.actors if x.role in (Role.JOINT, Role.ASSIST)}
            others = names_in(said) - merged - {"village", "township", "unresolved"} - partners
            if not others and not _DECISION.has("aside", _from_the_case(norm, said)):
                yield Decider(norm, own, aid, named, bool(recognises or not aid), merged)


def _bodies(provision: Provision) -> frozenset[frozenset[str]]:
    """The bodies that lead in a provision: 教育体育局 is one, whatever lines it is of."""
    places: dict[tuple[int, str], set[str]] = {}
    for actor in provision.actors:
        if actor.role is Role.LEAD:
            places.setdefault((actor.start, actor.surface), set()).add(actor.agency)
    return frozenset(frozenset(x) for x in places.values())


@per_index
def _titled(index: CoverageIndex, name: str) -> Groups:
    """The one class of people that a text is called the recognition of (低保边缘家庭认定办法)."""
    title = index.documents[name].title or ""
    found = groups_in(title) if _RECOGNITION.search(title) else Groups.of(())
    return found if len(found.alternatives) == 1 else Groups.of(())


def _from_the_case(norm: Norm, said: str) -> str:
    """What a provision says, with the case its sentence opens with where that is an objection (对决定有异议的，…), or
    that the power has been handed down.
    """
    before = norm.text[: max(norm.text.find(said), 0)]
    return f"{before if _REVIEWED.search(before) or _HANDED.search(before) else ''}{said}"


def _decided(said: str, aid: frozenset[str]) -> frozenset[str]:
    """What a norm decides on of the aid it names: not what was given before (医疗救助后仍有困难的) beside more."""
    earlier = _AFTER.findall(said) if aid else []
    before = aid_named("".join(earlier)) if earlier else frozenset()
    return aid - (before - aid_named(_AFTER.sub("，", said))) or aid if before else aid


def one_decision(index: CoverageIndex, a: Decider, b: Decider) -> bool:
    """Whether both decide on one aid for people who can be the same, or recognise one class."""
    apart = not a.aid & b.aid and not (a.recognises and (of_status(a) or not (a.aid and b.aid)))
    if a.recognises != b.recognises or apart:
        return False
    if a.recognises and not b.people and of_status(a):
        return _STANDING.search(b.norm.text) is not None  # 有关身份的认定
    if a.recognises:
        return any(set(x) == set(y) for x in a.people for y in b.people)  # each class is recognised by its name
    return not (a.people and b.people) or index.groups_meet(a.people, b.people) is not Verdict.NO


def of_status(given: Decider) -> bool:
    """Whether people are recognised, and as what holds for whatever aid (低保, 特困)."""
    standing = given.recognises and bool(given.people)
    return standing and given.people.ids() <= frozenset(wordings()["strata"])


def _may_clash(index: CoverageIndex, mine: str, theirs: str) -> bool:
    """Whether a decision of `mine` for one of `theirs` is more than a matter of levels."""
    vocabulary = index.vocabulary
    low = mine == "village" or is_mass(vocabulary, mine)
    body = is_authority(vocabulary, theirs) or _unit_of_another(theirs, mine)
    return low or (is_authority(vocabulary, mine) and body)


def _unit_of_another(unit: str, department: str) -> bool:
    """Whether a body is a unit of another department (法律援助机构), with which no department decides."""
    return departments_of(unit, "unit")[:1] not in ((), (department,))
