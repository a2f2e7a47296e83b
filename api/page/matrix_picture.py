"""The coverage matrix as one SVG picture: for a report, a slide or a wall, in the colours of the page."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from html import escape

from api.matrix import Branch, Matrix, MatrixCell
from api.page.words import MARKS, STATES
from ontology.vocabulary import Vocabulary

FILLS = {"certain": "#d3ecda", "possible": "#fbeec4", "several": "#f3d3e8", "uncovered": "#ffffff"}
WIDE, HIGH, SIDE, TOP, EDGE, FONT = 112, 34, 210, 132, 20, 13
LINE, INK, SOFT = "#b9c4d0", "#1d2733", "#4c5a6b"
FAMILY = "Noto Sans CJK SC, Source Han Sans SC, Microsoft YaHei, SimHei, sans-serif"


def matrix_svg(
    matrix: Matrix, vocabulary: Vocabulary, heading: str, rows: Collection[str] = (), columns: Collection[str] = ()
) -> str:
    """The picture; of the `rows` and `columns` named, what lies below is left out."""
    down, across = _open(matrix.rows, rows), _open(matrix.columns, columns)
    width, height = SIDE + WIDE * len(across) + 2 * EDGE, TOP + HIGH * len(down) + 2 * EDGE
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
        f' font-family="{FAMILY}" font-size="{FONT}" fill="{INK}">',
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        _text(EDGE, EDGE + 16, heading, 'font-size="18" font-weight="700"'),
        *_legend(EDGE, EDGE + 34),
        *_heads(across, vocabulary),
    ]
    for number, row in enumerate(down):
        parts += _row(matrix, row, across, EDGE + TOP + number * HIGH, vocabulary)
    return "".join(parts) + "</svg>"


def _open(branches: tuple[Branch, ...], folded: Collection[str]) -> list[Branch]:
    return [b for b in branches if not set(b.above) & set(folded)]


def _legend(x: int, y: int) -> Iterator[str]:
    for number, (state, word) in enumerate(STATES.items()):
        left = x + number * 110
        yield f'<rect x="{left}" y="{y}" width="18" height="18" fill="{FILLS[state]}" stroke="{LINE}"/>'
        yield _text(left + 3, y + 14, MARKS[state])
        yield _text(left + 26, y + 14, word, f'fill="{SOFT}"')


def _heads(across: list[Branch], vocabulary: Vocabulary) -> Iterator[str]:
    for number, column in enumerate(across):
        x, label = EDGE + SIDE + number * WIDE, vocabulary.label("aid", column.id)
        yield f'<rect x="{x}" y="{EDGE + TOP - 56}" width="{WIDE}" height="56" fill="#eaeff5" stroke="{LINE}"/>'
        lines = [label[n : n + 7] for n in range(0, len(label), 7)][:3]
        for line, words in enumerate(lines):
            more = 'font-weight="700"' if not column.above else ""
            yield _text(x + 6, EDGE + TOP - 38 + line * 16, words, more)


def _row(matrix: Matrix, row: Branch, across: list[Branch], y: int, vocabulary: Vocabulary) -> Iterator[str]:
    yield f'<rect x="{EDGE}" y="{y}" width="{SIDE}" height="{HIGH}" fill="#eaeff5" stroke="{LINE}"/>'
    label = _cut(vocabulary.label("group", row.id), 14 - len(row.above))
    yield _text(EDGE + 8 + 14 * len(row.above), y + 22, label, "" if row.above else 'font-weight="700"')
    for number, column in enumerate(across):
        x, cell = EDGE + SIDE + number * WIDE, matrix.cells[row.id, column.id]
        yield f'<rect x="{x}" y="{y}" width="{WIDE}" height="{HIGH}" fill="{FILLS[cell.state]}" stroke="{LINE}"/>'
        yield _text(x + 6, y + 22, f"{MARKS[cell.state]} {_who(cell, vocabulary)}", 'font-size="12"')


def _who(cell: MatrixCell, vocabulary: Vocabulary) -> str:
    if not cell.leads:
        return "仅有协助" if cell.helpers else ""
    first = vocabulary.label("agency", cell.leads[0]).removesuffix("部门")
    return _cut(first, 7) if len(cell.leads) == 1 else f"{_cut(first, 4)}等{len(cell.leads)}家"


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1] + "…"


def _text(x: float, y: float, words: str, more: str = "") -> str:
    return f'<text x="{x}" y="{y}" {more}>{escape(words)}</text>' if words else ""
