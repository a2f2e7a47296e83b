"""What a text says outright is not done, and the rule above orders or gives: 不设立物资储备库, 不再公示, 不予补偿.

A denial is a main clause with a word that denies, the deed behind it and what it is done to before it. The deed, and
where it says little by itself (不列入, 不予资助) its object as well, have to stand in the rule above, which must not
leave it open (鼓励, 有条件的) or deny it. Quiet for burdens that people are spared (不再提交, 不收取), for those who
fail, in a case that the rule does not name, until something is done (未经…不得), and where the text does the same thing
elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.base import Severity
from checks.compare.acts.objects import has_the_other
from checks.compare.acts.stances import opposed
from checks.compare.ground.agencies import names_in
from checks.compare.ground.alignment import bag, names_others, on_one_matter, people_apart, plain
from checks.compare.ground.marks import CLAUSE
from checks.compare.ground.norms import Norm
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from ontology.cues import Setting

_DENIAL, _STANCE = Setting("denial"), Setting("stance")
_PARTS = re.compile(r"、|和|以及|及|或者?")
_CASE = re.compile(r"[^，。；：]{3,}的(?=，)")
_HEAD = re.compile(r"^.*的(?=[一-龥]{4,}$)")
_ENDS = re.compile(
    r"的$|时$|后$|前$|不[^，。；]{1,12}的(?:具体|主要)?(?:理由|原因|依据|决定|通知|结论|意见|事由|答复)|的(?:书面|应当|须|要|由|可以|说明|告知|及时|人员|家庭|对象|申请人)"
)
_BOTH = re.compile(r"同时|重复|兼享|叠加")  # to have both is another question
_ACT, _OBJECT, _AROUND, _OF_CASE = 0.6, 0.6, 0.4, 0.5  # of the pieces of each, in the rule above
_AROUND_TOO = 0.5  # of the sentence, where the object has a name of its own
_VERB = 2  # characters
_SETTING_UP = frozenset("设建开配提")  # first characters of verbs by which something is set up
_LEAST, _WHOLE = 2, 4  # pieces of an object; of a deed that is known without one


@dataclass(frozen=True, slots=True)
class _Deed:
    """The pieces of one deed, those of the verb that opens it, and its first character."""

    pieces: frozenset[str]
    verb: frozenset[str]
    first: str

    def stands_in(self, clause: str) -> bool:
        """Whether a clause has most of its pieces, and the character that it begins with."""
        begun = self.first in plain(clause) or (self.first in _SETTING_UP and not _SETTING_UP.isdisjoint(clause))
        return begun and len(self.pieces & bag(clause)) >= _ACT * len(self.pieces)


@dataclass(frozen=True, slots=True)
class _Denial:
    """What a clause denies: the parts of its deed, its object there, and the sentence around with its case."""

    norm: Norm
    said: str
    deeds: tuple[_Deed, ...]
    of: frozenset[str]
    around: frozenset[str]
    case: frozenset[str]
    bodies: frozenset[str]


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Deeds that `mine` denies and `theirs` orders or gives."""
    found = []
    for denial in (d for n in mine for d in _denials(n) if not any(_lets_go(d, b) for b in theirs)):
        near = [b for b in theirs if _orders(denial, b) and _one(index, denial, b)]
        if near and not any(_does(denial, n) for n in mine if n.line != denial.norm.line):
            found.append((denial, max(near, key=lambda b: len(denial.around & bag(b.words)))))
    told = {a.norm.start for a, _ in opposed(index, mine, theirs)} if found else set()  # told as two stances
    for denial, b in found:
        if denial.norm.start not in told:
            said = (f"规定“{clip(denial.said, 30)}”", f"规定“{clip(b.text, 40)}”")
            yield Departure(Label.CONDITION, "denied", "上位规定的事项", *said, (denial.norm,), (b,), Severity.WARNING)


def _denials(norm: Norm) -> Iterator[_Denial]:
    if _DENIAL.has("aside", norm.words):
        return
    for clause in CLAUSE.finditer(norm.text):
        said = next(_DENIAL.all("says", clause.group()), None)
        if (
            said is None
            or _ENDS.search(clause.group())
            or _BOTH.search(clause.group())
            or _DENIAL.has("spares", clause.group()[said.start() :])
        ):
            continue
        acts = [plain(_DENIAL.without("light", p)) for p in _PARTS.split(clause.group()[said.end() :])]
        before = clause.group()[: said.start()]
        of = bag(_DENIAL.without("plain", _HEAD.sub("", before)))
        around = bag(norm.stem + norm.prior + norm.text[: clause.start()] + before)
        case = "，".join(_CASE.findall(norm.text[: clause.end()]))
        if not _STANCE.has("fails", case + clause.group()):
            yield _Denial(
                norm, clause.group(), tuple(map(_deed, filter(bag, acts))), of, around, bag(case), names_in(before)
            )


