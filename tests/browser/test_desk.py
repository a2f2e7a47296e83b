"""The office's desk in a real browser: the bulletin, major events, meeting letters, a meeting called off, gates."""

from __future__ import annotations

from io import BytesIO

from docx import Document
from openpyxl import load_workbook

from tests.browser.looking import accessible, checked, enter, fits, open_step, picture


def saved(tab, link):
    """The text of a .docx behind a link."""
    with tab.expect_download() as download:
        tab.click(link)
    return "\n".join(p.text for p in Document(BytesIO(download.value.path().read_bytes())).paragraphs)


def press(tab, name):
    """Unfold a step and take it."""
    open_step(tab, name)
    tab.click(f"button:has-text('{name}')")
    tab.wait_for_load_state()


def report(tab, site, agency, title):
    """A major event reported on the page."""
    tab.goto(f"{site}/reports")
    open_step(tab, "报送重大情况")
    form = tab.locator("form[action='/reports/events']")
    form.locator("select").select_option(agency)
    form.locator("input[name=title]").fill(title)
    form.locator("textarea").fill("受灾群众已经妥善安置。")
    form.locator("button").click()
    tab.wait_for_url("**#events")


def test_a_major_event_is_reported_and_stands_in_the_bulletin_until_it_is_compiled(tab, site):
    report(tab, site, "civil-affairs", "雪灾救助")
    assert "雪灾救助" in tab.locator("section:has(#events)").inner_text()
    accessible(tab)
    picture(tab, "reports-event")
    tab.click("a:has-text('编印工作简报')")
    tab.locator(".paper").wait_for()
    paper = tab.locator(".paper").inner_text()
    assert "雪灾救助（民政部门）：受灾群众已经妥善安置。" in paper and "会商情况" in paper
    accessible(tab)
    picture(tab, "bulletin-preview")
    letter = "".join(saved(tab, "a:has-text('下载预览稿')").split())
    assert all("".join(line.split()) in letter for line in paper.splitlines())
    tab.fill("input[name=number]:visible", "12")
    tab.click("button:has-text('查看')")
    tab.locator(".paper:has-text('第12期')").wait_for()
    tab.click("button:has-text('编印简报')")
    tab.wait_for_url("**done=true")
    assert "第12期" in tab.locator(".paper").inner_text()
    assert tab.locator("button:has-text('编印简报')").count() == 0
    assert "雪灾救助" in saved(tab, "a:has-text('下载简报')")


def test_the_bulletin_is_readable_on_a_phone(phone, site):
    report(phone, site, "health", "疫情救助")
    phone.click("a:has-text('编印工作简报')")
    phone.locator(".paper").wait_for()
    fits(phone)
    accessible(phone)
    picture(phone, "bulletin-phone")


def called(tab, site, title):
    """A regular conference proposed and announced."""
    tab.goto(f"{site}/desk")
    open_step(tab, "提出召开会议")
    tab.fill("input[name=title]", title)
    tab.fill("input[name=when]", "2099-12-10T10:00")
    tab.fill("input[name=place]", "三楼会议室")
    tab.click("button:has-text('提出召开')")
    tab.wait_for_url("**/meetings/*")
    assert tab.locator("a[href$='.docx']").count() == 0
    press(tab, "通知成员单位")


def test_a_meeting_has_its_letters_when_they_are_due(tab, site):
    called(tab, site, "第一次联席会议")
    assert "不得无故缺席" in saved(tab, "a:has-text('会议通知')")
    assert tab.locator("a:has-text('会议纪要')").count() == 0
    press(tab, "召开会议")
    open_step(tab, "记录议定事项")
    tab.fill("textarea[name=text]", "月底前完成比对")
    tab.fill("input[name=due]", "2099-12-31")
    tab.click("button:has-text('记录议定事项')")
    tab.wait_for_load_state()
    assert "会议议定：月底前完成比对" in saved(tab, "a:has-text('会议纪要')")
    accessible(tab)
    picture(tab, "meeting-letters")


def test_a_meeting_is_called_off_with_a_reason(tab, site):
    called(tab, site, "第二次联席会议")
    open_step(tab, "取消会议")
    tab.fill("form[action$='/cancel'] textarea", "议题尚不成熟")
    tab.click("button:has-text('取消会议')")
    tab.wait_for_load_state()
    assert "已取消" in tab.locator("[role=status]").first.inner_text()
    assert "议题尚不成熟" in tab.locator("section:has(#log)").inner_text()
    assert tab.locator("#next").count() == 0
    assert "因议题尚不成熟取消" in saved(tab, "a:has-text('会议取消通知')")


def test_a_meeting_is_moved_and_members_are_told(tab, site):
    called(tab, site, "第四次联席会议")
    open_step(tab, "改期")
    tab.fill("form[action$='/postpone'] input[name=when]", "2099-12-17T14:30")
    tab.fill("form[action$='/postpone'] input[name=place]", "五楼会议室")
    tab.fill("form[action$='/postpone'] textarea", "会场冲突")
    tab.click("button:has-text('改期')")
    tab.wait_for_load_state()
    assert "原定 2099-12-10 10:00" in tab.locator("dl.facts").inner_text()
    assert "因会场冲突，改于2099年12月17日14:30在五楼会议室召开" in saved(tab, "a:has-text('会议改期通知')")
    accessible(tab)
    picture(tab, "meeting-moved")


