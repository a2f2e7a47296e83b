from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from api.reading import read_paths
from kg.model import Document, Reading
from kg.validation import violations
from ontology.vocabulary import load_vocabulary
from tests.builders import build, provision

EXAMPLES = Path(__file__).parents[2] / "examples" / "in-force"
SHA = "0" * 64


def reading(**facts: object) -> Reading:
    made = build([provision("a", parameters="rate >= 70 %", citations="甲法 第一条", **facts)]).readings[0]
    return replace(made, document=replace(made.document, sha256=SHA))


def test_complete_record_conforms() -> None:
    assert violations(reading()) == ()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"aid": ["none-such"]}, "救助种类须在词表中"),
        ({"functions": ["none-such"]}, "职能须在词表中"),
    ],
)
def test_term_that_is_not_in_the_vocabulary_is_told(wrong: dict[str, object], said: str) -> None:
    assert [v for v in violations(reading(**wrong)) if said in v]


def test_document_without_its_digest_is_told() -> None:
    made = reading()
    damaged = replace(made, document=replace(made.document, sha256="short"))
    assert [v for v in violations(damaged) if "校验值" in v]


def test_document_that_ends_before_it_begins_is_told() -> None:
    made = build([provision("a")], {"base.txt": {"start": "2020-01-01", "end": "2019-01-01"}}).readings[0]
    assert [v for v in violations(made) if "施行日须早于失效日" in v]


def test_what_is_read_from_the_examples_conforms() -> None:
    for made in read_paths([EXAMPLES], load_vocabulary()).readings[:3]:
        assert violations(made) == (), made.document.name


def test_empty_document_conforms() -> None:
    assert violations(Reading(Document("a.txt", "", SHA))) == ()
