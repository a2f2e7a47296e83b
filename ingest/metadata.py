"""What a text says of itself: title, 文号, issuers, level, region, rank, days, validity, repeals. From the text alone.

What is not stated stays `None`; what could not be settled is noted in Chinese for the reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from ingest.dates import find_days
from ingest.extract.bodies.agencies import find_chains
from ingest.issuing import Head, issuers_of, number_of, rank_of
from ingest.numbering import chinese
from ingest.numerals import to_number
from ingest.placing import place_of
from ingest.validity import begins, find_repeals, first_day, implied_repeal, last_day
from kg.enums import Level, Rank
from kg.model import Clause, Document, Period
from ontology.numbers import agency_of_number
from ontology.vocabulary import Vocabulary

_ADOPTED = re.compile(r"通过|审议批准|修订|修正|会议")
_RELEASED = re.compile(r"公布|发布|颁布|公告")
_OFFICE = re.compile(r"(?<=政府|公署|务院|中央|常委)办公[厅室]$|(?<=行署|州委|省委|市委|县委|区委)办(?:公[厅室])?$")
_PROMULGATES = re.compile(r"现予(?:公布|发布)|公告$")
_CARD_DAY = re.compile(r"([成发公生实])[文布开效施]日期\s*[：:]")
_EFFECTIVE = re.compile(r"施行|实施|生效")
_LAST_DAY = re.compile(r"(?:有效期[^，。；）]{0,8}|截至|截止于?|至|到)$")
_HAN = re.compile("[一-鿿]+")


def describe(name: str, text: str, clauses: Sequence[Clause], sha256: str, vocabulary: Vocabulary) -> Document:
    """The document called `name` with what it says of itself."""
    head = _head(text, clauses)
    issuers = issuers_of(head)
    number = number_of(head)
    made, published = _days(head)
    salutations = tuple(text[c.start : c.end] for c in clauses if c.kind == "salutation")
    level, region = place_of(head.title, issuers, salutations, text, made or published)
    rank = rank_of(head.title, number, issuers, level)
    if rank in (Rank.LAW, Rank.ADMINISTRATIVE_REGULATION):
        level, region = Level.CENTRAL, None
    period, limits = _period(text, made, published, head)
    return Document(
        name,
        text,
        sha256,
        head.title,
        number,
        issuers,
        _issuer_ids(issuers, number, vocabulary),
        level,
        region,
        rank,
        made,
        published,
        period,
        find_repeals(text, clauses),
        tuple(_notes(text, clauses, head, period, limits)),
    )


def speaker(text: str, clauses: Sequence[Clause], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Agencies of the one organ that issued the text; () where several did, or none is told."""
    issuers = issuers_of(_head(text, clauses))
    return agency_ids(issuers[0], vocabulary) if len(issuers) == 1 else ()


def _head(text: str, clauses: Sequence[Clause]) -> Head:
    """Title, notes and signatures of the outer text."""
    outer = [c for c in clauses if c.instrument == 0]
    title = " ".join(join_title(text[c.start : c.end]) for c in outer if c.kind == "title")
    notes = tuple(text[c.start : c.end] for c in outer if c.kind == "note")
    signatures = tuple(text[c.start : c.end] for c in outer if c.kind == "signature")
    return Head(title, notes, signatures, text)


def join_title(words: str) -> str:
    """A title on one line: breaks joined, spaced-out characters closed up, a blank kept between two issuers."""
    lines = []
    for line in words.splitlines():
        parts = line.split()
        spaced = len(parts) > 3 and sum(len(p) == 1 for p in parts) * 2 > len(parts)
        lines.append(("" if spaced else " ").join(parts).strip("\u200b\ufeff"))
    return "".join(lines)


