"""How often one meeting is held, said twice in one document: 每年召开两次 here, 按季度提请召开 there.

Quiet where one place only sets the least (每年至少一次) and the other keeps it, where it speaks of meetings called when
needed, of another kind of meeting, of one body's own, or of what is done at a meeting held anyway.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from checks.compare.ground.agencies import names_in
from checks.compare.ground.norms import Norm
from checks.compare.outcome.doubles import Double
from kg.stretches import value_of
from ontology.cues import Setting

_MEETING = Setting("meeting")
_OFTEN = re.compile(
    r"(?:每|按|逐)(?P<n>[两二三四六2346半]?)个?(?P<unit>年度?|季度?|月度?|周)(?!初|末|底|第|首月|[0-9一二三])"
    r"[^，。；]{0,24}?(?:召开|举行|召集|举办|(?=[一二两三四五六0-9]次))(?:[^，。；次]{0,14}?(?P<times>[0-9一二两三四五六])次)?"
)
_SHARES = {
    "三分之二": 0.67, "四分之三": 0.75, "五分之四": 0.8, "三分之一": 0.33, "二分之一": 0.5, "半数": 0.5, "过半": 0.5,
    "逾半": 0.5, "一半": 0.5,
}  # fmt: skip
_QUORUM = re.compile(
    rf"(?:成员单位|成员|委员|应到人数)[^，。；]{{0,8}}?(?P<share>{'|'.join(_SHARES)})(?:以上)?"
    r"(?![^，。；]{0,6}(?:同意|赞成|通过|表决))"
)
_DESKS = frozenset({"township", "village"})
_VOTERS = re.compile(r"选举|罢免|村民|居民|职工|理事|监事|选民")
_IN_YEAR = {"年": 1.0, "季": 4.0, "月": 12.0, "周": 52.0}


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of a kind held so many times a year (`least`: or more often)."""

    norm: Norm
    kind: str
    times: float
    least: bool
    said: str

    def shuts_out(self, other: Meeting) -> bool:
        """Whether the two rhythms cannot both be kept."""
        if self.least and other.least:
            return False
        if self.least or other.least:
            floor, fixed = (self, other) if self.least else (other, self)
            return fixed.times < floor.times
        return self.times != other.times


def rhythms(norms: tuple[Norm, ...]) -> Iterator[Double]:
    """Meetings of one kind with two rhythms, one for each kind."""
    told: set[str] = set()
    for a, b in combinations([m for n in norms for m in _meetings(n)], 2):
        apart = a.norm.line == b.norm.line or a.kind != b.kind or a.kind in told
        if not apart and a.shuts_out(b) and _one_tier(a.norm, b.norm):
            told.add(a.kind)
            yield Double("meeting", f"{a.kind}的召开次数", a.said, b.said, (a.norm, b.norm))


def quorums(norms: tuple[Norm, ...]) -> Iterator[Double]:
    """Two shares of the members that have to be there; not of those that have to agree."""
    found = [
        (m, n)
        for n in norms
        if (m := _QUORUM.search(n.text)) and _MEETING.has("present", n.text) and not _VOTERS.search(n.words)
    ]
    for (one, a), (two, b) in combinations(found, 2):
        kinds = [{_plain(k) for k in _MEETING.words("opens", n.text)} for n in (a, b)]
        apart = a.line == b.line or (all(kinds) and not kinds[0] & kinds[1])
        if not apart and _SHARES[one["share"]] != _SHARES[two["share"]]:
            yield Double("quorum", "会议的到会人数", one.group(), two.group(), (a, b))
            return


def _one_tier(a: Norm, b: Norm) -> bool:
    """Whether both or neither are about a meeting of the township or the village (县级、乡级各开各的会)."""
    return names_in(a.text) & _DESKS == names_in(b.text) & _DESKS


def _meetings(norm: Norm) -> Iterator[Meeting]:
    for clause in re.split(r"[。；]", norm.text):
        often = _OFTEN.search(clause)
        if not often or not _MEETING.has("held", clause) or _MEETING.has("aside", clause[: often.end()]):
            continue
        kinds = {_plain(k) for k in _MEETING.words("opens", clause) or _MEETING.words("opens", norm.prior)}
        if len(kinds) == 1:
            least = _MEETING.has("least", often.group())
            yield Meeting(norm, kinds.pop(), _times(often), least, often.group())


def _plain(kind: str) -> str:
    return "全体会议" if "成员" in kind or "全体" in kind else kind if kind.endswith(("会议", "例会")) else f"{kind}议"


def _times(often: re.Match[str]) -> float:
    """How often a year: the times in a span of so many of the unit, each one where the text says none."""
    span = 0.5 if often["n"] == "半" else value_of(often["n"] or "一")
    times = value_of(often["times"] or "一")
    return _IN_YEAR[often["unit"][0]] / span * times
