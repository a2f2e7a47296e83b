"""What a quantity brings along: evidence, base, start event, softness, the document's own 以上, its list's lead-in."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.extract.cited.citations import find_citations
from ingest.extract.figures.parameters import find_parameters
from kg.model import Parameter
from tests.ingest.quantity_helpers import clause_of, document, parameters


def only(text: str) -> Parameter:
    (found,) = parameters(text)
    return found


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("应当自受理申请之日起20日内作出决定。", "受理申请之日"),
        ("司法行政部门应当在收到异议之日起5个工作日内审查。", "收到异议之日"),
        ("应当在作出决定3日内告知。", "作出决定"),
        ("人民法院在开庭10日前送交。", "开庭前"),
        ("补贴标准为当地最低工资标准的50%。", "当地最低工资标准"),
        ("发给6个月失业保险金标准的补助金。", "失业保险金标准"),
        ("收入低于当地低保标准的家庭。", "当地低保标准"),
        ("公示期为7日。", None),
    ],
)
def test_basis(text: str, basis: str | None) -> None:
    assert only(text).basis == basis


@pytest.mark.parametrize(
    ("text", "soft"),
    [
        ("原则上不超过6个月的渐退期。", True),
        ("一般在10个工作日内办结。", True),
        ("一般程序自受理之日起10个工作日内办结。", False),
        ("签约后每年服务不少于4次。", False),
        ("约需3个月。", True),
        ("救助期限一般不超过10天。", True),
        ("按人均可支配收入的10%左右确定起付标准。", True),
        ("渐退期不超过6个月。", False),
    ],
)
def test_softness(text: str, soft: bool) -> None:
    assert only(text).soft is soft


@pytest.mark.parametrize(
    ("rule", "above", "below"),
    [
        ("", ">=", "<="),
        ("本条例所称“以上”包括本数，“以下”不包括本数。", ">=", "<"),
        ("本办法所称“以上”、“以下”，均包括本数。", ">=", "<="),
        ("本规定所称以上，不包括本数；所称以下，包括本数。", ">", "<="),
    ],
)
def test_the_documents_own_bounds(rule: str, above: str, below: str) -> None:
    text = f"处1万元以上3万元以下罚款。{rule}"
    context, clause = clause_of(text)
    found = find_parameters(context, clause, 0, text.index("。"))
    assert [p.op for p in found] == [above, below]


def test_a_list_takes_its_kind_from_its_lead_in() -> None:
    context = document("第一条　按照下列标准发放补助：\n（一）特困人员500元；\n（二）低保对象300元。\n")
    found = [p.kind for c in context.clauses if c.kind == "item" for p in find_parameters(context, c, c.start, c.end)]
    assert found == ["benefit-standard", "benefit-standard"]


def test_bare_numbers_of_a_table_take_the_unit_of_their_column() -> None:
    context = document(
        "附件\n各类标准\n对象\t救助标准（元/人/月）\t救助比例（%）\t年度限额（万元）\t办理时限（工作日）\t备注\n"
        "特困人员\t1200\t100\t5\t10\t3\n低保对象\t800元\t70\t－\t15\t无\n"
    )
    rows = [find_parameters(context, c, c.start, c.end) for c in context.clauses if c.kind == "row"]
    assert [[(p.kind, p.value, p.unit, p.quote) for p in row] for row in rows] == [
        [
            ("benefit-standard", 1200, "元/人/月", "1200"),
            ("rate", 100, "%", "100"),
            ("benefit-cap", 50000, "元/年", "5"),
            ("time-limit", 10, "工作日", "10"),
        ],
        [("benefit-standard", 800, "元", "800元"), ("rate", 70, "%", "70"), ("time-limit", 15, "工作日", "15")],
    ]


def test_only_numbers_inside_the_stretch_count() -> None:
    text = "公示7日，并在3个工作日内告知。"
    context, clause = clause_of(text)
    comma = text.index("，")
    assert [p.quote for p in find_parameters(context, clause, 0, comma)] == ["7日"]
    assert [p.quote for p in find_parameters(context, clause, comma, len(text))] == ["3个工作日"]


ALPHABET = (
    "第一二三十百千万半0123456789.%％条款项章前本每按月年日元以上下不超过低于标准收入"
    "、，。；：（）《》至或的之分成倍个\n 公示"
)


@settings(deadline=None)
@given(st.text(alphabet=ALPHABET, max_size=120))
def test_any_text_reads_and_every_offset_is_exact(text: str) -> None:
    context, clause = clause_of(text)
    for parameter in find_parameters(context, clause, 0, len(text)):
        assert text[parameter.start : parameter.end] == parameter.quote
    for citation in find_citations(context, clause, 0, len(text)):
        assert 0 <= citation.start < citation.end <= len(text)
        assert not citation.title or citation.title in text


def _calls(text: str) -> int:
    """Function calls, built-in ones included, that reading `text` takes: its steps, without a clock."""
    context, clause = clause_of(text)
    count = 0

    def step(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(step)
    try:
        find_parameters(context, clause, 0, len(text))
        find_citations(context, clause, 0, len(text))
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "unit",
    [
        "一",
        "1",
        "第",
        "《",
        "1,",
        "一点",
        "百分之",
        "第一、",
        "每年",
        "不超过",
        "1万",
        "前款",
        "（",
        "低于",
        "3日",
        "公示7日，",
        "之一以上",
        "法",
    ],
)
def test_steps_grow_with_length_only(unit: str) -> None:
    short, long = _calls(unit * (5_000 // len(unit))), _calls(unit * (20_000 // len(unit)))
    assert long <= 5 * short + 500


@pytest.mark.parametrize(
    "unit", ["一", "1", "第", "1,", "一点", "百分之", "第一、", "1万", "《", "二分之", "每一", "至1"]
)
def test_a_line_of_a_hundred_thousand_characters_is_read(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    context, clause = clause_of(text)
    find_citations(context, clause, 0, len(text))
    assert all(p.quote for p in find_parameters(context, clause, 0, len(text)))
