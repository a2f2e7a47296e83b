"""`huishang`: the command line. Commands live in `api/commands`, one file each, imported when called.

Exit status: 0 done (for checks: no error), 1 findings of severity error, 2 the command could not do its work.
"""

from __future__ import annotations

import sys
from importlib import import_module

import click

from api.chinese import USAGE_EXIT, ChineseGroup, ChineseHelp, usage_message
from kg.errors import PolicyError

COMMANDS = {
    "init": "建立工作区",
    "add": "把文件加入工作区",
    "withdraw": "把一份文件移出工作区",
    "extract": "读出文件中的职责与规定",
    "check": "对照现行文件审查草案",
    "watch": "草案保存后自动重新审查",
    "audit": "检查现行文件之间的交叉、空白和冲突",
    "explain": "说明一条发现的依据和重现它的查询",
    "diff": "按条款对比两个版本",
    "coverage": "查询哪个部门以什么角色为哪类对象提供什么救助",
    "parameters": "列出现行文件规定的数量标准",
    "query": "用 SPARQL 查询图谱",
    "export": "导出图谱",
    "rebuild": "由原件重建图谱",
    "eval": "用标注文件评测读取效果",
    "backup": "备份工作区",
    "restore": "由备份恢复工作区",
    "checks": "列出全部检查项",
    "desk": "办公室待办：今天、本周、逾期",
    "case": "政策会商：立项、征求意见、协商、议定",
    "meeting": "联席会议：议题、通知、召开、纪要",
    "liaison": "联络工作：联络员名册",
    "report": "信息报送：季度情况和重大情况",
    "bulletin": "编印工作简报",
    "ontology": "核对词表",
    "user": "管理可以登录的用户",
    "serve": "启动网页和接口服务",
}


class LazyGroup(ChineseGroup):
    """Imports a command only when it is called: start-up stays short."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order of the main job."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, from its file."""
        if cmd_name not in COMMANDS:
            return None
        return getattr(import_module(f"api.commands.{cmd_name}"), "command")  # type: ignore[no-any-return]  # noqa: B009

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list without importing anything."""
        with formatter.section("命令"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, help="会商：读取社会救助职责与政策草案，找出职责交叉、政策盲区和政策冲突，并送入会商流程。")
@click.version_option(package_name="huishang", prog_name="huishang", message="%(prog)s %(version)s", help="显示版本。")
def root() -> None:
    """Root of all commands."""


def main(arguments: list[str] | None = None) -> None:
    """Run one command; errors become one Chinese sentence on standard error and status 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    try:
        status = root.main(arguments, prog_name="huishang", standalone_mode=False)
    except (PolicyError, click.ClickException) as error:
        message = usage_message(error) if isinstance(error, click.ClickException) else str(error)
        click.echo(f"错误：{message}", err=True)
        sys.exit(USAGE_EXIT)
    except (click.Abort, KeyboardInterrupt):
        click.echo("已中断。", err=True)
        sys.exit(USAGE_EXIT)
    except BrokenPipeError:
        sys.exit(0)
    sys.exit(status if isinstance(status, int) else 0)


__all__ = ["ChineseHelp", "main", "root"]

if __name__ == "__main__":
    main()
