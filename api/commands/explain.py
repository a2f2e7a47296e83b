"""`huishang explain`: why a finding is one, and the stored queries that show it in the graph."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from api.chinese import ChineseCommand
from api.commands.terminal import say
from checks.explain import questions, rationale
from kg.errors import UsageError


@click.command("explain", cls=ChineseCommand, help="说明一条发现：依据、比较结果和可以重现它的 SPARQL 查询。")
@click.argument("finding", metavar="编号")
@click.argument("report", type=click.Path(path_type=Path), metavar="报告")
def command(finding: str, report: Path) -> None:
    """Explain one finding of a report printed by check or audit --format json."""
    found = find_in(report, finding)
    say(f"{found['code']}　{found['message']}")
    say(f"依据：{rationale(found)}")
    for slot in (*found["same"], *found["differs"]):
        say(f"  {slot['slot']}：{slot.get('value') or '{} / {}'.format(slot.get('a') or '—', slot.get('b') or '—')}")
    for place in found["evidence"]:
        say(f"  {place['document']}　{place['locator']}：{place['quote']}")
    say(f"建议：{found['suggestion']}")
    for question in questions(found):
        say(f"\n# {question.title}\n{question.sparql}")


def find_in(report: Path, finding: str) -> dict[str, Any]:
    """The finding of a saved report whose id begins with `finding`; UsageError where none or several do."""
    try:
        listed = json.loads(report.read_text(encoding="utf-8"))["findings"]
        found = [f for f in listed if str(f["id"]).startswith(finding)]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{report.name}不是检查输出的 JSON 报告。请先用 check --format json 保存报告。") from error
    if len(found) != 1:
        said = "没有" if not found else "不止一条"
        raise UsageError(f"{report.name}中{said}编号以 {finding} 开头的发现。请核对编号。")
    return dict(found[0])
