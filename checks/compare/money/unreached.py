"""Grants with a sum that no rule of their text on money, on applying or on decisions reaches.

A text that pays for several things by name (冬春救助资金和重建补助资金由县级财政预算安排) has no money for one more
(每户每月给予租房补贴400元), and where its rules on who applies and who decides are each for other grants or people
(孤儿由监护人提出申请), nobody grants it. A rule reaches a grant in its own line, by a range of articles, by a word of
the grant or of its people, or by naming nothing in particular. Quiet where the grant's line names who gives it or
another document, and where a text beside names the grant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from checks.compare.ground.agencies import agencies_in
from checks.compare.ground.norms import Norm
from checks.compare.money.promises import NOUN, is_rule, within
from kg.enums import Role
from kg.model import Document

_GIVES = re.compile(
    rf"(?:给予|发放|发给|予以|实行|享受|建立|领取|[增加另]发|增加|另给(?!予))(?:每[人户月年生日天]|一次性|的)*(?P<name>[一-龥]{{2,12}}?{NOUN})(?:制度|标准)?"
    r"(?=[，。；（0-9０-９每一二三四五六七八九两百千]|$)"
)
_COST = re.compile(  # 按户每年补助照护费3000元
    r"(?:给予|发放|发给|补助|补贴|资助)(?P<name>[一-龥]{0,6}?(?:照护|护理|照料|陪护|取暖|供暖|交通|丧葬|伙食|学杂?|租房?|路|培训|水电)费)(?=[0-9０-９一二三四五六七八九两百千每])"
)
_GENERAL = re.compile(
    r"(?:上述|以上|前述|前列|各项|各类|所有|全部)[^，。；]{0,8}(?:补贴|补助|津贴|资金|经费|费用|待遇|救助|奖励|项目)"
)
_COUNTED = re.compile(r"[两二三四五六][项种](?:惠民|惠残|保障)?(?P<noun>补贴|补助|津贴|救助|资助|待遇|政策)")
_PLAINLY = re.compile(
    r"(?:每[人户生]|一次性)[^，。；]{0,6}?(?P<name>补助|补贴|资助|救助|奖励)(?=[0-9０-９一二三四五六七八九两百千])"
)
_OF = re.compile(rf"(?:元|倍)的(?P<name>[一-龥]{{2,8}}?{NOUN})(?=[，。；]|$)")
_SOURCE = re.compile(
    r"(?P<what>[^。；]{2,90}?)，?(?:由|从|列入|纳入|在)[^，。；]{0,40}?"
    r"(?:预算|财政|基金|资金|公益金|保障金|专户|专项|经费)[^，。；]{0,10}?(?:安排|解决|支付|列支|承担|负担|保障|分担|统筹|中)"
    r"|(?P<cost>[^。；]{2,90}?)，?(?:列入|纳入)[^，。；]{0,24}?预算"
)
_REQUIRED = re.compile(r"(?:所需)?(?:资金|经费|费用)")  # of what the sentence has named before
_BESIDES = re.compile(r"除[^，。；]{2,40}(?:以?外)|由[^，。；]{0,20}财政$")
_APPLIED = re.compile(rf"申请(?P<name>[一-龥]{{2,8}}?(?:{NOUN}|救助|资助|扶持|改造|适配|服务))")
_ASKED_FOR = re.compile(rf"提[出交](?P<name>[^，。；]{{2,30}}?(?:{NOUN}|救助|资助|扶持|服务))(?:的)?申请")
_AND = re.compile(r"[、，]|以及|和|及|与")
_EMPTY = re.compile(
    r"所需|资金|经费|费用|款项|补助|补贴|救助|资助|津贴|帮扶|保障|本(?:办法|实施细则|细则|规定|方案|意见|制度|措施|通知|政策|规程)|工作|各项|各类|上述|以上|相关|有关|规定|社会|困难|群众|人员|对象|[的等]"
)
_STEPS = re.compile(  # that every procedure has, whosever it is
    r"申请(?:人|表|书)?|申领|申报|受理|审[核批定查]|确认|认定|核[定实查]|公示|公布|发放|拨付|提[出交]|材料|证件|身份证|户口簿|证明|户籍|所在地|居住|家庭|监护人|本人|近亲属"
    r"|每[人户月年季生]|当月|次月|起|工作日|日内|及时|按[月季年时]|按照|不[予符]|条件|符合|标准|一次性|给予|予以|享受|为|由|向|对|在|应当|可以|者|或者?|并|至|经|后|另|其|[增加]发|[0-9]+"
)
_DECIDES = re.compile(
    r"审批|审定|核定|核准|批准|作出[^，。；]{0,12}决定|确认|认定|审核(?=后|同意|通过|合格|无误|并|，)|决定[^，。；]{0,4}发放|发放|予以救助"
)
_APPLIES = re.compile(r"(?:向|到)[^，。；]{2,40}(?:提出|提交|申请|申报|登记|报名|申领)|申请人?应当|(?<!登记)受理")
_REMEDY = re.compile(r"不服|复议|诉讼|异议|骗取|追回|退回|停发|监督|审计|弄虚作假|终止")
_SELF = re.compile(r"《|按照?[^，。；]{0,16}规定(?!的)|申请|审批|审定|审核|参照|另行|认定后|核定|预算|资金")
_CHAPTER = re.compile(
    r"^[\s　]*(?:第[一二三四五六七八九十]+[章节][^\n]*|[一二三四五六七八九十]+、[^\n。；：，]{2,20})$", re.MULTILINE
)
_ALSO = re.compile(
    r"(?:其他|其余|上述|各类|所有|前款|以上)[^，。；]{0,16}(?:申请|办理|审批|参照)|参照[^，。；]{0,20}(?:程序|办理|执行)"
)
_PLAIN = re.compile(
    r"[^一-龥]+|第[零〇一二三四五六七八九十百]+[条款项章节]?|[零〇一二三四五六七八九十百千万两]+个?(?:元|日|天|年|月|岁)?|个(?:月|工作日|季度)"
)
_HEAD = re.compile(
    r"[^。；]*?(?=向|到|由|凭|持|应当|自(?!理|行|费|付)|[，。；]|$)"
)  # whose step it is, before who takes it
_NAMED = 4  # characters of a name that tells one grant from the others
_WHAT = re.compile(r"(?:申请|申领|申报|领取|负责|享受)(?P<what>[一-龥、]{2,24})")


@dataclass(frozen=True, slots=True)
class Unreached:
    """A grant called `name`, the rules on money that are for others, and what those others are."""

    norm: Norm
    name: str
    rules: tuple[Norm, ...]
    others: tuple[str, ...]
    doors: tuple[Norm, ...] = ()  # where others apply


def unreached(document: Document, norms: tuple[Norm, ...], beside: tuple[str, ...]) -> Iterator[Unreached]:
    """The grants of a document that its rules leave out; `beside` are the texts in force that may have them."""
    text = document.text
    paid = [(n, items) for n in norms if (items := _paid_for(text, n))]
    others = tuple(dict.fromkeys(i for _, items in paid for i in items))
    for norm, name in ((n, name) for n in norms if paid and (name := _given(n)) and _is_alone(n, norms)):
        grant = _Grant(document, norms, norm, name)
        if not grant.own or any(grant.stands_in(t) for t in beside):
            continue
        if not any(grant.paid_by(rule, items) for rule, items in paid) and not grant.handled():
            doors = tuple(n for n in norms if _ASKED_FOR.search(n.text) or _APPLIED.search(n.text))
            yield Unreached(norm, name, tuple(n for n, _ in paid), others, doors[:2])


class _Grant:
    """One grant of a text, with the words that are its own, and those that are of the other grants alone."""

    def __init__(self, document: Document, norms: tuple[Norm, ...], norm: Norm, name: str) -> None:
        self._text, self._norms, self._norm, self._name = document.text, norms, norm, name
        subject = _subject(document)
        lines = {n.line for n in norms if n.line != norm.line and _is_grant(n)}
        mine = _pairs(_BESIDES.sub("", norm.words))
        theirs = frozenset[str]().union(*(_pairs(n.words) for n in norms if n.line in lines and _is_grant(n)))
        self.own, self.alien, self._lines = mine - theirs - subject, theirs - mine - subject, lines
        rest = (n.text for n in norms if n.line != norm.line and not _paid(n.text))
        headings = (m.group() for m in _CHAPTER.finditer(document.text))
        self._elsewhere = frozenset[str]().union(*map(_pairs, (*rest, *headings))) - mine - subject

    def stands_in(self, other: str) -> bool:
        """Whether another text names the grant, or gives its people something by so plain a name."""
        core = re.sub(NOUN, "", self._name)
        if _pairs(core):
            return re.search(rf"{core}[一-龥]{{0,4}}?{NOUN}", other) is not None
        return any(self._name in line and self.own & _pairs(line) for line in other.splitlines())

    def paid_by(self, rule: Norm, items: tuple[str, ...]) -> bool:
        """Whether a rule on money, which is for `items`, may be for this grant."""
        if (same := self._same(rule)) is not None:
            return same
        about = "，".join(items)
        of_another = any("费用" in item and _kernel(item) for item in items) or _kernel(_applied_for(self._text, rule))
        apart = rule.line in self._lines or self._elsewhere & _pairs(about) or of_another or self._is_in_another(rule)
        return bool(self.own & _pairs(about)) or not apart

    def handled(self) -> bool:
        """Whether somebody takes applications for it or decides on it, by a rule that names it or nothing else."""
        rules = [n for n in self._norms if not _REMEDY.search(n.text) and agencies_in(n.text) and not _paid(n.text)]
        doors = [n for n in rules if _APPLIES.search(n.text) and n.line not in self._lines]
        if doors:
            return any(map(self._steps_for, doors)) or self._named_in(rules)
        return any(self._steps_for(n) for n in rules if _DECIDES.search(n.text))

    def _named_in(self, rules: list[Norm]) -> bool:
        also = any(_ALSO.search(n.text) and not self.alien & _pairs(n.text) for n in self._norms)
        deciding = (n for n in rules if _DECIDES.search(n.text) and n.line != self._norm.line)
        return also or any(self.own & _pairs(n.text) or within(n, self._norm) for n in deciding)

    def _around(self, rule: Norm) -> str:
        """What the heading of the chapter says of a step, and the words that lead into it."""
        chapters = [m.group() for m in _CHAPTER.finditer(self._text, 0, rule.start)]
        return "，".join((*chapters[-1:], rule.stem, rule.headed))

    def _steps_for(self, rule: Norm) -> bool:
        """Whether a step, told in the line of `rule`, is open to this grant: it names it, or no other."""
        around, line = self._around(rule), self._text[slice(*rule.line)]
        if (same := self._same(rule)) is not None:
            return same
        if self.own & _pairs(f"{around}，{line}"):
            return True
        heads = (_HEAD.match(part) for part in (rule.text, line.lstrip()))
        whose = "，".join((around, *(m.group() for m in heads if m), *(m["what"] for m in _WHAT.finditer(line))))
        applied = _APPLIED.search(line) or _ASKED_FOR.search(line)
        apart = self.alien & _pairs(whose) or (applied and _kernel(applied["name"]))
        return not (rule.line in self._lines or apart or self._is_in_another(rule))

    def _is_in_another(self, rule: Norm) -> bool:
        """Whether a rule stands in a part of the text that gives other grants, and not this one."""
        here, there = (_chapter(self._text, n.start) for n in (rule, self._norm))
        return here != there and any(_chapter(self._text, start) == here for start, _ in self._lines)

    def _same(self, rule: Norm) -> bool | None:
        """Whether a rule stands in the line of the grant, names it or its article, or counts it (两项补贴)."""
        called = len(self._name) >= _NAMED and self._name in rule.text
        if called or rule.line == self._norm.line or _GENERAL.search(rule.text):
            return True
        counted = _COUNTED.search(self._text[slice(*rule.line)])
        if counted:
            return counted["noun"] in self._name or re.search(NOUN, counted["noun"]) is None
        return within(rule, self._norm)


def _subject(document: Document) -> frozenset[str]:
    """The words of a title that has one subject: whatever the text gives is about it."""
    title = document.title or ""
    return frozenset() if _AND.search(title) else _pairs(title)


def _paid_for(text: str, norm: Norm) -> tuple[str, ...]:
    """What a rule on money is for; one within a line on applications (申请康复救助…所需资金…) is for that grant."""
    items = _paid(norm.text)
    applied = _applied_for(text, norm) if items else ""
    return (applied,) if applied else items


def _applied_for(text: str, norm: Norm) -> str:
    """The grant that a line is about the application for, before it says where the money comes from; "" for none."""
    line = text[slice(*norm.line)]
    found = _APPLIED.search(line, 0, max(line.find("资金"), line.find("经费"), 0))
    return found["name"] if found else ""


def _paid(said: str) -> tuple[str, ...]:
    """What a rule on money is for, item by item; empty where `said` is none."""
    source = _SOURCE.search(said)
    if source is None or _GIVES.search(said):
        return ()
    what = _BESIDES.sub("", source["what"] or source["cost"])
    items = tuple(part.strip() for part in _AND.split(what) if part.strip())
    return tuple(i for i in items if not _REQUIRED.fullmatch(i)) or items


def _kernel(item: str) -> str:
    """The words that say what an item is, without those that fit any money."""
    return _EMPTY.sub("", item)


def _given(norm: Norm) -> str:
    """Name of the grant to people for which a norm sets a sum, "" for none."""
    ways = (_GIVES, _OF, _COST, *(() if norm.stem else (_PLAINLY,))) if is_rule(norm) else ()
    found = next((m for way in ways if (m := way.search(norm.text))), None)
    return found["name"] if found and (_has_sum(norm) or "元" in norm.text) else ""


def _is_grant(norm: Norm) -> bool:
    """Whether a norm gives something by a sum or by its name, and is no rule on where the money comes from."""
    named = re.search(NOUN, norm.text) is not None and any(p.groups for p in norm.provisions)
    step = _DECIDES.search(norm.text) or _APPLIES.search(norm.text) or _SOURCE.search(norm.text)
    return _has_sum(norm) or (named and not step)


def _has_sum(norm: Norm) -> bool:
    return any(x.unit.startswith("元") for p in norm.provisions for x in p.parameters)


def _is_alone(norm: Norm, norms: tuple[Norm, ...]) -> bool:
    """Whether the grant's line names nobody who gives it, no step and no other rule."""
    line = [n for n in norms if n.line == norm.line]
    by = any(a.role in (Role.LEAD, Role.JOINT) for n in line for p in n.provisions for a in p.actors)
    return not by and not any(_SELF.search(n.text) for n in line)


@lru_cache(maxsize=4096)
def _pairs(text: str) -> frozenset[str]:
    named = agencies_in(text)
    kept = "".join(c if not any(s <= i < e for s, e, _ in named) else " " for i, c in enumerate(text))
    plain = _PLAIN.sub(" ", _STEPS.sub(" ", _EMPTY.sub(" ", kept)))
    return frozenset(w[i : i + 2] for w in plain.split() for i in range(len(w) - 1)) - {"生活", "基本"}


def _chapter(text: str, at: int) -> int:
    """Where the part of offset `at` begins; -1 before the first heading."""
    return max((m.start() for m in _CHAPTER.finditer(text, 0, at)), default=-1)
