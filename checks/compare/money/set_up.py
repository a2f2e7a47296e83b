"""Benefits and services that a text sets up by name in one line, and of which nothing more is said anywhere.

设立临时照料补贴，每名儿童每月150元 or 可以享受短期托养服务 opens a door that nobody keeps, where no line says who
asks where, who decides or provides it, and for how long. Quiet where the line names a body, a step or another text,
where another line or a text beside has the benefit, and where people apply by a rule that is for whatever the text
gives; applications for something else (变更供养形式, 重新评估) are no such rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.ground.agencies import agencies_in
from checks.compare.ground.norms import Norm
from checks.compare.money.promises import NOUN
from kg.enums import Role

_GRANT = re.compile(rf"(?:设立|建立|增设|新设|实行|推行)(?P<name>[一-龥]{{2,16}}?{NOUN})(?:制度)?(?=[，。；]|$)")
_SERVICE = re.compile(
    r"(?:可以?|均可)(?:免费|定期|按需)?(?:享受|获得|接受|得到)(?P<name>[一-龥]{2,12}?(?:服务|托养|托管|照料|照护|护理|看护|陪护))(?=[，。；]|$)"
)
_KEPT = re.compile(
    r"《|按照?[^，。；]{0,16}规定|申请|申报|审[批核定]|参照|依照|另行|核定|预算|资金|经费|费用由|签订|协议|购买|免费开放"
)
_ASKED = re.compile(r"申请|申报|申领|报名")
_OF_ELSE = re.compile(  # what people ask for besides: another form, an assessment, a remedy, a court's order
    r"申请(?:人民法院|变更|更换|转|复核|复查|复议|仲裁|撤销|强制|鉴定|评估|退出|终止|注销|延期)"
    r"|(?:变更|更换|评估|复核|复查|鉴定|转介|延期)[^，。；]{0,3}(?:的)?申请|向人民法院[^，。；]{0,8}申请|不服|异议|复议|《"
)
_NOTICE = re.compile(r"(?:通知|通告|公告)(?:（[^）]*）)?$")
_HANDLED = re.compile(  # by rules of another text, or in any way at all
    r"《|按照?[^，。；]{0,16}规定|依照|申[请报领]|受理|登记|报名|名[单册]|凭|持(?![有证续])|出示|刷卡|主动|自动|直接|比对|[无不]需|免申"
    r"|审[核批定查]|认定|确认|核[定实]|批准|财政|资金|经费|承担|列支|补偿|成本|分担"
)
_RELIEF = re.compile(
    r"(?:免收|减收|减免|免除|免[缴交]|减半收取?|半价收取?|优惠)[^，。；]{0,20}(?:费|票|票价|票款|租金|价款?|电量|水量)|[费票](?:用|价)?(?:给予)?(?:减免|免收|免除|减半|优惠)|减半收费"
)
_EMPTY = re.compile(r"服务|临时|短期|长期|免费|日常|专项|专门|一次性|制度|人员|对象|[的和及、]")
_TELLING = 4  # characters at the end of a grant's name that tell it


@dataclass(frozen=True, slots=True)
class SetUp:
    """A benefit called `name` and the norms of its line; `what` is grant, service or relief."""

    norms: tuple[Norm, ...]
    name: str
    what: str


def set_up(norms: tuple[Norm, ...], beside: tuple[str, ...]) -> Iterator[SetUp]:
    """Benefits that a line of the text sets up and no other line, nor any text of `beside`, speaks of."""
    for norm in () if any(_is_door(n) for n in norms) else norms:
        found = _GRANT.search(norm.text) or _SERVICE.search(norm.text)
        line = tuple(n for n in norms if n.line == norm.line) if found else ()
        if not found or not any(p.groups for n in line for p in n.provisions) or _is_kept(line):
            continue
        service = found.re is _SERVICE
        if not service and not any(_has_sum(n) for n in line):
            continue
        told = _telling(found["name"], service=service)
        others = (*(n.text for n in norms if n.line != norm.line), *beside)
        if told and not any(told in text for text in others):
            yield SetUp(line, found["name"], "service" if service else "grant")


def bare_relief(norms: tuple[Norm, ...]) -> Iterator[SetUp]:
    """The relief from fees that a text gives people named, the first of them, in a text that `says_nothing`."""
    for norm in norms:
        if _RELIEF.search(norm.text) and any(p.groups for p in norm.provisions):
            yield SetUp((norm,), "费用优惠", "relief")
            return


def says_nothing(title: str, text: str) -> bool:
    """Whether a notice names no step, no purse and no rule of another text."""
    return _NOTICE.search(title) is not None and "标准" not in title and not _HANDLED.search(text)


def _telling(name: str, *, service: bool) -> str:
    """The end of a name by which another place would call it."""
    return _EMPTY.sub("", name)[-2:] if service else name[-_TELLING:]


def _is_kept(line: tuple[Norm, ...]) -> bool:
    """Whether a line says who gives what it sets up, or by what rules."""
    led = any(a.role in (Role.LEAD, Role.JOINT) for n in line for p in n.provisions for a in p.actors)
    return led or any(_KEPT.search(n.text) or agencies_in(n.text) for n in line)


def _is_door(norm: Norm) -> bool:
    """Whether people apply by a norm, for whatever the text gives."""
    return _ASKED.search(_OF_ELSE.sub("", norm.text)) is not None and not _OF_ELSE.search(norm.text)


def _has_sum(norm: Norm) -> bool:
    return any(x.unit.startswith("元") for p in norm.provisions for x in p.parameters)
