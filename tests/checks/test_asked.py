"""What a question says of its answer, and the rule that it makes with a flat yes or no."""

from __future__ import annotations

import pytest

from checks.compare.ground.questions import question_in


@pytest.mark.parametrize(
    ("asked", "answer", "rule"),
    [
        ("2.问：能干多久？", "最长3年。", "能干多久？"),
        ("问：父亲卧病在床，能不能由我替他递交？", "不能。必须本人来。", "父亲卧病在床，不能由我替他递交。"),
        ("问：我家不要房，改领租赁补贴行吗？", "不行。", "我家不要房，不能改领租赁补贴。"),
        ("1.能委托邻居代为申请吗？", "可以。", "可以委托邻居代为申请。"),
        ("1.能委托邻居代为申请吗？", "可以，但要带委托书。", ""),
        ("1.能委托邻居代为申请吗？", "请到窗口咨询。", ""),
        ("1.不参加劳动会停发吗？", "不会。", ""),
    ],
)
def test_what_question_and_answer_say(asked: str, answer: str, rule: str) -> None:
    question = question_in(asked, 0, len(asked))
    assert question is not None
    assert question.governs(answer) == rule
