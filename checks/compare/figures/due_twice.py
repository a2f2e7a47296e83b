"""One body's time for one deed after one event, said twice: 自受理之日起5个工作日内完成入户评估 here, 15个工作日 there.

The body, the event and the words for the deed tell it, whatever step it is. Quiet where a norm is for a case of its own
(行动不便的，…), for other people or another round; what is handed to somebody goes to each in its own time.
"""

from __future__ import annotations

import re

from checks.compare.figures.figures import Figure
from checks.compare.figures.starts import one_deed, same_event, start_of, told_apart
from checks.compare.ground.amounts import order
from checks.compare.ground.clauses import due_within, words_before, words_behind

_CASE = re.compile(r"的，|时，|的?情[况形]下|首[次批]|初次|再次|重新|第[一二三四]次|分别|遇|其中|除")
_HANDED = re.compile(r"[报送交转函向]|通知|告知|拨付|支付")
_TIME, _TO = "time-limit", "<="


def due_twice(a: Figure, b: Figure) -> bool:
    """Whether one body has two times for one deed after one event."""
    if not all(_is_plain(f) for f in (a, b)) or not order(a.amount, b.amount):
        return False
    one_body = bool(a.agency) and (a.agency, a.level) == (b.agency, b.level)
    return one_body and _circumstances(a) == _circumstances(b) and _one_event(a, b) and one_deed(a, b)


def _is_plain(figure: Figure) -> bool:
    """Whether it is a time limit of no case of its own, for what is handed to nobody."""
    limit = figure.parameter.kind == _TIME and figure.parameter.op == _TO and not figure.parameter.soft
    if not limit or _HANDED.search(due_within(words_behind(figure.norm, figure.parameter))):
        return False
    return not _CASE.search(figure.norm.stem + words_before(figure.norm, figure.parameter))


def _circumstances(figure: Figure) -> tuple[object, ...]:
    return figure.people, figure.phases, figure.variants, figure.bands


def _one_event(a: Figure, b: Figure) -> bool:
    return same_event(a, b) and len(told_apart({start_of(a), start_of(b)})) == 1
