"""A comma piece of a sentence as read: its subject, its marker of modality and its steps.

The subject is found by `subjects.py`, the steps by `verbs.py`; what one piece hands to the next is in `acts.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.extract.acts.segments import Segment
from ingest.extract.bodies.chains import Body
from kg.enums import Role


@dataclass(slots=True)
class Step:
    """One act: its verbs' functions and the bodies that the piece itself names."""

    start: int
    end: int
    role: Role = Role.LEAD
    by: tuple[Body, ...] = ()  # 由X, 报X审批: X leads instead of the subject
    behalf: tuple[Body, ...] = ()  # 受X委托: X leads and the subject acts for it
    passes: bool = False  # X is referred to and does not become the subject (报X审批, 经X同意)
    submits: bool = False  # the subject is watched by `by` (接受X监督)
    elsewhere: bool = False  # somebody who is no agency acts (由申请人…)
    anaphoric: bool = False  # whoever was told before acts (报告乡镇，由其审核)
    others: list[tuple[Body, Role]] = field(default_factory=list)
    together: bool = False  # the partners in `others` take part in all that the sentence orders (会同X)
    goal: tuple[Body, ...] = ()  # 向X
    place: tuple[Body, ...] = ()  # 在X办理登记
    functions: dict[str, None] = field(default_factory=dict)
    light: bool = False  # a control verb stands in it
    carries: bool = False  # one that means carrying out by itself (实施, 落实)
    open: bool = False  # it makes others act, and does not say yet what they do (督促X，为Y提供Z)
    hands_on: bool = False  # it only names whom it helps, and the next piece says with what (配合X，做Y)
    aids: bool = False  # it helps with what was said before (予以配合)
    said: bool = False  # a verb without a function stands in it
    hollow: bool = False  # a verb that says nothing without its object, and has none (提出)

    @property
    def only_said(self) -> bool:
        """Whether a verb without a function is all there is."""
        return self.said and not (self.functions or self.light or self.by or self.others)

    @property
    def empty(self) -> bool:
        """Whether nothing has been said yet."""
        named = self.by or self.others or self.behalf
        return not (self.functions or self.light or self.said or named or self.role is not Role.LEAD)


@dataclass(slots=True)
class Piece:
    """A segment as read; `topic` holds functions that its subject speaks of, `topic_words` what it is about."""

    segment: Segment
    subject: tuple[Body, ...] = ()
    person: bool = False
    marker: str = ""
    steps: list[Step] = field(default_factory=list)
    topic: tuple[str, ...] = ()
    topic_words: str = ""
    subject_end: int = 0
    bare: bool = False  # nothing but agencies

    @property
    def behalf(self) -> tuple[Body, ...]:
        """The bodies that its first step of this kind acts for."""
        for step in self.steps:
            if step.behalf:
                return step.behalf
        return ()
