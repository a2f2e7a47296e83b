"""Bodies and services that one department sets up (专家委员会, 核对中心, 服务热线), and in the draft another.

Who founds a thing also staffs and answers for it. The thing is known by its kind and the words before it. Quiet where
the other founder takes part in it as well, where a government founds it, and for groups that only coordinate (领导小组,
联席会议), which each level arranges as it likes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from checks.compare.bodies.leads import bound_by, drafted, leads_by_itself
from checks.compare.ground.alignment import bag, share
from checks.fingerprint import REMEMBERED
from checks.places import levels_differ
from kg.coverage import CoverageIndex, Duty, Pair
from kg.enums import Role

_KINDS = (
    r"(?:专家|评审|评定|评议|鉴定)委员会|专家(?:组(?!成)|库)|评审组|核对机构|服务机构|(?:服务|指导|救助|保护|援助|康复|核对|评估|培训)中心|热线|信息平台|服务平台"
    r"|服务站|工作站|服务点|基金|数据库|名录库|窗口"
)
_FOUNDS = re.compile(
    rf"(?:组建|成立|设立|建立|设置|开通|开设|组成)(?:并管理|健全)?(?P<what>[^，。；]{{0,40}}?(?P<kind>{_KINDS}))(?!主任|成员|办公室|的|意见)"
)
_PASSIVE = re.compile(
    rf"(?P<what>[^，。；]{{0,30}}?(?P<kind>{_KINDS}))，?由[^，。；]{{2,24}}?(?:组建|成立|设立|建立|设置|开通|开设)"
)
_BESIDE = re.compile(r"^.*(?:组成的|等方面|统一的|本级|县级|市级|全[县市区])")
_FEW, _ALIKE = 2, 0.6  # pieces of the name that two share, and their part of the shorter
_HELPS = frozenset({Role.ASSIST, Role.PARTICIPATE, Role.RECIPIENT})


def founded(index: CoverageIndex) -> Iterator[Pair]:
    """Founders in the draft beside those of what binds it, of one thing and not the same body."""
    mine = [d for d in drafted(index) if _founds(index, d)]
    theirs = [d for d in bound_by(index) if _founds(index, d)] if mine else []
    for a in mine:
        for b in theirs:
            if a.agency != b.agency and not levels_differ(a, b) and _one_thing(a, b) and not _takes_part(a, b.agency):
                yield index.laid_side_by_side(a, b)


def _founds(index: CoverageIndex, duty: Duty) -> bool:
    """Whether one department alone leads in founding something."""
    return leads_by_itself(index, duty) and bool(_things_in(duty.provision.quote.text))


def _one_thing(a: Duty, b: Duty) -> bool:
    mine, theirs = (_things_in(d.provision.quote.text) for d in (a, b))
    return any(
        one == two and len(x & y) >= _FEW and share(x, y) >= _ALIKE
        for one, x in mine.items()
        for two, y in theirs.items()
    )


def _takes_part(duty: Duty, agency: str) -> bool:
    """Whether the clause has `agency` do more than help."""
    return any(x.agency == agency and x.role not in _HELPS for x in duty.provision.actors)


@lru_cache(maxsize=REMEMBERED)
def _things_in(text: str) -> dict[str, frozenset[str]]:
    """What a clause founds: the kind of each thing, with the pieces of the name before it."""
    found = (*_FOUNDS.finditer(text), *_PASSIVE.finditer(text))
    return {m["kind"]: bag(_BESIDE.sub("", m["what"].removesuffix(m["kind"]))) for m in found}
