"""Findings that somebody has decided to live with, for a reason and until a day.

A waiver names a finding by its fingerprint, which is made of the words of both clauses: when either clause changes, the
finding has another name and shows again, and the waiver is stale. So is one whose day has passed. The file beside the
drafts is TOML, one [[waiver]] a finding; nothing here is deleted, stale entries are reported.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from checks.base import Finding
from kg.errors import UsageError

EXPIRED = "有效期已满"
CHANGED = "所指条款已经修改或者发现已经消除"


@dataclass(frozen=True, slots=True)
class Waiver:
    """`finding` is set aside by `who` for `reason`, up to and including `until`."""

    finding: str
    reason: str
    who: str
    until: date

    def __post_init__(self) -> None:
        if not (self.finding and self.reason.strip() and self.who.strip()):
            raise UsageError("豁免缺少发现编号、理由或者批准人。请在豁免文件中补充 finding、reason、who。")


@dataclass(frozen=True, slots=True)
class Waived:
    """Findings still open, those set aside with their waiver, and waivers that no longer match or have run out."""

    open: tuple[Finding, ...]
    aside: tuple[tuple[Finding, Waiver], ...]
    stale: tuple[tuple[Waiver, str], ...]


def apply_waivers(findings: Iterable[Finding], waivers: Iterable[Waiver], today: date) -> Waived:
    """Sort `findings` into open and set aside as of `today`; say why a waiver has no effect."""
    found = {f.id: f for f in findings}
    given = {w.finding: w for w in waivers}
    valid = {id_: w for id_, w in given.items() if id_ in found and today <= w.until}
    stale = [(w, EXPIRED if id_ in found else CHANGED) for id_, w in given.items() if id_ not in valid]
    return Waived(
        tuple(f for id_, f in found.items() if id_ not in valid),
        tuple((found[id_], w) for id_, w in valid.items()),
        tuple(stale),
    )


def read_waivers(path: Path) -> tuple[Waiver, ...]:
    """Waivers of a TOML file; UsageError naming the entry that is not complete."""
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("waiver", [])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"豁免文件{path.name}无法读取：{error}。请检查格式后重试。") from error
    return tuple(_waiver(path.name, number, entry) for number, entry in enumerate(entries, 1))


def waivers_toml(waivers: Iterable[Waiver]) -> str:
    """The file that `read_waivers` reads; a JSON string is a TOML basic string, too."""

    def text(value: str) -> str:
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")

    entries = (
        f"[[waiver]]\nfinding = {text(w.finding)}\nreason = {text(w.reason)}\n"
        f"who = {text(w.who)}\nuntil = {w.until.isoformat()}\n"
        for w in waivers
    )
    return "\n".join(entries)


def _waiver(name: str, number: int, entry: dict[str, Any]) -> Waiver:
    until = entry.get("until")
    if not isinstance(until, date):
        raise UsageError(f"豁免文件{name}第{number}条没有截止日期。请补充 until = 2026-12-31 这样的日期。")
    finding, reason, who = (str(entry.get(key, "")) for key in ("finding", "reason", "who"))
    return Waiver(finding, reason, who, until)
