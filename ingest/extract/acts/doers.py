"""Who acts: the subject in force, the bodies that a step names, those helped, told or entrusted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from ingest.extract.acts.acts import Act, Actors, Sentence, leading
from ingest.extract.acts.pieces import Piece, Step
from ingest.extract.acts.segments import set_up
from ingest.extract.bodies.chains import Body
from ingest.extract.bodies.roles import role_in_series
from kg.enums import Role
from ontology.wording import wordings

_IN_PERSON = re.compile("组长|主任|召集人|为成员|负责人|负责同志")
_ANSWERABLE = re.compile(r"(?:的?(?:行政领导|行政首长|行政主要领导|领导|主要领导|分级))?负责制")
_CHARGED = re.compile(r"(?:主要|具体|统一|全面|其?主要?职责是|其职责是)?(?:负责|承担)")
_FOUNDED = re.compile(  # what is set up, at the end of what is said
    r"(?:成立|设立|组建)(?P<body>[^。；]{0,80}?(?:小组|联席会议|委员会|专班|指挥部|办公室))[，。；]\s*$"
)
_FAR = 100  # characters back to who is set up
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


def take_mechanism(sentence: Sentence, piece: Piece) -> None:
    """政府领导、民政部门牵头、有关部门配合, 政府负责制: give the piece the roles that stand inside a name."""
    if not piece.steps:
        return
    start, end = piece.subject_end, piece.segment.end
    others = piece.steps[-1].others
    for mechanism in sentence.tokens.mechanisms_in(start, end):
        others[:] = mechanism.bodies
    if (inside := set_up(sentence.text, start, end)) is not None:
        _work_together(sentence, piece, *inside)
    if sentence.text.find("负责制", start, end) < 0:
        return
    for token in sentence.tokens.between(start, end):
        if token.chain is not None and _ANSWERABLE.match(sentence.text, token.end):
            others.extend(leading(token.chain.bodies))


def _work_together(sentence: Sentence, piece: Piece, start: int, end: int) -> None:
    """建立A牵头，B参加的工作机制: one act of coordinating by whoever sets it up and those it names."""
    step = piece.steps[0]
    piece.steps[:] = [step]
    step.by, step.others = (), list(_parts_taken(sentence, start, end))
    step.functions = {"coordinate": None}
    if sentence.text.find("共享", start, end) >= 0:
        step.functions["inform"] = None


def _parts_taken(sentence: Sentence, start: int, end: int) -> Iterator[tuple[Body, Role]]:
    """What the bodies named between `start` and `end` do in what is set up; people (任组长) stand for none."""
    for part in re.finditer("[^，]+", sentence.text[start:end]):
        left, right = start + part.start(), start + part.end()
        chains = [t.chain for t in sentence.tokens.between(left, right) if t.chain is not None]
        if chains and not _IN_PERSON.search(part[0]):
            role = role_in_series(sentence.text[chains[-1].end : right])
            yield from ((body, role) for chain in chains for body in chain.bodies)


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


def orders_go_on(subject: tuple[Body, ...]) -> bool:
    """Whether orders to `subject` can go on in the next paragraph: to authorities, not to those who are supervised."""
    return all(_no_authorities().isdisjoint(body.ids) for body in subject)


def encourages(act: Act) -> bool:
    """Whether those who act in an encouragement are named for it: in its sentence, or as authorities just before."""
    return act.own or (not act.first and orders_go_on(tuple(body for body, _ in act.actors)))


def enjoys(sentence: Sentence, step: Step, actors: Actors) -> bool:
    """用人单位享受补贴: bodies that are no authorities only have an advantage, which is no work."""
    if sentence.text.startswith(_HAVING, step.start) and not step.by:
        return bool(actors)  # 由残联发给证件，享受优惠
    if not _ADVANTAGE.issuperset(step.functions) or sentence.text.find("享受", step.start, step.end) < 0:
        return False
    return bool(actors) and all(_no_authorities().issuperset(body.ids) for body, _ in actors)
