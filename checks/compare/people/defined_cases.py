"""Some of the cases that a list of the higher text opens an aid for, in the draft's definition of its people.

救助对象：因灾住房倒塌的农户 beside 有下列情形之一的：（一）住房倒塌；（二）农作物绝收. Quiet where the draft says a
word of the case anywhere, where its definition goes on (其他, 等) or points to the list, and where its title is about
the case that it keeps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.ground.alignment import aids_apart, article_of, bag, one_subject, share
from checks.compare.ground.lists import Listing, with_items
from checks.compare.ground.norms import Norm
from checks.compare.people.by_rule import said_of_rest
from kg.coverage import CoverageIndex
from ontology.cues import Setting

_LISTING = Setting("listing")
_DRAWS = re.compile(
    r"(?:对象|范围|条件|情形)(?:范围)?(?:仅?限于|仅限|为|是|[：:]|应当是|主要?是|包括)|仅限于?|限于|仅对|只对|只(?:救助|补助|受理|限)"
)
_HEADED = re.compile(r"(?:对象|范围|条件)(?:和范围|范围)?。?$")
_POINTS = re.compile(r"《[^》]+》|第[一二三四五六七八九十]+条|下列|以下|上述|按照?[^，。；]{2,20}规定")
_DENIES = re.compile(r"不(?:予|再|列入|纳入|属于|享受|受理|在|作为)")
_KEPT, _UNSAID = 0.6, 0.25  # of an item's own pieces: to be kept, and below which nothing is said of it
_NEAR = 0.25  # likeness of the definition and the stem, of the shorter
_FEW = 3  # pieces that an item needs of its own


def defined_by_some(
    index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]
) -> Iterator[tuple[tuple[Norm, ...], tuple[Norm, ...]]]:
    """Definitions of `mine` with some of the cases of a list of `theirs`, and the stem with the cases left out."""
    drawn = [n for n in mine if n.provisions and _is_definition(n)]
    title = (index.documents[mine[0].document].title or "") if mine else ""
    for listed in with_items(theirs) if drawn else ():
        if not listed.cases or _LISTING.has("aside", listed.norms[0].words):
            continue
        for norm in drawn:
            left = _left_of(norm, listed, mine, title)
            stem = listed.norms[0]
            if left and one_subject(index, norm, stem) and not aids_apart(index, norm, stem):
                yield (norm, *_denied_beside(norm, mine)), (stem, *left)
                break


def _is_definition(norm: Norm) -> bool:
    """Whether a norm says for good whom the text is for, in words of its own."""
    drawn = (
        _DRAWS.search(norm.stem + norm.text) or _HEADED.search(norm.headed) or _HEADED.search(norm.stem.rstrip("："))
    )
    opened = _LISTING.has("open", norm.text) or _POINTS.search(norm.text)
    return bool(drawn) and not opened and not _LISTING.has("aside", norm.text) and not norm.text.endswith("：")


def _left_of(norm: Norm, listed: Listing, mine: tuple[Norm, ...], title: str) -> tuple[Norm, ...]:
    """The cases that the definition leaves out, if it keeps one and is about the matter of the list."""
    about = bag(listed.norms[0].text)
    if share(bag(norm.text), about) < _NEAR:
        return ()
    own = {i.start: bag(i.text) - about for i in listed.items}
    kept = [i for i in listed.items if _said(own[i.start], norm) >= _KEPT]
    if not kept or any(own[i.start] & bag(title) for i in kept):
        return ()
    others = frozenset[str]().union(*(own[i.start] for i in kept))
    left = [i for i in listed.items if i not in kept and not _LISTING.has("open", i.text)]
    distinct = {i.start: own[i.start] - others for i in left}
    if any(len(d) < _FEW for d in distinct.values()):
        return ()
    return tuple(i for i in left if all(_said(distinct[i.start], n) < _UNSAID for n in mine))


def _said(pieces: frozenset[str], norm: Norm) -> float:
    return len(pieces & bag(norm.words)) / (len(pieces) or 1)


def _denied_beside(norm: Norm, mine: tuple[Norm, ...]) -> tuple[Norm, ...]:
    """What the article says besides of those who get nothing."""
    here = (n for n in mine if n is not norm and article_of(n) == article_of(norm) and _DENIES.search(n.text))
    return tuple(dict.fromkeys((*said_of_rest(mine, norm), *here)))[:2]
