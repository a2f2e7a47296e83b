"""A figure from which the higher text lets the places under it depart: 30日内提出申请，县（市、区）可以适当延长.

The leave stands in the paragraph of the figure, behind it, and says which way: longer or more, shorter or less, or
either. Leave for a hard case (情况复杂的，可以延长) is an office's and no place's; what stands behind the leave
(但最长不超过60日) binds.
"""

from __future__ import annotations

import re

from checks.compare.ground.norms import Norm
from kg.coverage import CoverageIndex
from kg.model import Parameter

_PLACE = (
    r"(?:各?(?:地方?|地区|统筹地区|省|市|县|区|旗|州|设区的?市|市州|地州市|县级|市级|乡镇)"
    r"(?:（[^）]{1,12}）|[、和或及]|市|县|区|旗|州|级|以上|地方|各级)*"
    r"(?:人民政府)?(?:[^，。；]{0,10}?(?:主管)?(?:部门|局|委|联合会))?)"
)
_LEAVE = re.compile(
    rf"(?:由(?=各|地方|区|县|旗|设区|统筹|乡镇|市[、（]){_PLACE}|(?:^|[，。；：由])(?:但是?，?)?(?:具体[^，。；]{{0,8}}?)?{_PLACE}(?:[^，。；]{{0,24}}?，)?"
    r"(?:可以?|有权|可(?:视|根据|结合)))(?:(?!统一|不得)[^，。；]){0,24}?"
    r"(?P<way>延长|放宽|提高|增加|上浮|上调|扩大|缩短|压缩|降低|减少|下调|下浮|调整|确定|另行规定|作出变通)"
    r"(?!至|到|[0-9一二三四五六七八九十])"
)
_BOUND = re.compile(r"不(?:得|应)?(?:低于|少于|超过|高于)|最[高低多少]|至少|上限|下限|封顶|以上|以下")
_REACH = 8  # characters before a number that make it a bound
_HARD = re.compile(r"复杂|特殊|疑难|困难较大|确需")
_MORE = frozenset({"延长", "放宽", "提高", "增加", "上浮", "上调", "扩大"})
_LESS = frozenset({"缩短", "压缩", "降低", "减少", "下调", "下浮"})
_EITHER = frozenset({"调整", "确定", "另行规定", "作出变通"})  # within the bounds that the text sets


def may_depart(index: CoverageIndex, norm: Norm, parameter: Parameter, found: int) -> bool:
    """Whether places may set what `norm` sets otherwise, `found` being 1 where theirs is more, -1 where it is less."""
    text = index.documents[norm.document].text
    bound = _BOUND.search(text, max(norm.start, parameter.start - _REACH), parameter.end + 2)
    barred = (_LESS if found > 0 else _MORE) | (_EITHER if bound else frozenset())
    leaves = _LEAVE.finditer(text, parameter.end, norm.line[1])
    return any(m["way"] not in barred and not _HARD.search(text, parameter.end, m.end()) for m in leaves)
