"""What stands in one clause and what in the next: conditions, terms, minutes, costs, whoever has the case."""

import pytest

from ingest.reading import read_text
from ontology.vocabulary import load_vocabulary


def rows(text):
    """(words, actors, modality) of every provision of a rule."""
    reading = read_text("a.txt", f"某县救助办法\n\n第一条 {text}\n", "0" * 64, load_vocabulary())
    return [(p.quote.text, {f"{a.agency}:{a.role}" for a in p.actors}, str(p.modality)) for p in reading.provisions]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("公示没有异议，或者异议不成立的，村民委员会将材料交乡镇人民政府。", 1),
        ("民政局应当公示名单，公示没有异议的，由乡镇人民政府审核。", 2),
        ("病情稳定、可以出院的，医疗机构应当通知救助管理站。", 1),
        ("申请人可以委托亲属，医疗机构应当通知救助管理站。", 2),
        ("本办法所称用能补助，是对居民用电支出给予的现金补助。", 1),
    ],
)
def test_a_condition_or_term_is_no_clause_of_its_own(text, quotes):
    assert len(rows(text)) == quotes


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("本办法所称用能补助，是对居民用电支出给予的现金补助。", "definition"),
        ("临时救助是国家对困难家庭给予的应急性、过渡性救助。", "declaration"),
        ("民政部门应急救助困难家庭。", "obligation"),
        ("不予救助的，书面告知理由。", "obligation"),
        ("三类人员以外的，一律不予资助。", "prohibition"),
        ("县教育局、县财政局等单位负责同志参加会议，县交通局会前书面请假。", "declaration"),
        ("县教育局、县财政局负责同志应当参加会议。", "obligation"),
    ],
)
def test_force(text, modality):
    assert rows(text)[-1][2] == modality


def test_who_bears_the_costs_is_settled_whoever_may_raise_the_standard():
    assert [m for *_, m in rows("各县可以提高标准，所需资金由本级财政承担。")] == ["permission", "obligation"]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("受理乡镇在5个工作日内完成调查。", {"township:lead"}),
        ("受理乡镇上报的材料。", set()),
        ("低保资金由县财政局通过银行账户直接支付到户。", {"finance:lead"}),
        ("低保资金由财政专户直接支付。", set()),
        ("联络员变动的及时告知办公室。", {"leading-office:recipient"}),
        ("被指定部门不得再次退回。", {"unresolved:lead"}),
        ("公安部门执勤时发现流浪人员的，应当拨打“120”。", {"police:lead"}),
    ],
)
def test_who_acts(text, actors):
    assert rows(text)[0][1] == actors
