"""The spaCy pipeline keeps the text as it is and shows what the reading recognised."""

from ingest.lexicon import PythonSegmenter, RustSegmenter, boundaries
from ingest.nlp import SPANS, pipeline, words_of
from ontology.vocabulary import load_vocabulary

TEXT = "第一条　县级人民政府民政部门应当对特困人员给予医疗救助。\n第二条　财政部门负责资金安排，残联协助做好受理工作。"


def test_doc_keeps_text_and_carries_spans() -> None:
    doc = pipeline(load_vocabulary())(TEXT)
    assert doc.text == TEXT
    assert set(SPANS) <= set(doc.spans)
    assert [(s.text, s.label_) for s in doc.spans["agency"]] == [
        ("民政部门", "civil-affairs"),
        ("财政部门", "finance"),
        ("残联", "disabled-fed"),
    ]
    assert ("医疗救助", "medical") in [(s.text, s.label_) for s in doc.spans["aid"]]


def test_vocabulary_is_not_cut_through() -> None:
    words = [token.text for token in pipeline(load_vocabulary())("对特困人员给予最低生活保障")]
    assert "特困人员" in words and "最低生活保障" in words


def test_both_segmenters_see_the_same_boundaries() -> None:
    words = words_of(load_vocabulary())[:400]
    assert list(PythonSegmenter(words).cut(TEXT)) == list(RustSegmenter(words).cut(TEXT))


def test_boundaries_mark_every_word_edge() -> None:
    assert list(boundaries(["民政", "部门", "的"])) == [1, 0, 1, 0, 1, 1]
    assert list(boundaries([])) == [1]
