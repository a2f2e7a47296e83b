"""使用已经停用的制度名称。

A word of a scheme that has ended (廉租住房, 小额担保贷款) sends people to a counter with another sign. Wording
only, unless what it named has ended for good (营业税减免), with the new word for the old at its place; the title of an
act in 《》 is a name and stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Check, Hit, Outcome, Revision, Route, Severity, Slot, evidence
from checks.places import under_review
from checks.speech import at
from kg.coverage import CoverageIndex
from kg.enums import Modality
from kg.model import Provision, Quote
from ontology.acts import StaleTerm, load_acts

_TITLE = re.compile(r"《[^《》]*》")
_HISTORY = ("原", "以前的", "此前的")


def find(index: CoverageIndex) -> Iterator[Outcome]:
    """Stale words of the texts under review, each once a document."""
    for reading in under_review(index):
        seen: set[str] = set()
        for provision in reading.provisions:
            if provision.modality is Modality.DECLARATION:
                continue
            for start, end, term in terms_in(index, provision):
                if term.id not in seen:
                    seen.add(term.id)
                    yield _hit(index, provision, start, end, term)


def terms_in(index: CoverageIndex, provision: Provision) -> Iterator[tuple[int, int, StaleTerm]]:
    """(start, end, term) inside the provision's words, titles and words called 原… left out."""
    said = _TITLE.sub(lambda m: "□" * len(m.group()), provision.quote.text)
    for start, end, term in load_acts().stale(said, index.effective):
        if not said[:start].endswith(_HISTORY):
            yield start, end, term


def _hit(index: CoverageIndex, provision: Provision, start: int, end: int, term: StaleTerm) -> Hit:
    old = provision.quote.text[start:end]
    first = provision.quote.start + start
    quote = Quote(provision.document, first, first + len(old), old)
    basis = f"（{term.basis}）" if term.basis else ""
    instead = f"，现称“{term.instead}”" if term.instead else ""
    return Hit(
        (provision.id, term.id),
        f"{at(index, provision)}使用的“{old}”自{term.since.year}年起已经停用{instead}{basis}。",
        (evidence(index, provision, quote),),
        differs=(Slot("term", a=old, b=term.instead),),
        aid=provision.aid,
        severity=Severity.WARNING if term.gone else None,
        suggestion=f"把“{old}”改为“{term.instead}”。" if term.instead else f"删去或者更新“{old}”的表述。",
        revision=Revision(quote, term.instead) if term.instead else None,
    )


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
