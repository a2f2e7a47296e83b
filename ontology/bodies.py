"""Dated bodies of each agency line, what became of them, and work that moved between lines.

A line (hrss) is a kind of work that goes on; the body that does it changes its name and shape on days that differ by
level: 劳动和社会保障厅 until 2009, 人力资源和社会保障厅 since. Every question is asked for a day and a level.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ontology.wording import wordings

LEVELS = {"prefecture": "county", "township": "county", "village": "county"}
"""Levels whose bodies follow those of another level: prefectures were reformed together with counties."""

_FIELD = (2, 4)  # characters that the name of a field of work has


@dataclass(frozen=True, slots=True)
class Body:
    """One organisation of a line at a level, existing on days of `[start, end)`; the first name is the full one.

    `branch`: it stands beside the body that stands for the line (疾控局 beside 卫生健康委). `regions`: only the places
    under these codes have it.
    """

    id: str
    line: str
    level: str
    names: tuple[str, ...]
    stems: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    branch: bool = False
    regions: tuple[str, ...] = ()

    def exists(self, day: date) -> bool:
        """Whether the body exists on `day`."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


@dataclass(frozen=True, slots=True)
class Change:
    """A reform of bodies at one level: `originals` ended and `results` went on, on `day`.

    Between `earliest` and `latest` places differ, and either name may be right.
    """

    id: str
    level: str
    day: date
    originals: tuple[str, ...]
    results: tuple[str, ...]
    label: str = ""
    reform: str = ""
    earliest: date | None = None
    latest: date | None = None

    def settled(self, day: date) -> bool:
        """Whether by `day` every place has changed."""
        return day >= (self.latest or self.day)


@dataclass(frozen=True, slots=True)
class Transfer:
    """Work that moved from one line to another at a level, without a change of name.

    `keeps` are functions of the aid that stay behind; `optional` means a place may do it and need not.
    """

    id: str
    level: str
    day: date
    origin: str
    target: str
    matter: str
    aid: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    keeps: tuple[str, ...] = ()
    note: str = ""
    basis: str = ""
    optional: bool = False
    latest: date | None = None


@dataclass(frozen=True, slots=True)
class Bodies:
    """All dated bodies, changes and transfers."""

    bodies: Mapping[str, Body]
    changes: tuple[Change, ...]
    transfers: tuple[Transfer, ...]
    by_name: Mapping[str, tuple[Body, ...]]
    regional: Mapping[str, tuple[Body, ...]]

    def of(self, line: str) -> tuple[Body, ...]:
        """Bodies of a line in the order of their time."""
        return tuple(sorted((b for b in self.bodies.values() if b.line == line), key=age))

    def at(self, line: str, day: date, level: str) -> Body | None:
        """The body that stands for `line` on `day` at `level`; None where it is abolished or not yet set up."""
        level = LEVELS.get(level, level)
        alive = [b for b in self.of(line) if b.level == level and not b.branch and b.exists(day)]
        return alive[-1] if alive else None

    def known(self, line: str, level: str) -> bool:
        """Whether the register has a body of `line` at `level` on any day."""
        level = LEVELS.get(level, level)
        return any(b.line == line and b.level == level for b in self.bodies.values())

    def named(self, name: str, level: str | None = None) -> tuple[Body, ...]:
        """Bodies of that name, earliest first; a region may stand before it (新疆维吾尔自治区民政厅).

        Names free of a level count too (劳动保障行政部门). The end of a longer name (文化体育和旅游局) is no name.
        """
        for start in range(len(name)):
            found = self.by_name.get(name[start:], ())
            if not found or (start and self._is_part(name[:start])):
                continue
            if kept := tuple(b for b in found if level is None or b.level == LEVELS.get(level, level)):
                return kept
        return ()

    def _is_part(self, before: str) -> bool:
        """Whether what follows is the rest of a merged body's name: after 和, or after another field of work."""
        fields = (before[-size:] for size in _FIELD if size <= len(before))
        merged = before[-1] in "和与及暨" or before.endswith(wordings()["merged-field"])
        return merged or any(f"{field}局" in self.by_name for field in fields)

    def ended(self, name: str, day: date, level: str | None = None) -> tuple[Body, ...]:
        """Bodies of that name that no longer exist on `day`, where no body of that name does."""
        found = self.named(name, level)
        return () if any(b.exists(day) for b in found) else tuple(b for b in found if b.end and b.end <= day)

    def kept(self, name: str, day: date, region: str | None) -> bool:
        """Whether the place of code `region` has a body of that name on `day` that other places have not."""
        found = (b for start in range(len(name)) for b in self.regional.get(name[start:], ()))
        return any(b.exists(day) and (region or "").startswith(b.regions) for b in found)

    def change_of(self, body: Body) -> Change | None:
        """The change that ended the body."""
        return next((c for c in self.changes if body.id in c.originals), None)

    def successors(self, body: Body, day: date) -> tuple[Body, ...]:
        """Bodies existing on `day` that took over from `body`, followed through later changes; () where none did."""
        seen: dict[str, None] = {}
        queue = [body]
        while queue:
            here = queue.pop(0)
            change = self.change_of(here)
            for id_ in change.results if change and change.day <= day else ():
                if id_ not in seen:
                    seen[id_] = None
                    queue.append(self.bodies[id_])
        return tuple(self.bodies[i] for i in seen if self.bodies[i].exists(day))

    def moved(self, day: date, level: str) -> tuple[Transfer, ...]:
        """Transfers that have taken effect by `day` at `level`, latest first."""
        level = LEVELS.get(level, level)
        done = [t for t in self.transfers if t.level == level and t.day <= day]
        return tuple(sorted(done, key=lambda t: t.day, reverse=True))


def age(body: Body) -> tuple[date, str]:
    """The order of bodies in time: those that were always there first."""
    return (body.start or date.min, body.id)
