"""Items of a list inside a sentence: cut at 、, 和 …, less the words that lead up to the first and follow the last."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from checks.compare.ground.norms import Norm

_JOINT = re.compile(r"、|以及|或者|及其|和|或|及|与")
_BEFORE = re.compile(
    r"^.*(?:对象(?:仅?限于|仅限|为|是|包括)?|包括|是指|仅限于?|限于|仅对|只对|属于|给予|提供|适用于|安置|符合|遭遇|面向|探访|巡访|走访|访视|探望|对(?!象|口|接|应|外|待|照|比)|^向"
    r"|(?:机构|部门|站|中心|[局厅委]|政府|办事处|医院|学校)(?:应当|可以)?[为对向给]"
    r"|(?:下列|以下|前述|上述)(?:各项)?(?:条件|情形|要求|标准)(?:之一)?的"
    r"|^(?:具有|持有)?[本我][省市县区州旗]?(?:户籍|籍)的?|^(?:城乡|(?:全|本|我)[省市县区州旗](?:行政区域内|范围内)?的?))(?=..)"
)  # what leads up to the first item
_TURNS = re.compile(
    r"[一-龥]{2}(?:对(?!象|口|接|应|外|待|照|比)|探访|巡访|走访|访视|探望)[一-龥]{2}"
)  # to those served
_BEHIND = re.compile(
    r"(?:给予|提供|享受|可以|应当|优先|纳入|申请|按照?|免[除收交缴]|减[免收]|每[人户月周年季日天半]|至少|定期|情形|之一|[这等上前][两二三四五六七八九十几]?[类种]|的(?!人|家庭|儿童|老|职|学|未成年|少年|青少年|妇女|患者|军人|残疾|孤儿|群众|居民|公民|对象|农户|困难|重病)).*$"
)
_SHORT = 2  # characters that an item may be


def split(norm: Norm, piece: re.Match[str]) -> Iterator[Norm]:
    """The items of a stretch that lists them, each as a norm."""
    at = piece.start()
    for part in (*_JOINT.finditer(piece.group()), None):
        end = piece.start() + part.start() if part else piece.end()
        if end - at >= _SHORT:
            yield replace(norm, start=norm.start + at, end=norm.start + end, text=norm.text[at:end])
        at = piece.start() + part.end() if part else end


def people_of(items: tuple[Norm, ...]) -> tuple[Norm, ...]:
    """The items from the one on that ends a list of doers and begins one of people (甲、乙应当定期探访独居、空巢…)."""
    if not items:
        return items
    last = max((i for i, item in enumerate(items[:-1]) if _TURNS.search(item.text)), default=0)
    return items[last:] if _BEFORE.search(items[last].text) else items


def trimmed(item: Norm, *, before: bool) -> Norm:
    """The first item without the words that lead up to it, the last without those behind it."""
    found = (_BEFORE if before else _BEHIND).search(item.text)
    start, end = (found.end() if found and before else 0), (found.start() if found and not before else len(item.text))
    if end - start < _SHORT:
        return item
    return replace(item, start=item.start + start, end=item.start + end, text=item.text[start:end])
