"""Every row of a table has a name of its own: of two with one name only the later would be run."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROW = re.compile(r"^(?P<name>[^\s#:][^:]*):", re.MULTILINE)


@pytest.mark.parametrize("path", sorted(HERE.rglob("*.yaml")), ids=lambda path: str(path.relative_to(HERE)))
def test_no_two_rows_have_one_name(path: Path) -> None:
    named = Counter(m["name"] for m in ROW.finditer(path.read_text(encoding="utf-8")))
    assert [name for name, times in named.items() if times > 1] == []
