"""Suggested wordings as tracked changes in the drafter's .docx, to accept or reject one by one in Word or WPS.

Only where the words stand in the body and are nobody's tracked insertion; elsewhere the comment alone says it.
Source: ECMA-376 part 1, 17.13.5.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from lxml import etree

from ingest.readers.docx_text import DocxText
from ingest.readers.numbering import W

ELSEWHERE = (f"{W}r", f"{W}footnote", f"{W}endnote")


@dataclass(frozen=True, slots=True)
class Change:
    """`text` instead of `start:end` of the document's text."""

    start: int
    end: int
    text: str


def stands_in_body(element: Any) -> bool:
    """Whether a w:t is in a run of the body itself, not in a text box, a ruby or a note."""
    return next(element.getparent().iterancestors(*ELSEWHERE), None) is None


def suggest(body: Any, text: DocxText, changes: Sequence[Change], author: str, when: str) -> None:
    """Mark the changes in `body`; its runs must begin and end where the changes do."""
    used = (i.get(f"{W}id", "") for i in body.iter(f"{W}ins", f"{W}del"))
    number = max((int(i) for i in used if i.isdigit()), default=900_000) + 1
    for change in changes:
        elements = [piece.element for piece in text.within(change.start, change.end)]
        if not elements or not all(map(_may_change, elements)):
            continue
        marks = {f"{W}author": author, f"{W}date": when}
        last = _deleted(elements, number, marks)
        last.addnext(_inserted(change.text, elements[0].getparent(), number + len(elements), marks))
        number += len(elements) + 1


def _may_change(element: Any) -> bool:
    tracked = element.iterancestors(f"{W}ins", f"{W}del", f"{W}moveTo", f"{W}moveFrom")
    return stands_in_body(element) and element.tag == f"{W}t" and next(tracked, None) is None


def _deleted(elements: Sequence[Any], number: int, marks: dict[str, str]) -> Any:
    """Runs of these texts marked as deleted; the last mark."""
    mark = None
    for id_, element in enumerate(elements, number):
        element.tag = f"{W}delText"
        run = element.getparent()
        if run.getparent().tag == f"{W}del":
            continue  # a second text of the same run
        mark = etree.Element(f"{W}del", {f"{W}id": str(id_), **marks})
        run.addprevious(mark)
        mark.append(run)
    return mark


def _inserted(text: str, like: Any, number: int, marks: dict[str, str]) -> Any:
    """A tracked run with `text` that looks like the run `like`."""
    mark = etree.Element(f"{W}ins", {f"{W}id": str(number), **marks})
    run = etree.SubElement(mark, f"{W}r")
    properties = like.find(f"{W}rPr")
    if properties is not None:
        run.append(deepcopy(properties))
    etree.SubElement(run, f"{W}t").text = text
    return mark
