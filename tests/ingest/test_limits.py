"""What limits a provision, and what only looks like it."""

from itertools import pairwise

import pytest

from ingest.extract.force.limits import find_limits
from tests.ingest.reading_helpers import around, place


def limits(text: str) -> list[tuple[str, str, str]]:
    context = around(text)
    return [(x.kind, x.value, x.quote) for x in find_limits(context, *place(context, text))]


FOUND = {
    "同一人员不得重复享受同类补贴": ("stacking", "no-double", "不得重复享受同类补贴"),
    "具有多重身份的，按照就高不就低的原则给予补助": ("stacking", "highest-only", "按照就高不就低的原则"),
    "同一家庭只能选择其中一项享受": ("stacking", "choose-one", "只能选择其中一项"),
    "生活补贴和护理补贴可以同时享受": ("stacking", "allowed", "可以同时享受"),
    "国家另有规定的，从其规定": ("deference", "", "国家另有规定的，从其规定"),
    "具体办法由市民政局会同市财政局另行制定": ("delegation", "", "具体办法由市民政局会同市财政局另行制定"),
    "除特殊情况外，应当当场办结": ("exception", "", "除特殊情况外"),
    "残疾人代步车辆除外": ("exception", "", "残疾人代步车辆除外"),
    "已领取的人员不适用本办法": ("exclusion", "", "已领取的人员不适用本办法"),
    "所需资金按照国家有关规定执行": ("vague-reference", "", "按照国家有关规定执行"),
    "符合下列条件的可以申请": ("condition", "", "符合下列条件的"),
    "收入发生变化的，应当及时告知": ("condition", "", "收入发生变化的"),
}


@pytest.mark.parametrize("text", FOUND)
def test_found(text):
    assert FOUND[text] in limits(text)


QUIET = {
    "除现金外，还应当提供实物": "adds and limits nothing",
    "由乡镇人民政府负责审核": "assigns a duty, delegates no rule",
    "不得重复提交材料": "no rule on stacking aid",
    "依照《社会救助法》的规定执行": "a reference with a name",
}


@pytest.mark.parametrize("text", QUIET)
def test_quiet(text):
    assert limits(text) == [], QUIET[text]


def test_places_are_exact_and_do_not_overlap():
    text = "符合条件的，按照有关规定给予补助，但不得重复享受；国家另有规定的除外"
    context = around(text)
    found = find_limits(context, *place(context, text))
    assert all(text[x.start : x.end] == x.quote for x in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
