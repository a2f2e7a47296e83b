"""A sentence as acts: its pieces read in order, each an act, a part of the act before or background of the next."""

from __future__ import annotations

import re

from ingest.extract.acts import Act, Scope, Sentence, leading
from ingest.extract.background import (
    completes,
    is_background,
    is_outcome,
    leading_conditions,
    leads_in,
    remember,
    says_how,
)
from ingest.extract.doers import (
    actors_of,
    addressed,
    enjoys,
    founded,
    leads_before,
    take_mechanism,
    with_helped,
    without_addressee,
)
from ingest.extract.pieces import Piece, Step
from ingest.extract.segments import Segment, cut, strip_end
from ingest.extract.verbs import read_piece
from ingest.extract.works import (
    as_meant,
    orders,
    registering,
    settled_elsewhere,
    spoken_of,
    telling_as_accepting,
    unsaid,
    weighed,
    with_appeal,
    with_application,
)
from ingest.grammar import Token, Tokens

_PREAMBLE = re.compile(
    r"制定本(?:法|条例|办法|规定|细则|意见|规则|方案|规程|制度|措施|通知|决定|预案|章程|指引|指南|实施)|特制定|制定(?:以下|如下)|印发(?:给)?你们|(?:现就|现将)[^。]*(?:如下|印发|转发|下发)|提出(?:如下|以下)|以[^，。]{4,40}为指导"
)
_BY_CHOICE = re.compile(r"委托|申请|代为|自行|选择|享受|领取|提出|复议|诉讼|要求")
_BY_LEAVE = re.compile(r"领取|享受|申请|提出|安装|入住|参加|报名|选择|继续|重新|使用")
_ENDING = 4  # characters that may close a list of bodies (等部门)
_RAISES = re.compile(
    r"[^。；]*采取[^，。；]*(?:措施|办法)，(?:积极|逐步|不断|多渠道)*(?:拓宽|拓展|增加|扩大|加大)"
)  # money is the measure
_RIGHTS = ("权益", "权利")
_OPENING = 30  # characters of an act that are kept as its opening words


def read_sentence(text: str, tokens: Tokens, start: int, end: int, scope: Scope) -> list[Act]:
    """Acts of the sentence `text[start:end]`; `scope` is brought up to date for the next sentence."""
    if not scope.duty_list and _PREAMBLE.search(text, start, end):
        return [Act(start, strip_end(text, start, end), opening=text[start : start + _OPENING])]
    sentence = Sentence(text, tokens, start, scope)
    _read(sentence, cut(text, start, end))
    _finish(sentence, end)
    if scope.subject and {b.ids for b in scope.subject} != {b.ids for b in sentence.subject}:
        scope.before = scope.subject
    scope.subject, scope.together = sentence.subject, sentence.together
    return sentence.acts


def _read(sentence: Sentence, segments: list[Segment]) -> None:
    """Read the pieces in order."""
    inside = [sentence.tokens.between(s.start, s.end) for s in segments]
    before = leading_conditions(sentence.text, segments, inside)
    for index, segment in enumerate(segments):
        piece = read_piece(sentence.text, segment, inside[index], sentence.topic_words)
        take_mechanism(sentence, piece)
        if index == 0 and segment.manner != "condition":
            sentence.led_in = leads_in(sentence, piece, segments, inside)
        if not segment.last and all(step.only_said for step in piece.steps) and not orders(sentence.text, piece):
            piece.steps.clear()
        if index == 0 and sentence.led_in and not index < before:
            _announce(sentence, piece, inside[index])
        elif index < before or is_background(sentence, piece):
            remember(sentence, piece)
        elif is_outcome(sentence, piece) or completes(sentence, piece):
            _go_on(sentence, piece)
        elif piece.steps:
            _perform(sentence, piece)
        elif _stands_alone(sentence, piece):
            _settle_alone(sentence, piece)
        else:
            _announce(sentence, piece, inside[index])


def _finish(sentence: Sentence, end: int) -> None:
    """What is left at the end goes to the last act; a sentence without a verb is an act by itself."""
    text, acts = sentence.text, sentence.acts
    if acts:
        last = acts[-1]
        if sentence.owed > last.end and not last.marker and last.opening.startswith("经"):
            last.marker = sentence.marker  # 经批准，可以…
        last.end = max(last.end, strip_end(text, last.start, end))
        last.actors = (*last.actors, *sentence.partners)  # …，会同X，推动Y共同做好Z
    elif sentence.owed and sentence.marker == "prohibition":
        _settle(sentence)
        acts[-1].end = strip_end(text, acts[-1].start, end)
    else:
        start, stop = sentence.start, strip_end(text, sentence.start, end)
        functions = sentence.topic or spoken_of(sentence, stop) or weighed(sentence, stop)
        actors, opening = leading(sentence.waiting), text[start : start + _OPENING]
        sentence.add(Act(start, stop, actors, functions, sentence.marker, sentence.person, opening=opening, own=True))
        sentence.subject = sentence.waiting or sentence.subject


# -- pieces that are no act of their own -----------------------------------------------------------------------------


