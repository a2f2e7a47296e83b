"""The command line as a user meets it: output, exit statuses, one clear sentence for bad input."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from api.chinese import spread
from api.cli import COMMANDS, main
from kg.stored import stored_query

EXAMPLES = Path(__file__).parents[2] / "examples"
DRAFT = next((EXAMPLES / "drafts").glob("草案一*.txt"))


@pytest.fixture
def run(capsys):
    def call(*arguments: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as stop:
            main([str(a) for a in arguments])
        out, err = capsys.readouterr()
        return int(stop.value.code or 0), out, err

    return call


def test_help_speaks_chinese_and_lists_every_command(run):
    status, out, _ = run("--help")
    assert status == 0
    assert "用法：" in out
    assert all(name in out for name in COMMANDS)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_each_command_explains_itself(run, name):
    status, out, _ = run(name, "--help")
    assert status == 0
    assert "Usage" not in out
    assert "Options" not in out


def test_extract_prints_a_row_a_provision_with_exact_offsets(run):
    status, out, _ = run("extract", DRAFT, "--format", "jsonl")
    text = DRAFT.read_text(encoding="utf-8")
    rows = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert len(rows) > 15
    assert all(text[r["start"] : r["end"]] == r["quote"] for r in rows)
    assert len({r["provision"] for r in rows}) == len(rows)


def test_a_draft_with_nothing_to_check_against_is_checked_alone(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("HUISHANG_HOME", raising=False)
    status, out, err = run("check", DRAFT, "--format", "json")
    report = json.loads(out)
    assert "只审查草案自身" in err
    assert report["counts"]["base_documents"] == 0
    assert status == 1 and {e["side"] for f in report["findings"] for e in f["evidence"]} == {"draft"}


def test_coverage_is_a_table_for_spreadsheets_too(run, tmp_path):
    book = tmp_path / "职责.xlsx"
    ask = ("coverage", "--aid", "临时救助", "--base", EXAMPLES / "in-force", "--at", "2026-08-01", "--xlsx", book)
    rows = list(csv.DictReader(StringIO(run(*ask, "--format", "csv")[1])))
    assert load_workbook(book)["职责"].max_row == len(rows) + 1 > 3
    assert {"临时救助"} <= {r["救助"] for r in rows}


def test_every_quantity_in_force_is_listed_by_kind(run, tmp_path):
    book = tmp_path / "数量.xlsx"
    ask = ("parameters", "--base", EXAMPLES / "in-force", "--at", "2026-08-01")
    found = json.loads(run(*ask, "--format", "json")[1])
    limits = json.loads(run(*ask, "--format", "json", "--kind", "time-limit")[1])
    assert 0 < len(limits) < len(found)
    assert limits == [q for q in found if q["kind"] == "time-limit"]
    for q in found:
        text = (EXAMPLES / "in-force" / q["document"]).read_text(encoding="utf-8")
        assert text[q["start"] : q["end"]] == q["quote"]
    rows = list(csv.DictReader(StringIO(run(*ask, "--format", "csv", "--xlsx", book)[1])))
    assert len(rows) == len(found) == load_workbook(book)["数量标准"].max_row - 1
    assert run(*ask)[1].endswith(f"共 {len(found)} 项，来自 {len({q['document'] for q in found})} 份文件。\n")


def test_quantities_of_an_aid_take_its_kinds_along_and_no_others(run):
    ask = ("parameters", "--base", EXAMPLES / "in-force", "--at", "2026-08-01", "--format", "json")
    found = json.loads(run(*ask, "--aid", "医疗救助")[1])
    assert all(any(a.startswith(("medical", "emergency")) for a in q["aid"]) for q in found)


def test_nothing_is_in_force_long_ago(run):
    status, out, _ = run("parameters", "--base", EXAMPLES / "in-force", "--at", "1990-01-01")
    assert (status, out) == (0, "共 0 项，来自 0 份文件。\n")


def test_check_prints_the_contract_object(run):
    status, out, _ = run("check", DRAFT, "--base", EXAMPLES / "in-force", "--at", "2026-08-01", "--format", "json")
    report = json.loads(out)
    assert status in (0, 1)
    assert set(report) == {"document", "counts", "findings"}
    assert report["counts"]["base_documents"] == 5


def test_several_paths_may_follow_one_base(run):
    files = sorted((EXAMPLES / "in-force").iterdir())[:3]
    _, out, _ = run("check", DRAFT, "--base", *files, "--format", "json")
    assert json.loads(out)["counts"]["base_documents"] == 3


def test_a_draft_that_lies_in_the_base_is_not_compared_with_itself(run):
    _, out, _ = run("check", DRAFT, "--base", DRAFT, "--format", "json")
    assert json.loads(out)["counts"]["base_documents"] == 0


BAD = {
    "empty": (b"", "空"),
    "random bytes": (bytes([0x81, 0xFF, 0x00, 0xFE, 0xFF, 0xFF] * 50), "编码"),
}


@pytest.mark.parametrize(("data", "word"), BAD.values(), ids=BAD)
def test_bad_bytes_give_one_sentence_and_status_two(run, tmp_path, data, word):
    file = tmp_path / "坏文件.txt"
    file.write_bytes(data)
    status, out, err = run("extract", file)
    assert status == 2
    assert out == ""
    assert "坏文件.txt" in err
    assert word in err
    assert err.count("\n") == 1


def test_a_folder_without_documents_and_a_missing_path_are_refused(run, tmp_path):
    assert run("check", DRAFT, "--base", tmp_path)[0] == 2
    assert "找不到" in run("extract", tmp_path / "没有.txt")[2]


def test_gb18030_is_read(run, tmp_path):
    file = tmp_path / "国标.txt"
    file.write_bytes("第一条　县民政局负责临时救助工作。".encode("gb18030"))
    status, out, _ = run("extract", file, "--format", "jsonl")
    assert status == 0
    assert "县民政局负责临时救助工作" in out


def test_one_unreadable_base_document_does_not_end_the_run(run, tmp_path):
    (tmp_path / "空.txt").write_bytes(b"")
    (tmp_path / "好.txt").write_text("第一条　县财政局负责资金安排。", encoding="utf-8")
    status, out, err = run("check", DRAFT, "--base", tmp_path, "--format", "json")
    assert status in (0, 1)
    assert "空.txt" in err
    assert json.loads(out)["counts"]["base_documents"] == 1


def test_without_base_and_workspace_the_user_is_told_what_to_do(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    status, _, err = run("audit")
    assert status == 2
    assert "huishang init" in err


def test_a_bad_date_is_named(run):
    status, _, err = run("audit", "--base", EXAMPLES / "in-force", "--at", "明天")
    assert status == 2
    assert "明天" in err


SPREAD = {
    "values behind base": (["d", "--base", "a", "b"], ["d", "--base", "a", "--base", "b"]),
    "base first keeps the draft": (["--base", "a", "d"], ["--base", "a", "d"]),
    "other option ends it": (["d", "--base", "a", "--at", "x"], ["d", "--base", "a", "--at", "x"]),
}


@pytest.mark.parametrize(("given", "wanted"), SPREAD.values(), ids=SPREAD)
def test_spread(given, wanted):
    assert spread(given, {"--base"}) == wanted


def test_adding_leaves_a_graph_that_opens_at_once_and_a_question_may_need_a_choice(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run("init")
    run("add", EXAMPLES / "in-force")
    assert max((tmp_path / ".huishang" / "graph").glob("*.log")).stat().st_size < 10_000
    status, _, error = run("query", "--name", "two-leads")
    assert status == 2 and "--set aid=…" in error and "huishang ontology list aid" in error
    status, out, _ = run("ontology", "list", "aid")
    assert status == 0 and "medical　医疗救助" in out
    for name in ("medical", "医疗救助"):
        status, out, error = run("query", "--name", "who-covers", "--set", f"aid={name}")
        assert (status, error) == (0, "") and "医疗保障部门" in out
    status, _, error = run("query", "--name", "who-covers", "--set", "aid=火星")
    assert status == 2 and "没有“火星”" in error
    status, _, error = run("query", "--name", "citations", "--set", "aid=medical")
    assert status == 2 and "没有参数 aid" in error
    status, _, error = run("query", "--name", "open-cases")
    assert (status, error) == (0, "")
    status, _, error = run("query", "--name", "two-leads", "--set", "aid=medical")
    assert status == 0 and "上限" not in error


def test_a_question_that_reached_its_limit_says_so(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    asked = stored_query("duties")
    few = replace(asked, limit=2, text=asked.text.replace("LIMIT 3000", "LIMIT 2"))
    monkeypatch.setattr("api.commands.query.stored_query", lambda name: few)
    status, out, error = run("query", "--name", "duties", "--base", next((EXAMPLES / "in-force").iterdir()))
    assert status == 0 and len(out.splitlines()) == 3
    assert "已列到上限 2 行" in error


def test_a_user_speaks_for_an_agency_by_its_name_and_gets_a_new_password(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run("init")
    status, _, error = run("user", "add", "甲", "--role", "liaison", "--agency", "火星局", "--password", "x" * 12)
    assert status == 2 and "火星局" in error
    assert run("user", "add", "甲", "--role", "liaison", "--agency", "财政部门", "--password", "x" * 12)[0] == 0
    assert "finance" in run("user", "list")[1]
    assert run("user", "password", "甲", "--password", "y" * 12)[0] == 0
    status, _, error = run("user", "password", "乙", "--password", "y" * 12)
    assert status == 2 and "没有用户" in error
