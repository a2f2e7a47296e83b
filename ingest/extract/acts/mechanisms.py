"""Who has which part in what is set up: 政府领导、民政部门牵头的机制, A牵头，B参加的专班, A、B等部门的协作机制."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ingest.extract.acts.acts import Sentence, leading
from ingest.extract.acts.pieces import Piece
from ingest.extract.acts.segments import set_up
from ingest.extract.bodies.chains import Body
from ingest.extract.bodies.roles import role_in_series
from kg.enums import Role

_IN_PERSON = re.compile("组长|主任|召集人|为成员|负责人|负责同志")
_ANSWERABLE = re.compile(r"(?:的?(?:行政领导|行政首长|行政主要领导|领导|主要领导|分级))?负责制")
_SYSTEM = re.compile(r"的[^，。；的]{0,12}(?:机制|体制|格局|体系|局面)$")  # 建立政府领导、部门配合的运行机制
_MAKES = re.compile(r"(?:建立|健全|完善|形成|构建)(?:和|并)?(?:健全|完善)?")
_AMONG = re.compile(  # 建立教育、公安等部门之间的协调机制
    r"(?:(?P<part>(?:共同)?(?:参加|参与|组成|配合|协助))的[^，。；的]{0,10}|(?:之间|间|共同|多方)?的?[^，。；的]{0,6}"
    r"(?:协调|协作|合作|联动|协同|会商|联席|衔接|沟通|共享|转介|配合|联系|联合)[^，。；的]{0,10})(?:机制|制度|会议|体系|平台)(?=[，。；]|$)"
)


def take_mechanism(sentence: Sentence, piece: Piece) -> None:
    """政府领导、民政部门牵头、有关部门配合, 政府负责制: give the piece the roles that stand inside a name."""
    if not piece.steps:
        return
    start, end = piece.subject_end, piece.segment.end
    others = piece.steps[-1].others
    if parts := sentence.tokens.parts_in(start, end):
        others[:] = parts  # of a mechanism that began in the piece before
    for mechanism in sentence.tokens.mechanisms_in(start, end):
        others[:] = mechanism.bodies
        step = piece.steps[-1]
        if tuple(step.functions) == ("implement",) and _SYSTEM.search(sentence.text, mechanism.end, end):
            step.functions = {"coordinate": None}
    if (inside := set_up(sentence.text, start, end)) is not None:
        _work_together(sentence, piece, *inside)
    else:
        _set_up_among(sentence, piece)
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


def _set_up_among(sentence: Sentence, piece: Piece) -> None:
    """建立A、B等部门的协作机制: they work together with whoever sets it up; who is told to take part does."""
    tokens = sentence.tokens.between(piece.subject_end, piece.segment.end)
    for verb, token in pairwise(tokens):
        if token.chain is None or token.start != verb.end or not _MAKES.fullmatch(verb.text):
            continue
        found = _AMONG.match(sentence.text, token.end, piece.segment.end)
        several = found is not None and (found["part"] or len(token.chain.bodies) > 1)
        if found is not None and several and (piece.subject or sentence.subject):
            role = role_in_series(found["part"]) if found["part"] else Role.JOINT
            step = next((s for s in piece.steps if s.start <= verb.start < s.end), piece.steps[-1])
            own = {i for body in piece.subject or sentence.subject for i in body.ids}
            step.others.extend((body, role) for body in token.chain.bodies if own.isdisjoint(body.ids))
            return
