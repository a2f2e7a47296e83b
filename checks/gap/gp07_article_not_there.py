"""引用的条文不存在。

A reference to an article beyond the last one of the act, or to an item beyond the last of its list, means that the act
was renumbered or another is meant; whoever applies the clause finds nothing. Asked only where all articles, or items,
were read, so that a partial text gives none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from checks.base import Check, Evidence, Hit, Looked, Outcome, Route, Severity, Skip, Slot, evidence
from checks.cited import article_number, numbering, target
from checks.compare.acts.annexes import Missing, missing_annexes
from checks.compare.acts.misfit import misfit
from checks.compare.acts.misquoted import likely_meant, misquoted
from checks.compare.acts.unlisted import too_few_paragraphs, unlisted
from checks.places import title, under_review
from checks.speech import at, owner, place
from kg.coverage import CoverageIndex
from kg.model import Citation, Clause, Document, Provision, Quote, Reading

_POINT = re.compile(
    r"本(?:工作|实施)?(?:方案|通知|意见|规程|制度|指南|须知|办法|规定|细则|流程|工作方案)(?:中的?|的)?第(?P<number>[一二三四五六七八九十]{1,3})(?:项|条|部分|点|款)"
)


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
                cited_in = readings[act.name]
                yield from _missing(index, provision, citation, act, cited_in)
                yield from _missing_items(index, provision, citation, cited_in)
                wrong = (misquoted(index, provision, citation, cited_in), misfit(provision, citation, cited_in))
                for cited, meant in chain.from_iterable(wrong):
                    yield _other(index, provision, citation, cited, meant)
        yield from _missing_points(index, reading)
        yield from (_annex(index, reading, missing) for missing in missing_annexes(reading))


def _annex(index: CoverageIndex, reading: Reading, missing: Missing) -> Hit:
    """An annex that the text points to and does not have."""
    places = [owner(index, reading, q) for q in (missing.clause, missing.listed) if q]
    there = f"本文件只列有{missing.there}个附件" if missing.there else "本文件没有附件"
    return Hit(
        (missing.clause.text, missing.said),
        f"{place(index, reading.document.name, places[0].locator)}引用{missing.said}，但{there}。",
        tuple(places),
        same=(Slot("document", title(reading.document)),),
        differs=(Slot("annex", a=missing.said, b=there),),
        agencies=reading.document.issuer_ids,
        suggestion=f"补上{missing.said}，或者在正文中直接写明相应内容。",
    )


def _missing_points(index: CoverageIndex, reading: Reading) -> Iterator[Hit]:
    """Numbered parts (一、二、) that a text without articles cites of itself and does not have."""
    numbers = [article_number(f"第{c.number.strip('、')}条") for c in reading.clauses if c.kind == "point"]
    last = max(numbers, default=0)
    if numbering(reading).last or not last or sorted(numbers) != list(range(1, last + 1)):
        return
    for provision in reading.provisions:
        for match in _POINT.finditer(provision.quote.text):
            if article_number(f"第{match['number']}条") > last:
                start = provision.quote.start + match.start()
                said = Quote(provision.document, start, start + len(match.group()), match.group())
                yield Hit(
                    (provision.id, match.group()),
                    f"{at(index, provision)}引用{match.group()}，但本文件只有{last}个部分。",
                    (evidence(index, provision, said),),
                    same=(Slot("document", title(reading.document)),),
                    differs=(Slot("article", a=match.group(), b=f"共{last}个部分"),),
                    aid=provision.aid,
                    agencies=tuple(sorted(provision.agencies())),
                    suggestion="核对本文件的序号，改为实际对应的部分。",
                )


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
        likely = likely_meant(index, citation, provision.document, reading)
        if likely and article_number(likely.number) != articles.last:
            places.append(_article(index, likely))
        yield Hit(
            (provision.id, said),
            f"{at(index, provision)}引用{name}{said}，但{name}只有{articles.last}条{_perhaps(likely)}。",
            tuple(places),
            same=(Slot("document", title(act)),),
            differs=(Slot("article", a=said, b=f"共{articles.last}条"),),
            aid=provision.aid,
            agencies=tuple(sorted(provision.agencies())),
            suggestion=f"核对{name}现行条文，改为{likely.number if likely else '实际对应的条次'}。",
        )


def _perhaps(likely: Clause | None) -> str:
    return f"，有关内容可能在{likely.number}" if likely else ""


def _missing_items(index: CoverageIndex, provision: Provision, citation: Citation, act: Reading) -> Iterator[Hit]:
    """Items and paragraphs that an article does not have."""
    own = act.document.name == provision.document
    instrument = _instrument(act, provision) if own else None
    name = "本文件" if own else title(act.document)
    for said in citation.articles:
        item = unlisted(said, act, instrument)
        if found := item or too_few_paragraphs(said, act, instrument):
            (article, most), unit = found, "项" if item else "款"
            yield Hit(
                (provision.id, said),
                f"{at(index, provision)}引用{name}{said}，但{name}{article.number}只有{most}{unit}。",
                (_citing(index, provision, citation), _article(index, article)),
                same=(Slot("document", name),),
                differs=(Slot("article", a=said, b=f"共{most}{unit}"),),
                aid=provision.aid,
                agencies=tuple(sorted(provision.agencies())),
                suggestion=f"核对{name}{article.number}，改为实际对应的{unit}次。",
            )


def _other(index: CoverageIndex, provision: Provision, citation: Citation, cited: Clause, meant: Clause) -> Hit:
    """An article that says nothing of what it is cited for, while another one does."""
    own = cited.document == provision.document
    name = "本文件" if own else title(index.documents[cited.document])
    places = [_citing(index, provision, citation)]
    return Hit(
        (provision.id, cited.number, meant.number),
        f"{at(index, provision)}引用{name}{cited.number}，但该条没有这一内容，有关内容在{meant.number}。",
        (*places, *(() if own else (_article(index, cited), _article(index, meant)))),
        same=(Slot("document", name),),
        differs=(Slot("article", a=cited.number, b=meant.number),),
        aid=provision.aid,
        agencies=tuple(sorted(provision.agencies())),
        suggestion=f"核对{name}现行条文，改为{meant.number}。",
    )


def _article(index: CoverageIndex, clause: Clause) -> Evidence:
    text = index.documents[clause.document].text[clause.start : clause.end].rstrip()
    side = "draft" if index.is_draft(clause.document) else "base"
    return Evidence(Quote(clause.document, clause.start, clause.start + len(text), text), clause.locator, side)


def _instrument(reading: Reading, provision: Provision) -> int | None:
    return next((c.instrument for c in reading.clauses if c.id == provision.clause), None)


def _citing(index: CoverageIndex, provision: Provision, citation: Citation) -> Evidence:
    said = provision.quote.text[citation.start - provision.quote.start : citation.end - provision.quote.start]
    inside = citation.start - provision.quote.start >= 0 and len(said) == citation.end - citation.start > 0
    quote = Quote(provision.document, citation.start, citation.end, said) if inside else provision.quote
    return evidence(index, provision, quote)


def _last_article(index: CoverageIndex, reading: Reading, last: int) -> Evidence:
    clause: Clause = next(c for c in reading.clauses if article_number(c.number) == last and c.kind == "article")
    return _article(index, clause)


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
)
