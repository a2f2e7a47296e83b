"""Whose duties stand in a list where only a title, a heading or a lead-in names the body.

县民政局的主要职责是：, 县民政局职能配置、内设机构和人员编制规定 with a heading 主要职责, 某县社会救助联席会议制度 with
a heading 主要职能: what follows is the work of the body named there. What a body sets up inside itself
(县民政局设下列内设机构：（一）办公室。…) works for it, whatever the names of these units are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from ingest.context import Context
from ingest.extract.bodies.chains import Body, Chain
from ingest.stems import Stem
from kg.model import Clause

_DUTIES = r"(?:主要|工作|具体|机构|部门|基本)*(?:职责|职能|职责任务|工作任务|职能职责)"
_LEAD_IN = re.compile(rf"(?:的|其)?{_DUTIES}(?:是|为|如下|包括|有)?[：:]\s*$")
_HEADING = re.compile(rf"{_DUTIES}")
_TITLE = re.compile(  # behind the name of the one body it is about
    rf"\s*(?:的?{_DUTIES}$|(?:的?(?:主要职责|职能配置|机构职能|职责配置|三定)|(?:工作|会议|议事)?(?:规则|制度|规程|章程)))"
)
_LISTED = re.compile(  # 县民政局社会救助职责清单, 区妇联权责事项一览, 县教育局关爱学生工作任务分工
    r"\s*的?(?:(?!局|委|厅|办|部门|单位|各)[一-龥、]){0,18}?"
    r"(?:职责|职能|职权|权责|责权|权力|责任|事权|任务|工作事项|服务事项|履职事项|有关工作)"
    r"(?:和|与|及|、|的|事项|任务|分工|分解|清单|一览表?|目录|明细表?|汇总表?|公示|表|有关|职责|责任)*"
    r"(?:（[^（）]{1,12}）)?$"
)
_NOTICE = re.compile(  # 县教育局关于进一步明确学生资助工作职责的通知, behind the name of the body
    r"\s*关于(?:进一步)?(?:明确|细化|规范|调整|公布|公开|厘清)(?:(?!局|委|厅|办|部门|单位|成员|各|[镇村乡街县区市科股]|我|全)[一-龥、]){0,18}?"
    r"(?:职责|职能|职权|权责)(?:任务|事项|清单)?的(?:通知|通告|公告|函)$"
)
_SET_UP = re.compile(r"(?:成立|建立|设立|组建|调整|健全)(?:完善)?[^，。；、和与及]{0,20}$")  # 关于成立某领导小组的通知
_ISSUED = re.compile(r"(?:制度|机制)?(?:及[^，。；]{2,12})?的(?:通知|决定|批复|函|复函|意见)$")
_WHOLE = re.compile(rf"\s*的?{_DUTIES}$|{_LISTED.pattern}|{_NOTICE.pattern}")
_SETS_UP = re.compile(
    r"设[^，。；：:]{0,16}(?:机构|科室|处室|股室|科（室）|处（室）|股（室）)[^，。；：:]{0,8}[：:]\s*$"
)
_UNITS = re.compile(r"(?:内设|下设)(?:机构|科室|处室|股室)(?:(?:及|和|与)?(?:其?(?:主要)?职责|设置|职能))?")
_WITHIN = re.compile(  # 县医疗保障局内设股室职责分工: behind the name of the body whose units share its work
    r"\s*(?:的|各|机关|内设|内部)*(?:股室|科室|处室|室|内设机构)(?:工作|主要|具体)*职责(?:分工|任务|清单)?"
)
_SEATS = frozenset(("government", "state-council", "other-body"))
_NOBODY = frozenset(("unresolved", "member-units"))


def announced(text: str, chains: Iterable[Chain], stem: Stem, start: int, end: int) -> Stem | None:
    """What a list inherits whose lead-in names the body it is about; `None` where the words name none.

    `县民政局的主要职责是：` hands down the body, `县民政局设下列内设机构：` the body that all units below work for.
    """
    if whose := _led_in(text, chains, start, end):
        return replace(stem, subject=whose, duty_list=True)
    units = stem.subject and _SETS_UP.search(text, start, end)
    return replace(stem, units=True, duty_list=True) if units else None


def labelled(text: str, chains: Iterable[Chain], clause: Clause) -> tuple[Body, ...]:
    """The agencies in the label of a duty (民政局：…); a second sign in brackets is the same body."""
    at = text.find(clause.label, clause.start, clause.end)
    end = at + len(clause.label)
    named = tuple(b for c in chains if at < c.end and c.start < end for b in c.bodies if b.start >= at)
    first = tuple(b for b in named if text.count("（", at, b.start) == text.count("）", at, b.start))
    return first or named


def _led_in(text: str, chains: Iterable[Chain], start: int, end: int) -> tuple[Body, ...]:
    """The body right before 的主要职责是：, else the one that the sentence begins with."""
    found = _LEAD_IN.search(text, start, end)
    if found is None:
        return ()
    since = max(start, *(text.rfind(mark, start, found.start()) + 1 for mark in "。；\n"))
    named = [c for c in chains if since <= c.start and c.end <= found.start()]
    beside = [c for c in named if c.end == found.start()]
    first = beside or [c for c in named[:1] if not text[since : c.start].strip()]
    return _somebody(first[-1]) if first else ()


class _Office(NamedTuple):
    """The body that a title is about; whether all under it are its duties, and whether those of its units."""

    bodies: tuple[Body, ...] = ()
    whole: bool = False
    units: bool = False


class Offices:
    """The body that the title of each instrument of a document is about."""

    def __init__(self, context: Context, chains: tuple[Chain, ...]):
        self._text, self._chains = context.text, chains
        self._titles: dict[int, _Office] = {}
        for clause in context.clauses:
            if clause.kind == "title":
                self._titles[clause.instrument] = self._about(clause.start, clause.end)

    def _about(self, start: int, end: int) -> _Office:
        """The one body that the title is about; those above it are its seat."""
        chains = [c for c in self._chains if start <= c.start and c.end <= end]
        if not chains:
            return _Office()
        *above, named = chains
        if not all(_SEATS.issuperset(body.ids) for chain in above for body in chain.bodies):
            return _Office()
        stretch = (self._text, named.end, end)
        begun = _SET_UP.search(self._text, start, named.start) is not None
        within = _WITHIN.match(*stretch) is not None
        of_it = _TITLE.match(*stretch) or _LISTED.match(*stretch) or _NOTICE.match(*stretch)
        if not within and of_it is None and not (begun and _ISSUED.match(*stretch)):
            return _Office()
        return _Office(_somebody(named), within or _WHOLE.match(*stretch) is not None, within)

    def inherited(self, stem: Stem, clause: Clause) -> Stem:
        """`stem` as it holds under the heading of `clause`; a heading may be the title of an annex."""
        if clause.kind == "heading" and (found := self._about(clause.start, clause.start + len(clause.label))).bodies:
            self._titles[clause.instrument] = found
        office = self._titles.get(clause.instrument, _Office())
        if not office.bodies or stem.subject:
            return stem
        if _UNITS.fullmatch(clause.label):
            return replace(stem, subject=office.bodies, duty_list=True, units=True)
        here = (office.whole and not clause.parent and clause.number) or _HEADING.fullmatch(clause.label)
        return replace(stem, subject=office.bodies, duty_list=True, units=office.units) if here else stem


def _somebody(chain: Chain) -> tuple[Body, ...]:
    """The bodies of a chain that is one body with a name."""
    named = len(chain.bodies) == 1 and not _NOBODY.issuperset(chain.bodies[0].ids)
    return chain.bodies if named else ()
