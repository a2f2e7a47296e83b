"""What the READMEs say is what the program says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from api.cli import COMMANDS, main
from checks.registry import all_checks

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CHINESE = (ROOT / "README.zh-CN.md").read_text(encoding="utf-8")


def test_the_list_of_checks_is_the_one_the_command_prints(capsys):
    with pytest.raises(SystemExit):
        main(["checks", "--markdown"])
    assert capsys.readouterr().out.strip() in README


def test_every_check_has_a_table_and_every_table_a_check():
    tables = {p.stem for p in (ROOT / "tests" / "checks").glob("[A-Z][A-Z][0-9][0-9].yaml")}
    assert tables == {c.code for c in all_checks()}


@pytest.mark.parametrize("text", [README, CHINESE], ids=["English", "Chinese"])
def test_every_command_named_exists(text):
    named = set(re.findall(r"huishang ([a-z]+)", text))
    assert named
    assert named <= set(COMMANDS) | {"is"}


def test_every_path_named_exists():
    for path in re.findall(r"`((?:ontology|ingest|kg|checks|consultation|api|bench|examples|tests)/[\w./-]*)`", README):
        if "<" not in path:
            assert (ROOT / path).exists(), path
