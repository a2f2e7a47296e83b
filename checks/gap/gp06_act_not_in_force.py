"""引用的文件已经废止或者失效。

A clause that rests on an act no longer in force rests on nothing. Known from the documents of the run (their own terms,
repeals, later versions, a former version of one name told by its year) and from the register of acts; what ended the
act is quoted with it. Quiet in the clause that itself ends the act, for 原…办法, and
where a clause only tells of what was done while the act was in force (2003年8月1日前依照《…》形成的档案).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from checks.base import Check, Evidence, Hit, Looked, Material, Outcome, Revision, Route, Severity, Skip, Slot, evidence
from checks.cited import by_number, find_document, former_version, repealed_plans, same_number
from checks.places import base_readings, title, under_review
from checks.speech import at, owner
from kg.coverage import CoverageIndex
from kg.force import first_day, same_title
from kg.model import Citation, Document, Provision, Quote, Repeal
from ontology.acts import load_acts

_TRIAL = re.compile(r"试行|暂行")
_HEAD = 200  # characters at the beginning of a document that say what it is
_IN_PAST = re.compile(  # what was done while the act was in force, before its name and behind it
    r"(?:(?:(?P<year>[12]\d{3})年(?:\d+月)?(?:\d+日|底)?|施行|实施|废止|改革)(?:以|之)?前"
    r"|此前|已经?|曾经?|原先|过去|当时|历史上)[^，。；]{0,14}?(?:依照|按照|依据|根据|依|按)?$"
)
_PAST_OF = re.compile(
    r"^》?(?:（[^）]*）)?(?:的?规定)?(?:(?:施行|实施|执行|有效|存续)期间|(?:废止|失效)(?:以|之)?前|时期|[^，。；]{0,4}形成的|[^，。；]{0,6}遗留|(?:的?有效期)?(?:已经?|业已|现已|自|于|将于)[^，。；]{0,16}(?:期满|届满|到期|满期))"
)
_TERM = re.compile(  # by which an act says how long it lasts
    r"有效期|有效至|(?:施行|实施|执行|试行)(?:期限?|时间)|(?:施行|实施|执行|生效|试行)[，,]?[^，。；\n]{0,4}[至到](?=[^，。；\n]*年)"
)
_ENDING = ("废止", "停止执行", "失效", "不再执行", "停止施行")


@dataclass(frozen=True, slots=True)
class Ended:
    """Why an act is no longer in force: what ended it, when, and what to cite instead (Chinese; "" where not known)."""

    reason: str
    day: date | None
    instead: str
    severity: Severity | None = None
    by: Document | None = None  # the document of the run that ended it
    own: Document | None = None  # the act itself, where its own term is over


def find(index: CoverageIndex) -> Iterator[Outcome]:
    """Citations of acts that ended before the text takes effect."""
    for reading in under_review(index):
        for provision in reading.provisions:
            named = (*by_number(index, provision), *repealed_plans(index, provision))
            for citation in (*provision.citations, *named):
                if not citation.title:
                    continue
                yield Looked(pairs=1)
                if is_history(provision, citation, index.effective):
                    yield Skip("废止条款中的引用")
                elif ended := ended_act(index, citation) or _replaced(index, provision, citation):
                    yield _hit(index, provision, citation, ended)


def is_history(provision: Provision, citation: Citation, day: date) -> bool:
    """Whether the clause ends the act itself, calls it 原, or tells of what was done under it."""
    text, start = provision.quote.text, max(0, citation.start - provision.quote.start)
    before, behind = text[:start].rstrip("《"), text[citation.end - provision.quote.start :]
    told = _IN_PAST.search(before)
    past = _PAST_OF.search(behind) or (told and int(told["year"] or 0) < day.year)
    return any(w in text for w in _ENDING) or before.endswith("原") or bool(past)


def ended_act(index: CoverageIndex, citation: Citation) -> Ended | None:
    """How the cited act ended, as far as the run knows; None while it is in force or unknown."""
    known = find_document(index, citation.title, citation.number)
    if known is not None and _is_trial_of(citation, known):
        return Ended(f"已由{title(known)}取代", known.period.start, title(known), by=known)
    if known is not None:
        return None if index.is_in_force(known) else _expired(index, known)
    for reading in base_readings(index):
        for repeal in reading.document.repeals:
            if _is_of(repeal, citation):
                by = reading.document
                return Ended(f"已被{title(by)}废止", repeal.day or first_day(by), title(by), by=by)
    return _registered(index, citation)


def _is_of(repeal: Repeal, citation: Citation) -> bool:
    """Whether a repeal names the act cited, by its title or its number alone."""
    number = bool(repeal.number and citation.number) and same_number(repeal.number or "", citation.number or "")
    return same_title(repeal.title, citation.title) or number


def _replaced(index: CoverageIndex, provision: Provision, citation: Citation) -> Ended | None:
    """The former version of an act that a document of the run has made anew under the same name."""
    later = former_version(index, provision, citation)
    if later is None or not index.is_in_force(later):
        return None
    return Ended(f"是旧版本，已由现行的{title(later)}取代", later.period.start, title(later), by=later)


def _is_trial_of(citation: Citation, known: Document) -> bool:
    """Whether the act cited is the trial version (试行, 暂行) of a document that has since been made for good."""
    head = known.text.split("第一条")[0][:_HEAD]
    final = f"{known.title}{head}"
    return bool(_TRIAL.search(citation.title)) and bool(known.title) and not _TRIAL.search(final)


def _registered(index: CoverageIndex, citation: Citation) -> Ended | None:
    """What the register of acts says; an act out of use without a formal repeal is only a hint."""
    register = load_acts()
    act = register.titled(citation.title, index.effective, citation.number)
    if act is None or act.in_use(index.effective) or (act.start and act.start > index.effective):
        return None
    later = register.instead_of(act, index.effective)
    instead = f"《{later.title}》" if later else ""
    if act.in_force(index.effective):
        return Ended(f"所规定的事项已由{instead or '后来的文件'}规定", act.superseded, instead, Severity.INFO)
    return Ended("已经废止", act.end, instead)


def _expired(index: CoverageIndex, document: Document) -> Ended | None:
    period, by = index.in_force(document), index.ended_by(document)
    if by is not None and index.is_draft(by.name):
        return None
    if period.end is None or period.end > index.effective:
        return None
    reason = f"已被{title(by)}取代" if by else "有效期已满"
    return Ended(reason, period.end, title(by) if by else "", by=by, own=None if by else document)


def _hit(index: CoverageIndex, provision: Provision, citation: Citation, ended: Ended) -> Hit:
    day = f"（{ended.day.year}年{ended.day.month}月{ended.day.day}日）" if ended.day else ""
    return Hit(
        (provision.id, citation.title),
        f"{at(index, provision)}引用的{_called(citation)}{ended.reason}{day}，不能再作为依据。",
        (_place(index, provision, citation), *_ending(index, citation, ended)),
        same=(Slot("document", f"《{citation.title}》"),),
        differs=(Slot("in_force", a=str(index.effective), b=str(ended.day or "")),),
        aid=provision.aid,
        agencies=tuple(sorted(provision.agencies())),
        severity=ended.severity,
        revision=_revision(index, provision, citation, ended),
        suggestion=f"改为引用现行的{ended.instead}。" if ended.instead else "删去该引用，或者改为引用现行文件。",
    )


def _called(citation: Citation) -> str:
    """An act as a finding names it: by its number where the citation has no more."""
    return f"{citation.title}文件" if citation.title.endswith("号") else f"《{citation.title}》"


def _ending(index: CoverageIndex, citation: Citation, ended: Ended) -> Iterator[Evidence]:
    """The sentence in which a document of the run ends the act, or the act sets its own term."""
    for repeal in ended.by.repeals if ended.by else ():
        if ended.by and _is_of(repeal, citation):
            yield _sentence(index, ended.by, repeal.start, repeal.end)
    for term in [*_TERM.finditer(ended.own.text)][-1:] if ended.own else ():
        if ended.own:
            yield _sentence(index, ended.own, term.start(), term.end())


def _sentence(index: CoverageIndex, document: Document, start: int, end: int) -> Evidence:
    text = document.text
    left = max(text.rfind(c, 0, start) for c in "。；\n") + 1
    right = min((i for c in "。；\n" if (i := text.find(c, end)) >= 0), default=len(text))
    return owner(index, index.reading(document.name), Quote(document.name, left, right, text[left:right]))


def _revision(index: CoverageIndex, provision: Provision, citation: Citation, ended: Ended) -> Revision | None:
    """The title alone replaced, where one act goes on for another."""
    text = index.documents[provision.document].text
    start = text.find(citation.title, citation.start, citation.end + len(citation.title))
    if start < 0 or not ended.instead or same_title(citation.title, ended.instead):
        return None
    old = Quote(provision.document, start, start + len(citation.title), citation.title)
    return Revision(old, ended.instead.strip("《》"))


def _place(index: CoverageIndex, provision: Provision, citation: Citation) -> Evidence:
    start = citation.start - provision.quote.start
    said = provision.quote.text[max(0, start) : citation.end - provision.quote.start]
    if start < 0 or len(said) != citation.end - citation.start or not said:
        return evidence(index, provision)
    return evidence(index, provision, Quote(provision.document, citation.start, citation.end, said))


CHECK = Check(
    "GP06",
    "gap.dangling.act",
    "gap",
    "dangling",
    "引用的文件已经废止或者失效",
    Severity.WARNING,
    "依据和参照的文件应当现行有效（规范性文件合法性审核的一般要求）。",
    "改为引用现行文件。",
    Route.DRAFTER,
    find,
    (Material.CITATIONS,),
)
