"""Liability for grave cases alone (情节严重的，追究法律责任), where the rule above has it for every offence.

A rule has whoever does a wrong punished as soon as it is an offence (构成违反治安管理行为的, 构成犯罪的); a text that
says what follows the same wrong waits for it to be grave, and leaves the others at talk. Quiet where the text names
offences anywhere (构成犯罪的), refers to other law for what follows, or where the rule above waits for grave cases too.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Severity
from checks.compare.ground.alignment import bag, on_one_matter, people_apart, share
from checks.compare.ground.lists import items_of
from checks.compare.ground.norms import Norm
from checks.compare.ground.paragraphs import Paragraph, paragraphs
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from ontology.cues import Setting

_GRAVITY = Setting("gravity")
_FEW, _SAME = 2, 0.5  # pieces of the wrong, and their part of the shorter


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Wrongs for which `theirs` has every offence punished, and `mine` only grave cases."""
    waiting = [a for a in mine if _GRAVITY.has("waits", a.text)]
    if not waiting or any(_GRAVITY.has("named", n.text) or _GRAVITY.has("elsewhere", n.text) for n in mine):
        return
    above = [p for p in paragraphs(theirs) if _GRAVITY.has("named", p.text) and not _GRAVITY.has("like", p.text)]
    for a in waiting:
        found = [(w, p) for w in _wrongs(a, mine) for p in above if _one_wrong(index, a, w, p)]
        if found:
            said = next(_GRAVITY.all("waits", a.text)).group()
            wrongs = tuple(dict.fromkeys(w for w, _ in found))
            rules = tuple(dict.fromkeys(n for _, p in found for n in p.norms))
            named = next(_GRAVITY.all("named", found[0][1].text)).group()
            told = (f"“{clip(said, 30)}”", f"“{clip(named, 30)}”即应承担")
            both = (tuple(dict.fromkeys((a, *wrongs))), rules)
            yield Departure(Label.SANCTION, "gravity", "追究法律责任的条件", *told, *both, Severity.WARNING)


def _wrongs(norm: Norm, norms: tuple[Norm, ...]) -> list[Norm]:
    """The items that it governs, or itself with the words before it in the sentence."""
    return items_of(norms, norm) or [norm]


def _one_wrong(index: CoverageIndex, waiting: Norm, wrong: Norm, rule: Paragraph) -> bool:
    """Whether what is done wrong by both is the same."""
    said = wrong.text if wrong is not waiting else waiting.prior or waiting.text
    for clause in _clauses(said):
        done = bag(clause)
        for b in rule.norms:
            same = any(_alike(done, bag(x)) for x in _clauses(b.text))
            if same and on_one_matter(index, waiting, b) and not people_apart(index, waiting, b):
                return True
    return False


def _clauses(text: str) -> list[str]:
    """The clauses on what is done, what follows it and the names of people left out."""
    parts = (x for y in text.replace("；", "，").split("，") for x in _GRAVITY.pattern("parts").split(y))
    return [_GRAVITY.without("bare", x) for x in parts if not _GRAVITY.has("aside", x)]


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a) and (a == b or (len(a & b) >= _FEW and share(a, b) >= _SAME))
