"""How much room is meant by a number of square metres: for how many people, for each or all of them, as what line.

一人户30平方米 and 人均15平方米 are two standards, and so is the room that people must not have (人均不足10平方米).
"""

from __future__ import annotations

import re

from checks.compare.ground.clauses import clause_of
from checks.compare.ground.norms import Norm
from kg.model import Parameter
from kg.stretches import value_of

AREA = "平方米"
_HOUSEHOLD = re.compile(
    r"(?P<size>[一二两三四五六1-6])(?:口|人)(?:(?:及|或)(?:[一二两三四五六1-6]?人)?以上|以上)?(?:的?家庭|的?户|之家|家庭)"
)
_EACH = re.compile(r"人均|每人")
_LINE = ("<", "<=")
_GIVEN = re.compile(r"(?:补贴|保障|配租)(?:建筑|住房|租赁)?面积")  # at most so much of it is paid for


def room_of(norm: Norm, parameter: Parameter) -> tuple[float, bool, bool]:
    """(people of the household, 0 where none are told; for each of them; whether it is a line not to be reached)."""
    clause = clause_of(norm, parameter)
    said = _HOUSEHOLD.search(clause)
    each = _EACH.search(clause) is not None or parameter.unit.endswith("/人")
    return value_of(said["size"]) if said else 0.0, each, parameter.op in _LINE and not _GIVEN.search(clause)
