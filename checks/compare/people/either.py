"""People with one of two traits where the rule above has both: 身份不明的患者 for 身份不明或者无力支付的患者.

The norms give the same people something; what tells the others may stand nowhere in the text under review. Quiet where
the text goes on (其他), where its norm has an alternative of its own, and where the two traits say much the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.ground.alignment import bag, on_one_matter, share
from checks.compare.ground.lists import opens
from checks.compare.ground.norms import Norm
from kg.coverage import CoverageIndex
from kg.enums import Modality
from ontology.cues import Setting

_LISTING = Setting("listing")
_EITHER = re.compile(
    r"(?:^|[，。；、：对为给]|[一-龥]{0,4}的)(?P<one>[一-龥]{4,16}?)(?:或者|或)(?P<two>[一-龥]{4,16}?)的"
    r"(?P<who>[一-龥]{0,10}?(?:患者|病人|人员|家庭|儿童|学生|对象|老年人|残疾人|职工|妇女|居民|群众|户))(?![一-龥]{0,3}(?:或者|以外))"
)
_BUT = re.compile(r"但|且|并|虽|^[对为给]")  # before the trait that the other is instead of
_OPEN = re.compile(r"其他|其它|另有规定|或者|等情形")
_GIVEN = frozenset(
    {Modality.ENTITLEMENT, Modality.OBLIGATION, Modality.RIGHT, Modality.DEFINITION, Modality.PERMISSION}
)
_HELD, _ELSEWHERE = 0.75, 0.6  # of a trait's pieces: that a norm has; of the other's own, in any norm of the text
_FEW = 2  # pieces of a trait of its own
_TAIL = 4  # characters at the end of what the people are called


def either(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[tuple[Norm, Norm, str]]:
    """Norms of `mine` for people with one trait, those of `theirs` for either of two, and the trait that is lost."""
    for b in (n for n in theirs if _gives(n)):
        for found in _EITHER.finditer(b.text):
            for a in mine:
                lost = _lost(a, found, mine) if _gives(a) and not _OPEN.search(a.text) else ""
                if lost and on_one_matter(index, a, b):
                    yield a, b, f"“{lost}的{found['who']}”"
                    return


def _gives(norm: Norm) -> bool:
    given = any(p.modality in _GIVEN for p in norm.provisions)
    return given and opens(norm) and not _LISTING.has("open", norm.text)


def _lost(a: Norm, found: re.Match[str], mine: tuple[Norm, ...]) -> str:
    """The trait that neither the norm, which has the other one, nor any norm of the text names; "" for none."""
    if found["who"][-_TAIL:] not in a.text:
        return ""
    own = bag(a.text)
    one = _BUT.split(found["one"])[-1]
    for kept, lost in ((one, found["two"]), (found["two"], one)):
        held, alone = bag(kept), bag(lost) - bag(kept)
        has = min(len(held), len(alone)) >= _FEW and share(held, own) >= _HELD and len(held & own) >= _HELD * len(held)
        if has and not any(len(alone & bag(n.text)) >= _ELSEWHERE * len(alone) for n in mine):
            return lost
    return ""
