"""Money that is paid in turns which do not come to all of it: 分三次拨付，30%、40%、40%; 每户3万元, 1.5万元 and 1万元.

The turns stand in one sentence that says how many they are. Quiet where one of them is the rest (其余, 剩余), where a
turn has a condition of its own figure (不低于), and for sums where the text names several that could be the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.ground.marks import PAUSE
from checks.compare.ground.norms import Norm
from checks.compare.ground.paragraphs import paragraphs
from checks.compare.outcome.doubles import Double
from kg.stretches import value_of, worth

_TURNS = re.compile(
    r"(?:分|按)(?P<number>[两二三四五六2-6])(?:次|期|批|个阶段|阶段|笔|步)[^，。；：]{0,6}?(?:拨付|发放|支付|兑付|拨款|付款|下达|给付|兑现|补助|到位|结算)"
)
_REST = re.compile(r"其余|剩余|余款|余下|尾款|不低于|不超过|不少于|至少|左右|以上|以内|结余|另行")
_WHOLE = re.compile(
    r"每[户人名个床套间][^，。；]{0,12}$|(?:补助|补贴|奖补|资助|救助)(?:标准|金额|资金|总额)?(?:为|是|共)?$|一次性[^，。；]{0,8}$"
)
_SHARE = re.compile(r"(?P<value>[0-9]+(?:\.[0-9]+)?)[%％]")
_SUM = re.compile(r"(?P<value>[0-9]+(?:\.[0-9]+)?)(?P<much>[百千万])?元(?!/)")
_SLACK, _ALL = 0.003, 100.0


def instalments(norms: tuple[Norm, ...]) -> Iterator[Double]:
    """Turns of a payment that come to more or less than the whole."""
    for paragraph in paragraphs(norms):
        norm = paragraph.norms[0]
        text = "".join(dict.fromkeys(n.stem for n in paragraph.norms)) + paragraph.text
        turns = _TURNS.search(text)
        if turns is None or _REST.search(text):
            continue
        number, behind = int(value_of(turns["number"])), text[turns.end() :]
        yield from _of_shares(norm, number, list(_SHARE.finditer(behind)))
        yield from _of_sums(norm, number, list(_SUM.finditer(behind)), norms)


def _of_shares(norm: Norm, number: int, parts: list[re.Match[str]]) -> Iterator[Double]:
    added = sum(float(p["value"]) for p in parts)
    if len(parts) == number and abs(added - _ALL) > _SLACK * _ALL:
        said = "＋".join(p[0] for p in parts)
        yield Double("parts", "分次拨付的比例", said, f"合计{added:g}%，应为100%", (norm, norm))


def _of_sums(norm: Norm, number: int, parts: list[re.Match[str]], norms: tuple[Norm, ...]) -> Iterator[Double]:
    if len(parts) != number:
        return
    wholes = [
        (n, m)
        for n in norms
        for m in _SUM.finditer(n.text)
        if _is_whole(n, m) and not _TURNS.search(n.text[: m.start()])
    ]
    added = sum(map(_worth, parts))
    if len({_worth(m) for _, m in wholes}) == 1 and abs(added - _worth(wholes[0][1])) > _SLACK * added:
        where, whole = wholes[0]
        said = "＋".join(p[0] for p in parts)
        yield Double("parts", "分次拨付的金额", whole[0], f"{said}，合计{added:g}元", (where, norm))


def _worth(said: re.Match[str]) -> float:
    return worth(said["value"], said["much"])


def _is_whole(norm: Norm, said: re.Match[str]) -> bool:
    """Whether a sum is what each one gets, just so much."""
    return _WHOLE.search(PAUSE.split(norm.text[: said.start()])[-1]) is not None
