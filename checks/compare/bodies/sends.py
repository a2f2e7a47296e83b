"""Who sends people or matters on to whom: 指引其到县残联报名，本局不编班 here, 介绍其到县人社局参加 there.

Read from the paragraph: who speaks (the body before the colon, one that acts in the sentence, those whose text it is),
to whom it sends (told, moved, brought, left, asked: families of wording) and whether it shuts its own door. Two sends
make a circle where each goes to a body that speaks in the other, about one matter in their words, and at least one
shuts its door. Quiet for people told of one with what the other is for (有户籍, 无户籍), for what is passed on after
a step of one's own, and where a norm lets people do both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from checks.compare.bodies.referrals import label_of
from checks.compare.ground.agencies import agencies_in, authors_of, names_in
from checks.compare.ground.norms import Norm, norms_of
from checks.compare.ground.occasions import events_apart, of_what_is_not_such
from checks.compare.ground.wording import pieces
from kg.memo import per_reading
from kg.model import Reading
from ontology.cues import Setting

_SEND = Setting("send")
_NOT_OWN = frozenset({"unresolved", "government", "member-units", "village"})
_LACKS = re.compile(
    r"(?:非|没有|不具有|不持有|未持有|未办理|未参加|未取得|不属于|不是|无|未)(?:本[省市县区地州旗])?([一-龥]{2})"
)
_SHARED = 4  # pieces of the matter
_CASE = 2  # of the case
_BOTH, _ONE = 0.15, 0.35  # of the matter told shorter, where both shut the door, and where one does
_PLAIN = re.compile(
    r"不论|一概|何种|属于|参加|家庭|情况|及时|处理|[到向去由归]县|统一|窗口|登记|工作人员|有关|困难|类型|的"
)


@dataclass(frozen=True, slots=True)
class Send:
    """A norm by which one of `bodies` sends `matter` on to `target`; `shuts` where it does nothing itself."""

    norm: Norm
    bodies: frozenset[str]
    target: str
    matter: frozenset[str]
    case: frozenset[str]  # of the matter, what the norm itself says before it sends
    shuts: bool
    titled: frozenset[str] = frozenset()  # what the text is about

    def meets(self, other: Send) -> bool:
        """Whether its own case is one of those that the other speaks of; where both shut the door, by its title too."""
        told = self.case | self.titled if self.shuts and other.shuts and self.case & other.matter else self.case
        return len(told & other.matter) >= min(len(self.case), _CASE)


def sent_back(mine: Reading, theirs: Reading) -> Iterator[tuple[Send, Send]]:
    """The sends of two documents, or of two bodies in one, that go to each other."""
    within = mine is theirs
    pairs = combinations(sends_of(mine), 2) if within else product(sends_of(mine), sends_of(theirs))
    yield from ((a, b) for a, b in pairs if _circle(a, b))


def _circle(a: Send, b: Send) -> bool:
    if a.norm is b.norm or a.target == b.target or a.target not in b.bodies or b.target not in a.bodies:
        return False
    return (a.shuts or b.shuts) and _one_matter(a, b) and not _unlike(a.norm, b.norm)


def _one_matter(a: Send, b: Send) -> bool:
    if not (a.meets(b) and b.meets(a)):
        return False
    least = _BOTH if a.shuts and b.shuts else _ONE
    return len(a.matter & b.matter) >= max(_SHARED, least * min(len(a.matter), len(b.matter)))


def _unlike(a: Norm, b: Norm) -> bool:
    return events_apart(a, b) or unlike(a.sentence, b.sentence)


def unlike(one: str, other: str) -> bool:
    """Whether two texts are for people or events of which the other has none (有本县户籍的, 无本县户籍的)."""
    if of_what_is_not_such(one, other):
        return True
    return any(_has(y, noun) and not _has(x, noun) for x, y in ((one, other), (other, one)) for noun in _lacking(x))


def _lacking(text: str) -> frozenset[str]:
    return frozenset(_LACKS.findall(text))


def _has(text: str, noun: str) -> bool:
    """Whether a text names a thing otherwise than as lacking."""
    return noun in _LACKS.sub(" ", text)


@per_reading
def sends_of(reading: Reading) -> tuple[Send, ...]:
    """The sends of a document."""
    titled = pieces(reading.document.title or "")
    norms = (n for n in norms_of(reading) if not _SEND.has("aside", n.text))
    return tuple(s for norm in norms for s in _sends(reading, norm, titled))


def _sends(reading: Reading, norm: Norm, titled: frozenset[str]) -> Iterator[Send]:
    own = frozenset(label_of(reading, norm)) or authors_of(reading.document)
    shuts = _SEND.has("shuts", norm.text)
    if _SEND.has("spent", norm.text) and not shuts:  # its own step is done
        return
    for match in _SEND.all("sends", norm.text):
        said = next(words for words in match.groups() if words)
        for _, _, target in agencies_in(said)[:1]:
            before, after = norm.text[: match.start()], norm.text[match.end() :]
            bodies = (own | names_in(norm.stem + norm.prior + before) | names_in(after)) - {target} - _NOT_OWN
            if bodies and target not in _NOT_OWN:
                yield Send(norm, bodies, target, _matter(norm.sentence), _matter(before), shuts, titled)


def _matter(said: str) -> frozenset[str]:
    return pieces(_PLAIN.sub(" ", _SEND.without("shuts", said)))
