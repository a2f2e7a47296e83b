"""只有配合、没有牵头。

A body that helps 有关部门 helps nobody when no text in force gives the aid a lead. Asked for each aid that helpers are
named for: is there a lead for it, or for a kind or the whole of it, at this level or above? Quiet for helpers whose
clause names the lead, for village committees and other grassroots bodies (they help whoever leads), for whoever only
hands over lists or data, for mass organisations that rally people, where the sentence or paragraph names the lead, and
for loose aid. A plan of work whose bodies all only help is told once, as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from checks.base import Check, Looked, Material, Outcome, Route, Severity, Skip
from checks.bodies import AT_LARGE, COORDINATING, HELPS, is_department, is_mass, is_named
from checks.compare.bodies.by_heading import acts_on_it, by_heading
from checks.compare.bodies.by_helpers import handed_to_helpers
from checks.compare.bodies.helped import has_keeper, helped_twice
from checks.compare.bodies.lead_asked import lead_asked
from checks.compare.bodies.leaderless import ANY_WORK, is_led_beside, leaderless
from checks.compare.bodies.leading import AT_THE_HEAD, BESIDE, RUNS, lead_for_them, lead_in_sentence, leads
from checks.compare.bodies.shares import leads_above
from checks.compare.bodies.task_topics import starts_with_step
from checks.compare.bodies.tasks import MOST, Task, gives_only_help, hands_over, own_words, tasks
from checks.compare.bodies.technical_steps import is_done, is_follow_up, step_of
from checks.compare.bodies.unheaded import only_helped
from checks.compare.bodies.unled import of_aid, of_helped, of_task
from checks.compare.ground.alignment import bag
from checks.compare.ground.marks import line_start
from checks.places import is_duty_list, under_review
from kg.boxes import duties_in
from kg.coverage import CoverageIndex, Duty
from kg.enums import Role, Verdict
from kg.memo import per_reading
from kg.model import Document, Reading
from ontology.wording import wordings

_BY_CHARTER = re.compile(
    r"(?:根据|按照|依照|依据)(?:各自|其)?(?:的)?(?:职责(?:或者?|和|、)章程|章程(?:或者?|和|、)职责|章程)"
)
_HEADS_ALL = re.compile(
    r"(?:牵头|统筹|总负责|综合协调|组织协调|调度)(?:协调|调度|推进|落实|实施|负责|组织|本?(?:项|方案)?工作|全面)*$"
    r"|^由?[一-龥]{2,14}(?:局|委|会|厅|办|部|中心|政府|部门)(?:负责)?(?:具体|统一)?(?:承办|组织实施|具体实施)$"
    r"|(?:负责|牵头|统筹|承担)[^，。；]{0,4}(?:本|以上|上述|前述|各项)(?:项)?(?:方案|措施|通知|意见|办法|规定|计划|行动|工作|任务|事项)的?[^，。；]{0,4}"
    r"(?:组织|实施|落实|统筹|协调|推进|调度)"
)
_OWN = 6  # characters of a work that a clause names before who leads it
_MONEY = re.compile(r"(?:经费|资金|费用)[^，。；]{0,8}由")
_STATION = re.compile(r"(?:站|中心|所|院|学校|机构)$")
_HELPS_PEOPLE = re.compile(
    r"(?:协助|帮助|配合)(?:其|[^，。；、]{0,8}(?:人|人员|家庭|家属|对象|群众|者))(?:申请|提出|办理|联系|返回|填写)"
)


def find(index: CoverageIndex) -> Iterator[Outcome]:
    """One hit for each aid, or technical step, that has helpers and no lead."""
    whole = {r.document.name: hit for r in under_review(index) for hit in leaderless(index, r)}
    yield from whole.values()
    reviewed = {r.document.name: r for r in under_review(index) if r.document.name not in whole}
    loose = {t.places[0].id: t for r in reviewed.values() for t in unled(index, r) if t.said or not is_duty_list(r)}
    for reading in (r for r in reviewed.values() if is_duty_list(r)):
        twice = helped_twice(index.vocabulary, duties_in(reading), tuple(_near(index, reading.document)))
        loose |= {task.places[0].id: task for task in twice}
    told_of = {p.document for task in loose.values() for p in task.places}
    quiet = (r for name, r in reviewed.items() if name not in told_of)
    works = {r.document.name: hit for r in quiet for hit in leaderless(index, r, ANY_WORK)}
    yield from works.values()
    reviewed = {name: r for name, r in reviewed.items() if name not in works}
    yield from (of_task(index, task) for task in loose.values())
    told = {p.id for task in loose.values() for p in task.places}
    helped: dict[tuple[str, str], list[Duty]] = {}
    for duty in index.duties_under_review:
        if duty.role not in HELPS or duty.document.name not in reviewed or duty.provision.id in told:
            continue
        if any(x != duty.aid and index.aids.inside(x, duty.aid) for x in duty.provision.aid):
            continue  # told of the narrower aid that the clause names
        yield Looked(cells=1)
        if reason := settled(index, duty):
            yield Skip(reason)
        else:
            helped.setdefault((duty.aid, step_of(duty.provision.quote.text)), []).append(duty)
    for (aid, step), duties in helped.items():
        yield of_aid(index, aid, step, duties, any(is_duty_list(reviewed[d.document.name]) for d in duties))
    told |= {d.provision.id for duties in helped.values() for d in duties}
    yield from (of_helped(index, found) for found in only_helped(index, told))


def unled(index: CoverageIndex, reading: Reading) -> Iterator[Task]:
    """Tasks of a text that only helpers are named for, there and beside it."""
    held = [d for r in index.beside(reading.document) for d in _led(r)]
    leads = [
        d.provision for d in held if not (_pays(d) or (d.agency in AT_LARGE and d.document is not reading.document))
    ]
    weighed: set[str] = set()
    for task in chain(tasks(index.vocabulary, reading), by_heading(index.vocabulary, reading, held)):
        weighed |= {p.id for p in task.places}
        few = task.of_helpers and len(task.departments(index.vocabulary)) < MOST
        step = _headed_by_step(reading, task)
        whole = not step and any(_runs(index, d, task) for d in held if few or _heads_all(d, reading))
        whole = whole or (task.of_helpers and (is_led_beside(index, reading) or has_keeper(held, reading, task)))
        doing = [p for p in leads if not acts_on_it(reading, p, task)]
        if not whole and not task.is_led(doing) and not all(step_of(p.quote.text) for p in task.helpers):
            yield task
    yield from (t for t in lead_asked(index, reading) if not {p.id for p in t.places} & weighed)
    yield from (t for t in handed_to_helpers(reading, held) if not {p.id for p in t.places} <= weighed)


def _headed_by_step(reading: Reading, task: Task) -> bool:
    """Whether the paragraph of a task is a step of its own (（三）处置。), which who leads the work need not take."""
    text, quote = reading.document.text, task.places[0].quote
    return starts_with_step(text[line_start(text, quote.start) : quote.end])


def _pays(lead: Duty) -> bool:
    return lead.agency == "finance" and _MONEY.search(lead.provision.quote.text) is not None


@per_reading
def _led(reading: Reading) -> tuple[Duty, ...]:
    """The leads of a text, but for those in work beside that of others, and by bodies that only helped before."""
    helping = {a.start for p in reading.provisions for a in p.actors if a.role in HELPS}
    led = (d for d in duties_in(reading) if d.role is Role.LEAD and d.function not in BESIDE)
    return tuple(d for d in led if d.actor.start not in helping)


def _heads_all(lead: Duty, reading: Reading) -> bool:
    """Whether a clause of the text puts a body at the head of it all, and names no work of its own."""
    text, quote = reading.document.text, lead.provision.quote
    labelled = "：" in text[line_start(text, quote.start) : quote.start]
    said = quote.text.rstrip("，。；")
    own = len(own_words(said.split("由")[0])) >= _OWN if "由" in said else False  # 返贫监测由甲牵头
    return lead.document is reading.document and not labelled and not own and _HEADS_ALL.search(said) is not None


def _runs(index: CoverageIndex, lead: Duty, task: Task) -> bool:
    """Whether a department runs what the helpers are named beside: in their text, or the aid that it is of."""
    if lead.agency in COORDINATING:
        return (
            lead.document.name == task.helpers[0].document and AT_THE_HEAD.search(lead.provision.quote.text) is not None
        )
    if not is_department(index.vocabulary, lead.agency) or lead.function not in RUNS:
        return False
    aids = {a for p in task.helpers for a in p.aid}
    said = lead.provision.quote.text
    near = bool(bag(said) & bag("，".join(p.quote.text for p in task.helpers))) or AT_THE_HEAD.search(said) is not None
    if lead.document.name == task.helpers[0].document:
        return near or not lead.aid or lead.aid not in wordings()["broad-aid"]
    met = {a for a in aids if index.aids.meets(lead.aid, a) is Verdict.YES}
    return bool(met) and (near or not met <= set(wordings()["broad-aid"]))


def settled(index: CoverageIndex, duty: Duty) -> str:
    """Why a helper's duty needs no lead of its own in the texts, or has one; "" where it hangs in the air."""
    body = is_department(index.vocabulary, duty.agency)
    if not body or _STATION.search(duty.actor.surface) or _HELPS_PEOPLE.search(duty.provision.quote.text):
        return "基层组织、服务机构的协助职责"
    rallies = duty.aid == "social-participation" and is_mass(index.vocabulary, duty.agency)
    if rallies or _BY_CHARTER.search(duty.provision.quote.text):
        return "群团组织和社会组织按照职责、章程参与"
    if hands_over(duty.provision):
        return "只提供名单、数据的配合职责"
    step = step_of(duty.provision.quote.text)
    if duty.function in BESIDE or not (step or _is_definite(index, duty)):
        return "没有具体救助事项的配合职责"
    if any(is_named(a) for a in duty.provision.agencies(Role.LEAD)):
        return "条款已写明牵头部门"
    if lead_in_sentence(index, duty):
        return "同一句已写明牵头部门"
    if lead_for_them(index, duty):
        return "同一段已写明牵头部门"
    if step and _helps_lead_above(index, duty):
        return "同一条已写明牵头部门"
    if step and is_done(index, duty, step):
        return "已有承担该环节的部门或者机构"
    if step and not (is_follow_up(step) and duty.aid not in wordings()["broad-aid"]):
        return ""
    doing = (d for d in _near(index, duty.document) if not gives_only_help(d.provision.quote.text))
    found = [d for d in doing if leads(index, d, duty)]
    if any(d.agency not in AT_LARGE or d.document is duty.document for d in found):
        return "已有牵头部门"
    return "上位规定由政府负责的事项" if found and not _dealt_out(index, duty) else ""


