"""引用的条文不存在。

A reference to an article beyond the last one of the act means that the act was renumbered or another is meant; whoever
applies the clause finds nothing. Asked only where all articles of the act were read, so that a partial text gives none.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Check, Evidence, Hit, Looked, Material, Outcome, Route, Severity, Skip, Slot, evidence
from checks.cited import article_number, numbering, target
from checks.places import title, under_review
from checks.speech import at
from kg.coverage import CoverageIndex
from kg.model import Citation, Clause, Document, Provision, Quote, Reading


def find(index: CoverageIndex) -> Iterator[Outcome]:
    """Citations of articles that the cited act does not have."""
    readings = {r.document.name: r for r in index.readings}
    for reading in under_review(index):
        for provision in reading.provisions:
            for citation in provision.citations:
                act = target(index, provision, citation)
                if act is None:
                    yield Skip("引用的文件不在比对范围")
                    continue
                yield Looked(pairs=1)
                yield from _missing(index, provision, citation, act, readings[act.name])


def _missing(
    index: CoverageIndex, provision: Provision, citation: Citation, act: Document, reading: Reading
) -> Iterator[Hit]:
    own = act.name == provision.document
    instrument = _instrument(reading, provision) if own else None
    articles = numbering(reading, instrument)
    if not articles.last or not articles.gapless:
        return
    for said in citation.articles:
        if article_number(said) <= articles.last:
            continue
        name = "本文件" if own else title(act)
        places = [_citing(index, provision, citation)]
        if not own:
            places.append(_last_article(index, reading, articles.last))
        yield Hit(
            (provision.id, said),
            f"{at(index, provision)}引用{name}{said}，但{name}只有{articles.last}条。",
            tuple(places),
            same=(Slot("document", title(act)),),
            differs=(Slot("article", a=said, b=f"共{articles.last}条"),),
            aid=provision.aid,
            agencies=tuple(sorted(provision.agencies())),
            suggestion=f"核对{name}现行条文，改为实际对应的条次。",
        )


def _instrument(reading: Reading, provision: Provision) -> int | None:
    return next((c.instrument for c in reading.clauses if c.id == provision.clause), None)


def _citing(index: CoverageIndex, provision: Provision, citation: Citation) -> Evidence:
    said = provision.quote.text[citation.start - provision.quote.start : citation.end - provision.quote.start]
    inside = citation.start - provision.quote.start >= 0 and len(said) == citation.end - citation.start > 0
    quote = Quote(provision.document, citation.start, citation.end, said) if inside else provision.quote
    return evidence(index, provision, quote)


def _last_article(index: CoverageIndex, reading: Reading, last: int) -> Evidence:
    clause: Clause = next(c for c in reading.clauses if article_number(c.number) == last and c.kind == "article")
    text = reading.document.text[clause.start : clause.end].rstrip()
    side = "draft" if index.is_draft(reading.document.name) else "base"
    return Evidence(Quote(reading.document.name, clause.start, clause.start + len(text), text), clause.locator, side)


CHECK = Check(
    "GP07",
    "gap.dangling.article",
    "gap",
    "dangling",
    "引用的条文不存在",
    Severity.WARNING,
    "引用应当准确到条；被引文件修订后条次会变（立法技术规范对引用条文的要求）。",
    "核对被引文件现行条文，改为实际对应的条次。",
    Route.DRAFTER,
    find,
    (Material.CITATIONS,),
)
