"""Surface forms written with alternatives, and what the readings of the project hold."""

import re
from collections import defaultdict

import pytest

from ontology.readings import expand, load_readings
from ontology.vocabulary import load_vocabulary

MANNERS = {
    "group": {"person", "trait", "state", "head", "none"},
    "aid": {"name", "weak", "part", "heading", "beside", "alone", "host", "guest", "form", "beyond", "none"},
}


@pytest.mark.parametrize(
    ("pattern", "forms"),
    [
        ("孤儿", {"孤儿"}),
        ("低保(对象|户)", {"低保对象", "低保户"}),
        ("(城乡)?低保", {"城乡低保", "低保"}),
        ("(甲(乙|丙)?|丁)戊", {"甲乙戊", "甲丙戊", "甲戊", "丁戊"}),
        ("的?人", {"的人", "人"}),
    ],
)
def test_alternatives_are_written_out(pattern, forms):
    assert set(expand(pattern)) == forms


@pytest.mark.parametrize("pattern", ["(甲", "甲)", "甲(乙|丙"])
def test_unbalanced_parentheses_are_refused(pattern):
    with pytest.raises(ValueError, match="unbalanced"):
        expand(pattern)


@pytest.mark.parametrize("kind", ["group", "aid"])
def test_every_id_and_manner_is_known(kind):
    known = load_vocabulary().of(kind)
    for entry in load_readings(kind):
        assert set(entry.ids + entry.either) <= known.keys()
        assert entry.manner in MANNERS[kind]
        assert (entry.ids or entry.either) or entry.manner in ("none", "head")


@pytest.mark.parametrize("kind", ["group", "aid"])
def test_one_form_has_one_reading(kind):
    found = defaultdict(set)
    for entry in load_readings(kind):
        where = entry.manner if entry.manner in ("part", "heading") else entry.within
        for form in entry.surfaces:
            found[form, where].add((entry.manner, entry.ids, entry.either))
    assert {form: readings for form, readings in found.items() if len(readings) > 1} == {}


@pytest.mark.parametrize("kind", ["group", "aid"])
def test_patterns_compile_and_match_no_empty_text(kind):
    for entry in load_readings(kind):
        for pattern in entry.patterns:
            assert not re.compile(pattern).match("")
