"""A sentence as acts: pieces read in order, with the subject, the circumstances and the topic that they hand on.

An act is one stretch with its actors and functions. A piece without a subject of its own keeps the one before it; a
person as subject ends that; agencies in a condition act only where the main clause names nobody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.extract.agencies import Body
from ingest.extract.segments import cut
from ingest.extract.steps import Piece, Step, read_piece
from ingest.grammar import Tokens
from kg.model import Role

_DONE = re.compile(
    r"(?:经|审核|审查|公示|评议|核实|调查|审批|批准|初审|核准|认定|评估|核查|确认|受理|登记|汇总|复核|同意|研究|征求意见)[^，]{0,6}后$"
)
_OVER = re.compile(r"(?:结束|完成|期满|届满|发生|收到|接到|稳定|消除|获得|批准获得|不服|无异议)[^，]{0,8}后$")
_MECHANISM = (
    (re.compile(r"(?:牵头|领导|主导|主管|负责|主抓|统筹)(?=[、，的]|$)"), Role.LEAD),
    (re.compile(r"(?:分工|协同|协作|密切|积极)?(?:配合|协同|协作|支持|协助|尽责)(?=[、，的]|$)"), Role.ASSIST),
    (re.compile(r"(?:共同|广泛|积极)?参与(?=[、，的]|$)"), Role.PARTICIPATE),
)


@dataclass(slots=True)
class Scope:
    """What a sentence inherits: the subject in force, and whether it stands at the head of a duty list."""

    subject: tuple[Body, ...] = ()
    role: Role = Role.LEAD
    duty_list: bool = False
    fresh: bool = True  # at the start of a paragraph


@dataclass(slots=True)
class Act:
    """One stretch with its actors, functions and marker; `person` where the subject is no agency."""

    start: int
    end: int
    actors: tuple[tuple[Body, Role], ...]
    functions: tuple[str, ...]
    marker: str
    person: bool
    light: bool = False
    outer: str = ""
    opening: str = ""
    own_subject: bool = False


@dataclass(slots=True)
class _State:
    """What the pieces read so far leave for the next."""

    scope: Scope
    start: int
    acts: list[Act] = field(default_factory=list)
    subject: tuple[Body, ...] = ()
    waiting: tuple[Body, ...] = ()  # agencies of a condition
    person: bool = False
    topic: tuple[str, ...] = ()
    background: tuple[str, ...] = ()  # functions spoken of in a condition
    marker: str = ""
    role: Role = Role.LEAD


def read_sentence(text: str, tokens: Tokens, start: int, end: int, scope: Scope) -> list[Act]:
    """Acts of the sentence `text[start:end]`; `scope` is brought up to date for the next sentence."""
    state = _State(scope, start, subject=scope.subject, role=scope.role)
    segments = cut(text, start, end)
    for segment in segments:
        piece = read_piece(text, segment, tokens.between(segment.start, segment.end))
        _mechanism(text, piece, tokens)
        if _is_background(text, piece, state):
            _remember(piece, state)
        elif (
            segment.manner == "outcome"
            and state.acts
            and not piece.subject
            and not piece.marker
            and not _acts_anew(piece)
        ):
            state.acts[-1].end = segment.end
            state.start = segment.end
        elif not piece.steps:
            _remember(piece, state)
            state.topic = piece.topic or state.topic
        else:
            _perform(text, piece, state)
    _finish(text, end, state)
    scope.subject = state.subject
    scope.fresh = False
    return state.acts


def _acts_anew(piece: Piece) -> bool:
    return any(step.by or step.others for step in piece.steps)


def _is_background(text: str, piece: Piece, state: _State) -> bool:
    """Whether the piece only says when or for whom: conditions, and circumstances that are no step done."""
    if piece.segment.manner in ("condition", "aim"):
        return True
    if piece.segment.manner != "circumstance":
        return False
    words = text[piece.segment.start : piece.segment.end]
    if not piece.steps or _OVER.search(words):
        return True
    done = bool(_DONE.search(words)) or any(step.by for step in piece.steps)
    return not (done and (state.acts or words.startswith(("经", "由")) or any(s.by for s in piece.steps)))


def _remember(piece: Piece, state: _State) -> None:
    state.marker = piece.marker or state.marker
    if piece.subject:
        state.waiting, state.person = piece.subject, False
    elif piece.person:
        state.person = True
    state.background = tuple(f for step in piece.steps for f in step.functions) or state.background


def _mechanism(text: str, piece: Piece, tokens: Tokens) -> None:
    """政府领导、民政部门牵头、有关部门配合: roles given inside the name of a mechanism."""
    if not piece.steps:
        return
    for token in tokens.between(piece.subject_end, piece.segment.end):
        if token.chain is None:
            continue
        for pattern, role in _MECHANISM:
            found = pattern.match(text, token.end, piece.segment.end)
            if found and "、" in (text[token.start - 1], text[found.end() : found.end() + 1]):
                piece.steps[-1].others.extend((body, role) for body in token.chain.bodies)


def _perform(text: str, piece: Piece, state: _State) -> None:
    """Turn the piece's steps into acts."""
    explicit = bool(piece.subject)
    if explicit:
        state.subject, state.person, state.role = piece.subject, False, Role.LEAD
    elif piece.person:
        state.subject, state.person = (), True
    elif state.waiting:
        state.subject, state.person, state.role = state.waiting, False, Role.LEAD
    elif state.person and not state.scope.subject and not state.acts:
        state.subject = ()
    state.waiting = ()
    marker = piece.marker or ("" if explicit else state.marker)
    state.marker = marker
    for step in piece.steps:
        _act(text, piece, step, state, marker)


