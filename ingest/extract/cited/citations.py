"""Acts cited by name and articles cited by number, relative references resolved to the articles meant.

One scan over the marks that can open a citation (《, 第, 前, 本, the last character of a bare title), so the cost
follows their number. Left out: vague references (有关规定), 上述, 下列, the act itself without an article (本办法).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.context import Context
from ingest.extract.cited.act_titles import bare_title, document_number, is_act, named_before, quoted_title
from ingest.extract.cited.article_lists import LEVELS, ArticleList, read_article_list
from ingest.extract.cited.relative_articles import Place, place_of, relative_bases
from kg.model import Citation, Clause

_OPENING = re.compile(
    r"《|第(?=\s?[（(]?\s?[一二三四五六七八九十百千零〇○0-9０-９])|前(?=[一二两三四五]?[款条项](?!目))"
    r"|本(?=[条款章节](?![例件目约]))|法(?!律|规(?!定)|[院人定治官庭制学医警则子])|典|例|(?<=民法[通总])则"
)
_RELATIVE = re.compile(r"(?:本条)?前[一二两三四五]?[款条项]|本[条款章节]")
_OWN = re.compile(
    r"本(?:法|条例|办法|规定|细则|规程|规则|决定|意见|通知|章程|制度|规范|解释|准则|实施办法|实施细则|暂行办法|暂行规定|若干规定)$"
)
_LEADING_OF = re.compile(r"\s?[的中]?(?=\s?第)")
_ARTICLE = LEVELS.index("条")


@dataclass(slots=True)
class _Scan:
    """What one scan reads: the text with its bounds, and the clause; where that stands is asked for only by some."""

    context: Context
    clause: Clause
    text: str
    low: int
    high: int

    @property
    def place(self) -> Place:
        """Where the clause stands."""
        return place_of(self.context, self.clause)

    def heads(self, at: int) -> bool:
        """Whether the clause, or one it stands in, begins at `at`."""
        return any(c.start == at for c in self.context.ancestors(self.clause))


def find_citations(context: Context, clause: Clause, start: int, end: int) -> list[Citation]:
    """Citations that begin in `start:end`, in order; the same one twice counts once."""
    opening = _OPENING.search(context.text, start, end)
    if opening is None:
        return []
    scan = _Scan(context, clause, context.text, min(start, clause.start), max(end, clause.end))
    unique: dict[tuple[str, tuple[str, ...]], Citation] = {}
    for citation in _scanned(scan, opening.start(), end):
        if citation.start >= start:
            unique.setdefault((citation.title, citation.articles), citation)
    return list(unique.values())


def _scanned(scan: _Scan, start: int, end: int) -> Iterator[Citation]:
    at = start
    while opening := _OPENING.search(scan.text, at, end):
        found, at = _read(scan, opening.start())
        if found:
            yield found


def _read(scan: _Scan, at: int) -> tuple[Citation | None, int]:
    """The citation that the mark at `at` opens, and where to go on."""
    mark = scan.text[at]
    if mark == "《":
        return _quoted(scan, at)
    if mark in "前本":
        return _relative(scan, at)
    if mark == "第":
        return _numbered(scan, at)
    return _bare(scan, at + 1)


def _quoted(scan: _Scan, at: int) -> tuple[Citation | None, int]:
    title = quoted_title(scan.text, at)
    if title is None:
        return None, at + 1
    words, behind = title
    if not is_act(scan.text, at, words):
        return None, behind
    number, behind = document_number(scan.text, behind)
    return _with_articles(scan, words, number, at, behind)


def _bare(scan: _Scan, behind: int) -> tuple[Citation | None, int]:
    """A law named without 《》; the heading that is only its title cites nothing."""
    found = bare_title(scan.text, scan.low, behind)
    if found is None:
        return None, behind
    title, at = found
    alone = scan.text[at - 1 : at] in ("", "\n") and scan.text[behind : behind + 1] in ("", "\n", "\r")
    if alone or (title == "宪法" and scan.text[at - 2 : at] not in ("根据", "依据", "依照", "按照", "违反")):
        return None, behind
    return _with_articles(scan, title, None, at, behind)


def _with_articles(scan: _Scan, title: str, number: str | None, at: int, behind: int) -> tuple[Citation, int]:
    gap = _LEADING_OF.match(scan.text, behind)
    listed = read_article_list(scan.text, gap.end(), scan.high) if gap else None
    if listed is None:
        return Citation(title, number, (), at, behind), behind
    return Citation(title, number, listed.written(), at, listed.end), listed.end


def _relative(scan: _Scan, at: int) -> tuple[Citation | None, int]:
    match = _RELATIVE.match(scan.text, at)
    if match is None:
        return None, at + 1
    bases = relative_bases(match[0].removeprefix("本条") or "本条", scan.place)
    listed = read_article_list(scan.text, match.end(), scan.high) if len(bases) == 1 else None
    if listed and listed.top <= _ARTICLE:
        listed = None
    behind = listed.end if listed else match.end()
    articles = listed.written(bases[0]) if listed else tuple("".join(b) for b in bases)
    return (Citation("", None, articles, at, behind) if articles else None), behind


def _numbered(scan: _Scan, at: int) -> tuple[Citation | None, int]:
    """第十条, 本办法第十条, bare 第一款: articles of this act, or of an act named right before without 《》."""
    listed = read_article_list(scan.text, at, scan.high)
    if listed is None or scan.heads(at):
        return None, listed.end if listed else at + 1
    own = _OWN.search(scan.text, max(scan.low, at - 6), at)
    if own:
        return Citation("", None, listed.written(), own.start(), listed.end), listed.end
    named = named_before(scan.text, scan.low, at)
    if named:
        return Citation(named[0], None, listed.written(), named[1], listed.end), listed.end
    return _of_this_article(scan, at, listed), listed.end


def _of_this_article(scan: _Scan, at: int, listed: ArticleList) -> Citation | None:
    if listed.top <= _ARTICLE:
        return Citation("", None, listed.written(), at, listed.end)
    article = scan.place.article
    return Citation("", None, listed.written((article,)), at, listed.end) if article else None
