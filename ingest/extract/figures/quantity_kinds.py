"""What a number of money, share, count, age or grade is for: the kind of its parameter.

Rules are tried in order, the particular before the general; the words they look for stand in parameters.ttl
(`hs:cue`), where they look is grammar and stands here, for money in money_kinds and for shares in share_kinds. Spans
of time have rules of their own in periods.
"""

from __future__ import annotations

import re

from ingest.extract.figures.cues import cue
from ingest.extract.figures.money_kinds import kind_of_money
from ingest.extract.figures.quantities import Quantity
from ingest.extract.figures.share_kinds import kind_of_share
from ingest.extract.figures.surroundings import Surroundings
from ingest.extract.figures.units import Dimension

_NO_DISABILITY = re.compile(
    r"^(?:以上|及以上)?(?:医院|医疗|综合|预防|网络|甲等|公立|政府|财政|平台|预警|响应|单位|标准|联动|服务|管理|保健|残疾预防|[^，。；]{0,6}(?:网络|体系|机制))"
)
_ONLY_WITH_CUE = re.compile(
    r"(?:至少|最少|最多|不少于|不得少于|不超过|不得超过|其中|只能|只有|只|仅|限于|限|指定|确定|明确|配备|设立|设置|选举\w{0,4}|推选"
    r"|选派|聘请|每|不足|不满|超过|具有|拥有|拥有的|申请复议|提供给|生育|由|保证|安排|派出|增加|任何)(?:[^，。；]{0,6})$"
)
_BOUND_RIGHT = re.compile(r"^(?:\s?[（(]含[^）)]*[）)])?[及或]?以[上下内]")
_EMPTY_NOUN = re.compile(
    r"^(?:或者?多[项个种名]|重要|重大|紧迫|首要|长期|战略|临时|基本|方针|整体|档案|良好|新的|完整|有机|统一|过程|阶段|时期|机构两块)"
)
_REFERS_BACK = re.compile(r"(?:上述|前述|(?<!位)(?<!名)(?<!个)以上|这|一式|跑)$")
_NAMED_SORT = re.compile(r"^补贴")  # 残疾人两项补贴 is a name
_ONCE = re.compile(r"^(?:申请|审批|补助|报批|办好|办理|办结|受理|完成|告知|动用|分配|总|救助|缴费|领取|征收|规划|就)")


def kind_of(quantity: Quantity, words: Surroundings, earlier: str = "") -> str:
    """Kind of a quantity that is no span of time, "" where it sets nothing.

    `earlier` is the kind of the number of the same dimension before it in the sentence, "" where none.
    """
    match quantity.dimension:
        case Dimension.MONEY:
            return kind_of_money(quantity, words, earlier)
        case Dimension.RATIO:
            return kind_of_share(quantity, words, earlier)
        case Dimension.AGE:
            return "age"
        case Dimension.GRADE:
            return _grade(words)
    return _count(quantity, words)


def _grade(words: Surroundings) -> str:
    """Only grades of disability count: 一级至四级伤残, 残疾等级为一、二级."""
    if _NO_DISABILITY.match(words.right) or words.left.endswith(("高", "低", "上", "下")):
        return ""  # 高一级职业资格
    cues = cue("disability-grade")
    here = (
        cues.search(words.left) or cues.match(words.right.lstrip("至以上及、的者到")) or cues.search(words.right[:14])
    )
    return "disability-grade" if here else ""


def _count(quantity: Quantity, words: Surroundings) -> str:
    if _REFERS_BACK.search(words.left) or words.right.startswith("基点"):
        return ""
    if quantity.unit in ("类", "项") and _NAMED_SORT.match(words.right):
        return ""
    if quantity.unit == "次":
        return "" if _ONCE.match(words.right) else "count"
    if quantity.value == 1 and not quantity.ranged:
        if _EMPTY_NOUN.match(words.right) and not re.search(r"(?:至少|最少|不少于)[^，。；]{0,8}$", words.near_left):
            return ""
        sure = quantity.unit in ("名",) or _BOUND_RIGHT.match(words.right) or _ONLY_WITH_CUE.search(words.near_left)
        return "count" if sure else ""
    return "count"
