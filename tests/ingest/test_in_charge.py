"""Who is in charge where a noun says it, and who only helps."""

import pytest

from ingest.reading import read_text
from ontology.vocabulary import load_vocabulary

SAID = {
    "a post, then its body": ("辅助器具适配工作的牵头单位为县残联。", [{("disabled-fed", "lead")}]),
    "a body, then its post": ("县残联是辅助器具适配工作的主管部门。", [{("disabled-fed", "lead")}]),
    "who helps, by a post": (
        "辅助器具适配工作的牵头单位为县残联，配合单位为县卫生健康局。",
        [{("disabled-fed", "lead")}, {("health", "assist"), ("disabled-fed", "lead")}],
    ),
    "mainly one": (
        "辅助器具适配以县残联为主，县卫生健康局配合。",
        [{("disabled-fed", "lead")}, {("health", "assist"), ("disabled-fed", "lead")}],
    ),
    "in the main, and beside it": (
        "辅助器具适配由县残联主责，县卫生健康局协同。",
        [{("disabled-fed", "lead")}, {("health", "assist"), ("disabled-fed", "lead")}],
    ),
    "who convenes": (
        "建立困境儿童保障联席会议制度，召集人由县民政局主要负责人担任。",
        [set(), {("civil-affairs", "lead")}],
    ),
    "a member of a group": ("成立困境儿童保障领导小组，县教育局为成员单位。", [set()]),
    "bodies in a mechanism": (
        "建立残联牵头、住房城乡建设、财政等部门配合的无障碍改造工作协调机制。",
        [{("disabled-fed", "lead"), ("unresolved", "assist")}],
    ),
}


@pytest.mark.parametrize(("said", "expected"), SAID.values(), ids=SAID)
def test_a_noun_says_who_acts(said, expected):
    reading = read_text("a.txt", f"某县工作细则\n\n第一条　{said}\n", "0" * 64, load_vocabulary())
    assert [{(a.agency, str(a.role)) for a in p.actors} for p in reading.provisions] == expected
