"""Each role in a real browser: where it begins, which pages it sees, what it may do there."""

from __future__ import annotations

import pytest

from tests.browser.looking import accessible, checked, enter, picture

READING = {"覆盖矩阵", "部门职责", "文件库", "版本对比", "检索"}
ROLES = {
    "analyst": ("/coverage", READING),
    "drafter": ("/", READING | {"草案审查"}),
    "liaison": ("/desk", READING | {"会商"}),
    "office": ("/desk", READING | {"草案审查", "会商"}),
    "admin": ("/", READING | {"草案审查", "会商"}),
}


@pytest.mark.parametrize("role", ROLES)
def test_each_role_begins_at_its_own_page_and_sees_its_own(browser, guarded, role):
    tab = enter(browser, guarded, role)
    home, links = ROLES[role]
    assert tab.url.removeprefix(guarded) == home
    assert set(tab.locator("nav a").all_inner_texts()) == links
    accessible(tab)
    picture(tab, f"role-{role}")


def test_login_leads_back_to_the_page_that_was_wanted(tab, guarded):
    tab.goto(f"{guarded}/agencies")
    assert "/login" in tab.url
    accessible(tab)
    picture(tab, "login")
    tab.fill("#name", "analyst")
    tab.fill("#password", "足够长的密码1234")
    tab.click("button:has-text('登录')")
    tab.wait_for_url("**/agencies")


def test_a_wrong_password_is_said_on_the_page(tab, guarded):
    tab.goto(f"{guarded}/login")
    tab.fill("#name", "analyst")
    tab.fill("#password", "不对的密码不对的密码")
    tab.click("button:has-text('登录')")
    assert "不对" in tab.locator("[role=alert]").inner_text()


def test_what_a_role_may_not_see_is_refused_on_a_page(browser, guarded):
    tab = enter(browser, guarded, "analyst")
    assert tab.goto(f"{guarded}/desk").status == 403
    assert "没有进行此项操作的权限" in tab.locator("[role=alert]").inner_text()
    accessible(tab)


def test_a_drafter_checks_his_draft_and_opens_no_case(browser, guarded):
    tab = enter(browser, guarded, "drafter")
    checked(tab, guarded)
    assert tab.locator("article.finding").count() >= 3
    assert tab.locator("#to-case").count() == 0


def test_a_drafter_does_not_see_another_persons_draft(browser, guarded):
    owner, other = enter(browser, guarded, "admin"), enter(browser, guarded, "drafter")
    checked(owner, guarded)
    number = owner.url.rsplit("/", 1)[1]
    assert other.goto(f"{guarded}/drafts/{number}").status == 404
    assert other.goto(f"{guarded}/drafts/{number}/changes?other={number}").status == 404


def test_a_liaison_officer_gives_the_opinion_of_his_own_unit_and_no_other_step(browser, guarded):
    office = enter(browser, guarded, "office")
    checked(office, guarded)
    office.fill("input[name=title]", "救助时限")
    office.click("button:has-text('送会商')")
    office.wait_for_url("**/cases/*")
    office.click("summary:has-text('通报各成员单位')")
    office.click("button:has-text('通报各成员单位')")
    office.wait_for_load_state()
    member = enter(browser, guarded, "liaison")
    member.goto(office.url)
    assert member.locator("#next ~ .card summary").all_inner_texts() == ["提出意见 反馈意见"]
    member.click("summary:has-text('提出意见')")
    member.fill("textarea[name=text]", "无修改意见")
    member.click("button:has-text('提出意见')")
    member.wait_for_load_state()
    assert "人力资源社会保障部门" in member.locator("section:has(#opinions) table").inner_text()
