"""`huishang liaison`: who is the liaison officer of which member."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from api.chinese import ChineseCommand, ChineseGroup
from api.commands.records import acting, agency_id, output_option, records, today, words, write_letter
from api.commands.terminal import DAY, say
from api.consulting import members_of
from api.settings import load_settings
from consultation import liaison
from consultation.roster import export_roster, import_roster


@click.group("liaison", cls=ChineseGroup, help="联络工作：指定和调整联络员、名册、缺漏。")
def command() -> None:
    """Officers of the members."""


@command.command("appoint", cls=ChineseCommand, help="指定或者调整联络员。")
@click.option("--agency", required=True, metavar="部门", help="成员单位。")
@click.option("--name", required=True, metavar="姓名", help="联络员姓名。")
@click.option("--office", required=True, metavar="处室", help="负责的处（室）。")
@click.option("--post", required=True, metavar="职务", help="处级职务。")
@click.option("--phone", default="", metavar="电话", help="电话。")
@click.option("--since", type=DAY, metavar="日期", help="任职日期，默认今天。")
def appoint(agency: str, name: str, office: str, post: str, phone: str, since: date | None) -> None:
    """Appoint or change."""
    fields: dict[str, Any] = {"name": name, "office": office, "post": post, "phone": phone}
    with records() as session:
        liaison.appoint(session, agency=agency_id(agency), since=since or today(), **fields, **acting())
    say(f"已登记：{agency}　{name}")


@command.command("list", cls=ChineseCommand, help="列出当日在任的联络员和缺漏。")
@click.option("--at", "day", type=DAY, metavar="日期", help="哪一天，默认今天。")
def list_(day: date | None) -> None:
    """Officers in office, then what is missing."""
    names, members, when = words(), members_of(load_settings()), day or today()
    with records() as session:
        for agency in members:
            if officer := liaison.officer_on(session, agency, when):
                say(f"{names.name(agency)}　{officer.name}　{officer.office}{officer.post}　{officer.phone}")
        for lack in liaison.lacking(session, members, when):
            say(f"缺漏　{names.name(lack.agency)}：{lack.what}")


@command.command("export", cls=ChineseCommand, help="导出名册（.xlsx）。")
@output_option("联络员名册.xlsx")
def export(output: Path) -> None:
    """The roster."""
    with records() as session:
        write_letter(export_roster(session, members_of(load_settings()), words(), today()), output)


@command.command("import", cls=ChineseCommand, help="导入名册（.xlsx）；有一行不对就全部不导入。")
@click.argument("file", type=click.Path(path_type=Path, exists=True), metavar="名册.xlsx")
def import_(file: Path) -> None:
    """The roster, all or nothing."""
    with records() as session:
        touched = import_roster(session, file.read_bytes(), members_of(load_settings()), **acting())
    say(f"已导入，变动 {len(touched)} 家：{words().names(touched)}")
