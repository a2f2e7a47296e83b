"""Whom a charge is taken from, and what it is called: 不得向劳动者收取押金 says nothing of a fee that employers pay.

Each side may leave either open; what both name has to meet.
"""

from __future__ import annotations

import re

from checks.compare.ground.norms import Norm

_FROM = re.compile(r"向(?P<who>[^，。；]{2,24}?)(?:收取|收缴|计收|索取|索要|收受|收费|收(?=[^，。；]{0,8}费))")
_WHATEVER = re.compile(r"财物|钱物|财产|(?:任何|一切)[^，。；]{0,4}(?:款|钱)")  # deposits among it
_EACH = re.compile(r"、|或者|和|以及|及|与")
_DEPOSIT = re.compile(r"押金|保证金|定金|抵押")
_FEE = re.compile(r"费|开支|成本|款|财物|报酬|酬")
_TAIL = 2  # characters that tell people by the end of their name


def others_pay(a: Norm, b: Norm) -> bool:
    """Whether `a` takes from people of whom `b`, which bars it, does not speak, or another kind of charge."""
    return _other_people(a, b) or _other_kind(a, b)


def _other_people(a: Norm, b: Norm) -> bool:
    mine, theirs = (frozenset(x for m in _FROM.finditer(n.text) for x in _tails(m["who"])) for n in (a, b))
    return bool(mine and theirs) and not mine & theirs and not any(x in a.words for x in theirs)


def _tails(who: str) -> list[str]:
    return [part.strip()[-_TAIL:] for part in _EACH.split(who) if len(part.strip()) >= _TAIL]


def _other_kind(a: Norm, b: Norm) -> bool:
    """Whether one is about deposits alone, and the other about fees alone."""
    if _WHATEVER.search(b.text):
        return False
    kinds = [(bool(_DEPOSIT.search(n.text)), bool(_FEE.search(_DEPOSIT.sub("", n.text)))) for n in (a, b)]
    return set(kinds) == {(True, False), (False, True)}
