"""Who has to act in a time or decides on a sum: the body named last before a number, with its level.

The event that a time runs from names others (收到乡镇报送的材料), and so do the papers that one body has from another.
"""

from __future__ import annotations

import re

from checks.compare.ground.agencies import agencies_in
from checks.compare.ground.marks import PAUSE
from checks.compare.ground.norms import Norm
from kg.enums import Role

_LEVEL = re.compile(r"(乡|镇|街道|县|区|市|州|地区|省|自治区|国务院)(?:（[^）]{1,6}）)?级?(?:人民政府)?$")
START = re.compile(
    r"自[^，。；]{1,60}?起|(?:收到|接到|接收)[^，。；]{1,60}?后|(?:在|自|从|于)?(?:收到|接到|接收|受理)[^，。；]{1,24}$"
)
_SENT = re.compile(  # by another body before (对乡镇报送的材料)
    r"(?:对|就|根据|将)[^，。；]{1,16}(?:报送|上报|呈报|提交|转来|移送|转送|出具|提出|初审|审核|推送)的"
)
_BARE = re.compile(r"乡镇(?!企业|卫生|敬老|学校|干部|工作人员)|街道(?!办)|(?<![乡城村])镇里|民政(?:所|办(?!理))")
_TOWNSHIP = "township"
_NO_OFFICES = frozenset({"employer", "other-body", "unresolved"})
_PLACE = re.compile(r"(?:由|[一-龥]{0,10}[省市县区州旗盟级])?")  # before the name that opens a clause
_HANDED = re.compile(r"委托|由")


def acting(norm: Norm, before: str, behind: str, entrusted: bool) -> tuple[str, str]:
    """The body with its level: named last `before` the number, else first `behind` it, else the only lead; for a sum
    that is handed down, the one behind 委托 or 由.
    """
    handed = _HANDED.search(behind) if entrusted else None
    if handed and (named := agencies_in(behind[handed.end() :])):
        return named[0][2], ""
    for aside in (START, _SENT):
        before = aside.sub(lambda m: "□" * len(m.group()), before)
    for text, which in ((before, -1), (behind, 0)):
        if bodies := _bodies(text):
            start, _, agency = bodies[which]
            found = _LEVEL.search(text[:start])
            return agency, found.group(1) if found else ""
    leads = {a for p in norm.provisions for a in p.agencies(Role.LEAD)}
    return (next(iter(leads)), "") if len(leads) == 1 else ("", "")


def office_acts(before: str) -> bool:
    """Whether the clause that leads up to a number opens with a body (监护人提出申请，县残联应当在10日内)."""
    own = START.sub("", PAUSE.split(before)[-1])
    first = next(iter(agencies_in(own)), None)
    return first is not None and first[2] not in _NO_OFFICES and _PLACE.fullmatch(own, 0, first[0]) is not None


def _bodies(text: str) -> tuple[tuple[int, int, str], ...]:
    """(start, end, agency) of every body that a text names, a township's by its bare name (乡镇) as well."""
    named = agencies_in(text)
    bare = ((m.start(), m.end(), _TOWNSHIP) for m in _BARE.finditer(text))
    return tuple(sorted([*named, *(b for b in bare if not any(s < b[1] and b[0] < e for s, e, _ in named))]))
