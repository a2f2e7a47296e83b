"""Properties of structure: any text parses, spans nest and stand in order, no work grows faster than the text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.context import Context
from ingest.definitions import find_definitions
from ingest.metadata import describe
from ingest.sentences import segments, sentences
from ingest.silence import silent
from ingest.structure import leaves, parse_structure
from kg.model import Clause
from ontology.vocabulary import load_vocabulary

PIECES = (
    "第一条\u3000",
    "第二条 ",
    "第三条之一\u3000",
    "第一章\u3000总则",
    "（一）",
    "(二)",
    "1.",
    "2、",
    "（1）",
    "①",
    "一、",
    "二、",
    "1.1 ",
    "民政局：",
    "县财政局。",
    "附件1",
    "附件：1.名单",
    "目录",
    "应当救助。",
    "下列人员：",
    "；",
    "修改为：“",
    "”",
    "2024年1月5日",
    "甲县民政局",
    "关于印发《甲办法》的通知",
    "《甲办法》",
    "同时废止。",
    "甲\t乙\t丙",
    "\n",
    "\n\n",
    "\u3000\u3000",
    "\u200b",
    "（以下简称甲）",
    "本办法所称甲是指乙。",
    "自2024年1月1日起施行，有效期5年。",
    "各乡镇人民政府：",
    "前两款所列部门统称乙",
    "甲政发〔2024〕1号",
    "（征求意见稿）",
    "（（（",
    "》》",
    "“”",
    "|甲|乙|",
)
PIECE = st.sampled_from(PIECES)
TEXTS = st.one_of(
    st.text(max_size=300), st.lists(PIECE, max_size=60).map("".join), st.lists(PIECE, max_size=40).map("\n".join)
)


def read_all(text: str) -> tuple[Clause, ...]:
    """Every reader of this part over one text."""
    clauses = parse_structure("a.txt", text)
    describe("a.txt", text, clauses, "", load_vocabulary())
    find_definitions(text, clauses)
    silent(text, clauses, ())
    return clauses


@settings(deadline=None, max_examples=150)
@given(TEXTS)
def test_any_text_parses_into_nested_spans_in_order(text: str) -> None:
    clauses = read_all(text)
    by_id = {c.id: c for c in clauses}
    assert len(by_id) == len(clauses)
    for clause in clauses:
        assert 0 <= clause.start < clause.end <= len(text)
        if clause.parent:
            above = by_id[clause.parent]
            assert above.start <= clause.start <= clause.end <= above.end
    assert all(a.start <= b.start for a, b in pairwise(clauses))


@settings(deadline=None, max_examples=150)
@given(TEXTS)
def test_leaves_and_stems_overlap_nowhere(text: str) -> None:
    clauses = parse_structure("a.txt", text)
    context = Context("a.txt", text, load_vocabulary(), clauses)
    own = sorted(s for s in (context.own_words(c) for c in clauses) if s[0] < s[1])
    assert all(a[1] <= b[0] for a, b in pairwise(own))
    assert all(c.end > c.start for c in leaves(clauses))


@settings(deadline=None)
@given(TEXTS)
def test_reading_twice_gives_equal_clauses(text: str) -> None:
    assert parse_structure("a.txt", text) == parse_structure("a.txt", text)


@settings(deadline=None)
@given(TEXTS)
def test_sentences_and_segments_lie_in_order_and_hold_every_word(text: str) -> None:
    for cut in (sentences, segments):
        found = list(cut(text))
        assert all(a[1] <= b[0] for a, b in pairwise(found))
        assert "".join("".join(text[a:b].split()) for a, b in found).replace("\u200b", "").replace(
            "\ufeff", ""
        ) == "".join(text.split()).replace("\u200b", "").replace("\ufeff", "")


@pytest.mark.parametrize(
    "text",
    [
        "第一条　县民政局应当负责救助工作。\n" * 10_000,
        "县民政局负责救助；" * 50_000,
        "（" * 1_000 + "甲" + "）" * 1_000,
        "修改为：“甲\n" * 10_000,
        "《甲办法》废止" * 10_000,
        "自" * 100_000,
        "附件\n" * 10_000,
        "甲局\n" * 10_000 + "2020年1月1日",
        "（一）（二）" * 10_000,
        "指称" * 50_000,
        "目录\n" + "第一章 总则\n" * 10_000,
    ],
    ids=[
        "articles",
        "one line",
        "brackets",
        "quotes",
        "repeals",
        "since",
        "annexes",
        "signatures",
        "inline",
        "terms",
        "contents",
    ],
)
def test_large_and_hostile_texts_are_read_to_the_end(text: str) -> None:
    assert max((c.end for c in read_all(text)), default=0) <= len(text)
