"""Controls: an act and the same act again, renumbered, consolidated or reflowed. Nothing is wrong with any of them.

The material is the project's own examples in force and acts made of the rules of the mutations. What a text gives by
itself, without its older version beside it, is not counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from bench.mutation.scoring import findings, pairs
from bench.mutation.writing import written
from ingest.reading import read_text
from kg.coverage import build_index
from kg.model import Corpus, Reading
from ontology.vocabulary import load_vocabulary

FOLDER = Path(__file__).parents[2] / "examples"
AT = date(2025, 6, 1)
_ARTICLE = re.compile(r"^第([一二三四五六七八九十]+)条", re.MULTILINE)


@dataclass(frozen=True)
class Control:
    """The act in force and its new version."""

    name: str
    manner: str
    old: str
    new: str


def controls() -> Iterator[Control]:
    """Every example in force, in each manner of coming again."""
    for path in sorted(FOLDER.glob("in-force/*.txt")):
        text = path.read_text(encoding="utf-8")
        for manner, change in MANNERS.items():
            yield Control(path.name, manner, text, change(text))
    for made in pairs(3):
        if not made.changed:
            text = written(replace(made.acts[-1], draft=False))
            for manner, change in MANNERS.items():
                yield Control(f"{made.kind}-{made.number}.txt", manner, text, change(text))


def alarms(control: Control) -> list[str]:
    """Findings of error or warning that the new version gives against the old, and would not give by itself."""
    old, new = _read(control.name, control.old), _read("draft.txt", control.new)
    new = replace(new, document=replace(new.document, region=old.document.region))
    alone, against = (
        findings(build_index(Corpus(base), new, load_vocabulary(), AT, old.document.region)) for base in ((), (old,))
    )
    known = {f.id for f in alone}
    return [f"{control.name} {control.manner} {f.check.code}: {f.hit.message}" for f in against if f.id not in known]


def _read(name: str, text: str) -> Reading:
    return read_text(name, text, name, load_vocabulary())


def _again(text: str) -> str:
    return text


def _renumbered(text: str) -> str:
    """Every article number one higher."""
    return _ARTICLE.sub(lambda m: f"第{_next(m[1])}条", text)


def _reflowed(text: str) -> str:
    """Blank lines and wide blanks changed."""
    return re.sub(r"\n{2,}", "\n", text).replace("　", " ")


def _consolidated(text: str) -> str:
    """One article more at the end, repeating nothing."""
    return text.rstrip() + "\n\n本文件由原发文机关负责解释。\n"


def _next(number: str) -> str:
    digits = "零一二三四五六七八九"
    tens, _, ones = number.rpartition("十")
    value = (
        ((digits.index(tens) if tens else 1) * 10 if "十" in number else 0) + (digits.index(ones) if ones else 0) + 1
    )
    high, low = divmod(value, 10)
    return (("" if high == 1 else digits[high]) + "十" if high else "") + (digits[low] if low else "")


MANNERS = {"again": _again, "renumbered": _renumbered, "reflowed": _reflowed, "consolidated": _consolidated}
