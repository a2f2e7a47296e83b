"""Whether the subject of one paragraph or sentence goes on in the next, which names none itself."""

from __future__ import annotations

import re
from functools import cache

from ingest.extract.acts.acts import Scope
from ingest.extract.acts.doers import orders_go_on
from ingest.extract.bodies.chains import Body
from ingest.grammar import Tokens
from ontology.wording import wordings

_ADVERB = 2  # characters before the verb of an order (切实加强)
_DECIDES = re.compile(  # what an authority decides of those it deals with; who applies or reports is no authority
    r"对[^，。；]{4,80}(?<!不服)(?<!不服的)(?<!异议)(?<!异议的)，应当(?!如实|配合|自觉|服从)"
    r"|[^，。；]{4,80}的，应当(?:及时|依法|自|在|立即|书面|重新|按照?规定|作出)*"
    r"(?:停止|终止|中止|增加|减少|增发|减发|停发|调整|取消|公示|组织|审核|核查|给予|发放|决定|撤销|责令|说明理由|退出)"
)
_COUNT = re.compile(r"\s*[一二三四五六七八九十]{1,2}是")
_BEHIND_COUNT = re.compile(r"[一二三四五六七八九十]是由?[^，。；]{0,5}$")
_BY = re.compile(r"由[^，。；]{0,12}$")
_GRANTED_BY = re.compile(r"[，。；]由[^，。；]{2,30}(?:给予|提供|发放|采取)")
_GRANT = re.compile(
    r"(?:对|[^，。；]{2,12}(?:金|补贴|补助|津贴)(?:可以?|应当?|按))[^。；]{2,120}(?:给予|发放|资助|补助|纳入)"
)
_FURTHER = re.compile(r"\s*(?:负责|牵头(?!单位)|承担)(?!人)")


def goes_on(text: str, tokens: Tokens, start: int, subject: tuple[Body, ...], *, statute: bool) -> bool:
    """Whether a paragraph at `start` is about what `subject`, that of the paragraph before, has to do.

    It begins with a marker or, in a statute, with an order, or says what is decided of whom and not by whom.
    """
    authority = orders_go_on(subject)
    if authority and subject and (_DECIDES.match(text, start) or _grants_go_on(text, start)):
        return True
    opening = tokens.between(start, start + 6)
    if not opening or opening[0].start != start:
        return False
    orders = opening[0].kind == "verb" and opening[0].text in wordings()["orders"] and authority
    return opening[0].kind == "marker" or (orders and statute)


def _grants_go_on(text: str, start: int) -> bool:
    """对X，由Y给予救助。/ 对Z给予资助: whether the paragraph before granted by a body, and this one grants more."""
    left = text.rfind("\n", 0, max(0, start - 1)) + 1
    return _GRANTED_BY.search(text, left, start) is not None and _GRANT.match(text, start) is not None


@cache
def _resuming() -> tuple[str, ...]:
    """Verbs that order an authority about; those that open a paragraph's order are among them."""
    return (*wordings()["orders"], *wordings()["orders-resumed"])


def resumes(tokens: Tokens, start: int, scope: Scope) -> bool:
    """Whether a sentence goes back to the authority ordered before, over one about somebody else."""
    opening = () if scope.subject or not scope.before else tokens.between(start, start + 8)
    if not opening or opening[0].kind != "verb" or opening[0].start - start > _ADVERB:
        return False
    return opening[0].text.endswith(_resuming()) and orders_go_on(scope.before)


def further_duty(text: str, start: int) -> bool:
    """民政局负责A；负责B: whether a clause opens another duty of whoever has those before, about an aid of its own."""
    return _FURTHER.match(text, start) is not None


def behind_sentence(text: str, scope: Scope, stop: int) -> tuple[Body, ...]:
    """Who goes on being ordered about behind a sentence that ends at `stop`.

    In a plan that addresses whoever reads it, who acts in a part of the sentence only does not (由X给予补助。完善…).
    """
    subject = scope.subject
    if not scope.statute and _in_passing(text, scope.opened, subject):
        opens = any(body.start >= scope.opened for body in scope.before)
        opens = opens and not _in_passing(text, scope.opened, scope.before)
        subject, scope.before = scope.before if opens else scope.asked, ()
    if subject and _of_one_count(text, subject) and _COUNT.match(text, stop):
        subject = ()  # 一是县教育局…。二是加强宣传
    scope.opened, scope.asked = stop, subject
    return subject


def _of_one_count(text: str, subject: tuple[Body, ...]) -> bool:
    """Whether a body is named right behind 一是: for that count alone."""
    at = min(body.start for body in subject)
    return _BEHIND_COUNT.search(text, max(0, at - 8), at) is not None


def _in_passing(text: str, start: int, subject: tuple[Body, ...]) -> bool:
    at = min((body.start for body in subject), default=start)
    return at > start and (text.find("；", start, at) >= 0 or _BY.search(text[start:at]) is not None)
