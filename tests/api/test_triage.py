"""Waivers, what is new since an earlier run, and topics, at the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from api.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples"
DRAFT = next((EXAMPLES / "drafts").glob("草案一*.txt"))
ASK = ("check", DRAFT, "--base", EXAMPLES / "in-force", "--at", "2026-08-01")


@pytest.fixture
def run(capsys):
    def call(*more):
        with pytest.raises(SystemExit) as stop:
            main([str(a) for a in (*ASK, *more)])
        out, err = capsys.readouterr()
        return int(stop.value.code or 0), out, err

    return call


def findings(run, *more):
    return json.loads(run(*more, "--format", "json")[1])["findings"]


def test_a_waived_finding_is_set_aside_and_a_stale_waiver_reported(run, tmp_path):
    first = findings(run)[0]["id"]
    entry = '[[waiver]]\nfinding = "{}"\nreason = "已会商"\nwho = "王某"\nuntil = 2099-01-01\n'
    file = tmp_path / "waivers.toml"
    file.write_text(entry.format(first) + entry.format("0000"), encoding="utf-8")
    assert first not in {f["id"] for f in findings(run, "--waivers", file)}
    assert "豁免已失效：0000" in run("--waivers", file)[2]
    results = json.loads(run("--waivers", file, "--format", "sarif")[1])["runs"][0]["results"]
    suppressed = [r["partialFingerprints"]["huishang/v1"] for r in results if "suppressions" in r]
    assert suppressed == [first]


def test_only_what_is_new_is_listed(run, tmp_path):
    report = tmp_path / "r.json"
    run("--format", "json", "--output", report)
    status, _, err = run("--new-since", report)
    assert findings(run, "--new-since", report) == []
    assert "新出现 0 条" in err
    assert status == 0


def test_topics_gather_every_finding(run):
    _, out, _ = run("--topics")
    assert out.count("\n    ") == len(findings(run))
    assert 1 < out.count("议题") <= len(findings(run))
