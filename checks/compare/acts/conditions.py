"""Conditions that a text adds to an aid which a higher rule grants without them.

Only wording known to keep people out (年限, 缴费, 劳动, 担保 …) counts; a condition that opens a door to others
(持居住证) is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Severity
from checks.compare.ground.alignment import shared_words
from checks.compare.ground.norms import Norm
from checks.compare.ground.topics import aid_meets, aid_of
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from kg.enums import Modality, Verdict
from ontology.cues import Cue, load_cues

_OFFENCE = re.compile(
    r"责令|罚款|处分|违反(?:本|有关|国家|法|上述|前款|第)|依法处理|追究|查处|用人单位|单位不得|不得以"
)
_GIVES = re.compile(r"给予|享受|获得|申请|申领|领取|发给|发放|提供|纳入|救助|保障|免费|减免")
_DOOR = re.compile(r"申请[^，。；]{2,20}，(?:应当)?由[^。；]{2,60}提出")  # where whoever is in need applies
_APPLIES = re.compile(r"受理|申请(?!人|材料|书|表)|申领(?!人)|提出")
_GRANTS = (Modality.ENTITLEMENT, Modality.RIGHT)
_OPENS = re.compile(
    r"应当[^，。；]{0,20}(?:纳入(?![^，。；]{0,12}(?:预算|规划|计划|考核))|给予|发给|发放|提供)|可以[^，。；]{0,12}(?:申请|享受)"
)


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Added conditions for an aid that `theirs` grants."""
    grants = [n for n in theirs if _gives(n)]
    told: set[int] = set()
    for cue in load_cues()["condition"]:
        if any(cue.find("added", n.words) for n in theirs):
            continue
        for norm in mine:
            match = cue.find("added", norm.words) if norm.start not in told else None
            if not match or cue.find("not", norm.words) or _OFFENCE.search(norm.words):
                continue
            granted = [g for g in grants if _grants(cue, g) and _same_aid(index, norm, g)]
            if granted:
                told.add(norm.start)
                yield Departure(
                    Label.CONDITION,
                    cue.id,
                    cue.label,
                    f"增加“{clip(match.group())}”的条件",
                    "没有这一条件",
                    (norm,),
                    (max(granted, key=lambda g: _near(norm, g)),),
                    Severity.WARNING,
                )
                break


def _gives(norm: Norm) -> bool:
    """Whether it grants something, by its own words or by those that govern its list."""
    if "另有规定" in norm.text:
        return False
    said = any(p.modality in _GRANTS for p in norm.provisions) and _GIVES.search(norm.text)
    said = said or _DOOR.match(norm.text.strip())
    return bool(said) or bool(_OPENS.search(norm.words) and any(p.groups for p in norm.provisions))


def _near(a: Norm, b: Norm) -> tuple[bool, float]:
    """How near a grant is to what a condition stands before: to apply is laid beside how to apply."""
    return bool(_APPLIES.search(a.text)) == bool(_APPLIES.search(b.text)), shared_words(a, b)


def _grants(cue: Cue, norm: Norm) -> bool:
    """Whether the norm grants what the condition is set for; any grant where the family names nothing."""
    return "granted" not in cue.patterns or cue.find("granted", norm.words) is not None


def _same_aid(index: CoverageIndex, a: Norm, b: Norm) -> bool:
    same = bool(aid_of(index, a) & aid_of(index, b) - {"social-assistance"})
    return same and aid_meets(index, a, b) is Verdict.YES
