"""What a duty is about beyond its function, aid and groups: the object that stands behind its verb.

审核家庭收入 and 审核住房状况 are one function for one aid and yet two matters. The words left when agencies, groups,
aid types and words of mere activity are taken out are compared by pairs of characters.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from checks.fingerprint import REMEMBERED, words
from checks.places import is_duty_list
from checks.purposes import purposes_in
from checks.remember import per_index
from kg.coverage import CoverageIndex, Duty, Pair
from kg.enums import Verdict
from kg.model import Reading
from ontology.vocabulary import load_vocabulary
from ontology.wording import wordings

LEAST_SHARED = 0.6
BY_MATTER = frozenset({"investigate", "policy", "plan", "fund", "supervise", "guide", "coordinate"})
_BLAND = frozenset(
    {"家庭", "状况", "情况", "基本", "相关", "信息", "统筹", "推进", "体系", "建设"}
)  # any two may share
_NO_MATTER = frozenset({"组织"})  # what is left of 组织某类人员开展某项工作
LEAST_WORDS = 3  # characters that make a matter of its own
_HEADING = 4  # characters that name a work with its people
_LIMIT = re.compile(
    r"(?:应当|应)?(?:在|于|自[^，。；]{0,12}?之日起)?[0-9０-９一二三四五六七八九十]+个?(?:工作)?日(?:以|之)?内|作出"
)
_HANDED = re.compile(r"，?(?:统一|均|全部|一律)?(?:由|归)[^，。；由]{0,8}$")
_CAUSE = re.compile(r"[对为]?因[^，。；]{1,30}?(?:致使|导致|造成|引起|引发)")  # says who is helped, not with what
_DURING = re.compile(r"[^，。；、]{2,24}?期间的")  # says when, not what: 应急处置期间的停学方案
_FRONT = re.compile(r"[^。；：\n　 ]{4,60}(?<!的)，$")  # what the clause behind it deals out
_HANDS_OVER = re.compile(
    r"由[^，。；]{2,30}?(?:负责|牵头|承担|主管)(?:组织|具体)*(?:实施|落实|办理|管理|开展|推进)?(?=[，。；]|$)"
)
_REACH = 62  # characters
_ONLY_LEADS = re.compile(r"(?:总)?(?:牵头|负责|主管|牵头负责|具体负责|统筹|牵头抓总|总负责)")
_PART = re.compile(r"[，、；。：]")
_APPLIES = re.compile(r"(?:[^，、；。：]{0,30}?)(?:提出|提交|递交|书面)[^，、；。：]{0,6}(?:申请|材料)书?")
_PEOPLE = re.compile(r"[一-龥]{2,10}(?:人员|群体|群众|家庭|对象)")  # that the vocabulary does not know


def same_matter(a: Duty, b: Duty) -> Verdict:
    """YES: the same object, or both the whole of an aid; UNKNOWN: one speaks of the whole; NO: each of its own part."""
    mine, theirs = matter(a), matter(b)
    if not mine and not theirs and _schemes_differ(a, b):
        return Verdict.NO
    if mine and theirs:
        return Verdict.YES if _share(mine, theirs) >= LEAST_SHARED else Verdict.NO
    return Verdict.UNKNOWN if (mine or theirs) and not _PEOPLE.fullmatch(mine or theirs) else Verdict.YES


def worded(pair: Pair) -> bool:
    """Whether both name one matter of their own, or the whole of what they do themselves, in the same words."""
    if pair.a.function not in BY_MATTER and one_heading(pair.a, pair.b):
        return True
    mine, theirs = matter(pair.a), matter(pair.b)
    enough = min(len(mine), len(theirs)) >= LEAST_WORDS or (mine == theirs and mine in wordings()["technical-step"])
    return enough and same_matter(pair.a, pair.b) is Verdict.YES


def same_benefit(index: CoverageIndex, a: Duty, b: Duty) -> Verdict:
    """For those who decide or pay: whether the money is for one purpose; a duty that names none has its document's."""
    mine, theirs = purposes(index, a), purposes(index, b)
    if not mine or not theirs:
        return same_matter(a, b)
    return Verdict.YES if mine & theirs else Verdict.NO


def purposes(index: CoverageIndex, duty: Duty) -> frozenset[str]:
    """What the money of a duty is for, by its own words or by those of its document about the aid."""
    reading = index.reading(duty.document.name)
    said = purposes_in(duty.provision.quote.text)
    return said if said or is_duty_list(reading) else _aid_purposes(index, reading, duty.aid)


@per_index
def _aid_purposes(index: CoverageIndex, reading: Reading, aid: str) -> frozenset[str]:
    return purposes_in("\n".join(p.quote.text for p in reading.provisions if aid in p.aid))


