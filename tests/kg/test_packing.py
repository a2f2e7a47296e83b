from __future__ import annotations

import pytest
from hypothesis import given, settings

from kg.model import Reading
from kg.packing import pack, unpack
from tests.kg.readings import readings


@settings(max_examples=200, deadline=None)
@given(readings())
def test_a_reading_comes_back_from_its_bytes(reading: Reading) -> None:
    assert unpack(pack(reading)) == reading


@pytest.mark.parametrize("data", [b"", b"none", pack.__doc__.encode() if pack.__doc__ else b"x"])
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError):
        unpack(data)


def test_bytes_of_another_shape_are_refused() -> None:
    import json
    import zlib

    for other in ("{}", "[]", "[1, 2, 3, 4, 5]", '["a"]'):
        with pytest.raises(ValueError):
            unpack(zlib.compress(json.dumps(json.loads(other)).encode()))
