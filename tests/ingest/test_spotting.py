"""Where readings hold: forms, patterns around anchors, readings that need words near, titles that are passed over."""

import pytest

from ingest.extract.spotting import Spotter
from ontology.readings import Entry

PARTY = Entry("group", "person", ("当事人",), ids=("litigant",), within=("诉讼",))
OLD = Entry("group", "person", ("老人", "老年人"), ids=("elderly",))
NOT_OLD = Entry("group", "none", ("老年人协会",))
POOR = Entry("group", "state", patterns=("(?:经济|生活)确?有?困难",), anchors=("困难",), ids=("hardship",))
WORK = Entry("aid", "name", patterns=("鼓励.{0,9}(就业)",), anchors=("就业",), ids=("employment",))


def found(text, *entries):
    return [(text[a:b], *e.ids) for a, b, e in Spotter(entries).spots(text)]


@pytest.mark.parametrize(
    ("text", "spots"),
    [
        ("为老年人服务", [("老年人", "elderly")]),
        ("老年人协会为老人服务", [("老人", "elderly")]),
        ("根据《老年人权益保障法》", []),
        ("老人生活有困难", [("老人", "elderly"), ("生活有困难", "hardship")]),
        ("困难与老人", [("老人", "elderly")]),
    ],
)
def test_spots(text, spots):
    assert found(text, OLD, NOT_OLD, POOR) == spots


def test_a_reading_that_needs_a_word_near():
    assert found("诉讼当事人", PARTY) == [("当事人", "litigant")]
    assert found("涉及诉讼。当事人" + "。" * 90, PARTY) == [("当事人", "litigant")]
    assert found("。" * 90 + "告知当事人", PARTY) == []


def test_the_group_of_a_pattern_is_the_form():
    assert found("鼓励低保对象就业", WORK) == [("就业", "employment")]


def test_a_pattern_without_an_anchor_is_refused():
    with pytest.raises(ValueError, match="anchor"):
        Spotter((Entry("aid", "name", patterns=("就业",), ids=("employment",)),))
