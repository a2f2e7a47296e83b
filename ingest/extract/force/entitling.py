"""Words by which people are entitled to something, whatever marker stands before them."""

from __future__ import annotations

import re

_SPARED = re.compile(  # 无需审查其经济状况, 不要求重复提交: spared whoever applies, also behind a duty
    r"^(?:[^，。；]{2,20}(?:材料|证明|证件|信息|情况)，)?(?:也|均|都|一律)?(?:无需|无须|毋须|不需|不需要|不再?要求|免予)(?:其|再|重复|另行|申请人|个人|当事人|家庭)*"
    r"(?:提供|提交|审查|核查|核对|出具|缴[纳交]|补交|填报|公示)"
)
_GETS = re.compile(  # 应当获得法律援助
    r"(?:应当?|可以?|要)(?:依法|及时|优先|平等|同等|全部|全额|一律|均|都|按[^，。；]{1,12})*(?:获得|得到|享受)[^，。；]{0,16}"
    r"(?:救助|援助|帮扶|资助|补贴|补助|津贴|待遇|保障|优待|扶持|照顾|供养|[学助障]金)$"
)


def spared(words: str) -> bool:
    """Whether whoever applies is spared something, also behind a duty (无需提交证明)."""
    said = "需" in words or "须" in words or "要求" in words or "免予" in words
    return said and _SPARED.match(words) is not None


def gets(words: str) -> bool:
    """Whether somebody may or shall get an aid (应当获得法律援助)."""
    return _GETS.search(words) is not None
