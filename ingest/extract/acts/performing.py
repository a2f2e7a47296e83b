"""Acts made of a piece: who does what each of its steps says, and the subject and marker in force behind it."""

from __future__ import annotations

import re

from ingest.extract.acts.acts import Act, Actors, Sentence, leading
from ingest.extract.acts.asking import declaring, registering, telling_as_accepting, with_appeal, with_application
from ingest.extract.acts.doers import (
    actors_of,
    addressed,
    enjoys,
    founded,
    in_their_stead,
    is_given,
    lead_on,
    leads_before,
    with_helped,
    with_holder,
    with_partners,
    without_addressee,
    without_delegate,
)
from ingest.extract.acts.lead_ins import bounds
from ingest.extract.acts.meanings import as_meant
from ingest.extract.acts.pieces import Piece, Step
from ingest.extract.acts.works import settled_elsewhere, unsaid
from kg.enums import Role

_BY_CHOICE = re.compile(r"委托|申请|代为|自行|选择|享受|领取|提出|复议|诉讼|要求|兑换")
_BY_LEAVE = re.compile(r"领取|享受|申请|提出|安装|入住|参加|报名|选择|继续|重新|使用")
_ENDED = re.compile(r"(?:可以|应当|予以)(?:依法)?(?:中止|终止|停止|暂停|撤销|取消)")
_ENDING = 4  # characters that may close a list of bodies (等部门)
_GOING = ("入户", "上门", "到场", "实地", "现场", "组成小组", "组成工作组", "组成调查组")
OPENING = 30  # characters of an act that are kept as its opening words


def perform(sentence: Sentence, piece: Piece) -> None:
    """Turn the piece's steps into acts, or keep the partners and principals that it names for the next."""
    if sentence.owed and piece.marker:
        settle(sentence)
    sentence.owed = 0
    _take_subject(sentence, piece)
    sentence.topic = piece.topic or sentence.topic
    sentence.topic_words = piece.topic_words or sentence.topic_words
    sentence.marker = piece.marker or ("" if piece.subject else sentence.marker)
    if not _only_names(sentence, piece):
        for step in piece.steps:
            _act(sentence, piece, step)


def settle(sentence: Sentence) -> None:
    """Make an act of a clause that had a marker and no verb of work, before another marker comes."""
    start = sentence.start
    functions = sentence.background if sentence.marker == "prohibition" else sentence.topic
    sentence.subject, sentence.waiting = sentence.waiting or sentence.subject, ()
    actors, opening = leading(sentence.subject), sentence.text[start : start + OPENING]
    sentence.add(
        Act(start, sentence.owed, actors, functions, sentence.marker, sentence.person, opening=opening, own=True)
    )
    sentence.owed = 0


def _take_subject(sentence: Sentence, piece: Piece) -> None:
    """Bring the subject in force up to date with what the piece or a condition before it names."""
    if piece.subject or sentence.waiting:
        sentence.subject = (*sentence.listed, *piece.subject) if piece.subject else sentence.waiting
        sentence.listed, sentence.explicit, sentence.together = (), True, ()
        sentence.person = False
    elif new := founded(sentence, piece):
        sentence.subject, sentence.explicit, sentence.together, sentence.person = new, True, (), False
    if piece.person and not piece.subject:
        sentence.subject, sentence.person, sentence.together = (), True, ()
    if sentence.person and not sentence.explicit and piece.marker == "permission":
        chooses = _BY_CHOICE.search(sentence.text, piece.segment.start, piece.segment.end)
        sentence.subject = () if chooses else sentence.subject
    sentence.waiting = ()


def _only_names(sentence: Sentence, piece: Piece) -> bool:
    """Whether the piece, with another behind it, only names whom it helps, works with or acts for."""
    only = piece.steps[0] if len(piece.steps) == 1 and not piece.segment.last else None
    if only and only.hands_on:
        sentence.helping = tuple(only.others)
        return True
    silent = only is not None and not (only.functions or only.light or only.by)
    if only and silent and only.others:
        if only.together and all(role is Role.LEAD for _, role in only.others):
            sentence.together = tuple(only.others)  # 组织X，做Y，开展Z
        else:
            sentence.partners = tuple(only.others)
        return True
    sentence.behalf = piece.behalf or sentence.behalf
    bare = only is not None and not (only.functions or only.light or only.others or only.said or only.passes)
    if only and bare and only.by and piece.segment.end - only.by[-1].end <= _ENDING and not sentence.topic:
        sentence.subject, sentence.together, sentence.explicit = only.by, (), True
        return True  # 由X，按照规定发放
    if only and only.by and only.others and _calling(sentence, piece, only):
        sentence.subject, sentence.together, sentence.explicit = only.by, tuple(only.others), True
        return True
    return bool(only and silent and only.behalf)


