"""Rows of tables: who acts and who benefits by the heads of the columns."""

import pytest

from ingest.reading import read_text
from kg.model import Provision
from ontology.vocabulary import load_vocabulary

TASKS = ("序号", "工作任务", "完成时限", "牵头单位", "配合单位")
LIST = ("服务项目", "服务对象", "服务标准", "责任单位")


def provision(head: tuple[str, ...], *rows: tuple[str, ...]) -> Provision:
    """The provision of the first row of a table with bars."""
    lines = [f"| {' | '.join(cells)} |" for cells in (head, ("---",) * len(head), *rows)]
    return read_text("表.txt", "残疾人救助任务表\n\n" + "\n".join(lines), "", load_vocabulary()).provisions[0]


@pytest.mark.parametrize(
    ("head", "row", "actors", "functions"),
    [
        (
            TASKS,
            ("1", "开展残疾人辅具适配", "12月底前", "县残联", "县卫健局、县民政局"),
            {"disabled-fed:lead", "health:assist", "civil-affairs:assist"},
            {"implement"},
        ),
        (
            TASKS,
            ("1", "建立信息共享机制", "长期", "县民政局", "县公安局"),
            {"civil-affairs:lead", "police:assist"},
            {"inform"},
        ),
        (
            LIST,
            ("残疾儿童康复训练", "0至6岁残疾儿童", "每人每年2万元", "区残联、区卫健委"),
            {"disabled-fed:lead", "health:lead"},
            {"pay"},
        ),
        # columns that say nothing of who acts, a row that is cut otherwise than its head
        (("项目", "标准", "备注"), ("护理补贴", "每人每月100元", "县民政局"), {"civil-affairs:lead"}, {"pay"}),
        (LIST, ("护理补贴", "每人每月100元", "县民政局"), {"civil-affairs:lead"}, {"pay"}),
    ],
)
def test_who_acts(head: tuple[str, ...], row: tuple[str, ...], actors: set[str], functions: set[str]) -> None:
    found = provision(head, row, row)
    assert {f"{a.agency}:{a.role.value}" for a in found.actors} == actors
    assert set(found.functions) == functions


@pytest.mark.parametrize(
    ("head", "row", "groups"),
    [
        (LIST, ("困难残疾人生活补贴", "低保家庭残疾人", "每人每月100元", "民政局"), {"dibao+disabled"}),
        (LIST, ("困难残疾人生活补贴", "见文件", "每人每月100元", "民政局"), {"disabled+hardship"}),
        (("项目", "标准", "责任单位"), ("孤儿助学金", "每人5000元", "民政局"), {"orphan"}),
    ],
)
def test_who_benefits(head: tuple[str, ...], row: tuple[str, ...], groups: set[str]) -> None:
    assert {"+".join(g) for g in provision(head, row, row).groups} == groups


def test_tabs_part_cells_as_bars_do() -> None:
    rows = ("任务\t牵头单位\t配合单位", "提高低保标准\t县民政局\t县财政局", "完成危房改造\t县住建局\t各乡镇")
    found = read_text("表.txt", "救助任务表\n\n" + "\n".join(rows), "", load_vocabulary()).provisions
    assert [{f"{a.agency}:{a.role.value}" for a in p.actors} for p in found] == [
        {"civil-affairs:lead", "finance:assist"},
        {"housing:lead", "township:assist"},
    ]
