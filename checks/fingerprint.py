"""The name a finding keeps from run to run.

It is made of the check's code and of the words of both sides, with everything taken out that moves when a text is
reflowed, renumbered or edited elsewhere: blanks, punctuation, enumerators and article numbers. The draft is known by
its side, not by its file name, so that a second version of the file keeps its findings.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from checks.base import Evidence, Hit
from kg.ids import BASE, digest

REMEMBERED = 50_000  # texts
_NUMERAL = r"[0-9０-９一二三四五六七八九十百千零〇两]+"
_PLACE = re.compile(rf"第(?:{_NUMERAL})([编章节条款项目])(?:之{_NUMERAL})?|第[（(]{_NUMERAL}[）)]([项目])")
_ENUMERATOR = re.compile(rf"^(?:[（(]{_NUMERAL}[）)]|{_NUMERAL}[、.．])")


@lru_cache(maxsize=REMEMBERED)
def words(text: str) -> str:
    """`text` without blanks, punctuation, enumerator and article numbers."""
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    plain = _PLACE.sub(lambda m: "第" + (m[1] or m[2]), _ENUMERATOR.sub("", plain))
    return "".join(c for c in plain if unicodedata.category(c)[0] in "LNS")


def fingerprint(code: str, hit: Hit) -> str:
    """Sixteen hexadecimal digits, equal for the same finding of a later run."""
    sides = sorted({_side(e) for e in hit.evidence})
    named = sorted(a for a in hit.about if not a.startswith(BASE))
    return digest(code, *sides, *named)


def _side(place: Evidence) -> str:
    owner = "draft" if place.side == "draft" else place.quote.document
    return f"{owner}\x1e{words(place.quote.text)}"
