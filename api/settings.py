"""Settings as one frozen table: name, default, one sentence. Environment variables HUISHANG_<NAME> override."""

from __future__ import annotations

import os
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from kg.errors import UsageError

MEMBERS = (
    "publicity,ndrc,civil-affairs,hrss,health,education,housing,justice,finance,agriculture,poverty-rural,police,"
    "economy-industry,ethnic-religious,supervision,audit,livestock,market-reg,disabled-fed,unions,youth-league,"
    "women-fed,fic,sci-assoc"
)


@dataclass(frozen=True, slots=True)
class Settings:
    """What an installation may change; `HELP` says each in one sentence."""

    home: str = ""
    host: str = "127.0.0.1"
    port: int = 8765
    workers: int = 1
    log: str = "json"
    max_upload_mb: int = 50
    store: str = "folder"
    database: str = ""
    office: str = "社会救助工作领导小组办公室"
    group: str = "社会救助工作领导小组"
    office_agency: str = "civil-affairs"
    members: str = MEMBERS
    reply_days: int = 7
    silence_days: int = 0
    gates: str = ""
    bulletin_to: str = "各级党委、政府；各成员单位；有关新闻媒体"

    @property
    def workspace(self) -> Path | None:
        """Folder of the workspace, where one is named."""
        return Path(self.home) if self.home else None


HELP = {
    "home": "工作区文件夹；空则取当前目录或上级目录中的 .huishang。",
    "host": "监听地址；未配置用户时只能是本机地址。",
    "port": "监听端口。",
    "workers": "进程数；多于一个时须使用 PostgreSQL 数据库和 SPARQL 服务。",
    "log": "运行日志：json 每个请求一行，errors 只记错误，off 不记。",
    "max_upload_mb": "上传文件的大小上限（MB）。",
    "store": "图谱存放处：memory 内存，folder 工作区内的文件夹，或 SPARQL 服务的网址。",
    "database": "会商数据库的网址；空则用工作区内的 SQLite 文件。",
    "office": "领导小组办公室的名称，用于函件落款。",
    "group": "领导小组的名称。",
    "office_agency": "办公室所在部门的编号；该部门为当事一方时在记录中注明。",
    "members": "成员单位的编号，以逗号分隔。",
    "reply_days": "征求意见的反馈期限（工作日）。",
    "silence_days": "征求意见满多少个工作日未反馈的视为无意见；0 为不适用（默认）。",
    "gates": "办结前须依次通过的出台前程序，以逗号分隔，如 公开征求意见,合法性审核,公平竞争审查（默认无）。",
    "bulletin_to": "工作简报的分送范围。",
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
    default = getattr(Settings(), name)
    if isinstance(default, bool):
        return raw.lower() in ("1", "true", "yes", "是")
    if not isinstance(default, int):
        return raw
    try:
        return int(raw)
    except ValueError:
        raise UsageError(f"环境变量 HUISHANG_{name.upper()} 应为整数，现为“{raw}”。请改正后重新启动。") from None
