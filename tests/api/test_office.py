"""The office's work over the API: who may do what, and a course from a finding to the minutes and the bulletin."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from fastapi.testclient import TestClient
from icalendar import Calendar
from openpyxl import load_workbook
from rdflib import Graph

from api.app import create_app
from api.settings import Settings
from api.workspace import Workspace
from checks.waivers import read_waivers
from consultation import people
from consultation.calendar import china_day
from consultation.database import transaction
from consultation.people import PERMISSIONS, UserRole
from ingest.readers.source import open_source

NOW = datetime.now(UTC)
TODAY = china_day(NOW)
EXAMPLES = Path(__file__).parents[2] / "examples" / "in-force"
API = "/api/v1"
TAGS = {"政策会商", "联席会议", "联络工作", "信息通报"}
SETTINGS = Settings(members="civil-affairs,hrss,finance", gates="公开征求意见,合法性审核")
FINDING = {
    "id": "f1",
    "code": "OV01",
    "message": "两个部门都牵头就业救助",
    "severity": "error",
    "route": "consultation",
    "agencies": ["hrss", "finance"],
    "aid": ["employment"],
    "evidence": [{"document": "甲.txt", "locator": "第一条", "quote": "由人社部门牵头。"}],
    "suggestion": "明确一个牵头部门",
}


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    workspace = Workspace(tmp_path_factory.mktemp("w") / ".huishang")
    workspace.create()
    for path in EXAMPLES.glob("社会救助法*"):
        workspace.keep(open_source(path), path.read_bytes())
    return create_app(SETTINGS, workspace)


@pytest.fixture(scope="module")
def clients(app):
    made = {}
    with transaction(app.state.engine) as session:
        for role in UserRole:
            fields = {"name": role.value, "password": "足够长的密码1234", "role": role, "agency": "hrss"}
            people.add_user(session, **fields, at=NOW)
            what = {"user": role.value, "label": "x", "scopes": PERMISSIONS[role]}
            key = people.make_token(session, **what, expires=NOW + timedelta(days=1), at=NOW)
            made[role] = TestClient(app, headers={"Authorization": f"Bearer {key}"})
    return made


def test_every_body_has_an_example_in_chinese(app):
    schemas = app.openapi()["components"]["schemas"]
    for path, operations in app.openapi()["paths"].items():
        for operation in operations.values():
            body = operation.get("requestBody", {}).get("content", {}).get("application/json")
            if body and TAGS & set(operation.get("tags", ())):
                name = body["schema"]["$ref"].rsplit("/", 1)[-1]
                assert schemas[name]["example"], (path, name)


@pytest.fixture
def office(clients):
    return clients[UserRole.OFFICE]


@pytest.fixture
def member(clients):
    """The liaison officer of hrss."""
    return clients[UserRole.LIAISON]


def post(client, path, expected=200, /, **body):
    answer = client.post(API + path, json=body)
    assert answer.status_code == expected, answer.text
    return answer.json() if "json" in answer.headers["content-type"] else answer


def words_of(answer):
    document = Document(BytesIO(answer.content))
    return "\n".join(
        [p.text for p in document.paragraphs] + [c.text for t in document.tables for r in t.rows for c in r.cells]
    )


def circulated(office, **more):
    made = post(office, "/cases", 201, title="就业救助牵头", initiator="民政部门", findings=[FINDING | more])
    return post(office, f"/cases/{made['number']}/circulate")


def disputed(office, member):
    number = circulated(office)["number"]
    post(member, f"/cases/{number}/opinions", stance="disagree", text="应由本单位牵头")
    post(office, f"/cases/{number}/opinions", agency="财政部门", stance="agree")
    post(office, f"/cases/{number}/consult")
    post(office, f"/cases/{number}/disagree", reason="由谁牵头")
    post(office, f"/cases/{number}/coordinate", large="两家都主张牵头", overall="影响全区就业救助")
    return number


def test_a_meeting_is_moved_and_its_notice_of_the_change_is_there(office, member):
    when, later = ((NOW + timedelta(days=n)).isoformat() for n in (3, 10))
    meeting = post(office, "/meetings", 201, title="第二次联席会议", when=when, place="三楼会议室")["number"]
    change = f"{API}/meetings/{meeting}/letters/change"
    post(office, f"/meetings/{meeting}/notify")
    post(member, f"/meetings/{meeting}/leaves", reason="出差")
    assert office.get(change).status_code == 409
    post(member, f"/meetings/{meeting}/postpone", 403, when=later, reason="会场冲突")
    post(office, f"/meetings/{meeting}/postpone", 409, when=when, reason="会场冲突")
    moved = post(office, f"/meetings/{meeting}/postpone", when=later, reason="会场冲突")
    assert (moved["state"], moved["leaves"], moved["former"][0]["place"]) == ("notified", [], "三楼会议室")
    assert "因会场冲突，改于" in words_of(office.get(change))


def test_a_course_from_a_finding_to_the_minutes(office, member):
    number = disputed(office, member)
    assert post(office, f"/cases/{number}/submit", reason="协调未果")["state"] == "submitted"
    when = (NOW + timedelta(days=3)).isoformat()
    meeting = post(office, "/meetings", 201, title="第一次联席会议", when=when, place="三楼会议室")["number"]
    assert number in post(office, f"/meetings/{meeting}/agenda")["agenda"]
    post(office, f"/meetings/{meeting}/notify")
    post(member, f"/meetings/{meeting}/leaves", reason="出差")
    held = post(office, f"/meetings/{meeting}/hold")
    assert (held["present"], held["absent"], held["leaves"][0]["agency"]) == (["civil-affairs", "finance"], [], "hrss")
    for letter, word in (("notice", "不得无故缺席"), ("agenda", "请会议议定")):
        assert word in words_of(office.get(f"{API}/meetings/{meeting}/letters/{letter}"))
    decided = {"text": "由人社部门牵头", "responsible": "人力资源社会保障部门", "due": "2099-06-30", "case": number}
    decided["decided_text"] = "第一条　县人力资源社会保障部门负责就业救助。"
    post(office, f"/meetings/{meeting}/decisions", **decided)
    assert "由人社部门牵头" in words_of(office.get(f"{API}/meetings/{meeting}/letters/minutes"))
    post(office, f"/meetings/{meeting}/minutes")
    post(office, f"/meetings/{meeting}/finish", 409)
    post(member, f"/meetings/{meeting}/progress", decision=1, done="已印发")
    assert post(office, f"/meetings/{meeting}/finish")["state"] == "followed"
    case = office.get(f"{API}/cases/{number}").json()
    assert (case["state"], case["decision"]["meeting"]) == ("settled", meeting)
    assert case["recheck"]["settled"] == ["f1"]
    told = [e["action"] for e in office.get(f"{API}/cases/{number}/events").json()]
    assert told[-3:] == ["deliberate", "settle", "recheck"]
    assert office.get(f"{API}/meetings/{meeting}/events").json()[0]["action"] == "propose"


def test_gates_in_use_stand_before_closing(office, member):
    number = disputed(office, member)
    post(office, f"/cases/{number}/settle", decision="由人社部门牵头", responsible="hrss", due="2099-01-01")
    assert "公开征求意见、合法性审核" in post(office, f"/cases/{number}/close", 409)["detail"]
    case = post(office, f"/cases/{number}/gates", gate="公开征求意见", status="asked")
    assert [g["status"] for g in case["gates"]] == ["asked", "none"]
    assert "30 日" in post(office, f"/cases/{number}/gates", 409, gate="公开征求意见", status="passed")["detail"]


def test_waivers_letters_and_rdf_of_cases(office, member, tmp_path):
    number = disputed(office, member)
    post(office, f"/cases/{number}/settle", decision="各自保留", responsible="hrss")
    assert "两个部门都牵头" in words_of(office.get(f"{API}/cases/{number}/letters/request"))
    assert "应由本单位牵头" in words_of(office.get(f"{API}/cases/{number}/letters/summary"))
    file = tmp_path / "豁免.toml"
    file.write_bytes(office.get(f"{API}/cases/waivers").content)
    assert f"第 {number} 号会商事项议定：各自保留" in {w.reason for w in read_waivers(file)}
    graph = Graph().parse(data=member.get(f"{API}/cases/export").text, format="turtle")
    assert len(graph) > 10


def test_a_case_from_a_draft_alone(office):
    made = post(
        office, "/cases", 201, title="审议草案", initiator="民政部门", draft="某办法（草案）", participants=["财政部门"]
    )
    assert (made["draft"], made["participants"], made["label"]) == ("某办法（草案）", ["finance"], "已立项")
    assert made["steps"][0]["action"] == "circulate"


REFUSED = {
    "another unit's opinion": ("opinions", {"agency": "finance", "stance": "agree"}, 403, "只能代表本单位"),
    "no such unit": ("opinions", {"agency": "没有的部门", "stance": "agree"}, 422, "没有的部门"),
    "disagreement without a reason": ("opinions", {"stance": "disagree"}, 409, "写明理由"),
    "no such stance": ("opinions", {"stance": "maybe"}, 422, "stance"),
    "a NUL": ("opinions", {"stance": "amend", "text": "a\0b"}, 422, "body"),
}


@pytest.mark.parametrize(("step", "body", "status", "word"), REFUSED.values(), ids=REFUSED)
def test_a_liaison_officer_is_refused_with_a_reason(office, member, step, body, status, word):
    number = circulated(office)["number"]
    assert word in post(member, f"/cases/{number}/{step}", status, **body)["detail"]


def test_a_step_that_is_not_possible_names_those_that_are(office):
    number = circulated(office)["number"]
    detail = post(office, f"/cases/{number}/close", 409)["detail"]
    assert "征求意见中" in detail
    assert "现在可以：提出意见" in detail


def test_who_acts_on_a_stale_version_is_told(office):
    case = circulated(office)
    path = f"{API}/cases/{case['number']}/opinions"
    body = {"agency": "hrss", "stance": "agree"}
    seen = office.get(f"{API}/cases/{case['number']}").headers["etag"]
    assert office.post(path, json=body, headers={"If-Match": seen}).status_code == 200
    again = office.post(path, json=body, headers={"If-Match": seen})
    assert again.status_code == 412
    assert "他人" in again.json()["detail"]
    assert len(office.get(f"{API}/cases/{case['number']}/events").json()) == 3


@pytest.mark.parametrize("finding", [{"severity": "grave"}, {"route": "nowhere"}, {"id": ""}, {"evidence": [{}]}])
def test_a_finding_that_makes_no_sense_opens_no_case(office, finding):
    post(office, "/cases", 422, title="t", initiator="民政部门", findings=[FINDING | finding])


def test_lists_come_in_pages_by_state(office):
    circulated(office)
    answer = office.get(f"{API}/cases", params={"state": "circulated", "limit": 1})
    assert [r["state"] for r in answer.json()] == ["circulated"]
    assert int(answer.headers["x-total-count"]) >= 1
    assert office.get(f"{API}/cases", params={"state": "nowhere"}).status_code == 422


def test_officers_change_and_are_listed(office, member):
    fields = {"name": "张某", "office": "救助处", "post": "副处长", "phone": ""}
    post(member, "/liaison", 201, **fields, since="2026-01-01")
    post(member, "/liaison", 403, **fields, agency="finance")
    post(member, "/liaison", 409, **fields, since="2025-01-01")
    found = {o["agency"]: o["name"] for o in member.get(f"{API}/liaison").json()}
    assert found == {"civil-affairs": "", "hrss": "张某", "finance": ""}
    lacks = {x["agency"]: x["what"] for x in member.get(f"{API}/liaison/lacking").json()}
    assert lacks == {"civil-affairs": "未指定联络员", "hrss": "缺少电话", "finance": "未指定联络员"}
    data = office.get(f"{API}/liaison/roster").content
    book = load_workbook(BytesIO(data))
    assert [r[0].value for r in book.active.iter_rows(min_row=2)] == ["civil-affairs", "hrss", "finance"]
    row = next(r for r in book.active.iter_rows(min_row=2) if r[0].value == "finance")
    row[2].value, row[6].value = "李某", NOW.replace(tzinfo=None)
    buffer = BytesIO()
    book.save(buffer)
    answer = office.post(f"{API}/liaison/roster", files={"file": ("名册.xlsx", buffer.getvalue())})
    assert answer.json() == {"changed": ["finance"]}
    assert office.post(f"{API}/liaison/roster", files={"file": ("名册.xlsx", b"x")}).status_code == 409


def test_reports_and_the_bulletin(office, member):
    post(office, "/bulletins", 409, year=2026, quarter=3)
    post(member, "/reports", 201, year=2026, quarter=3, sections={"工作措施": "走访", "存在不足": "人手不足"})
    post(member, "/reports", 403, agency="finance", year=2026, quarter=3, sections={"工作措施": "走访"})
    post(member, "/reports", 409, year=2026, quarter=3, sections={"其他": "走访"})
    post(member, "/reports/events", 201, title="雪灾", text="受灾群众已妥善安置")
    answer = member.get(f"{API}/reports", params={"year": 2026, "quarter": 3, "at": "2026-10-11"}).json()
    assert answer["deadline"] == "2026-10-10"
    assert {r["agency"]: r["status"] in ("submitted", "late") for r in answer["members"]}["hrss"]
    assert next(r for r in answer["members"] if r["agency"] == "finance")["words"] == "逾期未报"
    changed = member.get(f"{API}/bulletins/coverage", params={"year": 2026, "quarter": 3}).json()
    assert "medical-security" in {a for c in changed for a in c["after"]}
    text = words_of(post(office, "/bulletins", year=2026, quarter=3, number=3))
    assert all(word in text for word in ("2026年第3期", "走访", "覆盖变化", "医疗救助", "分送：各级党委、政府"))
    assert {r["kind"] for r in office.get(f"{API}/reports/all").json()} == {"quarterly", "event"}


def test_the_desk_and_its_calendar(office, member):
    number = circulated(office)["number"]
    mine = [d for d in member.get(f"{API}/desk").json() if d["reference"] == f"case/{number}"]
    assert [d["kind"] for d in mine] == ["reply"]
    assert mine[0]["phase"] in ("week", "later")
    assert "hrss" in mine[0]["who"]
    events = Calendar.from_ical(member.get(f"{API}/desk/calendar").content).walk("VEVENT")
    assert len({e["uid"] for e in events}) == len(events) > 0
