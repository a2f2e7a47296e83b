"""Two versions by provision: what changed for whom, and what merely moved."""

from __future__ import annotations

import pytest

from api.export.difference import difference_lines, summary
from api.reading import read_source
from ingest.readers.source import open_bytes
from kg.difference import Kind, compare
from ontology.vocabulary import load_vocabulary

OLD = """某县临时救助办法
第一条　县民政局负责临时救助工作。
第二条　乡镇人民政府应当自受理之日起10个工作日内完成审核。
第三条　对低保对象给予临时救助。
第四条　骗取临时救助的，由县民政局责令退回。
"""
CASES = {
    "nothing": ([], set()),
    "a shorter limit": ([("10个工作日", "7个工作日")], {"parameter.time-limit"}),
    "another lead": ([("县民政局负责", "县应急管理局负责")], {"agency.lead"}),
    "a wider circle": ([("对低保对象", "对低保对象和特困人员")], {"group"}),
    "weaker duty": ([("应当自受理", "可以自受理")], {"modality"}),
}


def read(text):
    return read_source(open_bytes("办法.txt", text.encode()), load_vocabulary())


def changed(text):
    return [c for c in compare(read(OLD), read(text)) if c.kind is not Kind.SAME]


@pytest.mark.parametrize(("edits", "slots"), CASES.values(), ids=CASES)
def test_one_change_is_named_by_its_slot(edits, slots):
    text = OLD
    for before, after in edits:
        text = text.replace(before, after)
    found = changed(text)
    assert {a.slot for c in found for a in c.altered} == slots
    assert len(found) == bool(edits)


def test_a_renumbered_provision_is_unchanged():
    text = OLD.replace("第四条", "第五条").replace("第三条　", "第三条　县财政局安排资金。\n第四条　")
    assert [c.kind for c in changed(text)] == [Kind.ADDED]


def test_a_removed_provision_is_listed_where_it_stood():
    text = OLD.replace("第三条　对低保对象给予临时救助。\n", "")
    changes = compare(read(OLD), read(text))
    assert [c.kind for c in changes].index(Kind.REMOVED) == len(changes) - 2


def test_every_provision_of_both_sides_is_counted_once():
    new = read(OLD.replace("第二条", "第二条之一").replace("临时救助工作", "临时救助的组织实施"))
    changes = compare(read(OLD), new)
    assert len([c for c in changes if c.new]) == len(new.provisions)
    assert len([c for c in changes if c.old]) == len(read(OLD).provisions)


def test_the_text_says_before_and_after():
    changes = compare(read(OLD), read(OLD.replace("10个工作日", "7个工作日")))
    lines = "\n".join(difference_lines(changes, load_vocabulary()))
    assert "办理期限：≤10工作日 → ≤7工作日" in lines
    assert summary(changes).startswith("共未变")
