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
from math import log

from checks.cited import article_number
from checks.compare.ground.alignment import bag
from checks.compare.ground.marks import around
from kg.coverage import CoverageIndex
from kg.memo import per_reading
from kg.model import Citation, Clause, Provision, Reading

_REASON = re.compile(r"制定本|根据[^，。；]*规定，(?:现|结合)|^为了?|授权")
_RANGE = re.compile(r"至第|到第|第[^，。；]{1,8}条[、和及或]")
_LEAST, _FITS, _NONE, _RARE = 4, 0.7, 0.12, 0.34
_FEW, _LIKELY = 2, 0.6  # pieces, and their share, to guess at the article where the one cited is not there


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
    """The article of an act that says most of what an article which it does not have is cited for."""
    text = index.documents[document].text
    fits = _fitting(act, " ".join(around(text, citation.start, citation.end)), least=_FEW)
    best = max(fits, key=lambda a: fits[a], default=None)
    return best.clause if best and fits[best] >= _LIKELY else None


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
