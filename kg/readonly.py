"""What a read-only endpoint refuses before anything runs: SERVICE, and queries of unreasonable length.

Oxigraph would follow SERVICE to any address. Its parser takes `trueSERVICE` and `1SERVICE` for two words, ends a
comment at a carriage return, and allows an escaped quote in a name; so this looks for the letters wherever they are
not inside a string, an IRI, a comment, a variable or a prefixed name (terminals of SPARQL 1.1, section 19.8).
"""

from __future__ import annotations

import re

from kg.errors import UsageError

QUERY_LIMIT = 100_000
HARMLESS = re.compile(
    r"""
      \"\"\" (?: [^"\\] | \\. | "{1,2}(?!") )* \"\"\"
    | ''' (?: [^'\\] | \\. | '{1,2}(?!') )* '''
    | " (?: [^"\\\n\r] | \\. )* "
    | ' (?: [^'\\\n\r] | \\. )* '
    | < [^<>"{}|^`\\\x00-\x20]* >
    | \# [^\n\r]*
    | \\ .
    | [?$] \w+
    | \w* : \w*
    """,
    re.S | re.X,
)
ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
SERVICE = re.compile(r"SERVICE", re.I)
UPDATE = re.compile(r"\b(?:INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY)\b", re.I)


def refuse(query: str) -> None:
    """Raise UsageError for what a read-only endpoint does not do."""
    if len(query) > QUERY_LIMIT:
        raise UsageError(f"查询语句超过 {QUERY_LIMIT} 个字符。请缩短后重试。")
    for text in (query, ESCAPE.sub(_unescaped, query)):
        if SERVICE.search(HARMLESS.sub(" ", text)):
            raise UsageError("不支持 SERVICE：本端点不访问其他网站。请去掉后重试。")


def is_update(query: str) -> bool:
    """Whether a text that is no query looks like an update."""
    return bool(UPDATE.search(HARMLESS.sub(" ", query)))


def _unescaped(escape: re.Match[str]) -> str:
    code = int(escape[1] or escape[2], 16)
    return chr(code) if code < 0x110000 else " "
