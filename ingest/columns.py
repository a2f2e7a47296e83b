"""Who acts and who benefits in the row of a table, by the heads of its columns: 责任单位, 配合单位, 服务对象.

A row is one provision; names in its other cells (困难残疾人生活补贴) are only those of what is granted. Left out:
tables without a head, and rows whose cells are not as many as their heads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ingest.context import Context
from ingest.extract.acts.acts import Actors, Scope
from ingest.extract.acts.sentence_acts import read_sentence
from ingest.extract.bodies.chains import Body, Chain
from ingest.extract.figures.table_cells import cells_of, head_of
from ingest.extract.people.groups import find_groups
from ingest.grammar import Tokens
from ingest.rows import Row
from kg.enums import Modality, Role
from kg.model import Clause

_WHO = re.compile(
    r"(?:责任|牵头|实施|主管|承办|主办|落实|负责|经办|主责|主办|配合|协办|协同|参与|办理)(?:单位|部门|机构|主体)$"
)
_HELPS = re.compile(r"^(?:配合|协办|协同)")
_TAKES_PART = re.compile(r"^参与")
_WHOM = re.compile(r"对象(?:范围)?$|人群$")
_WHAT = re.compile(r"(?:任务|事项|内容|措施|举措|要求)$")
_MONEY = re.compile(r"\d(?:\.\d+)?万?元")


def by_columns(context: Context, tokens: Tokens, clause: Clause, row: Row, chains: Iterable[Chain]) -> None:
    """Give the row of a table the bodies, the people and the work that its columns name."""
    if row.modality is Modality.DECLARATION:
        return
    columns = list(_columns(context, clause))
    actors = _actors([(n, a, b) for n, a, b in columns if _WHO.search(n)], tuple(chains))
    if actors:
        row.acts[0].actors = actors
        for act in row.acts[1:]:
            act.actors = ()
    for _, start, end in (c for c in columns if _WHOM.search(c[0])):
        row.groups = find_groups(context, clause, start, end).groups or row.groups
    if actors:
        row.functions = _work(context.text, tokens, columns) or row.functions
    if actors and not row.functions:
        row.functions = ("pay",) if _MONEY.search(context.text, clause.start, clause.end) else ("implement",)


def _columns(context: Context, clause: Clause) -> Iterator[tuple[str, int, int]]:
    """(head, start, end) of each cell; none where the row is not cut as its head is."""
    head = head_of(context, clause)
    if head is None:
        return
    text = context.text
    names = [text[a:b].strip() for a, b in cells_of(text, head.start, head.end)]
    cells = cells_of(text, clause.start, clause.end)
    if len(names) == len(cells):
        yield from ((name, a, b) for name, (a, b) in zip(names, cells, strict=True))


def _work(text: str, tokens: Tokens, columns: list[tuple[str, int, int]]) -> tuple[str, ...]:
    """What is done, by the cells that say what there is to do."""
    cells = [(a, b) for name, a, b in columns if _WHAT.search(name) and text[a:b].strip()]
    acts = (act for a, b in cells for act in read_sentence(text, tokens, a, b, Scope()))
    return tuple(dict.fromkeys(f for act in acts for f in act.functions))


def _actors(columns: list[tuple[str, int, int]], chains: tuple[Chain, ...]) -> Actors:
    found: list[tuple[Body, Role]] = []
    for name, start, end in columns:
        role = Role.ASSIST if _HELPS.match(name) else Role.PARTICIPATE if _TAKES_PART.match(name) else Role.LEAD
        bodies = (body for chain in chains for body in chain.bodies)  # one chain may run on from cell to cell
        found.extend((body, role) for body in bodies if start <= body.start and body.end <= end)
    return tuple(found)
