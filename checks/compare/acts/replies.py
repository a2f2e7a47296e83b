"""Whoever complains is told what came of it above (接到投诉…应当及时处理，并书面告知处理结果), and nothing below.

A text that has a body deal with complaints says how it deals with them. Both have to have it act on what is brought to
it (投诉, 举报, 控告, 申诉, 意见书), in paragraphs that rule one matter. Quiet where the text tells people anywhere in
the article, or has complaints go by other rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from checks.base import Severity
from checks.compare.ground.alignment import article_of, bag
from checks.compare.ground.norms import Norm
from checks.compare.ground.pairing import near
from checks.compare.ground.paragraphs import Paragraph, paragraphs
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from ontology.cues import Setting

_REPLY = Setting("reply")
_BRINGS = re.compile(r"投诉|举报|控告|检举|申诉|报案|意见书|建议书|异议|求助")
_SURE = 0.4  # likeness of two norms that are not each other's best


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Complaints of which `theirs` has people told what came, and `mine` has not."""
    above = [p for p in paragraphs(theirs) if _takes(p) and _REPLY.has("told", p.text)]
    telling = {article_of(n) for n in mine if _REPLY.has("told", n.text) or _REPLY.has("aside", n.text)}
    silent = [p for p in paragraphs(mine) if above and _takes(p) and article_of(p.norms[0]) not in telling]
    lines = {(m.a.line, m.b.line) for m in near(index, mine, theirs, _SURE)} if silent else set()
    as_silent = [p for p in paragraphs(theirs) if _takes(p) and not _REPLY.has("told", p.text)] if silent else []
    found: set[int] = set()
    for a, b in product(silent, above):
        brought = sorted(_brought(a) & _brought(b))
        line = a.norms[0].line
        told_of = brought and line[0] not in found and (line, b.norms[0].line) in lines
        if told_of and not any(_nearer(a, p, b) for p in as_silent):
            found.add(line[0])
            told = next(_REPLY.all("told", b.text)).group()
            said = ("没有规定告知处理结果", f"要求“{clip(told, 24)}”")
            both = (_acting(a), _acting(b))
            yield Departure(Label.CONDITION, "reply", f"对{'、'.join(brought)}的答复", *said, *both, Severity.WARNING)


def _nearer(a: Paragraph, silent: Paragraph, b: Paragraph) -> bool:
    """Whether the rule has the step of `a` in a paragraph liker to it, which tells nobody either."""
    mine = bag(a.text)
    return len(mine & bag(silent.text)) > len(mine & bag(b.text))


def _takes(paragraph: Paragraph) -> bool:
    """Whether it has a body act on what people bring to it."""
    return _REPLY.has("taken", paragraph.text) and not _REPLY.has("aside", paragraph.text)


def _acting(paragraph: Paragraph) -> tuple[Norm, ...]:
    """Its norms, the one that has the body act first."""
    acts = [n for n in paragraph.norms if _REPLY.has("acting", n.text)]
    return tuple(dict.fromkeys((*acts, *paragraph.norms)))


def _brought(paragraph: Paragraph) -> frozenset[str]:
    return frozenset(_BRINGS.findall(paragraph.text))
