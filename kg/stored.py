"""Stored SPARQL queries by name, with parameters: kg/queries/*.rq.

The first comment line of a file is its title, the second its parameters: variables, bound where the file says #VALUES.
Without one marked 必选 the answer has no sensible size. A LIMIT keeps the first rows of a full order, so that the same
question on the same documents gives the same rows in every store.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.codec import concept
from kg.errors import UsageError
from ontology.terms import KINDS, PREFIXES, XSD

FOLDER = Path(__file__).parent / "queries"
MARK = "#VALUES"


@dataclass(frozen=True, slots=True)
class StoredQuery:
    """A query of the folder: its name, its title in Chinese, its parameters and what is told of them, its text.

    `needed` are the parameters without which nobody should ask it; `limit` is the most rows that it gives, 0 for all.
    """

    name: str
    title: str
    told: str
    parameters: tuple[str, ...]
    needed: tuple[str, ...]
    limit: int
    text: str

    def lacking(self, given: Iterable[str]) -> tuple[str, ...]:
        """The needed parameters that `given` leaves out."""
        return tuple(n for n in self.needed if n not in set(given))

    def bound(self, **values: str) -> str:
        """The query with its variables bound: vocabulary ids become terms, IRIs and dates stay.

        Raises UsageError.
        """
        for name in values:
            if not re.search(rf"\?{name}\b", self.text):
                raise UsageError(f"查询 {self.name} 没有参数 {name}。可用：{'、'.join(self.parameters) or '无'}。")
        lines = " ".join(f"VALUES ?{name} {{ {_node(name, value)} }}" for name, value in values.items())
        return self.text.replace(MARK, lines)

    def standalone(self, **values: str) -> str:
        """The bound query with its prefixes declared, to be run anywhere."""
        return self._prefixes() + self.bound(**values)

    def standalone_rows(self, names: tuple[str, ...], rows: Iterable[tuple[str | int, ...]]) -> str:
        """The query with several variables bound together, a row for each combination, and its prefixes."""
        said = " ".join(f"({' '.join(_literal(n, v) for n, v in zip(names, row, strict=True))})" for row in rows)
        heads = " ".join(f"?{n}" for n in names)
        return self._prefixes() + self.text.replace(MARK, f"VALUES ({heads}) {{ {said} }}")

    def _prefixes(self) -> str:
        used = {n: v for n, v in PREFIXES.items() if re.search(rf"(?<![\w<]){n}:", self.text)}
        return "".join(f"PREFIX {n}: <{v}>\n" for n, v in used.items())


def query_names() -> tuple[str, ...]:
    """Every stored query."""
    return tuple(sorted(p.stem for p in FOLDER.glob("*.rq")))


def stored_query(name: str) -> StoredQuery:
    """The query called `name`. Raises UsageError where there is none."""
    if name not in query_names():
        raise UsageError(f"没有名为 {name} 的查询。可用：{'、'.join(query_names())}。")
    text = (FOLDER / f"{name}.rq").read_text(encoding="utf-8")
    title, *rest = [line.removeprefix("#").strip() for line in text.splitlines() if line.startswith("#")]
    told = rest[0] if rest else ""
    needed = tuple(re.findall(r"(\w+):[^；]*必选", told))
    limit = re.search(r"LIMIT (\d+)", text)
    parameters = tuple(re.findall(r"(\w+):", told))
    return StoredQuery(name, title, told, parameters, needed, int(limit[1]) if limit else 0, text)


def _literal(name: str, value: str | int) -> str:
    return str(value) if isinstance(value, int) else _node(name, value)


def _node(name: str, value: str) -> str:
    if value.startswith(("http://", "https://")):
        address = value
    elif name in KINDS:
        address = concept(name, value)
    elif re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return f'"{value}"^^<{XSD}date>'
    else:
        escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
        return f'"{escaped}"'
    if re.search(r'[<>"{}|^`\\\s]', address):
        raise UsageError(f"{value} 不是合法的标识。")
    return f"<{address}>"
