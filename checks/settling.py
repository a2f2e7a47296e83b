"""Whether a document says how a sum that it gives stands to one of another document, or to money for the same."""

from __future__ import annotations

import re
from functools import lru_cache

from checks.compare.ground.agencies import names_in
from checks.compare.ground.deeds import sum_names
from checks.compare.ground.marks import line_around, line_start
from checks.compare.ground.windows import groups_in
from checks.compare.money.precedence import (
    combines,
    of_other_items,
    on_another,
    puts_out,
    settles_nothing,
    without_purse,
)
from checks.compare.money.reckoning import reckons
from checks.fingerprint import REMEMBERED
from checks.grants import Grant
from checks.purposes import is_use, purposes_in
from checks.sections import section_at
from checks.sums import is_sum
from kg.memo import per_reading
from kg.model import Reading
from ontology.wording import wordings

_SENTENCE = re.compile(r"[^。\n]+")
_LEFT_OUT = re.compile(r"不(?:再|予)?(?:纳入|列入)[^，。；]*")
_HAVING = re.compile(
    r"享受|领取|获得|补贴|补助|津贴|救助|保障|供养|低保|特困|保险|待遇|资助|减免|安置|改造|重建|办理|已"
)
_PLACES = frozenset({"school", "medical-institution", "employer", "government", "township", "village"})
_MINE = re.compile(r"本(?:办法|细则|规定|方案|意见|通知|项目)|上述|以上|前述|各项|所有")
_HAVING_FIRST = re.compile(r"[^，。；]{0,24}(?:已|享受|领取|获得|同时|重复)")
_HAD = re.compile(
    r"已[^。；，]{0,4}?(?:送|领取?|享受|获得|发放?|配备|安装|补助)(?:过|了)?(?P<what>[一-龥]{3,8}?)(?:的|后)"
)
_ONE_THING = re.compile(r"同一(?P<thing>[一-龥]{2,6}?)(?:项目|工程|品种|培训)")
_LABEL = re.compile(  # what opens a line about one benefit of several (医疗援助：)
    r"^[\s　]*(?:第[一二三四五六七八九十百]+条|[（(][一二三四五六七八九十]+[）)]"
    r"|[一二三四五六七八九十0-9]+[、.．])?[\s　]*"
    r"(?P<label>[一-龥]{2,8})[：:]",
    re.MULTILINE,
)
_CALLED = re.compile(r"[一-龥]{2}(?:补贴|补助|津贴)")
_OTHERS = re.compile(r"其[他它余]|同类|类似|相关|有关|任何")
_FORMER = re.compile(r"前[一两二三四]?[款项]|本(?:条(?!例)|款)")
_ARTICLE = re.compile(r"\n[\s　]*第[一二三四五六七八九十百零]+条[\s　]")
_LIVELIHOOD = re.compile(
    r"不(?:再|得|能|可)?(?:同时|重复)?(?:再)?享受(?:城乡|城镇|城市|农村)?(?:居民)?(?:最低生活保障|低保)(?:待遇|金)?(?=[；，。]|$)"
)


def settles(a: Grant, b: Grant, shared: frozenset[str]) -> bool:
    """Whether the document of `a` says how money for the shared purposes, or any money, stands to such as `b`."""
    text = a.reading.document.text
    read = [x.start for x in a.programme.stacking]
    rules = [m for m in _SENTENCE.finditer(text) if _rules(m.group()) or _holds(m, read)]
    lines = [x.line for x in (a, b) if x.reading is a.reading]
    rules = [m for m in rules if not of_other_items(m.group(), lines)]
    rules = [m for m in rules if not _in_other_part(a, m) and not _of_other_thing(a, m.group())]
    rules = [m for m in rules if not _beside_other_grant(a, m)]
    rules = [m for m in rules if a.reading is b.reading or not _among_its_own(a, m.group())]
    bodies = frozenset({*b.reading.document.issuer_ids, *b.programme.leads}) - _PLACES
    if any(_names_it(m.group(), a, b, bodies) for m in rules):
        return True
    called = f"{b.reading.document.title or ''}，{b.line}"
    people = frozenset(b.groups.ids() | groups_in(called).ids())
    own = f"{a.reading.document.title or ''}，{a.line}"
    return any(_reaches(a, text, m, shared) and not on_another(m.group(), called, people, bodies, own) for m in rules)


def _of_other_thing(a: Grant, rule: str) -> bool:
    """Whether a rule is on one sort of thing (同一产业项目…不重复奖补) that the line of `a` does not name."""
    things = [m["thing"] for m in _ONE_THING.finditer(rule)]
    return bool(things) and not any(thing in a.line for thing in things)