def test_a_decision_refused_leaves_no_half_of_itself(tab, site):
    called(tab, site, "第三次联席会议")
    press(tab, "召开会议")
    open_step(tab, "记录议定事项")
    tab.fill("textarea[name=text]", "没有期限的事项")
    tab.click("button:has-text('记录议定事项')")
    tab.wait_for_load_state()
    assert "完成期限" in tab.locator("[role=alert]").inner_text()
    assert tab.locator("section:has(#decisions) table").count() == 0


def opened(tab, site, title):
    """A case of all findings of the example draft."""
    checked(tab, site)
    tab.fill("input[name=title]", title)
    tab.click("button:has-text('送会商')")
    tab.wait_for_url("**/cases/*")


def move(tab, gate, word, reason=""):
    """A gate moved on the page; how it stands afterwards."""
    row = tab.locator(f"section:has(#gates) tr:has(th:text-is('{gate}'))")
    row.locator("select").select_option(label=word)
    row.locator("input[name=reason]").fill(reason)
    row.locator("button").click()
    tab.wait_for_load_state()
    return row.locator(".tag").inner_text()


def test_the_gates_of_a_case_follow_its_steps_and_their_order(tab, site):
    opened(tab, site, "出台前程序")
    tags = tab.locator("section:has(#gates) .tag")
    assert tags.all_inner_texts() == ["未开始", "未开始"]
    assert move(tab, "合法性审核", "已提请") == "未开始"
    assert "应当先通过征求意见" in tab.locator("[role=alert]").inner_text()
    press(tab, "通报各成员单位")
    assert tags.all_inner_texts() == ["已提请", "未开始"]
    accessible(tab)
    picture(tab, "case-gates")
    tab.goto(f"{site}/desk")
    tab.click("button:has-text('写入图谱并检索')")
    tab.locator("table a:has-text('第 1 号')").first.click()
    tab.wait_for_url("**/cases/1")


def test_gates_are_moved_and_a_decided_text_is_checked_again(browser, guarded):
    office = enter(browser, guarded, "office")
    opened(office, guarded, "议定文本")
    press(office, "通报各成员单位")
    units = office.locator("dt:text-is('参加单位') + dd").inner_text().split("、")
    offered = office.locator("form[action$='/opine'] select[name=agency] option").all_text_contents()
    assert set(offered[: len(units)]) == set(units) and "科学技术协会" in offered
    for agency in units:
        open_step(office, "提出意见")
        office.select_option("form[action$='/opine'] select[name=agency]", label=agency)
        office.locator("form[action$='/opine'] select[name=finding]").select_option(index=1)
        office.click("button:has-text('提出意见')")
        office.wait_for_load_state()
    assert "整个事项" not in office.locator("section:has(#opinions)").inner_text()
    press(office, "共同协商")
    assert move(office, "合法性审核", "已提请") == "已提请"
    assert move(office, "合法性审核", "未通过") == "已提请"
    assert "未通过的原因" in office.locator("[role=alert]").inner_text()
    assert move(office, "合法性审核", "未通过", "与上位法不一致") == "未通过"
    assert move(office, "合法性审核", "已提请") == "已提请"
    assert move(office, "合法性审核", "已通过") == "已通过"
    open_step(office, "确认协商一致")
    office.fill("form[action$='/agree'] textarea[name=decision]", "按修改后的文本印发")
    office.fill("form[action$='/agree'] textarea[name=decided_text]", "第一条　县民政局负责临时救助。")
    office.click("button:has-text('确认协商一致')")
    office.locator("#recheck").wait_for()
    assert "已消除" in office.locator("section:has(#recheck)").inner_text()
    accessible(office)
    picture(office, "case-recheck")


def test_a_liaison_officer_reports_for_his_unit_and_sees_no_office_work(browser, guarded):
    member, office = enter(browser, guarded, "liaison"), enter(browser, guarded, "office")
    report(office, guarded, "finance", "资金缺口")
    report(member, guarded, "hrss", "规模裁员")
    seen = member.locator("section:has(#events)").inner_text()
    assert "规模裁员" in seen and "资金缺口" not in seen
    assert member.locator("a:has-text('工作简报')").count() == 0
    assert member.goto(f"{guarded}/bulletin").status == 403
    called(office, guarded, "联席会议")
    assert member.goto(office.url).status == 200
    assert member.locator("a[href$='.docx']").count() == 0
    assert member.locator("#next ~ .card summary").all_inner_texts() == ["请假 请假说明"]


def test_the_roster_goes_out_and_comes_in_again_and_due_dates_go_into_a_calendar(tab, site, tmp_path):
    tab.goto(f"{site}/liaison")
    open_step(tab, "名册 .xlsx")
    with tab.expect_download() as download:
        tab.click("a:has-text('导出名册')")
    assert download.value.suggested_filename == "联络员名册.xlsx"
    book = load_workbook(BytesIO(download.value.path().read_bytes()))
    for row in book.active.iter_rows(min_row=2):
        if row[0].value == "audit":
            for cell, value in zip(row[2:], ("赵某", "社会保障审计处", "处长", "0991-1", "2026-03-02"), strict=True):
                cell.value = value
    book.save(tmp_path / "名册.xlsx")
    tab.set_input_files("input[name=file]", tmp_path / "名册.xlsx")
    tab.click("button:has-text('导入')")
    assert "已登记 1 个单位" in tab.locator("[role=status]").inner_text()
    assert "赵某" in tab.locator("tr:has(th:text-is('审计机关'))").inner_text()
    accessible(tab)
    tab.goto(f"{site}/desk")
    with tab.expect_download() as download:
        tab.click("a:has-text('日历 .ics')")
    assert download.value.path().read_text(encoding="utf-8").startswith("BEGIN:VCALENDAR")