def one_heading(a: Duty, b: Duty) -> bool:
    """Whether both clauses name their work in the same words, people and aid included (困境儿童关爱服务工作)."""
    mine, theirs = _heading(a), _heading(b)
    return len(mine) >= _HEADING and mine == theirs


def _heading(duty: Duty) -> str:
    return _heading_of(duty.provision.quote.text, duty.actor.surface)


@lru_cache(maxsize=REMEMBERED)
def _heading_of(said: str, actor: str) -> str:
    said = said.replace(actor, "") if actor else said
    return words(_general().sub("", _PART.split(said.lstrip("，、；。：由"))[0]))


def matter(duty: Duty) -> str:
    """The words of the duty's first clause that say what is done to what; "" where it is the whole of an aid."""
    quote, said = duty.provision.quote, task(duty)
    return _matter(said, duty.actor.start - quote.end + len(said), duty.actor.surface)


def task(duty: Duty) -> str:
    """The words of a duty, with what it is for where that stands in front (冬春救助，由应急部门负责组织实施)."""
    quote = duty.provision.quote
    before = _FRONT.search(duty.document.text, max(0, quote.start - _REACH), quote.start)
    bare_task = _HANDS_OVER.match(quote.text) if before else None
    return before.group() + quote.text if before and bare_task else quote.text


@lru_cache(maxsize=REMEMBERED)
def _matter(said: str, here: int, actor: str) -> str:
    """What `said` is about from the actor named `actor` at `here` on (anywhere else: from its beginning)."""
    if 0 <= here < len(said):
        before, said = said[:here], said[here:]
        handed = _HANDED.search(before)
        if handed and not bare(_PART.split(said.replace(actor, "", 1))[0]):  # 救灾物资的采购由甲局负责
            said = before[: handed.start()]
    said = _CAUSE.sub("", said.replace(actor, "") if actor else said)
    said = _roll().sub(r"\g<who>和", _DURING.sub("", said))
    heads = [part for part in _PART.split(said) if part.strip() and not part.endswith("的")]
    if len(heads) > 1 and _ONLY_LEADS.fullmatch(heads[0].strip()):
        heads = heads[1:]  # 牵头，建立辍学学生台账
    if len(heads) > 1 and _APPLIES.fullmatch(heads[0].strip()):
        heads = heads[1:]  # 向X提出申请，由X受理
    found = bare(heads[0] if heads else said)
    return found if len(found) > 1 and found not in _NO_MATTER else ""


def _schemes_differ(a: Duty, b: Duty) -> bool:
    """Whether both speak of an insurance, and by different names (城镇居民医保, 新农合): one id, two schemes."""
    if "insurance" not in a.aid or "insurance" not in b.aid:
        return False
    one, two = (next(iter(_insurance().findall(d.provision.quote.text)), "") for d in (a, b))
    return bool(one and two) and _share(one, two) < LEAST_SHARED


@lru_cache(maxsize=REMEMBERED)
def bare(text: str) -> str:
    """`text` without the words of the vocabulary, time limits and words of mere activity."""
    return words(_general().sub("", _known().sub("，", _LIMIT.sub("", text))))


def _share(a: str, b: str) -> float:
    """Share of the shorter one's pairs of characters that the other has too; none where only bland ones meet."""
    one, two = _pairs_of(a), _pairs_of(b)
    shared = one & two
    if shared <= _BLAND and one != two:  # 家庭经济状况核对平台 and 家庭住房状况
        return 0.0
    return len(shared) / min(len(one), len(two))


@lru_cache(maxsize=REMEMBERED)
def _pairs_of(text: str) -> frozenset[str]:
    return frozenset(text[i : i + 2] for i in range(len(text) - 1)) or frozenset({text})


@cache
def _known() -> re.Pattern[str]:
    return re.compile(_any_of("agency", "group", "aid"))


@cache
def people_named() -> re.Pattern[str]:
    """The names of people in the vocabulary, the longest first."""
    return re.compile(_any_of("group"))


def _any_of(*kinds: str) -> str:
    """The labels of the vocabulary of these kinds, more than one character long, as alternatives of a pattern."""
    labels = {label for kind in kinds for label, _ in load_vocabulary().surfaces(kind) if len(label) > 1}
    return "|".join(map(re.escape, sorted(labels, key=len, reverse=True)))


@cache
def _roll() -> re.Pattern[str]:
    """People named one by one (留守儿童、困境儿童): the names of a roll, each but the last, with the mark behind it."""
    named = _any_of("group")
    return re.compile(f"(?P<who>{named})、(?=[^，、；。：]{{0,4}}(?:{named}))")


@cache
def _insurance() -> re.Pattern[str]:
    return re.compile(r"[^，。；：、]{2,12}(?:保险|合作医疗|医保)")


@cache
def _general() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, wordings()["general-work"])))
