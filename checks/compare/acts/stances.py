"""One deed granted or ordered in one text, and denied in the other: 应当减免学费 against 不得再减免学费.

A stance is a deed (families `deed` in `conflict.ttl`: 减免, 计入, 接收, 发放 …) with its sign and the words of the
clause that says what it is done to. The sign is counted, so that 不得拒收 is for receiving. Two stances of unlike sign
clash where their words are alike, or the norms around them where the deed says enough by itself (签订合同); not where
one side speaks of those who fail (不符合条件, 骗取) or of cases that the other does not name, nor where either text
says the other thing as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.acts.acting import acting, is_act
from checks.compare.acts.objects import cases_of, does, has_the_other, items_of, keeps_private
from checks.compare.ground.alignment import aids_apart, bag, one_subject, people_apart, shared_words
from checks.compare.ground.marks import CLAUSE, PAUSE
from checks.compare.ground.norms import Norm, norms_of
from checks.compare.ground.occasions import of_what_is_not_done, of_what_is_not_such
from checks.compare.ground.providers import sold_by_others
from checks.compare.ground.topics import aid_meets
from checks.remember import per_index
from kg.coverage import CoverageIndex
from kg.enums import Verdict
from ontology.cues import NEVER, Cue, Setting, load_cues

_STANCE = Setting("stance")
_NOT = re.compile(
    r"不得(?:再)?|不再|不予|不应当?|不宜|不能(?!自理|辨认|独立|入学|够)|不可|不准|不许|不允许|禁止|严禁|停止|取消|暂停|拒绝|谢绝|拒不?|免予|免于|无需|无须|不必|不需要?"
    r"|不(?=[^符满足少低高超服按依及同影妨]{0,3}$)|不(?:再)?(?=[向对从][^，。；的]{1,24}$)"
)
_NOT_IN_WORDS = re.compile(
    r"可以?不(?!再)|不得|不再|不予|不应当?|不宜|不能(?!自理|辨认|独立|入学|够)|不可|不准|不许|禁止|严禁|停止|取消|暂停|拒绝|免予|无需|无须|不必|不需要?|无权"
    r"|不(?=提供|安排|承担|享受|纳入|列入|计入|受理|办理|发放|设置|设立|建立|收取|参加|适用|给予|接收|公示|进行|组织|开展"
    r"|通知|告知|签订|登记|评估|核对|支付|补助|补贴|缴纳|采集|移交|转介|补发|退还|减免|报销|配备|派驻|入户)"
)
_BEFALLS = frozenset({"死亡", "失踪", "毕业", "退休"})
_COUNTS = re.compile(  # what counts as what: 必需支出包括下列由家庭负担的费用
    r"(?:包括|是指|指的是|由)(?:下列|以下)[^。；]*(?:费用|支出|收入|财产|项目)[：:]?$|由(?:下列|以下)[^。；]*(?:构成|组成)[：:]?$"
)
_LISTED = re.compile(r"(?:不得(?!低于|少于|高于|超过|多于|突破)|禁止|严禁)[^，。；]{0,12}[：:]$")
_MEETS = re.compile(r"(不|不再|未|尚未)?符合[^，。；]{2,30}?条件")
_UNABLE = re.compile(r"(?:不能|无法)[^，。；将把对]{2,24}的(?!$)")  # tells who it is for: 不能到校就读的儿童
_AGAINST = re.compile(r"制止|劝阻|查处|惩处|打击|防范|预防")  # what others do: it denies the deed as well
_UNTIL = re.compile(r"(?:以前|之前|[^以之目当提事面]前)，")  # what is not done yet is not denied
_PLAIN = re.compile(r"一律|应当|可以|必须|自[^，。；]{1,6}起|规定|按照|符合条件|统一|相关|有关")
_KEPT = re.compile(r"不得(?:以任何[^，。；]{1,6})?(?:停发|减发|扣发|停止|取消|终止|中断|中止)")  # in so many words
_KEPT_CASE = 2  # pieces of a denial's case that such a grant has
_AROUND = 3  # pieces that the two norms share
_MANY, _MOST = 8, 0.8  # pieces told alike, and their part of the shorter clause, whatever the titles are
_SHARED, _IN_WORDS, _OF_CASE = (
    0.4,
    0.5,
    0.4,
)  # part of the shorter clause; of the words of a denial's case that the grant has


@dataclass(frozen=True, slots=True)
class Stance:
    """`deed` is done (`done`) or not, in a norm, about what `words` name."""

    norm: Norm
    deed: Cue
    done: bool
    words: frozenset[str]
    fails: frozenset[str]  # words for people who fail, on which the stance depends
    case: frozenset[str]  # words of those it is for, where a clause singles them out
    act: str = ""  # the words behind what denies it
    items: frozenset[str] = frozenset()  # what the norm lists, for deeds that are done to the items of a list

    @property
    def rest(self) -> frozenset[str]:
        """Pieces of the act."""
        return bag(self.act)


def opposed(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[tuple[Stance, Stance]]:
    """Stances of two documents that cannot both hold, one for each norm of `mine`."""
    ours, above = (stances_of(index, n[0].document) if n else () for n in (mine, theirs))
    told: set[int] = set()
    for a in ours:
        against = [b for b in above if a.norm.start not in told and _clash(index, a, b)]
        against = [b for b in against if not _said_too(a, b, ours) and not _said_too(b, a, above)]
        if against:
            told.add(a.norm.start)
            said = bag(a.norm.sentence)
            yield a, max(against, key=lambda b: (shared_words(a.norm, b.norm), len(said & bag(b.norm.words))))


def clashing(index: CoverageIndex, name: str) -> Iterator[tuple[Stance, Stance]]:
    """Stances of one document of unlike sign on one thing: what is done, and what denies it."""
    own = stances_of(index, name)
    for done in (s for s in own if s.done):
        yield from ((done, denied) for denied in own if not denied.done and _clash(index, done, denied))


@per_index
def stances_of(index: CoverageIndex, name: str) -> tuple[Stance, ...]:
    """Every stance of a document."""
    return tuple(s for n in norms_of(index.reading(name)) if n.provisions for s in _stances(n))


def _stances(norm: Norm) -> Iterator[Stance]:
    if _STANCE.has("aside", norm.words) or _STANCE.has("optional", norm.words) or _COUNTS.search(norm.stem):
        return
    yield from _any(norm)
    for deed in load_cues()["deed"]:
        for text in (norm.text, norm.stem):
            if (said := _said(deed, text)) and not deed.find("not", norm.words):
                clause, at, own = said
                governed = _LISTED.search(norm.stem) is not None and text is norm.text
                signs = len(_NOT.findall(_UNABLE.sub("", clause[:at]))) + own + governed
                done = signs % 2 == 0
                whole = "around" in deed.facts
                about = norm.words if whole else _led_in(deed, text, clause) + (norm.text if text is norm.stem else "")
                words, case = (_bare(deed, x) for x in (about, cases_of(deed, norm.text)))
                if text is norm.stem and norm.text.rstrip("；。").endswith("的"):  # an item that is a case
                    case = _bare(deed, norm.text) - _bare(deed, clause)
                fails = _STANCE.words("fails", norm.words) if signs and not whole else frozenset()
                if len(words) >= _least(deed) and (done or not _UNTIL.search(text)):
                    yield Stance(norm, deed, done, words, fails, case, items=items_of(deed, norm.text))
                break


def _any(norm: Norm) -> Iterator[Stance]:
    """Clauses that order, allow or deny whatever it is in so many words."""
    cue = load_cues()["deed-in-words"][0]
    for clause in CLAUSE.findall(norm.text):
        said = cue.find("named", clause) and is_act(clause)
        if said and not _AGAINST.search(clause):
            signs = len(_NOT_IN_WORDS.findall(clause)) + (_LISTED.search(norm.stem) is not None)
            words = bag(_PLAIN.sub(" ", _NOT_IN_WORDS.sub(" ", clause)))
            if len(words) >= _least(cue):
                fails = _STANCE.words("fails", norm.words) if signs else frozenset()
                case = _bare(cue, cases_of(cue, norm.text))
                act = _NOT_IN_WORDS.split(clause)[-1]
                yield Stance(norm, cue, signs % 2 == 0, words, fails, case, act)


def _said(deed: Cue, text: str) -> tuple[str, int, bool] | None:
    """The first clause that has the deed as its act, where it begins, and whether the word itself denies it (停发)."""
    for clause in acting(text):
        found = [m for name in ("contrary", "named") if (m := deed.find(name, clause))]
        if found:
            first = min(found, key=lambda m: m.start())
            return clause, first.start(), first.re is deed.patterns.get("contrary")
    return None


def _led_in(deed: Cue, text: str, clause: str) -> str:
    """A clause, with the one before it where it does not say to what the deed is done (…名单，由县里予以公布)."""
    before = PAUSE.split(text[: text.find(clause)].rstrip("，"))[-1]
    bare = clause.startswith("由") or len(_bare(deed, clause)) <= _least(deed)
    return f"{before}，{clause}" if "carried" in deed.facts and bare else clause


def _bare(deed: Cue, text: str) -> frozenset[str]:
    """Pieces of `text` without the deed, its negations and words of no content."""
    for pattern in (_NOT, *(deed.patterns.get(n, NEVER) for n in ("named", "contrary")), _PLAIN):
        text = pattern.sub(" ", text)
    return bag(text)


def _least(deed: Cue) -> int:
    """Pieces that two stances on it have to share."""
    return int(deed.facts["alike"][0])


def _clash(index: CoverageIndex, a: Stance, b: Stance) -> bool:
    if a.deed is not b.deed or a.done == b.done:
        return False
    if "people" in a.deed.facts and not a.norm.people.ids() & b.norm.people.ids():
        return False
    listed = bool(a.items & b.items)
    if not listed and not (_alike(a, b) and len(bag(a.norm.words) & bag(b.norm.words)) >= _AROUND):
        return False
    denied, granted = (b, a) if a.done else (a, b)
    if a.deed.kind == "deed" and _STANCE.has("elsewhere", denied.norm.text):
        return False
    if (denied.rest and not does(denied.act, granted.words)) or has_the_other(denied.norm.text, granted.norm.words):
        return False
    if keeps_private(denied.norm.text, granted.norm.words) or people_apart(index, a.norm, b.norm):
        return False
    if a.deed.id == "charge" and (sold_by_others(a.norm, b.norm) or sold_by_others(b.norm, a.norm)):
        return False
    if _fails_apart(a, b) or _opposite(a.norm, b.norm) or not _of_case(denied, granted):
        return False
    apart = aids_apart(index, a.norm, b.norm) or aid_meets(index, a.norm, b.norm) is Verdict.NO
    return (one_subject(index, a.norm, b.norm) or _word_for_word(a, b)) and (not apart or "of" in a.deed.facts)


def _alike(a: Stance, b: Stance) -> bool:
    """Whether what is done is told in words alike: those of the clauses; of the norms where its name is enough."""
    if "people" in a.deed.facts:  # the deed and its people say enough
        return True
    if not _least(a.deed):
        mine, theirs = bag(a.norm.words), bag(b.norm.words)
        return len(mine & theirs) >= _SHARED * min(len(mine), len(theirs))
    in_words = a.deed.kind == "deed-in-words"
    shared = _told(a, b) if in_words else len(a.words & b.words)
    least = (_IN_WORDS if in_words else _SHARED) * min(len(a.words), len(b.words))
    return shared >= max(_least(a.deed), least)


def _word_for_word(a: Stance, b: Stance) -> bool:
    """Whether what is done is told in so nearly the same words that no title is needed to know it."""
    shared = len(a.words & b.words)
    return shared >= _MANY and shared >= _MOST * min(len(a.words), len(b.words))


def _fails_apart(a: Stance, b: Stance) -> bool:
    """Whether one is for those who fail, and the other not: what befalls anybody (死亡) may be said in both."""
    pairs = ((x, y, word) for x, y in ((a, b), (b, a)) for word in x.fails - y.fails)
    return any(not (word in _BEFALLS or word in x.act) or word not in y.norm.words for x, y, word in pairs)


def _of_case(denied: Stance, granted: Stance) -> bool:
    """Whether the grant speaks of the case that the denial is for, where it is for one."""
    shared = len(denied.case & (bag(granted.norm.words) | granted.case))
    kept = shared >= _KEPT_CASE and _KEPT.search(granted.norm.text) is not None
    return kept or shared >= _OF_CASE * len(denied.case)


def _opposite(a: Norm, b: Norm) -> bool:
    """Whether one is for those who meet a condition or have done something, the other for those who do not."""
    met, unmet = ({bool(m[1]) for m in _MEETS.finditer(n.words)} for n in (a, b))
    return (
        (len(met) == len(unmet) == 1 and met != unmet)
        or of_what_is_not_such(a.text, b.text)
        or of_what_is_not_done(a.text, b.text)
    )


def _told(a: Stance, b: Stance) -> int:
    """Pieces that both share, where the one that is done may name those it is for before (匿名举报…的，应当登记)."""
    denied, granted = (b, a) if a.done else (a, b)
    return len(denied.words & (granted.words | granted.case))


def _said_too(a: Stance, b: Stance, own: tuple[Stance, ...]) -> bool:
    """Whether the document of `a` says what `b` says as well, in words as near to it."""
    least = shared_words(a.norm, b.norm)
    both = a.items & b.items
    return any(
        x.deed is b.deed and x.done == b.done and shared_words(x.norm, b.norm) >= least and both <= x.items for x in own
    )
