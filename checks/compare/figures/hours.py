"""So many hours of a service a month: 每人每月上门照护45小时, told as hours a year.

Quiet for the hours of one visit (每次2小时), for the day that somebody is open or on duty, and for what people work.
"""

from __future__ import annotations

import re

from checks.compare.ground.clauses import clause_of, words_before
from checks.compare.ground.marks import PAUSE
from checks.compare.ground.norms import Norm
from checks.compare.ground.windows import groups_in
from kg.model import Document, Parameter

HOUR = "小时"
_A_YEAR = {"周": 52.0, "月": 12.0, "季度": 4.0, "季": 4.0, "年": 1.0}
_EVERY = re.compile(r"每(?:人|户|位)?每?个?(?P<per>周|月|季度|季|年)(?![^，。；]*(?:每次|次))[^，。；]*$")
_SERVICE = re.compile(r"服务|照护|照料|护理|陪护|助浴|助洁|喘息|送教|康复训练|家务|上门")
_ASIDE = re.compile(
    r"工作时间|劳动|岗位|上班|值班|加班|志愿|公益|营业|开放|热线|电话|培训|学习|教育课|待命|超出|超过部分|增加"
)
_WAYS = re.compile(r"上门|居家|入户|送教|喘息|助浴|助餐|助洁|陪护|床位|康复|日间|长期护理|家政|托养")


def one_programme(a: Document, b: Document) -> bool:
    """Whether both titles name one way of serving, for people who are not told apart."""
    titles = [d.title or "" for d in (a, b)]
    ways, people = [set(_WAYS.findall(t)) for t in titles], [groups_in(t).ids() for t in titles]
    return bool(ways[0] & ways[1]) and (not all(people) or bool(people[0] & people[1]))


def hours_a_year(norm: Norm, parameter: Parameter) -> float:
    """The hours of service a year that a figure comes to, 0 where it says something else."""
    every = _EVERY.search(PAUSE.split(words_before(norm, parameter))[-1] + parameter.quote)
    clause = clause_of(norm, parameter)
    if parameter.unit != HOUR or not every or not _SERVICE.search(norm.words) or _ASIDE.search(clause):
        return 0.0
    return parameter.value * _A_YEAR[every["per"]]
