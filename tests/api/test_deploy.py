"""What examples/deploy starts is what the program has: commands, options, settings, paths."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import fields
from pathlib import Path

import click
import pytest

from api.cli import COMMANDS, root
from api.settings import HELP, Settings, load_settings

DEPLOY = Path(__file__).parents[2] / "examples" / "deploy"
FILES = sorted(p for p in DEPLOY.iterdir() if p.is_file())
NAMES = {f"HUISHANG_{f.name.upper()}" for f in fields(Settings)}


def lines(path):
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_every_setting_named_is_one(path):
    assert set(re.findall(r"HUISHANG_[A-Z_]+", lines(path))) <= NAMES


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_every_command_named_is_one(path):
    named = re.findall(r"huishang (init|user|serve|rebuild|[a-z]+ [A-Z/])", lines(path))
    assert {words.split()[0] for words in named} <= set(COMMANDS)


def test_both_start_the_server_with_options_it_has():
    served = root.get_command(click.Context(root), "serve")
    options = {o for p in served.params for o in p.opts}
    for path in (DEPLOY / "huishang.service", DEPLOY / "Containerfile"):
        assert "serve" in lines(path)
        assert set(re.findall(r"serve.*?(--[a-z-]+)", lines(path))) <= options


def test_every_setting_is_explained_and_read_from_the_environment(monkeypatch):
    assert set(HELP) == {f.name for f in fields(Settings)}
    monkeypatch.setenv("HUISHANG_WORKERS", "3")
    monkeypatch.setenv("HUISHANG_STORE", "http://127.0.0.1:7878/query")
    assert (load_settings().workers, load_settings().store) == (3, "http://127.0.0.1:7878/query")


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
@pytest.mark.parametrize("unit", sorted(DEPLOY.glob("*.service")), ids=lambda p: p.name)
def test_systemd_takes_the_unit(unit, tmp_path):
    local = tmp_path / unit.name
    local.write_text(re.sub(r"ExecStart=\S+", "ExecStart=/bin/true", lines(unit)))
    found = subprocess.run(["systemd-analyze", "verify", local], capture_output=True, text=True, check=False)
    assert unit.name not in found.stderr, found.stderr
