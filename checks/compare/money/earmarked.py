"""Money set apart for named uses (专项用于职业培训和就业援助), and spent below on whatever is related (等相关事宜).

The rule above says what a fund, levy or appropriation may be spent on and nothing else; a text that ends its own list
with an open word (其他, 有关支出, 相关事宜), or puts running costs of the bodies into it (工作经费, 人员工资), undoes
that. Quiet where the list above is open too or names the use, and where the text only carries on what is laid down
(按照国家规定的用途).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.base import Severity
from checks.compare.ground.alignment import on_one_matter
from checks.compare.ground.norms import Norm
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from ontology.cues import Setting

_SPENT = Setting("earmarked")
_NAME = re.compile(r"[一-龥]{0,14}(?:资金|经费|基金|专款|款项|捐款|[金费款])")
_NO_NAME = re.compile(r"^.*(?:的|将|把|对|由|从|按|以|和|及|与|征收|筹集|安排|提取|缴纳|收取|募集|接受)")
_OWN = 4  # characters by the end of a name that tell one fund from others


@dataclass(frozen=True, slots=True)
class _Uses:
    norm: Norm
    fund: str
    said: str  # what the money is for


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Funds that `theirs` ties to named uses and `mine` opens."""
    above = _closed([u for n in theirs for u in _uses(n, "only")])
    for a in (u for n in mine for u in _uses(n, "spent") if above and not _SPENT.has("aside", n.text)):
        loose = _loose(a.said)
        for b in above if loose else ():
            if _one_fund(a.fund, b.fund) and loose not in b.said and on_one_matter(index, a.norm, b.norm):
                said = (f"用于“{clip(a.said, 40)}”", f"只能用于“{clip(b.said, 40)}”")
                matter = f"{b.fund}的用途"
                yield Departure(Label.BEYOND, "earmark", matter, *said, (a.norm,), (b.norm,), Severity.WARNING)
                break


def _closed(uses: list[_Uses]) -> list[_Uses]:
    """The uses of funds that may be spent on nothing else: no item of their list is open."""
    opened = {u.fund for u in uses if _SPENT.has("open", u.said)}
    return [u for u in uses if u.fund not in opened]


def _loose(said: str) -> str:
    """The words that open a list of uses, or name running costs of the bodies; "" for none."""
    found = next((m for what in ("open", "running") for m in _SPENT.all(what, said)), None)
    return found.group() if found else ""


def _uses(norm: Norm, what: str) -> Iterator[_Uses]:
    """What a norm has each fund spent on."""
    for match in _SPENT.all(what, norm.words):
        names = [m.group() for m in _NAME.finditer(norm.words, 0, match.start())]
        fund = _NO_NAME.sub("", names[-1]) if names else ""
        if len(fund) >= _OWN:
            yield _Uses(norm, fund, re.split("[。；]|，(?!以及|并|和|也可|还可)", norm.words[match.end() :])[0])


def _one_fund(a: str, b: str) -> bool:
    return a.endswith(b) or b.endswith(a)
