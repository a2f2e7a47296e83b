"""Each page's main job in a real browser, at both widths, with a picture and an accessibility check."""

from __future__ import annotations

from io import BytesIO
from urllib.request import urlopen

import pytest
from openpyxl import load_workbook

from tests.browser.conftest import EXAMPLES
from tests.browser.looking import accessible, fits, open_step, picture

DAY = "at=2026-08-01"
PAGES = {
    "check": ("/", "草案文件"),
    "coverage": (f"/coverage?{DAY}", "民政部门"),
    "coverage-cell": (f"/coverage/cell?group=tekun&aid=medical&{DAY}", "医疗保障部门"),
    "agencies": (f"/agencies?{DAY}", "民政部门"),
    "agency": (f"/agencies/civil-affairs?{DAY}", "牵头"),
    "documents": (f"/documents?{DAY}", "社会救助法"),
    "compare": ("/compare", "旧版"),
    "search": ("/search?name=documents", "标题"),
    "search-choice": ("/search?name=provision", "须先选定范围：规定的标识"),
    "desk": ("/desk", "待办"),
    "liaison": ("/liaison", "联络员名册"),
    "reports": ("/reports", "信息通报"),
    "bulletin": ("/bulletin?year=2025&quarter=1", "没有任何报送"),
    "missing": ("/documents/没有", "没有名为"),
}


@pytest.mark.parametrize("name", PAGES)
def test_each_page_opens_and_is_accessible(tab, site, name):
    path, words = PAGES[name]
    tab.goto(site + path)
    assert words in tab.content()
    accessible(tab)
    picture(tab, name)


@pytest.mark.parametrize("name", PAGES)
def test_each_page_fits_a_phone(phone, site, name):
    phone.goto(site + PAGES[name][0])
    fits(phone)
    accessible(phone)
    picture(phone, f"{name}-phone")


def test_a_cell_of_the_matrix_opens_its_clauses_and_closes_by_key(tab, site):
    tab.goto(f"{site}/coverage?{DAY}")
    cell = tab.locator(".matrix td a:visible").first
    cell.focus()
    tab.keyboard.press("Enter")
    tab.locator("dialog cite").first.wait_for()
    accessible(tab)
    tab.keyboard.press("Escape")
    tab.locator("dialog").wait_for(state="detached")
    assert cell.evaluate("node => node === document.activeElement")


def test_rows_and_columns_fold_along_their_trees(tab, site):
    tab.goto(f"{site}/coverage?{DAY}")
    fold = tab.locator("tr[data-id=hardship] button.fold")
    inner = tab.locator("tr[data-id=dibao]")
    assert fold.get_attribute("aria-expanded") == "true"
    tab.click("button:has-text('全部展开')")
    assert inner.is_visible()
    fold.focus()
    tab.keyboard.press("Enter")
    assert not inner.is_visible()
    assert "下级" in tab.locator("tr[data-id=hardship] td small").first.inner_text()
    column = tab.locator("th[data-id=social-assistance]")
    column.locator("button.fold").click()
    assert not tab.locator("th[data-id=medical]").is_visible()


def _saved(tab, selector):
    with tab.expect_download() as download:
        tab.click(selector)
    return download.value.path().read_bytes()


def test_the_matrix_is_saved_as_a_table_and_as_a_picture_of_what_is_open(tab, site):
    tab.goto(f"{site}/coverage?{DAY}")
    assert load_workbook(BytesIO(_saved(tab, "a:has-text('.xlsx')"))).sheetnames == ["覆盖矩阵", "条款"]
    tab.click("button:has-text('全部展开')")
    assert "特困人员" in _saved(tab, "a:has-text('.svg')").decode()
    tab.click("button:has-text('全部收起')")
    assert "特困人员" not in _saved(tab, "a:has-text('.svg')").decode()
    assert _saved(tab, "button:has-text('.png')")[:4] == b"\x89PNG"


def test_the_region_changes_the_matrix(tab, site):
    states = "cells => cells.map(cell => cell.dataset.state)"
    tab.goto(f"{site}/coverage?{DAY}&region=650000")
    other = tab.locator(".matrix td[data-state]").evaluate_all(states)
    tab.fill("input[name=region]", "652325")
    tab.click("button:has-text('查看')")
    assert "652325" in tab.url
    here = tab.locator(".matrix td[data-state]").evaluate_all(states)
    assert here.count("certain") > other.count("certain"), "what a county leads is sure only in that county"


def test_an_agency_shows_its_reforms_and_what_came_and_went(tab, site):
    tab.goto(f"{site}/agencies/health?{DAY}")
    words = tab.locator("main").inner_text()
    assert "划出" in words
    assert "新型农村合作医疗" in words
    assert tab.locator("svg.timeline rect.past").count() >= 2


