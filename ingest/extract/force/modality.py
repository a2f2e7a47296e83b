"""What force a clause has: duty, ban, leave, right, benefit, encouragement, definition, or a mere statement.

The marker of the main clause (应当, 不得, 可以 …) decides together with who its subject is: what 可以 gives is in
`allowing.py`, what holds without a marker in `unmarked.py`, what states and orders nothing in `declaring.py`.
"""

from __future__ import annotations

import re

from ingest.extract.force.allowing import leave_of
from ingest.extract.force.declaring import declares
from ingest.extract.force.defining import consists, defines, means
from ingest.extract.force.entitling import gets, spared
from ingest.extract.force.spirit import norm_in
from ingest.extract.force.unmarked import unmarked
from ingest.extract.force.voice import Voice
from kg.enums import Modality

_ENCOURAGED = re.compile(
    r"^(?:国家|各级[^，]{0,12}|全社会|社会|本市|本省|自治区|省|市|县|政府|人民政府|[^，。；]{0,12}人民政府)?"
    r"(?:通过[^，。；]{2,30}(?:措施|方式|办法|途径)，)?(?:积极|大力|依法|应当)?(?:鼓励|支持|提倡|倡导)"
)
_ENCOURAGING = re.compile("鼓励|支持|提倡|倡导")
_CLAIMS = re.compile(
    r"有权(?:要求|请求|申请|获得|提出|申诉|控告|检举|投诉|举报|拒绝|向[^，。；]{2,20}(?:提出|反映|申请|申诉|控告|检举|投诉|举报|求助))"
)
_NEEDS = re.compile(r"(?<![需主重必不])要(?!求)")
_CONTENT = re.compile(
    r"(?:救助|供养|保障|帮扶|服务|援助|待遇|补贴)(?![^，；。]{0,8}(?:对象|人员|范围))[^，；。]{0,8}(?:内容|方式|形式|项目)?(?:主要)?(?:包括|采取(?:下列|以下)|分为|有下列)[^，；。]{0,8}$"
    r"|^[^，。；]{0,16}(?:救助|供养|保障|帮扶|援助)(?:方式|形式)?以[^，。；]{2,16}为(?:主(?:要方式|要形式)?|基本方式)(?:，|$)"
)


def modality_of(voice: Voice) -> Modality:
    """The one modality of an act; what stands in brackets does not count."""
    voice.words = norm_in(voice)
    if means(voice.words):
        return Modality.DEFINITION
    if not voice.duty_list and declares(voice):
        return Modality.DECLARATION
    if voice.marker == "prohibition":
        return Modality.PROHIBITION
    if spared(voice.words):
        return Modality.ENTITLEMENT
    if voice.marker == "obligation" and _only_allows(voice.words):
        voice.marker = "permission"  # what went before binds, this does not
    if not voice.marker and not voice.agency and _CONTENT.search(voice.words):
        return Modality.ENTITLEMENT
    if voice.marker in ("permission", "obligation") and not voice.agency_first and gets(voice.words):
        return Modality.ENTITLEMENT
    defined = not voice.marker and defines(voice.words, agency=voice.agency, works=bool(voice.functions))
    named = voice.whom and voice.people and not (voice.marker or voice.agency or voice.functions)
    if defined or named or (voice.marker in ("permission", "obligation") and _consists(voice)):
        return Modality.DEFINITION
    led = voice.duty_list or (voice.agency and voice.own and not voice.first)
    carried = voice.marker == "obligation" and not (voice.agency or voice.person or voice.first)  # 要…，鼓励…
    if not led and (voice.marker != "obligation" or carried) and _encourages(voice):
        return Modality.ENCOURAGEMENT
    if voice.marker == "permission":
        return leave_of(voice)
    if voice.marker == "right":
        return _entitled(voice)
    if voice.marker:
        return Modality(voice.marker)
    return unmarked(voice)


def _entitled(voice: Voice) -> Modality:
    """有权, 享有: leave for an agency that decides by it, a claim for whoever asks, a benefit that goes on."""
    if voice.agency and not voice.person and not _CLAIMS.search(voice.words):
        return Modality.PERMISSION
    return Modality.ENTITLEMENT if "继续享有" in voice.words else Modality.RIGHT


def _only_allows(words: str) -> bool:
    """Whether words under a duty said before them only give leave (…；评估也可以委托第三方)."""
    return "可以" in words and "应" not in words and _NEEDS.search(words) is None


def _encourages(voice: Voice) -> bool:
    """鼓励…, also behind words that say by what means (通过…方式，鼓励…)."""
    behind = voice.first and not voice.agency and _opens_encouraging(voice.opening)
    return behind or _opens_encouraging(voice.words)


def _opens_encouraging(words: str) -> bool:
    return _ENCOURAGING.search(words) is not None and _ENCOURAGED.match(words) is not None


def _consists(voice: Voice) -> bool:
    return not voice.agency and not voice.functions and consists(voice.words)
