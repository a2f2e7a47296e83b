"""What a finding shows beside the clause that it is about: the place that a reader would look up next."""

from __future__ import annotations

from checks.runner import Selection
from tests.checks.test_drafts import report


def shown(code: str, draft: str, base: dict[str, str]) -> list[str]:
    """The quotations of all findings of a check."""
    found = report({"draft": draft, "base": base}, Selection((code,))).run.findings
    return [e.quote.text for f in found for e in f.hit.evidence]


def test_an_act_out_of_force_is_shown_by_its_own_term() -> None:
    base = {
        "a.txt": "某县临时帮扶办法\n\n第一条 低保家庭可以申请帮扶。\n\n第二条 本办法自2019年1月1日起施行，有效期3年。\n"
    }
    quotes = shown("GP06", "某县帮扶通知\n\n一、标准按照《某县临时帮扶办法》执行。\n", base)
    assert any("有效期3年" in q for q in quotes)


def test_an_article_that_is_not_there_is_shown_with_the_likely_one() -> None:
    base = {
        "a.txt": "某县护理补贴办法\n\n第一条 为了保障老年人，制定本办法。\n\n第二条 每月最高支付限额为600元。\n\n"
        "第三条 县民政局负责发放。\n\n第四条 资金由县财政安排。\n"
    }
    draft = "某县补充通知\n\n一、超过《某县护理补贴办法》第九条规定的每月最高支付限额的，由个人承担。\n"
    assert any("600元" in q for q in shown("GP07", draft, base))


def test_who_pays_is_shown_with_what_is_paid() -> None:
    base = {
        "a.txt": "某县残疾儿童康复救助办法\n\n（某县残疾人联合会2023年3月20日印发）\n\n"
        "第五条 残疾儿童每人每年补助1.2万元，用于支付康复训练费用，由县残疾人联合会按季度发给监护人。\n"
    }
    draft = (
        "某县困境儿童保障办法\n\n"
        "第五条 残疾儿童每人每月发给康复补助500元，用于支付康复训练费用，由县民政局按月发给监护人。\n"
    )
    quotes = shown("OV01", draft, base)
    assert any("500元" in q for q in quotes)
    assert any("1.2万元" in q for q in quotes)