def test_the_network_leads_to_an_agency(tab, site):
    tab.goto(f"{site}/agencies?{DAY}")
    link = tab.locator("svg.network a").first
    link.focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/agencies/*")


def test_a_list_is_narrowed_by_typing(tab, site):
    tab.goto(f"{site}/agencies?{DAY}")
    tab.fill("input[data-narrows]", "医疗保障")
    assert tab.locator("#agencies tbody tr:visible").count() == 1


def test_a_document_shows_its_clauses_and_what_was_read(tab, site):
    tab.goto(f"{site}/documents?{DAY}")
    tab.click("a:has-text('医疗救助实施办法')")
    tab.wait_for_load_state()
    clause = tab.locator("[id='第二条']")
    assert "组织实施" in clause.locator(".read").inner_text()
    accessible(tab)
    picture(tab, "document")


def test_documents_not_in_force_on_the_day_are_told_apart(tab, site):
    tab.goto(f"{site}/documents?at=2024-01-01&phase=coming")
    assert "社会救助法" in tab.locator("#documents").inner_text()
    assert "医疗救助实施办法" not in tab.locator("#documents").inner_text()


def test_two_files_are_compared_provision_by_provision(tab, site, tmp_path):
    old = EXAMPLES / "in-force" / "昌吉州医疗救助实施办法.txt"
    new = tmp_path / "新版.txt"
    new.write_text(old.read_text(encoding="utf-8").replace("救助60%", "救助65%"), encoding="utf-8")
    tab.goto(f"{site}/compare")
    tab.set_input_files("input[name=old_file]", old)
    tab.set_input_files("input[name=new_file]", new)
    tab.locator("button:has-text('对比')").first.click()
    tab.locator("table.difference").first.wait_for()
    assert tab.locator("table.difference tbody tr").count() == 1
    assert "65%" in " ".join(tab.locator("table.difference ins").all_inner_texts())
    accessible(tab)
    picture(tab, "compare-result")


def test_a_ready_made_question_is_asked_with_its_choices(tab, site):
    tab.goto(f"{site}/search?name=who-covers")
    tab.select_option("select[name=aid]", "medical")
    tab.locator("main form button:has-text('查询')").first.click()
    tab.wait_for_load_state()
    assert "医疗保障部门" in tab.locator("table.list").inner_text()


def test_a_question_that_needs_a_choice_asks_for_it_and_says_its_limit(tab, site):
    tab.goto(f"{site}/search?name=draft-join")
    assert tab.locator("table.list").count() == 0
    tab.locator("select[name=draft]").select_option(index=1)
    tab.locator("main form button:has-text('查询')").first.click()
    tab.wait_for_load_state()
    assert tab.locator("[role=status]:has-text('行')").count() == 1
    tab.goto(f"{site}/search?name=duties")
    assert "至多列出 3000 行" in tab.locator("main").inner_text()
    assert "已列到上限" not in tab.locator("main").inner_text()


def test_a_sparql_error_is_said_on_the_page(tab, site):
    tab.goto(f"{site}/search?query=SELECT {{")
    assert "语法" in tab.locator("[role=alert]").inner_text()


def test_an_officer_is_named_and_a_report_sent(tab, site):
    tab.goto(f"{site}/liaison")
    open_step(tab, "指定或者调整联络员")
    tab.select_option("select[name=agency]", "health")
    for name, value in (("name", "李四"), ("office", "医政处"), ("post", "副处长"), ("phone", "0991-1234567")):
        tab.fill(f"input[name={name}]", value)
    tab.click("button:has-text('登记')")
    tab.wait_for_load_state()
    assert "李四" in tab.locator("tr:has-text('卫生健康部门')").last.inner_text()
    tab.goto(f"{site}/reports?year=2026&quarter=3")
    open_step(tab, "报送本季度工作情况")
    tab.select_option("select[name=agency]", "health")
    tab.fill("textarea[name=工作措施]", "落实医疗救助政策。")
    tab.click("button:has-text('报送')")
    tab.wait_for_load_state()
    assert "落实医疗救助政策" in tab.locator("article").first.inner_text()


def test_a_meeting_is_called_held_and_followed_up(tab, site):
    tab.goto(f"{site}/desk")
    open_step(tab, "提出召开会议")
    tab.select_option("select[name=kind]", "liaison")
    tab.fill("input[name=title]", "联络员会议")
    tab.fill("input[name=when]", "2026-12-10T10:00")
    tab.click("button:has-text('提出召开')")
    tab.wait_for_url("**/meetings/*")
    accessible(tab)
    for step in ("通知成员单位", "召开会议"):
        open_step(tab, step)
        tab.click(f"button:has-text('{step}')")
        tab.wait_for_load_state()
    open_step(tab, "记录议定事项")
    tab.fill("textarea[name=text]", "年底前完成比对")
    tab.fill("input[name=due]", "2026-12-31")
    tab.click("button:has-text('记录议定事项')")
    tab.wait_for_load_state()
    assert "年底前完成比对" in tab.locator("table.list").inner_text()
    accessible(tab)
    picture(tab, "meeting")


def test_the_first_page_is_small(site):
    paths = ("/", "/static/style.css", "/static/page.js", "/static/check.js", "/static/icon.svg")
    assert sum(len(urlopen(site + path).read()) for path in paths) < 200_000


@pytest.mark.parametrize("name", PAGES)
def test_no_page_breaks_its_own_policy_or_loads_from_elsewhere(tab, site, name):
    said, asked = [], []
    tab.on("console", lambda m: said.append(m.text) if "Content Security Policy" in m.text else None)
    tab.on("pageerror", lambda error: said.append(str(error)))
    tab.on("request", lambda r: asked.append(r.url))
    tab.goto(site + PAGES[name][0])
    assert said == []
    assert [url for url in asked if not url.startswith(site)] == []
