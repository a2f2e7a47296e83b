"""Steps due before what they are made from: papers sent in by 25 March, the account made of them by 20 March.

A clause says from whose papers a step is made (依据各乡镇报送的明细) and by what day; another clause of the text has a
day by which these papers are sent in. Quiet where a year or a batch parts the two, for days that recur, and where the
paper is not named by what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.ground.alignment import bag
from checks.compare.ground.norms import Norm
from checks.compare.outcome.doubles import Double

_DAY = re.compile(
    r"(?:(?P<year>20[0-9]{2})年)?(?P<month>1[0-2]|[1-9])月(?:(?P<day>[12][0-9]|3[01]|[1-9])日|底|末|(?P<third>[上中下])旬)(?:之|以)?(?:前|内)?"
)
_SENDS = r"报送|上报|提交|提供|申报|报来|推送|移交|汇总|报"
_SENT = re.compile(rf"(?:{_SENDS})")
_USES = re.compile(
    rf"(?:依据|根据|按照?|凭|结合|利用|对|以)(?P<who>[^，。；]{{0,16}}?)(?:{_SENDS})的(?P<paper>[^，。；]{{2,20}})"
)
_OTHER_TIME = re.compile(
    r"每[年月季周]|次年|次月|下一?年|上一?年|逐[年月]|分批|批次|补报|逾期|滚动|[一二三]是|首批|第[一二三]批"
)
_LAST = 31
_THIRDS = {"上": 10, "中": 20, "下": _LAST}
_SHARED = 0.5  # of the words for the paper


@dataclass(frozen=True, slots=True)
class _Due:
    norm: Norm
    said: str
    year: str
    day: tuple[int, int]


def doubles(norms: tuple[Norm, ...]) -> Iterator[Double]:
    """Steps of a document that are due before the papers that they are made from."""
    due = [d for n in norms if not _OTHER_TIME.search(n.words) for d in _due(n)]
    for step in due:
        used = _USES.search(step.norm.text)
        for paper in due if used else ():
            sends = paper.norm is not step.norm and _SENT.search(paper.norm.text)
            if used and sends and _is_of(used["paper"], paper.norm) and _earlier(step, paper):
                yield Double("inputs", "前后环节的时间", paper.said, step.said, (paper.norm, step.norm))
                break


def _is_of(paper: str, norm: Norm) -> bool:
    """Whether a norm that sends something in names the paper, by its last word and most of the others."""
    named = bag(paper)
    return bool(named) and paper[-2:] in norm.text and len(named & bag(norm.text)) >= _SHARED * len(named)


def _earlier(step: _Due, paper: _Due) -> bool:
    years = {x.year for x in (step, paper)}
    return (len(years) == 1 or "" in years) and step.day < paper.day


def _due(norm: Norm) -> Iterator[_Due]:
    """The only day of a norm by which something is to be done."""
    days = [m for m in _DAY.finditer(norm.text) if m[0].endswith(("前", "底", "末", "内"))]
    if len(days) == 1:
        match = days[0]
        day = int(match["day"]) if match["day"] else _THIRDS.get(match["third"] or "", _LAST)
        yield _Due(norm, match[0], match["year"] or "", (int(match["month"]), day))
