"""Who acts: the subject in force, the bodies that a step names, those helped, told or entrusted."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from ingest.extract.acts.acts import Act, Actors, Sentence, leading
from ingest.extract.acts.handing import ASKING_TO_KNOW
from ingest.extract.acts.pieces import Piece, Step
from ingest.extract.bodies.chains import Body
from kg.enums import Role
from ontology.wording import wordings

_CHARGED = re.compile(r"(?:主要|具体|统一|全面|其?主要?职责是|其职责是)?(?:负责|承担)")
_FOUNDED = re.compile(  # what is set up, at the end of what is said
    r"(?:成立|设立|组建)(?P<body>[^。；]{0,80}?(?:小组|联席会议|委员会|专班|指挥部|办公室))[，。；]\s*$"
)
_RHYTHM = re.compile(r"每(?:个?[年月日周季]|半年|\d|[一二两三四])|定期|按[月季年]|并组织实施")
_FAR = 100  # characters back to who is set up
_GRANTS = re.compile(
    r"(?:在[^，。；]{1,12}[内间]|按照?[^，。；]{1,16}|依照?[^，。；]{1,16}|根据[^，。；]{1,16}|可|可以|一次性|每[人名][^，。；]{0,10})*"
    r"(?:给予|予以|享受|发放)[^，。；]*(?:补贴|补助|奖励|奖补|减免|优惠|扶持|资助|贴息|返还)"
)
_DOING = frozenset(("组织", "介绍", "提供", "安排", "开展", "推荐", "实施"))
_HAVING = ("享受", "享有")
_ADVANTAGE = frozenset(("implement", "pay"))
_WATCHING = frozenset(("guide", "supervise", "audit"))
_ASKED = frozenset(("accept", "appeal"))
_GIVEN = frozenset(("inform", "service", "advise", "fund", "pay", "supervise"))
_TOLD = frozenset(("inform", "fund"))
_VAGUE = ("unresolved",)
_PARTNERS = (Role.JOINT, Role.LEAD)
_MEMBERS = ("member-units",)


@cache
def _no_authorities() -> frozenset[str]:
    """Bodies that apply, are helped and are supervised as people are."""
    return frozenset(wordings()["no-authority"])


def founded(sentence: Sentence, piece: Piece) -> tuple[Body, ...]:
    """成立领导小组，负责…: the body that the words before set up."""
    start = piece.segment.start
    if piece.subject or _CHARGED.match(sentence.text, start) is None:
        return ()
    found = _FOUNDED.search(sentence.text, max(0, start - _FAR), start)
    tokens = sentence.tokens.between(found.start(), found.end("body")) if found else ()
    last = tokens[-1] if tokens else None
    return last.chain.bodies if found and last and last.chain and last.end == found.end("body") else ()


def actors_of(sentence: Sentence, step: Step) -> tuple[Actors, bool]:
    """The actors of a step, and whether a person acts; partners and bodies helped that waited for it are used up."""
    own, person = _own_actors(sentence, step)
    if sentence.helping is not None:
        own, sentence.helping = (*own, *sentence.helping), None
    own, sentence.partners = (*own, *sentence.partners), ()
    if step.submits:
        own = (*own, *((body, Role.RECIPIENT) for body in sentence.subject))
    elif step.together:
        sentence.together = tuple((body, role) for body, role in step.others if role in _PARTNERS)
    elif not (step.by or step.elsewhere or sentence.person):
        own = (*own, *sentence.together)
    if step.others:
        named = {body for body, _ in own}
        own = (*own, *((body, role) for body, role in step.others if body not in named))
    return own or _spoken_doers(sentence, step), person


def _own_actors(sentence: Sentence, step: Step) -> tuple[Actors, bool]:
    """The step's subject in its role, and whether it is a person."""
    if step.by:
        return tuple((body, step.role) for body in step.by), False
    if step.elsewhere:
        told = _told_before(sentence) if step.anaphoric else ()
        return told, not told
    role = step.role if sentence.helping is None else Role.ASSIST
    role = Role.DELEGATE if sentence.behalf and role is Role.LEAD else role
    own = tuple((body, role) for body in sentence.subject)
    if sentence.behalf:
        own = (*leading(sentence.behalf), *own)
    return own, sentence.person and not sentence.subject


