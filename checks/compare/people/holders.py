"""Who may ask, report or complain: a text that knows fewer of them than the rule above.

受害人及其法定代理人、近亲属可以报案 becomes 受害人可以报案: the child or the sick person for whom somebody else speaks
is left without a voice. Those who may are the persons named before 可以 or 有权 (of an item, those that it opens with),
and those who act for somebody (由其他法定代理人代为提出申请). Quiet where the text names the others for the same act
elsewhere, by a wider word too (亲属, 任何单位和个人), where only one of the two is a remedy, where the two norms are of
unlike matters, and where the rule has a case more like the text's with no more persons. Where the rule lets anybody
report what those in charge do wrong (任何单位和个人有权举报), it is enough that both speak of such a wrong, and not of
what one holds to be so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.base import Severity
from checks.compare.ground.alignment import bag, on_one_matter, people_apart, share
from checks.compare.ground.norms import Norm
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from ontology.cues import Setting, load_cues

_HOLDERS = Setting("holders")
_MAY = re.compile(r"(?:(?:也|均|都|还)?(?:可以|有权)(?!由其)|(?=代为|代其))(?P<act>[^。；：]{2,60})")
_CUT = re.compile(
    r"对(?!象)|[向因自在经将就以于]|被(?!告|害|监护|申请)|没有|没|未(?!成年)"
)  # behind which a clause names others than those who act
_SAME = re.compile(r"^(?:本人|其)")  # those of the clause before
_LISTED = re.compile(r"下列|以下|之一")  # the items are those who may
_ANYBODY = "anybody"
_SAID = 2  # pieces that norms on reporting a wrong share
_FEW, _ALIKE = 3, 0.5  # pieces that the two norms share, and their part of the shorter


@dataclass(frozen=True, slots=True)
class _Right:
    norm: Norm
    said: str
    who: frozenset[str]
    deeds: frozenset[str]


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Acts that `theirs` opens to more persons than `mine`."""
    yield from _fewer_holders(index, mine, theirs)
    yield from _unnamed(index, mine, theirs)


