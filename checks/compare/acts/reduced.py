"""One case that lowers a benefit here and shuts it out there: 未按规定转诊的，比例降低10%; in a list of 不予救助.

The case opens the sentence that lowers (…的，减半发放) and is an item, or opens a sentence, of what gets nothing. Quiet
where one says more of the case by a negation, a figure or a repetition (逾期六个月仍未认证的): a graver case gets less.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from checks.compare.ground.alignment import bag, in_two_places, names_others, share
from checks.compare.ground.norms import Norm
from checks.compare.outcome.doubles import Double
from ontology.cues import Setting

_KEEPING = Setting("keeping")
_CASE = re.compile(r"^(?P<case>[^。；，]{4,40}?)的，(?P<act>[^。；]+)")
_ITEM = re.compile(r"^(?P<case>[^。；，：]{4,40}?)的?[；。]?$")
_GRAVER = re.compile(
    r"[不未无非]|没有|仍|再次|多次|累计|连续|满|以[上下内外]|[高低]于|超过|严重|[0-9一二三四五六七八九十]+"
)
_LEAST, _ALIKE = 3, 0.8  # pieces that two cases share, and their part of the shorter


def doubles(norms: tuple[Norm, ...]) -> Iterator[Double]:
    """Cases for which a document both lowers a benefit and gives none."""
    lowered = [(n, m["case"]) for n in norms if (m := _CASE.match(n.text)) and _KEEPING.has("lowered", m["act"])]
    for (a, case), (b, other) in product(lowered, _shut_out(norms) if lowered else ()):
        if in_two_places(a, b) and _one_case(case, other) and not names_others(a, b):
            yield Double("reduced", "同一情形下的待遇", a.text, b.text, (a, b))


def _shut_out(norms: tuple[Norm, ...]) -> list[tuple[Norm, str]]:
    """The cases that get nothing, or whose benefit ends: items of such a list, and what opens such a sentence."""
    items = ((n, m["case"]) for n in norms if _refuses(n.stem) and (m := _ITEM.match(n.text)))
    opened = ((n, m["case"]) for n in norms if (m := _CASE.match(n.text)) and _refuses(m["act"]))
    return [*items, *((n, case) for n, case in opened if not _KEEPING.has("lowered", n.text))]


def _refuses(words: str) -> bool:
    return _KEEPING.has("denied", words) or _KEEPING.has("ended", words)


def _one_case(a: str, b: str) -> bool:
    one, two = bag(a), bag(b)
    alike = len(one & two) >= _LEAST and share(one, two) >= _ALIKE
    return alike and _GRAVER.findall(a) == _GRAVER.findall(b)
