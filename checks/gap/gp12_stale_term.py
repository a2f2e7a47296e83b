"""使用已经停用的制度名称。

A word of a scheme that has ended (廉租住房, 小额担保贷款) sends people to a counter with another sign. Wording
only, with the new word for the old at its place, unless what it named has ended for good (营业税减免), or the clause
sets up or rests on a scheme of which nothing is left (参加新型农村合作医疗的, 实行五保供养). It stays a hint where a
higher text in force still has the word, and where the sentence tells of how one scheme became another; the title of an
act in 《》 is a name and stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from checks.base import Check, Hit, Outcome, Revision, Route, Severity, Slot, evidence
from checks.compare.ground.marks import around
from checks.compare.ground.opponents import binding_on
from checks.places import under_review
from checks.speech import at
from kg.coverage import CoverageIndex
from kg.enums import Modality
from kg.memo import per_reading
from kg.model import Provision, Quote, Reading
from ontology.acts import StaleTerm, load_acts
from ontology.cues import Setting

_TITLE = re.compile(r"《[^《》]*》")
_HISTORY = ("原", "以前的", "此前的")
_SCHEME = Setting("scheme")
_CANCELLED = "（已取消）"

_Use = tuple[Provision, int, int]
"""Where a stale word stands: its provision, with the place inside the provision's words."""


def find(index: CoverageIndex) -> Iterator[Outcome]:
    """Stale words of the texts under review, each once a document."""
    for reading in under_review(index):
        kept = _kept_above(index, reading)
        for term, uses in _uses(index, reading).items():
            rests = (use for use in uses if term.id not in kept and _rests_on(index, *use, term))
            use = next(rests, None)
            yield _hit(index, *(use or uses[0]), term, use is not None)


def _uses(index: CoverageIndex, reading: Reading) -> dict[StaleTerm, list[_Use]]:
    """Stale words of a text with all their places."""
    found: dict[StaleTerm, list[_Use]] = {}
    for provision in reading.provisions:
        if provision.modality is not Modality.DECLARATION:
            for start, end, term in terms_in(provision, index.effective):
                found.setdefault(term, []).append((provision, start, end))
    return found


def _kept_above(index: CoverageIndex, reading: Reading) -> frozenset[str]:
    """Terms that a higher text in force has as well: the draft speaks as it does."""
    above = (term for r in binding_on(index, reading.document.name) for term in _terms_of(r))
    return frozenset(term.id for term in above if term.since <= index.effective)


@per_reading
def _terms_of(reading: Reading) -> tuple[StaleTerm, ...]:
    """Words in a text that are stale on some day."""
    return tuple(dict.fromkeys(term for p in reading.provisions for _, _, term in terms_in(p, date.max)))


def _rests_on(index: CoverageIndex, provision: Provision, start: int, end: int, term: StaleTerm) -> bool:
    """Whether the scheme has ended, and the sentence sets it up or takes it as being there."""
    if term.ended is None or index.effective < term.ended:
        return False
    text = index.documents[provision.document].text
    before, behind = around(text, provision.quote.start + start, provision.quote.start + end)
    told = _SCHEME.has("aside", before) or _SCHEME.has("aside", behind)
    return not told and (_SCHEME.has("restsOn", before) or _SCHEME.has("thereIs", behind))


def terms_in(provision: Provision, on: date) -> Iterator[tuple[int, int, StaleTerm]]:
    """(start, end, term) inside the provision's words as of a day, titles and words called 原… left out."""
    said = _TITLE.sub(lambda m: "□" * len(m.group()), provision.quote.text)
    for start, end, term in load_acts().stale(said, on):
        if not said[:start].endswith(_HISTORY):
            yield start, end, term


def _hit(index: CoverageIndex, provision: Provision, start: int, end: int, term: StaleTerm, rests: bool) -> Hit:
    old = provision.quote.text[start:end]
    first = provision.quote.start + start
    quote = Quote(provision.document, first, first + len(old), old)
    said = (term.ended_by or term.basis) if rests else term.basis
    basis = f"（{said}）" if said else ""
    return Hit(
        (provision.id, term.id),
        f"{at(index, provision)}{_state(term, old, rests)}{basis}。",
        (evidence(index, provision, quote),),
        differs=(Slot("term", a=old, b=_CANCELLED if term.cancelled else term.instead),),
        aid=provision.aid,
        severity=Severity.WARNING if term.gone or rests else None,
        suggestion=f"把“{old}”改为“{term.instead}”。" if term.instead else f"删去或者更新“{old}”的表述。",
        revision=Revision(quote, term.instead) if term.instead else None,
    )


def _state(term: StaleTerm, old: str, rests: bool) -> str:
    """What has become of the word, or of the scheme that the clause rests on."""
    if rests and term.ended:
        return f"以“{old}”为依托，这一制度自{term.ended.year}年起已经不再实行，现行制度为“{term.instead}”"
    if term.cancelled:
        return f"使用的“{old}”自{term.since.year}年起已经取消"
    instead = f"，现称“{term.instead}”" if term.instead else ""
    return f"使用的“{old}”自{term.since.year}年起已经停用{instead}"


CHECK = Check(
    "GP12",
    "gap.dangling.term",
    "gap",
    "dangling",
    "使用已经停用的制度名称",
    Severity.INFO,
    "制度合并或者更名后，文件应当使用现行名称。",
    "改用现行名称。",
    Route.DRAFTER,
    find,
)
