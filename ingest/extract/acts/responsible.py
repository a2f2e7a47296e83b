"""Who is responsible for a measure of a plan, in brackets or behind labels at its end.

（市民政局牵头，市财政局配合）, （牵头单位：A；责任单位：B）, （A、B按职责分工负责）, bare （A、B）, or without
brackets 牵头单位：A；配合单位：B；完成时限：…: the bodies named there do what the paragraph orders of nobody in
particular. Those that only have a share beside a lead work jointly with it; where the document says that the first
named leads (列第一位者为牵头单位), it does. A bracket between the sentences closes a measure of its own; one in a
heading is about all that stands under it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ingest.extract.acts.acts import Actors
from ingest.extract.bodies.chains import Chain
from kg.enums import Role
from kg.model import Clause

_INSIDE = r"(?:[^（）()\n]|[（(][^（）()\n]*[）)])"
_TAIL = re.compile(
    rf"[（(](?P<inside>{_INSIDE}*?(?:负责|牵头|配合|参与|落实|单位[：:]|部门[：:]){_INSIDE}*)[）)][。；;\s]*$"
)
_BARE = re.compile(  # 。（县财政局、县审计局）: nothing but who is responsible
    rf"(?<=[。；;])\s*[（(](?P<inside>{_INSIDE}{{2,120}})[）)][。；;\s]*$"
)
_LISTED = re.compile(r"(?:[、，和及]|等)*")
_CHARGED = r"(?:牵头|主办|主要责任|责任|落实|配合|协办|协助|参与|参加)(?:单位|部门)"
_COLON = re.compile("(?:单位|部门)[：:]")  # without one there are no labels
_LABELLED = re.compile(
    rf"(?<=[。；;）)\s])\s*(?P<inside>{_CHARGED}[：:](?:(?!{_CHARGED}[：:])[^。；;\n])+"
    rf"(?:[。；;，]\s*(?:{_CHARGED}|(?:完成|办理|办结)?(?:时限|时间|期限)(?:要求)?|进度(?:安排|要求))[：:][^。；;\n]+)*)[。；;\s]*$"
)
_LABEL = re.compile(r"(?P<kind>牵头|主办|主要责任|责任|落实|配合|协办|协助|参与|参加)(?:单位|部门)(?:[为是])?[：:]?")
_VERB = re.compile(r"(?P<kind>牵头|主办|配合|协办|协助|支持|参与|参加|负责|落实|实施|推进)")
_FIRST_LEADS = re.compile(r"(?:列|排)(?:在)?(?:第一位|首位|最前)(?:者|的)?(?:单位|部门)?为?牵头")
_CLAUSE = re.compile(r"[，；;。]")
_ROLES = {
    **dict.fromkeys(("牵头", "主办", "主要责任"), Role.LEAD),
    **dict.fromkeys(("配合", "协办", "协助", "支持"), Role.ASSIST),
    **dict.fromkeys(("参与", "参加"), Role.PARTICIPATE),
}
_REACH = 400  # characters before the end of a paragraph in which the bracket stands
_BRACKET = re.compile(rf"[（(](?P<inside>{_INSIDE}{{2,200}})[）)]")
_CHARGING = re.compile(
    rf"{_CHARGED}[：:]|(?:牵头|负责|配合|参与|参加|落实|协助|协办|主办|组织实施|分工负责)(?:等|落实|实施)?(?:，下同)?$"
)
_BETWEEN = "。；;"
_MARKS = re.compile(r"[。；;\s]*")


@dataclass(frozen=True, slots=True)
class Tail:
    """The bracket or labels from `start` to the end of the paragraph, and those named there."""

    start: int
    actors: Actors


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of a plan and those charged with it; nobody where no bracket names them."""

    start: int
    end: int
    actors: Actors = ()

    @property
    def led(self) -> bool:
        """Whether somebody is to lead."""
        return any(role is Role.LEAD for _, role in self.actors)


def measures(text: str, chains: tuple[Chain, ...], clause: Clause, start: int, end: int) -> list[Measure]:
    """The measures in a clause's own words, each with those charged with it.

    Where nothing else stands behind its heading, the heading is the measure; a bracket right behind the heading that is
    the only one is about all that follows.
    """
    headed = text.find(clause.label, clause.start, start) if clause.label and clause.kind != "duty" else -1
    start, tail = charged(text, chains, headed, start, end)
    stop = tail.start if tail else end
    found: list[Measure] = []
    first: Actors = ()
    left = start
    for bracket in _brackets(text, start, stop):
        actors = _charging(text, chains, bracket) if _closes(text, bracket) else ()
        if actors and not text[left : bracket.start()].strip():
            first = actors
        elif actors:
            found.append(Measure(left, bracket.start(), actors))
        left = _after(text, bracket.end(), stop) if actors else left
    if left < stop:
        found.append(Measure(left, stop, tail.actors if tail else ()))
    if first and headed >= 0 and (tail or len(found) > 1):
        return [Measure(headed, start, first), *found]
    return [replace(m, actors=m.actors or first) for m in found] if first else found


