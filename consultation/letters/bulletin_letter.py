"""简报 as a letter: by heading, not by member; then events, cases, coverage by region and agency, who has reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from itertools import groupby

from consultation.bulletin import Bulletin, CoverageChange
from consultation.letters.layout import Letter
from consultation.letters.outline import Line, Outline
from consultation.letters.words import Words
from consultation.reports import DUE_WORDS, HEADINGS, Due

MOST = 30  # cases named one by one
CENTRAL = "国家层面"
Writer = Callable[[], None]
Paper = Letter | Outline


def bulletin_letter(bulletin: Bulletin, words: Words, day: date, number: int = 1) -> bytes:
    """The issue of one quarter with its distribution list; `number` counts the issues of the year."""
    paper = Letter()
    _write(paper, bulletin, words, day, number)
    return paper.bytes()


def bulletin_lines(bulletin: Bulletin, words: Words, day: date, number: int = 1) -> tuple[Line, ...]:
    """What the letter says, line by line."""
    paper = Outline()
    _write(paper, bulletin, words, day, number)
    return tuple(paper.lines)


def _write(paper: Paper, bulletin: Bulletin, words: Words, day: date, number: int) -> None:
    issue = f"{bulletin.year}年第{number}期（{bulletin.year}年第{bulletin.quarter}季度）"
    paper.masthead(words.bulletin, issue, f"{words.office}编印", day)
    for position, (heading, write) in enumerate(_parts(paper, bulletin, words), 1):
        paper.heading(position, heading)
        write()
    paper.distribution(words.bulletin_to, words.office, day)


def _parts(paper: Paper, bulletin: Bulletin, words: Words) -> Iterator[tuple[str, Writer]]:
    for heading in HEADINGS:
        said = [(r.agency, r.sections[heading]) for r in bulletin.reports if r.sections.get(heading, "").strip()]
        if said:
            yield heading, partial(_reported, paper, said, words)
    if bulletin.events:
        yield "重大情况", partial(_events, paper, bulletin, words)
    yield "会商情况", partial(_cases, paper, bulletin)
    if bulletin.coverage:
        yield "覆盖变化", partial(_coverage, paper, bulletin, words)
    yield "报送情况", partial(_standing, paper, bulletin, words)


def _reported(paper: Paper, said: list[tuple[str, str]], words: Words) -> None:
    for n, (agency, text) in enumerate(said, 1):
        paper.item(n, f"{words.name(agency)}：{text}")


def _events(paper: Paper, bulletin: Bulletin, words: Words) -> None:
    told = [(r.agency, title, text) for r in bulletin.events for title, text in r.sections.items()]
    for n, (agency, title, text) in enumerate(told, 1):
        paper.item(n, f"{title}（{words.name(agency)}）：{text}")


def _cases(paper: Paper, bulletin: Bulletin) -> None:
    found = bulletin.cases
    paper.text(f"本季度立项{found.opened}件，办结{found.ended}件；累计立项{found.total}件，在办{len(found.open)}件。")
    for position, (name, rows) in enumerate((("本季度办结事项", found.closed), ("在办事项", found.open)), 1):
        if rows:
            paper.subheading(position, name)
            for n, (number, title, state) in enumerate(rows[:MOST], 1):
                paper.item(n, f"{title}（第{number}号，{state}）。")
            if len(rows) > MOST:
                paper.text(f"其余{len(rows) - MOST}件略。")


def _coverage(paper: Paper, bulletin: Bulletin, words: Words) -> None:
    for position, (region, changes) in enumerate(groupby(bulletin.coverage, key=lambda c: c.region), 1):
        paper.subheading(position, region or CENTRAL)
        for n, change in enumerate(changes, 1):
            before, after = (words.names(x) or "无人牵头" for x in (change.before, change.after))
            whom = f"（{'、'.join(change.groups)}）" if change.groups else ""
            paper.item(n, f"{change.aid}{whom}：由“{before}”变为“{after}”。")
    counted = "；".join(
        words.name(agency) + _moved(gained, lost) for agency, gained, lost in by_agency(bulletin.coverage)
    )
    paper.text(f"按部门统计：{counted}。")


def _moved(gained: int, lost: int) -> str:
    said = ((gained, "新增牵头"), (lost, "不再牵头"))
    return "、".join(f"{word}{count}项" for count, word in said if count)


def by_agency(changes: tuple[CoverageChange, ...]) -> list[tuple[str, int, int]]:
    """Agency, changes in which it leads newly, changes in which it no longer leads; most changes first."""
    gained = Counter(a for c in changes for a in c.after if a not in c.before)
    lost = Counter(a for c in changes for a in c.before if a not in c.after)
    agencies = sorted({*gained, *lost}, key=lambda a: (-gained[a] - lost[a], a))
    return [(a, gained[a], lost[a]) for a in agencies]


def _standing(paper: Paper, bulletin: Bulletin, words: Words) -> None:
    for state in Due:
        named = [a for a, d in bulletin.due.items() if d is state]
        if named:
            paper.text(f"{DUE_WORDS[state]}：{words.names(named)}。")
