"""One of several: a norm that serves a single one of those whom the norm beside it in the higher text lists.

对危重病人先行救治 where the rule above has 对危重病人、精神障碍患者、传染病人先行救治; and rungs of damage
(倒塌、严重损坏) without the last one. Those left out may stand nowhere in the text under review, nor in its title, and
a word that takes in all of them (受害人) leaves out nobody.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.compare.ground.alignment import Match, article_of, bag, matches, one_matter, one_subject, share
from checks.compare.ground.listings import PRIORITY, says
from checks.compare.ground.lists import Listing, lists_in
from checks.compare.ground.norms import Norm
from kg.coverage import CoverageIndex
from ontology.cues import Setting
from ontology.wording import wording_lists

_LISTING = Setting("listing")
_TELLS = frozenset({"publicise", "inform", "monitor", "mobilise"})  # functions that serve nobody
_ALIKE = 0.5  # likeness of the words around the list, of the shorter
_LIST = 3  # items that a list has
_RUNGS = 2  # that a text names, of the higher text's more
_LADDER = "ladder-damage"


def one_of_several(
    index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]
) -> Iterator[tuple[Norm, Norm, str]]:
    """Norms of `mine` that serve one of those listed in the norm beside, with the others."""
    title = (index.documents[mine[0].document].title or "") if mine else ""
    for match in matches(index, mine, theirs):
        for listed in lists_in(match.b) if match.mutual and _is_bare(match.a) else ():
            left = _others(match, listed, mine)
            if left and not any(says(title, i.text) for i in listed.items) and one_matter(index, match):
                yield match.a, match.b, "、".join(f"“{i.text}”" for i in left)
                break


def _is_bare(norm: Norm) -> bool:
    """Whether a norm opens a door and goes through no list of its own."""
    opens = _LISTING.has("opens", norm.words) and not _LISTING.has("aside", norm.words)
    told = any(_TELLS & set(p.functions) for p in norm.provisions)
    first = PRIORITY.search(norm.text)
    return (
        opens
        and not told
        and not first
        and not _LISTING.has("open", norm.text)
        and not any(lists_in(norm))
        and not norm.stem
    )


def _others(match: Match, listed: Listing, mine: tuple[Norm, ...]) -> tuple[Norm, ...]:
    """The people of a list but the only one whom the norm names; none where the text speaks of any other."""
    people = [i for i in listed.items if _LISTING.has("person", i.text)]
    if len(listed.items) < _LIST or len(people) < len(listed.items):
        return ()
    named = [i for i in people if i.text in match.a.text]
    left = tuple(i for i in people if i not in named)
    spoken = any(says(n.words, i.text) for n in mine for i in left)
    alike = share(bag(match.a.text), listed.around) >= _ALIKE
    return left if len(named) == 1 and alike and not spoken else ()


def rungs_left_out(
    index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]
) -> Iterator[tuple[Norm, Norm, str]]:
    """Rungs of damage that a norm of `theirs` helps with, and an article of `mine` on the others leaves out."""
    said = "".join(n.text for n in mine)
    lacking = [rung for rung in wording_lists()[_LADDER].ordered if not _names(said, rung)]
    above = [n for n in theirs if lacking and len(_rungs(n.text)) > _RUNGS and _LISTING.has("opens", n.words)]
    for b in above:
        for a in mine:
            here = "".join(n.text for n in mine if article_of(n) == article_of(a))
            opens = _LISTING.has("opens", here) and not _LISTING.has("open", here)
            if _rungs(a.text) and opens and len(_rungs(here)) >= _RUNGS and one_subject(index, a, b):
                yield a, b, "、".join(rung.split("|")[0] for rung in lacking)
                return


def _rungs(text: str) -> list[str]:
    return [rung for rung in wording_lists()[_LADDER].ordered if _names(text, rung)]


def _names(text: str, rung: str) -> bool:
    return any(word in text for word in rung.split("|"))
