"""`huishang serve`: pages and API."""

from __future__ import annotations

import click

from api.chinese import ChineseCommand
from api.settings import HELP, load_settings
from api.workspace import open_workspace
from kg.errors import UsageError


@click.command("serve", cls=ChineseCommand, help="启动网页和接口服务，默认只在本机可见。")
@click.option("--host", metavar="地址", help=HELP["host"])
@click.option("--port", type=int, metavar="端口", help=HELP["port"])
def command(host: str | None, port: int | None) -> None:
    """Serve until interrupted."""
    import uvicorn

    from api.app import create_app, has_users
    from api.security import is_loopback

    settings = load_settings(host=host, port=port)
    workspace = open_workspace()
    app = create_app(settings, workspace)
    single = not has_users(app.state.engine)
    if single and not is_loopback(settings.host):
        raise UsageError(f"未配置用户，不能监听 {settings.host}。请改用 127.0.0.1，或先用 huishang user add 建立用户。")
    click.echo(f"工作区：{workspace.root}" + ("（单用户，仅本机可访问）" if single else ""))
    click.echo(f"请在浏览器打开 http://{settings.host}:{settings.port}/ ，按 Ctrl+C 停止。")
    uvicorn.run(app, host=settings.host, port=settings.port, log_level="warning")
