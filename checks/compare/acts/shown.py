"""Single things that a text may not publish, collect or ask for, and another lists among what it does.

不得公示家庭住址和家庭困难原因 against 公示内容包括姓名、班级和家庭困难原因: neither sentence has most of the
words of the other act, but the thing is the same. Deeds go by families of verbs, things by name, item by item.
Quiet where the sentence has words for what is left out or made unreadable (隐去, 不含).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from checks.compare.acts.forbidden import Bar
from checks.compare.ground.alignment import bag, on_one_matter
from checks.compare.ground.marks import CLAUSE, SENTENCE
from checks.compare.ground.norms import Norm
from kg.coverage import CoverageIndex
from ontology.cues import load_cues

_BARS = r"(?:不得|禁止|严禁|不准|不应|不再)(?:向社会|对外|以任何[^，。；]{1,6}|擅自|再|要求[^，。；]{0,8})*"
_EACH = re.compile(r"、|和|以及|及(?!其)|或者?|与")
_WHOSE = re.compile(r"^.*?(?:的|其|本人)(?=[一-龥]{2})")
_GUARDED = re.compile(
    r"不得|不含|不包括|不予|不再|不应|禁止|严禁|隐去|遮盖|脱敏|隐藏|除外|以外|无需|无须|不(?:公|要|需)"
)
_LEAST = 3  # characters of a thing's name
_ENDS = re.compile(r"等(?:内容|信息|情况|材料|事项)?$|(?:等)?(?:个人)?(?:敏感)?信息$")
_BRIEF = frozenset({"姓名", "照片", "影像", "肖像", "病情", "住址"})
_ANYBODY = frozenset({"其", "本人", "受助人员", "申请人", "救助对象", "当事人", "个人", "对象", "他人", "家庭"})
_ANY = frozenset({"有关情况", "相关材料", "有关材料", "相关信息", "其他材料", "证明材料", "有关信息", "其他信息"})


@dataclass(frozen=True, slots=True)
class _List:
    norm: Norm
    deed: str
    things: frozenset[str]
    owners: frozenset[str]  # whose they are, where it says so


def listed(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[tuple[Norm, Bar]]:
    """Norms of `mine` that list what `theirs` forbids to do the same with."""
    barred = [x for n in theirs for x in _barred(n)]
    for a in (x for n in mine if barred for x in _done(n)):
        for b in barred:
            both = _shared(a.things, b.things) if a.deed == b.deed else ""
            if both and (_serves(index, a.norm, b.owners) if b.owners else on_one_matter(index, a.norm, b.norm)):
                yield a.norm, Bar(b.norm, both, bag(both), frozenset())
                break


def _serves(index: CoverageIndex, norm: Norm, owners: frozenset[str]) -> bool:
    """Whether the text of a norm is for people whose things may not be shown, and does not keep theirs back."""
    said = [s for s in SENTENCE.findall(index.documents[norm.document].text) if any(o in s for o in owners)]
    return bool(said) and not any(_GUARDED.search(s) for s in said)


def _owners(text: str) -> frozenset[str]:
    """The people named before 的 in a list of things: 孤儿、事实无人抚养儿童的姓名."""
    whose = _WHOSE.match(re.split(r"[，。；]", text)[0])
    named = (x.rstrip("的") for x in _EACH.split(whose.group())) if whose else ()
    return frozenset(x for x in named if x not in _ANYBODY and len(x) > 1)


def _shared(mine: frozenset[str], theirs: frozenset[str]) -> str:
    """A thing of one list that the other has too, by its whole name or a longer one that ends in it."""
    return next((x for x in sorted(mine) for y in theirs if x.endswith(y) or y.endswith(x)), "")


def _barred(norm: Norm) -> Iterator[_List]:
    for cue in load_cues()["showing"]:
        verb = f"(?:{cue.patterns['named'].pattern})"
        for match in re.finditer(_BARS + verb + r"(?P<things>[^，。；]{3,60})", norm.text):
            yield _List(norm, cue.id, _things(match["things"]), _owners(match["things"]))
        for match in re.finditer(
            _BARS + r"[将把](?P<things>[^，。；]{3,60}?)(?:[向在对于予][^，。；]{0,16})?" + verb, norm.text
        ):
            yield _List(norm, cue.id, _things(match["things"]), _owners(match["things"]))


def _done(norm: Norm) -> Iterator[_List]:
    for sentence in SENTENCE.findall(norm.text):
        for cue in load_cues()["showing"] if not _GUARDED.search(norm.stem + sentence) else ():
            if match := cue.find("listed", sentence):
                yield _List(norm, cue.id, _things(sentence[match.end() :]), frozenset())
            elif match := cue.find("shown", sentence):
                before = (_things(part) for part in CLAUSE.findall(sentence[: match.start()]))
                yield _List(norm, cue.id, frozenset(chain.from_iterable(before)), frozenset())


def _things(text: str) -> frozenset[str]:
    """The names of the things of a list, without whose they are."""
    parts = (_ENDS.sub("", _WHOSE.sub("", p.strip())) for p in _EACH.split(re.split(r"[，。；]", text)[0]))
    return frozenset(p for p in parts if (len(p) >= _LEAST or p in _BRIEF) and p not in _ANY)