def _in_other_part(a: Grant, rule: re.Match[str]) -> bool:
    """Whether a rule stands under the heading of another benefit than `a`, and has no word of what `a` pays for."""
    part = section_at(a.reading, rule.start())
    if part is None or part.holds(a.provision.quote.start) or purposes_in(rule.group()) & a.purposes:
        return False
    return any(part.holds(p.quote.start) and is_sum(p) for p in a.reading.provisions)


def _beside_other_grant(a: Grant, rule: re.Match[str]) -> bool:
    """Whether a rule stands in the sentence of another grant than `a`, which it is then on, and speaks of no other."""
    here = [p for p in a.programme.grants if rule.start() <= p.quote.start < rule.end() and is_sum(p)]
    said = rule.group()
    return bool(here) and a.provision not in here and not (_MINE.search(said) or _HAVING_FIRST.match(said))


def _names_it(rule: str, a: Grant, b: Grant, bodies: frozenset[str]) -> bool:
    """Whether a rule names the sum of `b`, or a body that gives it and not `a` too, whatever it calls the money."""
    had = (m["what"] for m in _HAD.finditer(rule))
    said = a.provision.quote.text
    own = frozenset(sum_names(said)) if said in rule else frozenset()
    own |= sums_given(a.reading) if a.reading is not b.reading else frozenset()
    if any(name in rule for name in sum_names(b.line) if name not in own) or any(what in b.line for what in had):
        return True
    return bool(bodies & names_in(rule) - a.programme.leads - frozenset(a.reading.document.issuer_ids))


@per_reading
def sums_given(reading: Reading) -> frozenset[str]:
    """What the sums that a text gives are called there."""
    return frozenset(n for p in reading.provisions if is_sum(p) for n in sum_names(p.quote.text))


def _among_its_own(a: Grant, rule: str) -> bool:
    """Whether a rule names several sums, all of them its own text's (生活补贴和护理补贴可以同时享受)."""
    named, text = frozenset(_CALLED.findall(rule)), a.reading.document.text
    own = all(text.count(name) > rule.count(name) for name in named)
    return len(named) > 1 and own and _OTHERS.search(rule) is None


def _rules(sentence: str) -> bool:
    """Whether a sentence says how benefits combine, or puts out those who have one (not those who did something)."""
    sentence = without_purse(sentence)
    if combines(sentence) or puts_out(sentence) or reckons(sentence):
        return True
    outside = any(w in sentence for w in wordings()["stacking-outside"])
    return outside and _HAVING.search(_LEFT_OUT.sub("", sentence)) is not None


def _holds(sentence: re.Match[str], places: list[int]) -> bool:
    return any(sentence.start() <= place < sentence.end() for place in places)


def _reaches(a: Grant, text: str, rule: re.Match[str], shared: frozenset[str]) -> bool:
    """Whether a rule is about the shared purposes: by its own words, else by those of its line, or what that gives."""
    said = rule.group()
    own = (*wordings()["stacking-items"], *wordings()["stacking-inside"])
    if (
        _in_its_article(a, rule)
        or any(w in said for w in own)
        or settles_nothing(said, a.reading.document.title or "")
        or _of_other_lines(a, said)
    ):
        return False
    about = purposes_in(said) or _of_living(said, words=(*wordings()["stacking"], *wordings()["stacking-outside"]))
    if about:
        return bool(about & shared) or any(map(is_use, shared))
    start, line = line_start(text, rule.start()), line_around(text, *rule.span())
    about = purposes_in(line)
    if about or line == a.line:
        return not about or bool(about & shared) or any(map(is_use, shared))
    return not any(start <= g.quote.start < start + len(line) and is_sum(g) for g in a.programme.provisions)


def _in_its_article(a: Grant, rule: re.Match[str]) -> bool:
    """Whether a rule is on what stands in its own article (符合前款两项情形的), and `a` is given in another."""
    text, at = a.reading.document.text, a.provision.quote.start
    between = text[min(at, rule.start()) : max(at, rule.start())]
    return _FORMER.search(rule.group()) is not None and _ARTICLE.search(between) is not None


def _of_other_lines(a: Grant, said: str) -> bool:
    """Whether a rule names benefits that other lines of the text open with, and not the one of this line."""
    named = [label for label in _labels(a.reading.document.text) if label in said]
    return bool(named) and not any(f"{label}：" in a.line or f"{label}:" in a.line for label in named)


@lru_cache(maxsize=REMEMBERED)
def _labels(text: str) -> frozenset[str]:
    return frozenset(m["label"] for m in _LABEL.finditer(text))


def _of_living(said: str, words: tuple[str, ...]) -> frozenset[str]:
    """What a rule that only keeps two livelihoods apart is about (特困人员不同时享受低保)."""
    rest = _LIVELIHOOD.sub("", said)
    apart = rest != said and not any(w in rest for w in words) and not puts_out(rest)
    return frozenset({"purpose-living"}) if apart else frozenset()
