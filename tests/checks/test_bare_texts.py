"""Every check over texts that say next to nothing: none may fail, and none finds anything to remark."""

from __future__ import annotations

from datetime import date

import pytest

from checks.registry import all_checks
from checks.runner import run_checks
from ingest.reading import read_text
from kg.coverage import build_index
from kg.model import Corpus
from ontology.vocabulary import load_vocabulary

TEXTS = ("", "\n", "某县救助办法\n", "第一条", "第一章　总则\n", "一、\n二、\n", "。", "附件：\n")


@pytest.mark.parametrize("draft", TEXTS)
@pytest.mark.parametrize("base", ["", "某市救助办法\n\n第一条　市民政局负责临时救助。\n"])
def test_nothing_fails_over_a_text_without_matter(draft: str, base: str) -> None:
    vocabulary = load_vocabulary()
    above = Corpus((read_text("上.txt", base, "", vocabulary),))
    index = build_index(above, read_text("稿.txt", draft, "", vocabulary), vocabulary, date(2025, 6, 1), None)
    assert run_checks(index, all_checks()).findings == ()
