"""`huishang eval`: right, missed and extra facts are counted as such."""

from __future__ import annotations

import json

import pytest

from api.evaluation import evaluate
from kg.errors import UsageError
from ontology.vocabulary import load_vocabulary

TEXT = "第一条　县民政局负责临时救助工作。\n第二条　县财政局负责资金安排。\n"
ROW = {"quote": "县民政局负责临时救助工作", "modality": "obligation", "actors": [["civil-affairs", "lead"]]}
SECOND = {"quote": "县财政局负责资金安排", "modality": "obligation", "actors": [["finance", "lead"]]}


def gold(tmp_path, *rows):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    lines = [json.dumps(r, ensure_ascii=False) for r in rows]
    (tmp_path / "a.gold.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return evaluate(tmp_path, load_vocabulary())


def test_everything_right(tmp_path):
    made = gold(tmp_path, {"kinds": ["actor", "modality"]}, ROW, SECOND)
    assert made.total().scores == (1.0, 1.0, 1.0)
    assert made.wrong == []
    assert made.rows == 2


def test_a_missed_and_an_extra_fact_are_both_listed(tmp_path):
    wrong = ROW | {"actors": [["police", "lead"]]}
    made = gold(tmp_path, {"kinds": ["actor"]}, wrong, SECOND)
    assert made.kinds["actor"].scores == (0.5, 0.5, 0.5)
    assert sorted(line.split("\t")[1] for line in made.wrong) == ["多出", "遗漏"]


def test_regions_leave_the_rest_out(tmp_path):
    limits = {"kinds": ["actor"], "regions": [["第一条", "救助工作。"]]}
    assert gold(tmp_path, limits, ROW).kinds["actor"].all_p == 1


def test_a_quote_that_is_not_there_is_named(tmp_path):
    with pytest.raises(UsageError, match="找不到"):
        gold(tmp_path, ROW | {"quote": "没有这句"})


def test_a_folder_without_annotation_is_named(tmp_path):
    with pytest.raises(UsageError, match="没有标注"):
        evaluate(tmp_path, load_vocabulary())
