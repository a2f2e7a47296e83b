"""Which lead of a text is one for the work that another body helps with: the same aid, place and people.

A lead of one step does not lead the aid; one that a text parts by people leads for its own. A text whose first clause
puts a body at the head of 救助工作 means the aid that the text is about.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

from checks.bodies import is_department, is_named
from checks.compare.ground.marks import FULL_STOP, line_start
from checks.compare.ground.topics import LOOSE, title_aid
from checks.matter import matter
from checks.places import is_duty_list
from checks.remember import per_index
from kg.coverage import CoverageIndex, Duty
from kg.enums import Role, Verdict
from kg.model import Document
from kg.regions import Place
from kg.standing import place
from ontology.wording import wordings

_ADULTS = re.compile(r"(?<!未)成年(?!子女|亲属|监护)")
_WHOLE = re.compile(r"工作|牵头|统筹|组织实施|综合协调|主管|制度")  # of a clause that is not about one task in it
AT_THE_HEAD = re.compile(r"牵头|统筹|主管|总负责|组织实施|综合协调|负责[^，。；]{0,20}工作")
_MINORS = re.compile(r"未成年|儿童|少年|孤儿")
STEPS = frozenset({"accept", "investigate", "appeal", "fund"})  # who takes in, looks into or finds money leads no aid
RUNS = frozenset(
    {"implement", "service", "coordinate", "pay", "decide", "monitor", "train"}
)  # what a body does that has the aid itself
BESIDE = frozenset({"advise", "advocate", "publicise", "audit", "inform", "supervise", "mobilise"})


def leads(index: CoverageIndex, lead: Duty, helper: Duty) -> bool:
    """Whether `lead` is a lead for the helper's aid in the helper's place, not of one step in it alone."""
    if lead.role is not Role.LEAD or not is_named(lead.agency) or lead.function in BESIDE:
        return False
    if lead.function in STEPS and lead.function != helper.function:
        return False
    if helper.aid in wordings()["own-scheme"] and lead.aid != helper.aid:
        return False
    kin = index.aids.meets(lead.aid, helper.aid) is Verdict.YES
    if not (kin or _same_few(lead, helper) or _of_text(index, lead, helper)):
        return False
    where = index.regions.relation(place(lead.document, index.region), place(helper.document, index.region))
    if where is Place.APART or people_apart(index, lead, helper):
        return False
    if not _parted(index, lead.document, helper):
        return True
    if lead.groups:
        return index.groups.contains(lead.groups, helper.groups) is Verdict.YES
    return not matter(lead) and _WHOLE.search(lead.provision.quote.text) is not None


def _of_text(index: CoverageIndex, lead: Duty, helper: Duty) -> bool:
    """Whether the lead has the whole of what its text is about, by a word for any aid (牵头，统筹救助工作)."""
    loose = not lead.aid or lead.aid in LOOSE or lead.aid in wordings()["broad-aid"]
    own = lead.document is helper.document and helper.aid in _subject(index, lead.document)
    return loose and own and AT_THE_HEAD.search(lead.provision.quote.text) is not None


@per_index
def _subject(index: CoverageIndex, document: Document) -> frozenset[str]:
    """Aid types that a text is called after, or the one most of its clauses are about; in a duty list the former."""
    if is_duty_list(index.reading(document.name)):
        return title_aid(document)
    aids = Counter(a for p in index.reading(document.name).provisions for a in p.aid)
    most = (a for a, _ in aids.most_common() if a not in LOOSE and a not in wordings()["broad-aid"])
    return title_aid(document) | frozenset(islice(most, 1))


def _same_few(lead: Duty, helper: Duty) -> bool:
    """Whether the lead has the same people by two traits or more (流浪 and 未成年), in a whole field of work."""
    if lead.aid not in wordings()["broad-aid"]:
        return False
    return any(len(alternative) > 1 and alternative in lead.groups for alternative in helper.groups)


def people_apart(index: CoverageIndex, lead: Duty, helper: Duty) -> bool:
    """Whether the lead's own words are for others than those of the helper (成年流浪乞讨人员, 流浪未成年人)."""
    if index.groups.meets(lead.groups, helper.groups) is Verdict.NO:
        return True
    minors = any("minor" in index.vocabulary.ancestors("group", g) for g in helper.groups.ids())
    said = lead.provision.quote.text
    return minors and bool(_ADULTS.search(said)) and not _MINORS.search(said)


@per_index
def _parted(index: CoverageIndex, document: Document, helper: Duty) -> bool:
    """Whether a text gives the lead in the helper's aid by people, to somebody for others than the helper's."""
    leads_ = (d for d in index.duties_by_document.get(document.name, ()) if d.role is Role.LEAD and d.groups)
    kin = (d for d in leads_ if index.aids.meets(d.aid, helper.aid) is Verdict.YES)
    return bool(helper.groups) and any(people_apart(index, d, helper) for d in kin)


def lead_in_sentence(index: CoverageIndex, helper: Duty) -> bool:
    """Whether the sentence begins with the work of another department, with which the helper helps."""
    here, said = helper.provision.quote.start, helper.document.text
    duties = index.duties_by_document.get(helper.document.name, ())
    before = (d for d in duties if d.provision.quote.end <= here and d.role is Role.LEAD and d.agency != helper.agency)
    return any(is_named(d.agency) and not FULL_STOP.search(said, d.provision.quote.start, here) for d in before)


def lead_for_them(index: CoverageIndex, helper: Duty) -> bool:
    """Whether a department leads work earlier in the paragraph: for the very people, if the helper names some.

    A whole age or sex names nobody in particular; two traits at once (残疾儿童) do, in work on the same aid.
    """
    both = {people for people in helper.groups if len(people) > 1}
    few, text = helper.groups.ids() - set(wordings()["broad-group"]), helper.document.text
    begin, here = line_start(text, helper.provision.quote.start), helper.provision.quote.start
    before = (
        d
        for d in index.duties_by_document.get(helper.document.name, ())
        if begin <= d.provision.quote.start < here and d.role is Role.LEAD and d.function in RUNS
    )
    own = (d for d in before if is_department(index.vocabulary, d.agency) and d.agency != helper.agency)
    return any(d.groups.ids() & few or (d.aid == helper.aid and both & set(d.groups)) or not helper.groups for d in own)
