"""Documents that amend others, as edges of the network of acts."""

from __future__ import annotations

from datetime import date

import pytest

from api.reading import read_source
from ingest.readers.source import open_bytes
from kg.coverage import build_index
from kg.model import Corpus
from kg.network import AMENDS, act_network
from ontology.vocabulary import load_vocabulary

LAW = ("法.txt", "临时救助工作规定\n第一条　为规范临时救助，制定本规定。")
TITLES = {
    "关于修改《临时救助工作规定》的决定": ["法.txt"],
    "关于修改〈临时救助工作规定〉等三件规章的决定": ["法.txt"],
    "关于修改《住房保障条例》的决定": ["住房保障条例"],
    "关于贯彻《临时救助工作规定》的通知": [],
    "临时救助实施细则": [],
}


@pytest.mark.parametrize(("title", "amended"), TITLES.items())
def test_what_a_title_says_it_amends(title, amended):
    vocabulary = load_vocabulary()
    texts = (LAW, ("决定.txt", f"{title}\n第一条　将有关条款修改。"))
    readings = tuple(read_source(open_bytes(n, t.encode()), vocabulary) for n, t in texts)
    network = act_network(build_index(Corpus(readings), None, vocabulary, date(2026, 1, 1), None))
    assert [b for _, b, key in network.out_edges("决定.txt", keys=True) if key == AMENDS] == amended
