"""Runs of names in a text: those that follow one another with nothing but coordination and place words between.

Left out here: a name that is the verb of the body before it (政府组织有关部门), or only says of what kind that one is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extract.bodies.addresses import PLACE
from ingest.extract.bodies.agency_forms import Match, form_finder, mass_bodies, people_words
from ingest.extract.bodies.chains import UNRESOLVED
from ingest.extract.bodies.list_ends import BODIES, BRANCH, KIND, SOCIETIES, ends_list
from ingest.extract.bodies.owners import ABOVE, OWNED
from ontology.vocabulary import Vocabulary

_JOIN = re.compile(  # coordination; the close of a list (教育、民政等部门和 残疾人联合会); one unknown name of a list
    rf"(?:{BRANCH})?\s?(?:[)）]?(?:、|，(?=等)|和|以及|及其|及|与|或者|或|暨|并会同|并商)|[)）])?{PLACE}*"
    rf"|(?:(?:、|，)?等?|(?:[、和及与][一-龥]{{2,8}}?){{1,2}}等){KIND}{BODIES}(?:、|和|以及|及|与|或者|或){PLACE}*"
    rf"|{SOCIETIES}(?:、|和|以及|及|与|或者|或){PLACE}*"
    rf"|[、和及与]{PLACE}*[一-龥]{{2,8}}[、和及与]{PLACE}*"
)
_TAIL = re.compile(r"[一-龥]{1,4}、")
_CLOSED = re.compile(rf"[)）](?:、|和|以及|及|与|或者|或){PLACE}*[^的，。；]{{2}}")
_ORGANISE = "组织"
_EVENTS = ("专场", "招聘", "免费", "体检", "义诊", "讲座", "竞赛", "比赛", "志愿")  # what is organised
_VERBS = frozenset((_ORGANISE,))  # names that are verbs behind a government
_LISTING = re.compile(r"、|部(?!门)|和|等部门")
_LONGEST_RUN = 80  # names in one coordination


def runs(text: str, vocabulary: Vocabulary) -> Iterator[list[Match]]:
    """Matches that follow one another with nothing but coordination and place words between."""
    people, mass = people_words(vocabulary), mass_bodies(vocabulary)
    run: list[Match] = []
    for found in form_finder(vocabulary).find(text):
        match = _without_verb(text, found, people) if text.endswith(_ORGANISE, 0, found[1]) else found
        if run and _is_verb(text, run[-1], match):
            yield run
            run = []
            continue
        if run and _its_own(text, run[-1], match, mass):
            run[-1] = (run[-1][0], match[1], run[-1][2])
            continue
        if run and len(run) < _LONGEST_RUN and _goes_on(text, run[-1], match):
            run.append(match)
            continue
        if run and match[2].ids == UNRESOLVED and ends_list(text, run[-1], match[1]):
            continue  # the word that the names of the list share (等行政部门)
        if run:
            yield run
        run = [match]
    if run:
        yield run


def _without_verb(text: str, match: Match, people: tuple[str, ...]) -> Match:
    """妇联组织妇女…: a name that ends in 组织 right before people is the shorter name with its verb."""
    start, end, form = match
    longer = end - start >= len(_ORGANISE) + 2
    verb = longer and form.manner == "full" and text.startswith((*_EVENTS, *people), end)
    return (start, end - len(_ORGANISE), form) if verb else match


def _same_kind(text: str, left: Match, right: Match) -> bool:
    """Whether a name only says what kind of body the one before it is: 敬老院等供养服务机构."""
    return text[left[1] : right[0]] == "等" and left[2].ids == right[2].ids != UNRESOLVED


def _is_verb(text: str, left: Match, match: Match) -> bool:
    """Whether a bare name right behind another is the verb for what that one does (县级人民政府组织有关部门…)."""
    adjacent = left[1] == match[0] and match[2].manner == "stem" and text[match[0] : match[1]] in _VERBS
    return adjacent and not _LISTING.match(text, match[1])


def _its_own(text: str, left: Match, match: Match, mass: frozenset[str]) -> bool:
    """Whether 组织 right behind a mass body is only its own kind (各级妇联组织和民政部门), no Party department."""
    adjacent = left[1] == match[0] and text[match[0] : match[1]] == _ORGANISE
    return adjacent and match[2].manner == "stem" and mass.issuperset(left[2].ids)


def _goes_on(text: str, left: Match, match: Match) -> bool:
    """Whether a name belongs to the coordination of the one before it."""
    start, end, _ = match  # 乡镇人民政府（街道办事处）、民政部门: in brackets between two of a list
    in_brackets = text[left[1] : start] in ("（", "(") and _CLOSED.match(text, end) is not None
    return in_brackets or _joined(text, left, start) or _same_kind(text, left, match)


def _joined(text: str, left: Match, end: int) -> bool:
    """Whether only coordination, place words or one unknown name of a list stand between a match and `end`."""
    start = left[1]
    if start == end:
        return True
    if end - start > 40:
        return False
    if end - start == 1 and text[start] == "的" and not ABOVE.isdisjoint(left[2].ids):
        return True
    if left[2].manner == "stem" and _TAIL.fullmatch(text, start, end):
        return True
    if _JOIN.fullmatch(text, start, end):
        return True
    return left[2].manner == "full" and OWNED.fullmatch(text, start, end) is not None
