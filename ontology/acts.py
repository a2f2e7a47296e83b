"""Register of well-known acts with the days they hold, and words of schemes that have ended.

Answers whether a cited title was in force on a day and what to cite instead. Two acts of one title (before and after a
complete revision under a new number) are two entries, told apart by the day. An act may be out of use without a formal
repeal: `superseded`. Read on first use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from ontology.errors import VocabularyError
from ontology.terms import DCT, ELI, HS, SKOS
from ontology.turtle import About, Facts, day, facts, first, ids, local, own, texts, typed

HERE = Path(__file__).parent / "acts"
_BRACKETS = re.compile(r"[《》〈〉<>\s　]|^中华人民共和国|[（(](?:试行|暂行|修订|修正)[）)]$")


@dataclass(frozen=True, slots=True)
class Act:
    """One act: `titles` full first, in force on days of `[start, end)`; `versions` are days of amended texts.

    `successor` is the id of what replaced it at `end`; `superseder` of a later act that took over its matter on
    `superseded` without a formal repeal.
    """

    id: str
    titles: tuple[str, ...]
    number: str = ""
    rank: str = ""
    issuer: str = ""
    region: str = ""
    start: date | None = None
    versions: tuple[date, ...] = ()
    end: date | None = None
    successor: str = ""
    superseded: date | None = None
    superseder: str = ""
    aid: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """Full title without 《》."""
        return self.titles[0]

    def in_force(self, on: date) -> bool:
        """Whether the act is formally in force on the day `on`."""
        return (self.start is None or self.start <= on) and (self.end is None or on < self.end)

    def in_use(self, on: date) -> bool:
        """Whether it is in force and no later act has taken over its matter."""
        return self.in_force(on) and (self.superseded is None or on < self.superseded)

    def version(self, on: date) -> date | None:
        """First day of the text that applies on `on`: the start, or the latest amendment by then."""
        passed = [v for v in (self.start, *self.versions) if v and v <= on]
        return max(passed, default=None)


@dataclass(frozen=True, slots=True)
class StaleTerm:
    """A word of a scheme that ended: written before `since`, `instead` since then.

    `not_in` are longer words in which it is not stale.
    """

    id: str
    words: tuple[str, ...]
    instead: str
    since: date
    basis: str = ""
    not_in: tuple[str, ...] = ()
    gone: bool = False  # what it named has ended for good: a right to it is empty
    ended: date | None = None  # since when nothing can rest on the scheme any more
    ended_by: str = ""
    cancelled: bool = False  # nothing stands `instead`


@dataclass(frozen=True)
class Acts:
    """All acts and stale terms."""

    acts: Mapping[str, Act]
    terms: tuple[StaleTerm, ...]
    by_title: Mapping[str, tuple[Act, ...]]
    by_number: Mapping[str, tuple[Act, ...]]

    def titled(self, title: str, on: date | None = None, number: str | None = None) -> Act | None:
        """The act of that title or number: the one in force on `on`, else the latest begun; None where unknown."""
        found = self.by_number.get(_plain(number or ""), ()) or self.by_title.get(_plain(title), ())
        begun = [a for a in found if on is None or a.start is None or a.start <= on] or list(found)
        alive = [a for a in begun if on is None or a.in_force(on)]
        return max(alive or begun, key=lambda a: a.start or date.min, default=None)

    def instead_of(self, act: Act, on: date) -> Act | None:
        """What to cite instead of `act` on the day `on`, followed to an act in use; None where nothing replaced it."""
        seen = {act.id}
        here = act
        while not here.in_use(on) or here is act:
            nearer = here.successor if here.end and here.end <= on else here.superseder
            if not nearer or nearer in seen or (here.in_use(on) and here is act):
                return None if here is act else here
            seen.add(nearer)
            here = self.acts[nearer]
        return here

    def stale(self, words: str, on: date) -> Iterator[tuple[int, int, StaleTerm]]:
        """(start, end, term) of stale words in `words` on the day `on`, the longest at a place."""
        pattern, terms = self._stale_words
        for match in pattern.finditer(words):
            term = terms.get(match.group())
            if term and term.since <= on:
                yield match.start(), match.end(), term

    @cached_property
    def _stale_words(self) -> tuple[re.Pattern[str], dict[str, StaleTerm]]:
        """Words and the longer words that shield them, longest first; only the words lead to a term."""
        known = {word: term for term in self.terms for word in term.words}
        shields = {word for term in self.terms for word in term.not_in}
        forms = sorted({*known, *shields}, key=len, reverse=True)
        return re.compile("|".join(map(re.escape, forms))), {w: t for w, t in known.items() if w not in shields}


@cache
def load_acts(folder: Path = HERE) -> Acts:
    """Read the register once per process; VocabularyError where an act is replaced by an unknown one."""
    found = facts(folder)
    acts = {id_: _act(id_, about) for id_, about in typed(found, ELI + "LegalResource").items()}
    for act in acts.values():
        for id_ in (act.successor, act.superseder):
            if id_ and id_ not in acts:
                raise VocabularyError(f"文件登记 {act.id} 引用了不存在的文件 {id_}。请在 ontology/acts/ 中补充。")
    titles: dict[str, list[Act]] = {}
    numbers: dict[str, list[Act]] = {}
    for act in acts.values():
        for title in dict.fromkeys(map(_plain, act.titles)):
            titles.setdefault(title, []).append(act)
        if act.number:
            numbers.setdefault(_plain(act.number), []).append(act)
    return Acts(acts, tuple(_terms(found)), _frozen(titles), _frozen(numbers))


def _frozen(found: Mapping[str, list[Act]]) -> dict[str, tuple[Act, ...]]:
    return {key: tuple(acts) for key, acts in found.items()}


def _plain(title: str) -> str:
    """A title or number without brackets, blanks, the country's name and （试行）."""
    return _BRACKETS.sub("", re.sub(r"[〔\[【（(]?(\d{4})[〕\]】）)]", r"\1", title))


def _act(id_: str, about: About) -> Act:
    return Act(
        id_,
        (*texts(about, ELI + "title"), *texts(about, SKOS + "altLabel")),
        _one(about, ELI + "number"),
        local(first(about, "rank")),
        _one(about, ELI + "passed_by"),
        local(_one(about, ELI + "jurisdiction")),
        _day(about, ELI + "first_date_entry_in_force"),
        tuple(map(date.fromisoformat, texts(about, ELI + "version_date"))),
        _day(about, ELI + "date_no_longer_in_force"),
        local(_one(about, DCT + "isReplacedBy")),
        day(about, "supersededFrom"),
        local(first(about, "supersededBy")),
        ids(about, "about"),
    )


def _one(about: About, predicate: str) -> str:
    return next(iter(texts(about, predicate)), "")


def _day(about: About, predicate: str) -> date | None:
    text = _one(about, predicate)
    return date.fromisoformat(text) if text else None


def _terms(found: Facts) -> Iterator[StaleTerm]:
    for id_, about in typed(found, HS + "StaleTerm").items():
        since = day(about, "from")
        if since is None:
            raise VocabularyError(f"停用词 {id_} 没有日期。请在 ontology/acts/ 中补充 hs:from。")
        words, basis = texts(about, SKOS + "altLabel"), first(about, "basis")
        gone, cancelled = (first(about, flag) == "true" for flag in ("gone", "cancelled"))
        yield StaleTerm(
            id_,
            words,
            first(about, "instead"),
            since,
            basis,
            own(about, "notIn"),
            gone,
            day(about, "ended"),
            first(about, "endedBy"),
            cancelled,
        )
