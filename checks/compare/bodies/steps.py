"""Steps that one work has once: 竣工验收, 施工招标, 房屋鉴定, 能力评估, 体检 …, whoever leads the work as a whole.

Two bodies of one text that each take the same step at the same thing meet at one building site or one bedside. A step
is a cue of `conflict.ttl`; what it is taken at stands before it, and where both clauses name that they have to agree.
Quiet for help and oversight, for parts of a step one after the other (初步验收, 抽查), and where the clauses stand in
different parts of the text and do not say what the step is taken at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from checks.compare.ground.alignment import bag
from checks.compare.ground.marks import PAUSE
from checks.fingerprint import REMEMBERED
from kg.boxes import one_of_each_clause
from kg.coverage import Duty
from kg.enums import Role
from ontology.cues import Cue, Setting, load_cues

_STEP = Setting("step")
_AT = re.compile(r"对(?P<at>[^，。；]{2,24}?)(?:进行|开展|组织|实施)(?:[^，。；]{0,6})$")
_BEFORE = re.compile(
    r"^.*(?:负责|承担|牵头|统一|组织|开展|实施|做好|进行|委托[^，。；]{2,12}?机构|第三方|会同|[、和及与并])"
)
_GENERAL = re.compile(r"改造|建设|项目|结束|工作|每年|年度|一次|定期|现场|入户|上门|专业|以后|之后|[后的了对]")
_FINISHED = re.compile(r"竣工|完工|工程")
_GOODS = re.compile(r"设备|物资|货物|用品|器材|器具|辅具|家具")
_PARENT = re.compile(r"^(.*)[/条款].*?$")


@dataclass(frozen=True, slots=True)
class _Step:
    cue: Cue
    at: frozenset[str]  # pieces of what it is taken at
    kind: str  # works, or goods, as far as it is said
    part: frozenset[str]  # words that make it one of several parts of the step


@lru_cache(maxsize=REMEMBERED)
def _steps_in(text: str) -> tuple[_Step, ...]:
    if not _STEP.has("named", text):
        return ()
    clauses = [c for c in PAUSE.split(text) if _STEP.has("named", c) and not _STEP.has("aside", c)]
    return tuple(step for clause in clauses for step in _taken(clause))


def _taken(clause: str) -> Iterator[_Step]:
    for cue in load_cues()["step"]:
        if match := cue.find("named", clause):
            before = clause[: match.start()]
            at = _AT.search(before)
            said = at["at"] if at else _BEFORE.sub("", before)
            pieces = bag(_FINISHED.sub(" ", _GENERAL.sub(" ", said)))
            yield _Step(cue, pieces, _kind(said + match.group()), _STEP.words("part", said + match.group()))


def _kind(said: str) -> str:
    return "goods" if _GOODS.search(said) else "works" if _FINISHED.search(said) else ""


def takes_step(text: str) -> bool:
    """Whether a clause has its body take such a step."""
    return bool(_steps_in(text))


def step_named(a: Duty, b: Duty) -> str:
    """The step that two bodies of one text both take (验收); "" where there is none."""
    if a.document.name != b.document.name:
        return ""
    beside = _parent(a) == _parent(b)
    mine, theirs = (_steps_in(d.provision.quote.text) for d in (a, b))
    return next((x.cue.label for x in mine for y in theirs if _one_step(x, y, beside=beside)), "")


def _one_step(a: _Step, b: _Step, *, beside: bool) -> bool:
    if a.cue is not b.cue or a.part != b.part or {a.kind, b.kind} == {"goods", "works"}:
        return False
    return bool(a.at & b.at) if a.at and b.at else beside


def _parent(duty: Duty) -> str:
    """The part of the text whose member a clause is."""
    found = _PARENT.match(duty.provision.locator)
    return found[1].split("条")[0] if found and "条" not in duty.provision.locator else ""


def in_steps(duties: Iterable[Duty]) -> Iterator[tuple[Duty, Duty]]:
    """Leads of one text that take the same step."""
    leads = one_of_each_clause(d for d in duties if d.role is Role.LEAD and takes_step(d.provision.quote.text))
    yield from ((a, b) for a, b in combinations(leads, 2) if a.is_others(b) and step_named(a, b))
