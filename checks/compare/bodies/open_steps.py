"""How applications are handled, where a text says what is done and leaves open by whom, or by when.

Nobody is named where the steps (申请, 审定 …) are written without any body. A step is without end where
及时, 尽快, 根据工作进度 stand for every time limit of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.bodies import is_department
from checks.compare.ground.agencies import agencies_in
from checks.compare.ground.norms import Norm
from ontology.cues import Setting
from ontology.vocabulary import load_vocabulary

_HANDLING = Setting("handling")
_COMES_IN = re.compile(  # by an application, a list or the office's own search; or by what another text says
    r"申请|申报|申领|受理|报名|提[出交请]|名单|名册|主动|免申|比对|台账|上报|报送|报请|摸[排底]|排查|登记|推荐|推送"
    r"|报[^，。；]{0,8}(?:局|委|部门|政府|办)|收到|接到|发现|移送|转介|《|参照"
)
_WITHIN_DAYS = re.compile(
    r"[0-9０-９一二三四五六七八九十]+个?(?:工作日|日|天)(?:之|以)?内(?:完成)?[^，。；]{0,6}(?:审[核批定查]|确认|认定|核定|作出[^，。；]{0,8}决定)"
)
_PAYERS = frozenset({"finance", "audit"})


def unhandled(norms: tuple[Norm, ...]) -> list[Norm]:
    """Where applying and deciding are written without saying to whom and by whom; empty where any body is named."""
    said = [n for n in norms if not _HANDLING.has("remedy", n.text)]
    applied, decided, done = ([n for n in said if _HANDLING.has(x, n.text)] for x in ("applied", "decided", "done"))
    if not applied or not decided or any(_is_of_somebody(n) for n in (*applied, *decided, *done)):
        return []
    return [n for n in said if n.provisions and (n in applied or n in decided)]


def undecided(norms: tuple[Norm, ...]) -> list[Norm]:
    """Where applications are sent up and granted 经审批同意, while no body above those that take them in is named."""
    said = [n for n in norms if not _HANDLING.has("remedy", n.text)]
    passed = [n for n in said if _is_passed(n.text)]
    return [] if any(_is_above(n) for n in norms) else passed


def _is_passed(text: str) -> bool:
    """Whether something is granted in a clause that names nobody up to there."""
    parts = re.findall(r"[^，。；]*[，。；]?", text)
    return any(not agencies_in(part[: m.end()]) for part in parts for m in _HANDLING.all("passed", part))


def _is_above(norm: Norm) -> bool:
    """Whether the norm names a body that could decide: not one that pays or takes in."""
    named = {agency for _, _, agency in agencies_in(norm.text)} - _PAYERS
    above = any(is_department(load_vocabulary(), a) or a == "government" for a in named)
    return above or _HANDLING.has("ourselves", norm.text)


def endless(norms: tuple[Norm, ...]) -> list[Norm]:
    """Steps that are to be taken 及时 or 根据工作进度, in a text that sets no time limit at all."""
    said = [n for n in norms if not _HANDLING.has("effect", n.text) and not _HANDLING.has("remedy", n.text)]
    if any(_HANDLING.has("timed", n.text) for n in said):
        return []
    return [n for n in said if n.provisions and any(_HANDLING.has("handled", part) for part in _vague_parts(n.text))]


def unlimited(norms: tuple[Norm, ...]) -> list[Norm]:
    """Steps of a whole procedure (apply, examine, decide) of which none has a time limit; how often is paid is none."""
    said = [n for n in norms if not _HANDLING.has("effect", n.text) and not _HANDLING.has("remedy", n.text)]
    steps = [[n for n in said if _HANDLING.has(x, n.text)] for x in ("asked", "examined", "settled")]
    if not all(steps) or any(_HANDLING.has("limited", n.text) for n in said):
        return []
    return [n for n in dict.fromkeys((*steps[1], *steps[2])) if n.provisions]


def doorless(norms: tuple[Norm, ...]) -> list[Norm]:
    """Where people are to apply, while no clause on applications names anybody who takes them."""
    said = [n for n in norms if not _HANDLING.has("remedy", n.text)]
    doors = [n for n in said if _HANDLING.has("door", n.text)]
    settled = {n.line for n in norms if _HANDLING.has("decided", n.text) and _is_of_somebody(n)}
    asked = [n for n in doors if _HANDLING.has("asked", n.text) and n.provisions and n.line not in settled]
    return [] if any(_is_of_somebody(n) for n in doors) else asked


def unasked(norms: tuple[Norm, ...]) -> list[Norm]:
    """Decisions within so many days, in a text that never says how anybody comes to be decided on."""
    if any(_COMES_IN.search(n.text) for n in norms if not _HANDLING.has("remedy", n.text)):
        return []
    return [n for n in norms if n.provisions and _WITHIN_DAYS.search(n.text) and _is_of_somebody(n)]


def _vague_parts(text: str) -> Iterator[str]:
    """What follows each vague word, up to the end of its clause."""
    return (re.split(r"[，。；]", text[m.end() :])[0] for m in _HANDLING.all("vague", text))


def _is_of_somebody(norm: Norm) -> bool:
    named = any(agency not in _PAYERS for _, _, agency in agencies_in(norm.words))
    actors = any(a.agency not in _PAYERS for p in norm.provisions for a in p.actors)
    return named or actors or _HANDLING.has("somebody", norm.text)
