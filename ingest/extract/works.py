"""What work an act is: what its verbs say, else what its topic or condition speaks of."""

from __future__ import annotations

import re

from ingest.extract.acts import Sentence
from ingest.extract.background import DISPUTE
from ingest.extract.pieces import Step

_COMPLAINT = re.compile(r"(?:接到|收到)[^，。；]{0,8}(?:举报|投诉|申诉|控告)[^，。；]{0,6}后")
_SETTLING = frozenset(("investigate", "decide"))


def spoken_of(sentence: Sentence, end: int) -> tuple[str, ...]:
    """Functions of words without a verb of work: an exemption is about its condition, a standard is policy."""
    words = sentence.text[sentence.start : end]
    if "不受" in words or "免予" in words:
        return sentence.background
    return ("policy",) if sentence.topic_words.endswith("标准") else ()


def unsaid(sentence: Sentence, step: Step, acted: bool) -> tuple[str, ...]:
    """Functions of a step whose verbs say none; `acted` where somebody acts."""
    if step.light or sentence.marker == "prohibition":
        return _controlled(sentence, step, acted)
    return sentence.topic or spoken_of(sentence, step.end)


def _controlled(sentence: Sentence, step: Step, acted: bool) -> tuple[str, ...]:
    """Functions of an act whose verbs only control: those its topic or condition speaks of, else carrying out."""
    banned = sentence.marker == "prohibition"
    if step.hollow and step.goal and not sentence.background:
        return ("accept",)
    if (step.hollow or banned or sentence.led_in) and sentence.background:
        return sentence.background
    if banned and not step.light:
        return ()
    if sentence.topic_words.endswith(("具体工作", "日常工作")) and sentence.acts:
        return sentence.acts[-1].functions
    return sentence.topic or (("implement",) if acted or (step.carries and not sentence.person) else ())


def with_appeal(sentence: Sentence, step: Step, functions: tuple[str, ...], person: bool) -> tuple[str, ...]:
    """有权向X提出意见 is an appeal, looking into what is disputed or complained of is one as well."""
    if sentence.marker == "right" and person:
        functions = tuple("appeal" if f == "advise" else f for f in functions)
    if _SETTLING.isdisjoint(functions):
        return functions
    disputed = any(pattern.search(sentence.text, sentence.start, step.end) for pattern in (DISPUTE, _COMPLAINT))
    return tuple(dict.fromkeys((*functions, "appeal"))) if disputed else functions


def telling_as_accepting(sentence: Sentence, functions: tuple[str, ...]) -> tuple[str, ...]:
    """Telling, where nobody acts and the topic is an application, is part of accepting it."""
    if "inform" not in functions or "accept" not in sentence.topic:
        return functions
    return tuple(dict.fromkeys("accept" if f == "inform" else f for f in functions))