def _dealt_out(index: CoverageIndex, helper: Duty) -> bool:
    """Whether the text shares the aid out to departments: a list of duties, or one that has two of them help.

    That a law above has 人民政府 do it leaves open which department of it.
    """
    beside = index.duties_by_document.get(helper.document.name, ())
    helping = {d.agency for d in beside if d.role in HELPS and d.aid == helper.aid}
    departments = [a for a in helping if is_department(index.vocabulary, a)]
    return len(departments) > 1 or is_duty_list(index.reading(helper.document.name))


def _helps_lead_above(index: CoverageIndex, helper: Duty) -> bool:
    """Whether an earlier paragraph of the helper's article says who carries out the aid that the step is part of."""
    beside = index.duties_by_document.get(helper.document.name, ())
    return any(leads_above(helper, d) and is_named(d.agency) and leads(index, d, helper) for d in beside)


def _near(index: CoverageIndex, document: Document) -> Iterator[Duty]:
    return (d for r in index.beside(document) for d in index.duties_by_document.get(r.document.name, ()))


def _is_definite(index: CoverageIndex, duty: Duty) -> bool:
    """Whether the duty is about one aid: for a whole field of work, where its own words name it."""
    term = index.vocabulary.of("aid").get(duty.aid)
    names = (term.label, *term.alternatives) if term else ()
    said = duty.aid not in wordings()["broad-aid"] or any(n in duty.provision.quote.text for n in names)
    return bool(duty.aid) and said and index.aids.meets(duty.aid, duty.aid) is Verdict.YES


CHECK = Check(
    "GP01",
    "gap.no-lead",
    "gap",
    "no-lead",
    "只有配合、没有牵头",
    Severity.ERROR,
    "配合、协助、参与不产生主体责任；没有牵头部门的事项无人负责。",
    "写明牵头部门。",
    Route.CONSULTATION,
    find,
    (Material.DUTIES,),
)
