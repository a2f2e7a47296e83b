"""Matters said before who deals with them: 对群众反映的问题有关部门要及时处理."""

from __future__ import annotations

import re

from ingest.extract.bodies.chains import Chain
from ingest.grammar import Token

_MATTER = re.compile(r"[^，。；]{0,20}(?:问题|情况|行为|案件|线索|投诉|举报|信访|事件|诉求)，?")  # 对这些问题|X要


def behind_matter(text: str, on: Token, behind: list[Token]) -> Chain | None:
    """对群众反映的问题有关部门要…: the agency behind the matter, right before the marker."""
    last = behind[-1] if behind else None
    if last is None or last.chain is None or any(t.chain is not None for t in behind[:-1]):
        return None
    return last.chain if _MATTER.fullmatch(text, on.end, last.chain.start) else None


def submitting(text: str, tokens: list[Token]) -> int:
    """资金的管理使用接受X监督: index of 接受 before the first agency, behind nothing but nouns; 0 for none."""
    if text.find("接受", tokens[0].start, tokens[-1].end) < 0:
        return 0
    for i, token in enumerate(tokens[:-1]):
        if token.text.endswith("接受") and tokens[i + 1].kind == "agency":
            return i
        if token.kind not in ("verb", "and", "de", "name"):
            return 0
    return 0
