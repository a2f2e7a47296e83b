"""草案审查 in a real browser: findings beside the text, filters, waivers, versions, downloads, the way to a case."""

from __future__ import annotations

from io import BytesIO

from docx import Document
from openpyxl import load_workbook

from tests.browser.looking import DRAFT, WORD, accessible, checked, fits, open_step, picture


def test_findings_stand_beside_the_marked_text_by_topic(tab, site):
    checked(tab, site)
    assert tab.locator("article.finding").count() >= 3
    assert tab.locator("mark").count() >= 3
    assert tab.locator("section.topic").count() >= 2
    assert tab.locator("article.finding table.slots").count() >= 1
    accessible(tab)
    picture(tab, "draft")


def test_the_other_clause_leads_to_its_document(tab, site):
    checked(tab, site)
    tab.locator("article blockquote.base a").first.click()
    tab.locator(".clause:target").wait_for()
    assert tab.locator(".clause:target").count() == 1


def test_progress_is_shown_while_a_draft_is_checked(tab, site):
    tab.goto(site)
    tab.fill("#text", DRAFT.read_text(encoding="utf-8"))
    tab.route("**/events", lambda route: None)  # the job goes on, its news never arrives
    tab.click("button:has-text('开始审查')")
    tab.locator("#progress").wait_for()
    assert not tab.locator("#check").is_visible()
    accessible(tab)


def test_a_form_works_without_scripts(browser, site):
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    checked(tab, site)
    assert tab.locator("article.finding").count() >= 3
    context.close()


def test_filters_hide_what_is_not_wanted(tab, site):
    checked(tab, site)
    before = tab.locator("article.finding:visible").count()
    tab.locator("[data-filters] input[value=info]").uncheck()
    tab.locator("[data-filters] input[value=conflict]").uncheck()
    assert tab.locator("article.finding:visible").count() < before
    assert tab.locator("article.finding.info:visible").count() == 0
    assert f"{before} 条中的" in tab.locator("[data-shown]").inner_text()


def test_one_topic_can_be_looked_at_alone(tab, site):
    checked(tab, site)
    tab.locator("[data-filters] select").select_option("1")
    assert tab.locator("section.topic:visible").count() == 1


def test_a_mark_leads_to_its_finding_and_back(tab, site):
    checked(tab, site)
    tab.locator("a.ref").first.click()
    assert tab.locator("article.finding:target").count() == 1
    tab.locator("article.finding:target h3 a").click()
    assert tab.locator("mark:target, a.ref:target").count() == 1


def test_a_finding_is_waived_with_a_reason_and_taken_back(tab, site):
    checked(tab, site, DRAFT)
    before = tab.locator("article[data-severity]").count()
    first = tab.locator("article[data-severity]").first
    first.locator("summary:has-text('豁免')").click()
    first.locator("textarea").fill("过渡期内保留，下一稿修改")
    first.locator("button:has-text('豁免此条')").click()
    tab.locator("#waived").wait_for()
    assert tab.locator("article[data-severity]").count() == before - 1
    assert "过渡期内保留" in tab.content()
    accessible(tab)
    tab.click("button:has-text('撤销豁免')")
    tab.wait_for_load_state()
    assert tab.locator("article[data-severity]").count() == before


def test_the_next_version_says_what_is_new_gone_and_still_there(tab, site, tmp_path):
    checked(tab, site, DRAFT)
    later = tmp_path / DRAFT.name
    later.write_text(DRAFT.read_text(encoding="utf-8").replace("6万元以上的", "5万元以上的"), encoding="utf-8")
    checked(tab, site, later)
    assert tab.locator(".tiles li:has-text('比上一版已消除') strong").inner_text() == "1"
    tab.click("button:has-text('与此稿对比')")
    tab.wait_for_url("**/changes*")
    assert tab.locator("section:has(#gone) li.finding").count() == 1
    assert tab.locator("section:has(#still) li.finding").count() >= 3
    assert "≥60000元" in tab.locator("table.difference del").all_inner_texts()
    accessible(tab)
    picture(tab, "draft-changes")


def _saved(tab, link):
    with tab.expect_download() as download:
        tab.click(f"a[href$='report.{link}']")
    return download.value.path().read_bytes()


def test_the_report_is_saved_in_every_form(tab, site):
    checked(tab, site)
    assert any("会商" in c.author for c in Document(BytesIO(_saved(tab, "docx"))).comments)
    assert load_workbook(BytesIO(_saved(tab, "xlsx"))).sheetnames[0] == "发现"
    assert b'"2.1.0"' in _saved(tab, "sarif")
    assert b'"findings"' in _saved(tab, "json")


def test_pasted_text_comes_back_as_a_commented_docx(tab, site):
    tab.goto(site)
    tab.fill("#text", DRAFT.read_text(encoding="utf-8"))
    tab.click("button:has-text('开始审查')")
    tab.wait_for_url("**/drafts/*")
    made = Document(BytesIO(_saved(tab, "docx")))
    assert len(list(made.comments)) >= 3
    assert any("第三条" in p.text for p in made.paragraphs)


def test_an_empty_form_is_answered_on_the_page(tab, site):
    tab.goto(site)
    tab.click("button:has-text('开始审查')")
    said = tab.locator("[role=alert]:visible")
    said.wait_for()
    assert "空" in said.inner_text()


def test_a_finding_goes_to_consultation_and_through_its_first_steps(tab, site):
    checked(tab, site)
    tab.locator("input[name=finding]").first.check()
    tab.fill("input[name=title]", "户籍条件")
    tab.click("button:has-text('送会商')")
    tab.wait_for_url("**/cases/*")
    open_step(tab, "通报各成员单位")
    tab.click("button:has-text('通报各成员单位')")
    tab.wait_for_load_state()
    assert "征求意见中" in tab.locator("[role=status]").first.inner_text()
    open_step(tab, "共同协商")
    tab.click("button:has-text('共同协商')")
    tab.wait_for_load_state()
    assert "未反馈" in tab.locator("[role=alert]").inner_text()
    accessible(tab)
    picture(tab, "case")
    tab.goto(site + "/desk")
    assert "户籍条件" in tab.content()


def test_the_result_is_readable_on_a_phone_and_in_print(phone, site):
    checked(phone, site, WORD)
    fits(phone)
    picture(phone, "draft-phone")
    phone.emulate_media(media="print")
    assert not phone.locator("header").is_visible()
    assert phone.locator("article.finding").first.is_visible()
