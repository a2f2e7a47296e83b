"""How a list of bodies closes: with the word that its bare stems share (民政、卫生等部门), or with 等 alone.

The words of such an end are shared with `runs.py`, where a list may go on behind it.
"""

from __future__ import annotations

import re

from ingest.extract.bodies.agency_forms import Match

KIND = (
    r"(?:市级|县级|省级|区级|各|几个|多个|[0-9一二三四五六七八九十]{1,3}个|有关|相关|其他|主管|行政|职能|业务|政府|管理|工作|负责|责任|成员|涉农|执法|监管|专业|"
    r"社会救助|救助|协作|协同)*"
)
BODIES = r"(?:部门和单位|单位和部门|部门和组织|部门|机关|单位|委办局)"
SOCIETIES = r"等(?:人民|群众|群团|社会)?(?:团体|组织)"
BRANCH = r"(?<=[银人]行)[一-龥]{2,8}?(?:中心)?[支分]行"  # 人民银行清河县支行
_ENDING = re.compile(rf"(?:、|，)?等?{KIND}(?P<end>{BODIES}|局|厅)(?!人员)")
_UNKNOWN_LAST = re.compile(rf"(?:[、和及与][一-龥]{{2,8}}?){{1,2}}等{KIND}{BODIES}(?!人员)")
_GENUS = re.compile(SOCIETIES)  # 工会、妇联等人民团体
_AND_SO_ON = re.compile(
    r"(?:、|，)?等(?:[一二三四五六七八九十]|各|有关|相关|其他|主管|行政|职能|业务|政府|负责|责任|成员|社会|群众|群团|人民)*"
    r"(?:部门和单位|单位和部门|部门|机关|单位|机构|组织|团体)?"
    r"|的(?:日常|常设)?办事机构"  # the committee itself
    rf"|{BRANCH}"
)
_LISTED = re.compile(rf"(?:、|，)?等{KIND}(?:{BODIES}|机构)")  # 民政、卫生、妇联等机构


def closes_list(text: str, at: int) -> bool:
    """Whether right behind a name its list closes with a word of what all of it are (民政、卫生等部门)."""
    return _ENDING.match(text, at) is not None or _UNKNOWN_LAST.match(text, at) is not None


def ends_list(text: str, left: Match, end: int) -> bool:
    """Whether the words behind a name up to `end` only close its list: 民政、卫生等有关部门."""
    closing = _ENDING.match(text, left[1]) or _UNKNOWN_LAST.match(text, left[1]) or _GENUS.match(text, left[1])
    return closing is not None and closing.end() >= end and (left[2].manner != "full" or "等" in closing[0])


def shared_end(text: str, run: list[Match]) -> tuple[bool, int]:
    """Whether an ending behind the run is shared by its bare stems, and where the words of the run end."""
    end, last = run[-1][1], run[-1][2].manner
    ending = _ENDING.match(text, end)
    if ending and last != "full" and (len(run) > 1 or ending["end"].startswith("部门")):
        return True, ending.end()
    if len(run) > 1 and (closing := _UNKNOWN_LAST.match(text, end)):
        return True, closing.end()
    more = _AND_SO_ON.match(text, end)
    together = len(run) > 1 and more is not None and _LISTED.fullmatch(more[0]) is not None
    return together, more.end() if more else end