def _told_before(sentence: Sentence) -> Actors:
    """Those that the act before tells something, as the ones who act now."""
    before = sentence.acts[-1].actors if sentence.acts else ()
    return leading(body for body, role in before if role is Role.RECIPIENT)


def _spoken_doers(sentence: Sentence, step: Step) -> Actors:
    """Agencies whose work is only spoken of (居民委员会组织的劳动), where nobody else acts."""
    tokens = sentence.tokens.between(step.start, step.end)
    pairs = ((a.chain, b) for a, b in pairwise(tokens) if a.chain is not None and a.end == b.start)
    found = (c for c, b in pairs if b.text in _DOING and sentence.text[b.end : b.end + 1] == "的")
    return tuple(actor for chain in found for actor in leading(chain.bodies))


def in_their_stead(sentence: Sentence, step: Step, actors: Actors, functions: tuple[str, ...]) -> Actors:
    """X可以代为申请: whoever applies for others acts for them."""
    if "accept" not in functions or sentence.text.find("代为", step.start, step.end) < 0:
        return actors
    return tuple((body, Role.DELEGATE if role is Role.LEAD else role) for body, role in actors)


def with_helped(sentence: Sentence, actors: Actors) -> Actors:
    """A开展核查, B应当予以配合: B helps, and A leads as in the act before."""
    named = {body for body, _ in actors}
    return (*actors, *((b, r) for b, r in sentence.acts[-1].actors if r is Role.LEAD and b not in named))


def lead_on(sentence: Sentence, actors: Actors) -> None:
    """A负责X，B配合，于月底前完成: whoever leads goes on, and B goes on helping."""
    leads = tuple(body for body, role in actors if role is Role.LEAD)
    if leads:
        sentence.subject, sentence.together = leads, tuple((b, r) for b, r in actors if r is not Role.LEAD)


def with_holder(sentence: Sentence, piece: Piece, step: Step, actors: Actors) -> Actors:
    """市中心受理的案件，可以委托区中心办理: whoever has the matter entrusts another with it."""
    if not actors or any(role is not Role.DELEGATE for _, role in actors) or step.by or piece.subject:
        return actors
    tokens = sentence.tokens.between(sentence.start, piece.segment.start)
    held = len(tokens) > 2 and tokens[0].chain is not None and tokens[1].kind == "verb" and tokens[2].kind == "de"
    return (*leading(tokens[0].chain.bodies), *actors) if held and tokens[0].chain is not None else actors


def with_partners(sentence: Sentence, piece: Piece, step: Step, actors: Actors, functions: tuple[str, ...]) -> Actors:
    """A会同B开展监测，每季度比对一次: the same work, or how often it is done, is still done with B."""
    before = sentence.acts[-1] if sentence.acts else None
    if before is None or step.by or piece.subject or not actors or any(r is not Role.LEAD for _, r in actors):
        return actors
    goes_on = set(functions) <= set(before.functions) or _RHYTHM.match(sentence.text, piece.segment.start)
    same = {body for body, _ in actors} == {body for body, _ in leads_before(sentence)}
    partners = tuple((b, r) for b, r in before.actors if r is Role.JOINT)
    return (*actors, *partners) if functions and goes_on and same else actors


def leads_before(sentence: Sentence) -> Actors:
    """Those that lead in the act before."""
    return tuple((body, role) for body, role in sentence.acts[-1].actors if role is Role.LEAD)


def addressed(
    sentence: Sentence, step: Step, actors: Actors, functions: tuple[str, ...], person: bool
) -> tuple[Actors, bool]:
    """向X申请: X takes the application, unless an agency named here applies; 向X报告: X is told."""
    if not (step.goal or step.place):
        return actors, person
    if step.goal and not (step.by or actors) and sentence.text.find("领取", step.start, step.end) >= 0:
        return leading(step.goal), True  # 到X领取: X pays
    if sentence.text.find("购买", step.start, step.end) >= 0:
        return actors, person  # 向养老机构购买服务
    consults = sentence.text.find("咨询", step.start, step.end) >= 0
    consults = consults or (person and ASKING_TO_KNOW.search(sentence.text, step.start, step.end) is not None)
    asked = (consults or not _ASKED.isdisjoint(functions)) and not step.by
    applicant = _may_apply([body for body, role in actors if role is Role.LEAD])
    if asked and applicant and sentence.explicit and sentence.marker == "permission":
        sentence.subject = step.goal or step.place  # what is said behind it, X does
    if asked and (applicant or not sentence.explicit):
        return leading(step.goal or step.place), True
    files = (
        sentence.text.startswith("由", step.start) and "accept" in functions and not _may_apply(list(step.by))
    )  # 由民政局向法院提出申请
    if asked or files or not (_TOLD if step.by else _GIVEN).isdisjoint(functions):
        return (*actors, *((body, Role.RECIPIENT) for body in step.goal)), person
    return actors, person


