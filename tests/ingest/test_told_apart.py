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
        ("公安机关通报的监护失当个案，由县妇联负责调查。", 1),
        ("公安机关通报情况，由县妇联负责调查。", 2),
        ("各地给予的生活补助，每户每年不得低于300元。", 1),
        ("患者身份不明的，其急救期间的合规费用，由医疗机构申请支付。", 1),
        ("患者身份不明的，费用不列入支付范围，由医疗机构申请支付。", 2),
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
        ("可由县民政局商请公安机关、法院协助核查。", {"civil-affairs:lead", "police:joint", "court:joint"}),
        ("公安机关协助县民政局核查。", {"civil-affairs:lead", "police:assist"}),
        ("由县民政局会同乡镇验收。", {"civil-affairs:lead", "township:joint"}),
        ("监督投诉：县纪委监委受理举报。", {"supervision:lead"}),
        ("公安部门执勤时发现流浪人员的，应当拨打“120”。", {"police:lead"}),
    ],
)
def test_who_acts(text, actors):
    assert rows(text)[0][1] == actors


def items(stem, *texts):
    """Locators of what is read of an article and its items."""
    numbered = "".join(f"（{n}）{t}\n" for n, t in zip("一二三", texts, strict=False))
    reading = read_text("a.txt", f"某县救助办法\n\n第一条 {stem}：\n{numbered}", "0" * 64, load_vocabulary())
    return [p.locator for p in reading.provisions]


@pytest.mark.parametrize(
    ("stem", "texts", "locators"),
    [
        # each sort says what is done in it
        (
            "资金按下列项目开支",
            ("生活帮扶。节日走访慰问，每户2000元。", "医疗帮扶。自付超过5000元的，按三成补助，年度最高3万元。"),
            ["第一条", "第一条第（一）项", "第一条第（二）项"],
        ),
        ("资金用于下列项目", ("生活帮扶；", "医疗帮扶。"), ["第一条"]),
        # things, whoever makes them, and what somebody does
        ("证明包括", ("民政部门出具的证明；", "医疗机构出具的诊断书。"), ["第一条"]),
        (
            "职责包括",
            ("民政部门出具证明；", "医疗机构开展诊断。"),
            ["第一条", "第一条第（一）项", "第一条第（二）项"],
        ),
    ],
)
def test_items_that_say_what_is_done_are_clauses(stem, texts, locators):
    assert items(stem, *texts) == locators


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("一、健全制度\n完善救助机制。\n二、申报要求。医疗机构按季度申报。\n", ["完善救助机制", "医疗机构按季度申报"]),
        ("一、健全制度\n完善救助机制。\n二、落实救助标准。\n", ["完善救助机制", "落实救助标准"]),
    ],
)
def test_what_a_paragraph_is_about_is_its_heading(text, quotes):
    reading = read_text("a.txt", f"某县救助工作通知\n\n{text}", "0" * 64, load_vocabulary())
    assert [p.quote.text for p in reading.provisions] == quotes
