"""Choices that a higher rule leaves open and the lower text narrows: who may be entrusted, where people apply.

A list with an open end (其他, 等) is not narrower; a soft wish of the higher rule (有条件的地方) opens nothing yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from checks.base import Severity
from checks.compare.ground.agencies import agencies_in
from checks.compare.ground.alignment import bag
from checks.compare.ground.deeds import sum_names
from checks.compare.ground.norms import Norm
from checks.compare.ground.topics import aid_meets, aid_named
from checks.compare.outcome.departures import Departure, Label
from kg.coverage import CoverageIndex
from kg.enums import Verdict
from ontology.cues import Cue, load_cues, named_in

_JOINT = re.compile(r"、|或者|或|和|以及|及")
_HIMSELF = re.compile(r"本人|申请人|当事人")
_TO = re.compile(r"向([^，。；]{2,60}?)(?:提出|申请)")
_AT = re.compile(
    r"(?:向|到|在)(?P<at>[^，。；]{2,60}?)(?:提出|申请|申领|(?:进行|办理)[^，。；]{0,6}登记)"
    r"|由(?P<by>[^，。；]{2,60}?地)的?[^，。；地]{0,16}(?:受理|接收(?!人员))"
)
_ALSO = re.compile(r"也可以?(?:直接)?向([^，。；]{2,40}?)(?:提出|申请|求助)")
_ASKS = re.compile(r"(?:向|到)([^，。；]{2,30}?)(?:提出|申请|求助)")
_SENT = re.compile(r"(?:应当|须|必须|需|由)[^，。；]{0,40}向")  # no other way
_AGAIN = re.compile(
    r"复核|复议|异议|申诉|投诉|可以直接|也可以?|同时|变更|转移|协助|帮助|引导|护送|转介|代为|(?:非|不)[^，。；]{0,6}(?:户籍|居住证)"
)
_NEAR_DESKS = frozenset({"township", "village", "government", "unresolved", "school", "other-body", "employer"})
_UNSORTED = frozenset({"other-aid"})  # helps of many kinds that two texts need not mean alike
_SHOWS_WAY = re.compile(r"告知|引导|提示|指引|劝导|护送|转介")  # where somebody is told to go is no rule on desks
_TAKES = re.compile(r"受理|接收|提出|申请|求助|转送|护送|引导")
_NARROWER = ("hukou", "residence", "work")  # where people are registered, live or work: narrower than any other place
_SOFT = re.compile(r"有条件的|按照有关规定|有序推进|逐步|探索|鼓励")
_SAME = (("村（居）民委员会", "村民委员会、居民委员会"), ("居（村）民委员会", "村民委员会、居民委员会"))


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Narrowed lists and narrowed places of application."""
    for cue in load_cues()["option"]:
        yield from _lists(index, cue, mine, theirs)
        yield from _unsaid(index, cue, mine, theirs)
    yield from _places(index, mine, theirs)
    yield from _desks(index, mine, theirs)
    yield from _other_desks(index, mine, theirs)
    yield from _second_desks(index, mine, theirs)


