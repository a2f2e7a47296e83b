"""Sides of one matter that a text leaves out: 公办 of 公办和民办幼儿园, 住院 of 门诊和住院.

The pairs are cues of `conflict.ttl` (`hs:named`, `hs:other`). The higher text serves both sides in one rule; the draft,
on the same subject, draws its circle or gives its benefit by one side and speaks of the other nowhere, or only to give
it nothing. A draft that is about one side by its title leaves nobody out: the other has a text of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.ground.alignment import one_subject
from checks.compare.ground.marks import ETC
from checks.compare.ground.norms import Norm
from kg.coverage import CoverageIndex
from ontology.cues import Cue, load_cues

_GIVES = re.compile(
    r"给予|提供|享受|申请|纳入|减免|免收|发放|发给|资助|补助|补贴|救助|抵减|支付|报销|投保|参保|代缴|购买|配发|免费|安排"
)
_ENDS = re.compile(r"终止|停止|撤销|处罚|处分|罚款|不予|责令|取消|减发|退出|追回|不享受|不再|除外|以外")
_PROTECTS = re.compile(r"不得[^，。；]{0,24}(?:排除|拒绝|限制|缩小|区别对待|减少)")
_FORBIDS = re.compile(r"不得|禁止")
_DRAWS = re.compile(
    r"对象|[助贴给]谁|考[上入取]|适用于|范围|限于|是指|下列|面向|(?:发放|发|提供|拨付|支付)给|只对|仅对|在[^，。；]{2,30}(?:的|就读|住院|居住|入住)|由[^，。；]{2,20}(?:时|抵减|发放)"
    r"|[对为向中][^，。；]{2,40}的[^，。；]{0,4}(?:户|家庭|人|人员|对象|学生|儿童|患者|职工)"
    r"|[对为向给][^，。；]{2,30}(?:户|家庭|人员|对象|学生|儿童|孤儿|患者|职工|老年人|残疾人)，?(?:按|每|发放|发给|给予|提供|予以)"
)
_OPEN = re.compile(rf"其他|{ETC}|另有规定|另行规定")
_ADDRESS = re.compile(r"(?:所在|登记|发放|签发|办理)地")  # where people apply, no circle
_SIDES = (("named", "other"), ("other", "named"))
_DENIED = re.compile(  # to those named before (民办学校学生不在发放之列, 分散供养的由亲属照料，不发补贴)
    r"^[^。；]{0,40}?(?:不(?:予|再|得|能|在|属于?|纳入|列入|包括|适用|享受|发|给|补|救助|资助|受理|安排|另外|负责)|自行(?:解决|负担|承担|筹措|修缮|照料|想办法)|自理|自费|自负|想办法|除外|排除)"
)
_NOT_DENIED = re.compile(
    r"不得(?:拒绝|排除|歧视|少于|低于)|不(?:再)?(?:需|必|用)|不(?:少|低|高)于|不超过|不得超过|重复|按照?[^，。；]{2,30}(?:规定|办法|标准|政策)[^，。；]{0,4}(?:执行|发放|办理|给予)"
)


@dataclass(frozen=True, slots=True)
class OneSided:
    """Where `mine` speaks of `has` alone and `theirs` of `lacks` too, in the words of each."""

    cue: Cue
    mine: Norm
    theirs: Norm
    has: str
    lacks: str


def one_sided(index: CoverageIndex, title: str, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[OneSided]:
    """Matters of which the text called `title` serves one side, and the higher text both; each matter once."""
    for cue in load_cues()["side"]:
        both = [n for n in theirs if _serves(n.text) and all(cue.find(s, n.words) for pair in _SIDES[:1] for s in pair)]
        found = (_of(index, cue, title, mine, n) for n in both)
        yield from [hit for hit in found if hit][:1]


def _of(index: CoverageIndex, cue: Cue, title: str, mine: tuple[Norm, ...], above: Norm) -> OneSided | None:
    for has, lacks in _SIDES:
        said_too = (lacks, "open") if lacks == "named" else (lacks,)
        if cue.find(has, title) or any(
            cue.find(words, n.words) for n in mine if not _denies(cue, lacks, n) for words in said_too
        ):
            continue
        for norm in mine:
            said, missing = cue.find(has, norm.text), cue.find(lacks, above.words)
            if (
                said
                and missing
                and not _ADDRESS.match(norm.text, said.end())
                and _draws(norm, said)
                and one_subject(index, norm, above)
            ):
                return OneSided(cue, norm, above, said.group(), missing.group())
    return None


def _denies(cue: Cue, side: str, norm: Norm) -> bool:
    """Whether a norm names a side only to give it nothing."""
    said = cue.find(side, norm.text)
    return bool(said and _DENIED.search(norm.text[said.end() :])) and not _NOT_DENIED.search(norm.text)


def _serves(text: str) -> bool:
    kept = _PROTECTS.sub("", text)
    return bool(_GIVES.search(text)) and not _ENDS.search(kept) and not _FORBIDS.search(kept)


def _draws(norm: Norm, said: re.Match[str]) -> bool:
    """Whether the norm says by that side whom it serves or how, and does not go on (公办幼儿园等)."""
    ends = _ENDS.search(norm.text) or _FORBIDS.search(norm.text) or _ADDRESS.match(norm.text, said.end())
    opened = _OPEN.search(norm.text, said.end())
    return bool(_GIVES.search(norm.words) and _DRAWS.search(norm.words)) and not ends and not opened
