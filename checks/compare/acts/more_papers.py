"""Papers of others that a text asks for beside those the rule lists: 由居委会出具的贫困证明, 银行流水, 公证书.

The rule says what is handed in with an application, item by item; the draft's own list goes on with a paper that
somebody else has to issue, of a kind the rule nowhere names. Quiet where the rule's list is open (等材料,
相关证明材料), and for forms, cards and what applicants declare themselves.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Severity
from checks.compare.ground.alignment import people_apart
from checks.compare.ground.norms import Norm
from checks.compare.ground.pairing import one_aid
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from ontology.cues import Setting

_PAPERS = Setting("more-papers")
_TAIL = 4  # characters at the end of a paper's name that say its kind


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Papers of `mine` that no list of `theirs` for the same aid has."""
    lists = [n for n in theirs if _PAPERS.has("lists", n.words) and not _PAPERS.has("aside", n.words)]
    if not lists or any(_PAPERS.has("open", n.words) for n in lists):
        return
    told: set[int] = set()
    for norm in mine:
        paper = _asked(norm)
        place = norm.lead.start or norm.start
        if not paper or place in told or _known(paper, theirs):
            continue
        rule = next((b for b in lists if one_aid(index, norm, b) and not people_apart(index, norm, b)), None)
        if rule:
            told.add(place)
            said = f"要求提交“{clip(paper, 30)}”", "所列申请材料中没有这一项"
            yield Departure(Label.CONDITION, "more-papers", "申请材料", *said, (norm,), (rule,), Severity.WARNING)


def _asked(norm: Norm) -> str:
    """The first paper of others that a norm has applicants hand in."""
    if not _PAPERS.has("asks", norm.words) or _PAPERS.has("aside", norm.words):
        return ""
    found = next(_PAPERS.all("proof", norm.text), None)
    return found.group() if found else ""


def _known(paper: str, norms: tuple[Norm, ...]) -> bool:
    """Whether the rule names a paper of the kind anywhere."""
    return any(paper[-_TAIL:] in n.text for n in norms)
