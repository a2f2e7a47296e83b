"""Acts of a sentence, and what its pieces hand on while it is read: subject, circumstances and topic.

An act is one stretch with its actors and functions. A piece without a subject of its own keeps the one before it; a
person as subject ends that; agencies in a condition act only where the main clause names nobody.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ingest.extract.acts.pieces import Piece
from ingest.extract.bodies.chains import Body
from ingest.grammar import Tokens
from kg.enums import Role

Actors = tuple[tuple[Body, Role], ...]


def leading(bodies: Iterable[Body]) -> Actors:
    """The bodies as those that lead."""
    return tuple((body, Role.LEAD) for body in bodies)


@dataclass(slots=True)
class Scope:
    """What a sentence inherits: the subject in force, and whether it stands in a duty list."""

    subject: tuple[Body, ...] = ()
    duty_list: bool = False
    charged: bool = False  # somebody named elsewhere is charged with what is ordered of nobody
    statute: bool = True  # it stands in articles; what stands in none is ordered of whoever reads it
    before: tuple[Body, ...] = ()  # the subject before the one in force
    together: Actors = ()  # its partners in all that is ordered of it, up to the full stop (A会同B做X；做Y)
    opened: int = 0  # where the sentence up to the full stop begins
    asked: tuple[Body, ...] = ()  # the subject in force there
    settled: tuple[Body, ...] = ()  # who settled the matter in the ；-clause before (报X审批)


@dataclass(slots=True)
class Act:
    """One stretch with its actors, functions and marker; `person` where the subject is no agency, `weak` where the
    functions are only those of a control verb.
    """

    start: int
    end: int
    actors: Actors = ()
    functions: tuple[str, ...] = ()
    marker: str = ""
    person: bool = False
    weak: bool = False
    opening: str = ""
    own: bool = False  # its sentence names its subject
    first: bool = True  # it opens its sentence


@dataclass(slots=True)
class Sentence:
    """A sentence while it is read: its acts so far, and what the pieces read so far leave for the next."""

    text: str
    tokens: Tokens
    start: int  # of the next act
    scope: Scope
    acts: list[Act] = field(default_factory=list)
    subject: tuple[Body, ...] = ()
    explicit: bool = False  # the sentence itself names its subject
    waiting: tuple[Body, ...] = ()  # agencies of a condition
    person: bool = False
    topic: tuple[str, ...] = ()
    topic_words: str = ""
    background: tuple[str, ...] = ()  # functions spoken of in a condition
    open: bool = False  # the last act makes others act and does not say yet what they do
    partners: Actors = ()  # A会同B，做Y: the partners in what follows
    behalf: tuple[Body, ...] = ()  # 受X委托，做Y: the bodies that the subject acts for
    together: Actors = ()  # the subject's partners in what follows
    passed: Actors = ()  # 经X同意，可以…: X leads in what it agrees to, where nobody else does
    helping: Actors | None = None  # 配合X，做Y: the bodies helped in what follows
    listed: tuple[Body, ...] = ()  # agencies of a piece that names nothing else (A、B，C等组织)
    sharing: list[tuple[Piece, Actors]] = field(default_factory=list)  # A牵头，B配合，做Y: who only takes part in what
    owed: int = 0  # where a clause with a marker but no verb of work ends
    led_in: bool = False  # the first piece only says what the rest is about (A核查X，可以…)
    marker: str = ""

    def __post_init__(self) -> None:
        self.subject, self.together = self.scope.subject, self.scope.together

    def add(self, act: Act) -> None:
        """Add an act; the next begins where it ends."""
        act.first = not self.acts
        self.acts.append(act)
        self.start = act.end
