"""What a cell of the coverage matrix says, and why."""

from __future__ import annotations

from datetime import date

import pytest

from api.matrix import branches, build_matrix
from api.reading import read_source
from ingest.readers.source import open_bytes
from kg.coverage import build_index
from kg.model import Corpus
from ontology.vocabulary import load_vocabulary

CELLS = {
    "one lead, named": ("县医疗保障局负责低保对象医疗救助的组织实施。", "certain"),
    "only an umbrella word": (
        "县医疗保障局负责困难群众医疗救助的组织实施。\n第二条　县财政局参与低保对象最低生活保障政策制定。",
        "possible",
    ),
    "two leads, named": (
        "县医疗保障局负责低保对象医疗救助的组织实施。\n第二条　县民政局负责低保对象医疗救助的组织实施。",
        "several",
    ),
    "lead and helper": (
        "县医疗保障局负责低保对象医疗救助的组织实施。\n第二条　县民政局协助做好低保对象医疗救助工作。",
        "certain",
    ),
    "different work": (
        "县医疗保障局负责低保对象医疗救助的组织实施。\n第二条　县财政局负责低保对象医疗救助资金的预算安排。",
        "certain",
    ),
    "people named where the document defines the aid": (
        "医疗救助的对象为低保对象。\n第二条　县医疗保障局负责医疗救助的组织实施。",
        "certain",
    ),
    "people defined for another aid": (
        "取暖救助的对象为低保对象。\n第二条　县医疗保障局负责医疗救助的组织实施。\n"
        "第三条　县财政局参与低保对象医疗救助政策制定。",
        "uncovered",
    ),
    "nobody named": ("县民政局协助有关部门做好低保对象医疗救助工作。", "uncovered"),
}


@pytest.mark.parametrize(("text", "state"), CELLS.values(), ids=CELLS)
def test_states(text, state):
    vocabulary = load_vocabulary()
    source = open_bytes("a.txt", f"某县医疗救助分工\n第一条　{text}".encode())
    corpus = Corpus((read_source(source, vocabulary),))
    matrix = build_matrix(build_index(corpus, None, vocabulary, date(2026, 1, 1), None))
    group = "dibao" if "dibao" in matrix.groups else "hardship"
    assert matrix.cells[group, "medical"].state == state


COUNTY = (
    "奇台县医疗救助办法\n（奇政办规〔2024〕9号，奇台县人民政府办公室2024年3月1日印发）",
    "县民政局负责低保对象医疗救助的组织实施。",
)
OTHER = (
    "昌吉市医疗救助办法\n（昌市政办规〔2024〕9号，昌吉市人民政府办公室2024年3月1日印发）",
    "市医疗保障局负责低保对象医疗救助的组织实施。",
)
REGIONS = {
    "a county's own rule": ((COUNTY,), "652325", "certain"),
    "a rule of a place elsewhere": ((COUNTY, OTHER), "652325", "certain"),
    "rules of two places beside each other": ((COUNTY, OTHER), None, "certain"),
    "a rule of a place inside the region asked": ((COUNTY,), "652300", "possible"),
}


@pytest.mark.parametrize(("texts", "region", "state"), REGIONS.values(), ids=REGIONS)
def test_places(texts, region, state):
    vocabulary = load_vocabulary()
    sources = [open_bytes(f"{n}.txt", f"{t}\n第一条　{c}".encode()) for n, (t, c) in enumerate(texts)]
    corpus = Corpus(tuple(read_source(s, vocabulary) for s in sources))
    matrix = build_matrix(build_index(corpus, None, vocabulary, date(2026, 1, 1), region))
    assert matrix.cells["dibao", "medical"].state == state


def test_nothing_of_a_place_elsewhere_is_shown():
    vocabulary = load_vocabulary()
    source = open_bytes("a.txt", f"{COUNTY[0]}\n第一条　{COUNTY[1]}".encode())
    index = build_index(Corpus((read_source(source, vocabulary),)), None, vocabulary, date(2026, 1, 1), "310000")
    assert build_matrix(index).rows == ()


def test_terms_above_those_named_are_rows_too_in_the_order_of_the_tree():
    vocabulary = load_vocabulary()
    found = branches("group", {"orphan", "dibao"}, vocabulary)
    assert [(b.id, b.above, b.parent) for b in found] == [
        ("hardship", (), True),
        ("low-income", ("hardship",), True),
        ("dibao", ("hardship", "low-income"), False),
        ("minor", (), True),
        ("child-in-difficulty", ("minor",), True),
        ("orphan", ("minor", "child-in-difficulty"), False),
    ]
