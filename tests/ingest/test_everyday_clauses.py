"""Clauses as local measures have them, read in a whole text: what each is for, of what aid, with what force."""

import pytest

from ingest.reading import read_text
from kg.model import Provision
from ontology.vocabulary import load_vocabulary


def clauses(*texts: str, title: str = "砚山县医疗救助办法") -> tuple[Provision, ...]:
    body = "\n".join(f"第{number}条　{text}" for number, text in zip("一二三四五六", texts, strict=False))
    return read_text("办法.txt", f"{title}\n\n{body}\n", "", load_vocabulary()).provisions


@pytest.mark.parametrize(
    ("text", "functions", "modality"),
    [
        ("失业人员享受最低生活保障待遇。", ("implement",), "entitlement"),
        ("低保对象可以享受医疗救助。", ("implement",), "entitlement"),
        ("就业后收入超过标准的，可以继续享受六个月的最低生活保障。", ("implement",), "entitlement"),
        ("民政部门可以继续发放六个月的补贴。", ("pay",), "permission"),
        ("为保护隐私，不宜公示救助名单。", ("inform",), "prohibition"),
        ("民政部门公示救助名单。", ("inform",), "obligation"),
    ],
)
def test_work_and_force(text: str, functions: tuple[str, ...], modality: str) -> None:
    (found,) = clauses(text)
    assert (found.functions, found.modality.value) == (functions, modality)


def test_whoever_deals_with_an_application_has_to() -> None:
    applied, accepted = clauses("残疾人可以向残联提出申请，由乡镇人民政府受理。")
    assert (applied.modality.value, accepted.modality.value) == ("entitlement", "obligation")


def test_relatives_may_apply_for_him() -> None:
    (found,) = clauses("行动不便的，可以由近亲属代为提出申请。")
    assert found.modality.value == "right"


@pytest.mark.parametrize(
    ("text", "aid"),
    [
        ("救助管理站应当为受助人员提供食宿。", ("vagrant",)),
        ("救助管理站应当协助民政部门实施临时救助。", ("temporary",)),
        ("医院应当为患者提供治疗。", ("medical",)),
    ],
)
def test_aid_told_by_those_who_are_helped(text: str, aid: tuple[str, ...]) -> None:
    assert clauses(text)[0].aid == aid


def test_the_name_of_a_joint_meeting_is_no_aid() -> None:
    found = clauses("县民政局负责汇总各单位意见。", title="砚山县困难群众基本生活保障工作联席会议纪要")
    assert found[0].aid == ("social-assistance",)
    found = clauses("县民政局负责汇总各单位意见。", title="砚山县困难群众基本生活保障办法")
    assert found[0].aid == ("living-aid",)


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("特困人员不设起付标准，按100%给予救助。", [("deductible", 0), ("rate", 100)]),
        ("边缘家庭起付标准为人均收入的10%，超过部分按60%给予救助。", [("deductible", 10), ("rate", 60)]),
        ("起付标准按照上年人均可支配收入的10%确定。", [("deductible", 10)]),
    ],
)
def test_a_share_behind_a_deductible(text: str, rates: list[tuple[str, int]]) -> None:
    (found,) = clauses(text)
    assert [(p.kind, p.value) for p in found.parameters] == rates


def test_papers_sent_to_a_body_whose_name_begins_like_another() -> None:
    found = clauses("用人单位应当将名单报社会保险经办机构备案。", "县报社负责宣传救助政策。")
    assert [(a.agency, a.role.value) for a in found[0].actors] == [
        ("employer", "lead"),
        ("handling-agency", "recipient"),
    ]
    assert [a.agency for a in found[1].actors] == ["broadcast"]


def test_a_short_task_is_no_heading() -> None:
    text = (
        "砚山县方案\n\n一、保障\n（一）县民政局牵头，各单位参与。\n（二）宣传部门要宣传救助政策。审计机关要加强监督。\n"
    )
    found = read_text("方案.txt", text, "", load_vocabulary()).provisions
    assert [a.agency for p in found[-2:] for a in p.actors] == ["publicity", "audit"]


def test_workers_from_the_country() -> None:
    found = clauses("农民合同制工人享受生活补助。", "农民和工人享受生活补助。")
    assert [sorted(map(sorted, p.groups)) for p in found] == [[["migrant-worker"]], [["farmer-herder"], ["worker"]]]


def test_what_people_are_reached_by_is_nobody_who_acts() -> None:
    found = clauses("县妇联通过家长学校、社区课堂等阵地开展宣传。", "县民政局通过社会组织开展入户走访。")
    assert [[a.role.value for a in p.actors] for p in found] == [["lead"], ["lead", "delegate"]]


def test_a_station_keeps_the_aid_of_a_text_on_others() -> None:
    found = clauses("县救助管理站设立庇护床位。", title="砚山县家庭暴力受害人妇女儿童帮扶办法")
    assert "vagrant" not in found[0].aid


@pytest.mark.parametrize(
    ("text", "aid"),
    [
        ("住院费用经基本医保、大病保险支付后，个人自付部分按70%给予救助。", ("medical",)),
        ("对因意外产生的医疗费用给予临时救助。", ("temporary",)),
        ("对生活困难的家庭按规定给予救助。", ("social-assistance",)),
    ],
)
def test_a_share_of_a_bill_is_medical_aid(text: str, aid: tuple[str, ...]) -> None:
    assert clauses(text, title="砚山县社会救助办法")[0].aid == aid
