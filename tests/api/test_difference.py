"""Two versions by provision: what changed for whom, and what merely moved."""

from __future__ import annotations

import json

import pytest
from docx import Document
from docx.oxml import OxmlElement

from api.cli import main
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


def tracked(tmp_path):
    """A draft whose limit was changed with tracked changes."""
    document = Document()
    paragraph = document.add_paragraph("第一条　乡镇人民政府应当自受理之日起")
    for kind, words in (("del", "10"), ("ins", "7")):
        change = OxmlElement(f"w:{kind}")
        run = paragraph.add_run(words)._r
        run[0].tag = run[0].tag if kind == "ins" else run[0].tag.replace("}t", "}delText")
        paragraph._p.append(change)
        change.append(run)
    paragraph.add_run("个工作日内完成临时救助的审核。")
    path = tmp_path / "草案.docx"
    document.save(path)
    return path


def test_one_word_file_is_compared_with_itself_before_its_changes(tmp_path, capsys):
    with pytest.raises(SystemExit) as stop:
        main(["diff", str(tracked(tmp_path))])
    assert stop.value.code == 0
    assert "办理期限：≤10工作日 → ≤7工作日" in capsys.readouterr().out


def test_a_file_without_changes_has_nothing_to_compare(tmp_path, capsys):
    path = tmp_path / "办法.txt"
    path.write_text(OLD, encoding="utf-8")
    with pytest.raises(SystemExit) as stop:
        main(["diff", str(path)])
    assert stop.value.code == 2
    assert "没有修订" in capsys.readouterr().err


@pytest.mark.parametrize(("flags", "value"), [((), 7), (("--original",), 10)], ids=["accepted", "original"])
def test_a_draft_is_checked_as_changed_or_as_it_was(tmp_path, capsys, flags, value):
    base = tmp_path / "市临时救助办法.txt"
    base.write_text("市临时救助办法\n第一条　自受理之日起5个工作日内完成临时救助的审核。\n", encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["check", str(tracked(tmp_path)), "--base", str(base), "--format", "json", *flags])
    found = json.loads(capsys.readouterr().out)["findings"]
    assert any(f"{value}个工作日" in e["quote"] for f in found for e in f["evidence"])


def test_comments_are_not_written_on_the_original_words(tmp_path, capsys):
    with pytest.raises(SystemExit) as stop:
        main(["check", str(tracked(tmp_path)), "--original", "--docx", str(tmp_path / "b.docx")])
    assert stop.value.code == 2
    assert "--original" in capsys.readouterr().err


def test_the_text_says_before_and_after():
    changes = compare(read(OLD), read(OLD.replace("10个工作日", "7个工作日")))
    lines = "\n".join(difference_lines(changes, load_vocabulary()))
    assert "办理期限：≤10工作日 → ≤7工作日" in lines
    assert summary(changes).startswith("共未变")