def _act(text: str, piece: Piece, step: Step, state: _State, marker: str) -> None:
    actors, person = _actors(step, state)
    if step.by and not step.outer.startswith(("报", "提", "经", "向")):
        state.subject = step.by if not _refers(text, step) else state.subject
    functions = tuple(step.functions)
    assisting = any(role in (Role.ASSIST, Role.PARTICIPATE) for _, role in actors)
    if not functions and assisting and state.acts:
        helped = state.acts[-1]
        functions = helped.functions
        actors = (*actors, *((b, r) for b, r in helped.actors if r is Role.LEAD and b not in {x for x, _ in actors}))
    if not functions and step.light:
        functions = state.topic or (("implement",) if actors else ())
    state.acts.append(
        Act(
            state.start,
            step.end,
            actors,
            functions,
            marker,
            person,
            step.light and not step.functions,
            step.outer,
            text[piece.segment.start : piece.segment.end],
            bool(piece.subject or step.by),
        )
    )
    state.start = step.end
    if not step.by and not step.elsewhere and step.role is not Role.LEAD:
        state.role = Role.LEAD if step.functions else step.role


def _refers(text: str, step: Step) -> bool:
    """Whether the act's actor is the one referred to (报X审批), who does not become the subject."""
    return text.startswith(("报", "提请", "提交", "送", "呈", "经", "向", "上报", "逐级", "交"), step.start)


def _actors(step: Step, state: _State) -> tuple[tuple[tuple[Body, Role], ...], bool]:
    if step.by:
        own: tuple[tuple[Body, Role], ...] = tuple((body, Role.LEAD) for body in step.by)
        person = False
    elif step.elsewhere:
        own, person = (), True
    else:
        role = step.role
        own, person = tuple((body, role) for body in state.subject), state.person and not state.subject
    named = {body for body, _ in own}
    rest = tuple((b, r) for b, r in step.others if b not in named)
    return (*own, *rest), person


def _finish(text: str, end: int, state: _State) -> None:
    """Give what is left at the end of the sentence to the last act, or make an act without a verb of it."""
    if state.acts:
        state.acts[-1].end = max(state.acts[-1].end, _rstrip(text, state.acts[-1].start, end))
        return
    state.acts.append(
        Act(
            state.start,
            _rstrip(text, state.start, end),
            tuple((b, Role.LEAD) for b in state.waiting),
            state.topic,
            state.marker,
            state.person,
            opening=text[state.start : state.start + 30],
        )
    )
    if state.waiting:
        state.subject = state.waiting


def _rstrip(text: str, start: int, end: int) -> int:
    while end > start and (text[end - 1].isspace() or text[end - 1] in "。；;，,：:"):
        end -= 1
    return end
