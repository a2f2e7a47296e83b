"""`.huishang.toml`, several drafts at once, and watching."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from threading import Thread
from time import sleep

import pytest

from api.cli import main
from api.project import Project, find_project
from kg.errors import UsageError

EXAMPLES = Path(__file__).parents[2] / "examples"
DRAFTS = sorted((EXAMPLES / "drafts").glob("*.txt"))


def folder(tmp_path, text):
    (tmp_path / ".huishang.toml").write_text(text, encoding="utf-8")
    (tmp_path / "inner").mkdir()
    return tmp_path / "inner"


def test_settings_are_found_above_and_paths_are_relative_to_them(tmp_path):
    inner = folder(tmp_path, 'base = ["现行"]\nregion = "652325"\nat = 2026-08-01\nignore = ["OV"]\n')
    found = find_project(inner)
    assert found == Project((tmp_path / "现行",), "652325", date(2026, 8, 1), ("OV",))


def test_no_file_no_settings(tmp_path):
    assert find_project(tmp_path) == Project()


@pytest.mark.parametrize(("text", "word"), [("bas = []", "bas"), ("region = 65", "类型"), ("region = ", "格式有误")])
def test_a_file_that_makes_no_sense_is_named(tmp_path, text, word):
    with pytest.raises(UsageError, match=word):
        find_project(folder(tmp_path, text))


def run(capsys, *arguments):
    with pytest.raises(SystemExit) as stop:
        main([str(a) for a in arguments])
    return int(stop.value.code or 0), capsys.readouterr().out


def test_settings_stand_in_for_options(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(folder(tmp_path, f'base = ["{EXAMPLES / "in-force"}"]\nat = 2026-08-01\nselect = ["GP07"]\n'))
    _, out = run(capsys, "check", DRAFTS[0], "--format", "json")
    report = json.loads(out)
    assert report["counts"]["base_documents"] == 5
    assert {f["code"] for f in report["findings"]} <= {"GP07"}


def test_several_drafts_give_an_array_and_a_summary(capsys):
    _, out = run(capsys, "check", *DRAFTS, "--base", EXAMPLES / "in-force", "--format", "json")
    assert len(json.loads(out)) == len(DRAFTS)
    _, out = run(capsys, "check", *DRAFTS, "--base", EXAMPLES / "in-force")
    assert out.count("：共 ") == len(DRAFTS)


def test_a_draft_saved_in_an_editor_is_checked_again(tmp_path):
    draft = tmp_path / "草案.txt"
    draft.write_text("第一条　县民政局负责临时救助工作。", encoding="utf-8")
    command = [sys.executable, "-c", "from api.cli import main; main()", "watch", str(draft), "--times", "1"]
    environment = {**os.environ, "PYTHONPATH": str(EXAMPLES.parent), "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"}
    base = ["--base", str(EXAMPLES / "in-force"), "--select", "CF05"]
    with subprocess.Popen([*command, *base], stdout=subprocess.PIPE, text=True, env=environment, cwd=tmp_path) as watch:
        saved = Thread(target=_save_until_it_ends, args=(draft, watch), daemon=True)
        saved.start()
        out, _ = watch.communicate(timeout=180)
    assert watch.returncode == 0
    assert out.count("—— 草案.txt") == 2


def _save_until_it_ends(draft, watch):
    """Save as editors do (a new file over the old one), again and again: nobody knows when watching has begun."""
    for number in range(600):
        if watch.poll() is not None:
            return
        new = draft.with_suffix(".new")
        new.write_text(f"第一条　县民政局负责临时救助工作。\n第二条　保存{number}次。", encoding="utf-8")
        new.replace(draft)
        sleep(0.5)


def test_a_saved_draft_prints_twice(tmp_path, capsys, monkeypatch):
    import watchfiles

    draft = tmp_path / "草案.txt"
    draft.write_text("第一条　县民政局负责临时救助工作。", encoding="utf-8")
    monkeypatch.setattr(watchfiles, "watch", lambda *_, **__: iter([{(1, str(draft))}]))
    _, out = run(capsys, "watch", draft, "--base", EXAMPLES / "in-force", "--times", "1")
    assert out.count("—— 草案.txt") == 2


@pytest.mark.parametrize(
    ("words", "found"), [("CF05,GP", True), ("CF05，GP03", True), ("CF99", False), ("CF05,冲突", False)]
)
def test_checks_are_selected_by_lists_of_names(tmp_path, capsys, words, found):
    draft = tmp_path / "草案.txt"
    draft.write_text("某县办法\n\n第一条　县民政局负责临时救助。\n", encoding="utf-8")
    status, _ = run(capsys, "check", draft, "--base", EXAMPLES / "in-force", "--select", words)
    assert (status == 2) is not found
