"""Clauses that name a body and give it no charge: it turns people away, or the clause only points to another rule.

县教育局不受理康复申请 is no lead in acceptance; 住房倒塌的，按照本细则办理 makes nobody of the sentence before it a
leader of the aid; 按照临时救助的规定由县民政局办理 speaks of that aid, whatever the text around it is about.
"""

from __future__ import annotations

import re

from checks.compare.ground.topics import AREAS, LOOSE, aid_named
from kg.coverage import CoverageIndex, Duty
from kg.enums import Verdict

_DECLINES = re.compile(
    r"^[^，。；]{0,6}?(?:一律|均|都|概|也)?不(?:再|予|再予|另行|直接)?(?:受理|负责|承担|办理|接收|接受|收取|发放|审批|审核)"
)
_RULE = (
    r"(?:按照?|依照|依据|适用|执行|参照)(?P<rule>[^，。；]{1,24}?)"
    r"(?:的?(?:有关|相关)?(?:规定|办法|细则|政策|程序|要求|意见))?"
)
_POINTS = re.compile(rf"的，?{_RULE}(?:办理|执行|处理|实施|救助|保障)(?:$|[，。；])")
_BY_ANOTHER = re.compile(rf"{_RULE}，?(?:转?由|向)")
_BY_ITS_RULES = re.compile(  # 由县民政局按照临时救助有关规定给予救助; 纳入临时救助范围，由县民政局办理
    r"(?:按照?|依照|适用|纳入)(?P<rule>[^，。；]{2,30}?)的?(?:有关|相关)?(?:规定|政策|办法》?|程序|渠道|制度|途径|范围)"
    r"[^。；]*?(?:办理|执行|实施|处理|解决|救助|负责|给予|予以|提供|发放)"
)


def gives_no_charge(index: CoverageIndex, a: Duty, b: Duty) -> bool:
    """Whether the clause of `a` turns people away, or sends them by a rule that is not of the aid of `b`."""
    return _declines(a) or _points(a) or _by_rule_of_another_aid(index, a, b)


def _declines(duty: Duty) -> bool:
    text, name = duty.provision.quote.text, duty.actor.surface
    at = text.find(name) if name else -1
    return at >= 0 and _DECLINES.match(text[at + len(name) :]) is not None


def _points(duty: Duty) -> bool:
    """Whether the clause names no body of its own, and only says by which rule such cases go."""
    text = duty.provision.quote.text
    return duty.actor.surface not in text and _POINTS.search(text) is not None


def _by_rule_of_another_aid(index: CoverageIndex, a: Duty, b: Duty) -> bool:
    said = _BY_ANOTHER.search(a.provision.quote.text) or _BY_ITS_RULES.search(_sentence(a))
    named = aid_named(said["rule"]) - LOOSE - AREAS if said else frozenset()
    return bool(named) and bool(b.aid) and all(index.aids.meets(x, b.aid) is Verdict.NO for x in named)


def _sentence(duty: Duty) -> str:
    """What stands before a duty in its sentence, with its own words."""
    text, quote = duty.document.text, duty.provision.quote
    return text[max(text.rfind(mark, 0, quote.start) for mark in "。；\n") + 1 : quote.end]
