"""Roles given inside the name of a mechanism: 党委领导、政府负责、民政牵头、部门协同、社会参与.

Who leads, helps and takes part there stands in bare names (民政, 部门) that count nowhere else. Roles by verbs and
prepositions are `verbs.py` and `phrases.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ingest.extract.bodies.chains import Body
from ingest.lexicon import once_a_vocabulary
from kg.enums import Role
from ontology.vocabulary import Vocabulary

_LEADS = (
    "集中统一领导|统一领导|全面领导|组织落实|组织实施|具体落实|具体实施|领导|牵头|主导|主管|负责|主抓|统筹|组织|"
    "落实|实施|经办|承办|主办|兜底"
)
_HELPS = (
    "分工配合|密切配合|协同配合|积极配合|协作配合|各司其职|配合|协同|协作|支持|协助|联动|尽责|分工负责|各负其责|分工协作|"
    "齐抓共管"
)
_JOINS = "共同参与|广泛参与|积极参与|参与"
_WAY = f"(?:{_HELPS}|{_JOINS}|{_LEADS})"
_SERIES = re.compile(
    rf"(?:[一-龥（）]{{2,16}}?{_WAY}[、，]){{1,6}}(?:[一-龥]{{2,10}}、){{0,8}}[一-龥（）]{{2,12}}?{_WAY}(?=的|[，。；]|$)"
)
_HINT = re.compile(rf"(?:{_LEADS})(?=[、，][一-龥])|(?:{_HELPS}|{_JOINS})(?=、[一-龥])")
_HOW = re.compile(r"(?:应当?|要|具体|共同|主要|积极|密切|主动|全力|大力|统一|分别|协同|按职责|按照职责)+$")
_LINK = re.compile(rf"([一-龥（）]{{2,16}}?)({_HELPS}|{_JOINS}|{_LEADS})(?:[、，]|$)")
_LEADING = re.compile(rf"(?!分工|各负)[^、]{{0,4}}(?:{_LEADS})")
_ROLES = {
    **dict.fromkeys(_LEADS.split("|"), Role.LEAD),
    **dict.fromkeys(_HELPS.split("|"), Role.ASSIST),
    **dict.fromkeys(_JOINS.split("|"), Role.PARTICIPATE),
}
_VERB = "组织"  # 加强组织领导 names no body
_LOOSE = (
    dict.fromkeys(["部门", "各部门", "有关部门", "相关部门", "相关单位", "各方", "有关单位", "多部门"], ("unresolved",))
    | dict.fromkeys(
        ["街道", "乡镇", "镇街", "镇（街）", "乡镇（街道）", "镇（街道）", "街镇", "街道（乡镇）"], ("township",)
    )
    | dict.fromkeys(["村居", "村（居）", "村社区", "村（社区）", "社区", "村级"], ("village",))
)


@dataclass(frozen=True, slots=True)
class Mechanism:
    """A series of bodies with their roles at `start:end`."""

    start: int
    end: int
    bodies: tuple[tuple[Body, Role], ...]


def find_mechanisms(text: str, vocabulary: Vocabulary) -> tuple[Mechanism, ...]:
    """Every mechanism of the text in which at least two bodies are known."""
    names = _names(vocabulary)
    found: list[Mechanism] = []
    for hint in _HINT.finditer(text):
        left = found[-1].end if found else 0
        series = _SERIES.search(text, max(left, hint.start() - 40), hint.end() + 60)
        if series is None:
            continue
        bodies = tuple(_members(series[0], series.start(), names))
        if len(bodies) > 1:
            found.append(Mechanism(bodies[0][0].start, series.end(), bodies))
    return tuple(found)


def role_in_series(words: str) -> Role:
    """The role that the words behind a body give it in a mechanism: a lead where it leads, else a part of it."""
    if _LEADING.match(words):
        return Role.LEAD
    return Role.ASSIST if "配合" in words or "协助" in words else Role.PARTICIPATE


def _members(words: str, offset: int, names: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[Body, Role]]:
    for link in _LINK.finditer(words):
        who = _HOW.sub("", link[1])
        start = next((i for i in range(len(who)) if who[i:] in names), None)
        if start is not None:
            yield (
                Body(names[who[start:]], offset + link.start() + start, offset + link.start() + len(who)),
                _ROLES[link[2]],
            )


@once_a_vocabulary
def _names(vocabulary: Vocabulary) -> Mapping[str, tuple[str, ...]]:
    single = {form: (id_,) for source in (vocabulary.stems, vocabulary.context) for form, id_ in source("agency")}
    full = {form: tuple(i for ids in meaning for i in ids) for form, meaning in vocabulary.readings("agency").items()}
    return {form: ids for form, ids in (single | full | _LOOSE).items() if form != _VERB}
