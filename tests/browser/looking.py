"""What the browser tests share: a draft checked, a page found accessible, a picture of it, somebody logged in."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import EXAMPLES, OUTPUT, PASSWORD

DRAFT = next((EXAMPLES / "drafts").glob("草案一*.txt"))
WORD = next((EXAMPLES / "drafts").glob("草案一*.docx"))


def accessible(tab):
    """No serious violation by axe-core."""
    found = Axe().run(tab).response["violations"]
    grave = [(v["id"], v["nodes"][0]["html"][:160]) for v in found if v["impact"] in ("serious", "critical")]
    assert grave == [], grave


def fits(tab):
    """Nothing stands out of the window sideways."""
    wide = tab.evaluate("document.documentElement.scrollWidth")
    assert wide <= tab.viewport_size["width"], wide


def picture(tab, name):
    """A screenshot among the test output."""
    tab.screenshot(path=OUTPUT / f"{name}.png", full_page=True)


def checked(tab, site, file=WORD):
    """A draft sent in, its findings on the page."""
    tab.goto(site)
    tab.set_input_files("#file", file)
    tab.fill("input[name=at]", "2026-08-01")
    tab.click("button:has-text('开始审查')")
    tab.wait_for_url("**/drafts/*")


def enter(browser, site, role):
    """Somebody of this role at the browser."""
    tab = browser.new_context(locale="zh-CN").new_page()
    tab.goto(f"{site}/login")
    tab.fill("#name", role)
    tab.fill("#password", PASSWORD)
    tab.click("button:has-text('登录')")
    tab.wait_for_load_state()
    return tab


def open_step(tab, word):
    """Unfold one of the next steps."""
    tab.click(f"summary:has-text('{word}')")