def _may_apply(bodies: list[Body]) -> bool:
    """Whether these apply as people do: bodies that are no authorities, with 等组织 among them or not."""
    others = [body for body in bodies if not _no_authorities().issuperset(body.ids)]
    return not others or (len(others) < len(bodies) and all(body.ids == _VAGUE for body in others))


def without_addressee(sentence: Sentence, actors: Actors, functions: tuple[str, ...]) -> Actors:
    """Nobody reports to itself: an inherited subject that is told as well gives way to the subject before it.

    Its own line farther down it may well guide or watch.
    """
    if sentence.explicit or not _WATCHING.isdisjoint(functions):
        return actors
    told = {body.ids for body, role in actors if role is Role.RECIPIENT and body.ids != _MEMBERS}
    if not any(role is Role.LEAD and body.ids in told for body, role in actors):
        return actors
    rest = tuple((b, r) for b, r in actors if r is not Role.LEAD or b.ids not in told)
    if any(role is Role.LEAD for _, role in rest):
        return rest  # 民政部门、其他有关部门告知有关部门
    entrusted = [b for b, r in (sentence.acts[-1].actors if sentence.acts else ()) if r is Role.DELEGATE]
    sentence.subject = tuple(b for b in entrusted or sentence.scope.before if b.ids not in told)
    return (*leading(sentence.subject), *((body, role) for body, role in actors if role is not Role.LEAD))


def without_delegate(sentence: Sentence, actors: Actors) -> Actors:
    """报X审批，小额的可以委托镇人民政府审批: nobody entrusts itself; whoever settled the matter before does."""
    entrusted = {body.ids for body, role in actors if role is Role.DELEGATE}
    if not any(role is Role.LEAD and body.ids in entrusted for body, role in actors):
        return actors
    before = (
        tuple(b for b, r in sentence.acts[-1].actors if r is Role.LEAD) if sentence.acts else sentence.scope.settled
    )
    leads = leading(body for body in before if body.ids not in entrusted)
    if not leads:
        return actors  # 村民会议授权村民代表会议
    return (*leads, *((b, r) for b, r in actors if r is not Role.LEAD or b.ids not in entrusted))


def orders_go_on(subject: tuple[Body, ...]) -> bool:
    """Whether orders to `subject` can go on in the next paragraph: to authorities, not to those who are supervised."""
    return all(_no_authorities().isdisjoint(body.ids) for body in subject)


def encourages(act: Act) -> bool:
    """Whether those who act in an encouragement are named for it: in its sentence, or as authorities just before."""
    return act.own or (not act.first and orders_go_on(tuple(body for body, _ in act.actors)))


def is_given(sentence: Sentence, piece: Piece, actors: Actors) -> bool:
    """用人单位招用残疾人的，按规定给予补贴: whether those whom a condition names are given what is said."""
    start = piece.segment.start
    if not actors or piece.subject or sentence.acts or not sentence.text.startswith("的，", start - 2) or piece.marker:
        return False
    named = all(_no_authorities().issuperset(body.ids) and body.end < start for body, _ in actors)
    return named and _GRANTS.match(sentence.text, start) is not None


def enjoys(sentence: Sentence, step: Step, actors: Actors) -> bool:
    """用人单位享受补贴: bodies that are no authorities only have an advantage, which is no work."""
    if sentence.text.startswith(_HAVING, step.start) and not step.by:
        return bool(actors)  # 由残联发给证件，享受优惠
    if not _ADVANTAGE.issuperset(step.functions) or sentence.text.find("享受", step.start, step.end) < 0:
        return False
    return bool(actors) and all(_no_authorities().issuperset(body.ids) for body, _ in actors)
