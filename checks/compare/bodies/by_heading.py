"""Parts of a text whose heading names a step (三、病情复核), and in which every body that is named only helps.

The step is asked for in one paragraph, without anybody who takes it, and the helpers stand in another. Quiet where any
body of the part holds something, and, but for steps that need a doer of their own (评估, 鉴定), where somebody of the
text is at the head of its work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checks.bodies import HELPS, is_department, is_named
from checks.compare.bodies.leading import AT_THE_HEAD
from checks.compare.bodies.tasks import HOLDS, Task, named_in
from checks.compare.ground.agencies import agencies_in
from kg.coverage import Duty
from kg.enums import Modality, Role
from kg.model import Clause, Provision, Reading
from ontology.vocabulary import Vocabulary
from ontology.wording import wordings

_STEP = re.compile(
    r"(?P<step>复[核查审评诊检]|会诊|会审|[评核检筛排抽勘]查|查[勘验核]|核[实对验]|认定|检测|检验|调查|探访|走访|巡访|巡查)(?:工作|环节|程序|管理)?$"
)
_WORK = re.compile(r"(?:工作|环节|程序|管理)$")
_ASKED = frozenset({Modality.OBLIGATION, Modality.ENTITLEMENT, Modality.PERMISSION})
_DOER = re.compile(r"由|委托|聘请|机构|医院|专家|专业|中介|第三方")
_HELPERS = 2


def by_heading(vocabulary: Vocabulary, reading: Reading, leads: Sequence[Duty]) -> Iterator[Task]:
    """Steps of which a heading speaks, that a paragraph asks for and that only helpers are named for."""
    for clause in reading.clauses:
        if step := _step_of(clause.label):
            task = _task(vocabulary, reading, clause, step)
            if task and (step in wordings()["technical-step"] or not any(_heads(d, reading) for d in leads)):
                yield task


def _step_of(heading: str) -> str:
    """The step that a heading ends with; "" for none."""
    heading = heading.strip("。：: ")
    technical = (s for s in wordings()["technical-step"] if _WORK.sub("", heading).endswith(s))
    found = _STEP.search(heading)
    return next(technical, found["step"] if found else "")


def _task(vocabulary: Vocabulary, reading: Reading, clause: Clause, step: str) -> Task | None:
    inside = [p for p in reading.provisions if clause.start <= p.quote.start < clause.end]
    named = {p.id: named_in(p) for p in inside}
    if any(a.role in HOLDS and is_named(a.agency) for actors in named.values() for a in actors):
        return None
    helping = tuple(p for p in inside if any(a.role in HELPS for a in named[p.id]))
    bodies = {a.agency for p in helping for a in named[p.id]}
    asked = [p for p in inside if not named[p.id] and _asks(p, step)]
    stated = tuple(asked) if not any(_has_doer(p.quote.text) for p in asked) else ()
    enough = len(bodies) >= _HELPERS and any(is_department(vocabulary, b) for b in bodies)
    return Task(stated, helping, clause.label) if stated and enough else None


def _asks(provision: Provision, step: str) -> bool:
    return step in provision.quote.text and provision.modality in _ASKED


def _has_doer(said: str) -> bool:
    """Whether a clause says who takes the step, though it gives nobody a duty (到县残联确定的机构评估)."""
    return bool(agencies_in(said) or _DOER.search(said))


def _heads(duty: Duty, reading: Reading) -> bool:
    """Whether a body of the text is at the head of its work."""
    own = duty.document is reading.document and duty.role is Role.LEAD
    return own and is_named(duty.agency) and AT_THE_HEAD.search(duty.provision.quote.text) is not None
