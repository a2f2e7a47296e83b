"""账户 and the library in a browser: a password changed, a token made, users managed, documents in and out."""

from __future__ import annotations

import httpx

from tests.browser.conftest import EXAMPLES
from tests.browser.looking import accessible, enter, fits, open_step, picture

OLD, NEW = "起初的密码起初的密码", "另一个足够长的新密码"


def sign_in(tab, site, name, password):
    tab.goto(f"{site}/login")
    tab.fill("#name", name)
    tab.fill("#password", password)
    tab.click("button:has-text('登录')")
    tab.wait_for_load_state()


def add_user(admin, name, password):
    open_step(admin, "建立用户")
    form = "form[action='/users']"
    admin.fill(f"{form} input[name=name]", name)
    admin.fill(f"{form} input[name=password]", password)
    admin.select_option(f"{form} select[name=role]", "liaison")
    admin.select_option(f"{form} select[name=agency]", "finance")
    admin.click(f"{form} button")


def change_password(tab, old):
    for name, text in (("old", old), ("new", NEW), ("again", NEW)):
        tab.fill(f"input[name={name}]", text)
    tab.click("button:has-text('修改密码')")


def test_an_administrator_adds_a_user_who_changes_his_password_and_makes_a_token(browser, tab, guarded):
    admin = enter(browser, guarded, "admin")
    admin.click("a[href='/account']")
    add_user(admin, "新来的", OLD)
    assert "已建立用户“新来的”" in admin.locator("[role=status]").inner_text()
    assert "建立用户" in admin.locator("section:has(#lines)").inner_text()
    accessible(admin)
    picture(admin, "account-admin")

    sign_in(tab, guarded, "新来的", OLD)
    tab.click("a[href='/account']")
    assert tab.locator("#users").count() == 0
    change_password(tab, "不对的密码不对的密码")
    assert "原密码不对" in tab.locator("[role=alert]").inner_text()
    change_password(tab, OLD)
    tab.wait_for_url("**/login")
    sign_in(tab, guarded, "新来的", NEW)
    tab.goto(f"{guarded}/account")
    tab.fill("input[name=label]", "统计程序")
    tab.click("button:has-text('建立令牌')")
    secret = tab.locator("[role=status] code").inner_text()
    asked = httpx.get(f"{guarded}/api/v1/documents", headers={"Authorization": f"Bearer {secret}"}, trust_env=False)
    assert asked.status_code == 200
    tab.goto(f"{guarded}/account")
    assert secret not in tab.content()
    accessible(tab)
    tab.click("button:has-text('撤销')")
    assert "已经撤销" in tab.locator("[role=status]").inner_text()

    admin.goto(f"{guarded}/account")
    admin.locator("tr:has(th:text-is('新来的')) button:has-text('停用')").click()
    admin.wait_for_load_state()
    assert admin.locator("tr:has(th:text-is('新来的'))").count() == 0
    sign_in(tab, guarded, "新来的", NEW)
    assert "不对" in tab.locator("[role=alert]").inner_text()


def test_without_users_the_first_is_one_who_manages(phone, site):
    phone.goto(f"{site}/account")
    form = phone.locator("form[action='/users']")
    form.locator("input[name=name]").fill("甲")
    form.locator("input[name=password]").fill(NEW)
    form.locator("select[name=role]").select_option("analyst")
    form.locator("button").click()
    assert "第一个用户应为管理员" in phone.locator("[role=alert]").inner_text()
    fits(phone)
    accessible(phone)
    picture(phone, "account-phone")


def test_documents_are_added_and_taken_out(browser, guarded, tmp_path):
    admin, analyst = enter(browser, guarded, "admin"), enter(browser, guarded, "analyst")
    source = next((EXAMPLES / "in-force").glob("奇台*.txt")).read_text(encoding="utf-8")
    (tmp_path / "另一份办法.txt").write_text(source.replace("冬季取暖救助办法", "夏季降温救助办法"), encoding="utf-8")
    (tmp_path / "坏.docx").write_bytes(b"no document")
    analyst.goto(f"{guarded}/documents")
    assert analyst.locator("input[type=file]").count() == 0
    admin.goto(f"{guarded}/documents")
    open_step(admin, "加入现行文件")
    admin.set_input_files("input[name=files]", [tmp_path / "另一份办法.txt", tmp_path / "坏.docx"])
    admin.click("button:has-text('加入')")
    admin.wait_for_url("**done=*")
    assert "已加入 1 份文件" in admin.locator("[role=status]").inner_text()
    assert "坏.docx" in admin.locator("[role=alert]").inner_text()
    accessible(admin)
    admin.click("#documents a:has-text('夏季降温救助办法')")
    admin.click("button:has-text('移出文件库')")
    admin.wait_for_url("**/documents?done=*")
    assert admin.locator("#documents a:has-text('夏季降温救助办法')").count() == 0
