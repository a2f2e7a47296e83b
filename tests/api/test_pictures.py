"""What the pages draw and mark, without a browser: timelines, the network, two wordings, file names, addresses."""

from __future__ import annotations

from datetime import date

import networkx as nx
import pytest

from api.export.as_word import as_word
from api.page.files import attachment
from api.page.network import network_svg, ties
from api.page.timeline import Span, timeline_svg
from api.page.wording import parted
from api.routes.accounts import INSIDE
from kg.model import Document
from ontology.vocabulary import load_vocabulary

DAY = date(2026, 8, 1)
PHASES = {
    "live": Span("a", date(2020, 1, 1), None),
    "past": Span("a", date(2020, 1, 1), date(2026, 8, 1)),
    "coming": Span("a", date(2026, 8, 2), None),
}


@pytest.mark.parametrize("phase", PHASES)
def test_a_span_is_live_up_to_the_day_before_its_end(phase):
    assert PHASES[phase].phase(DAY) == phase
    assert f'class="{phase}"' in timeline_svg([PHASES[phase]], DAY, "x")


def test_a_timeline_without_dates_is_not_drawn():
    assert timeline_svg([Span("a", None, None)], DAY, "x") == ""


def test_names_in_a_timeline_are_text_not_markup():
    assert "<script" not in timeline_svg([Span("<script>", DAY, None, '/documents/"x')], DAY, "x")


def _network(*edges):
    graph = nx.MultiDiGraph()
    for a, b, how, count in edges:
        graph.add_edge(a, b, how, count=count)
    return graph


def test_ties_of_one_agency_leave_out_others_and_nobody_in_particular():
    graph = _network(
        ("health", "finance", "with", 2), ("health", "unresolved", "with", 9), ("police", "justice", "with", 1)
    )
    assert [(t.lead, t.partner) for t in ties(graph, "health")] == [("health", "finance")]
    assert len(ties(graph)) == 2


def test_labels_of_the_network_do_not_cover_each_other():
    names = list(load_vocabulary().of("agency"))[40:62]
    svg = network_svg(ties(_network(*((names[0], n, "with", 1) for n in names[1:]))), load_vocabulary())
    parts = [part.split('"') for part in svg.split("<text ")[1:]]
    spots = [(float(p[1]), float(p[3])) for p in parts]
    close = [(a, b) for i, a in enumerate(spots) for b in spots[:i] if abs(a[0] - b[0]) < 90 and abs(a[1] - b[1]) < 14]
    assert close == []


def test_two_wordings_are_cut_where_they_part():
    before, after = parted("15个工作日内办结", "20个工作日内办结")
    assert before == [(True, "15"), (False, "个工作日内办结")]
    assert after == [(True, "20"), (False, "个工作日内办结")]


def test_a_saved_file_keeps_its_chinese_name_and_no_line_break():
    head = attachment(b"", "xlsx", "草案\r\n一-审查结果").headers["content-disposition"]
    assert "\n" not in head
    assert head.endswith("%E5%AE%A1%E6%9F%A5%E7%BB%93%E6%9E%9C.xlsx")


@pytest.mark.parametrize("address", ["/agencies", "/documents/a?at=2026-01-01"])
def test_login_leads_back_inside(address):
    assert INSIDE.fullmatch(address)


@pytest.mark.parametrize("address", ["", "//evil.example", "/\\evil.example", "https://evil.example", "/a b"])
def test_login_leads_nowhere_else(address):
    assert not INSIDE.fullmatch(address)


def test_text_with_control_characters_becomes_a_docx():
    document = Document("a.txt", "某办法\n第一条\x0c　内容。\x01", "0" * 64, title="某办法")
    assert as_word(document)[:2] == b"PK"
