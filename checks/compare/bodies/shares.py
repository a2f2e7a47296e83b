"""What part of a work a duty is: one of many bodies' shares, or the carrying out of a plan of its own making."""

from __future__ import annotations

import re

from checks.bodies import is_department
from checks.matter import matter
from checks.purposes import says
from kg.coverage import CoverageIndex, Duty
from kg.enums import Role
from kg.model import Provision

MOST_LEADS = 3
_OWN_PRODUCT = re.compile(
    r"(?:制定|编制|拟订|拟定|起草)[^。；]{2,40}(?:规划|计划|方案|预案)，?并?(?:组织|监督|负责)?实施"
)


def shared_out(duty: Duty) -> bool:
    """Whether the clause deals its work out to many (各自职责), or to more leads than one list can mean as one."""
    provision = duty.provision
    many = len(provision.actors) > MOST_LEADS and len(provision.agencies(Role.LEAD)) > MOST_LEADS
    return many or says(provision.quote.text, "shared-out")


def carries_out(duty: Duty) -> bool:
    """Whether what is put into effect is a plan or rules of its own making (制定规划，并组织实施), not the aid."""
    return duty.function == "implement" and bool(_OWN_PRODUCT.search(duty.provision.quote.text))


def has_share(index: CoverageIndex, duty: Duty) -> bool:
    """Whether the work is one body's share in what an earlier paragraph of the article gives another to carry out."""
    if duty.function != "implement" or not matter(duty):
        return False
    beside = index.duties_by_document.get(duty.document.name, ())
    return any(leads_above(duty, d) and d.aid == duty.aid and is_department(index.vocabulary, d.agency) for d in beside)


def leads_above(duty: Duty, other: Duty) -> bool:
    """Whether `other` has another body carry out an aid, in an earlier paragraph of the article of `duty`."""
    paragraphs = all("款" in d.provision.locator for d in (duty, other)) and article(other) == article(duty)
    above = paragraphs and other.provision.quote.end <= duty.provision.quote.start
    return above and other.function == "implement" and other.role is Role.LEAD and other.agency != duty.agency


def article(duty: Duty) -> str:
    """The article (or numbered part) that a duty stands in: within one, work is dealt out."""
    return article_of(duty.provision)


def article_of(provision: Provision) -> str:
    """The article (or numbered part) that a provision stands in."""
    return provision.locator.split("条")[0]
