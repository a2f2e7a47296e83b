"""Items that a citation names and that the list of its article does not have: 第四条第五项 of an article with three.

Asked only where the items of the article were read without a gap; of an article without items nothing is said, for its
list may stand inside a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.cited import article_number
from kg.model import Clause, ClauseId, Reading

_ITEM = re.compile(
    r"^第[一二三四五六七八九十百零〇\d]+条(?:之[一二三四五六七八九十]+)?(?P<part>第[一二三四五六七八九十]+款)?第[（(]?(?P<item>[一二三四五六七八九十]{1,3})[）)]?项$"
)


_PARAGRAPH = re.compile(
    r"^第[一二三四五六七八九十百零〇\d]+条(?:之[一二三四五六七八九十])?第(?P<paragraph>[一二三四五六七八九十]{1,2})款"
)


def unlisted(said: str, act: Reading, instrument: int | None = None) -> tuple[Clause, int] | None:
    """The article that `said` (第四条第五项) names, and how many items it has, where that is fewer."""
    cited = _ITEM.match(said)
    article = next((c for c in act.clauses if cited and _is(c, said, instrument)), None)
    if cited is None or article is None:
        return None
    numbers = {_number(c.number) for c in _items(act, article)}
    most = max(numbers, default=0)
    gapless = bool(most) and numbers == set(range(1, most + 1))
    return (article, most) if gapless and _number(cited["item"]) > most else None


def too_few_paragraphs(said: str, act: Reading, instrument: int | None = None) -> tuple[Clause, int] | None:
    """The article that `said` (第四条第三款) names, and how many paragraphs it has, where that is fewer."""
    cited = _PARAGRAPH.match(said)
    article = next((c for c in act.clauses if cited and _is(c, said, instrument)), None)
    if cited is None or article is None:
        return None
    most = sum(c.kind == "paragraph" and c.parent == article.id for c in act.clauses) or 1
    return (article, most) if _number(cited["paragraph"]) > most else None


def _number(said: str) -> int:
    """（五） → 5."""
    return article_number(f"第{said.strip('（）()')}条")


def _is(clause: Clause, said: str, instrument: int | None) -> bool:
    """Whether a clause is the article of a citation, of one enclosed instrument where given."""
    number = clause.number
    here = clause.kind == "article" and instrument in (None, clause.instrument)
    return here and bool(number) and said.startswith((f"{number}第", f"{number}（"))


def _items(act: Reading, article: Clause) -> Iterator[Clause]:
    """The items of an article, those of its paragraphs among them."""
    inside: set[ClauseId] = {article.id}
    for clause in act.clauses:
        if clause.parent in inside:
            inside.add(clause.id)
            if clause.kind == "item":
                yield clause
