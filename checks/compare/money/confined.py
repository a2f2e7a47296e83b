"""Grants of a text that its rules on applying leave out, since they are each for other grants by name.

申请护理补贴、服务补贴的，由本人向乡镇提出 leaves the third grant of the text (适老化改造补助) at no door, though money
for it is set aside; so does a list of what the money may be spent on, and on nothing else. Quiet where any rule on
applying names no grant (it is for all), where another line has somebody take, examine, pay or carry out the grant, and
where a text in force beside names it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.ground.agencies import agencies_in
from checks.compare.ground.norms import Norm
from checks.compare.money.promises import is_rule
from kg.enums import Role

_KIND = (
    r"(?:补助金?|补贴|资助金?|救助金?|津贴|[慰抚][问慰]金|抚恤金|奖励金?|帮扶金|[助奖]学金|援助金|关[爱怀]金|[活理]费)"
)
_NAMES = (
    re.compile(
        rf"(?:给予|发放|发给|享受|实行|予以|领取|支付)(?:每[人户月年生]|一次性|的)*(?P<name>[一-龥]{{0,14}}?{_KIND})(?=[，。；（0-9每一二三四五六七八九两]|$)"
    ),
    re.compile(rf"^(?P<name>[一-龥]{{2,14}}?{_KIND})(?:标准|按|为|每|[：:。])"),
    re.compile(rf"(?:元|倍|%)的?(?:标准)?(?:给予|发放|发给)?的?(?P<name>[一-龥]{{2,12}}?{_KIND})(?=[，。；]|$)"),
)
_HEADED = re.compile(rf"^(?P<name>[一-龥]{{2,14}}?{_KIND})[。：:]?$")
_PERSONAL = re.compile(r"每[人户生名位例车辆月年]|一次性|本人|家属|家庭")
_TO_BODIES = re.compile(
    r"(?:机构|企业|单位|组织|学校|幼儿园|医院)[^，。；]{0,10}(?:收住|收养|吸纳|招用|建设|运营|按)|(?:建设|运营|床位)补[助贴]"
)
_APPLIES = re.compile(r"申请|申报|申领|报名")
_DOOR = re.compile(
    r"(?:申请|申报|申领|办理)(?:享受|领取|办理)?(?P<what>[一-龥、]{2,50}?)的，|^(?P<head>[一-龥、]{2,50}?)(?:，)?(?:应当)?由[^，。；]{2,24}(?:提出|自愿)?申[请报领]"
)
_TAKES = re.compile(r"(?:向|到|由|经|报|交)[^，。；]{2,40}(?:提出|提交|申请|申报|登记|报名|申领|受理|初审|审核|评议)")
_NOT_DOORS = re.compile(r"不服|复议|诉讼|复核|异议|骗取|虚报|退回|追回|监督|终止|停[止发]|举报|无需申请|不需申请|免申")
_HANDLES = re.compile(
    r"申请|申报|申领|受理|审[核批定查]|核[定准实]|认定|确认|批准|评[定审]|验收|组织实施|负责(?:发放|实施|落实|组织)|发放|拨付|支付|打卡|免申|主动|办理|造册|名册|名单|代发"
)
_ALSO = re.compile(
    r"(?:其他|其余|各类|各项|所有|前款|以上|上述|前述)[^，。；]{0,12}(?:的)?(?:申请|办理|审批|审核)|参照[^，。；]{0,20}(?:程序|办理)"
    r"|(?:申请|享受|领取)(?:本[^，。；]{2,6}(?:规定)?的|上述|以上|各项|前款|前条)?(?:救助|补助|补贴|待遇|资助)的，"
)
_ALL = re.compile(r"上述|以上|前述|前款|前[两二三]|各项|各类|该项|本项|所有|全部|相关|有关|下列|以下")
_BY_BODIES = re.compile(r"(?:机构|企业|单位|学校|组织)[^，。；]{0,20}(?:申[请报领])|捐赠")
_SAID = re.compile(rf"[一-龥]{{2,14}}?{_KIND}")
_GENERIC = re.compile(rf"{_KIND}$")
_SUM = re.compile(r"[0-9]万?元")
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Confined:
    """A grant called `name`, and the rules on applying, which are for `others`."""

    norm: Norm
    name: str
    rules: tuple[Norm, ...]
    others: tuple[str, ...]


def confined(title: str, norms: tuple[Norm, ...], beside: tuple[str, ...]) -> Iterator[Confined]:
    """Grants of the text called `title` that nobody takes in; `beside` are the texts in force that may have them."""
    grants = tuple({name: norm for norm in reversed(norms) if (name := _granted(norm))}.items())
    if len(grants) < _SEVERAL or any(_ALSO.search(n.text) for n in norms):
        return
    named = [(n, _named_in(n, grants, title)) for n in norms if _is_door(n)]
    if not named or any(not names for _, names in named):
        return
    served = frozenset().union(*(names for _, names in named))
    for name, norm in grants:
        apart = not any(_is_said(name, x) or _is_said(x, name) for x in served)
        if apart and _is_left(name, norm, norms) and not any(_is_said(name, text) for text in beside):
            yield Confined(norm, name, tuple(n for n, _ in named), tuple(sorted(served)))


def _granted(norm: Norm) -> str:
    """Name of the grant to people for which a norm sets a sum, "" for none."""
    money = any(x.unit.startswith("元") for p in norm.provisions for x in p.parameters) or _SUM.search(norm.text)
    if not money or _TO_BODIES.search(norm.text) or not _PERSONAL.search(norm.words):
        return ""
    heads = (norm.headed, norm.stem.rstrip("：:"))
    if found := next((m for h in heads if (m := _HEADED.match(h.strip()))), None):
        return found["name"]
    found = next((m for way in _NAMES if (m := way.search(norm.text))), None) if is_rule(norm) else None
    return found["name"] if found else ""


def _is_door(norm: Norm) -> bool:
    """Whether a norm has people apply somewhere."""
    aside = _NOT_DOORS.search(norm.text) or _BY_BODIES.search(norm.text)
    return bool(_APPLIES.search(norm.text) and _TAKES.search(norm.text)) and not aside


def _named_in(door: Norm, grants: tuple[tuple[str, Norm], ...], title: str) -> frozenset[str]:
    """The grants that a rule on applying is for by name; empty where it may be for any."""
    found = _DOOR.search(door.text)
    said = (found["what"] or found["head"] or "") if found else ""
    whose = f"{said}，{door.headed}，{door.stem}"
    own = {name for name, norm in grants if norm.line == door.line or _is_said(name, whose)}
    told = own | {m.group() for m in _SAID.finditer(said)}
    return frozenset(n for n in told if _core(n) not in title and not _ALL.match(n))


def _core(name: str) -> str:
    """What tells a grant from another: its name without the kind of money."""
    core = _GENERIC.sub("", name)
    return core if len(core) > 1 else name


def _tail(name: str) -> str:
    """The end of a name by which it is called for short (残疾人家庭用电补贴, 用电补贴)."""
    core = _GENERIC.sub("", name)
    return name[len(core) - 2 :] if len(core) > 1 else name


def _is_said(name: str, text: str) -> bool:
    return _core(name) in text or _tail(name) in text


def _is_left(name: str, norm: Norm, norms: tuple[Norm, ...]) -> bool:
    """Whether no line of the text has anybody handle the grant, its own among them."""
    line = [n for n in norms if n.line == norm.line]
    by = any(a.role in (Role.LEAD, Role.JOINT) for n in line for p in n.provisions for a in p.actors)
    by = by or any(agencies_in(n.text) and _HANDLES.search(n.text) for n in line)
    others = (n for n in norms if n.line != norm.line and _is_said(name, n.words + n.headed))
    return not by and not any(_HANDLES.search(n.text) for n in others)
