"""What a rule in force has every text that sets up a benefit say: 补贴办法应当规定申请受理机关、办理时限、救济途径.

What is a hint by itself is then a duty of the drafter. The elements are wordings of the rule; left out: rules on what
an application, a letter or an agreement contains.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.norms import Norm, norms_of
from checks.places import beside
from kg.coverage import CoverageIndex
from kg.model import Reading

_RULE = re.compile(
    r"(?:办法|细则|方案|文件|项目|政策|制度|规定|通知|公告|补贴|补助|救助|待遇|资助)[^。；]{0,24}?"
    r"(?:应当?|必须|须|要|需)(?:在[^，。；]{2,16}中)?(?:依法|同时|一并|逐项)?"
    r"(?:明确|规定|写明|载明|列明|注明|包括|包含|具备|公布|明示|说明|涵盖)(?P<list>[^。；]{4,})"
)
_OTHER = re.compile(r"申请(?:书|表|人应当)|协议应当|合同|决定书|告知书|通知书|台账|档案|报告应当")
ELEMENTS = {
    "funding": re.compile(r"(?:资金|经费)(?:的)?(?:来源|渠道|安排|保障)|列支渠道"),
    "deciding": re.compile(
        r"(?:审[定批核查]|决定|确认|认定|批准|核准)(?:决定|确认)?(?:的)?(?:机关|部门|单位|机构|主体|权限|程序)|受理(?:和|、|与)审[批核定]"
    ),
    "applying": re.compile(r"受理|申请(?:的)?(?:机关|部门|渠道|方式|途径|地点|程序|窗口)|申领(?:方式|渠道|途径)"),
    "time-limit": re.compile(r"(?:办理|审[批核]|办结|受理|发放)?(?:的)?(?:时限|期限)"),
    "remedy": re.compile(r"异议|复核|复议|救济|申诉|诉讼"),
}


def demands(index: CoverageIndex, reading: Reading) -> dict[str, Norm]:
    """The elements that texts in force beside this one demand, each with the norm that does."""
    found: dict[str, Norm] = {}
    for other in beside(index, reading):
        for norm, said in _rules(norms_of(index, other)) if other is not reading else ():
            for element, pattern in ELEMENTS.items():
                if pattern.search(said):
                    found.setdefault(element, norm)
    return found


def _rules(norms: tuple[Norm, ...]) -> Iterator[tuple[Norm, str]]:
    for norm in norms:
        if (said := _RULE.search(norm.text)) and not _OTHER.search(norm.text):
            yield norm, said["list"]
