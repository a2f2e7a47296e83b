"""Articles cited for what another article of the act says: 依照第四十七条申请行政复议, which stands in 第六十五条.

The words around the citation are laid beside every article of the act, each piece weighed by how few articles have it.
An article that has none of them is the wrong one where another has most. Quiet where several articles are cited, where
the act is named as the reason for making the text, and for words too general to tell one article from the others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import log

from checks.cited import article_number
from checks.compare.ground.alignment import bag
from checks.compare.ground.marks import around
from checks.fingerprint import REMEMBERED
from kg.coverage import CoverageIndex
from kg.memo import per_reading
from kg.model import Citation, Clause, Provision, Reading
from ontology.cues import named_in

_REASON = re.compile(r"制定本|根据[^，。；]*规定，(?:现|结合)|^为了?|授权")
_AROUND = re.compile(r"制定本|起(?:施行|实施|执行)")  # articles on the act itself
_RANGE = re.compile(r"至第|到第|第[^，。；]{1,8}条[、和及或]")
_LEAST, _FITS, _NONE, _RARE = 4, 0.7, 0.12, 0.34
_LIKELY, _CLEAR = 0.3, 1.05  # least for a guess at the article where the one cited is not there, and over the next best
_FIT, _DEED, _SLIP = 0.6, 0.35, 0.1  # for its pieces, for doing what the citing clause does, for being but a slip away


@dataclass(frozen=True, slots=True)
class _Article:
    clause: Clause
    pieces: frozenset[str]


def misquoted(
    index: CoverageIndex, provision: Provision, citation: Citation, act: Reading
) -> Iterator[tuple[Clause, Clause]]:
    """The article cited, and the one that says what it is cited for."""
    if len(citation.articles) != 1 or act.document.name == provision.document:
        return
    text = index.documents[provision.document].text
    sentence = " ".join(around(text, citation.start, citation.end))
    if _REASON.search(sentence) or _RANGE.search(text[citation.start : citation.end + 6]):
        return
    fits = _fitting(act, sentence)
    number = article_number(citation.articles[0])
    meant = [a for a in fits if article_number(a.clause.number) == number]
    best = max((a for a in fits if a not in meant), key=lambda a: fits[a], default=None)
    if len(meant) == 1 and best and fits[best] >= _FITS and fits[meant[0]] <= _NONE:
        yield meant[0].clause, best.clause


def likely_meant(index: CoverageIndex, citation: Citation, document: str, act: Reading) -> Clause | None:
    """The article of an act that says most of what an article which it does not have is cited for.

    One that does what the citing clause does (处以罚款, 不予受理) comes before one about the same people, and so does
    one whose number is but a slip away; none where several are as near.
    """
    text = index.documents[document].text
    sentence = " ".join(around(text, citation.start, citation.end))
    fits = _fitting(act, sentence, least=1)
    own = document == act.document.name
    there = {a: act.document.text[a.clause.start : a.clause.end] for a in fits}
    here = {a for a in fits if own and a.clause.start <= citation.start < a.clause.end}
    others = {a: v for a, v in fits.items() if a not in here and not _AROUND.search(there[a])}
    deeds, number = _deeds_in(sentence), article_number(citation.articles[0]) if citation.articles else 0
    scores = {a: _score(act, a, v, deeds, number) for a, v in others.items()}
    first, second = (*sorted(scores.values(), reverse=True), 0.0, 0.0)[:2]
    best = max(scores, key=lambda a: scores[a], default=None)
    return best.clause if best and first >= _LIKELY and first >= _CLEAR * second else None


def _score(act: Reading, article: _Article, fit: float, deeds: frozenset[str], number: int) -> float:
    text = act.document.text[article.clause.start : article.clause.end]
    same = deeds & _deeds_in(text)
    deed = _DEED if same else -_DEED if deeds else 0.0
    slip = _SLIP if _slips(number, article_number(article.clause.number)) else 0.0
    return _FIT * fit + deed + slip


@lru_cache(maxsize=REMEMBERED)
def _deeds_in(text: str) -> frozenset[str]:
    return named_in("errand", text)


def _slips(said: int, number: int) -> bool:
    """Whether one digit of a number is another (七十四, 六十四), or stands before or behind (十八, 八)."""
    one, two = str(said), str(number)
    if len(one) == len(two):
        return sum(x != y for x, y in zip(one, two, strict=True)) == 1 and len(one) > 1
    return abs(len(one) - len(two)) == 1 and (one in two or two in one)


def _fitting(act: Reading, sentence: str, least: int = _LEAST) -> dict[_Article, float]:
    """How much of a sentence's telling pieces each article has; nothing where it has too few."""
    weights = _weights(act)
    said = {p: weights[p] for p in bag(sentence) if p in weights}
    total = sum(said.values())
    if len(said) < least or not total:
        return {}
    return {a: sum(w for p, w in said.items() if p in a.pieces) / total for a in _articles(act)}


@per_reading
def _articles(act: Reading) -> tuple[_Article, ...]:
    text = act.document.text
    found = (c for c in act.clauses if c.kind == "article")
    return tuple(_Article(c, bag(text[c.start : c.end])) for c in found)


@per_reading
def _weights(act: Reading) -> dict[str, float]:
    """How telling each piece of an act's articles is; those of most articles tell nothing."""
    articles = _articles(act)
    seen = Counter(p for a in articles for p in a.pieces)
    return {p: log(len(articles) / n) for p, n in seen.items() if n <= _RARE * len(articles) + 1}
