"""Articles that a text cites of itself for what they do not have: 按照第四条规定的标准, and 第四条 is on who decides.

What an article is cited for (标准, 条件, 程序, 材料) has marks of its own. It is the wrong one where it has none of
them and another article has. Quiet where several articles are cited, and where the word before tells more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.cited import article_number
from kg.model import Citation, Clause, Provision, Reading

_CITED_FOR = re.compile(
    r"^[》）)]?(?:所?规定|确定|明确|所?列)?的?(?:[一-龥]{0,4}?)(?P<what>标准|条件|程序|材料|金额|额度|比例)"
)
_MARKS = {
    "标准": re.compile(r"标准|[0-9０-９一二三四五六七八九十百千万]+(?:元|[%％倍])|百分之|分之|全额|免费"),
    "条件": re.compile(r"条件|情形|符合|具备|具有|属于|下列|的，|对象|是指"),
    "程序": re.compile(r"程序|申请|受理|审[核批查定]|认定|确认|公示|申报"),
    "材料": re.compile(r"材料|证明|证件|凭证|提交|提供|携带|资料|身份证"),
}
_AS = {"金额": "标准", "额度": "标准", "比例": "标准"}


def misfit(provision: Provision, citation: Citation, act: Reading) -> Iterator[tuple[Clause, Clause]]:
    """The article cited, and the only or nearest one that has what it is cited for."""
    if len(citation.articles) != 1 or act.document.name != provision.document or citation.title:
        return
    text = act.document.text
    found = _CITED_FOR.match(text[citation.end : citation.end + 24])
    marks = _MARKS[_AS.get(found["what"], found["what"])] if found else None
    number = article_number(citation.articles[0])
    articles = [c for c in act.clauses if c.kind == "article" and not c.start <= citation.start < c.end]
    cited = next((c for c in articles if article_number(c.number) == number), None)
    if not marks or cited is None or marks.search(text, cited.start, cited.end):
        return
    others = [c for c in articles if c is not cited and marks.search(text, c.start, c.end)]
    if others:
        yield cited, min(others, key=lambda c: abs(article_number(c.number) - number))