def _orders(denial: _Denial, norm: Norm) -> bool:
    """Whether a clause orders one of the deeds, or the norm names the object, where no deed is told, and gives."""
    if _DENIAL.has("wrongs", norm.words):
        return False
    if denial.deeds:
        orders = bool(norm.provisions) and _DENIAL.has("gives", norm.words)
        deeds = denial.deeds[:1] if _DENIAL.has("strict", denial.said) else denial.deeds
        return orders and any(_in_clause(deed, norm, denial.said) for deed in deeds)
    named = len(denial.of) >= _LEAST and len(denial.of & bag(norm.words)) >= _OBJECT * len(denial.of)
    return (
        named
        and _DENIAL.has("gives", norm.words)
        and not _DENIAL.has("optional", norm.words)
        and not _denies(norm.text)
    )


def _in_clause(deed: _Deed, norm: Norm, said: str) -> bool:
    """Whether a clause of the norm orders the deed; what is barred (不得) has to be told by the same verb."""
    strict, words = _DENIAL.has("strict", said), norm.words
    clauses = [m for m in CLAUSE.finditer(words) if deed.stands_in(m.group())]
    if any(_denies(m.group()) for m in clauses) or (strict and _denies(words)):
        return False
    for clause in clauses if not strict else [m for m in clauses if deed.verb <= bag(m.group())]:
        before = words[: clause.end()]
        wished = _DENIAL.has("wished", before)
        left_open = wished or _DENIAL.has("optional", clause.group()) or _DENIAL.has("needs", before)
        if not left_open or (strict and not wished):
            return True
    return False


def _lets_go(denial: _Denial, norm: Norm) -> bool:
    """Whether the rule itself denies one of the deeds, in whatever case."""
    clauses = [c for c in CLAUSE.findall(norm.text) if _DENIAL.has("lets", c) and not _ENDS.search(c)]
    return any(d.stands_in(c) for d in denial.deeds for c in clauses)


def _denies(text: str) -> bool:
    return next(_DENIAL.all("denies", text), None) is not None


def _one(index: CoverageIndex, denial: _Denial, b: Norm) -> bool:
    """Whether the rule speaks of what the denial is about, and of its case where it has one."""
    line = bag(b.stem + index.documents[b.document].text[slice(*b.line)])
    if denial.deeds:
        long = max(len(d.pieces) for d in denial.deeds) + len(denial.of) >= _WHOLE - bool(denial.of)
        of, around = (len(x & line) >= max(_LEAST, s * len(x)) for x, s in _shares(denial))
        near = of or around or (long and denial.of <= line) or bool(denial.case)
    else:
        near = True
    near = near and len(denial.case & line) >= _OF_CASE * len(denial.case) and _one_body(denial, b)
    near = near and not has_the_other(denial.norm.text, b.words) and not names_others(denial.norm, b)
    return near and on_one_matter(index, denial.norm, b) and not people_apart(index, denial.norm, b)


def _shares(denial: _Denial) -> tuple[tuple[frozenset[str], float], ...]:
    """The pieces of the object and of the sentence, each with the part of them that the rule has to have."""
    return (denial.of, _OBJECT), (denial.around, _AROUND if len(denial.of) < _LEAST else _AROUND_TOO)


def _one_body(denial: _Denial, b: Norm) -> bool:
    """Whether the body that does not do it is one that has to by the rule, where both name bodies."""
    theirs = names_in(b.words)
    return not denial.bodies or not theirs or bool(denial.bodies & theirs)


def _does(denial: _Denial, norm: Norm) -> bool:
    """Whether a norm of the same text does what is denied, for the same object."""
    said = bag(norm.words)
    done = any(_in_clause(deed, norm, "") for deed in denial.deeds)
    return done and bool(denial.of) and len(denial.of & said) >= _OBJECT * len(denial.of)


def _deed(act: str) -> _Deed:
    return _Deed(bag(act), bag(act[:_VERB]), act[:1])
