"""Settings as one frozen table: name, default, one sentence. Environment variables HUISHANG_<NAME> override."""

from __future__ import annotations

import os
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from kg.errors import UsageError


@dataclass(frozen=True, slots=True)
class Settings:
    """What an installation may change; `HELP` says each in one sentence."""

    home: str = ""
    host: str = "127.0.0.1"
    port: int = 8765
    max_upload_mb: int = 50
    store: str = "folder"
    database: str = ""

    @property
    def workspace(self) -> Path | None:
        """Folder of the workspace, where one is named."""
        return Path(self.home) if self.home else None


HELP = {
    "home": "工作区文件夹；空则取当前目录或上级目录中的 .huishang。",
    "host": "监听地址；未配置用户时只能是本机地址。",
    "port": "监听端口。",
    "max_upload_mb": "上传文件的大小上限（MB）。",
    "store": "图谱存放处：memory 内存，folder 工作区内的文件夹，或 SPARQL 服务的网址。",
    "database": "会商数据库的网址；空则用工作区内的 SQLite 文件。",
}


def load_settings(**overrides: Any) -> Settings:
    """Defaults, then the environment, then `overrides` that are not None. Raises UsageError for a bad value."""
    values: dict[str, Any] = {}
    for field in fields(Settings):
        raw = os.environ.get(f"HUISHANG_{field.name.upper()}")
        if raw is not None:
            values[field.name] = _typed(field.name, raw)
    values.update({k: v for k, v in overrides.items() if v is not None})
    return Settings(**values)


def _typed(name: str, raw: str) -> Any:
    if not isinstance(getattr(Settings(), name), int):
        return raw
    try:
        return int(raw)
    except ValueError:
        raise UsageError(f"环境变量 HUISHANG_{name.upper()} 应为整数，现为“{raw}”。请改正后重新启动。") from None
