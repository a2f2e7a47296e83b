"""What a norm refers to inside its own text: 前条, 前款, 本法第四十三条, 第二十二条第三款."""

from __future__ import annotations

import re

from checks.cited import article_number
from checks.compare.ground.alignment import article_of
from checks.compare.ground.norms import Norm

_CJK = "一二三四五六七八九十百零〇0-9"
REFERENCE = re.compile(rf"(?P<back>[前上]一?[条款项])|(?P<article>第[{_CJK}]+条)(?:第(?P<paragraph>[{_CJK}]+)款)?")


def referred(norms: tuple[Norm, ...], norm: Norm, reference: re.Match[str]) -> list[Norm]:
    """The norms of the article, of one of its paragraphs, or of the paragraph before, that `reference` means."""
    if reference["article"]:
        wanted = article_number(reference["article"])
        found = [n for n in norms if article_number(article_of(n)) == wanted]
        paragraph = f"第{reference['paragraph']}款"
        return [n for n in found if paragraph in n.locator] or found
    before = [n for n in norms if n.start < norm.start and n.line != norm.line]
    if reference["back"].endswith("条"):
        before = [n for n in before if article_of(n) != article_of(norm)]
        return [n for n in before if article_of(n) == article_of(before[-1])]
    return [n for n in before if n.line == before[-1].line]
