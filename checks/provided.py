"""Whether a text in force provides what a benefit needs to work, so that the text that sets it up may leave it out."""

from __future__ import annotations

import re

from checks.bodies import is_department
from checks.cited import find_document
from checks.compare.ground.alignment import bag, subject_words
from checks.compare.ground.deeds import sum_names
from checks.elements import FUNDING, LAWS, Element, called_in, pays, says
from checks.grants import grants_of
from checks.places import beside
from checks.programmes import Programme
from checks.purposes import purposes_in
from kg.coverage import CoverageIndex
from kg.enums import Role
from kg.model import Provision, Reading
from kg.standing import Standing

_SPOKEN_OF = 0.7  # of a grant's pieces, in a higher text that gives it
_OF_MONEY = re.compile(r"(?:资金|基金|经费)[^，。；]{0,8}管理")  # what a title says that a text is about
_REGULAR = re.compile(r"元/.*(?:月|季|年)")


def provided(
    index: CoverageIndex, reading: Reading, made: list[Programme], element: Element, *, by_laws: bool = True
) -> bool:
    """Whether a text in force that this one names, or by which the same body runs the aid, provides for it.

    A law that a text only rests on says nothing of a benefit that the text founds itself (not `by_laws`), nor of the
    money for a sum by the month or year that it does not name. A text on how the money of an aid is
    managed provides it.
    """
    cited = {c.title for p in reading.provisions for c in p.citations if c.title}
    named = {d.name for t in cited if (d := find_document(index, t))}
    runners = {a for p in made for a in p.leads if is_department(index.vocabulary, a)}
    aids = {p.aid for p in made}
    for other in beside(index, reading):
        if not (pays(other) if element is FUNDING else says(other, element)):
            continue
        if other.document.rank in LAWS and (not by_laws or (element is FUNDING and _is_new_to(other, made))):
            continue
        if _carried_out(index, reading, other, made):
            return True
        about = [p for p in other.provisions if aids & set(p.aid)]
        same_body = any(runners & p.agencies(Role.LEAD) for p in about) and _has_purposes(index, reading, other)
        same_body = same_body or _one_issuer(index, reading, other)
        carried_out = other.document.name in named and (about or "" in aids)
        of_money = element is FUNDING and _OF_MONEY.search(other.document.title or "")
        if carried_out or (about and (same_body or of_money)):
            return True
    return False


def _is_new_to(law: Reading, made: list[Programme]) -> bool:
    """Whether what is paid by the month or year has names, none of which stands in the law."""
    grants = (g for p in made for g in p.grants)
    paid = [g.quote.text for g in grants if any(_REGULAR.match(x.unit) for x in g.parameters)]
    names = {name for said in paid for name in sum_names(said)}
    return bool(names) and not any(name in law.document.text for name in names)


def _carried_out(index: CoverageIndex, reading: Reading, other: Reading, made: list[Programme]) -> bool:
    """Whether a higher text on the same subject gives what this one does: it only puts sums to it."""
    mine, theirs = reading.document, other.document
    if index.relation(theirs, mine) is not Standing.HIGHER or not subject_words(mine) & subject_words(theirs):
        return False
    spoken = bag(theirs.text)
    given = [_is_spoken_of(g.quote.text, spoken) for p in made for g in p.grants]
    return any(given) if not any(p.aid for p in made) else all(given)


def given_above(index: CoverageIndex, reading: Reading, made: list[Programme]) -> bool:
    """Whether a higher text on the same subject gives all that this one gives, in the same sums: it sets up nothing."""
    above = (r for r in beside(index, reading) if index.relation(r.document, reading.document) is Standing.HIGHER)
    kin = [r for r in above if subject_words(reading.document) & subject_words(r.document)]
    theirs = [(bag(p.quote.text), _sums(p)) for r in kin for p in r.provisions]
    given = [(g, _sums(g)) for p in made for g in p.grants]
    return bool(given) and all(
        any(sums and sums <= known and _is_spoken_of(g.quote.text, said) for said, known in theirs) for g, sums in given
    )


def _sums(provision: Provision) -> frozenset[tuple[float, str]]:
    """What a provision gives, in figures."""
    return frozenset((x.value, x.unit) for x in provision.parameters if x.unit.startswith(("元", "%", "倍")))


def _is_spoken_of(said: str, spoken: frozenset[str]) -> bool:
    pieces = bag(said)
    return bool(pieces) and len(pieces & spoken) >= _SPOKEN_OF * len(pieces)


def _one_issuer(index: CoverageIndex, reading: Reading, other: Reading) -> bool:
    """Whether one department has issued both texts, and each grant of this one is for what the other names."""
    shared = set(reading.document.issuer_ids) & set(other.document.issuer_ids)
    spoken = purposes_in(other.document.text)
    grants = grants_of(index, reading)
    called = [called_in(r.document.title or "") for r in (reading, other)]
    one = bool(called[0] & called[1])
    return (
        any(is_department(index.vocabulary, a) for a in shared)
        and bool(grants or one)
        and all(g.purposes & spoken or (one and not g.purposes) for g in grants)
    )


def _has_purposes(index: CoverageIndex, reading: Reading, other: Reading) -> bool:
    """Whether what each grant of the text is for is spoken of in the other one."""
    spoken = purposes_in(other.document.text)
    return all(not g.purposes or g.purposes & spoken for g in grants_of(index, reading))
