"""One way to act on a stream of events: check the step, append the event, fold it into the state.

Cases, meetings, officers and reports each give a `Machine`, a way to fold, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Generic, Protocol, TypeVar

from sqlalchemy.orm import Session

from consultation.errors import NotFound
from consultation.events import Event, append, events_of, log
from consultation.machine import Machine


class Stated(Protocol):
    """Anything folded from events."""

    @property
    def state(self) -> str:
        """Current state."""

    @property
    def version(self) -> int:
        """Number of the last event."""


S = TypeVar("S", bound=Stated)


class Streams(Generic[S]):
    """All streams of one kind: `case/1`, `case/2`, …"""

    def __init__(self, kind: str, machine: Machine, empty: Callable[[str], S], apply: Callable[[S, Event], S]):
        self.kind, self.machine, self.empty, self.apply = kind, machine, empty, apply

    def find(self, session: Session, key: str) -> S:
        """The state of one stream; the empty state where nothing was written."""
        state = self.empty(key)
        for event in events_of(session, f"{self.kind}/{key}"):
            state = self.apply(state, event)
        return state

    def load(self, session: Session, key: str) -> S:
        """As `find`; raises NotFound where nothing was written."""
        state = self.find(session, key)
        if not state.version:
            raise NotFound(f"没有编号为 {key} 的{self.machine.name}。请核对编号。")
        return state

    def all(self, session: Session) -> list[S]:
        """Every stream of this kind, folded in one pass over the log."""
        states: dict[str, S] = {}
        for event in log(session, f"{self.kind}/"):
            key = event.stream.split("/", 1)[1]
            states[key] = self.apply(states.get(key) or self.empty(key), event)
        return list(states.values())

    def act(
        self,
        session: Session,
        key: str,
        state: S,
        action: str,
        by: str,
        at: datetime,
        reason: str = "",
        data: Mapping[str, Any] | None = None,
    ) -> S:
        """Append one event where the machine allows it; raises Refused or ConcurrentChange."""
        step = self.machine.step(state.state, action)
        after = step.target or state.state
        event = Event(f"{self.kind}/{key}", state.version + 1, at, by, action, state.state, after, reason, data or {})
        append(session, event)
        return self.apply(state, event)
