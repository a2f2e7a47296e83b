"""How often in a year: 每周2次, 每三个月一次, and a rhythm in which somebody has to act (每半年核查一次)."""

from __future__ import annotations

import re

from kg.model import Parameter

_A_YEAR = {
    "日": 365.0,
    "周": 52.0,
    "半月": 24.0,
    "月": 12.0,
    "季度": 4.0,
    "季": 4.0,
    "半年": 2.0,
    "学期": 2.0,
    "年": 1.0,
}
_INTERVAL = {"<=": ">=", "<": ">", "=": "="}  # at most so long between two is at least so often
_SEVERAL = re.compile(r"(?P<number>\d+)(?P<period>[年月日周])")


def how_often(parameter: Parameter) -> tuple[str, float]:
    """With what comparator, and how often in a year, 0 where the number says something else."""
    if parameter.kind == "review-interval":
        return _INTERVAL.get(parameter.op, ""), 12.0 / parameter.value if parameter.unit == "月" else 0.0
    times, _, period = parameter.unit.partition("/")
    if parameter.kind != "frequency" or times != "次":
        return "", 0.0
    several = _SEVERAL.fullmatch(period)
    number, period = (float(several["number"]), several["period"]) if several else (1.0, period)
    return parameter.op, parameter.value * _A_YEAR.get(period, 0.0) / number
