"""`huishang serve`: pages and API."""

from __future__ import annotations

import os
import tempfile

import click

from api.chinese import ChineseCommand
from api.settings import HELP, Settings, load_settings
from api.workspace import open_workspace
from kg.errors import UsageError


@click.command("serve", cls=ChineseCommand, help="启动网页和接口服务，默认只在本机可见。")
@click.option("--host", metavar="地址", help=HELP["host"])
@click.option("--port", type=int, metavar="端口", help=HELP["port"])
@click.option("--workers", type=click.IntRange(1, 64), metavar="个数", help=HELP["workers"])
def command(host: str | None, port: int | None, workers: int | None) -> None:
    """Serve until interrupted."""
    from api.database import database_url
    from api.security import Doors, is_loopback
    from consultation.database import open_database

    settings = load_settings(host=host, port=port, workers=workers)
    workspace = open_workspace()
    refuse_unshared(settings)
    single = not Doors(open_database(database_url(settings, workspace))).guarded()
    if single and not is_loopback(settings.host):
        raise UsageError(f"未配置用户，不能监听 {settings.host}。请改用 127.0.0.1，或先用 huishang user add 建立用户。")
    click.echo(f"工作区：{workspace.root}" + ("（单用户，仅本机可访问）" if single else ""))
    click.echo(f"请在浏览器打开 http://{settings.host}:{settings.port}/ ，按 Ctrl+C 停止。")
    run(settings)


def refuse_unshared(settings: Settings) -> None:
    """Raise UsageError where several processes would have to share what only one may write."""
    shared = settings.database.startswith("postgresql") and settings.store.startswith(("http://", "https://"))
    if settings.workers > 1 and not shared:
        raise UsageError(
            "多进程服务须用 HUISHANG_DATABASE 指定 PostgreSQL 数据库，用 HUISHANG_STORE 指定 SPARQL 服务的网址。"
            "请补充设置，或改用一个进程。"
        )


def run(settings: Settings) -> None:
    """uvicorn, in this process or with several workers that add up their figures in a folder."""
    import uvicorn

    os.environ |= {"HUISHANG_HOST": settings.host, "HUISHANG_PORT": str(settings.port)}
    with tempfile.TemporaryDirectory(prefix="huishang-metrics-") as figures:
        if settings.workers > 1:
            os.environ["PROMETHEUS_MULTIPROC_DIR"] = figures
        uvicorn.run(
            "api.app:from_environment",
            factory=True,
            host=settings.host,
            port=settings.port,
            workers=settings.workers,
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_keep_alive=60,  # a client that stalls under load shall not find its connection closed
            timeout_graceful_shutdown=10,
        )
