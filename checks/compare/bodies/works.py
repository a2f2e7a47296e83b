"""Works that one body does: 无障碍改造, 辅助器具适配, 技工院校学生资助 …, by whatever words around them.

They are cues of `conflict.ttl` (`hs:named`, less `hs:aside`); the setting of that name has the words of a clause that
only helps, guides, pays for or plans one. Two bodies that each carry one out for the same people lead one thing,
whatever aid their clauses were read under.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations

from checks.compare.ground.clauses import clause_around
from checks.compare.ground.marks import PAUSE
from kg.boxes import duties_in, one_of_each_clause
from kg.coverage import Duty
from kg.enums import Role
from kg.memo import per_reading
from kg.model import Reading
from ontology.cues import Cue, Setting, load_cues

_WORK = Setting("work")
_ROLL = re.compile(r"的?(?:对象|人员|家庭|用户)?的?(?:名单|名册|花名册|台账|档案|数据|系统|平台)")
_TOLD = re.compile(r"比对|核对|对照|对比|交换|推送|共享|提供|查询|查重|报送|反馈|汇总")  # what is only done with a roll
_NOT_NOW = re.compile(r"已经?[^，。；]{0,8}(?:完成|享受|实施|接受|进行)|不(?:再|予|得)?重复|不再|(?:避免|防止)重复")
_DOES = frozenset({"implement", "accept", "decide", "pay", "service", "investigate", "monitor"})


@lru_cache(maxsize=50_000)
def works_in(text: str) -> frozenset[str]:
    """Ids of the works that a clause carries out."""
    return frozenset(cue.id for cue in load_cues()["work"] if not cue.find("aside", text) and _carries_out(cue, text))


def _carries_out(cue: Cue, text: str) -> bool:
    """Whether the work is named, neither as done nor by its roll, and none helps or guides there."""
    named = cue.find("named", text)
    if named is None or _NOT_NOW.search(clause_around(text, *named.span())):
        return False
    rolls = _ROLL.match(text, named.end()) and _TOLD.search(text)
    pause = PAUSE.search(text, named.end())
    return not rolls and not _WORK.has("aside", text[: pause.start() if pause else len(text)])


def one_work(a: Duty, b: Duty) -> bool:
    """Whether two bodies' clauses carry out one such work."""
    return bool(_shared(a, b))


def _shared(a: Duty, b: Duty) -> frozenset[str]:
    return works_in(a.provision.quote.text) & works_in(b.provision.quote.text)


def work_named(a: Duty, b: Duty) -> str:
    """What the work that both carry out is called; "" where there is none."""
    shared = _shared(a, b)
    return next((cue.label for cue in load_cues()["work"] if cue.id in shared), "")


def in_works(mine: Iterable[Reading], theirs: Iterable[Reading]) -> Iterator[tuple[Duty, Duty]]:
    """Leads of two bodies that carry out one work: of `mine` with one another, and with those of `theirs`."""
    ours, others = ([d for r in readings for d in _carried_out(r)] for readings in (mine, theirs))
    pairs = (*combinations(ours, 2), *((a, b) for a in ours for b in others))
    yield from ((a, b) for a, b in pairs if a.is_others(b) and one_work(a, b))


def moved_works(mine: Reading, theirs: Iterable[Reading]) -> Iterator[tuple[Duty, Duty]]:
    """Works that a text gives to another body alone than another text does: one lead of each clause and text."""
    ours = [d for d in _carried_out(mine) if _alone(d)]
    others = [d for r in theirs for d in _carried_out(r) if _alone(d)] if ours else []
    yield from ((a, b) for a in ours for b in others if a.agency != b.agency and one_work(a, b))


def _alone(duty: Duty) -> bool:
    return duty.provision.agencies(Role.LEAD) == {duty.agency}


@per_reading
def _carried_out(reading: Reading) -> tuple[Duty, ...]:
    """The leads of a text that carry out a work, one of each clause and body."""
    does = (d for d in duties_in(reading) if d.role is Role.LEAD and d.function in _DOES)
    return tuple(one_of_each_clause(d for d in does if works_in(d.provision.quote.text)))
