"""A state machine as a table: which action leads from where to where, by whom, how binding, with which document.

The tables of the four working systems (联席会议、政策会商、联络工作、信息通报) are data for this one function.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from consultation.errors import Refused


class Binding(StrEnum):
    """How binding a step is: 应 must, 可 may; practice is later usage, not in the notice of 2009."""

    MUST = "must"
    MAY = "may"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True)
class Step:
    """One row of a table: `action` takes a matter from one of `sources` to `target` (`""` keeps the state)."""

    action: str
    label: str
    sources: tuple[str, ...]
    target: str
    actor: str
    binding: Binding
    document: str = ""


@dataclass(frozen=True, slots=True)
class Machine:
    """All steps of one system, with the Chinese names of its states."""

    name: str
    states: dict[str, str]
    steps: tuple[Step, ...]

    def step(self, state: str, action: str) -> Step:
        """The step that `action` is in `state`; raises Refused with the steps that are possible instead."""
        for step in self.steps:
            if step.action == action and state in step.sources:
                return step
        possible = "、".join(s.label for s in self.possible(state)) or "无"
        here = self.states.get(state, state)
        raise Refused(f"{self.name}现处于“{here}”，不能{self.label(action)}。现在可以：{possible}。")

    def label(self, action: str) -> str:
        """The Chinese name of an action; the action itself where it is unknown."""
        return next((s.label for s in self.steps if s.action == action), action)

    def possible(self, state: str) -> Iterable[Step]:
        """Steps that start in `state`."""
        return [s for s in self.steps if state in s.sources]
