"""What a cell of the coverage matrix says, and why."""

from __future__ import annotations

from datetime import date

import pytest

from api.matrix import build_matrix
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
