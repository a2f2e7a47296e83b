from __future__ import annotations

from itertools import product

import pytest

from kg.enums import Verdict

ORDER = [Verdict.NO, Verdict.UNKNOWN, Verdict.YES]


@pytest.mark.parametrize(("a", "b"), list(product(ORDER, ORDER)))
def test_kleene_logic_is_minimum_and_maximum(a: Verdict, b: Verdict) -> None:
    assert a & b is min(a, b, key=ORDER.index)
    assert a | b is max(a, b, key=ORDER.index)
