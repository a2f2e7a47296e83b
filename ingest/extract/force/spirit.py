"""Words that only say in what spirit something is to be done; the norm stands behind them."""

from __future__ import annotations

import re

from ingest.extract.force.voice import Voice

_BRACKET = re.compile(r"（[^（）]*）|\([^()]*\)")
_WEIGHED = re.compile(r"(?:应当|应|要|必须)?以[^，]{1,60}为(?:重点|目标|目的|主线|抓手|突破口)，(?=.)")
_BY_PRINCIPLE = re.compile(  # 各乡镇要按照“属地管理”的原则，…
    r"[^，。；]{2,24}?(?:应当|应|要|必须)(?:按照|本着|坚持|遵循|根据)[^。；]{2,40}?的?(?:原则|要求)，(?=.)"
)


def norm_in(voice: Voice) -> str:
    """The words of an act without what stands in brackets, and without the aim or principle before its work."""
    words = _BRACKET.sub("", voice.words) if "（" in voice.words or "(" in voice.words else voice.words
    if not voice.functions:
        return words
    spirit = (voice.agency and _BY_PRINCIPLE.match(words)) or _WEIGHED.match(words)
    return words[spirit.end() :] if spirit else words
