"""The ontology's own checks: the real one is clean, and each fault of a small one is found."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from ontology.errors import VocabularyError
from ontology.lint import lint
from ontology.vocabulary import load_vocabulary

PREFIXES = """
@prefix hs: <https://huishang.example/ns#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix eli: <http://data.europa.eu/eli/ontology#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix scheme: <https://huishang.example/scheme/> .
@prefix group: <https://huishang.example/group/> .
@prefix agency: <https://huishang.example/agency/> .
@prefix level: <https://huishang.example/level/> .
@prefix body: <https://huishang.example/body/> .
@prefix event: <https://huishang.example/event/> .
@prefix reading: <https://huishang.example/reading/> .
@prefix legal: <https://huishang.example/legal/> .
@prefix transfer: <https://huishang.example/transfer/> .
scheme:group a skos:ConceptScheme . scheme:agency a skos:ConceptScheme . level:county skos:prefLabel "县级"@zh .
group:a a skos:Concept ; skos:inScheme scheme:group ; skos:notation "a" ; skos:prefLabel "甲类人员"@zh .
group:b a skos:Concept ; skos:inScheme scheme:group ; skos:notation "b" ; skos:prefLabel "乙类人员"@zh .
agency:x a skos:Concept ; skos:inScheme scheme:agency ; skos:notation "x" ; skos:prefLabel "某部门"@zh .
agency:y a skos:Concept ; skos:inScheme scheme:agency ; skos:notation "y" ; skos:prefLabel "别部门"@zh .
hs:notIn a owl:DatatypeProperty . hs:of a owl:DatatypeProperty . hs:all a owl:ObjectProperty . hs:Reading a owl:Class .
hs:line a owl:ObjectProperty . hs:level a owl:ObjectProperty . hs:from a owl:DatatypeProperty .
hs:toLine a owl:ObjectProperty . hs:until a owl:DatatypeProperty . hs:date a owl:DatatypeProperty .
hs:FunctionTransfer a owl:Class . hs:branch a owl:DatatypeProperty .
"""
BODY = 'a org:FormalOrganization ; hs:line agency:x ; hs:level level:county ; skos:prefLabel "某局"@zh'


def _from(day: str) -> str:
    return f'hs:from "{day}"^^xsd:date'


def _until(day: str) -> str:
    return f'hs:until "{day}"^^xsd:date'


def _date(day: str) -> str:
    return f'hs:date "{day}"^^xsd:date'


FAULTS = {
    "nothing_wrong": ("", None),
    "two_terms_with_one_name": ('group:a skos:altLabel "乙类人员"@zh .', "unique_labels"),
    "a_term_and_a_reading_with_one_name": (
        'reading:r a hs:Reading ; hs:of "group" ; hs:all group:a, group:b ; skos:altLabel "甲类人员"@zh .',
        "unique_labels",
    ),
    "two_readings_with_one_name_are_alternatives": (
        'reading:r a hs:Reading ; hs:of "group" ; hs:all group:a ; skos:altLabel "甲乙人员"@zh .'
        'reading:s a hs:Reading ; hs:of "group" ; hs:all group:b ; skos:altLabel "甲乙人员"@zh .',
        None,
    ),
    "a_name_that_is_blocked": ('group:a hs:notIn "甲类人员" .', "no_label_blocked"),
    "a_longer_word_is_blocked": ('group:a hs:notIn "甲类人员登记表" .', None),
    "a_block_without_a_name": ('group:a hs:notIn "丙" .', "blocks_that_block"),
    "circle": ("group:a skos:broader group:b . group:b skos:broader group:a .", "no_circles"),
    "two_parents": ("group:b skos:broader group:a .", None),
    "reference_to_nothing": ("group:a skos:broader group:z .", "known_references"),
    "term_not_declared": ("group:a hs:unheardOf 1 .", "declared_terms"),
    "concept_without_scheme": ('group:c a skos:Concept ; skos:notation "c" .', "no_orphans"),
    "notation_unlike_its_name": (
        'group:c a skos:Concept ; skos:inScheme scheme:group ; skos:notation "d" .',
        "no_orphans",
    ),
    "bodies_that_overlap": (
        f"body:m {BODY} ; {_from('2000-01-01')} . body:n {BODY} ; {_from('2009-01-01')} .",
        "bodies_in_sequence",
    ),
    "bodies_side_by_side": (
        f"body:m {BODY} ; {_from('2000-01-01')} . body:n {BODY} ; {_from('2009-01-01')} ; hs:branch true .",
        None,
    ),
    "body_that_ended_without_a_change": (
        f"body:m {BODY} ; {_from('2000-01-01')} ; {_until('2009-01-01')} .",
        "bodies_accounted_for",
    ),
    "body_that_ended_with_its_change": (
        f"body:m {BODY} ; {_from('2000-01-01')} ; {_until('2009-01-01')} . body:n {BODY} ; {_from('2009-01-01')} ."
        f"event:e a org:ChangeEvent ; {_date('2009-01-01')} ; org:originalOrganization body:m ;"
        " org:resultingOrganization body:n .",
        None,
    ),
    "successor_not_yet_there": (
        f"body:m {BODY} ; {_from('2000-01-01')} ; {_until('2009-01-01')} . body:n {BODY} ; {_from('2010-01-01')} ."
        f"event:e a org:ChangeEvent ; {_date('2009-01-01')} ; org:originalOrganization body:m ;"
        " org:resultingOrganization body:n .",
        "bodies_accounted_for",
    ),
    "act_registered_twice": (
        'legal:a a eli:LegalResource ; eli:title "某办法"@zh ; eli:first_date_entry_in_force "2010-01-01"^^xsd:date .'
        'legal:b a eli:LegalResource ; eli:title "某办法"@zh ; eli:first_date_entry_in_force "2015-01-01"^^xsd:date .',
        "acts_in_sequence",
    ),
    "act_and_its_earlier_namesake": (
        'legal:a a eli:LegalResource ; eli:title "某办法"@zh ; eli:first_date_entry_in_force "2010-01-01"^^xsd:date ;'
        ' eli:date_no_longer_in_force "2015-01-01"^^xsd:date .'
        'legal:b a eli:LegalResource ; eli:title "某办法"@zh ; eli:first_date_entry_in_force "2015-01-01"^^xsd:date .',
        None,
    ),
    "work_moved_to_a_body_not_yet_there": (
        f"body:m {BODY} ; {_from('2018-01-01')} ."
        f"transfer:t a hs:FunctionTransfer ; hs:toLine agency:x ; hs:level level:county ; {_date('2015-01-01')} .",
        "transfers_move",
    ),
    "work_moved_to_a_body_that_exists": (
        f"body:m {BODY} ; {_from('2010-01-01')} ."
        f"transfer:t a hs:FunctionTransfer ; hs:toLine agency:x ; hs:level level:county ; {_date('2015-01-01')} .",
        None,
    ),
    "no_turtle": ("group:a skos:broader", "syntax"),
}


@pytest.mark.parametrize(("turtle", "check"), FAULTS.values(), ids=FAULTS.keys())
def test_each_fault_is_found_by_its_own_check(tmp_path: Path, turtle: str, check: str | None) -> None:
    (tmp_path / "small.ttl").write_text(PREFIXES + turtle, encoding="utf-8")
    assert {p.check for p in lint(tmp_path)} == ({check} if check else set())


def test_missing_ids_are_named(tmp_path: Path) -> None:
    (tmp_path / "small.ttl").write_text(PREFIXES, encoding="utf-8")
    problems = lint(tmp_path, [("group", "a"), ("group", "zz")])
    assert [p.message for p in problems] == ["缺少 group 的标识 zz。"]


def test_the_ontology_itself_is_clean() -> None:
    assert [f"{p.check} {p.message}" for p in lint()] == []


def test_every_id_of_the_shared_list_is_present() -> None:
    source = Path(__file__).parents[3] / "shared" / "vocabulary.csv"
    if not source.exists():
        pytest.skip("the shared list of ids is not beside this copy")
    with source.open(encoding="utf-8") as lines:
        expected = [(row["kind"], row["id"]) for row in csv.DictReader(lines)]
    assert len(expected) > 200
    assert [p for p in lint(expected=expected) if p.check == "expected_ids"] == []


def test_loading_a_circle_gives_one_clear_error(tmp_path: Path) -> None:
    faults = "group:a skos:broader group:b . group:b skos:broader group:a ."
    (tmp_path / "small.ttl").write_text(PREFIXES + faults, encoding="utf-8")
    with pytest.raises(VocabularyError, match="成环：a、b") as caught:
        load_vocabulary(tmp_path)
    assert "\n" not in str(caught.value)
