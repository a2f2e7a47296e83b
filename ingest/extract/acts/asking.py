"""What people ask for and hand in: an appeal is heard, an application accepted, a change or a wrong only told."""

from __future__ import annotations

import re

from ingest.extract.acts.acts import Actors, Sentence
from ingest.extract.acts.background import DISPUTE
from ingest.extract.acts.doers import leads_before
from ingest.extract.acts.pieces import Step

_COMPLAINT = re.compile(r"(?:接到|收到)的?[^，。；]{0,8}(?:举报|投诉|申诉|控告)[^，。；]{0,6}(?:后|的|，)")
_EMPLOYER = ("employer",)
_SETTLING = frozenset(("investigate", "decide"))
_DEALING = re.compile(r"处理|处置|办理|解决|答复")
_DENOUNCED = re.compile(r"检举|控告|举报|揭发|报案")
_ANYBODY = re.compile(r"任何|公民|公众|群众|(?:单位|组织)(?:和|或者|或|、)个人")
_OWN_CASE = re.compile(r"投诉|申诉|异议|复议|复核|申请|起诉|诉讼|仲裁|信访|不服")
_STOPPING = re.compile(r"劝阻|制止|要求|批评")
_PAPERS = re.compile(r"(?:申请人|申请家庭|申请者)[^，。；]{0,60}提供[^，。；]{0,60}(?:材料|证件|证明)(?=[，。；]|$)")
_HANDS_IN = re.compile(
    r"(?:[并应须]|同时|应当)*(?:如实|一并|主动|按要求|按规定)*(?:提交|提供|递交|出示|附送|填写|填报)"
)
_CHANGED = re.compile("变化|变动|变更|改变|增加|减少|死亡|就业")


def denouncing(sentence: Sentence, step: Step) -> tuple[str, ...]:
    """向公安机关检举: whoever reports a wrong tells, and asks for nothing; a complaint of one's own (投诉) is heard."""
    told = bool(step.goal) and not step.by
    told = told and (bool(sentence.subject) or _ANYBODY.search(sentence.text, sentence.start, step.end) is not None)
    words = sentence.text[step.start : step.end] if told else ""
    return ("inform",) if _DENOUNCED.search(words) and not _OWN_CASE.search(words) else ("appeal",)


def with_appeal(sentence: Sentence, step: Step, functions: tuple[str, ...], person: bool) -> tuple[str, ...]:
    """有权向X提出意见 is an appeal, looking into what is disputed or complained of is one as well."""
    if sentence.marker == "right" and person:
        stops = _STOPPING.search(sentence.text, step.start, step.end)  # whoever may stop a wrong asks to be heard
        heard = ("advise", "sanction", "implement") if stops else ("advise",)
        functions = tuple(dict.fromkeys("appeal" if f in heard else f for f in functions))
    if functions == ("implement",) and _DEALING.search(sentence.text, step.start, step.end):
        complained = _COMPLAINT.search(sentence.text, sentence.start, step.end)
        return ("appeal",) if complained else functions
    if _SETTLING.isdisjoint(functions):
        return functions
    disputed = any(pattern.search(sentence.text, sentence.start, step.end) for pattern in (DISPUTE, _COMPLAINT))
    return tuple(dict.fromkeys((*functions, "appeal"))) if disputed else functions


def registering(step: Step, actors: Actors, functions: tuple[str, ...]) -> tuple[str, ...]:
    """用人单位为职工办理登记: an employer sees to papers, which others accept."""
    if functions != ("accept",) or step.goal or step.place or step.by:
        return functions
    return ("implement",) if actors and all(body.ids == _EMPLOYER for body, _ in actors) else functions


def declaring(sentence: Sentence, step: Step, functions: tuple[str, ...]) -> tuple[str, ...]:
    """收入发生变化的，应当向X申报: X is told of what has changed, nobody applies."""
    said = functions == ("accept",) and sentence.text.find("申报", step.start, step.end) >= 0
    return ("inform",) if said and _CHANGED.search(sentence.text, sentence.start, step.start) else functions


def telling_as_accepting(sentence: Sentence, functions: tuple[str, ...]) -> tuple[str, ...]:
    """Telling, where nobody acts and the topic is an application, is part of accepting it, as are papers for it."""
    if functions == ("inform",) and sentence.person and _PAPERS.match(sentence.text, sentence.start):
        return ("accept",)
    if "inform" not in functions or "accept" not in sentence.topic:
        return functions
    return tuple(dict.fromkeys("accept" if f == "inform" else f for f in functions))


def with_application(
    sentence: Sentence, start: int, step: Step, actors: Actors, functions: tuple[str, ...]
) -> tuple[Actors, tuple[str, ...]]:
    """向X提出申请，并提交材料: papers handed in behind an application are accepted by whoever accepts that."""
    before = sentence.acts[-1] if sentence.acts else None
    if before is None or "accept" not in before.functions or functions not in (("inform",), ("accept",)):
        return actors, functions
    if step.goal or step.by or step.others or _HANDS_IN.match(sentence.text, start) is None:
        return actors, functions
    return leads_before(sentence), ("accept",)
