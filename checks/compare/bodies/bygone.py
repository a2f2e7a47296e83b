"""Names of bodies that are gone, in words that give no actor there (市劳动和社会保障局所属的中心), and second signs.

Only whole names count that no body has any more at any level, not a name inside a longer one, after 原, or in a
sentence on what became of the body. A name in brackets behind another is its second sign (农业农村局（乡村振兴局）).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from kg.coverage import CoverageIndex
from kg.enums import Level, Rank, Role
from kg.model import Actor, Provision
from ontology.cues import Setting
from ontology.register import load_bodies

_BODY_GONE = Setting("body-gone")
_LEAST = 4  # characters of a name that is told from ordinary words
_LOOK_BACK = 60  # characters in which 原 and a list of names may stand
_LONGER = 8  # characters that may stand before it in a longer name
FORMER = re.compile(r"(?:原|原来的|前身(?:为|是)|《[^》]*)(?:[一-龥]{0,4}?[省市县区州旗])?$")
_FORMER_LIST = re.compile(r"原(?:[一-龥]{2,14}[、和及与])+[一-龥]{0,6}?$")  # 原县扶贫办、县 乡村振兴局
_AS_BEFORE = re.compile(
    r"(?:已?不再|原(?:来|先)?|此前|以前|曾经?)[^，。；]{0,2}(?:承担|负责|履行|主管|管理|保管|持有|所有|所属|设立|形成|建立|提供|办理|发放)"
)
_OWNED = re.compile(r"(?:^|[，。；：、（\s]|[省市县区州旗盟]|[由向经报到至入送与及和])(?:企业)?$")
_PROVINCE = re.compile(r"(?:省|自治区)$")
_COUNTY = re.compile(r"[市县区州旗盟]$")
_SIGN = re.compile(r"(?:局|厅|委|委员会|办公室|办|部|部门)[（(](?:加?挂)?[^（）()]{0,6}$")
_SIGN_END = re.compile(r"(?:牌子)?[）)]")


def mentioned(provision: Provision, day: date) -> Iterator[tuple[Actor, Level | None]]:
    """Every such name in a provision, with the level that the word before it gives."""
    said = provision.quote.text
    if _BODY_GONE.has("aside", said):
        return
    read = [(a.start, a.end) for a in provision.actors]
    for match in _names(day).finditer(said):
        before = said[: match.start()]
        start, end = (provision.quote.start + i for i in match.span())
        if not _OWNED.search(before) or is_former(said, *match.span()) or any(a < end and start < b for a, b in read):
            continue
        if not _in_longer(said, match):
            line = load_bodies().named(match.group())[-1].line
            yield Actor(line, Role.LEAD, match.group(), start, end), _level(before)


def is_former(said: str, start: int, end: int) -> bool:
    """Whether a name at `start` is that of a body of former days (原县扶贫办、县乡村振兴局; 县扶贫办原承担的工作)."""
    before = said[max(0, start - _LOOK_BACK) : start]
    return bool(FORMER.search(before) or _FORMER_LIST.search(before) or _AS_BEFORE.match(said, end))


def is_second_sign(text: str, actor: Actor) -> bool:
    """Whether a name stands in brackets behind the body whose second sign it is."""
    return bool(_SIGN.search(text[max(0, actor.start - 40) : actor.start]) and _SIGN_END.match(text, actor.end))


def _in_longer(said: str, match: re.Match[str]) -> bool:
    """Whether a longer known name ends where this one does."""
    starts = range(max(0, match.start() - _LONGER), match.start())
    return any(said[start : match.end()] in load_bodies().by_name for start in starts)


def _level(before: str) -> Level | None:
    if _PROVINCE.search(before):
        return Level.PROVINCE
    return Level.COUNTY if _COUNTY.search(before) else None


@lru_cache(maxsize=50)
def _names(day: date) -> re.Pattern[str]:
    """Full names that only bodies gone by `day` have, longest first."""
    bodies = load_bodies()
    full = {name for body in bodies.bodies.values() for name in body.names if len(name) >= _LEAST}
    gone = sorted((n for n in full if bodies.ended(n, day)), key=lambda n: (-len(n), n))
    return re.compile("|".join(map(re.escape, gone)) or r"(?!)")


def passes_on_by_law(index: CoverageIndex, provision: Provision) -> bool:
    """Whether a law or a regulation of the State Council in force names the body: its duties pass on by themselves.

    全国人大常委会2018年4月27日决定、国发〔2018〕17号: 尚未修改前，由组建后的行政机关承担.
    """
    document = index.documents[provision.document]
    return not index.is_draft(document.name) and document.rank in (Rank.LAW, Rank.ADMINISTRATIVE_REGULATION)
