"""What a check is, what it hits, and what a finding says.

A check is one file with a pure `find(index) -> Iterator[Hit]` and a `CHECK`. A hit names what it is about,
where the texts agree and where they part; the runner turns hits into findings with a fingerprint.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from kg.coverage import CoverageIndex
from kg.enums import Verdict
from kg.model import Groups, Provision, ProvisionId, Quote


class Severity(StrEnum):
    """error: someone unserved, two bodies each entitled to act or pay, or unlawful; warning: needs a line
    in the next revision; info: wording or a coordination hint.
    """

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Route(StrEnum):
    """Where a finding goes in the consultation process."""

    DRAFTER = "drafter"
    LEGALITY = "legality"
    CONSULTATION = "consultation"
    OFFICE = "office"
    JOINT_CONFERENCE = "joint-conference"
    STAFFING = "staffing"


@dataclass(frozen=True, slots=True)
class Slot:
    """One row of the comparison: `value` where both sides agree, `a` and `b` where they part."""

    slot: str
    value: str | None = None
    a: str | None = None
    b: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quoted place; `side` is draft or base."""

    quote: Quote
    locator: str
    side: str
    provision: ProvisionId | None = None


@dataclass(frozen=True, slots=True)
class Revision:
    """A minimal wording fix: replace `old` (at its exact offsets) by `new`."""

    old: Quote
    new: str


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check found. `about` are stable names of what it is about (provision ids, or the cell of a gap).

    `certain` UNKNOWN lowers the check's severity by one step; `severity` says it outright (but what is not certain is
    never an error). `agencies` are those concerned, `invite` bodies that a track of review brings in besides.
    """

    about: tuple[str, ...]
    message: str
    evidence: tuple[Evidence, ...]
    same: tuple[Slot, ...] = ()
    differs: tuple[Slot, ...] = ()
    agencies: tuple[str, ...] = ()
    groups: Groups = field(default_factory=Groups)
    aid: tuple[str, ...] = ()
    certain: Verdict = Verdict.YES
    severity: Severity | None = None
    suggestion: str = ""
    route: Route | None = None
    revision: Revision | None = None
    witness: str = ""
    invite: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.evidence or not self.about:
            raise ValueError("a hit needs evidence and something it is about")


@dataclass(frozen=True, slots=True)
class Skip:
    """`count` comparisons set aside for `reason` (Chinese, a few words): so that a zero says why."""

    reason: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Looked:
    """How much a check went through: cells of the index and pairs of provisions."""

    cells: int = 0
    pairs: int = 0


Outcome = Hit | Skip | Looked


class Material(StrEnum):
    """What a check cannot do without; the value is what the report says is missing."""

    DRAFT = "草案"
    BASE = "现行文件"
    DUTIES = "有明确部门的职责条款"
    GRANTS = "给予待遇的条款"
    PARAMETERS = "数量规定"
    CITATIONS = "引用的文件或条文"


@dataclass(frozen=True, slots=True)
class Check:
    """A check: permanent `code` (OV01) and `name` (overlap.lead), its family and kind of the output contract.

    `find` yields hits, and between them what it skipped and how much it looked at; `needs` names the material
    without which it cannot fire at all.
    """

    code: str
    name: str
    family: str
    kind: str
    title: str
    severity: Severity
    rationale: str
    suggestion: str
    route: Route
    find: Callable[[CoverageIndex], Iterator[Outcome]]
    needs: tuple[Material, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A hit with its check's words filled in; `id` survives edits elsewhere."""

    id: str
    check: Check
    hit: Hit
    severity: Severity
    route: Route
    participants: tuple[str, ...]

    @property
    def suggestion(self) -> str:
        """The hit's own suggestion, or the check's."""
        return self.hit.suggestion or self.check.suggestion


def evidence(index: CoverageIndex, provision: Provision, quote: Quote | None = None) -> Evidence:
    """Evidence for a whole provision, or for `quote` inside it."""
    side = "draft" if index.is_draft(provision.document) else "base"
    return Evidence(quote or provision.quote, provision.locator, side, provision.id)
