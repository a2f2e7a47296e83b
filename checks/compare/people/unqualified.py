"""What a text allows those without a qualification to do, where the higher rule asks for it.

未取得公开募捐资格的团体可以自行设置募捐箱 against 开展公开募捐应当取得公开募捐资格, or against 不具有…资格的，不得….
Quiet where they may only apply for it, make it good in time, or act together with, or under, somebody who has it. So
too where the rule picks those who have it (安排本机构具有律师资格的工作人员) and a text takes the whole body in the
same words (安排本机构的工作人员), unless it asks for the qualification elsewhere; and where the rule has an act done by
those who have it (募捐由具有公开募捐资格的慈善组织开展), and a text has its own offices or staff do it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Severity
from checks.compare.ground.alignment import bag, one_subject, share
from checks.compare.ground.norms import Norm
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex

_WHAT = r"(?P<what>[^，。；的]{2,16}?(?:资格|许可|资质|证书|执照|登记|备案|批准|职称))"
_LACKS = re.compile(
    rf"(?:尚?未|没有|不)(?:依法|按规定)?(?:取得|具有|具备|持有|获得|办理|经过?){_WHAT}(?:证书|证)?[^，。；]{{0,24}}，?"
    r"[^，。；]{0,16}?(?:可以|可(?!能)|允许|也可|准予|有权|不影响其?)(?P<act>[^。；]{2,40})"
)
_INSTEAD = re.compile(
    r"^[^，。；]{0,6}(?:申请|补办|补齐|补正|先行申报|参加培训|与|同|依托|委托|由|在[^，。；]{2,12}(?:指导|带领)下)"
)
_ASKED = re.compile(rf"(?:应当|必须|须|需要?)(?:依法|先|首先|事先)?(?:取得|具有|具备|持有|获得|办理){_WHAT}")
_BARRED = re.compile(
    rf"(?:未|没有|不)(?:依法)?(?:取得|具有|具备|持有|获得|办理|经){_WHAT}[^。；]{{0,80}}?(?:不得|禁止|不准|严禁)"
)
_PICKED = re.compile(
    r"(?P<before>[^，。；、的]{3,12})(?:具有|具备|取得|持有|获得)(?P<what>[^，。；]{2,24}?(?:资格|资质|执照|许可|证书|职称|执业证))的"
    r"(?P<who>[^，。；、]{0,6}?(?:人员|机构|组织|单位|医师|律师|教师|护士))"
)
_ASKS = re.compile(r"资格|资质|执照|许可|证书|职称|执业|持证|专业")
_RESERVED = re.compile(
    r"(?:^|[，。；：、])(?P<act>[^，。；：、]{2,14}?)(?:活动|工作|业务)?(?:应当|必须|只能|统一|一律)?(?:由|委托)(?P<who>(?:依法)?(?:具有|具备|取得)"
    r"(?P<what>[^，。；]{0,16}?(?:资格|资质|许可|执照))的[^，。；]{2,16}?)(?:依法)?(?:开展|实施|承担|进行|负责|组织|出具|承接|作出|办理)"
)
_OWN_OFFICE = re.compile(
    r"(?:(?:人民政府|[局委办厅站院校]|办事处|委员会|联合会)[^，。；]{0,16}?(?:直接|自行|自主|以[^，。；]{1,8}名义)"
    r"|(?:(?:村|社区|乡镇|镇|街道)[^，。；]{0,4}(?:干部|人员)|村[（(]?[居民]?[）)]?民?委员会|工作人员|网格员)[^，。；]{0,12}?(?:可以?|应当|负责|直接|自行|自主))"
    r"(?P<act>[^。；]{2,60})"
)
_WITH_OTHERS = re.compile(
    r"委托|会同|联合|聘请|指定|选定|配合|协助|支持|监督|监管|检查|备案|审批|指导|查处|不得|禁止|严禁|第三方|资[格质]"
)
_SAME = 0.75  # of the words that name the qualification
_CLOSE = 4  # characters before those who are picked


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Norms of `mine` that let people do without a qualification that `theirs` asks for."""
    yield from _taken_whole(index, mine, theirs)
    yield from _by_own_office(index, mine, theirs)
    for a in mine:
        lacks = _LACKS.search(a.text)
        if not lacks or _INSTEAD.match(lacks["act"]):
            continue
        above = [(b, m) for b in theirs for pattern in (_BARRED, _ASKED) if (m := pattern.search(b.text))]
        found = [b for b, m in above if _one(lacks["what"], m["what"]) and one_subject(index, a, b)]
        if found:
            yield Departure(
                Label.COMPETENCE,
                "qualification",
                "从事活动的资格",
                f"允许没有“{lacks['what']}”的“{clip(lacks['act'], 20)}”",
                f"应当具有“{lacks['what']}”",
                (a,),
                tuple(dict.fromkeys(found)),
            )


def _taken_whole(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Those whom `theirs` picks by a qualification, and `mine` takes without it in the same words."""
    picked = [(b, m) for b in theirs for m in _PICKED.finditer(b.text)]
    for b, said in picked:
        whole = re.compile(f"{re.escape(said['before'][-_CLOSE:])}的?{re.escape(said['who'])}")
        found = [(a, m) for a in mine if (m := whole.search(a.text)) and not _ASKS.search(a.words)]
        found = [(a, m) for a, m in found if one_subject(index, a, b) and not _asked_of(said["who"], mine)]
        for a, m in found[:1]:
            told = (f"规定“{clip(m.group(), 24)}”", f"应当是具有“{said['what']}”的{said['who']}")
            yield Departure(Label.COMPETENCE, "qualification", "从事活动的资格", *told, (a,), (b,))


def _by_own_office(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Acts that `theirs` has those do who are qualified, and `mine` its own offices or staff."""
    for b, said in ((n, m) for n in theirs for m in _RESERVED.finditer(n.text)):
        act = bag(said["act"])
        own = ((a, m) for a in mine if (m := _OWN_OFFICE.search(a.text)) and not _WITH_OTHERS.search(a.text))
        found = ((a, m) for a, m in own if act and act <= bag(m["act"]) and one_subject(index, a, b))
        if (first := next(found, None)) is not None:
            a, m = first
            told = (f"规定“{clip(m.group(), 40)}”", f"应当由{said['who']}进行")
            yield Departure(Label.COMPETENCE, "qualification", "从事活动的资格", *told, (a,), (b,), Severity.WARNING)


def _asked_of(who: str, norms: tuple[Norm, ...]) -> bool:
    """Whether a text asks a qualification of these people in any norm."""
    return any(who in n.text and _ASKS.search(n.text) for n in norms)


def _one(a: str, b: str) -> bool:
    return share(bag(a), bag(b)) >= _SAME
