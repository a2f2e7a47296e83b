"""Funds that a text sets up by name and says nothing more of: neither who runs them nor where the money comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.ground.norms import Norm, norms_of
from kg.coverage import CoverageIndex
from kg.model import Reading
from ontology.wording import wordings

_FUND = re.compile(
    r"(?:设立|建立|设置)(?P<name>[^，。；：]{0,16}?(?P<kind>[一-龥]{0,2}(?:周转金|基金|救助金|助学金|帮扶金|关爱金|奖励金|补助金|互助金|应急金|备用金)))"
)
_SERVES = re.compile(r"用于|给予|发给|帮助|救助|资助|帮扶|(?:获得|申请|领取|享受)")  # those whom it is for
_WISHED = re.compile(
    r"鼓励|支持[^，。；]{0,12}设立|引导|探索|倡导|推动|推进|健全|有条件|可以?(?:设立|建立|设置)|逐步|研究|慈善|社会力量"
)
_OF_ALL = re.compile(
    r"(?:本(?:办法|细则|规定|方案|意见|通知|实施细则|措施)|上述|以上|各项)[^，。；]{0,12}(?:资金|经费)|所需(?:资金|经费)"
)


def bare_funds(index: CoverageIndex, reading: Reading) -> Iterator[tuple[str, Norm]]:
    """Funds set up by name (设立急难周转金) of which no line says who runs them or where the money comes from."""
    norms = norms_of(reading)
    for norm in norms:
        match = _FUND.search(norm.text)
        text = reading.document.text
        if not match or not norm.provisions or not (_has_figures(norm) or _is_bare(text, norm, match)):
            continue
        name = match["kind"]
        lines = {n.line for n in norms if name in text[n.line[0] : n.line[1]]}
        said = "\n".join(text[start:end] for start, end in lines)
        run = any(p.actors for n in norms if n.line in lines for p in n.provisions)
        if not run and not any(w in said for w in wordings()["funding"]):
            yield match["name"].strip("“”"), norm


def _has_figures(norm: Norm) -> bool:
    return any(p.parameters for p in norm.provisions)


def _is_bare(text: str, norm: Norm, match: re.Match[str]) -> bool:
    """Whether it is set up for people in earnest, in a text that has no money for all that it says."""
    served = any(p.groups for p in norm.provisions) and _SERVES.search(norm.text, match.end())
    return bool(served) and not _WISHED.search(norm.text) and not _OF_ALL.search(text)
