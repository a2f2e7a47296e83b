"""Agencies named in a text: full names anywhere, bare stems in lists that share an ending.

Handles ellipsis (民政、应急管理、卫生健康等部门; 省委宣传部、发改委、教育厅), a department behind its government
(县级人民政府民政部门 is the department alone), and names only a context makes sure (政府, 办公室). Which names make one
coordination is `runs.py`, how a list closes `list_ends.py`, whose institution a body is `owners.py`. The words of place
before a name are `addresses.py`, what an agency does in its clause is `roles.py`.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from ingest.extract.bodies.addresses import owner_address
from ingest.extract.bodies.agency_forms import Match
from ingest.extract.bodies.chains import UNRESOLVED, Body, Chain
from ingest.extract.bodies.list_ends import closes_list, shared_end
from ingest.extract.bodies.owners import LEVELS, OWNED, owner_of, without_parents
from ingest.extract.bodies.runs import runs
from ingest.extract.bodies.unnamed import find_unnamed, kind_of
from ontology.vocabulary import Vocabulary

_CHARGED = re.compile(r"(?:具体|统一)?(?:负责|承担|主管|分管)[^，。；、]{2,16}的[^，。；、的]{2,4}$")
_AND = re.compile(r"、|和|以及|及|与|或者|或")
_DEALING = re.compile(r"(?:^|[，。；：、由）\s])(?:受理|承办|经办|接收|接诊|收治|初审|转出|转入)\Z")
_ACTS = re.compile(
    r"(?:应当?|要|须|必须|可以?|不得|负责|收到|接到|在|于|自|及时|依法|[\d一二三四五六七八九十]+个?(?:工作)?日内?)"
)


def find_chains(text: str, vocabulary: Vocabulary) -> tuple[Chain, ...]:
    """Every coordination of agencies in the text, in its order."""
    found: list[Chain] = []
    for run in runs(text, vocabulary):
        chain = _chain(text, run)
        if chain and (not found or found[-1].end <= chain.start):
            found.append(chain)
    return tuple(_with_unnamed(text, found))


def _with_unnamed(text: str, chains: list[Chain]) -> list[Chain]:
    """`chains` and the bodies that act without being named, joined to a chain (学校和其他机构) or its own."""
    starts = [c.start for c in chains]
    named = {end for c in chains for end in (c.end, *(b.end for b in c.bodies))}
    for start, end, id_ in sorted(find_unnamed(text, named)):
        before = chains[at - 1] if (at := bisect_left(starts, end)) else None
        if before is not None and (before.end == start or OWNED.fullmatch(text, before.end, start)):
            chains[at - 1] = Chain(before.start, end, (Body((id_,), start, end),))  # 委员会下设的办事机构
        elif before is not None and start <= before.start and before.bodies[0].ids == UNRESOLVED:
            chains[at - 1] = Chain(start, end, (Body((id_,), start, end),))  # 接到求助的部门、单位
        elif before is not None and start <= before.end + 1 and _CHARGED.match(text, max(start, before.end), end):
            own = LEVELS.issuperset(before.bodies[-1].ids)  # a township has no departments
            bodies = before.bodies if own else (Body((id_,), before.end, end),)
            chains[at - 1] = Chain(before.start, end, bodies)  # 人民政府负责教育督导的机构
        elif before is None or before.end < start - 2:
            chains.insert(at, Chain(start, end, (Body((id_,), start, end),)))
            starts.insert(at, start)
        elif (joined := _AND.match(text, before.end, end)) and end - joined.end() > 2:
            body = Body((kind_of(text[joined.end() : end]),), joined.end(), end)
            chains[at - 1] = Chain(before.start, end, (*before.bodies, body))
    return chains


def _chain(text: str, run: list[Match]) -> Chain | None:
    """The run as a chain; bare stems count only before an ending that they share."""
    shared, end = shared_end(text, run)
    bodies: list[Body] = []
    for start, stop, form in reversed(run):
        listed = form.manner == "stem" and closes_list(text, stop)
        shared = shared or form.department or listed
        if form.manner == "full" or (form.manner == "stem" and shared):
            bodies.append(Body(form.ids, start, stop))
        elif form.manner == "context":
            bodies.append(Body(form.ids, start, stop, sure=bool(bodies)))
    bodies.reverse()
    kept = without_parents(text, bodies)
    if not kept:
        return None
    start = _with_case(text, owner_address(text, owner_of(text, bodies, kept[0]).start), end)
    return Chain(start, end if kept[-1].end == run[-1][1] else kept[-1].end, tuple(kept))


def _with_case(text: str, start: int, end: int) -> int:
    """`start`, or where the word begins that says whose case it is (受理乡镇在5日内…), before one who acts."""
    dealing = _DEALING.search(text, max(0, start - 4), start)
    return dealing.end() - 2 if dealing and _ACTS.match(text, end) else start
