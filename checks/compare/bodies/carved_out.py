"""What a text says it is not about (本办法…不含技工院校), so that a clause on just that is the other side of a border.

Two bodies that each lead a work lead different parts of it where the text of one leaves to others what the clause, or
the title, of the other names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from checks.fingerprint import REMEMBERED
from kg.coverage import Duty
from kg.model import Document

_LEAVES = re.compile(
    r"(?:不含|不包括|不包含|不适用于|不涉及|不负责)(?P<out>[^，。；：（）]{2,30})"
    r"|(?P<not>[^，。；：（）]{2,30}?)(?:除外|不适用本[^，。；]{2,6}|不在本[^，。；]{2,6}(?:适用)?范围|另行规定|另有规定的?，?从其规定)"
    r"|(?P<by>[^，。；：（）\s条由局委厅办会部府站所应须可]{3,16}?)(?:仍|另|均)?(?:按照?|依照|执行)[^，。；：]{2,24}?(?:规定|办法)(?:管理|执行|办理|实施)"
    r"|除(?P<but>[^，。；：（）]{2,24}?)(?:以外|之外|外)(?=[，、的]|[^国部省市县地][一-龥])"
)
_INSIDE = re.compile(r"(?:福利|救助|保护|养老|供养|托养|救治)(?:管理)?(?:机构|院|站|所|中心)(?:内|中|里)(?!部|心)")
_JOINT = re.compile(r"、|以及|或者|[和及或与]")
_LEAST = 3  # characters of a name that tells one part from the others


def borders(a: Duty, b: Duty) -> bool:
    """Whether the document of one leaves to others what the other is about, or one is about people in institutions."""
    if bool(_INSIDE.search(a.provision.quote.text)) is not bool(_INSIDE.search(b.provision.quote.text)):
        return True
    return parts_from(a.document, a.provision.quote.text, b.document) or parts_from(
        b.document, b.provision.quote.text, a.document
    )


def parts_from(document: Document, said: str, other: Document) -> bool:
    """Whether `other` leaves to others what is `said` in `document`, or what its title names.

    Not what `other` itself is called after (见义勇为人员要求保密的除外, in a text on them).
    """
    own = other.title or ""
    left = (what for what in _left(other.text) if what not in own)
    return any(what in said or what in (document.title or "") for what in left)


def excepted(document: Document, *said: str) -> bool:
    """Whether a text leaves to others what one of its own clauses is about."""
    return any(parts_from(document, clause, document) for clause in said)


@lru_cache(maxsize=REMEMBERED)
def _left(text: str) -> tuple[str, ...]:
    return tuple(_names(text))


def _names(text: str) -> Iterator[str]:
    for match in _LEAVES.finditer(text):
        for part in _JOINT.split(next(filter(None, match.groups()))):
            name = part.removesuffix("的").removeprefix("其中").removeprefix("对").strip()
            if len(name) >= _LEAST:
                yield name
