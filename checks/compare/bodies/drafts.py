"""Plans and rules that a clause has its body draw up: two that each draw up the same one lead one thing.

The supervision of finance, audit and discipline stands beside any other; what they draw up does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations

from checks.fingerprint import REMEMBERED
from kg.coverage import Duty
from kg.enums import Role

_DRAWS_UP = re.compile(
    r"(?:编制|编报|拟[订定]|制[订定]|起草|提出)(?:并?(?:组织|监督)?实施)?"
    r"(?P<what>[^，。；、和及与]{2,30}(?:方案|计划|规划|办法|标准|目录|细则|预案|意见))(?![一-龥]{0,4}(?:执行|要求|规定))"
)
_GIVEN = re.compile(
    r"(?:牵头负责|牵头组织|负责组织|负责|牵头|承担|主管|统一组织|组织实施|组织开展|具体实施)(?!配合|协助|实施[，。；]|开展[，。；])"
    r"(?:实施|开展)?(?P<what>(?:(?!监督|检查|宣传|维权|反映|协助|配合)[^，。；]){8,40}?)(?:的?(?:组织实施|具体实施|组织开展)|的实施|的开展)?(?=[，。；]|$)"
)
_HELPS = re.compile(r"配合|协助|参与|会同|指导|督促")
_LEAST = 6  # characters that tell one plan from the others


def one_draft(a: Duty, b: Duty) -> bool:
    """Whether both draw up the same plan or rules."""
    return bool(drawn_by_both(a, b))


def drawn_by_both(a: Duty, b: Duty) -> str:
    """The plan or rules that both draw up, a longer name holding the shorter at its end; "" where there is none."""
    mine, theirs = (_drawn_in(d.provision.quote.text) for d in (a, b))
    shared = (max(x, y, key=len) for x in mine for y in theirs if x.endswith(y) or y.endswith(x))
    return next((f"{name}的拟订" for name in shared), "")


def in_same_words(mine: Iterable[Duty]) -> Iterator[tuple[Duty, Duty]]:
    """Leads of one text whose clauses give their bodies the same work in the same words, whatever it was read as."""
    found: dict[tuple[str, str], dict[tuple[str, str], Duty]] = {}
    for duty in mine:
        if duty.role is Role.LEAD and (work := _given_in(duty.provision.quote.text)):
            found.setdefault((duty.document.name, work), {}).setdefault((duty.agency, duty.provision.id), duty)
    for several in found.values():
        yield from ((a, b) for a, b in combinations(several.values(), 2) if a.agency != b.agency)


def same_words(a: Duty, b: Duty) -> str:
    """The work that two clauses give their bodies word for word (儿童之家的规划布局和运行管理), or ""."""
    if not a.role is b.role is Role.LEAD:
        return ""
    mine, theirs = (_given_in(d.provision.quote.text) for d in (a, b))
    return mine if mine == theirs else ""


@lru_cache(maxsize=REMEMBERED)
def _given_in(text: str) -> str:
    found = _GIVEN.search(text)
    return found["what"] if found else ""


@lru_cache(maxsize=REMEMBERED)
def _drawn_in(text: str) -> tuple[str, ...]:
    names = (m["what"] for m in _DRAWS_UP.finditer(text) if not _HELPS.search(text, 0, m.start()))
    return tuple(n for n in names if len(n) >= _LEAST)
