"""The clauses of a text that say what is done: no case (…的，), no bound (不得低于), none that goes on in the next."""

from __future__ import annotations

import re
from functools import lru_cache

from checks.compare.ground.marks import CLAUSE

_REMEMBERED = 8_192  # texts
_BOUND = re.compile(  # how much, on what grounds, and not yet: no deed
    r"不(?:得|应)?(?:低于|高于|超过|少于|多于|早于|晚于)|不(?:得|能|应)(?:以[^，。；]*为(?:由|借口|理由)|因[^，。；]*(?:而|拒))"
    r"|(?:以前|之前|[^以之目当提事面]前)(?:不得|不准|不能|不予)"
    r"|不(?:得|应|能|准|许)(?:再)?(?:仅仅?|只|单独?|单纯|一律|一概|笼统|简单|机械|随意|任意|擅自|重复|多头)"
)
_CASE = re.compile(r"的$|时$|后$|前$")
_GOES_ON = re.compile(r"，(?:或者|并|且)[^。；]*?的，")  # the case goes on: 转移财产，或者伪造债务的，


@lru_cache(maxsize=_REMEMBERED)
def acting(text: str) -> tuple[str, ...]:
    """Those clauses of a text, in its order."""
    found = ((m.group(), m.end()) for m in CLAUSE.finditer(text))
    return tuple(clause for clause, end in found if is_act(clause) and not _GOES_ON.match(text, end))


def is_act(clause: str) -> bool:
    """Whether a clause says what is done, and not when, how much, or on what grounds not."""
    return not _CASE.search(clause) and not _BOUND.search(clause)
