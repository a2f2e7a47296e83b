"""What is new since an earlier run: findings compared by fingerprint, so that a report can speak of changes only."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from checks.base import Finding
from kg.errors import UsageError


@dataclass(frozen=True, slots=True)
class Comparison:
    """Findings that the earlier run did not have, those it had too, and ids of those that are gone."""

    new: tuple[Finding, ...]
    known: tuple[Finding, ...]
    gone: tuple[str, ...]


def compare(findings: Iterable[Finding], earlier: Iterable[str]) -> Comparison:
    """Sort `findings` against the ids of an earlier run."""
    now, before = tuple(findings), dict.fromkeys(earlier)
    here = {f.id for f in now}
    new = tuple(f for f in now if f.id not in before)
    return Comparison(new, tuple(f for f in now if f.id in before), tuple(i for i in before if i not in here))


def read_ids(path: Path) -> tuple[str, ...]:
    """Finding ids of a report printed as JSON by an earlier check or audit; UsageError where it is none."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))["findings"]
        return tuple(str(f["id"]) for f in found)
    except (OSError, ValueError, KeyError, TypeError) as error:
        said = f"{path.name}不是此前检查输出的 JSON 报告。请用 check --format json 的输出作为比较基准。"
        raise UsageError(said) from error
