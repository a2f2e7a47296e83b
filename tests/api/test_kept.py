"""Reports of drafts are kept while nothing that they depend on changes, a few of them, none of them stale."""

from __future__ import annotations

from datetime import date
from itertools import count

import pytest

from api.export.report import report_dict
from api.kept import Kept
from api.library import REPORTS_KEPT, Library
from ingest.readers.source import open_bytes
from kg.errors import UnreadableDocument
from tests.api.serving import DRAFT, IN_FORCE, workspace

NAME, DATA, DAY = DRAFT.name, DRAFT.read_bytes(), date(2026, 8, 1)


@pytest.fixture
def library(tmp_path):
    made = Library(workspace(tmp_path), lambda kind, report: made.told.append(report))
    made.told = []
    return made


def test_a_draft_is_checked_once_while_nothing_changes(library):
    first = library.check_kept(NAME, DATA, DAY, None)
    assert library.check_kept(NAME, DATA, DAY, None) is first
    assert len(library.told) == 1
    assert first.run.findings == library.check(open_bytes(NAME, DATA), DAY, None).run.findings


CHANGED = {
    "other bytes": (NAME, DATA + "第二十条　本办法由县民政局解释。".encode(), DAY, None),
    "another name": ("另一稿.txt", DATA, DAY, None),
    "another day": (NAME, DATA, date(2026, 8, 2), None),
    "today": (NAME, DATA, None, None),
    "a region": (NAME, DATA, DAY, "652325"),
}


@pytest.mark.parametrize("what", CHANGED)
def test_whatever_a_report_depends_on_makes_a_new_one(library, what):
    first = library.check_kept(NAME, DATA, DAY, None)
    assert library.check_kept(*CHANGED[what]) is not first
    assert len(library.told) == 2


def quoted(report):
    """Names of the documents that a report quotes."""
    return {e["document"] for f in report_dict(report)["findings"] for e in f["evidence"]}


def test_a_report_is_not_stale_when_the_register_changes(library):
    first = library.check_kept(NAME, DATA, DAY, None)
    gone = min(quoted(first) - {NAME})
    Library(library.workspace).withdraw(gone)  # as another process does it
    after = library.check_kept(NAME, DATA, DAY, None)
    assert gone not in quoted(after)
    path = next(p for p in IN_FORCE if p.name == gone)
    library.add(path.name, path.read_bytes())
    assert library.check_kept(NAME, DATA, DAY, None).run.findings == first.run.findings


def test_without_a_workspace_the_documents_in_memory_count():
    library = Library(None)
    first = library.check_kept(NAME, DATA, DAY, None)
    for path in IN_FORCE:
        library.add(path.name, path.read_bytes())
    assert len(library.check_kept(NAME, DATA, DAY, None).run.findings) > len(first.run.findings)


def test_a_draft_that_cannot_be_read_is_refused_each_time(library):
    for _ in range(2):
        with pytest.raises(UnreadableDocument):
            library.check_kept("空.txt", b"", DAY, None)


def test_only_the_latest_used_are_kept():
    numbers, kept = count(), Kept[int](2)
    make = lambda: next(numbers)  # noqa: E731
    assert [kept.get(key, make) for key in "abacab"] == [0, 1, 0, 2, 0, 3]
    assert REPORTS_KEPT <= 32
