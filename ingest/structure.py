"""编章节条款项目, 一、（一）1., duty lists, tables: the clauses of a text in its order, parents before children.

The leaves hold every stretch of the body once; an announcing stem is the own words of the clause its list hangs on.
Left out of the tree: tables of contents. Quoted text of an amending decision belongs to the clause that quotes it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from ingest.context import AROUND
from ingest.frontmatter import mark_roles
from ingest.layout import Line, split_lines
from ingest.locators import name_parts
from ingest.nodes import Node
from ingest.tree import grow
from kg.ids import clause_id
from kg.model import Clause

_RUN = 3  # articles with a heading, one behind the other
_MELTING = ("article", "point", "subpoint", "subsubpoint", "item", "subitem", "duty", "heading")


def parse_structure(name: str, text: str) -> tuple[Clause, ...]:
    """Clauses of the document called `name`; any text parses, in time linear in its length."""
    lines = split_lines(text)
    mark_roles(lines)
    writer = _Writer(name, text)
    instruments = 1 + max((x.instrument for x in lines), default=0)
    parts: list[list[Line]] = [[] for _ in range(instruments)]
    for line in lines:
        parts[line.instrument].append(line)
    roots = [_settle(grow([x for x in part if x.role in ("", "row", "quoted")])) for part in parts]
    prefixes = _prefixes(parts, roots)
    for part, root, prefix in zip(parts, roots, prefixes, strict=True):
        writer.around(part, root)
        writer.body(root, prefix)
    return tuple(sorted(writer.clauses, key=lambda c: (c.start, -c.end)))


def _settle(root: Node) -> Node:
    """Give every article of several paragraphs a first one; melt a single paragraph into its bare heading."""
    nodes = [root]
    for node in nodes:
        nodes += node.children
    _settle_labels(nodes)
    for node in nodes:
        _settle_labels(node.children)
    for node in nodes:
        node.label, node.body = ("", node.after) if node.soft else (node.label, node.body)
        _settle_paragraphs(node)
    return root


def _settle_paragraphs(node: Node) -> None:
    paragraphs = [c for c in node.children if c.kind == "paragraph"]
    if not paragraphs:
        return
    if node.empty and len(paragraphs) == 1 and node.children[0] is paragraphs[0] and node.kind in _MELTING:
        only = paragraphs[0]
        node.body, node.own = only.start, only.own
        node.children = [*only.children, *node.children[1:]]
    elif node.series == "article" and not node.empty:
        before = node.children.index(paragraphs[0])
        own = node.children[:before]
        end = own[-1].end if own else node.own
        first = Node("paragraph", "", "", node.body, end, node.body, node.own, instrument=node.instrument)
        first.children = own
        node.children = [first, *node.children[before:]]


def _settle_labels(nodes: list[Node]) -> None:
    """A short first sentence is a run-in heading where most numbers of its series have one, else a duty of its own.

    Of articles it is where several one behind the other have one (第四条 医疗保障。…).
    """
    if not any(n.soft for n in nodes):
        return
    lists: Counter[str] = Counter(n.series for n in nodes)
    headed: Counter[str] = Counter(n.series for n in nodes if n.label and _heads(n))
    for node in nodes:
        if node.series != "article" and _heads(node) and headed[node.series] * 5 >= lists[node.series] * 3:
            node.soft = False
    for _, run in groupby((n for n in nodes if n.series == "article"), key=lambda n: bool(n.label and _heads(n))):
        several = list(run)
        if len(several) >= _RUN and several[0].label:
            for node in several:
                node.soft = False


def _heads(node: Node) -> bool:
    """Whether anything stands under or behind a heading."""
    return bool(node.children) or not node.empty


def _prefixes(parts: list[list[Line]], roots: list[Node]) -> list[str]:
    """Words before the locators of an instrument, where another of the same document is numbered as well."""
    numbered = [any(c.number for c in r.children) for r in roots]
    out = []
    for i, part in enumerate(parts):
        if i == 0 or sum(numbered) < 2:
            out.append("")
            continue
        annex = next((x.words for x in part[:2] if x.words.startswith("附")), "")
        title = "".join(x.words for x in part if x.role == "title")
        short = "".join(annex.split("：")[0].split(":")[0].split())
        out.append(f"{short or f'《{title}》' if short or title else f'附件{i}'}/")
    return out


class _Writer:
    """Collects clauses with ids that no two of them share."""

    def __init__(self, name: str, text: str) -> None:
        self.name, self.text = name, text
        self.clauses: list[Clause] = []
        self.seen: dict[tuple[str, str], int] = {}

    def around(self, part: list[Line], root: Node) -> None:
        """Title, notes, salutation, signature: lines of one role in a row make one clause (notes one each)."""
        runs: list[list[Line]] = []
        for line in part:
            if line.role not in AROUND:
                continue
            if runs and line.role == runs[-1][-1].role == "title":
                runs[-1].append(line)
            else:
                runs.append([line])
        for run in runs:
            node = Node(run[0].role, "", "", run[0].start, run[-1].end, run[0].start, instrument=run[0].instrument)
            self._write(
                node, {"title": "标题", "salutation": "主送机关", "signature": "署名"}.get(node.kind, "题注"), None
            )

    def body(self, root: Node, prefix: str) -> None:
        """All clauses under `root`, depth first."""
        numbered = any(c.number for c in root.children)
        todo: list[tuple[Node, str, Clause | None]] = [
            (n, locator, None) for n, locator in name_parts(root, prefix, numbered)
        ]
        todo.reverse()
        while todo:
            node, locator, parent = todo.pop()
            clause = self._write(node, locator, parent)
            todo += [(n, where, clause) for n, where in reversed(list(name_parts(node, locator, numbered)))]

    def _write(self, node: Node, locator: str, parent: Clause | None) -> Clause:
        words = self.text[node.start : min(node.end, node.start + 40)]
        count = self.seen.get((locator, words), 0)
        self.seen[locator, words] = count + 1
        clause = Clause(
            clause_id(self.name, f"{locator}#{count}" if count else locator, words),
            self.name,
            node.kind,
            node.number,
            locator,
            parent.id if parent else None,
            node.start,
            node.end,
            node.label,
            node.instrument,
        )
        self.clauses.append(clause)
        return clause


def leaves(clauses: tuple[Clause, ...]) -> Iterator[Clause]:
    """Clauses nobody hangs under."""
    parents = {c.parent for c in clauses}
    return (c for c in clauses if c.id not in parents)
