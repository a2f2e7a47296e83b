"""What the force of an act depends on, gathered from the act and what it inherits; and which acts only punish."""

from __future__ import annotations

import re

from ingest.extract.acts.acts import Act, Scope
from ingest.extract.acts.doers import encourages, orders_go_on
from ingest.extract.force.voice import Voice
from ingest.stems import DOING, Stem
from kg.enums import Modality

_BENEFITS = (Modality.ENTITLEMENT, Modality.ENCOURAGEMENT, Modality.RIGHT)  # not what an agency named later has
_IN_FORCE = re.compile(r"[自从].*起(?:施行|执行|实施|生效)|废止|解释")
_UNNAMED = ("other-body",)
_STOPPED = re.compile("制止|保护")
_MERIT = re.compile(r"(?:有功|贡献|成绩|成就|突出|显著)[^，。；]{0,12}?(?:单位|组织|个人|集体)")
_PRAISED = re.compile(r"表彰|奖励|表扬|嘉奖")
_SERVICE = re.compile(  # not to other bodies, nor as volunteers, which is taking part
    r"[为向](?![^，。；]{0,12}(?:组织|机构|企业|单位))[^，。；]{2,30}?提供[^，。；]{0,50}"
    r"(?:(?<!志愿)服务|照料|照护|护理|辅导|疏导)$"
)
_IN_CHARGE = re.compile(  # 教育局是送教上门工作的牵头单位
    r"(?:是|为|作为)[^，。；：]{2,30}?的?(?:行政)?(?:主管|牵头|主责|责任)(?:部门|单位|机关)(?=[，。；]|$)"
)
_PUNISHED = re.compile("责令|处分|处罚|罚款|警告|批评|责任|追究|没收|退回|追回")


def is_punishment(words: str, modality: Modality) -> bool:
    """Whether a sanction only punishes, so that nobody benefits; not where a wrong is stopped or itself forbidden."""
    if modality is Modality.PROHIBITION:
        return False
    return _PUNISHED.search(words) is not None or _STOPPED.search(words) is None


def nobody_acts(words: str, modality: Modality, act: Act) -> bool:
    """Whether whoever is named does nothing: a date, a meaning, encouragement by none."""
    if modality is Modality.DECLARATION:
        return _IN_FORCE.search(words) is not None
    return modality is Modality.DEFINITION or (modality is Modality.ENCOURAGEMENT and not encourages(act))


def work_done(words: str, modality: Modality, functions: tuple[str, ...]) -> tuple[str, ...]:
    """The work in an act: none in a statement; a service, where that is encouraged (鼓励企业为老年人提供…服务)."""
    if modality is Modality.DECLARATION or (modality is Modality.DEFINITION and "视" not in words):
        return ()
    serves = modality is Modality.ENCOURAGEMENT and functions == ("mobilise",) and _SERVICE.search(words)
    done = functions or (("implement",) if _IN_CHARGE.search(words) else ())
    return ("mobilise", "service") if serves else done


def is_praise(words: str) -> bool:
    """Whether units and people who did well for others are praised: neither they nor those others get anything."""
    return _MERIT.search(words) is not None and _PRAISED.search(words) is not None


def _claims(act: Act) -> bool:
    """用人单位有权查询…: whether bodies that are no authorities have a right; what a body is, its name has to say."""
    bodies = tuple(body for body, _ in act.actors)
    return not orders_go_on(bodies) and all(body.ids != _UNNAMED for body in bodies)


def voice_of(words: str, stem: Stem, scope: Scope, act: Act, people: bool) -> Voice:
    """The voice of one act in the place it stands in; `people`: beneficiaries are named in it or just before."""
    agency = any(role in DOING and (body.ids or act.marker) for body, role in act.actors)  # 各地 names none
    if act.marker == "right" and _claims(act):
        agency = False  # 用人单位有权查询…
    ordered = agency and bool(stem.subject) and stem.modality is Modality.OBLIGATION
    default = Modality.OBLIGATION if act.own and stem.modality in _BENEFITS else stem.modality
    return Voice(
        words=words,
        marker=act.marker,
        agency=agency,
        person=act.person,
        duty_list=scope.duty_list,
        functions=act.functions,
        default=default,
        opening=act.opening,
        first=act.first,
        people=people,
        own=act.own,
        statute=scope.statute,
        aims=stem.aims,
        whom=stem.whom,
        ordered=not act.own and (ordered or (bool(stem.charge) and not act.person)),
        agency_first=any(role in DOING and body.start <= act.start + 1 < body.end for body, role in act.actors),
    )
