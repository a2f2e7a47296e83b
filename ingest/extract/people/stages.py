"""The stage of schooling as a condition people meet: 在普通高中就读的孤儿, 考入高等学校, 残疾人义务教育.

Elsewhere the words for a stage are traits that need a person word (高等学校学生), or name the schools themselves.
"""

from __future__ import annotations

import re

from ingest.extract.people.group_order import Order
from ingest.extract.people.joints import COMMA
from ingest.extract.people.person_words import Alternatives, Unit
from kg.model import Groups

STAGES = frozenset(("preschool", "compulsory", "senior-high", "secondary-vocational", "higher-ed"))
PRESCHOOL = (frozenset(("preschool",)),)
AT_SCHOOL = re.compile(r"[^，。；：]{0,40}?(?:就读|就学|学习|上学|读书|阶段|期间)")
SCHOOLS = re.compile(r"(?:阶段)?的?(?:[^，。；]{0,6}学校|教育(?!救助|资助)|教师|公办|民办)")
OPENS = re.compile(
    r"对?[^，。；对]{0,12}?(?:学前教育|幼儿园|义务教育|高中|职业(?:学校|院校|教育)|中职|高等|高校|本专科)[^，。；]*生"
)
IN = re.compile(r"在(?:全日制|各级|各类|国内|公办|民办|当地|本[省市县区]|、)*$")
_FIELD = 24  # characters between a school and its students
ENTERING = ("考入", "考取", "考上", "升入", "就读于", "被")


def is_stage(text: str, order: Order, unit: Unit, *, behind_people: bool) -> bool:
    """Whether a trait is such a condition; `behind_people`: it stands right behind a person word."""
    if order.facets_of(unit.says) != {"study"} and unit.says != PRESCHOOL:
        return False
    if IN.search(text, max(0, unit.start - 10), unit.start):
        return AT_SCHOOL.match(text, unit.end) is not None
    opens = text.startswith("阶段", unit.end - 2) or text.startswith("阶段", unit.end)
    if opens and not SCHOOLS.match(text, unit.end):
        return True
    return behind_people or text.endswith(ENTERING, 0, unit.start)


def of_school(order: Order, waiting: Alternatives, unit: Unit, gap: str) -> bool:
    """Whether the traits waiting before `gap` name the school of these students: 中等职业学校一、二年级涉农专业学生."""
    study = order.facets_of(waiting) == order.facets_of(unit.says) == {"study"}
    return study and not COMMA.search(gap) and len(gap) < _FIELD


def stage_of(words: str, groups: Groups) -> str:
    """The one stage that the people are at whom `words` open with; "" where they open otherwise, or with several."""
    if not groups or not OPENS.match(words):
        return ""
    shared = frozenset.intersection(*map(frozenset, groups)) & STAGES
    return next(iter(shared)) if len(shared) == 1 else ""


def stage_kept(stage: str, groups: Groups) -> str:
    """The stage that an article is about, behind a row about `groups`; "" where these are at another one."""
    others = any(not STAGES.isdisjoint(a) and stage not in a for a in groups)
    return "" if others else stage


def at_stage(groups: Groups, stage: str) -> Groups:
    """Students of an article about one stage are those of this stage, unless it names another one."""
    if not stage or any(not STAGES.isdisjoint(a) for a in groups):
        return groups
    return Groups.of(frozenset(stage if i == "student" else i for i in a) for a in groups)
