"""Money that is no benefit: what employers owe those who work for them, and what purses settle with each other."""

from __future__ import annotations

import re

_WAGES = re.compile(  # what employers owe those who work for them is no benefit
    r"(?:用人单位|雇主|所在单位|企业)[^。；]{0,60}(?:工资|劳动报酬|加班费|经济补偿|生活费|医疗补助费)|劳动定额|劳动报酬"
)
_WAGES_HELPED = re.compile(
    r"(?:补助|补贴|补足|弥补|资助)(?:其|本人|个人)?的?(?:部分|基本)?(?:工资|劳动报酬)"
)  # by others
_SETTLES = re.compile(  # how purses square accounts gives nobody anything
    r"(?:资金|经费|基金)按照?[^，。；：]{0,12}比例(?:进行|予以)?(?:结算|清算|分担|负担|拨付|划拨)"
)


def is_owed_or_settled(text: str) -> bool:
    """Whether a clause is on wages, but for what others add to them, or on how purses square accounts."""
    return bool(_WAGES.search(_WAGES_HELPED.sub("", text)) or _SETTLES.search(text))
