"""What is new since an earlier run: findings compared by fingerprint, so that a report can speak of changes only."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checks.base import Finding
from kg.errors import UsageError


@dataclass(frozen=True, slots=True)
class Former:
    """A finding as an earlier run printed it."""

    id: str
    code: str = ""
    message: str = ""

    @classmethod
    def of(cls, printed: Mapping[str, Any]) -> Former:
        """From the finding's form in a JSON report; KeyError where it has no id."""
        return cls(str(printed["id"]), str(printed.get("code", "")), str(printed.get("message", "")))


@dataclass(frozen=True, slots=True)
class Comparison:
    """Findings that the earlier run did not have, those it had too, and those of its that are gone."""

    new: tuple[Finding, ...]
    known: tuple[Finding, ...]
    gone: tuple[Former, ...]


def compare(findings: Iterable[Finding], earlier: Iterable[Former]) -> Comparison:
    """Sort `findings` against those of an earlier run."""
    now, before = tuple(findings), {f.id: f for f in earlier}
    here = {f.id for f in now}
    new = tuple(f for f in now if f.id not in before)
    gone = tuple(f for id_, f in before.items() if id_ not in here)
    return Comparison(new, tuple(f for f in now if f.id in before), gone)


def read_former(path: Path) -> tuple[Former, ...]:
    """Findings of a report printed as JSON by an earlier check or audit; UsageError where it is none."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))["findings"]
        return tuple(map(Former.of, found))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        said = f"{path.name}不是此前检查输出的 JSON 报告。请用 check --format json 的输出作为比较基准。"
        raise UsageError(said) from error
