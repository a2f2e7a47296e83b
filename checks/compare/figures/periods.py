"""Which way a time tells against people: longer for an office or in a queue, shorter for a person, a right later."""

from __future__ import annotations

import re

from checks.compare.figures.figures import of_what_is_free
from checks.compare.figures.owners import Number
from checks.compare.ground.actors import office_acts
from checks.compare.ground.agencies import agencies_in
from checks.compare.ground.amounts import DOWN, UP, amount
from checks.compare.ground.clauses import due_within, words_before, words_behind, words_through
from checks.compare.ground.windows import numbers_of
from checks.compare.outcome.departures import Label
from ontology.cues import Setting, load_cues

_FIGURE = Setting("figure")
_OWED = re.compile(
    r"(?:告知|通知|移交|交付|报告|报送|备案|送达|转交|移送|退还|返还|支付|出具|公布|公示|发放|拨付)(?!申请|材料|的(?!情况))"
)
_ALLOWED = re.compile(r"(?:内|之内|以内)?，?(?:允许|准许|准予|可以|有权|均可)")
_APPLIES = re.compile(  # what only those who want something do, whatever they are called
    r"(?:(?:携带?|持|凭)[^。；]{2,40}?，?)?(?:[向到][^，。；]{2,40}?)?(?:书面|重新|再次|主动)?(?:提出|提交|递交)?"
    r"[^，。；人收接审核办受处查答转报完作决]{0,12}?(?:申请|申领|申办)(?!人|材料|家庭|的?(?:审核|受理|复核))"
)
_EVENT = re.compile(r"自[^，。；]{1,60}?起|(?:收到|接到|接收)[^，。；]{1,60}?后")
_NO_SUBJECT = re.compile(r"的，(?:应当?|须|必须)(?:自|在|于)?[^，。；]{0,30}$")  # 申请人要求入住的，应当自提出之日起
_OFFICE_DOES = re.compile(  # what only the body that is asked can do
    r"(?:依法|及时|书面|为其|给予|予以|组织)*(?:作出(?!书面|说明|承诺|选择|解释)|安排|安置|审核|审批|审查|核实|核查|批准|认定|受理|评估|鉴定|派|救助"
    r"|发放|拨付|支付|予以|给予|接收|收治|救治|入户|调查|处理|答复|办结|办理完毕|移送|转办|转介)"
)
# For how long something is barred, not by when it is done.
BARRED = re.compile(r"(?:一律|均|都)?(?:不得|不予|不再|不能|不可|禁止|暂停|停止|取消|不接受)")
_SENDS = re.compile(r"[^，。；]{0,6}(?:送达|送交|告知|通知|答复|反馈|办结|公布)")


def later(a: Number, b: Number, found: int) -> tuple[Label, str] | None:
    """An office that may take longer, a body that owes something later, people who have less time."""
    if a.parameter.op in DOWN or b.parameter.op in DOWN:
        return None
    if all(of_what_is_free(x.norm, x.parameter) for x in (a, b)):
        return (Label.BENEFIT, "免费的期限短于上位规定") if found < 0 else None
    if BARRED.match(words_behind(a.norm, a.parameter)):
        return None
    due = [due_within(words_behind(x.norm, x.parameter)) for x in (a, b)]
    if all(_OWED.search(x) for x in due):  # what is owed to others, whoever owes it
        return (Label.LONGER, "履行义务的期限长于上位规定") if found > 0 else None
    if for_people(a) or for_people(b) or _ALLOWED.match(due[1]):
        if _SENDS.match(words_behind(a.norm, a.parameter)):  # an office's own time
            return None
        return (Label.CONDITION, "留给当事人的期限短于上位规定") if found < 0 else None
    return (Label.LONGER, "办理期限长于上位规定") if found > 0 else None


def other_rhythm(a: Number, b: Number, found: int) -> tuple[Label, str] | None:
    """People looked at more often than the higher rule has it in so many words, or less often than it wants."""
    if found > 0 and a.parameter.op not in UP:
        return Label.LONGER, "核查间隔长于上位规定"
    return (Label.CONDITION, "核查比上位规定频繁") if a.parameter.op == b.parameter.op == "=" and found < 0 else None


def for_people(number: Number) -> bool:
    """Whether the time is one that a person or an employer has, not an office."""
    if office_acts(words_before(number.norm, number.parameter)):
        return False
    if _NO_SUBJECT.search(words_before(number.norm, number.parameter)) and _OFFICE_DOES.match(
        due_within(words_behind(number.norm, number.parameter))
    ):
        return False
    cue = next(c for c in load_cues()["phase"] if c.id == "applicant")
    office = agencies_in(_EVENT.sub("", words_before(number.norm, number.parameter)))
    applies = not office and _APPLIES.match(due_within(words_behind(number.norm, number.parameter)))
    return bool(applies) or cue.find("named", words_through(number.norm, number.parameter)) is not None


def longer_wait(a: Number, b: Number, found: int) -> tuple[Label, str] | None:
    """Years that have to pass before a right, an application or a benefit."""
    waits = a.parameter.op in DOWN and b.parameter.op in DOWN
    opens = _FIGURE.has("opens", a.norm.words, b.norm.words)
    closes = _FIGURE.has("ends", a.clause) or _FIGURE.has("ends", b.clause)
    return (Label.CONDITION, "要求的年限长于上位规定") if waits and opens and not closes and found > 0 else None


def longer_queue(a: Number, b: Number, found: int) -> tuple[Label, str] | None:
    """How long people may be kept waiting at most."""
    capped = a.parameter.op in (*UP, "=") and b.parameter.op in (*UP, "=")
    waits = _FIGURE.has("queue", a.clause, b.clause)
    return (Label.LONGER, "等候的期限长于上位规定") if waits and capped and found > 0 else None


def shorter_enjoyment(a: Number, b: Number, found: int) -> tuple[Label, str] | None:
    """How long a benefit is had at most, where the higher rule gives the time and does not only cap it."""
    if found < 0 and all(of_what_is_free(x.norm, x.parameter) for x in (a, b)):
        return Label.BENEFIT, "免费的期限短于上位规定"
    given = _FIGURE.has("enjoyed", a.clause, b.clause) and not _FIGURE.has("bound", b.clause)
    both = a.parameter.op in (*UP, "=") and b.parameter.op in (*UP, "=")
    alike = _others_of(a) == _others_of(b)
    return (Label.BENEFIT, "享受待遇的期限短于上位规定") if given and both and alike and found < 0 else None


def _others_of(number: Number) -> frozenset[float]:
    """The other times and ages of its norm: for which case the figure is."""
    others = (p for p in numbers_of(number.norm) if p.start != number.parameter.start)
    return frozenset(amount(p).value for p in others if p.kind in ("duration", "age"))
