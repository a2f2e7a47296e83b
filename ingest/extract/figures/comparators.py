"""Comparators of a quantity as the text reads: 不超过 `<=`, 未满 `<`, 以上 `>=`, 超过 `>`, otherwise `=`.

以上 and 以下 include the number (民法典 第一千二百五十九条) unless the document says otherwise of itself
(本条例所称“以上”包括本数，“以下”不包括本数). Words before a number beat words after it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.context import Context
from ingest.extract.figures.quantities import SPANS, Quantity
from ingest.extract.figures.surroundings import Surroundings
from ingest.extract.figures.units import Dimension

_LINK = r"(?:的|为|在|到|至|约|了|其|当地|本地|本|[（(])?\s?$"
_BEFORE = tuple(
    (op, re.compile(rf"(?:{words}){_LINK}"))
    for op, words in (
        ("=", "每满|每增加|每超过|每提高|每延长|每减少|每增长|每下降|每隔|每逾期"),
        (
            "<=",
            "不超过|不得超过|不能超过|不应超过|不可超过|未超过|不超出|不得超出|不得突破|不能突破|不可突破|不突破|不高于|不得高于|不大于|不得大于|不多于|不得多于|至多|最多|最多不超过|未逾|不逾"
            "|封顶|封顶线?[金数]?额|封顶标准|最高限额"
            r"|(?:最[高多]|至多)(?:可以?|能)?(?:补[助贴偿]|救助|资助|支付|报销|给予|发放|奖励|领取|享受|申领)(?:金额|标准|额度)?"
            "|最长|最高|最高为|最高可达|最迟|最大|延长至|延长到|延至|控制在|限于|仅限|上限|封顶线|以内|不迟于|不得迟于|不晚于|不得晚于|只能|提前",
        ),
        (
            ">=",
            "不低于|不得低于|不能低于|不应低于|不少于|不得少于|不应少于|不小于|不得小于|不短于|不得短于|至少|最少|最低|最低为|达到|达|年满|已满"
            "|届满|满|不早于|不得早于|下限",
        ),
        ("<", "未满|不满|不足|低于|少于|未达到|未达|达不到|小于|尚未满|不到"),
        (">", "超过|高于|大于|多于|超出|突破|逾|超"),
    )
)
# The same words with what is compared between them and the number: 不得少于参加评议总人数的三分之二, 至少组织一次.
_APART = tuple(
    (op, re.compile(rf"(?:{words})[^，。；：:、0-9按]{{1,24}}$"))
    for op, words in (
        ("<=", "不超过|不得超过|不能超过|不高于|不得高于|不多于|至多|最多"),
        (">=", "不低于|不得低于|不能低于|不应低于|不少于|不得少于|不应少于|至少|最少"),
    )
) + tuple(
    (op, re.compile(rf"(?<![不未得])(?:{words})[^，。；：:、0-9的按]{{1,20}}的?$"))
    for op, words in (("<", "低于|少于|未达到|未达|达不到"), (">", "高于|多于|超出|超过"), (">=", "达到|占到"))
)
_CLOSED = r"(?:\s?[（(]含[^）)]{0,12}[）)])?"
_AFTER = (
    (">=", re.compile(rf"^{_CLOSED}[及或]?以上")),
    ("<=", re.compile(rf"^{_CLOSED}[及或]?(?:以下|以内|之内|内|为限|封顶)")),
    ("<=", re.compile(r"^的?(?:限额|额度|限度|标准|幅度|范围)(?:之|以)?内")),
    ("<=", re.compile(r"^(?:以前|之前|前)(?!后)")),
    (">=", re.compile(r"^(?:以后|之后|后)")),
)
_OPEN = re.compile(r"^[及或]?以[上下内]?\s?[（(]不含|^\s?[（(]不含")
_AHEAD = re.compile(r"(?:以前|之前|前)(?!后)")
_SENDS = re.compile(r"(?:书面)?(?:将|向|通知|告知|报|提出|送)")  # 会议召开前3天将议题报办公室
_ADDED_UP = re.compile(r"的?(?:之和|总和|总额|合计)")
_REFERENCE = re.compile(r"(?:以内|之内|内)?(?:的)?[^，。；]{0,12}(?:收入|支出|工资|平均)")  # 申请前十二个月内家庭收入
_MAJORITY = re.compile(r"(?<!通)过$")
PAY_WITHIN = re.compile(r"的?[^，。；的]{0,10}(?:工资|标准)(?:总额)?(?:之内|以内|范围内)")  # 36个月的工资总额之内
_SOFT_LEFT = re.compile(
    r"(?:原则上|一般(?!程序|流程|救助程序|家庭|户|困难|对象|人群|人员|疾病|疾患|债务|公共预算)|大约"
    r"|(?<![签预节合条契特违解履邀])约(?!定|谈|束|见|请)|左右|大体|力争|争取)[^，。；]{0,24}$"
)
_SOFT_RIGHT = re.compile(r"^(?:左右|上下)")


@dataclass(frozen=True, slots=True)
class Bounds:
    """What the document says of its own 以上 and 以下: whether they include the number."""

    above: bool = True
    below: bool = True


def own_bounds(context: Context) -> Bounds:
    """The document's own reading of 以上 and 以下, by default both inclusive."""
    text = context.text
    if "本数" not in text:
        return Bounds()
    said: dict[str, bool] = {}
    for match in re.finditer(r"所称[^。；\n]{0,60}本数[^。；\n]{0,40}", text):
        _read_bounds(match.group(), said)
    return Bounds(said.get("以上", True), said.get("以下", True))


