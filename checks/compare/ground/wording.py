"""What a stretch is about, as two-character pieces, so that wordings can be compared without a segmenter."""

from __future__ import annotations

import re
from functools import lru_cache

from checks.compare.ground.agencies import agencies_in

_COMMON = re.compile(
    r"申请|受理|办理|负责|规定|人员|不予|不再|一律|引导|告知|部门|确定|认定|名单|为准|乡镇人民政府|街道办事处"
    r"|应当|之日起?|工作日|日内|作出|准予|不准|完成|提出|意见|材料|收到|相关|工作|组织实施|实施"
)
_EMPTY = frozenset("的了和与及或者在对为等由按照以将本有关其向自内")


@lru_cache(maxsize=65536)
def pieces(text: str) -> frozenset[str]:
    """Two-character pieces of what a stretch is about: names of bodies and words of procedure left out."""
    for start, end, _ in reversed(agencies_in(text)):
        text = text[:start] + " " + text[end:]
    plain = "".join(c if "一" <= c <= "鿿" and c not in _EMPTY else " " for c in _COMMON.sub(" ", text))
    return frozenset(w[i : i + 2] for w in plain.split() for i in range(len(w) - 1))
