"""Work that only helpers are named for, as findings: an aid or a step of it, a task of a paragraph, an undertaking."""

from __future__ import annotations

from checks.base import Hit, Severity, Slot, evidence
from checks.bodies import HELPS
from checks.compare.bodies.tasks import Task
from checks.compare.bodies.undertakings import label_of
from checks.compare.bodies.unheaded import Helped, asked_for
from checks.compare.ground.alignment import bag
from checks.places import beside
from checks.speech import aid_name, at, bodies, clip, who
from kg.coverage import CoverageIndex, Duty
from kg.model import Groups, Provision

_LIKE, _PART = 2, 0.4  # pieces of a work that another clause has, and their part of it
_SHOWN = 2  # clauses beside


def of_aid(index: CoverageIndex, aid: str, step: str, duties: list[Duty], listed: bool) -> Hit:
    """An aid, or a technical step, that has helpers and no lead."""
    name = aid_name(index, aid) if aid else ""
    what = f"{name}（{step}环节）" if name and step else name or f"{step}工作"
    helpers = list({d.agency: d for d in duties}.values())
    places = "、".join(f"{at(index, d.provision)}由{who(d)}" for d in helpers[:3])
    clauses = list(dict.fromkeys(d.provision for d in duties))
    return Hit(
        (aid or step, *sorted(d.agency for d in helpers)),
        f"{places}配合或者参与{what}，但现行文件和本稿都没有写明由哪个部门牵头。",
        (*(evidence(index, p) for p in clauses), *asked_for(index, "", clauses)),
        same=(Slot("aid", aid) if aid else Slot("step", step), Slot("role", "assist")),
        agencies=tuple(d.agency for d in helpers),
        groups=Groups.of(g for d in duties for g in d.groups),
        aid=(aid,) if aid else (),
        severity=Severity.ERROR if listed else Severity.WARNING,
        suggestion=f"写明{what}的牵头部门，配合条款改为“配合（牵头部门）”。",
    )


def of_task(index: CoverageIndex, task: Task) -> Hit:
    """A task that its text gives to helpers alone."""
    agencies = tuple(dict.fromkeys(a.agency for p in task.helpers for a in p.actors))
    first = task.places[0]
    return Hit(
        (first.id, *sorted(agencies)),
        f"{at(index, first)}的“{clip(task.said or first.quote.text, 30)}”只写了{bodies(index, agencies)}"
        "配合、协助或者参与，现行文件和本稿都没有写明由哪个部门牵头。",
        (
            *(evidence(index, p) for p in (*task.places, *_helped_beside(index, task, agencies))),
            *asked_for(index, _words(task), task.places),
        ),
        same=(Slot("role", "assist"),),
        agencies=agencies,
        groups=Groups.of(g for p in task.places for g in p.groups),
        aid=tuple(dict.fromkeys(a for p in task.stated for a in p.aid)),
        severity=Severity.WARNING,
        suggestion="写明这项工作的牵头部门，其余部门改为“配合（牵头部门）”。",
    )


def _helped_beside(index: CoverageIndex, task: Task, agencies: tuple[str, ...]) -> tuple[Provision, ...]:
    """Clauses of texts beside by which the same helpers help with the like, as in a list of duties."""
    work = bag(_words(task))
    readings = beside(index, index.reading(task.helpers[0].document))
    helping = (p for r in readings for p in r.provisions if p.actors and all(a.role in HELPS for a in p.actors))
    kin = (p for p in helping if {a.agency for a in p.actors} & set(agencies))
    return tuple(p for p in kin if _LIKE <= len(work & bag(p.quote.text)) >= _PART * len(work))[:_SHOWN]


def _words(task: Task) -> str:
    return task.said or "，".join(p.quote.text for p in task.stated)


def of_helped(index: CoverageIndex, helped: Helped) -> Hit:
    """An undertaking that bodies of one text, or of several, only help with."""
    agencies = tuple(dict.fromkeys(a for p in helped.clauses for a in p.agencies()))
    name = label_of(helped.undertaking)
    said = "、".join(f"{at(index, p)}“{clip(p.quote.text, 24)}”" for p in helped.clauses[:3])
    return Hit(
        (helped.undertaking, *sorted(agencies)),
        f"{said}都只是配合或者参与{name}，但现行文件和本稿都没有写明由哪个部门牵头。",
        (*(evidence(index, p) for p in helped.clauses), *asked_for(index, "", helped.clauses)),
        same=(Slot("matter", name), Slot("role", "assist")),
        agencies=agencies,
        groups=Groups.of(g for p in helped.clauses for g in p.groups),
        aid=tuple(dict.fromkeys(a for p in helped.clauses for a in p.aid)),
        suggestion=f"写明{name}的牵头部门，配合条款改为“配合（牵头部门）”。",
    )