def _issuer_ids(issuers: Sequence[str], number: str | None, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Agencies of the issuers; where the text names none, the one whose letters stand in its number."""
    found = tuple(dict.fromkeys(id_ for x in issuers for id_ in agency_ids(x, vocabulary)))
    coded = agency_of_number(number) if number and not issuers else None
    return found or ((coded,) if coded else ())


def agency_ids(name: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Vocabulary ids of an organ: those of the last agency its name spells, the office of a government being that."""
    chains = find_chains(_OFFICE.sub("", name), vocabulary)
    bodies = [b for chain in chains for b in chain.bodies]
    return bodies[-1].ids if bodies else ()


def _days(head: Head) -> tuple[date | None, date | None]:
    """(day of adoption or signature, day of publication); the last of each, an act carrying its latest version."""
    made: list[date] = []
    published: list[date] = []
    promulgated = False
    for words in head.notes:
        promulgated = promulgated or bool(_PROMULGATES.search(words))
        days = list(find_days(words))
        if days and (card := _CARD_DAY.match(words)) and days[0][2]:
            {"成": made, "发": published, "公": published}.get(card[1], []).append(days[0][2])
            continue
        for i, (start, end, day) in enumerate(days):
            tail = words[end : days[i + 1][0] if i + 1 < len(days) else len(words)].lstrip()
            if day is None or tail.startswith("起") or _EFFECTIVE.match(tail) or _LAST_DAY.search(words[:start]):
                continue
            released = _RELEASED.search(tail) or (promulgated and len(days) == 1 and len(tail) < 2)
            (published if released and not _ADOPTED.search(tail) else made).append(day)
    for words in head.signatures:
        made += [day for _, _, day in find_days(words) if day]
    return max(made, default=None), max(published, default=None)


def _period(text: str, made: date | None, published: date | None, head: Head) -> tuple[Period, bool]:
    """When the text is in force, and whether it limits its validity."""
    found = begins(text)
    start = first_day(found, made, published) if found else None
    if start is None and not found:
        start = next((d for n in head.notes for _, e, d in find_days(n) if _EFFECTIVE.match(n[e:].strip("起 "))), None)
    counted = start if found else start or published or made
    end, limited = last_day(text, counted)
    return Period(start, end if end and (start is None or end > start) else None), limited


def _notes(text: str, clauses: Sequence[Clause], head: Head, period: Period, limited: bool) -> Iterator[str]:
    if not head.title:
        yield "未能识别标题，请核对首页。"
    yield from sequence_notes(clauses)
    if limited and period.end is None:
        yield "写有有效期，但起算日期未定，暂不能确定失效日期。"
    if is_traditional(text):
        yield "正文使用繁体字，词汇按简体字收录，部分内容可能没有读出；请提供简体版本核对。"
    if implied_repeal(text):
        yield "写有“此前规定与本文件不一致的以本文件为准”，被替代的文件需人工确认。"


def is_traditional(text: str) -> bool:
    """Whether a text is written in traditional characters: those that Big5 has and GB 2312 lacks, one in twenty."""
    characters = "".join(_HAN.findall(text[:20_000]))
    unknown = len(characters) - len(characters.encode("gb2312", "ignore").decode("gb2312"))
    if unknown * 20 <= len(characters):
        return False
    foreign = sum(not _encodes(c, "gb2312") and _encodes(c, "big5") for c in characters)
    return foreign * 20 > len(characters)


@cache
def _encodes(character: str, encoding: str) -> bool:
    try:
        return bool(character.encode(encoding))
    except UnicodeEncodeError:
        return False


def sequence_notes(clauses: Sequence[Clause]) -> Iterator[str]:
    """Where article numbers are missing, repeated or out of order, instrument by instrument."""
    last: dict[int, tuple[int, int]] = {}
    for clause in clauses:
        if clause.kind != "article":
            continue
        here = _ordinal(clause.number)
        before = last.get(clause.instrument, (0, 0))
        if here not in ((before[0] + 1, 0), (before[0], before[1] + 1)):
            was = f"第{chinese(before[0])}条" if before[0] else "开头"
            yield f"条文序号不连续：{was}之后是{clause.number}，请核对原文。"
        last[clause.instrument] = here


def _ordinal(number: str) -> tuple[int, int]:
    """第三十条之一 as (30, 1)."""
    main, _, sub = number.removeprefix("第").partition("条")
    return int(to_number(main) or 0), int(to_number(sub.removeprefix("之")) or 0) if sub else 0