def _calling(sentence: Sentence, piece: Piece, step: Step) -> bool:
    """由A会同B入户，了解…: whether the piece says only who goes where for what follows."""
    works = step.functions or step.light or step.said or step.passes
    joint = all(role is Role.JOINT for _, role in step.others)
    return not works and joint and sentence.text.endswith(_GOING, 0, piece.segment.end)


def _enjoyed(sentence: Sentence, piece: Piece) -> bool:
    """Whether the piece is what people do or have by leave (可以继续领取); not what is done to them (可以中止)."""
    ended = _ENDED.search(sentence.text, piece.segment.start, piece.segment.end) is not None
    return (sentence.person and not ended) or _BY_LEAVE.search(
        sentence.text, piece.segment.start, piece.segment.end
    ) is not None


def _act(sentence: Sentence, piece: Piece, step: Step) -> None:
    """Add the act of one step."""
    if step.by and not step.passes:
        sentence.subject, sentence.together = step.by, ()
    actors, functions, person, weak = _named(sentence, piece, step)
    actors = _joined(sentence, piece, step, actors, functions)
    functions = registering(step, actors, functions) if actors else telling_as_accepting(sentence, functions)
    functions = declaring(sentence, step, functions)
    actors, functions = with_application(sentence, piece.segment.start, step, actors, functions)
    actors, person = _left(sentence, piece, step, in_their_stead(sentence, step, actors, functions), functions, person)
    passes = step.passes and not sentence.explicit and sentence.text.startswith("经", piece.segment.start)
    sentence.passed = leading(step.by) if passes else ()
    if is_given(sentence, piece, actors):
        actors, person, sentence.subject = (), True, ()
    elif enjoys(sentence, step, actors):
        actors, person = (), True
    opening = sentence.text[piece.segment.start : piece.segment.end]
    own = sentence.explicit or bool(step.by)
    sentence.add(Act(sentence.start, step.end, actors, functions, sentence.marker, person, weak, opening, own))
    sentence.open = step.open


def _named(sentence: Sentence, piece: Piece, step: Step) -> tuple[Actors, tuple[str, ...], bool, bool]:
    """Who does what by the step's own words, whether people do it, and whether only a control verb says what."""
    functions = tuple(step.functions)
    actors, person = actors_of(sentence, step)
    if not functions and step.aids and sentence.acts:
        functions, actors = sentence.acts[-1].functions, with_helped(sentence, actors)
        lead_on(sentence, actors)
    said = bool(functions) or step.carries
    functions = functions or unsaid(sentence, step, bool(actors) or sentence.scope.charged)
    if not (functions or piece.subject or step.by) and bounds(sentence, step.end):
        functions, actors, sentence.subject = ("policy",), (), ()
    weak = not said and functions == ("implement",)
    return actors, as_meant(sentence, step, with_appeal(sentence, step, functions, person)), person, weak


def _joined(sentence: Sentence, piece: Piece, step: Step, actors: Actors, functions: tuple[str, ...]) -> Actors:
    """Those who act, with whoever else the sentence has told of: who agreed before, holds the step or takes part."""
    if not actors and sentence.acts and sentence.text.startswith("经", piece.segment.start):
        actors = leads_before(sentence)
    elif not actors and piece.marker in ("permission", "obligation") and not _enjoyed(sentence, piece):
        actors = sentence.passed
    return with_partners(sentence, piece, step, with_holder(sentence, piece, step, actors), functions)


def _left(
    sentence: Sentence, piece: Piece, step: Step, actors: Actors, functions: tuple[str, ...], person: bool
) -> tuple[Actors, bool]:
    """Those who act, less whoever is only spoken to, entrusted or told of elsewhere; and whether people do."""
    actors, person = addressed(sentence, step, actors, functions, person)
    if not step.by:
        actors = without_addressee(sentence, actors, functions)
        actors = without_delegate(sentence, actors) if len(actors) > 1 else actors
    elsewhere = not (sentence.explicit or step.by) and settled_elsewhere(sentence, piece, step)
    return () if elsewhere else actors, person
