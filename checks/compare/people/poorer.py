"""Only those on a roll (享受低保待遇的残疾人家庭) where the rule above has all who are poor (贫困残疾人家庭).

The rule above gives a thing to people in hardship, whatever roll they stand on; a text that gives the same thing to
those whom an authority has recognised leaves the others out. Quiet where the text has a loose word of its own in the
paragraph, serves the poor among the same people with that aid elsewhere, or is about the roll by its title; and where
the rule above leaves the thing open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Severity
from checks.compare.ground.alignment import bag, matches, one_matter, share
from checks.compare.ground.norms import Norm
from checks.compare.ground.windows import groups_in
from checks.compare.outcome.departures import Departure, Label
from kg.coverage import CoverageIndex
from ontology.wording import wordings

_LOOSE = re.compile(r"(?<!支出)困难|贫困|贫寒|低收入|其他|边缘|等(?:人员|家庭|对象)")
_POOR = re.compile(r"(?<!其他)(?<!支出)(?:困难|贫困)")
_GIVES = re.compile(r"免费|免收|减免|减收|提供|给予|补助|补贴|资助|救助|发放|优先|代缴|缴纳")
_OPEN = re.compile(r"可以|鼓励|支持|有条件|逐步|不得|不予|取消|停止")
_WORDS = re.compile(r"(?<!其他)(?:经济|生活|家庭)?(?:困难|贫困)的?[一-龥]{2,14}?(?=[，。；、]|应当|可以|提供|给予|免)")
_ALIKE = 0.4


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Norms of `mine` that give only to those on a roll what `theirs` gives to the poor."""
    for match in matches(index, mine, theirs):
        a, b = match.a, match.b
        if not match.mutual or match.likeness < _ALIKE or not (_gives(a) and _gives(b)) or not one_matter(index, match):
            continue
        strata = frozenset(wordings()["strata"])
        named = _POOR.search(b.text) and not _kinds(b, strata)
        same = _kinds(b, _umbrella(index)) & _kinds(a, strata) if named else frozenset()
        if same and not _loose(index, a) and not any(_serves(index, n, b, same) for n in mine):
            roll = index.vocabulary.label("group", min(a.people.ids() & strata))
            said = (f"限于{roll}", _called(b))
            yield Departure(Label.CONDITION, "roll", "享受的对象", *said, (a,), (b,), Severity.WARNING)


def _gives(norm: Norm) -> bool:
    return bool(_GIVES.search(norm.text)) and not _OPEN.search(norm.text)


def _umbrella(index: CoverageIndex) -> frozenset[str]:
    return frozenset(index.groups.relations.umbrella["group"])


def _kinds(norm: Norm, marks: frozenset[str]) -> frozenset[str]:
    """What people are beside being poor, of those whom the norm marks as poor by one of the words; "" for no more."""
    found = (set(alternative) for alternative in norm.people if set(alternative) & marks)
    return frozenset(kind for alternative in found for kind in (alternative - marks or {""}))


def _called(norm: Norm) -> str:
    """The poor as a norm calls them (贫困残疾人家庭的学生)."""
    found = _WORDS.search(norm.text)
    return f"“{found.group()}”" if found else "其他困难的对象"


def _loose(index: CoverageIndex, norm: Norm) -> bool:
    """Whether the paragraph has a loose word, or the text is about a roll."""
    document = index.documents[norm.document]
    titled = groups_in(document.title or "").ids() & set(wordings()["strata"])
    return bool(titled) or bool(_LOOSE.search(norm.stem + document.text[slice(*norm.line)]))


def _serves(index: CoverageIndex, norm: Norm, b: Norm, kinds: frozenset[str]) -> bool:
    """Whether a norm serves the poor of the kind with what the rule above gives."""
    given = bool(norm.aid & b.aid) if b.aid else share(bag(norm.text), bag(b.text)) >= _ALIKE
    return given and bool(_kinds(norm, _umbrella(index)) & kinds) and bool(_GIVES.search(norm.text))
