"""Each page's main job in a real browser, for each role, with a picture and an accessibility check."""

from __future__ import annotations

from urllib.request import urlopen

import pytest

from tests.browser.conftest import EXAMPLES, OUTPUT, PASSWORD

DRAFT = next((EXAMPLES / "drafts").glob("草案一*.txt"))
WORD = next((EXAMPLES / "drafts").glob("草案一*.docx"))


def accessible(tab):
    """No serious violation by axe-core."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(tab).response["violations"]
    grave = [(v["id"], v["nodes"][0]["html"][:120]) for v in found if v["impact"] in ("serious", "critical")]
    assert grave == []


def picture(tab, name):
    tab.screenshot(path=OUTPUT / f"{name}.png", full_page=True)


def checked(tab, site):
    tab.goto(site)
    tab.set_input_files("#file", WORD)
    tab.fill("input[name=at]", "2026-08-01")
    tab.click("text=开始审查")
    tab.wait_for_url("**/drafts/*")


def test_a_drafter_sees_findings_beside_the_marked_text_and_downloads_the_draft(tab, site):
    checked(tab, site)
    assert tab.locator("article.finding").count() >= 3
    assert tab.locator("mark").count() >= 3
    accessible(tab)
    picture(tab, "draft")
    with tab.expect_download() as download:
        tab.click("text=批注版")
    assert download.value.path().read_bytes()[:2] == b"PK"


def test_filters_hide_what_is_not_wanted(tab, site):
    checked(tab, site)
    before = tab.locator("article.finding:visible").count()
    tab.locator("[data-filters] input[value=info]").uncheck()
    tab.locator("[data-filters] input[value=conflict]").uncheck()
    assert tab.locator("article.finding:visible").count() < before
    assert tab.locator("article.finding.info:visible").count() == 0


def test_a_mark_leads_to_its_finding_and_back(tab, site):
    checked(tab, site)
    tab.locator("a.ref").first.click()
    assert "#f" in tab.url
    assert tab.locator("article.finding:target").count() == 1


def test_the_second_version_says_what_is_new_and_gone(tab, site):
    checked(tab, site)
    checked(tab, site)
    assert "0" in tab.locator(".tiles li:has-text('比上一版新出现') strong").inner_text()


def test_an_empty_form_is_answered_on_the_page(tab, site):
    tab.goto(site)
    tab.click("text=开始审查")
    said = tab.locator("[role=alert]:visible")
    said.wait_for()
    assert "空" in said.inner_text()


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/coverage?at=2026-08-01", "民政部门"),
        ("/agencies?at=2026-08-01", "民政部门"),
        ("/agencies/civil-affairs?at=2026-08-01", "主责"),
        ("/documents?at=2026-08-01", "社会救助法"),
        ("/search?name=documents", "title"),
        ("/desk", "待办"),
    ],
)
def test_each_page_opens_and_is_accessible(tab, site, path, words):
    tab.goto(site + path)
    assert words in tab.content()
    accessible(tab)
    picture(tab, path.strip("/").split("?")[0].replace("/", "-"))


def test_a_cell_of_the_matrix_opens_its_clauses(tab, site):
    tab.goto(site + "/coverage?at=2026-08-01")
    tab.locator(".matrix td a").first.click()
    tab.locator("dialog cite").first.wait_for()


def test_a_document_shows_what_was_read(tab, site):
    tab.goto(site + "/documents?at=2026-08-01")
    tab.click("text=医疗救助实施办法")
    assert "读出的规定" in tab.content()
    accessible(tab)


def test_a_finding_goes_to_consultation_and_through_its_first_steps(tab, site):
    checked(tab, site)
    tab.locator("input[name=finding]").first.check()
    tab.fill("input[name=title]", "户籍条件")
    tab.click("button:has-text('送会商')")
    tab.wait_for_url("**/cases/*")
    tab.click("summary:has-text('通报各成员单位')")
    tab.click("button:has-text('通报各成员单位')")
    assert "征求意见中" in tab.locator("p[role=status]").inner_text()
    tab.click("summary:has-text('共同协商')")
    tab.click("button:has-text('共同协商')")
    assert "未反馈" in tab.locator("[role=alert]").inner_text()
    accessible(tab)
    picture(tab, "case")
    tab.goto(site + "/desk")
    assert "户籍条件" in tab.content()


def test_a_sparql_error_is_said_on_the_page(tab, site):
    tab.goto(site + "/search?query=SELECT {")
    assert "语法" in tab.locator("[role=alert]").inner_text()


def test_readable_on_a_phone_and_in_print(browser, site):
    context = browser.new_context(viewport={"width": 390, "height": 800})
    tab = context.new_page()
    checked(tab, site)
    assert tab.evaluate("document.documentElement.scrollWidth") <= 400
    picture(tab, "phone")
    tab.emulate_media(media="print")
    assert not tab.locator("header").is_visible()
    context.close()


def test_the_first_page_is_small(site):
    total = sum(len(urlopen(site + path).read()) for path in ("/", "/static/style.css", "/static/page.js"))
    assert total < 200_000


NAVIGATION = {
    "analyst": {"覆盖矩阵", "部门职责", "文件库", "版本对比", "检索"},
    "drafter": {"草案审查", "覆盖矩阵", "部门职责", "文件库", "版本对比", "检索"},
    "liaison": {"覆盖矩阵", "部门职责", "文件库", "版本对比", "会商", "检索"},
    "office": {"草案审查", "覆盖矩阵", "部门职责", "文件库", "版本对比", "会商", "检索"},
    "admin": {"草案审查", "覆盖矩阵", "部门职责", "文件库", "版本对比", "会商", "检索"},
}


@pytest.mark.parametrize("role", NAVIGATION)
def test_each_role_sees_its_own_pages(tab, guarded, role):
    tab.goto(guarded + "/login")
    accessible(tab)
    tab.fill("#name", role)
    tab.fill("#password", PASSWORD)
    tab.click("button:has-text('登录')")
    tab.goto(guarded + "/coverage")
    assert set(tab.locator("nav a").all_inner_texts()) == NAVIGATION[role]


def test_a_drafter_does_not_see_another_persons_draft(browser, guarded):
    def enter(role):
        tab = browser.new_context().new_page()
        tab.goto(guarded + "/login")
        tab.fill("#name", role)
        tab.fill("#password", PASSWORD)
        tab.click("button:has-text('登录')")
        return tab

    owner, other = enter("admin"), enter("drafter")
    checked(owner, guarded)
    number = owner.url.rsplit("/", 1)[1]
    assert other.goto(f"{guarded}/drafts/{number}").status == 404
