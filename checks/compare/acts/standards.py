"""Standards: who may set them, and by what they are measured, against the higher rule.

Competence goes by level: a higher rule that names provinces only leaves nothing to cities and counties; a delegation
to 县级以上 leaves it to all. A department that drafts while its government approves is no departure. Objects are those
of the lists, and whatever is named before 由…制定 in nearly the same words on both sides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import islice, product

from checks.compare.ground.alignment import bag, one_subject
from checks.compare.ground.competence import DOWN_TO, ORDER, handed_down, levels_in, lower
from checks.compare.ground.norms import Norm
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from kg.enums import Level
from ontology.cues import Cue, load_cues

_SET = re.compile(r"制定|制订|确定|规定|公布|核定|调整|划定")
_OPENS = re.compile(r"(?:^|[，。；：])[^，。；：]{0,45}$")
_BY = re.compile(r"，|由|按|根据|参照|应当|不得|可以|的?(?:制定|确定|公布|核定|调整)")
_MEASURING = re.compile(r"(?:高于|低于|按照?|参照|达到|超过|相当于)[^，。；]{0,8}$")
_SETTING = re.compile(r"(?:制定|制订|确定|规定|公布|核定|调整|划定)[^，。；]{0,24}$")
_YARDSTICK = re.compile(r"[^，。；]{0,3}(?:[0-9.一二两三]+倍|的差额|[0-9]+%|百分之|档次|等级|类别)|以[下上内]")
_TITLE = re.compile(r"关于[^，。；]*(?:通知|公告|通告|函|批复|意见)$")
_WORK = re.compile(r"(?:制定|制订|确定|核定|调整)(?:工作|情况)")
_OBJECT = re.compile(
    r"(?P<object>[^，。；：]{2,30}?(?P<kind>标准|办法|范围|目录|条件|比例|额度|限额|名录|价格))[^，。；：由]{0,10}[，]?"
    r"(?:可以|应当)?(?:由|授权)[^。；]{2,60}?(?:制定|制订|确定|规定|公布|核定|划定|调整)"
)
_PLAIN = re.compile(r"具体|实施|管理|相关|有关|办法|标准|条例|本|需要|制定")
_BY_NAME = 2  # pieces of an object told by one name, which 具体办法 has none of
_MAY_NOT = re.compile(r"，[^，。；]{2,24}(?:不得|无权|不能|不可)[^，。；]*")  # who is named only as not to set it
_FEW, _SHARED = 3, 0.7  # pieces that two objects share, and their part of the shorter


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Departures in competence and in measure, object by object."""
    told: set[int] = set()
    for cue in load_cues()["standard"]:
        ours = [n for n in mine if _sets(cue, n)]
        above = [n for n in theirs if _sets(cue, n)] if ours else []
        if not above:
            continue
        ours = [a for a in ours if not _left_to(index, cue, a, above)]
        for find in (partial(_competence, index, cue), partial(_measure, cue)):  # each said once of an object
            found = (d for a, b in product(ours, above) if a.start not in told and (d := find(a, b)))
            for departure in islice(found, 1):
                told.add(departure.mine[0].start)
                yield departure
    yield from _other_objects(index, [n for n in mine if n.start not in told], theirs)


def _left_to(index: CoverageIndex, cue: Cue, a: Norm, above: Iterable[Norm]) -> bool:
    """Whether one sentence of the higher text lets the level of `a` set the object (…的，设区的市可以制定)."""
    mine = _setters(index, cue, a)
    mine = (max(mine, key=ORDER.index),) if mine and DOWN_TO.search(a.text) else mine
    return any(set(mine) & set(_setters(index, cue, b)) for b in above) and not _measures(a)


def _other_objects(index: CoverageIndex, mine: Iterable[Norm], theirs: Iterable[Norm]) -> Iterator[Departure]:
    """Competence over what no list names, by the words of the object."""
    above = [(m, n) for n in theirs if (m := _OBJECT.search(n.text))]
    for a in mine if above else ():
        if (here := _OBJECT.search(a.text)) is None:
            continue
        for there, b in above:
            if handed_down(a.text + b.text):
                continue
            if _one_object(here, there) and one_subject(index, a, b):
                levels = _levels(index, a, here.start()), _levels(index, b, there.start())
                if lower(*levels):
                    matter = f"{clip(here['object'], 20)}的确定权限"
                    yield Departure(Label.COMPETENCE, "competence", matter, clip(a.text), clip(b.text), (a,), (b,))
                    break


def _one_object(a: re.Match[str], b: re.Match[str]) -> bool:
    mine, theirs = (bag(_PLAIN.sub(" ", m["object"])) for m in (a, b))
    close = len(mine & theirs) >= max(_FEW, _SHARED * min(len(mine), len(theirs)))
    close = close or (a["object"] == b["object"] and len(mine) >= _BY_NAME)
    return a["kind"] == b["kind"] and close


def _sets(cue: Cue, norm: Norm) -> bool:
    """Whether the norm says who sets the object, or how: it opens a clause, or follows 制定, 确定 …"""
    if cue.find("defined", norm.text):
        return True
    if _TITLE.search(norm.text.strip()):
        return False
    named = cue.find("named", norm.text)
    if named is None or cue.find("not", norm.text) or not _SET.search(norm.text) or _WORK.search(norm.text):
        return False
    before, after = norm.text[: named.start()], norm.text[named.end() :]
    if _YARDSTICK.match(after) or _MEASURING.search(before):
        return False
    return bool(_OPENS.search(before) and _BY.match(after)) or bool(_SETTING.search(before))


def _competence(index: CoverageIndex, cue: Cue, a: Norm, b: Norm) -> Departure | None:
    if not lower(_setters(index, cue, a), _setters(index, cue, b)):
        return None
    return Departure(Label.COMPETENCE, "competence", f"{cue.label}的确定权限", clip(a.text), clip(b.text), (a,), (b,))


def _setters(index: CoverageIndex, cue: Cue, norm: Norm) -> tuple[Level, ...]:
    """Levels of government that the norm lets set the object; () where it names none."""
    named = cue.find("named", norm.text)
    return _levels(index, norm, named.start() if named else 0)


def _levels(index: CoverageIndex, norm: Norm, at: int) -> tuple[Level, ...]:
    """Levels of government named in the sentence part around `at`."""
    return levels_in(index, norm.document, _MAY_NOT.sub("", _clause(norm.text, at)))


def _clause(text: str, at: int) -> str:
    """The sentence part around the object: up to the next ；."""
    return text[max(0, text.rfind("；", 0, at)) : text.find("；", at) if "；" in text[at:] else len(text)]


def _measure(cue: Cue, a: Norm, b: Norm) -> Departure | None:
    mine, theirs = _measures(a), _measures(b)
    if not mine or not theirs or mine.keys() & theirs.keys():
        return None
    said = ("、".join(mine.values()), "、".join(theirs.values()))
    return Departure(Label.NOTION, "measure", f"确定{cue.label}的依据", *said, (a,), (b,))


def _measures(norm: Norm) -> dict[str, str]:
    return {c.id: c.label for c in load_cues()["measure"] if c.find("named", norm.text)}
