"""`huishang serve`: pages and API."""

from __future__ import annotations

import ipaddress

import click

from api.chinese import ChineseCommand
from api.settings import HELP, load_settings
from api.workspace import Workspace, open_workspace
from kg.errors import UsageError


@click.command("serve", cls=ChineseCommand, help="启动网页和接口服务，默认只在本机可见。")
@click.option("--host", metavar="地址", help=HELP["host"])
@click.option("--port", type=int, metavar="端口", help=HELP["port"])
def command(host: str | None, port: int | None) -> None:
    """Serve until interrupted."""
    import uvicorn

    from api.app import create_app

    settings = load_settings(host=host, port=port)
    if not is_loopback(settings.host):
        raise UsageError(f"未配置用户，不能监听 {settings.host}。请改用 127.0.0.1，或先建立用户。")
    workspace = Workspace(settings.workspace) if settings.workspace else open_workspace()
    click.echo(f"工作区：{workspace.root}（单用户，仅本机可访问）")
    click.echo(f"请在浏览器打开 http://{settings.host}:{settings.port}/ ，按 Ctrl+C 停止。")
    uvicorn.run(create_app(settings, workspace), host=settings.host, port=settings.port, log_level="warning")


def is_loopback(host: str) -> bool:
    """Whether `host` is this machine only."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
