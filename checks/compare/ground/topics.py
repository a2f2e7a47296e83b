"""Whether two norms speak of the same thing: the aid they are about, with the tree of aid types.

What neither the norm nor its document says is UNKNOWN, never NO.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from checks.compare.ground.norms import Norm
from checks.remember import per_index
from kg.coverage import CoverageIndex
from kg.enums import Verdict
from kg.force import plain_title
from kg.model import Document
from ontology.cues import load_cues
from ontology.vocabulary import load_vocabulary

_NO_BENEFIT = frozenset({"social-participation"})  # rules for helpers, not for those who are helped
LOOSE = frozenset({"social-assistance"})
AREAS = frozenset({"development", "women", "disability-general", "labour-hardship", "social-insurance"})
"""Work for a class of people or in a field, which many bodies do side by side."""
_BROAD = frozenset({"women", "disability-general", "labour-hardship", "service-aid"})
"""Work for a class of people, or a manner of helping them, whatever the aid."""
_ANY_NEED = LOOSE | {"living-aid"}  # 基本生活保障 of whatever class a text is for
_AS_CLASS = frozenset({"dibao", "tekun"})  # aids after which those who have them are called
_HOLDERS = re.compile(
    r"(?:获得|享受|领取|取得|已?获|办理)[过了]?[^，。；、]{2,16}的[^，。；、的]{0,6}(?:人员|家庭|毕业生|学生|对象|职工|者|户|儿童|患者)"
)
_REMEMBERED = 65_536  # texts with the aids they name


def aid_of(index: CoverageIndex, norm: Norm) -> frozenset[str]:
    """Aid types of the norm; where it says only 社会救助 or a field, those of its stem, else of its title."""
    own, titled = norm.aid - LOOSE, title_aid(index.documents[norm.document])
    if own <= _BROAD and (told := (aid_named(norm.stem) or titled) - LOOSE - _BROAD):
        return told
    return own or aid_named(norm.stem) - LOOSE or norm.aid or titled


def own_aid(index: CoverageIndex, norm: Norm) -> frozenset[str]:
    """Aids that the norm is about itself: none that only names a class in a text about another (特困供养幼儿)."""
    named = norm.aid - LOOSE - _of_holders(norm)
    classes = named & _AS_CLASS & norm.people.ids()
    titled = title_aid(index.documents[norm.document]) - LOOSE if classes else frozenset[str]()
    if not titled or any(related(index, x, y) for x in classes for y in titled):
        return named
    return named - classes


def _of_holders(norm: Norm) -> frozenset[str]:
    """Aids by which the norm only tells people who have them (获得助学贷款的毕业生)."""
    held = frozenset(aid for m in _HOLDERS.finditer(norm.text) for aid in aid_named(m.group()))
    return held - aid_named(_HOLDERS.sub("", norm.text)) if held else held


def title_aid(document: Document) -> frozenset[str]:
    """Aid types that the title names, the longest label first; else that of the house it is for (救助站须知)."""
    title = document.title or document.name
    return aid_named(title) or _given_in(title)


@lru_cache(maxsize=_REMEMBERED)
def _given_in(title: str) -> frozenset[str]:
    houses = (desk for desk in load_cues()["desk"] if desk.find("named", title))
    return frozenset(aid for desk in houses for aid in desk.facts.get("of", ()))


def aid_meets(index: CoverageIndex, a: Norm, b: Norm) -> Verdict:
    """Whether the two are about the same aid, one inside the other included; acts on different aids never are."""
    called = [title_aid(index.documents[n.document]) - _BROAD for n in (a, b)]
    if unrelated(index, *called) and not (a.aid & b.aid - LOOSE and any_aid(index, a, b, called)):
        return Verdict.NO
    mine, theirs = aid_of(index, a), aid_of(index, b)
    if not mine or not theirs or (not mine & theirs and any(x <= _BROAD for x in (mine, theirs))):
        return Verdict.UNKNOWN
    return Verdict.NO if unrelated(index, mine, theirs) else Verdict.YES


def any_aid(index: CoverageIndex, a: Norm, b: Norm, called: Iterable[frozenset[str]]) -> bool:
    """Whether titles leave room for an aid that both norms name: 社会救助 holds any, a text follows what it cites."""
    return any(_ANY_NEED & aids for aids in called) or cites(index, a.document, b.document)


@per_index
def cites(index: CoverageIndex, mine: str, theirs: str) -> bool:
    """Whether one document names the other by its title."""
    called = plain_title(index.documents[theirs].title or "").removeprefix("中华人民共和国")
    return bool(called) and f"《{called}》" in index.documents[mine].text.replace("中华人民共和国", "")


def unrelated(index: CoverageIndex, mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether there are aids on both sides, and none of one lies on a line with one of the other."""
    return bool(mine and theirs) and not any(related(index, x, y) for x in mine for y in theirs)


def schemes_apart(index: CoverageIndex, a: Document, b: Document) -> bool:
    """Whether the titles of two documents name aids, and none of one lies on a line with one of the other."""
    return unrelated(index, *(title_aid(d) - _BROAD - LOOSE for d in (a, b)))


def related(index: CoverageIndex, a: str, b: str) -> bool:
    """Whether one aid type is the other or lies under it."""
    if {a, b} & LOOSE and {a, b} & _NO_BENEFIT:
        return False
    return index.aids.inside(a, b) or index.aids.inside(b, a)


@lru_cache(maxsize=_REMEMBERED)
def aid_named(text: str) -> frozenset[str]:
    """Aid types that a few words name."""
    found, rest = set(), text
    for label, aid in _labels():
        if label in rest:
            found.add(aid)
            rest = rest.replace(label, "□")
    return frozenset(found)


@cache
def _labels() -> tuple[tuple[str, str], ...]:
    """Labels of aid with what they stand for, the longest first."""
    return tuple(sorted(load_vocabulary().surfaces("aid"), key=lambda pair: -len(pair[0])))
