"""One table of the steps of a case: it has them all, and the command line takes a case along it."""

from __future__ import annotations

import inspect

import pytest

from api.cli import main
from api.commands.case import command
from api.steps import DECIDING, OF_MEMBERS, STEPS
from consultation.case_steps import CASE

ELSEWHERE = {"open", "deliberate", "recheck"}  # by a report, by a meeting, by a decided text


def test_every_step_of_the_machine_is_in_the_table_and_a_command():
    assert set(STEPS) == {s.action for s in CASE.steps} - ELSEWHERE
    assert set(STEPS) <= set(command.commands)
    assert set(STEPS) >= OF_MEMBERS | DECIDING


@pytest.mark.parametrize("action", STEPS)
def test_a_step_asks_for_what_its_function_takes(action):
    step = STEPS[action]
    taken = inspect.signature(step.take).parameters
    loose = any(p.kind is p.VAR_KEYWORD for p in taken.values())
    assert loose or {f.name for f in step.fields} <= set(taken)


COURSE = [
    ("open --title 取暖补贴 --initiator 民政部门 --draft 草案 --participant 财政部门", 0, "已立项"),
    ("circulate 1 --reply-by 2099-01-05", 0, "2099-01-05"),
    ("consult 1", 2, "未反馈意见"),
    ("opine 1 --agency 财政部门", 2, "--stance"),
    ("opine 1 --agency 财政部门 --stance 赞成", 2, "只能写：同意"),
    ("opine 1 --agency 财政部门 --stance 不同意 --text 资金渠道不明", 0, "未反馈：无"),
    ("consult 1", 0, "会商中"),
    ("disagree 1 --reason 由谁出资", 0, "有分歧"),
    ("coordinate 1 --large 大", 2, "--overall"),
    ("coordinate 1 --large 大 --overall 全局", 0, "办公室协调中"),
    ("settle 1 --decision 由财政列支 --responsible 财政部门 --due 2099-06-30", 0, "已议定"),
    ("close 1", 0, "已办结"),
    ("withdraw 1 --reason x", 2, "已办结"),
    ("log 1", 0, "资金渠道不明"),
]


def test_a_case_goes_its_course_on_the_command_line(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HUISHANG_BY", "李四")
    for line, status, word in [("init", 0, ""), *COURSE]:
        with pytest.raises(SystemExit) as end:
            main(line.split() if line == "init" else ["case", *line.split()])
        said = capsys.readouterr()
        assert ((end.value.code or 0), word in said.out + said.err) == (status, True), (line, said)
    assert (tmp_path / "征求意见函.docx").exists() and (tmp_path / "意见汇总表.docx").exists()
