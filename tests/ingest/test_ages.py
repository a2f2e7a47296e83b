"""Ages that make a group, and those that make none."""

import pytest

from ingest.extract.people.ages import find_ages

AGES = {
    "年满六十周岁的公民": "elderly",
    "60周岁以上": "elderly",
    "八十周岁以上的老年人": "senior",
    "80周岁至89周岁": "senior",
    "60至79周岁": "elderly",
    "16周岁至59周岁": "",
    "未满十六周岁的未成年人": "under16",
    "不满14周岁": "under16",
    "未满十八周岁的公民": "minor",
    "0—6岁残疾儿童": "preschool",
    "六周岁以下": "preschool",
    "七至十四周岁": "under16",
    "不满七周岁": "preschool",
    "零至七周岁残疾儿童": "minor",
    "7周岁以下": "minor",
    "十六周岁以上不满十八周岁": "minor",
    "年满十八周岁": "",
    "女满四十周岁": "",
    "工龄满十年": "",
}


@pytest.mark.parametrize("text", AGES)
def test_ages(text):
    assert "".join(group for _, _, group in find_ages(text)) == AGES[text]


def test_many_digits_cost_no_more_than_their_number():
    assert list(find_ages("1" * 100_000 + "岁")) != [("never",)]
