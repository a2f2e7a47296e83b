"""click with Chinese help and Chinese usage errors: the words around our own sentences."""

from __future__ import annotations

from typing import Any

import click

USAGE_EXIT = 2


class ChineseHelp(click.Command):
    """A command whose help page speaks Chinese throughout."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """`用法：` line."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="用法：")

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Arguments, with the options shown as 选项."""
        return ["[选项]" if piece == "[OPTIONS]" else piece for piece in super().collect_usage_pieces(ctx)]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Options table under a Chinese heading; subcommands too for a group."""
        options = [p for p in self.get_params(ctx) if isinstance(p, click.Option)]
        rows = [row for p in options if (row := p.get_help_record(ctx)) is not None]
        if rows:
            with formatter.section("选项"):
                formatter.write_dl([(name, help_.replace("[required]", "【必填】")) for name, help_ in rows])
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help` with its own words."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "显示本说明并退出。"
        return option


class ChineseCommand(ChineseHelp):
    """A single command. `--base A B C` after the drafts means the same as `--base A --base B --base C`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Spread values behind a repeatable option that takes paths."""
        return super().parse_args(ctx, spread(args, {"--base"}) if _takes_base(self) else args)


class ChineseGroup(ChineseHelp, click.Group):
    """A group of commands."""

    command_class = ChineseCommand

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Groups end in `命令 [参数]`."""
        return ["[选项]", "命令", "[参数]…"]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Subcommands under a Chinese heading, in the order they were declared."""
        rows = []
        for name in self.list_commands(ctx):
            command = self.get_command(ctx, name)
            if command is not None and not command.hidden:
                rows.append((name, command.get_short_help_str(60)))
        with formatter.section("命令"):
            formatter.write_dl(rows)


def _takes_base(command: click.Command) -> bool:
    return any("--base" in p.opts for p in command.params)


def spread(args: list[str], options: set[str]) -> list[str]:
    """Repeat an option before each further plain value, once a positional came first."""
    out: list[str] = []
    current, positional, expects = None, False, False
    for arg in args:
        if arg.startswith("-") and arg != "-":
            current = arg if arg in options and positional else None
            expects = arg in options or _wants_value(arg)
            out.append(arg)
        elif expects:
            expects = False
            out.append(arg)
        elif current:
            out += [current, arg]
        else:
            positional = True
            out.append(arg)
    return out


def _wants_value(option: str) -> bool:
    return "=" not in option and option.startswith("--") and not option.startswith("--no-")


def usage_message(error: click.ClickException) -> str:
    """One Chinese sentence for a click error."""
    name = _parameter(error)
    if isinstance(error, click.NoSuchOption):
        return f"没有选项“{error.option_name}”。用 --help 查看可用选项。"
    if isinstance(error, click.MissingParameter):
        return f"缺少参数 {name}。用 --help 查看用法。"
    if isinstance(error, click.BadParameter):
        kind: Any = error.param.type if error.param else None
        if isinstance(kind, click.Choice):
            return f"参数 {name} 只能写：{'、'.join(map(str, kind.choices))}。"
        if "is not a valid integer" in error.message:
            return f"参数 {name} 应为整数。"
        return f"参数 {name} 的值不对：{error.message}"
    if isinstance(error, click.UsageError) and "No such command" in error.message:
        return "没有这个命令。用 huishang --help 查看全部命令。"
    if isinstance(error, click.UsageError) and "unexpected extra argument" in error.message:
        return "参数过多。用 --help 查看用法。"
    return error.format_message()


def _parameter(error: click.ClickException) -> str:
    parameter: Any = getattr(error, "param", None)
    if parameter is None:
        return ""
    return str(parameter.opts[-1] if isinstance(parameter, click.Option) else parameter.human_readable_name)
