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
from checks.compare.bodies.tasks import HOLDS, Task, answering, named_in
from checks.compare.ground.agencies import agencies_in
from checks.compare.ground.marks import around
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
_ORDERED = re.compile(
    r"(?:应当?|必须|须|要)[^，。；]{0,6}每|每[^，。；]{1,4}(?:至少)?(?:开展|进行|组织|接受)?[^，。；]{0,4}[一二三四0-9]次"
)
_OUTCOME = re.compile(
    r"\s*(?:（[一二三四五六七八九十]+）)?(?:经|对)?[^，。；]{2,12}?(?:为|属于?|不?合格|存在|发现|确有|结果)[^，。；]{0,20}的?，"
)
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
    before = [p for p in inside if not _follows(reading.document.text, p, step)]
    if any(a.role in HOLDS and is_named(a.agency) for p in before for a in answering(p)):
        return None
    helping = tuple(p for p in inside if any(a.role in HELPS for a in named[p.id]))
    bodies = {a.agency for p in helping for a in named[p.id]}
    asked = [p for p in before if not named[p.id] and _asks(p, step)]
    stated = tuple(asked) if not any(_has_doer(p.quote.text) for p in asked) else ()
    enough = len(bodies) >= _HELPERS and any(is_department(vocabulary, b) for b in bodies)
    return Task(stated, helping, clause.label) if stated and enough else None


def _follows(text: str, provision: Provision, step: str) -> bool:
    """Whether a clause says what is done once the step has been taken (评估为高风险的，由…采取措施)."""
    said = around(text, provision.quote.start, provision.quote.end)[0] + provision.quote.text
    found = _OUTCOME.match(said)
    return found is not None and step in found.group()


def acts_on_it(reading: Reading, provision: Provision, task: Task) -> bool:
    """Whether a clause of the text only says what follows from the step of a task (评估为高风险的，由…)."""
    step = _step_of(task.said) if task.said else ""
    return (
        bool(step) and provision.document == reading.document.name and _follows(reading.document.text, provision, step)
    )


def _asks(provision: Provision, step: str) -> bool:
    """Whether a clause orders the step; a definition does where it says how often (应当每年接受一次评估)."""
    said = provision.quote.text
    defined = provision.modality is Modality.DEFINITION and _ORDERED.search(said) is not None
    return step in said and (defined or provision.modality in _ASKED)


def _has_doer(said: str) -> bool:
    """Whether a clause says who takes the step, though it gives nobody a duty (到县残联确定的机构评估)."""
    return bool(agencies_in(said) or _DOER.search(said))


def _heads(duty: Duty, reading: Reading) -> bool:
    """Whether a body of the text is at the head of its work."""
    own = duty.document is reading.document and duty.role is Role.LEAD
    return own and is_named(duty.agency) and AT_THE_HEAD.search(duty.provision.quote.text) is not None
