"""`huishang user`: who may log in."""

from __future__ import annotations

from datetime import UTC, datetime

import click
from sqlalchemy import Engine

from api.chinese import ChineseCommand, ChineseGroup
from api.commands.records import agency_id
from api.commands.terminal import say
from api.database import database_url
from api.settings import load_settings
from api.workspace import open_workspace
from consultation import people
from consultation.database import open_database, transaction
from consultation.people import ROLE_WORDS, UserRole


@click.group("user", cls=ChineseGroup, help="管理可以登录的用户。")
def command() -> None:
    """Users of the workspace."""


@command.command("add", cls=ChineseCommand, help="建立用户；密码在提示后输入。")
@click.argument("name", metavar="用户名")
@click.option("--role", type=click.Choice([r.value for r in UserRole]), required=True, help="角色。")
@click.option("--agency", default="", metavar="部门", help="所代表的部门，编号或者名称。")
@click.password_option(prompt="密码", confirmation_prompt="再次输入密码", help="密码；不写则在提示后输入。")
def add(name: str, role: str, agency: str, password: str) -> None:
    """A new user."""
    unit = agency_id(agency) if agency else ""
    with transaction(_engine()) as session:
        made = people.add_user(
            session, name=name, password=password, role=UserRole(role), agency=unit, at=datetime.now(UTC)
        )
    say(f"已建立用户：{made.name}（{ROLE_WORDS[made.role]}）")


@command.command("password", cls=ChineseCommand, help="重设用户的密码；新密码在提示后输入，其登录随即失效。")
@click.argument("name", metavar="用户名")
@click.password_option(prompt="新密码", confirmation_prompt="再次输入新密码", help="新密码；不写则在提示后输入。")
def set_password(name: str, password: str) -> None:
    """For somebody who forgot his own."""
    with transaction(_engine()) as session:
        people.set_password(session, name, password)
    say(f"已重设密码：{name}")


@command.command("list", cls=ChineseCommand, help="列出用户。")
def list_users() -> None:
    """Active users."""
    with transaction(_engine()) as session:
        for user in people.users(session):
            say(f"{user.name}　{ROLE_WORDS[user.role]}　{user.agency}")


@command.command("remove", cls=ChineseCommand, help="停用用户；其处理过的记录保留。")
@click.argument("name", metavar="用户名")
def remove(name: str) -> None:
    """The user can no longer log in."""
    with transaction(_engine()) as session:
        people.deactivate(session, name)
    say(f"已停用用户：{name}")


def _engine() -> Engine:
    return open_database(database_url(load_settings(), open_workspace()))