def _unnamed(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Reports without a name that `mine` turns away, though anybody may report by `theirs`."""
    turned = [(n, m) for n in mine for m in _HOLDERS.all("named", n.text) if _HOLDERS.has("report", n.text)]
    open_to_all = [r.norm for n in theirs if turned for r in _rights(n) if _ANYBODY in r.who]
    if any(_HOLDERS.has("named", n.text) or "实名" in n.text for n in theirs):
        return
    for a, said in turned:
        if b := next((n for n in open_to_all if on_one_matter(index, a, n)), None):
            told = (f"规定“{clip(said.group(), 30)}”", "任何单位和个人有权提出，没有这一限制")
            yield Departure(Label.CONDITION, "unnamed", "匿名举报的受理", *told, (a,), (b,), Severity.WARNING)


def _fewer_holders(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    all_above = [r for n in theirs for r in _rights(n)]
    above = [r for r in all_above if len(r.who) > 1 or _ANYBODY in r.who]
    ours = [r for n in mine for r in _rights(n)] if above else []
    told: set[int] = set()
    for a in ours:
        for b in above:
            place = a.norm.lead.start if a.norm.stem else a.norm.start
            if place in told or not _fewer(a, b) or _nearer(a, b, all_above):
                continue
            missing = b.who - a.who - _elsewhere(mine, a.deeds & b.deeds)
            if missing and (_one_wrong if _ANYBODY in missing else _one_act)(index, a, b):
                told.add(place)
                labels = "、".join(c.label for c in load_cues()["holder"] if c.id in missing)
                yield Departure(
                    Label.NOTION,
                    "holders",
                    "可以提出的人",
                    f"只规定“{clip(a.norm.text, 30)}”，没有{labels}",
                    f"{labels}也可以提出",
                    (a.norm,),
                    (b.norm,),
                    Severity.WARNING,
                )


def _fewer(a: _Right, b: _Right) -> bool:
    """Whether `b` opens an act of `a` to all of those of `a` and to others, or to anybody."""
    return bool(a.deeds & b.deeds) and _ANYBODY not in a.who and (a.who < b.who or _ANYBODY in b.who)


def _nearer(a: _Right, b: _Right, above: list[_Right]) -> bool:
    """Whether the rule lets no more persons than `a` do it in a case that is more like that of `a`."""
    own = bag(a.said)
    same = (r for r in above if r.who <= a.who and r.deeds & a.deeds and _ANYBODY not in b.who)
    return any(share(own, bag(r.said)) > share(own, bag(b.said)) for r in same)


def _rights(norm: Norm) -> Iterator[_Right]:
    """Each act that persons may do by a norm, with the persons."""
    if _HOLDERS.has("aside", norm.words):
        return
    for match in _MAY.finditer(norm.text):
        before = norm.text[: match.start()]
        before = before.rpartition("由")[2] if match["act"].startswith("代") else before
        who, deeds = _named(before), _HOLDERS.words("deed", match["act"])
        if who and deeds:
            yield _Right(norm, norm.words, who, deeds)
            return
    if governed := _MAY.search(norm.stem):
        before, deeds = norm.stem[: governed.start()], _HOLDERS.words("deed", governed["act"])
        own = _persons(_CUT.split(norm.text.split("，")[0])[0]) if _LISTED.search(before) else _named(before)
        if own and deeds:
            yield _Right(norm, norm.words if _LISTED.search(before) else norm.stem, own, deeds)


def _named(before: str) -> frozenset[str]:
    """The persons who are the subject of the words behind: of the last clause, and for 本人及其 of the one before."""
    clauses = [c for c in re.split(r"[，；。]", before) if c]
    for at in range(len(clauses) - 1, -1, -1):
        subject = _CUT.split(clauses[at])[0]
        if found := _persons(subject):
            earlier = _persons(_CUT.split(clauses[at - 1])[0]) if at and _SAME.match(subject) else frozenset()
            return found | earlier
    return frozenset()


def _persons(text: str) -> frozenset[str]:
    return frozenset(c.id for c in load_cues()["holder"] if c.find("named", text))


def _elsewhere(norms: tuple[Norm, ...], deeds: frozenset[str]) -> frozenset[str]:
    """Persons whom any norm names that lets somebody do one of the deeds."""
    said = [n.words for n in norms if _MAY.search(n.words) and deeds & _HOLDERS.words("deed", n.words)]
    everybody = any(_HOLDERS.has("anybody", text) for text in said)
    cues = load_cues()["holder"]
    return frozenset(c.id for c in cues if everybody or any(c.find("named", x) or c.find("wider", x) for x in said))


def _one_wrong(index: CoverageIndex, a: _Right, b: _Right) -> bool:
    """Whether both let people report what those in charge do wrong, or fail to do, in one matter."""
    reported = all(_HOLDERS.words("deed", r.said) & _HOLDERS.words("report", r.said) for r in (a, b))
    if _HOLDERS.has("ownView", a.said):  # a grievance of one's own
        return False
    both = reported and _HOLDERS.has("charge", a.said, b.said) and _HOLDERS.has("wrong", a.said, b.said)
    return both and len(bag(a.said) & bag(b.said)) >= _SAID and on_one_matter(index, a.norm, b.norm)


def _one_act(index: CoverageIndex, a: _Right, b: _Right) -> bool:
    one, two = bag(a.said), bag(b.said)
    close = len(one & two) >= _FEW and share(one, two) >= _ALIKE
    remedies = [_HOLDERS.has("remedy", right.said) for right in (a, b)]
    return (
        close
        and remedies[0] == remedies[1]
        and on_one_matter(index, a.norm, b.norm)
        and not people_apart(index, a.norm, b.norm)
    )
