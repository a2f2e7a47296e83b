"""Powers that a higher rule gives to a level of government by name, and a text below has a lower one use.

由省级…主管部门中止或者取消其待遇 against 由县…局决定停止其待遇: one deed (families `power`), told of the same matter.
Quiet where either text hands the power down (可以委托, 授权), where several levels hold it, and where the text below
names the higher level too: it sends the matter up, or carries out what was decided there. What counties decide or
recognise, townships often may by a rule of the province; so there no text above may hand it down for the aid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.ground.alignment import bag, on_one_matter, share
from checks.compare.ground.competence import handed_down, levels_in, lower
from checks.compare.ground.handed import handed_above
from checks.compare.ground.norms import Norm
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from kg.enums import Level
from ontology.cues import Cue, load_cues

_FILED = re.compile(r"[^，。；]*(?:备案|备查)")
_ACTS = re.compile(r"(?:由|经|报)[^，。；]{0,30}$|(?:人民政府|部门|[局厅委会])(?:[^，。；]{0,20})$")
_WHO = re.compile(  # the bodies themselves; 定点医疗机构 and the like are what is decided on
    r"[^，。；由经报]{0,12}(?:人民政府|主管部门|部门|民政[局厅]|保障[局厅]|事务[局厅]|[^，。；疗利养]{2,6}[局厅])"
)
_BESIDE = re.compile(  # what is said of any decision, whatever is decided on
    r"(?:按照|依照|根据)(?:国家|有关|相关|法律|法规|上级)[^，。；]{0,12}(?:规定|要求|程序)|[，；](?:并|报)[^，。；]*(?:备案|备查|告知|公布|公示|说明理由|通知)[^，。；]*|依法|或者"
)
_HAN = re.compile(r"[一-龥]{2}")
_FEW, _SHARED, _OF_CASE = 4, 0.5, 0.4  # pieces that both share, and their part of the shorter; of one case
_DECIDES = frozenset({"approve", "recognise"})
_NOT_HANDED = re.compile(r"(?:不得|不再|严禁|禁止)[^，。；]{0,6}(?:委托|授权|下放|赋权)[^，。；]*")
_STEP = re.compile(r"意见|建议|初审|初步|协助|材料|名单|结果|条件|程序")
_CASE, _ONE_CASE = re.compile(r"[^，。；]{4,40}的(?=，)"), 0.6
_HIGH = frozenset({Level.CENTRAL, Level.PROVINCE, Level.PREFECTURE})


@dataclass(frozen=True, slots=True)
class _Power:
    norm: Norm
    deed: Cue
    levels: tuple[Level, ...]
    words: frozenset[str]


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Powers of `theirs` that `mine` gives to a lower level, once for each norm of `mine`."""
    above = [p for n in theirs for p in _powers(index, n) if set(p.levels) <= _HIGH or _of_counties(p)]
    for a in mine if above else ():
        pairs = ((x, b) for x in _powers(index, a) for b in above if _one_power(x, b) and lower(x.levels, b.levels))
        pairs = (p for p in pairs if not (_of_counties(p[1]) and (_STEP.search(a.text) or handed_above(index, a))))
        met = ((x, b.norm) for x, b in pairs if not _named_too(index, a, b) and on_one_matter(index, a, b.norm))
        if found := next(met, None):
            matter = f"{found[0].deed.label}的权限"
            yield Departure(Label.COMPETENCE, "power", matter, clip(a.text), clip(found[1].text), (a,), (found[1],))


def _of_counties(power: _Power) -> bool:
    """Whether a power is one to decide or to recognise, and of the county alone."""
    return power.levels == (Level.COUNTY,) and power.deed.id in _DECIDES and not _STEP.search(power.norm.text)


def _powers(index: CoverageIndex, norm: Norm) -> Iterator[_Power]:
    """What a norm has bodies of some level decide, by families of deciding."""
    if not norm.provisions or handed_down(_NOT_HANDED.sub("", norm.prior + norm.text)):
        return
    for cue in load_cues()["power"]:
        if (verb := cue.find("named", norm.text)) and not cue.find("not", norm.words):
            before = norm.text[: verb.start()].split("，")
            who = "，".join(before[-2:])
            levels = levels_in(index, norm.document, who) if _ACTS.search(before[-1]) or len(before) > 1 else ()
            if levels:
                yield _Power(norm, cue, levels, _words(norm.text))


def _words(text: str) -> frozenset[str]:
    """Two-character pieces of what is decided on; names of institutions (儿童福利机构) are what may be decided on."""
    said = _WHO.sub(" ", _BESIDE.sub(" ", text))
    return frozenset(said[i : i + 2] for i in range(len(said) - 1) if _HAN.fullmatch(said, i, i + 2))


def _one_power(a: _Power, b: _Power) -> bool:
    shared = len(a.words & b.words)
    least = _OF_CASE if _one_case(a.norm, b.norm) else _SHARED
    return a.deed is b.deed and shared >= max(_FEW, least * min(len(a.words), len(b.words)))


def _one_case(a: Norm, b: Norm) -> bool:
    """Whether both speak of one case in most of its words (退役军人违法犯罪的)."""
    cases = [_CASE.match(n.text) for n in (a, b)]
    return all(cases) and share(*(bag(m.group()) for m in cases if m)) >= _ONE_CASE


def _named_too(index: CoverageIndex, norm: Norm, power: _Power) -> bool:
    """Whether a norm names a level that holds the power above, but for whom it is filed with."""
    said = _FILED.sub("", norm.prior + norm.text)
    return bool(set(levels_in(index, norm.document, said)) & (set(power.levels) | {Level.CENTRAL}))