def _go_on(sentence: Sentence, piece: Piece) -> None:
    """Stretch the last act over the piece; one that only said how (由X通过…途径，给予Y) takes its work."""
    last = sentence.acts[-1]
    last.end = sentence.start = piece.segment.end
    spoken = tuple(dict.fromkeys(f for step in piece.steps for f in step.functions))
    raises = spoken == ("fund",) and _RAISES.match(sentence.text, last.start, piece.segment.end)
    if (not last.functions and piece.segment.manner == "open") or raises:
        last.functions = spoken
    elif spoken == ("advocate",) and last.actors and sentence.text.endswith(_RIGHTS, last.start, last.end):
        last.functions = tuple(dict.fromkeys((*last.functions, *spoken)))  # 开展调解，维护老年人的合法权益


def _announce(sentence: Sentence, piece: Piece, inside: list[Token]) -> None:
    """Keep what a piece without steps names, and its words as the topic of what follows."""
    remember(sentence, piece)
    sentence.topic = piece.topic or sentence.topic
    known = piece.subject or piece.person
    if known or not says_how(sentence, inside, piece.segment):
        sentence.topic_words = "" if known else sentence.text[piece.segment.start : piece.segment.end]


def _settle(sentence: Sentence) -> None:
    """Make an act of a clause that had a marker and no verb of work, before another marker comes."""
    start = sentence.start
    functions = sentence.background if sentence.marker == "prohibition" else sentence.topic
    sentence.subject, sentence.waiting = sentence.waiting or sentence.subject, ()
    actors, opening = leading(sentence.subject), sentence.text[start : start + _OPENING]
    sentence.add(
        Act(start, sentence.owed, actors, functions, sentence.marker, sentence.person, opening=opening, own=True)
    )
    sentence.owed = 0


def _stands_alone(sentence: Sentence, piece: Piece) -> bool:
    """任何单位和个人不得干涉, 不得歧视 behind an act: a clause of its own, though without a verb of work."""
    if not (sentence.acts and piece.segment.last and piece.marker):
        return False
    bans = piece.marker == "prohibition" != sentence.acts[-1].marker
    return bool(piece.person or piece.subject or bans)


def _settle_alone(sentence: Sentence, piece: Piece) -> None:
    start, end = piece.segment.start, piece.segment.end
    bodies = () if piece.person else piece.subject or sentence.subject
    actors, opening = leading(bodies), sentence.text[start:end]
    sentence.add(Act(sentence.start, end, actors, (), piece.marker, piece.person, opening=opening, own=True))
    sentence.subject = bodies


# -- acts ------------------------------------------------------------------------------------------------------------


def _perform(sentence: Sentence, piece: Piece) -> None:
    """Turn the piece's steps into acts, or keep the partners and principals that it names for the next."""
    if sentence.owed and piece.marker:
        _settle(sentence)
    sentence.owed = 0
    _take_subject(sentence, piece)
    sentence.topic = piece.topic or sentence.topic
    sentence.topic_words = piece.topic_words or sentence.topic_words
    sentence.marker = piece.marker or ("" if piece.subject else sentence.marker)
    if not _only_names(sentence, piece):
        for step in piece.steps:
            _act(sentence, piece, step)


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
        sentence.partners = tuple(only.others)
        return True
    sentence.behalf = piece.behalf or sentence.behalf
    bare = only is not None and not (only.functions or only.light or only.others or only.said or only.passes)
    if only and bare and only.by and piece.segment.end - only.by[-1].end <= _ENDING and not sentence.topic:
        sentence.subject, sentence.together, sentence.explicit = only.by, (), True
        return True  # 由X，按照规定发放
    return bool(only and silent and only.behalf)


def _enjoyed(sentence: Sentence, piece: Piece) -> bool:
    """Whether the piece is what people do or have by leave (经核准，可以继续领取)."""
    return sentence.person or _BY_LEAVE.search(sentence.text, piece.segment.start, piece.segment.end) is not None


def _act(sentence: Sentence, piece: Piece, step: Step) -> None:
    """Add the act of one step."""
    if step.by and not step.passes:
        sentence.subject, sentence.together = step.by, ()
    functions = tuple(step.functions)
    actors, person = actors_of(sentence, step)
    if not functions and step.aids and sentence.acts:
        functions, actors = sentence.acts[-1].functions, with_helped(sentence, actors)
    said = bool(functions) or step.carries
    functions = functions or unsaid(sentence, step, bool(actors) or sentence.scope.charged)
    weak = not said and functions == ("implement",)
    functions = as_meant(sentence, step, with_appeal(sentence, step, functions, person))
    if not actors and sentence.acts and sentence.text.startswith("经", piece.segment.start):
        actors = leads_before(sentence)
    elif not actors and piece.marker in ("permission", "obligation") and not _enjoyed(sentence, piece):
        actors = sentence.passed
    functions = registering(step, actors, functions) if actors else telling_as_accepting(sentence, functions)
    actors, functions = with_application(sentence, piece.segment.start, step, actors, functions)
    actors, person = addressed(sentence, step, actors, functions, person)
    if not step.by:
        actors = without_addressee(sentence, actors, functions)
    if not (sentence.explicit or step.by) and settled_elsewhere(sentence, piece, step):
        actors = ()
    passes = step.passes and not sentence.explicit and sentence.text.startswith("经", piece.segment.start)
    sentence.passed = leading(step.by) if passes else ()
    if enjoys(sentence, step, actors):
        actors, person = (), True
    opening = sentence.text[piece.segment.start : piece.segment.end]
    own = sentence.explicit or bool(step.by)
    sentence.add(Act(sentence.start, step.end, actors, functions, sentence.marker, person, weak, opening, own))
    sentence.open = step.open
