"""The list of checks is the list of files: every module of the three families that defines `CHECK`.

A file that is there is a check that runs; nothing is registered by hand. Codes and names are permanent, so two
checks that share one are refused at once.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable
from functools import cache
from importlib import import_module

from checks.base import Check

FAMILIES = ("overlap", "gap", "conflict")


@cache
def all_checks() -> tuple[Check, ...]:
    """Every check of the package in the order of codes; raises `ValueError` where a code or name is used twice."""
    return ordered(check for family in FAMILIES for check in _checks_of(family))


def ordered(checks: Iterable[Check]) -> tuple[Check, ...]:
    """`checks` by code, refusing a code or a name used twice."""
    found: dict[str, Check] = {}
    for check in checks:
        for key in (check.code, check.name):
            if key in found:
                raise ValueError(f"{key} names two checks: {found[key].title} and {check.title}")
            found[key] = check
    return tuple(sorted(set(found.values()), key=lambda c: c.code))


def check_by_code(code: str) -> Check | None:
    """The check of this code, in whichever case it is written."""
    return next((c for c in all_checks() if c.code == code.upper()), None)


def _checks_of(family: str) -> Iterable[Check]:
    package = import_module(f"checks.{family}")
    for module in pkgutil.iter_modules(package.__path__):
        check = getattr(import_module(f"checks.{family}.{module.name}"), "CHECK", None)
        if isinstance(check, Check):
            yield check
