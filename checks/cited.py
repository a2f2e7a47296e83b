"""What a citation points to among the documents of the run, and the articles that stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from cn2an import cn2an

from checks.compare.ground.marks import line_start
from checks.remember import per_index
from kg.coverage import CoverageIndex
from kg.force import same_title
from kg.model import Citation, Document, Provision, Reading

_NUMBER = re.compile(r"[一-龥]{2,16}[〔\[（(［【]\d{4}[〕\]）)］】](?:第)?\d{1,4}号")
_LEADS = re.compile(r"[按照据行见以和及的与由为]$")  # what stands before a number, and is no part of it
_QUOTED = re.compile(r"《([^《》]{4,60})》")
_TITLE = re.compile(r"《(.+)》")
_MADE = re.compile(  # when and by whom the act cited was made, before its name
    r"(?P<year>[12]\d{3})年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:由)?[^，。；《》〈〉]{0,20}"
    r"(?:印发|发布|公布|颁布|颁发|制定|出台|下发|通过|施行|实施|修订)(?:的)?(?:关于印发)?[《〈]?$"
)
_OF_IT = re.compile(r"[该其](?:法|条例|办法|规定|细则|意见|决定|规程|通知)?的?$")
_NUMBERED = re.compile(r"(?P<code>[一-龥]{1,10}?)\D?(?P<year>[12]\d{3})\D")
_ARTICLE = re.compile(r"第([一二三四五六七八九十百千零〇两\d]+)条(?:之([一二三四五六七八九十]+))?")


@dataclass(frozen=True, slots=True)
class Numbering:
    """The articles of a document: `last` is the highest number, `gapless` whether all up to it were read."""

    last: int
    gapless: bool


def target(index: CoverageIndex, provision: Provision, citation: Citation) -> Document | None:
    """The document that a citation means: the provision's own, or one of the run of that title or number.

    A short name counts as the title that the citing document explains it by (以下简称《条例》). An article without an
    act is one of the act cited before it, where it is cited in the same way (依照《…》第十九条处理；…依照第二十条处理).
    """
    said = citation if citation.title else _goes_on(index, provision, citation)
    if said is None:
        return index.documents[provision.document]
    return find_document(index, _in_full(index.reading(provision.document), said.title), said.number)


@per_index
def _of_acts(index: CoverageIndex, name: str) -> tuple[Citation, ...]:
    """Citations of other acts in a document."""
    return tuple(c for p in index.reading(name).provisions for c in p.citations if c.title)


def _goes_on(index: CoverageIndex, provision: Provision, citation: Citation) -> Citation | None:
    """The citation of another act, earlier in the paragraph, that one of a bare article goes on from; None if none.

    It says so (该条例第二十条), has the same words before it, or is beyond the text's own last article.
    """
    reading = index.reading(provision.document)
    text = reading.document.text
    if text[citation.start : citation.start + 1] != "第":
        return None
    begin = line_start(text, citation.start)
    before = [c for c in _of_acts(index, provision.document) if begin <= c.start < citation.start]
    last = max(before, key=lambda c: c.start, default=None)
    if last is None or _OF_IT.search(text, begin, citation.start):
        return last
    cited = [c for c in before if c.articles]
    own = numbering(reading).last
    beyond = any(article_number(a) > own for a in citation.articles)
    alike = (
        last.articles and text[last.start - 2 : last.start].rstrip("《") == text[citation.start - 2 : citation.start]
    )
    return last if alike else cited[-1] if cited and beyond else None


def _in_full(reading: Reading, title: str) -> str:
    meant = next((d.meaning for d in reading.definitions if d.term.strip("《》") == title), "")
    named = _TITLE.search(meant)
    return named[1] if named else title


def find_document(index: CoverageIndex, title: str, number: str | None = None) -> Document | None:
    """A document of the run by title or number, those in force first."""
    wanted = _plain(number or "")
    found = [
        d
        for d in index.documents.values()
        if same_title(d.title, title) or (wanted and wanted == _plain(d.number or ""))
    ]
    return min(found, key=lambda d: not index.is_in_force(d), default=None)


def former_version(index: CoverageIndex, provision: Provision, citation: Citation) -> Document | None:
    """The document of the run that took the place of the version cited, where its year or number says it is older.

    An act that was only amended keeps its first date; so a version counts as gone where the later one ends an act of
    the same name, or bears a later number of the same series.
    """
    known = find_document(index, citation.title, citation.number)
    if known is None or not known.title:
        return None
    number = _NUMBERED.search(citation.number or "")
    new = _NUMBERED.search(known.number or "")
    if number and new and number["code"] == new["code"]:
        return known if int(number["year"]) < int(new["year"]) else None
    told = _MADE.search(provision.quote.text[: max(0, citation.start - provision.quote.start)])
    year = (told or number or {"year": "0"})["year"]
    renewed = any(same_title(r.title, known.title) for r in known.repeals)
    day = known.published or known.made or known.period.start
    return known if renewed and day and 0 < int(year) < day.year else None


def by_number(index: CoverageIndex, provision: Provision) -> Iterator[Citation]:
    """Acts that a provision names by 文号 alone (按某政办〔2013〕22号文件执行) and that the run knows of."""
    said = provision.quote
    for match in _NUMBER.finditer(said.text):
        start, end = said.start + match.start(), said.start + match.end()
        if any(c.start <= start < c.end for c in provision.citations):
            continue
        for number, title in _numbered(index).items():
            at = _plain(match.group()).rfind(number)
            if at == 0 or (at > 0 and _LEADS.search(_plain(match.group())[:at])):
                yield Citation(title or match.group()[at:], number, (), start, end)
                break


def repealed_plans(index: CoverageIndex, provision: Provision) -> Iterator[Citation]:
    """Plans that a provision names (按照《…方案》) and another text of the run repeals: elsewhere plans are no acts."""
    said = provision.quote
    for match in _QUOTED.finditer(said.text) if _repealed(index) else ():
        start, end = said.start + match.start(1), said.start + match.end(1)
        read = any(c.start <= start < c.end for c in provision.citations)
        if not read and any(same_title(match[1], title) for title in _repealed(index)):
            yield Citation(match[1], None, (), start, end)


@per_index
def _repealed(index: CoverageIndex) -> tuple[str, ...]:
    """Titles of what the documents of the run repeal."""
    others = (d for d in index.documents.values() if not index.is_draft(d.name))
    return tuple(r.title for d in others for r in d.repeals if r.title)


@per_index
def _numbered(index: CoverageIndex) -> dict[str, str]:
    """Titles by number: of the documents of the run, and of the acts they repeal."""
    others = [d for d in index.documents.values() if not index.is_draft(d.name)]
    found = {_plain(r.number): r.title for d in others for r in d.repeals if r.number}
    return found | {_plain(d.number): d.title for d in others if d.number and d.title}


def numbering(reading: Reading, instrument: int | None = None) -> Numbering:
    """The article numbers of a reading, of one enclosed instrument where given."""
    clauses = (c for c in reading.clauses if c.kind == "article" and (instrument is None or c.instrument == instrument))
    numbers = {article_number(c.number) for c in clauses} - {0}
    last = max(numbers, default=0)
    return Numbering(last, len(numbers) == last)


def article_number(said: str) -> int:
    """第十一条第二款 → 11; 0 where there is none."""
    match = _ARTICLE.match(said)
    return _number(match[1]) if match else 0


@cache
def _number(said: str) -> int:
    """A numeral as article numbers write it: 十一, 一百零三, 23; 0 for what is none."""
    try:
        return int(cn2an(said, "smart"))
    except ValueError:
        return 0


def same_number(a: str, b: str) -> bool:
    """Whether two document numbers (文号) are one, however their brackets are written."""
    return bool(_plain(a)) and _plain(a) == _plain(b)


def _plain(number: str) -> str:
    """A document number (文号) without brackets and blanks."""
    return "".join(c for c in number if c.isalnum())
