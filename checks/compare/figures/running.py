"""How long a programme as a whole runs, said twice: 自2025年7月1日起试点、2027年6月30日结束, and 试点为期三年.

Both days and the length have to be those of the text or of its one programme; a text with two starts, ends or lengths
says nothing here, nor do days of an application, a survey or a publicity period.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.ground.marks import FULL_STOP, around
from kg.model import Quote, Reading
from kg.stretches import value_of

_NUMBER = r"(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,3})"
_DATE = r"(?P<year>20[0-9]{2})年(?P<month>1[0-2]|0?[1-9])月(?P<day>[12][0-9]|3[01]|0?[1-9])日"
_FROM = _DATE.replace("?P<", "?P<s_")
_START = re.compile(
    rf"自{_DATE}(?:起|开始|至|—|-)|(?:试点|实施|试行|有效)(?:时间|期限?|周期)?(?:为|：|是)?{_FROM}(?:起|至|—|-)"
)
_END = re.compile(rf"(?:至|于|到|截至|—|-){_DATE}(?:起?(?:止|结束|终止|失效|废止|届满|期满|停止)|(?=[，。；]))")
_LENGTH = re.compile(
    rf"(?:为期|(?:有效|试行|试点|实施|项目)(?:期限?|周期)(?:为|是|共)?)(?P<number>{_NUMBER})(?:个)?(?P<unit>[年月])(?![内以之底末前])"
)
_ITS_OWN = re.compile(r"本(?:办法|方案|细则|通知|规定|意见|规程|计划|项目)|试点|试行|施行|印发|实施期")
_ANOTHER = re.compile(r"申报|报名|申请|公示|征求|普查|摸排|招募|招标|采购|评估期|培训|领取|享受|合同|协议")
_MONTHS = 12
_SLACK = 1.0  # months


@dataclass(frozen=True, slots=True)
class Running:
    """The days from which and to which a programme runs, and the length that is said elsewhere, in months."""

    days: Quote
    length: Quote
    lasts: float
    said: float


def running(reading: Reading) -> Iterator[Running]:
    """The one programme of a text whose days are not as far apart as the text says."""
    text = reading.document.text
    starts, ends, lengths = ([m for m in p.finditer(text) if _is_its(text, m)] for p in (_START, _END, _LENGTH))
    if not (len(starts) == len(ends) == len(lengths) == 1):
        return
    lasts = _day(ends[0]) - _day(starts[0])
    said = value_of(lengths[0]["number"]) * (_MONTHS if lengths[0]["unit"] == "年" else 1)
    if lasts > 0 and abs(lasts - said) > _SLACK:
        name = reading.document.name
        days = Quote(name, *ends[0].span(), ends[0][0])
        yield Running(days, Quote(name, *lengths[0].span(), lengths[0][0]), lasts, said)


def _is_its(text: str, found: re.Match[str]) -> bool:
    """Whether the sentence around a day or a length is about the text or its programme as a whole."""
    before, behind = around(text, *found.span(), FULL_STOP)
    sentence = before + found[0] + behind
    return bool(_ITS_OWN.search(sentence)) and not _ANOTHER.search(sentence)


def _day(found: re.Match[str]) -> float:
    """A day in months since the year 0."""
    said = {k.removeprefix("s_"): v for k, v in found.groupdict().items() if v}
    return float(said["year"]) * _MONTHS + float(said["month"]) + float(said["day"]) / 31
