"""What the runner promises: stable names, milder unknowns, counted zeros."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from checks.base import Check, Hit, Looked, Material, Outcome, Route, Severity, Skip, evidence
from checks.fingerprint import fingerprint, words
from checks.registry import ordered
from checks.render import finding_dict
from checks.runner import Selection, run_checks
from kg.coverage import CoverageIndex
from kg.enums import Verdict
from tests.builders import DRAFT, build, provision


def find(index: CoverageIndex) -> Iterator[Outcome]:
    yield Looked(cells=2, pairs=3)
    for each in index.provisions:
        if each.modality == "declaration":
            yield Skip("只是宣示")
            continue
        certain = Verdict.YES if each.groups else Verdict.UNKNOWN
        yield Hit((each.id,), "一句话", (evidence(index, each),), agencies=("finance", "unresolved"), certain=certain)


def a_check(code: str = "XX01", **facts: object) -> Check:
    kept = {"needs": (), **facts}
    return Check(
        code, f"overlap.{code}", "overlap", "lead", "试", Severity.ERROR, "", "改", Route.CONSULTATION, find, **kept
    )  # type: ignore[arg-type]


def test_unknown_is_milder_and_never_an_error() -> None:
    run = run_checks(build([provision("a"), provision("b", groups=[])]), [a_check()])
    assert [f.severity for f in run.findings] == [Severity.ERROR, Severity.WARNING]
    assert run.worst() is Severity.ERROR


def test_a_zero_says_what_was_looked_at() -> None:
    run = run_checks(build([provision("a", modality="declaration")]), [a_check()])
    assert (run.findings, run.cells, run.pairs, run.skipped) == ((), 2, 3, {"只是宣示": 1})


def test_a_check_without_material_is_named() -> None:
    run = run_checks(build([provision("a")]), [a_check(needs=(Material.DRAFT,)), a_check("XX02")])
    assert run.idle == {"XX01": "草案"}
    assert run.ran == ("XX02",)


def test_vague_bodies_are_not_invited() -> None:
    run = run_checks(build([provision("a")]), [a_check()])
    assert run.findings[0].participants == ("finance",)


@pytest.mark.parametrize(
    ("selection", "count"),
    [
        (Selection(), 1),
        (Selection(select=("XX",)), 1),
        (Selection(select=("overlap",)), 1),
        (Selection(select=("gap",)), 0),
        (Selection(ignore=("XX01",)), 0),
        (Selection(threshold=Severity.ERROR), 1),
    ],
)
def test_selection(selection: Selection, count: int) -> None:
    assert len(run_checks(build([provision("a")]), [a_check()], selection).findings) == count


def test_threshold_drops_what_is_milder() -> None:
    run = run_checks(build([provision("a", groups=[])]), [a_check()], Selection(threshold=Severity.ERROR))
    assert run.findings == ()


def test_the_name_of_a_finding_survives_edits_elsewhere_and_renumbering() -> None:
    def ids(*sketches: object) -> set[str]:
        index = build([provision("a", document=DRAFT, text="依照第三条，县民政局审批低保。"), *sketches])  # type: ignore[list-item]
        return {f.id for f in run_checks(index, [a_check()]).findings}

    alone = ids()
    assert alone < ids(provision("z", document=DRAFT))
    moved = build(
        [provision("z", document=DRAFT), provision("a", document=DRAFT, text="依照第四条，\n　县民政局审批低保。")]
    )
    assert alone < {f.id for f in run_checks(moved, [a_check()]).findings}


def test_the_name_changes_with_the_words() -> None:
    index = build([provision("a", document=DRAFT, text="县民政局审批低保。"), provision("b", document=DRAFT)])
    one, two = run_checks(index, [a_check()]).findings
    assert one.id != two.id
    assert one.id == fingerprint("XX01", one.hit) != fingerprint("XX02", one.hit)


def test_words_leave_out_what_moves() -> None:
    assert words("（三）依照第十二条第二款，\n　救助。") == words("（四） 依照第九条第一款，救助。")


def test_a_code_used_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="XX01"):
        ordered([a_check(), a_check()])


def test_the_rendered_finding_has_every_field_of_the_contract() -> None:
    made = finding_dict(run_checks(build([provision("a")]), [a_check()]).findings[0])
    contract = "id code family kind severity message evidence same differs agencies groups aid suggestion route"
    assert list(made) == [*contract.split(), "participants"]
    assert made["evidence"][0]["quote"].startswith("民政部门")
