"""Grounds on which a text turns people away, where the rule above lets nobody add one (不得另设其他条件).

The rule says its conditions and that no more may be set; the draft refuses, or takes an aid away, in a case of its own
(养宠物的，取消资格) that no norm of the rule has in its words. Quiet for people who fail to keep to the procedure or do
not meet the conditions (隐瞒, 拒不配合, 超过标准, 死亡), and for another aid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.ground.alignment import bag
from checks.compare.ground.norms import Norm
from checks.compare.ground.pairing import one_aid
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex

_NO_MORE = re.compile(
    r"(?:不得|不准|不应|严禁|禁止)(?:在[^，。；]{2,16}[外上]，?)?(?:另行|另外|另|自行|擅自|再|随意|额外)*(?:增设|附加|设置|设定|增加|设立|规定|设)"
    r"(?:其他|其它|任何|额外|附加|不合理的?|歧视性|限制性)*[^，。；]{0,6}(?:条件|门槛|限制)"
)
_SHUTS_OUT = re.compile(
    r"(?P<ground>[^，。；]{4,40})的(?:家庭|人员|对象|申请人|学生)?，[^，。；]{0,8}(?:取消|不予|不得|不再|不能|不享受|不纳入|暂不|不(?=受理|发放|救助|享受|纳入))"
    r"(?:其|予以|再)*[^，。；]{0,8}(?:申请|受理|纳入|享受|资格|配租|救助|补助|发放|保障|资助|待遇|认定)"
)
_FAILS = re.compile(
    r"符合|隐瞒|骗|虚|弄虚作假|拒|不配合|超过|高于|低于|超出|不足|死亡|重复|逾期|放弃|已经?|迁出|具备|规定|材料|其他|另有|不服|违反|转借|转租|拖欠|冒"
)
_OWN = 0.5  # of the words of a ground, in a norm of the rule that has it too


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Grounds of `mine` that `theirs`, which allows no more, does not have."""
    shut = [n for n in theirs if _NO_MORE.search(n.text)]
    for norm in mine if shut else ():
        match = _SHUTS_OUT.search(norm.text)
        if not match or _FAILS.search(match["ground"]) or _known(match["ground"], theirs):
            continue
        for bar in (b for b in shut[:1] if one_aid(index, norm, b)):
            matter, said = "不得增设的条件", clip(match.group())
            yield Departure(Label.CONDITION, "no-more", matter, f"“{said}”", "不得另设条件", (norm,), (bar,))


def _known(ground: str, norms: tuple[Norm, ...]) -> bool:
    own = bag(ground)
    return len(own) < 2 or any(len(own & bag(n.text)) >= _OWN * len(own) for n in norms)
