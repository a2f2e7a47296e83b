"""A sentence as acts: its pieces read in order, each an act, a part of the act before or background of the next."""

from __future__ import annotations

import re

from ingest.extract.acts.acts import Act, Scope, Sentence, leading
from ingest.extract.acts.background import is_background, leading_conditions, remember, says_how, told_so_far
from ingest.extract.acts.in_charge import take_charge
from ingest.extract.acts.lead_ins import is_topic_line, leads_in, names_matter
from ingest.extract.acts.mechanisms import take_mechanism
from ingest.extract.acts.outcomes import completes, is_outcome
from ingest.extract.acts.performing import OPENING, perform, settle
from ingest.extract.acts.pieces import Piece, Step
from ingest.extract.acts.segments import Segment, cut, strip_end
from ingest.extract.acts.sharing import hand_out, shares
from ingest.extract.acts.verbs import read_piece
from ingest.extract.acts.works import kinds_of_service, orders, spoken_of, weighed
from ingest.grammar import Token, Tokens
from kg.enums import Role

_PREAMBLE = re.compile(
    r"制定本(?:法|条例|办法|规定|细则|意见|规则|方案|规程|制度|措施|通知|决定|预案|章程|指引|指南|实施)|特制定|制定(?:以下|如下)|印发(?:给)?你们|(?:现就|现将)[^。]*(?:如下|印发|转发|下发)|提出(?:如下|以下)|以[^，。]{4,40}为指导"
)
_ORDERED = re.compile(r"应当?|(?<![需主重必])要(?!求|素)|必须|须|不得|可以|鼓励|负责(?!同志|人)")
_RAISES = re.compile(
    r"[^。；]*采取[^，。；]*(?:措施|办法)，(?:积极|逐步|不断|多渠道)*(?:拓宽|拓展|增加|扩大|加大)"
)  # money is the measure
_WHEN_APPLYING = ("申请时", "申请人申请时", "提出申请时", "报名时")  # orders whoever applies about
_RIGHTS = ("权益", "权利")
_MINUTED = re.compile(  # what minutes say before what is decided (经研究，会议明确，由X…)
    r"(?:经(?:会议|认真|集体|充分)*(?:研究|讨论|审议|商议|协商)，)?"
    r"(?:(?:联席)?会议|与会人员)(?:一致|还|并|同时|特别)*(?:明确|决定|议定|要求|强调|指出|同意|认为|确定|商定|提出|原则同意|达成一致)"
    r"(?:意见)?(?:[，：]|(?=由|对|将|自|从|在|各|县|市|区|省|州|要))"
    r"|经(?:会议|认真|集体|充分)*(?:研究|讨论|审议|商议|协商)(?:决定|同意|明确|确定)?，(?!报|由[^，。；]{2,20}(?:审|批))"
)
_ANSWER = re.compile(r"\s*[答问][：:]\s*")
_HELP = (Role.ASSIST, Role.PARTICIPATE)


def read_sentence(text: str, tokens: Tokens, start: int, end: int, scope: Scope) -> list[Act]:
    """Acts of the sentence `text[start:end]`; `scope` is brought up to date for the next sentence."""
    answer = _ANSWER.match(text, start, end)
    start = answer.end() if answer and answer.end() < end else start
    minuted = _MINUTED.match(text, start, end)
    start = minuted.end() if minuted and minuted.end() < end else start
    told = told_so_far(text[start:end].rstrip("。；")) and not _ORDERED.search(text, start, end)
    if not scope.duty_list and (told or _PREAMBLE.search(text, start, end)):
        return [Act(start, strip_end(text, start, end), opening=text[start : start + OPENING])]
    if text.startswith(_WHEN_APPLYING, start):
        scope.subject = ()
    sentence = Sentence(text, tokens, start, scope)
    _read(sentence, cut(text, start, end))
    _finish(sentence, end)
    _without_helpers(sentence)
    if scope.subject and {b.ids for b in scope.subject} != {b.ids for b in sentence.subject}:
        scope.before = scope.subject
    scope.settled = tuple(body for body, role in sentence.acts[-1].actors if role is Role.LEAD)
    scope.subject, scope.together = sentence.subject, sentence.together
    return sentence.acts


def _read(sentence: Sentence, segments: list[Segment]) -> None:
    """Read the pieces in order."""
    inside = [sentence.tokens.between(s.start, s.end) for s in segments]
    before = leading_conditions(sentence.text, segments, inside)
    for index, segment in enumerate(segments):
        piece = read_piece(sentence.text, segment, inside[index], sentence.topic_words)
        take_mechanism(sentence, piece)
        take_charge(sentence, piece)
        if index == 0 and not sentence.scope.duty_list and kinds_of_service(sentence.text, piece):
            piece.steps[:] = [Step(segment.start, segment.end, functions={"service": None})]
        if index == 0 and segment.manner != "condition":
            sentence.led_in = leads_in(sentence, piece, segments, inside)
        matter = index > 0 and not segment.last and names_matter(sentence, piece, inside[index + 1])
        matter = matter or (index == 0 and not segment.last and is_topic_line(sentence, piece, inside[0]))
        if not segment.last and all(step.only_said for step in piece.steps) and not orders(sentence.text, piece):
            piece.steps.clear()
        if taken := shares(sentence, piece):
            sentence.sharing.append((piece, taken))
            continue
        if sentence.sharing:
            hand_out(sentence, piece)
        if matter or (index == 0 and sentence.led_in and not index < before):
            _announce(sentence, piece, inside[index])
        elif index < before or is_background(sentence, piece):
            remember(sentence, piece)
        elif is_outcome(sentence, piece) or completes(sentence, piece):
            _go_on(sentence, piece)
        elif piece.steps:
            perform(sentence, piece)
        elif _stands_alone(sentence, piece):
            _settle_alone(sentence, piece)
        else:
            _announce(sentence, piece, inside[index])


def _without_helpers(sentence: Sentence) -> None:
    """A做X，B予以配合。Y…: what follows is ordered of A, whom B only helped."""
    helps = {body for body, role in sentence.acts[-1].actors if role in _HELP}
    if len(sentence.acts) > 1 and helps and helps.issuperset(sentence.subject):
        before = (body for act in sentence.acts[:-1] for body, role in act.actors if role is Role.LEAD)
        leads = tuple(dict.fromkeys(before))
        sentence.subject = leads if leads and helps.isdisjoint(leads) else sentence.subject


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
        settle(sentence)
        acts[-1].end = strip_end(text, acts[-1].start, end)
    else:
        start, stop = sentence.start, strip_end(text, sentence.start, end)
        functions = sentence.topic or spoken_of(sentence, stop) or weighed(sentence, stop)
        listed = sentence.subject if sentence.scope.duty_list and not sentence.person else ()
        actors, opening = leading(sentence.waiting or listed), text[start : start + OPENING]
        own = bool(actors) or bool(sentence.marker)
        sentence.add(Act(start, stop, actors, functions, sentence.marker, sentence.person, opening=opening, own=own))
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
