"""`huishang check DRAFT... --base PATH...`: drafts against what is in force."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from api.chinese import ChineseCommand
from api.commands.options import base_option, emit, exit_status, printing, selecting, selection_of, when_where
from api.commands.terminal import progress, say, warn_failures
from api.export.annotate import write_commented
from api.export.formats import rendered_many
from api.export.report import summary_line
from api.nearby import Base, Neighbourhood, is_large
from api.pipeline import Report, check
from api.project import Project, find_project
from api.reading import read_source
from api.triage import topic_lines, triage
from api.workspace import base_corpus, find_workspace
from checks.runner import Selection
from ingest.readers.source import documents_in, open_source
from kg.errors import UsageError
from kg.model import Corpus
from kg.naming import cited
from ontology.vocabulary import load_vocabulary

ALONE = (
    "提示：这里没有工作区，也没有用 --base 指定现行文件，只审查草案自身。"
    "要与现行文件对照，请用 --base 指定，或先运行 huishang init 和 huishang add。"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What to check against: the command line first, then the project's file."""

    base: tuple[Path, ...]
    at: date | None
    region: str | None
    selection: Selection
    accept: bool = True  # tracked changes of a draft

    @classmethod
    def of(cls, project: Project, options: dict[str, Any]) -> Asked:
        """Take the shared options out of `options`."""
        base, at, region = (options.pop(name) for name in ("base", "at", "region"))
        select, ignore, severity = (options.pop(name) for name in ("select", "ignore", "severity"))
        selection = selection_of(
            select or project.select, ignore or project.ignore, severity if severity != "info" else project.severity
        )
        original = options.pop("original", False)
        return cls(base or project.base, at or project.at, region or project.region, selection, not original)

    def corpus(self) -> Base:
        """The documents in force; of a large workspace the index that finds those near a draft; else none at all."""
        workspace = None if self.base else find_workspace(Path.cwd().resolve())
        if not self.base and workspace is None:
            click.echo(ALONE, err=True)
            return Corpus()
        if workspace and is_large(workspace):
            return Neighbourhood(workspace, load_vocabulary())
        with progress("读取现行文件") as step:
            corpus = base_corpus(self.base, load_vocabulary(), step)
        warn_failures(corpus)
        return corpus

    def report(self, draft: Path, corpus: Base) -> Report:
        """One draft checked."""
        reading = read_source(open_source(draft, self.accept), load_vocabulary())
        if isinstance(corpus, Neighbourhood):
            corpus = corpus.corpus(reading, self.at or date.today(), self.region)
        return check(reading, corpus, self.at, self.region, self.selection)


@click.command("check", cls=ChineseCommand, help="对照现行文件审查草案，列出职责交叉、政策空白和冲突；可一次审查多份。")
@click.argument("drafts", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="草案…")
@base_option
@when_where
@selecting
@click.option("--docx", type=click.Path(path_type=Path), metavar="路径", help="把发现作为批注写入草案的 .docx 副本。")
@click.option(
    "--suggest", is_flag=True, help="与 --docx 同用：把能确定的改法作为修订写入副本，由起草人逐条接受或拒绝。"
)
@click.option("--original", is_flag=True, help="Word 草案带修订的，按修订前的文字审查；不写则按接受修订后的文字。")
@click.option("--waivers", type=click.Path(path_type=Path), metavar="路径", help="豁免文件（TOML）。")
@click.option("--new-since", type=click.Path(path_type=Path), metavar="报告.json", help="只列上次报告之后新出现的。")
@click.option("--topics", "by_topic", is_flag=True, help="把发现归并成议题列出。")
@printing
def command(
    drafts: tuple[Path, ...],
    docx: Path | None,
    suggest: bool,
    waivers: Path | None,
    new_since: Path | None,
    by_topic: bool,
    form: str,
    output: Path | None,
    xlsx: Path | None,
    **options: Any,
) -> int:
    """Check drafts; status 1 when something grave was found in any."""
    if docx is not None and options["original"]:
        raise UsageError("--docx 与 --original 不能同用：批注写在接受修订后的文字上。请去掉其中一个。")
    project = find_project(Path.cwd())
    asked = Asked.of(project, options)
    corpus = asked.corpus()
    files = documents_in(list(drafts))
    triaged = [triage(asked.report(d, corpus), waivers or project.waivers, new_since) for d in files]
    reports = [t.report for t in triaged]
    for note in (n for t in triaged for n in t.notes):
        click.echo(f"提示：{note}", err=True)
    if docx is not None:
        for draft, report in zip(files, reports, strict=True):
            write_commented(draft, docx / draft.name if docx.is_dir() else docx, report, suggest)
    if by_topic:
        for line in (x for r in reports for x in topic_lines(r)):
            say(line)
    elif len(reports) == 1:
        emit(reports[0], form, output, xlsx)
    else:
        _emit_all(reports, form, output)
    return max(map(exit_status, reports))


def _emit_all(reports: list[Report], form: str, output: Path | None) -> None:
    text = rendered_many(reports, form)
    if output is not None:
        output.write_text(text, encoding="utf-8")
    else:
        say(text)
    if form == "text":
        say("\n各草案合计：")
        for report in reports:
            assert report.draft is not None
            say(f"  {cited(report.draft.document)}：{summary_line(report)}")
