"""Spans of time as bars under one axis, drawn as SVG: documents in force, bodies through their reforms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

WIDE, LABEL, ROW, TOP, RIGHT = 1160, 380, 30, 34, 16
MOST_LETTERS = 25


@dataclass(frozen=True, slots=True)
class Span:
    """One bar: from `start` (None: before the axis begins) up to `end` (None: open), a link where there is one."""

    label: str
    start: date | None
    end: date | None
    link: str = ""

    def phase(self, day: date) -> str:
        """past, live or coming, as of `day`."""
        if self.start is not None and day < self.start:
            return "coming"
        return "past" if self.end is not None and self.end <= day else "live"


def timeline_svg(spans: Sequence[Span], day: date, title: str) -> str:
    """The picture; "" where nothing has a date."""
    dates = [d for s in spans for d in (s.start, s.end) if d is not None]
    if not dates:
        return ""
    axis = _Axis(min(min(dates), day).year, max(max(dates), day).year + 1)
    height = TOP + ROW * len(spans) + 10
    parts = [
        f'<svg class="picture timeline" viewBox="0 0 {WIDE} {height}" role="group" aria-label="{escape(title)}">',
        *axis.grid(height),
        *(part for number, span in enumerate(spans) for part in _bar(span, TOP + number * ROW, axis, day)),
        f'<line class="now" x1="{axis.x(day)}" x2="{axis.x(day)}" y1="{TOP - 8}" y2="{height}"/>',
    ]
    return "".join(parts) + "</svg>"


class _Axis:
    """Years to pixels."""

    def __init__(self, first: int, last: int):
        self.first, self.last = first, max(last, first + 1)

    def x(self, day: date) -> float:
        """Where a day stands."""
        years = day.year + (day.timetuple().tm_yday - 1) / 366 - self.first
        return round(LABEL + years / (self.last - self.first) * (WIDE - LABEL - RIGHT), 1)

    def grid(self, height: int) -> Iterator[str]:
        """A line and a number for every so many years."""
        step = next(s for s in (1, 2, 5, 10, 20, 50) if (self.last - self.first) / s <= 12)
        for year in range(-(-self.first // step) * step, self.last + 1, step):
            x = self.x(date(year, 1, 1))
            yield f'<line class="axis" x1="{x}" x2="{x}" y1="{TOP - 8}" y2="{height}"/>'
            if x < WIDE - 30:
                yield f'<text class="year" x="{x + 3}" y="{TOP - 14}">{year}</text>'


def _bar(span: Span, y: int, axis: _Axis, day: date) -> Iterator[str]:
    label = span.label if len(span.label) <= MOST_LETTERS else span.label[: MOST_LETTERS - 1] + "…"
    words = f'<text x="0" y="{y + 19}"><title>{escape(span.label)}</title>{escape(label)}</text>'
    yield f'<a href="{escape(span.link)}">{words}</a>' if span.link else words
    if span.start is None and span.end is None:
        yield f'<text class="year" x="{LABEL}" y="{y + 19}">日期不详</text>'
        return
    left = axis.x(span.start) if span.start else LABEL
    right = axis.x(span.end) if span.end else WIDE - RIGHT
    told = f"{span.label}：{span.start or '日期不详'} 至 {span.end or '今'}"
    width = max(3, round(right - left, 1))
    yield f'<rect class="{span.phase(day)}" x="{left}" y="{y + 6}" width="{width}" height="18" rx="2">'
    yield f"<title>{escape(told)}</title></rect>"
