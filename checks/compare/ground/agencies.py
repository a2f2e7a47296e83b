"""Agencies named in a stretch, also where the reading gives them no role (a body whose list is waited for).

The reading's actors come first; a name in a condition is found by the labels of the vocabulary.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from checks.compare.ground.norms import Norm
from kg.coverage import Duty
from kg.enums import Role
from kg.model import Document
from ontology.cues import load_cues
from ontology.finder import Finder
from ontology.vocabulary import load_vocabulary

REMEMBERED = 50_000  # texts
_FIRST_CLAUSE = re.compile(r"\n\s*(?:第[^\n]{1,4}条|一、|（一）)")
_HEAD = 200  # characters that the first lines have at most


@lru_cache(maxsize=REMEMBERED)
def agencies_in(text: str) -> tuple[tuple[int, int, str], ...]:
    """(start, end, agency id) of every name in `text`, longest names first, none inside another."""
    return tuple((start, end, agency) for start, end, agencies in _names().find(text) for agency in agencies)


def one_of_each(text: str) -> tuple[str, ...]:
    """For every name in `text`, in order, its first line: a bureau of several (教育科技体育局) is one body."""
    return tuple({(start, end): agency for start, end, agency in reversed(agencies_in(text))}.values())[::-1]


@lru_cache(maxsize=REMEMBERED)
def names_in(text: str) -> frozenset[str]:
    """Ids of every agency that `text` names."""
    return frozenset(agency for _, _, agency in agencies_in(text))


def names(duty: Duty, agency: str) -> bool:
    """Whether a duty's words name another agency, as a partner or as one waited for."""
    provision = duty.provision
    return agency in names_in(provision.quote.text) or any(a.agency == agency for a in provision.actors)


def agencies_of(norm: Norm) -> tuple[str, ...]:
    """Agencies the reading gives to the norm, then those its words name; once each."""
    read = [a.agency for p in norm.provisions for a in p.actors]
    return tuple(dict.fromkeys([*read, *(a for _, _, a in agencies_in(norm.words))]))


def leads_of(norm: Norm) -> tuple[str, ...]:
    """Agencies that lead something in the norm."""
    return tuple(dict.fromkeys(a for p in norm.provisions for a in sorted(p.agencies(Role.LEAD))))


def authors_of(document: Document) -> frozenset[str]:
    """The bodies that a text is of: those who issued it, and those that its title and first lines name."""
    return frozenset(document.issuer_ids) | names_in(_FIRST_CLAUSE.split(document.text[:_HEAD])[0])


def departments_of(agency: str, *kinds: str) -> tuple[str, ...]:
    """The departments whose institution an agency is, by cues of `kinds` (unit, outlet); none for any other body."""
    return _departments(kinds).get(agency, ())


@cache
def _departments(kinds: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    return {cue.id: cue.facts["of"] for kind in kinds for cue in load_cues()[kind]}


@cache
def _names() -> Finder[tuple[str, ...]]:
    vocabulary = load_vocabulary()
    forms = {
        form: tuple(dict.fromkeys(x for ids in m for x in ids)) for form, m in vocabulary.readings("agency").items()
    }
    kept: dict[str, tuple[str, ...] | None] = dict.fromkeys(vocabulary.blocked("agency"))
    return Finder(kept | forms)
