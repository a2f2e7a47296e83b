"""Citations: acts by title with and without 《》, lists of articles in full, relative references resolved."""

import pytest

from ingest.extract.cited.citations import find_citations
from tests.ingest.quantity_helpers import cited, clause_of, document

TITLES = [
    ("根据《社会救助暂行办法》和《失业保险条例》等规定", ["社会救助暂行办法", "失业保险条例"]),
    (
        "按照《中共中央办公厅 国务院办公厅印发〈关于改革的意见〉的通知》执行",
        ["中共中央办公厅 国务院办公厅印发〈关于改革的意见〉的通知"],
    ),
    ("《某某审批办法（试行）》（民发〔2012〕220号）同时废止", ["某某审批办法（试行）"]),
    ("根据《慈善法》第三条、第五条的规定", ["慈善法 第三条,第五条"]),
    ("律师应当依照律师法和本条例的规定履行义务", ["律师法"]),
    ("按照社会保险法第三十七条第二项中的标准", ["社会保险法 第三十七条第二项"]),
    ("参照公务员法管理", ["公务员法"]),
    ("按照职业病防治法规定被诊断", ["职业病防治法"]),
    ("依照某地特有的养老促进条例第二十条执行", ["某地特有的养老促进条例 第二十条"]),
    ("根据宪法，制定本法", ["宪法"]),
]
NO_TITLES = [
    "中华人民共和国某法（以下简称《某法》）",
    "填写《申请审批表》，提交《残疾人证》和《户口簿》",
    "依照税法，按照有关规定，依法办理",
    "公民应当遵守宪法和法律",
    "制定本办法，违反本条例规定的",
    "增强法治观念，加强法律援助，采取方法",
    "《没有结束的题目",
]
OWN = [
    ("违反本办法第十一条第二款第(三)项规定的", [" 第十一条第二款第三项"]),
    ("依照本法第二十三条、第二十五条和第三十条处罚", [" 第二十三条,第二十五条,第三十条"]),
    ("享受本条例第三十条和本条例第三十二条规定的待遇", [" 第三十条", " 第三十二条"]),
    ("适用第七条至第九条的规定", [" 第七条至第九条"]),
    ("符合本法第三条第一项至第三项的", [" 第三条第一项至第三项"]),
    ("符合本法第三条第（一）至（三）项的", [" 第三条第一项至第三项"]),
    ("按照第10条第一、二款办理", [" 第十条第一款,第十条第二款"]),
    ("符合第十五条之一规定的", [" 第十五条之一"]),
    ("本规定第三章、第四章自公布之日起施行", [" 第三章,第四章"]),
]
RELATIVE = [
    ("应当提交前款规定的材料", [" 第十六条第二款"]),
    ("依照前款第(二)项、第(四)项处理", [" 第十六条第二款第二项,第十六条第二款第四项"]),
    ("前两款规定的事项", [" 第十六条第一款,第十六条第二款"]),
    ("依照前条第二款执行", [" 第十五条第二款"]),
    ("按照本条规定处理", [" 第十六条"]),
    ("适用本条第一款第一项、第二项", [" 第十六条第一款第一项,第十六条第一款第二项"]),
    ("违反第一款规定的", [" 第十六条第一款"]),
    ("适用本条前款规定", [" 第十六条第二款"]),
    ("上述人员、下列情形、前述材料", []),
    ("本条例另有规定的", []),
    ("安排三条线路、第一批款项", []),
]


@pytest.mark.parametrize(("text", "expected"), TITLES)
def test_titles(text: str, expected: list[str]) -> None:
    assert cited(text) == expected


@pytest.mark.parametrize("text", NO_TITLES)
def test_what_is_no_act(text: str) -> None:
    assert cited(text) == []


@pytest.mark.parametrize(("text", "expected"), OWN)
def test_articles_of_the_same_act(text: str, expected: list[str]) -> None:
    assert cited(text) == expected or cited("应当" + text) == expected


@pytest.mark.parametrize(("text", "expected"), RELATIVE)
def test_relative_references(text: str, expected: list[str]) -> None:
    assert cited(text, "第十六条第三款") == expected


def test_a_document_number_stands_with_its_title() -> None:
    context, clause = clause_of(
        "按照《某某通知》（国发〔2014〕47号，以下简称《通知》）和《某某标准》（GB19522-2004）执行"
    )
    found = find_citations(context, clause, 0, len(context.text))
    assert [(c.title, c.number) for c in found] == [("某某通知", "国发〔2014〕47号"), ("某某标准", "GB19522-2004")]


def test_places_come_from_the_structure() -> None:
    context = document(
        "某某条例\n第一章　总则\n第一条　为了规范管理，制定本条例。\n第二章　受理\n"
        "第二条　下列人员可以申请：\n（一）老年人；\n"
        "（二）残疾人。\n前款第（二）项所列人员免交证明。\n前两款规定依照前条执行。\n第三条　本章规定适用于农村。\n"
    )
    found = [(c.locator, *f.articles) for c in context.clauses for f in find_citations(context, c, c.start, c.end)]
    assert ("第二条第二款", "第二条第一款第二项") in found
    assert ("第二条第三款", "第二条第一款", "第二条第二款") in found
    assert ("第二条第三款", "第一条") in found
    assert ("第三条", "第二章") in found


def test_headings_cite_nothing() -> None:
    context = document("某某条例\n第一章　总则\n第一条　制定本条例。\n第二条　适用本条例。\n")
    articles = [c for c in context.clauses if c.kind == "article"]
    assert len(articles) == 2
    assert [f for c in articles for f in find_citations(context, c, c.start, c.end)] == []