def _brackets(text: str, start: int, stop: int) -> Iterator[re.Match[str]]:
    if text.find("（", start, stop) >= 0 or text.find("(", start, stop) >= 0:
        yield from _BRACKET.finditer(text, start, stop)


def _closes(text: str, bracket: re.Match[str]) -> bool:
    """Whether a bracket stands at the end of a sentence and names who is charged."""
    around = (text[bracket.start() - 1 : bracket.start()], text[bracket.end() : bracket.end() + 1])
    ends = any(mark and mark in _BETWEEN for mark in around)
    return ends and _CHARGING.search(text, bracket.start("inside"), bracket.end("inside")) is not None


def _charging(text: str, chains: tuple[Chain, ...], bracket: re.Match[str]) -> Actors:
    inside = bracket.span("inside")
    shares = list(_shares(text, [c for c in chains if inside[0] <= c.start and c.end <= inside[1]], *inside))
    return _settled(shares, _FIRST_LEADS.search(text) is not None) if shares else ()


def _after(text: str, at: int, stop: int) -> int:
    """Where words go on behind a bracket."""
    marks = _MARKS.match(text, at, stop)
    return marks.end() if marks else at


def charged_by_heading(text: str, chains: Iterable[Chain], clause: Clause) -> Actors:
    """Those whom a bracket in the heading of a clause charges with all that stands under it."""
    at = text.find(clause.label, clause.start, clause.end) if "（" in clause.label else -1
    tail = responsible(text, chains, at, at + len(clause.label)) if at >= 0 else None
    return tail.actors if tail else ()


def charged(text: str, chains: tuple[Chain, ...], headed: int, start: int, end: int) -> tuple[int, Tail | None]:
    """Where the measure in `text[start:end]` begins, and what closes it: at its heading, where only that stands before.

    `headed` is where the heading begins, -1 for none.
    """
    tail = responsible(text, chains, start, end)
    if tail or not 0 <= headed < start:
        return start, tail
    tail = responsible(text, chains, headed, end)
    return (headed, tail) if tail and tail.start <= start else (start, None)


def responsible(text: str, chains: Iterable[Chain], start: int, end: int) -> Tail | None:
    """What closes `text[start:end]` and names who is responsible; `None` where nothing does."""
    near = max(start, end - _REACH)
    found = _TAIL.search(text, near, end)
    if found is None and _COLON.search(text, near, end):
        found = _LABELLED.search(text, near, end)
    bare = _BARE.search(text, near, end) if found is None else None
    found = found or bare
    if found is None or found.start() <= start:
        return None
    inside = (found.start("inside"), found.end("inside"))
    named = [c for c in chains if inside[0] <= c.start and c.end <= inside[1]]
    if bare and not _only_bodies(text, named, *inside):
        return None
    shares = list(_shares(text, named, *inside))
    if not shares:
        return None
    return Tail(found.start(), _settled(shares, _FIRST_LEADS.search(text) is not None))


def _only_bodies(text: str, named: list[Chain], start: int, end: int) -> bool:
    """Whether nothing but bodies stands in a bracket."""
    for chain in named:
        if not _LISTED.fullmatch(text, start, chain.start):
            return False
        start = chain.end
    return bool(named) and _LISTED.fullmatch(text, start, end) is not None


def named_below(lines: Iterable[tuple[str, Iterable[Chain]]]) -> Actors:
    """Those whom lines of their own below a measure name: (责任单位, the bodies behind it) for each line."""
    found = ((_LABEL.fullmatch(label), chains) for label, chains in lines)
    return _settled([(chain, _ROLES.get(label["kind"])) for label, chains in found if label for chain in chains], False)


def is_charge(label: str) -> bool:
    """Whether a line with this label only says who is responsible for the measure above it."""
    return _LABEL.fullmatch(label) is not None


def _shares(text: str, chains: list[Chain], start: int, end: int) -> Iterator[tuple[Chain, Role | None]]:
    """Each chain with the role that its label before or its verb behind gives; `None` for a bare share."""
    label: Role | None = None
    waiting: list[Chain] = []
    for left, right in _clauses(text, start, end):
        named = _LABEL.search(text, left, right)
        verb = None if named else _VERB.search(text, left, right)
        label = _ROLES.get(named["kind"]) if named else label
        listed = named.end() if named else left
        waiting += [c for c in chains if listed <= c.start < right]
        if verb is not None or named is not None or label is not None:
            role = _ROLES.get(verb["kind"]) if verb else label
            yield from ((chain, role) for chain in waiting)
            waiting = []
    yield from ((chain, None) for chain in waiting)


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for mark in _CLAUSE.finditer(text, start, end):
        yield start, mark.start()
        start = mark.end()
    yield start, end


def _settled(shares: list[tuple[Chain, Role | None]], first_leads: bool) -> Actors:
    """The roles of all: a bare share is a lead, or joint where somebody else leads."""
    bodies = [(body, role) for chain, role in shares for body in chain.bodies]
    led = first_leads or any(role is Role.LEAD for _, role in bodies)
    share = Role.JOINT if led else Role.LEAD
    roles = [role or (Role.LEAD if first_leads and n == 0 else share) for n, (_, role) in enumerate(bodies)]
    return tuple((body, role) for (body, _), role in zip(bodies, roles, strict=True))
