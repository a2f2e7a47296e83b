"""Lists that share one work out among bodies of which none is to do it: helpers, and who pays, counts and watches.

The work is what the title names (某县无障碍改造工作分工), of any plan where that is asked for. Quiet where somebody in
the list, or in a text beside it, leads anything of it beyond data, money and oversight.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checks.base import Evidence, Hit, Severity, Slot, evidence
from checks.bodies import AT_LARGE, HELPS, is_department, is_named
from checks.compare.bodies.tasks import IN_CHARGE
from checks.compare.ground.alignment import bag
from checks.compare.ground.marks import FULL_STOP
from checks.compare.ground.topics import LOOSE, aid_named, title_aid
from checks.speech import bodies, owner
from kg.coverage import CoverageIndex, Duty
from kg.enums import Role
from kg.model import Groups, Quote, Reading
from ontology.wording import wordings

SHARES = re.compile(
    r"(?:工作|主要|具体)?(?:职责|责任|任务)?(?:分工|分解|清单)|(?:工作|主要)?职责|责任(?:分解|分工)"
    r"|的?(?:工作|任务)(?:安排|方案)"
)
ANY_WORK = re.compile(r"(?:工作|任务|实施|服务|行动|活动)?(?:安排|方案|计划)|(?:工作|服务|救助)的(?:通知|意见)")
"""Titles of a work that is only done, and not said to be shared out."""
_ASIDE = frozenset({"", "fund", "audit", "inform", "publicise", "supervise", "advise", "advocate", "sanction"})
_HANDS = frozenset({"village", "finance", "audit"})  # that help, or pay for, whatever is led
_DATA = re.compile(r"名单|数据|信息|资料|台账|情况(?:统计|上报|报送)")
_AT_THE_HEAD = re.compile(r"牵头|统筹|组织实施|综合协调|总负责")
_HELPERS, _BODIES = 2, 3
_MANY = 3  # helpers, beside whom a body with a task at the side leads nothing
_SIDE = re.compile(  # goods that are kept and moved, and what comes when the work is over
    r"(?:储存|储备|仓储|收储|存储|调运|调拨|运输|转运|采购)(?:工作|任务)?$|(?:救助|补助|实施|完成|结束|期满|改造|验收)后(?:仍|的|续)"
)
_SHARED, _MOST = 0.5, 0.75  # of the pieces of the title, in what somebody beside it leads


def leaderless(index: CoverageIndex, reading: Reading, titles: re.Pattern[str] = SHARES) -> Iterator[Hit]:
    """The work that a text shares out by its title, where nobody leads it there or beside it."""
    title = reading.document.title or ""
    own = index.duties_by_document.get(reading.document.name, ())
    helping = [d for d in own if d.role in HELPS and is_department(index.vocabulary, d.agency)]
    helpers = len({d.agency for d in helping})
    enough = helpers >= _HELPERS and len({d.agency for d in own if is_named(d.agency)}) >= _BODIES
    named = titles.search(title)
    if not enough or not named or IN_CHARGE.search(reading.document.text):
        return
    leading = [d for d in own if _leads(d) and not _beside_help(d, helping)]
    many = titles is SHARES and helpers >= max(_MANY, len({d.agency for d in leading}) + 1)
    if any(not (many and _is_side(d)) for d in leading):
        return
    if not is_led_beside(index, reading):
        yield _hit(index, reading, title[: named.start()].rpartition("关于")[2], own)


def is_led_beside(index: CoverageIndex, reading: Reading) -> bool:
    """Whether a text beside it has a department lead the work that the title of a text names."""
    own = index.duties_by_document.get(reading.document.name, ())
    work = bag(_work(reading.document.title or ""))
    near = (r.document.name for r in index.beside(reading.document) if r is not reading)
    others = (d for name in near for d in index.duties_by_document.get(name, ()) if d.agency not in AT_LARGE)
    return any(_leads(d) and _is_of(d, work, own) for d in others)


def _work(title: str) -> str:
    """The work that a title shares out; "" where it shares out none."""
    named = SHARES.search(title)
    return title[: named.start()].rpartition("关于")[2] if named else ""


def _beside_help(duty: Duty, helping: Sequence[Duty]) -> bool:
    """Whether the duty goes on from the sentence by which its body helps (配合做好用地审查，开展隐患排查): no lead."""
    if _AT_THE_HEAD.search(duty.provision.quote.text):
        return False
    text, start = duty.document.text, duty.provision.quote.start
    ends = (d.provision.quote.end for d in helping if d.agency == duty.agency and d.provision.quote.end <= start)
    return any(not FULL_STOP.search(text, end, start) for end in ends)


def _is_side(duty: Duty) -> bool:
    """Whether what somebody leads is a task at the side of the work: stores and transport, or an aid of its own.

    The aid has to be another than that of the title.
    """
    said = duty.provision.quote.text.rstrip("，。；")
    own, titled = aid_named(said) - LOOSE, title_aid(duty.document) - LOOSE - frozenset(wordings()["broad-aid"])
    other = bool(own and titled) and not own & titled
    return _AT_THE_HEAD.search(said) is None and (other or _SIDE.search(said) is not None)


def _leads(duty: Duty) -> bool:
    """Whether somebody named is to do a part of the work itself."""
    if duty.role not in (Role.LEAD, Role.JOINT) or not is_named(duty.agency) or duty.function in _ASIDE:
        return False
    said = duty.provision.quote.text
    return _AT_THE_HEAD.search(said) is not None or not (duty.agency in _HANDS or _DATA.search(said))


def _is_of(duty: Duty, work: frozenset[str], own: Sequence[Duty]) -> bool:
    """Whether a duty of another text names the work: most of it, where it is not for an aid that the list has too."""
    said = bag(duty.provision.quote.text + (duty.document.title or ""))
    one_aid = any(duty.aid == d.aid for d in own)
    return bool(work) and len(work & said) >= (_SHARED if one_aid else _MOST) * len(work)


def _hit(index: CoverageIndex, reading: Reading, work: str, own: Sequence[Duty]) -> Hit:
    helpers = [d for d in own if d.role in HELPS]
    first = min(d.provision.quote.start for d in own)
    before = [p for p in reading.provisions if p.quote.end <= first]
    shown = sorted((*before, *dict.fromkeys(d.provision for d in own)), key=lambda p: p.quote.start)
    agencies = tuple(dict.fromkeys(d.agency for d in helpers))
    return Hit(
        ("list", *sorted({d.provision.id for d in helpers})),
        f"“{work}”只写了{bodies(index, agencies)}配合、协助或者参与，其余单位只提供数据、资金或者监督，"
        "现行文件和本稿都没有写明由哪个部门牵头组织实施。",
        (*_titled(index, reading), *(evidence(index, p) for p in dict.fromkeys(shown))),
        same=(Slot("role", "assist"),),
        agencies=agencies,
        groups=Groups.of(g for d in helpers for g in d.groups),
        aid=tuple(dict.fromkeys(d.aid for d in helpers if d.aid)),
        severity=Severity.WARNING,
        suggestion=f"写明{work}的牵头部门，其余部门改为“配合（牵头部门）”。",
    )


def _titled(index: CoverageIndex, reading: Reading) -> Iterator[Evidence]:
    document, title = reading.document, reading.document.title or ""
    start = document.text.find(title)
    if title and start >= 0:
        yield owner(index, reading, Quote(document.name, start, start + len(title), title))
