"""Money that a rule bars from a use (不得用于工作经费), and a text spends on it (按照资金总额2%的比例安排工作经费).

Named are the fund and the use: one of the items that the rule lists, or another word for it (families `spending`:
工作人员工资, 护理人员薪酬), stands behind the verb of spending, in a clause that takes it out of the fund. Quiet where
the text pays for it from elsewhere (由同级财政另行安排), bars it too, or only carries on what is laid down.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.ground.alignment import on_one_matter
from checks.compare.ground.norms import Norm
from kg.coverage import CoverageIndex
from ontology.cues import Setting, load_cues

_DIVERTED = Setting("diverted")
_FUND = (
    r"(?P<fund>[一-龥]{2,14}?(?:资金|基金|专款|经费|善款|捐款|保障金|救助金|公益金|供养金|低保金|慰问金|抚恤金|助学金"
    r"|备用金|储备金|补助费|生活费|补助金|补贴|津贴))"
)
_NAMED = re.compile(_FUND)
_ITEM = re.compile(r"、|，|和|与|以及|及|或者|或")
_END = re.compile(r"等(?:方面|其他|各项|与)?[^，。；]{0,12}$|(?:等)?(?:方面)?(?:的)?(?:支出|开支)$")
_DEED = re.compile(r"^(?:支付|发放|开支|列支|购买|购置|建设|弥补|偿还|安排|解决)(?=[^，。；]{2})")
_SHORTEST, _OWN = 3, 4  # characters of a use; those by the end of a fund's name that tell it from others


@dataclass(frozen=True, slots=True)
class _Barred:
    norm: Norm
    fund: str
    uses: tuple[str, ...]


def spent_though_barred(
    index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]
) -> Iterator[tuple[Norm, Norm, str]]:
    """Norms of `mine` that spend a fund on what `theirs` bars, with the use."""
    barred = [x for n in theirs for x in _barred(n)]
    for a in mine if barred else ():
        if _DIVERTED.has("aside", a.text):
            continue
        for b in barred:
            use = next((u for u in b.uses if _spends(a, b.fund, u)), "")
            if use and on_one_matter(index, a, b.norm):
                yield a, b.norm, use
                break


def _barred(norm: Norm) -> Iterator[_Barred]:
    """The funds of a norm with the uses that it bars."""
    for match in _DIVERTED.all("barred", norm.text):
        funds = [m["fund"] for m in _NAMED.finditer(norm.prior + norm.text[: match.start()])]
        uses = tuple(u for x in _ITEM.split(match["uses"]) if len(u := _END.sub("", x).strip()) >= _SHORTEST)
        uses = tuple(dict.fromkeys((*uses, *(_DEED.sub("", u) for u in uses))))
        if funds and uses:
            yield _Barred(norm, funds[0], uses)


def _spends(norm: Norm, fund: str, use: str) -> bool:
    """Whether a clause takes the use out of the fund."""
    for sentence in re.split("[。；]", norm.text):
        money = sentence.find(fund[-_OWN:])
        if money >= 0 and any(at != money and _taken_out(sentence, money, at) for at in _places(sentence, use)):
            return True
    return False


def _places(sentence: str, use: str) -> Iterator[int]:
    """Where a sentence names the use, in its words or in others of one family."""
    if use in sentence:
        yield sentence.find(use)
    for cue in load_cues()["spending"]:
        if cue.find("named", use) and (said := cue.find("named", sentence)):
            yield said.start()


def _taken_out(sentence: str, money: int, at: int) -> bool:
    """Whether a sentence spends the fund that stands at `money` on what stands at `at`."""
    between = sentence[min(at, money) : max(at, money)]
    if at > money:
        return _DIVERTED.has("spends", between)
    return _DIVERTED.has("outOf", between) and _DIVERTED.has("spends", sentence[money:])
