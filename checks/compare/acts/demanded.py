"""What a rule in force has every text that sets up a benefit say: 补贴办法应当规定申请受理机关、办理时限、救济途径.

What is a hint by itself is then a duty of the drafter. The elements are cues; left out: rules on what an application,
a letter or an agreement contains.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.ground.norms import Norm, norms_of
from checks.places import beside
from kg.coverage import CoverageIndex
from kg.model import Reading
from ontology.cues import load_cues

_RULE = re.compile(
    r"(?:办法|细则|方案|文件|项目|政策|制度|规定|通知|补贴|补助|救助|待遇|资助)[^。；]{0,24}?"
    r"(?:应当?|必须|须|要|需)(?:在[^，。；]{2,16}中)?(?:依法|同时|一并|逐项)?"
    r"(?:明确|规定|写明|载明|列明|注明|包括|包含|具备|公布|明示|说明|涵盖)(?P<list>[^。；]{4,})"
)
_OTHER = re.compile(r"申请(?:书|表|人应当)|协议应当|合同|决定书|告知书|通知书|台账|档案|报告应当")


def demands(index: CoverageIndex, reading: Reading) -> dict[str, Norm]:
    """The elements that texts in force beside this one demand, each with the norm that does."""
    found: dict[str, Norm] = {}
    for other in beside(index, reading):
        for norm, said in _rules(norms_of(other)) if other is not reading else ():
            for element in load_cues()["element"]:
                if element.find("demanded", said):
                    found.setdefault(element.id, norm)
    return found


def _rules(norms: tuple[Norm, ...]) -> Iterator[tuple[Norm, str]]:
    for norm in norms:
        if (said := _RULE.search(norm.text)) and not _OTHER.search(norm.text):
            yield norm, said["list"]
