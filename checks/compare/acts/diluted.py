"""How a duty is done, in a weaker word: 立即制止 becomes 及时制止, 按时足额支付 becomes 按时支付, 动态调整 may be made.

Families of wording (`diluted` in `conflict.ttl`) have the word that the rule above orders and the weaker one; what is
done in that manner has to be the same, in norms that rule one matter. Quiet where the text has the strong word for the
same deed anywhere, where the rule above has the weaker word too, and for reports and notices of unlike occasions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Severity
from checks.compare.ground.alignment import bag, matches, on_one_matter, people_apart
from checks.compare.ground.norms import Norm
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from ontology.cues import Cue, Setting, load_cues

_DILUTED = Setting("diluted")
_COMMON = 3  # pieces that two norms share beside what is done
_SURE = 0.45  # likeness of two norms that are not each other's best


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Duties of `mine` in a weaker manner than `theirs` orders."""
    beside = {(m.a.start, m.b.start) for m in matches(index, mine, theirs) if m.mutual or m.likeness >= _SURE}
    for cue in load_cues()["diluted"]:
        owed = [(n, m) for n in theirs if _DILUTED.has("owed", n.words) for m in _said(cue, "strong", n.text)]
        weak = [
            (n, m) for n in mine if owed for m in _said(cue, "weak", n.text) if not _has(cue, "strong", n, _deed(m))
        ]
        for a, m in weak:
            above = [(b, x) for b, x in owed if _deed(m) == _deed(x) and not _has(cue, "weak", b, _deed(m))]
            above = [(b, x) for b, x in above if (a.start, b.start) in beside or _one_occasion(a, b, _deed(m))]
            above = [(b, x) for b, x in above if on_one_matter(index, a, b) and not people_apart(index, a, b)]
            if above and not any(_has(cue, "strong", n, _deed(m)) for n in mine):
                b, said = above[0]
                told = (f"只写“{clip(m.group(), 20)}”", f"要求“{clip(said.group(), 20)}”")
                yield Departure(Label.CONDITION, cue.id, cue.label, *told, (a,), (b,), Severity.WARNING)


def _said(cue: Cue, which: str, text: str) -> Iterator[re.Match[str]]:
    return cue.patterns[which].finditer(text)


def _deed(match: re.Match[str]) -> str:
    """What is done in that manner, "" where the family is about one deed."""
    return match.groupdict().get("deed") or ""


def _has(cue: Cue, which: str, norm: Norm, deed: str) -> bool:
    return any(_deed(m) == deed for m in _said(cue, which, norm.text))


def _one_occasion(a: Norm, b: Norm, deed: str) -> bool:
    """Whether two norms have enough words in common beside the deed; never of steps that have many occasions."""
    if not deed or _DILUTED.has("step", deed):
        return False
    own, other = (bag(n.prior + n.text) - bag(deed) for n in (a, b))
    return len(own & other) >= _COMMON
