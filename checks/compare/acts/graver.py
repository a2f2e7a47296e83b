"""Those who answer for a body's breach of duty, punished as such above and below only where it is grave or goes on.

经办机构有下列行为之一的，责令改正；对直接责任人员依法给予处分 has every breach punished; a text for the same body by
which 处分 waits until nothing is mended (拒不改正) or the case is grave (情节严重) lets most of them go. A list is held
against one that closes with any other breach of duty, a sentence against one on the same conduct. Lighter measures
above (批评教育) and other bodies give nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Severity
from checks.compare.ground.alignment import bag, one_subject, share
from checks.compare.ground.lists import items_of
from checks.compare.ground.norms import Norm
from checks.compare.ground.paragraphs import Paragraph, paragraphs
from checks.compare.outcome.departures import Departure, Label
from kg.coverage import CoverageIndex
from ontology.cues import Setting

_GRAVER = Setting("graver")
_PART = re.compile(r"[^；。：]+")
_WHO = re.compile(
    r"^(?:[^，。；]{2,24}(?:法|条例|办法|规定)(?:的)?规定，)?[^，。；的]{0,24}?(?P<who>[^，。；的]{0,2}(?:机构|部门|机关|学校|医院|单位|企业|组织|委员会|政府))"
    r"(?:及其[^，。；]{0,4}工作人员)?(?=违反|有下列|不履行|未|不|拒|擅自|克扣|截留|在[^，。；]{2,20}中)"
)
_FOLLOWS = re.compile(r"，(?:由|责令|给予|处|对[^，。；]{0,6}(?:负责|责任)|依法|情节|拒不|逾期).*$", re.S)
_LEAST, _ALIKE = 4, 0.6  # shared pieces of two conducts, and their part of the shorter


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Sentences and lists of `mine` that have 处分 wait for what `theirs` does not ask."""
    above = [(p, who) for p, who in _liabilities(theirs) if not _waits(p)]
    for a, who in _liabilities(mine) if above else ():
        waits = _waits(a)
        same = (b for b, other in above if waits and _one_kind(who, other) and _one_breach(a, b, theirs))
        b = next((b for b in same if one_subject(index, a.norms[0], b.norms[0])), None)
        if b:
            said = (f"“{'、'.join(waits)}”才给予处分", "没有这一前提")
            yield Departure(Label.SANCTION, "graver", "失职行为的处分条件", *said, a.norms, b.norms, Severity.WARNING)


def _liabilities(norms: tuple[Norm, ...]) -> Iterator[tuple[Paragraph, str]]:
    """Paragraphs by which a body is put right and its persons are disciplined, with the kind of the body."""
    for paragraph in paragraphs(norms):
        who = _WHO.search(paragraph.text) if not paragraph.stem else None
        if who and _GRAVER.has("disciplined", paragraph.text):
            yield paragraph, who["who"]


def _one_kind(who: str, other: str) -> bool:
    return who.endswith(other) or other.endswith(who)


def _waits(paragraph: Paragraph) -> tuple[str, ...]:
    """The cases in which alone it disciplines, none where it does so in any."""
    parts = [part for part in _PART.findall(paragraph.text) if _GRAVER.has("disciplined", part)]
    cases = [next((m.group() for m in _GRAVER.all("grave", part)), "") for part in parts]
    return tuple(dict.fromkeys(cases)) if all(cases) else ()


def _one_breach(a: Paragraph, b: Paragraph, theirs: tuple[Norm, ...]) -> bool:
    """Whether what is punished in `a` is in `b` too: by a list that takes in any breach, or in the same words."""
    if _is_list(a) or _is_list(b):
        any_breach = any(_GRAVER.has("anyBreach", i.text) for i in items_of(theirs, b.norms[-1]))
        return _is_list(a) and _is_list(b) and any_breach
    one, two = (bag(_FOLLOWS.sub("", p.text)) for p in (a, b))
    return len(one & two) >= _LEAST and share(one, two) >= _ALIKE


def _is_list(paragraph: Paragraph) -> bool:
    return paragraph.text.rstrip().endswith(("：", ":"))
