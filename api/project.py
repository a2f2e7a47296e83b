"""`.huishang.toml`: what a folder of drafts is checked against, so that nobody types it twice.

base = ["../现行文件"]      # files or folders, relative to this file
region = "652325"
at = 2026-08-01             # without it: today
ignore = ["OV03"]
select = []
severity = "warning"
waivers = "waivers.json"
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kg.errors import UsageError

FILE = ".huishang.toml"
TYPES: dict[str, type | tuple[type, ...]] = {
    "base": list,
    "region": str,
    "at": date,
    "ignore": list,
    "select": list,
    "severity": str,
    "waivers": str,
}


@dataclass(frozen=True, slots=True)
class Project:
    """Settings of one folder; empty where there is no file."""

    base: tuple[Path, ...] = ()
    region: str | None = None
    at: date | None = None
    ignore: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    severity: str = "info"
    waivers: Path | None = None


def find_project(start: Path) -> Project:
    """The settings of `start` or the nearest folder above. Raises UsageError for a file that makes no sense."""
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / FILE).is_file():
            return read_project(folder / FILE)
    return Project()


def read_project(path: Path) -> Project:
    """One settings file."""
    try:
        values: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}：配置文件格式有误（{error}）。请按 TOML 格式改正。") from error
    for name, value in values.items():
        if name not in TYPES:
            raise UsageError(f"{path}：不认识的配置项“{name}”。可用：{'、'.join(TYPES)}。")
        if not isinstance(value, TYPES[name]):
            raise UsageError(f"{path}：配置项“{name}”的类型不对。请参照说明改正。")
    for name in ("ignore", "select"):
        values[name] = tuple(map(str, values.get(name, [])))
    values["base"] = tuple(path.parent / str(p) for p in values.get("base", []))
    if "waivers" in values:
        values["waivers"] = path.parent / values["waivers"]
    return Project(**values)