def _read_bounds(sentence: str, said: dict[str, bool]) -> None:
    """`“以上”包括本数，“以下”不包括本数`, `“以上”、“以下”均包括本数`: words wait for their verb."""
    waiting: list[str] = []
    for word in re.findall(r"以上|以下|不包括|不含|不均?包含|包括|包含|含", sentence):
        if word in ("以上", "以下"):
            waiting.append(word)
        else:
            said.update(dict.fromkeys(waiting, not word.startswith("不")))
            waiting = []


def comparator(quantity: Quantity, left: str, right: str, bounds: Bounds) -> str:
    """The operator of one quantity between the words `left` and `right` of its sentence.

    An end of a range takes `>=` or `<=` from its place there.
    """
    if quantity.dimension is Dimension.TIME and (_AHEAD.match(right) or (left.endswith("前") and _SENDS.match(right))):
        return "<="
    if quantity.dimension is Dimension.TIME and left.endswith(("前", "近")) and _REFERENCE.match(right):
        return "="
    before = (
        _before(left)
        or _apart(quantity, left, right)
        or (">" if quantity.unit == "%" and _MAJORITY.search(left) else "")
    )
    if quantity.before in SPANS:
        return "<" if _OPEN.match(right) else "<="
    if before and not (quantity.ranged and before in ("<", "<=")):
        return before
    if quantity.after in SPANS:
        return ">="
    return _after(quantity, left, right, bounds) or "="


def _before(left: str) -> str:
    """Operator of the longest comparing word that ends right before the number, "" where none does."""
    tail = left[-12:]
    found = [(m.start(), op) for op, pattern in _BEFORE if (m := pattern.search(tail))]
    return min(found)[1] if found else ""


def _apart(quantity: Quantity, left: str, right: str) -> str:
    """Operator of a comparing word further left, for shares and for numbers of times."""
    if quantity.dimension is Dimension.RATIO or quantity.unit == "次":
        return next((op for op, pattern in _APART if pattern.search(left[-32:])), "")
    if quantity.unit == "月" and _ADDED_UP.match(right):  # 超过低保标准18个月之和
        return next((op for op, pattern in _APART if pattern.search(left[-32:])), "")
    if quantity.dimension in (Dimension.COUNT, Dimension.MONEY) or quantity.unit == "月":
        return next((op for op, pattern in _APART[:2] if pattern.search(left[-14:])), "")
    return ""


def _after(quantity: Quantity, left: str, right: str, bounds: Bounds) -> str:
    if quantity.dimension is Dimension.AGE and re.search(r"[至到]$", left):
        return "<="
    if quantity.unit == "月" and PAY_WITHIN.match(right):
        return "<="
    timed = quantity.dimension in (Dimension.TIME, Dimension.AGE)
    for op, pattern in _AFTER if timed else _AFTER[:3]:
        match = pattern.match(right)
        if match:
            opened = bool(_OPEN.match(right))
            inclusive = bounds.above if "以上" in match.group() else bounds.below or "以下" not in match.group()
            return op if inclusive and not opened else op[0]
    return ""


def soft(quantity: Quantity, words: Surroundings) -> bool:
    """Whether the text softens the number: 原则上, 一般, 约, 左右, 十余."""
    return quantity.about or bool(_SOFT_LEFT.search(words.near_left) or _SOFT_RIGHT.match(words.right))