def _lists(index: CoverageIndex, cue: Cue, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    above = [(n, _listed(m)) for n in theirs if (m := cue.find("frame", n.text)) and not _SOFT.search(n.text)]
    narrow = []
    for norm in () if any(cue.find("beside", n.text) for n in mine) else mine:
        if match := cue.find("frame", norm.text):
            found = [(b, said) for b, said in above if _narrower(cue, _listed(match), said)]
            narrow += [(norm, _listed(match), *x) for x in found if aid_meets(index, norm, x[0]) is Verdict.YES][:1]
    if narrow:
        first = narrow[0]
        yield Departure(
            Label.NOTION,
            cue.id,
            cue.label,
            f"限于{first[1]}",
            first[3],
            tuple(n[0] for n in narrow),
            (first[2],),
        )


def _unsaid(index: CoverageIndex, cue: Cue, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Where the higher rule leaves people a choice, the lower text has somebody help them and says no more."""
    above = [(n, m) for n in theirs if (m := cue.find("frame", n.text)) and cue.find("case", n.text)]
    helped = [n for n in mine if above and cue.find("case", n.text) and cue.find("helped", n.text)]
    if any(cue.find("said", n.text) for n in mine if "申请" in n.text):
        return
    for b, said in above:
        near = tuple(a for a in helped if aid_meets(index, a, b) is Verdict.YES)
        if near:
            told = ("只规定协助其申请", f"可以委托{_listed(said)}代为申请")
            yield Departure(Label.CONDITION, cue.id, cue.label, *told, near, (b,), Severity.WARNING)
            return


def _narrower(cue: Cue, mine: str, theirs: str) -> bool:
    if "wider" in cue.patterns:
        return bool(cue.find("narrow", mine) and cue.find("wider", theirs) and not cue.find("narrow", theirs))
    ours, above = _members(mine), _members(theirs)
    if "narrow" in cue.patterns and cue.find("narrow", mine):
        return not cue.find("narrow", theirs)
    if "narrow" in cue.patterns and _HIMSELF.search(mine):  # who acts for him is a matter of entrusting
        return False
    return ours < above and not cue.find("open", mine)


def _listed(match: re.Match[str]) -> str:
    """The list inside a frame, whichever of its wordings it is."""
    return next(x for x in match.groups() if x)


def _members(said: str) -> frozenset[str]:
    for short, full in _SAME:
        said = said.replace(short, full)
    return frozenset(x.strip() for x in _JOINT.split(said) if x.strip())


def _places(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """The lower text knows only where people are registered or live; the higher opens the door where they need help."""
    above = [(n, where) for n in theirs if (where := _where(n)) and not _SOFT.search(n.text)]
    for a, said in ((n, where) for n in mine if above and (where := _where(n))):
        found = [(b, x) for b, x in above if _closer(said.keys(), x.keys()) and _exactly(index, a, b)]
        if found:
            b, open_ = max(found, key=lambda x: len(bag(a.text) & bag(x[0].text)))
            ours, their = "、".join(said.values()), "、".join(open_.values())
            beside = tuple(x for x, _ in found if x is not b and x.line == b.line)
            yield Departure(Label.CONDITION, "place", "申请地点", f"向{ours}申请", f"向{their}申请", (a,), (b, *beside))
            return


def _desks(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """People are sent to the village committee with an application that the higher rule sends to the township."""
    above = [n for n in theirs if "township" in _accepting(n)]
    for a in [n for n in mine if _accepting(n) == {"village"}]:
        for b in (n for n in above if _exactly(index, a, n)):
            yield Departure(
                Label.COMPETENCE, "desk", "受理申请的机构", "向村（居）民委员会提出", "向乡镇、街道提出", (a,), (b,)
            )
            return


def _other_desks(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """People have to apply to one body with what the higher rule has them bring to the township, and nowhere else."""
    above = [n for n in theirs if _last_desk(n) == "township"]
    for a in mine if above else ():
        desk = _last_desk(a) if _SENT.search(a.text) else ""
        if not desk or desk in _NEAR_DESKS:
            continue
        same = [b for b in above if aid_named(a.text) != _UNSORTED and _exactly(index, a, b)]
        takes = (n for n in theirs if desk in _named(n) and _TAKES.search(n.text))
        if same and not any(aid_meets(index, a, n) is Verdict.YES for n in takes):
            told = (f"向{index.vocabulary.label('agency', desk)}提出", "向乡镇、街道提出")
            yield Departure(Label.COMPETENCE, "desk", "受理申请的机构", *told, (a,), tuple(same[:1]), Severity.WARNING)


def _last_desk(norm: Norm) -> str:
    """The body right before 提出 that people apply to: 乡镇（街道）就业服务机构 is one, and no township."""
    said = _TO.search(norm.text)
    named = agencies_in(said[1]) if said else ()
    return named[-1][2] if named and not _AGAIN.search(norm.text) else ""


def _second_desks(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """The higher rule opens a second desk (也可以向…提出); the lower sends people to one, and the other nowhere."""
    for b in theirs:
        also = _ALSO.search(b.text)
        second = {agency for _, _, agency in agencies_in(also[1])} if also and not _SOFT.search(b.text) else set()
        asked = [a for a in mine if second and (m := _asks(a)) and agencies_in(m[1]) and _exactly(index, a, b)]
        if asked and not any(second & _named(n) for n in mine if _TAKES.search(n.text)):
            ours = _asks(asked[0])
            said = f"只向{ours[1] if ours else ''}提出"
            yield Departure(
                Label.CONDITION,
                "second-desk",
                "受理申请的机构",
                said,
                f"也可以向{also[1] if also else ''}提出",
                tuple(asked),
                (b,),
                Severity.WARNING,
            )


def _asks(norm: Norm) -> re.Match[str] | None:
    """Where the norm has people apply; None where it only has a body show them the way."""
    match = _ASKS.search(norm.text)
    return None if match and _SHOWS_WAY.search(norm.text[: match.start()]) else match


def _named(norm: Norm) -> set[str]:
    return {agency for _, _, agency in agencies_in(norm.text)}


def _closer(mine: Set[str], theirs: Set[str]) -> bool:
    """Whether people may apply at fewer places: where they are registered for where they live or need help."""
    if not mine or not mine <= set(_NARROWER) or mine & theirs:
        return False
    return mine == {"hukou"} or not theirs <= set(_NARROWER)


def _accepting(norm: Norm) -> frozenset[str]:
    """Bodies that the norm has people apply to."""
    said = _TO.search(norm.text)
    return frozenset(agency for _, _, agency in agencies_in(said[1])) if said else frozenset()


def _where(norm: Norm) -> dict[str, str]:
    said = _AT.search(norm.text)
    at = (said["at"] or said["by"]) if said else ""
    return {c.id: c.label for c in load_cues()["place"] if c.find("named", at)} if at else {}


def _exactly(index: CoverageIndex, a: Norm, b: Norm) -> bool:
    """Both name one aid and no different kinds of it in their own words, in texts about the same."""
    kinds = [named_in("variant", n.text) for n in (a, b)]  # 急难型, 支出型
    if all(kinds) and not kinds[0] & kinds[1]:
        return False
    own = "".join(sum_names(a.text))  # 求职交通补贴 is not all that employment aid gives
    if own and not bag(own) & bag(b.words):
        return False
    return bool(a.aid & b.aid - {"social-assistance"}) and aid_meets(index, a, b) is Verdict.YES
