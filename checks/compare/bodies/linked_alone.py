"""A linkage with a body by name, in whose own list of duties or rules nothing answers it.

A station's list that has it 与福利院建立转接机制，由该院接收 binds the station alone: where the home's list says whom
it takes and has no word of the station or of its people, nobody is bound to take them over. So too between departments,
where the other one's rules on the aid know of no such way in. Quiet where the other body has issued the text too or the
government has, where its rules name the body beside a word of linking or take its people in, and where no text of the
run is the other body's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.bodies import AT_LARGE, COORDINATING, is_department
from checks.compare.ground.agencies import agencies_in
from checks.compare.ground.norms import Norm, norms_of
from checks.compare.ground.topics import LOOSE, aid_named, title_aid
from checks.compare.ground.windows import groups_in
from checks.places import beside
from kg.coverage import CoverageIndex
from kg.model import Reading

_BODY = (
    r"(?P<body>(?:[省市县区州旗镇乡])?[一-龥]{2,14}?(?:福利院|医院|救助(?:管理)?站|敬老院|学校|中心|管理站|康复院|院|站|局"
    r"|委员会|联合会))"
)
_LINKS = (
    re.compile(
        rf"与(?:当地|本[市县区州旗])?{_BODY}(?:之间)?(?:建立|健全|做好|加强|开展|实行|完善|形成)[^，。；]{{0,14}}?(?:转接|转介|衔接|移交|对接|联动|转诊|交接|转送|转衔)"
    ),
    re.compile(
        rf"(?:移交|转介|转送|转交|移送|送交|转入|送至|转至)(?:给|至|到|由)?(?:当地|本[市县区州旗])?{_BODY}[^，。；]{{0,8}}(?:接收|收治|收养|安置|收住|供养|托养|继续|康复|养育)"
    ),
    re.compile(rf"(?:做好|加强|完善)与{_BODY}[^，。；]{{0,12}}的(?:转接|转介|衔接|移交|对接|联动|转诊|交接|转衔)"),
)
_TAKES = re.compile(
    r"衔接|转接|转介|转办|移交|移送|转送|转诊|对接|交接|转衔|联动|接收|收治|收住|收养|接受|推送|共享|通报|名单|互通"
)
_TAKES_IN = re.compile(r"接收|收治|收住|收养|接受")
_OWN_RULES = re.compile(r"职责|职能|任务|清单|权责|工作规[则程]|章程|管理(?:办法|规定|规范)|接收|收治|入院|入住")
_LEVEL = re.compile(r"^(?:[省市县区州旗镇乡]|本[市县区州旗])")
_CALLED = re.compile(r"(?P<name>[一-龥]{2,12}?(?:站|院|中心|所|局|委员会|联合会|学校))")
_LEAST = 4  # characters of a body's name that tell it


@dataclass(frozen=True, slots=True)
class LinkedAlone:
    """`norm` links with `body`, whose own text has `theirs` on whom it takes and nothing that answers."""

    norm: Norm
    body: str
    theirs: tuple[Norm, ...]


def linked_alone(index: CoverageIndex, reading: Reading) -> Iterator[LinkedAlone]:
    """Linkages of a text with bodies whose own rules do not know of them, one for each body."""
    issuers = frozenset(reading.document.issuer_ids)
    if issuers & (AT_LARGE | COORDINATING):
        return
    told: set[str] = set()
    title = reading.document.title or ""
    for norm in norms_of(reading):
        found = next((m for way in _LINKS if (m := way.search(norm.text))), None)
        body = _LEVEL.sub("", found["body"]) if found else ""
        agencies = frozenset(a for _, _, a in agencies_in(body))
        if len(body) < _LEAST or body in told or body in title or agencies & issuers:
            continue
        for other in beside(index, reading):
            own = norms_of(other)
            if (_is_its_own(body, other) or _runs(index, agencies, norm, other)) and not any(
                _answers(n, norm, body, title, issuers) for n in own
            ):
                told.add(body)
                yield LinkedAlone(norm, body, tuple(n for n in own if n.provisions and _TAKES.search(n.text))[:3])
                break


def _is_its_own(body: str, other: Reading) -> bool:
    """Whether a text says by its title what the body does."""
    title = other.document.title or ""
    return body in title and _OWN_RULES.search(title) is not None


def _runs(index: CoverageIndex, agencies: frozenset[str], norm: Norm, other: Reading) -> bool:
    """Whether a department has issued the other text alone, on an aid that the norm is about."""
    issuers = frozenset(other.document.issuer_ids)
    named = {a for a in agencies if is_department(index.vocabulary, a)}
    return (
        bool(issuers)
        and issuers <= named
        and bool((norm.aid | aid_named(norm.text)) & title_aid(other.document) - LOOSE)
    )


def _answers(theirs: Norm, norm: Norm, body: str, title: str, issuers: frozenset[str]) -> bool:
    """Whether a norm of the other body's takes over or links, for the draft's body or its people."""
    if not _TAKES.search(theirs.text):
        return False
    bodies = (issuers | {a for _, _, a in agencies_in(title)}) & {a for _, _, a in agencies_in(theirs.text)}
    names = [_LEVEL.sub("", m["name"]) for m in _CALLED.finditer(title)]
    named = any(name in theirs.text or name[-_LEAST:] in theirs.text for name in names if len(name) >= _LEAST)
    people = groups_in(norm.text.replace(body, "")).ids() & groups_in(theirs.text).ids()
    return bool(bodies or named or (people and _TAKES_IN.search(theirs.text)))
