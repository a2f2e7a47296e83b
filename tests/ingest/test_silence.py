"""The report of silence: modal sentences without a provision, and nothing else."""

from __future__ import annotations

import pytest

from ingest.silence import silent
from ingest.structure import parse_structure
from kg.enums import Modality
from kg.model import ClauseId, Provision, ProvisionId, Quote

TEXT = "甲办法\n\n第一条　民政局应当救助。财政局应当拨款；不得挪用。\n（一）负责登记；\n（二）材料齐全。\n"


def provision(words: str, functions: tuple[str, ...] = ("implement",)) -> Provision:
    start = TEXT.index(words)
    quote = Quote("a.txt", start, start + len(words), words)
    return Provision(ProvisionId(words), "a.txt", ClauseId(""), "", quote, Modality.OBLIGATION, functions=functions)


@pytest.mark.parametrize(
    ("read", "left"),
    [
        ([], ["第一条　民政局应当救助。", "财政局应当拨款；", "不得挪用。", "（一）负责登记；"]),
        (["民政局应当救助", "负责登记"], ["财政局应当拨款；", "不得挪用。"]),
        (["财政局应当拨款；不得挪用"], ["第一条　民政局应当救助。", "（一）负责登记；"]),
        (["民政局应当救助", "财政局应当拨款；不得挪用", "负责登记"], []),
    ],
)
def test_modal_sentences_without_a_provision(read: list[str], left: list[str]) -> None:
    clauses = parse_structure("a.txt", TEXT)
    assert [q.text for q in silent(TEXT, clauses, [provision(w) for w in read])] == left


def test_a_provision_without_a_single_fact_says_nothing() -> None:
    clauses = parse_structure("a.txt", TEXT)
    found = silent(TEXT, clauses, [provision("民政局应当救助", functions=())])
    assert found[0].text == "第一条　民政局应当救助。"
