"""Names for bodies that a document gives itself, read as it explains them and nowhere else."""

import pytest

from ingest.reading import read_text
from ontology.vocabulary import load_vocabulary

BOTH = "县民政部门和乡镇人民政府（以下统称审批机关）负责低保的审核确认。"
CASES = {
    "a collective": (BOTH, "审批机关应当自受理之日起三十日内办结。", ["civil-affairs", "township"]),
    "half-width brackets": (
        BOTH.replace("（", "(").replace("）", ")"),
        "审批机关应当及时办结。",
        ["civil-affairs", "township"],
    ),
    "a name that nobody knows": (
        "县财政局、民政局（以下简称联审单位）负责低保资金的审核。",
        "联审单位应当每季度核对一次。",
        ["finance", "civil-affairs"],
    ),
    "in a list": (BOTH, "审批机关和县财政局应当公布名单。", ["civil-affairs", "township", "finance"]),
    "those charged with assistance": (
        "教育、住房城乡建设、司法行政等部门按照各自职责，负责相应的社会救助管理工作。",
        "社会救助管理部门应当公布热线。",
        ["civil-affairs", "education", "housing", "justice"],
    ),
    "those charged, by a shorter word": (
        "县民政、教育、应急管理部门按照各自职责负责本行政区域内相应的救助管理工作。",
        "有关救助管理部门应当公布热线。",
        ["civil-affairs", "education", "emergency"],
    ),
    # quiet
    "nobody charged": (
        "有关部门按照各自职责负责相应的社会救助管理工作。",
        "有关救助管理部门应当公布热线。",
        ["unresolved"],
    ),
    "helpers are not charged": (
        "公安、税务等部门按照各自职责做好社会救助相关工作。",
        "有关救助管理部门应当公布热线。",
        ["unresolved"],
    ),
    "no definition": ("县民政部门负责低保。", "审批机关应当及时办结。", ["unresolved"]),
    "nobody in particular": (
        "县民政部门和有关部门（以下统称主管部门）负责低保。",
        "主管部门应当及时办结。",
        ["unresolved"],
    ),
    "a named body stays": (
        "县民政部门和财政部门（以下统称教育部门）负责低保。",
        "教育部门应当及时办结。",
        ["education"],
    ),
    "a term for people": (
        "县民政部门救助的家庭（以下统称救助家庭）如实申报。",
        "县财政局对救助家庭给予补助。",
        ["finance"],
    ),
}


@pytest.mark.parametrize(("first", "second", "wanted"), CASES.values(), ids=CASES)
def test_a_documents_own_name_stands_for_whom_it_explains(first, second, wanted):
    text = f"某县低保办法\n第一条　{first}\n第二条　{second}\n"
    reading = read_text("a.txt", text, "0", load_vocabulary())
    actors = [a.agency for p in reading.provisions if p.locator.startswith("第二条") for a in p.actors]
    assert list(dict.fromkeys(actors)) == wanted


def test_the_surface_is_the_words_of_the_text():
    text = f"某县低保办法\n第一条　{BOTH}\n第二条　审批机关应当及时办结。\n"
    reading = read_text("a.txt", text, "0", load_vocabulary())
    actors = [a for p in reading.provisions for a in p.actors if a.surface == "审批机关"]
    assert {a.agency for a in actors} == {"civil-affairs", "township"}
    assert all(text[a.start : a.end] == a.surface for a in actors)
