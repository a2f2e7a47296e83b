"""Waivers, comparison with an earlier run, and topics."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from checks.base import Finding
from checks.baseline import Former, compare, read_former
from checks.registry import check_by_code
from checks.render import finding_dict
from checks.runner import run_checks
from checks.topics import topics
from checks.waivers import Waiver, apply_waivers, read_waivers
from kg.errors import UsageError
from ontology.vocabulary import load_vocabulary
from tests.builders import Sketch, build, provision

START = '[[waiver]]\nfinding = "0a"\nreason = "过渡期"\nwho = "张某"\n'
TODAY = date(2025, 6, 1)


def findings(*sketches: Sketch) -> tuple[Finding, ...]:
    check = check_by_code("OV01")
    assert check
    return run_checks(build(sketches), [check]).findings


TWO = (provision("a"), provision("b", agency="hrss"))


def waiver(finding: str, until: date = date(2025, 12, 31)) -> Waiver:
    return Waiver(finding, "过渡期内并行", "领导小组办公室", until)


def test_a_waiver_sets_its_finding_aside() -> None:
    found = findings(*TWO)
    sorted_out = apply_waivers(found, [waiver(found[0].id)], TODAY)
    assert (sorted_out.open, len(sorted_out.aside), sorted_out.stale) == ((), 1, ())


def test_the_finding_shows_again_when_a_clause_changes() -> None:
    before = findings(*TWO)
    after = findings(provision("a", text="民政部门负责低保的组织实施和日常管理。"), TWO[1])
    sorted_out = apply_waivers(after, [waiver(before[0].id)], TODAY)
    assert len(sorted_out.open) == 1
    assert "修改" in sorted_out.stale[0][1]


def test_the_finding_shows_again_after_the_last_day() -> None:
    found = findings(*TWO)
    assert apply_waivers(found, [waiver(found[0].id, TODAY)], TODAY).open == ()
    late = apply_waivers(found, [waiver(found[0].id, date(2025, 5, 31))], TODAY)
    assert len(late.open) == 1
    assert "有效期" in late.stale[0][1]


def test_waivers_are_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "waivers.toml"
    path.write_text(f"{START}until = 2025-12-31\n", encoding="utf-8")
    assert read_waivers(path) == (Waiver("0a", "过渡期", "张某", date(2025, 12, 31)),)


@pytest.mark.parametrize("text", ["不是", START, "[[waiver]]\nuntil = 2025-12-31\n"])
def test_a_broken_waiver_file_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "waivers.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match="豁免"):
        read_waivers(path)


def test_only_new_findings_are_new(tmp_path: Path) -> None:
    before = findings(*TWO)
    report = tmp_path / "run.json"
    report.write_text(json.dumps({"findings": [finding_dict(f) for f in before]}), encoding="utf-8")
    now = findings(*TWO, provision("c", aid="temporary"), provision("d", aid="temporary", agency="hrss"))
    told = compare(now, read_former(report))
    assert (len(told.new), [f.id for f in told.known], told.gone) == (1, [before[0].id], ())
    assert compare((), read_former(report)).gone == (Former(before[0].id, "OV01", before[0].hit.message),)


def test_another_file_is_no_baseline(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text("[]", encoding="utf-8")
    with pytest.raises(UsageError, match="JSON"):
        read_former(path)


def test_findings_about_one_aid_and_one_body_are_one_topic() -> None:
    found = findings(
        *TWO,
        provision("c", agency="health", text="卫生健康部门负责低保的组织实施。"),
        provision("d", aid="temporary", agency="emergency"),
        provision("e", aid="temporary", agency="education"),
    )
    grouped = topics(found, load_vocabulary())
    assert sorted(len(t.findings) for t in grouped) == [1, 3]
    assert "最低生活保障" in max(grouped, key=lambda t: len(t.findings)).name
