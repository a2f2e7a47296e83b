"""Any text reads: no exception, exact offsets, equal ids, work in proportion to the text."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ingest.extract.acts import verbs
from ingest.reading import read_text
from ontology.vocabulary import load_vocabulary

PIECES = (
    "第一条\u3000",
    "（一）",
    "县民政局：",
    "民政部门",
    "县级以上人民政府",
    "、财政",
    "等部门",
    "应当",
    "不得",
    "可以",
    "由",
    "向",
    "对",
    "将",
    "按照规定",
    "会同",
    "协助",
    "报",
    "委托",
    "负责",
    "做好",
    "制定",
    "审核",
    "的",
    "特困人员",
    "医疗救助",
    "下列人员：",
    "并",
    "，",
    "；",
    "。",
    "：",
    "\n",
    "（",
    "）",
    "《",
    "》",
    "“",
    "没有",
)
documents = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=60).map("".join)


@settings(max_examples=150, deadline=None)
@given(documents)
@example("第一条\u3000第一条\u3000并")
@example("第一条\u3000：并")
def test_offsets_are_exact_and_reading_twice_is_equal(text: str) -> None:
    first, second = (read_text("a.txt", text, "", load_vocabulary()) for _ in range(2))
    assert first == second
    for provision in first.provisions:
        quote = provision.quote
        assert text[quote.start : quote.end] == quote.text
        assert quote.text.strip() == quote.text
        for actor in provision.actors:
            assert text[actor.start : actor.end] == actor.surface
    assert len({p.id for p in first.provisions}) == len(first.provisions)


@settings(max_examples=60, deadline=None)
@given(documents)
def test_a_paragraph_added_at_the_end_keeps_ids(text: str) -> None:
    before = {p.id for p in read_text("a.txt", "第一条　县民政局负责审批。\n" + text, "", load_vocabulary()).provisions}
    after = read_text("a.txt", "第一条　县民政局负责审批。\n" + text + "\n第九条　另设机构。", "", load_vocabulary())
    first = read_text("a.txt", "第一条　县民政局负责审批。", "", load_vocabulary()).provisions[0].id
    assert first in before and first in {p.id for p in after.provisions}


@pytest.mark.parametrize(
    "piece",
    ["民政、", "对", "的", "按照规定", "应当审核，", "由民政部门", "（", "政府领导、民政牵头、", "并协助", "审核、"],
)
def test_work_grows_with_the_text_alone(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Steps of the verb walk, counted, for a line twice as long."""
    counts = []
    for size in (200, 400):
        steps = 0
        real = verbs._Verbs._verb

        def counted(self: verbs._Verbs, at: int, real=real) -> int:  # type: ignore[no-untyped-def]
            nonlocal steps
            steps += 1
            return real(self, at)

        monkeypatch.setattr(verbs._Verbs, "_verb", counted)
        read_text("a.txt", "第一条　" + piece * size + "。", "", load_vocabulary())
        monkeypatch.setattr(verbs._Verbs, "_verb", real)
        counts.append(steps)
    assert counts[1] <= 2 * counts[0] + 10
