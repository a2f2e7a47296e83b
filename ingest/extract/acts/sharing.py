"""Who leads and who helps in what the next piece says: 由A牵头，B、C配合，于6月底前完成X is one act of all three."""

from __future__ import annotations

import re

from ingest.extract.acts.acts import Actors, Sentence
from ingest.extract.acts.performing import perform
from ingest.extract.acts.pieces import Piece
from kg.enums import Role

_SHARE = re.compile(
    r"(?:应当?|要|具体|共同|统一|总|密切|积极|协同|做好)*"
    r"(?P<kind>(?:按照?)?(?:各自)?(?:职责|分工|职能)+(?:分工)?|各负其责|各司其职"
    r"|牵头|主办|主抓|总负责|负责|配合|协助|协办|协作|支持|参与|参加)(?:抓总|负责|组织|协调|实施|落实|配合|工作)*$"
)
_BY = re.compile(r"(?:由)?[^，。；、的]{0,6}")  # of what place the first is
_OWN_PART = re.compile(r"职责|分工|职能|各[负司]其")
_ROLES = {
    **dict.fromkeys(("配合", "协助", "协办", "协作", "支持"), Role.ASSIST),
    **dict.fromkeys(("参与", "参加"), Role.PARTICIPATE),
}


def shares(sentence: Sentence, piece: Piece) -> Actors:
    """The bodies of a piece that says only in which role they take part in what another piece says."""
    if piece.segment.last or len(piece.steps) != 1 or piece.person or piece.topic:
        return ()
    if series := _series(sentence, piece):
        return series
    step = piece.steps[0]
    bodies = step.by or piece.subject
    if step.functions or step.others or step.goal or not bodies:
        return ()
    found = _SHARE.fullmatch(sentence.text, max(b.end for b in bodies), piece.segment.end)
    role = _role(found["kind"]) if found else None
    return tuple((body, role) for body in bodies) if role else ()


def _series(sentence: Sentence, piece: Piece) -> Actors:
    """由A牵头、B配合、C参与: the bodies of a piece that is nothing but a series of them with their roles."""
    start, end = piece.segment.start, piece.segment.end
    parts = sentence.tokens.parts_in(start, end)
    opens = bool(parts) and _BY.fullmatch(sentence.text, start, parts[0][0].start)
    return parts if opens and _SHARE.fullmatch(sentence.text, parts[-1][0].end, end) else ()


def _role(kind: str) -> Role:
    """Who has a part of his own beside a lead works jointly with it."""
    return Role.JOINT if _OWN_PART.search(kind) else _ROLES.get(kind, Role.LEAD)


def hand_out(sentence: Sentence, following: Piece) -> None:
    """Make those whose shares wait the actors of `following`, or acts of their own where somebody else acts in it."""
    waiting, sentence.sharing = sentence.sharing, []
    together = tuple(share for _, taken in waiting for share in taken)
    leads = tuple(body for body, role in together if role is Role.LEAD)
    leads = leads or (sentence.subject if sentence.acts else ())
    if not _takes(following):
        for piece, _ in waiting:
            perform(sentence, piece)
        return
    sentence.explicit, sentence.person = True, False
    if leads:
        sentence.subject = leads
        sentence.together = tuple((body, role) for body, role in together if role is not Role.LEAD)
    else:
        sentence.subject, sentence.helping = tuple(body for body, _ in together), ()


def _takes(piece: Piece) -> bool:
    """Whether the piece says a work and nobody of its own to do it."""
    works = any(step.functions or step.light for step in piece.steps)
    return works and not (piece.subject or piece.person or piece.steps[0].by)
