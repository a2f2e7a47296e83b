"""The report in every format, valid by that format's own rules."""

from __future__ import annotations

import csv
import json
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from lxml import etree, html
from openpyxl import load_workbook
from rdflib import Graph
from sarif_pydantic import Sarif

from api.export.formats import FORMATS, rendered, workbook
from api.export.markdown import _escaped
from api.export.sarif import sarif
from api.export.tables import _safe
from api.pipeline import check
from api.reading import read_paths, read_source
from checks.registry import all_checks
from ingest.readers.source import open_source
from ontology.vocabulary import load_vocabulary

EXAMPLES = Path(__file__).parents[3] / "examples"


@pytest.fixture(scope="module")
def report():
    vocabulary = load_vocabulary()
    draft = next((EXAMPLES / "drafts").glob("草案一*.txt"))
    base = read_paths([EXAMPLES / "in-force"], vocabulary)
    return check(read_source(open_source(draft), vocabulary), base, date(2026, 8, 1))


def test_the_example_has_findings(report):
    assert len(report.run.findings) >= 3


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_every_message_is_in_every_format(report, form):
    text = rendered(report, form)
    if form in ("html", "markdown", "junit", "csv", "turtle"):
        assert len(text) > sum(len(f.hit.message) for f in report.run.findings if f.severity != "info") / 2
    else:
        assert all(f.hit.message.split("“")[0] in text for f in report.run.findings)


def test_sarif_is_valid_and_its_regions_are_exact(report):
    log = sarif(report, all_checks())
    Sarif.model_validate(log)
    for result in log["runs"][0]["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        text = report.draft.document.text
        start = region["charOffset"]
        assert text[start : start + region["charLength"]] == region["snippet"]["text"]
        line = text.split("\n")[region["startLine"] - 1]
        assert line[region["startColumn"] - 1 :].startswith(region["snippet"]["text"].split("\n")[0])


def test_sarif_knows_waivers_and_an_earlier_run(report):
    ids = [f.id for f in report.run.findings]
    results = sarif(report, all_checks(), earlier=ids[:1], waived={ids[0]: "已协商"})["runs"][0]["results"]
    assert [r["baselineState"] for r in results][:2] == ["unchanged", "new"]
    assert results[0]["suppressions"][0]["justification"] == "已协商"
    assert "suppressions" not in results[1]


def test_junit_counts_its_cases_and_failures(report):
    suite = etree.fromstring(rendered(report, "junit").encode())
    assert int(suite.get("tests")) == len(suite.findall("testcase")) == len(all_checks())
    assert int(suite.get("failures")) == len(suite.findall("testcase/failure")) > 0


def test_turtle_parses_and_holds_each_finding(report):
    graph = Graph().parse(data=rendered(report, "turtle"), format="turtle")
    found = graph.query("SELECT ?f { ?f a <https://huishang.example/ns#Finding> }")
    assert len(found) == len(report.run.findings)


def test_html_loads_nothing_from_elsewhere(report):
    page = html.fromstring(rendered(report, "html"))
    assert not page.xpath("//script|//link|//img|//@src")
    assert len(page.xpath("//article")) == len(report.run.findings)


def test_csv_and_workbook_have_a_row_a_finding(report):
    rows = list(csv.reader(StringIO(rendered(report, "csv"))))
    book = load_workbook(BytesIO(workbook(report)))
    assert len(rows) == book["发现"].max_row == len(report.run.findings) + 1
    assert book["数量标准"].max_row > 3


@pytest.mark.parametrize("value", ["=1+1", "+cmd", "-x", "@x"])
def test_no_cell_runs_as_a_formula(value):
    assert _safe(value) == "'" + value


def test_markdown_shows_markup_as_text():
    assert _escaped("<b>*x*</b>") == "&lt;b>\\*x\\*&lt;/b>"


def test_json_is_the_contract(report):
    assert {"document", "counts", "findings"} == set(json.loads(rendered(report, "json")))
