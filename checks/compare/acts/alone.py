"""What nobody may do alone, and another text has somebody do alone: 不得单独开展入户调查, 由社会工作者单独完成.

The verb that carries the act (开展, 完成) may be any; the act itself has to be named by the other norm, wherever it
stands. Ways of one kind (单独, 独自, 一人) are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.ground.alignment import bag, maybe_one_matter
from checks.compare.ground.norms import Norm
from kg.coverage import CoverageIndex

_HOW = r"(?:单独|独自|独立|单人|一人|1人|1名工作人员|一名工作人员)"
_CARRIES = r"(?:开展|进行|实施|完成|组织|负责|从事|作出|承担|办理|执行|参与)"
_BARRED = re.compile(rf"(?:不得|严禁|禁止|不应|不准){_HOW}{_CARRIES}?(?P<act>[^，。；]{{2,24}})")
_DONE = re.compile(
    rf"{_HOW}(?:即?可以?|前往|上门|负责)?{_CARRIES}|(?:可以?|应当|由)[^，。；]{{0,16}}{_HOW}[一-龥]{{2}}"
)
_NOT = re.compile(
    rf"(?:不得|严禁|禁止|不能|不应|不准|不可|避免|防止)[^，。；]{{0,10}}{_HOW}|{_HOW}[^，。；]{{0,10}}的，"
)
_ALIKE = 0.6  # of the words of the act
_AROUND, _MANY = 2, 8  # pieces that both norms share; so many that no title is needed


def alone(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[tuple[Norm, Norm, str]]:
    """Norms of `mine` that have done alone what one of `theirs` bars from that, with the act."""
    bars = [(n, m["act"], bag(m["act"])) for n in theirs for m in _BARRED.finditer(n.text)]
    for a in mine if bars else ():
        if not _DONE.search(a.text) or _NOT.search(a.text):
            continue
        said = bag(a.words)
        for b, act, pieces in bars:
            named = pieces and len(pieces & said) >= _ALIKE * len(pieces)
            both = len(bag(b.words) & said)
            if named and (both >= _MANY or (both >= _AROUND and maybe_one_matter(index, a, b))):
                yield a, b, act
                break
