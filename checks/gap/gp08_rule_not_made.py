"""另行制定的办法逾期没有制定。

A text in force promised a rule by a day that has passed, and no text of the run is that rule. In the check of a draft
this matters where the draft relies on the missing rule; in an audit, where the promise stands. A title that nothing
promised is no finding: the run need not hold every text there is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from checks.base import Check, Hit, Material, Outcome, Route, Severity, Skip, Slot
from checks.compare.ground.alignment import bag
from checks.places import base_readings, title, under_review
from checks.sentences import Sentence, sentences
from checks.speech import clip, place
from kg.coverage import CoverageIndex
from kg.force import first_day, plain_title, title_keys
from kg.model import Reading

_KINDS = "办法|细则|规定|标准|方案|目录|规程|制度|意见|清单|程序|指引|规则|预案|规范|守则|章程|导则|指南|名录|流程"
_MAKES = r"(?:另行)?(?:研究|组织)?(?:制定|出台|印发|公布|发布|编制|起草|拟定|拟订|制订|下发|(?<=研究)提出)(?![的了过])"
_DAY = (
    r"(?:(?P<year>\d{4}|[二一][○〇零一二三四五六七八九]{3})年(?:(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})月|(?P<half>上半年))?"
    r"|(?:施行|实施|印发|公布)(?:之日起|后|之日后)(?P<span>\d{1,2}|[一二两三四五六七八九十]{1,2}|半)(?P<unit>个月|年)(?:以|之)?内)"
)
_NAME = rf"(?P<name>[^，。；：、《》“”]{{2,30}}?(?:{_KINDS}))"
_MORE = r"(?:[、和及与][^，。；：、《》“”由]{2,12}?){0,2}"  # what is made with it: 具体标准、发放程序
_PROMISES = (  # the rule before the day it is due by, and behind it
    re.compile(rf"{_NAME}》?{_MORE}(?=[由于在应，])[^。；]{{0,40}}?(?:于|在)?{_DAY}[^，。；]{{0,8}}?{_MAKES}"),
    re.compile(
        rf"(?:制定|制订|编制|起草|拟定|拟订|研究|出台)《?{_NAME}》?，[^。；，]{{0,16}}?(?:于|在)?{_DAY}[^，。；]{{0,8}}?{_MAKES}"
    ),
    re.compile(
        rf"{_DAY}[^，。；年]{{0,16}}?(?:，由?[^，。；]{{2,20}}?)?{_MAKES}(?:并(?:公布|印发|发布))?(?:本[市县区州省])?《?{_NAME}》?(?=[，。；、]|$)"
    ),
)
_UNDATED = re.compile(rf"{_NAME}》?，?由[^，。；《》]{{2,24}}另行(?:研究|组织)?(?:制定|制订|公布|下发|印发|出台)")
_WITHIN = 1  # years in which a rule is to be made for which no day is set
_HELD = re.compile(  # what a text gives only once a rule is there that is still to be made
    rf"{_NAME}》?，?(?:由[^，。；《》]{{2,24}})?(?:另行|正在)(?:研究|组织)?(?:制定|制订|公布|下发|印发|出台|起草)[^。；]{{0,6}}[，。；]?"
    r"(?:在)?[^，。；]{0,12}(?:印发|出台|公布|制定|实施|下发)(?:之|以)?前，?[^，。；]{0,12}(?:暂不|不予|不再|停止|暂缓|暂停|不得)"
)
_DATED = re.compile(
    r"[年月][^。；\n]{0,60}(?:制定|出台|印发|公布|发布|编制|起草|拟定|拟订|制订|下发)"
)  # what every promise has
_RELIES = r"(?:按照?|依照|依据|根据|参照|执行|适用|对照|符合)"
_DIGIT = {c: str(i) for i, c in enumerate("零一二三四五六七八九")} | {"〇": "0", "○": "0"}
_FOLLOWED = re.compile(rf"{_RELIES}(?P<by>[^，。；《》]{{2,40}}?(?:{_KINDS}))")
_MAKER = re.compile(
    r"^.*(?:制定|公布|印发|发布|编制|出台|规定|确定)的|^(?:[省市县区州盟旗]|国家|自治区)?(?:级)?[一-龥]{2,12}(?:局|厅|委|部|办|部门|政府|联合会)的"
)
_NO_RULE = re.compile(r"由|会同|制定|年度")  # words that no name of a rule has, that of a year's plan apart
_SHORT = 4  # characters of a name that with the words around it tells which rule a title means
_LONG = 5  # characters of a name that tells which rule is meant wherever it stands
_PARTLY = 6  # characters of a part of such a name that does
_MEANT, _NAMED = 0.8, 0.5  # pieces of what is cited that the promise has; pieces of the promised name that it has
_TITLE = re.compile(r"《([^《》]+)》")
_BARE = re.compile(rf"具体|实施|管理|的|(?:{_KINDS})$")  # of a name, what says little
_SKIP_HEAD = re.compile(r"^(?:有关|相关|具体|实施|其|该|上述|配套)+")


@dataclass(frozen=True, slots=True)
class Promise:
    """A rule to be made by the end of `due`'s month, and the sentence that says so."""

    name: str
    due: date
    reading: Reading
    sentence: Sentence
    undated: bool = False  # no day is set: it matters where another text follows the rule


def find(index: CoverageIndex) -> Iterator[Outcome]:
    """Promised rules that nobody made, where the text under review relies on them or promises them."""
    promises = [p for reading in base_readings(index) for p in promises_of(reading)]
    for promise in promises:
        if promise.due >= index.effective:
            yield Skip("制定期限未到")
        elif _made(index, promise):
            yield Skip("另行制定的办法已有")
        elif index.draft is None:
            yield from () if promise.undated else (_hit(index, promise, None),)
        else:
            for sentence in (s for r in under_review(index) for s in sentences(r)):
                about = (index.documents[sentence.document].title or "") + sentence.text
                if _relies(sentence.text, promise, about):
                    yield _hit(index, promise, sentence)
    for reading in under_review(index):
        yield from (_held(index, promise) for promise in _held_back(reading) if not _made(index, promise))


def _held_back(reading: Reading) -> Iterator[Promise]:
    """Rules to be made until when the text gives nothing (另行制定，印发前暂不发放)."""
    day = first_day(reading.document) or date.min
    for sentence in sentences(reading):
        if found := _HELD.search(sentence.text):
            yield Promise(_SKIP_HEAD.sub("", found["name"]), day, reading, sentence, undated=True)


def _is_part(called: str, promise: Promise, about: str) -> bool:
    """Whether a short name is the end of the promised one; one of a few characters, where `about` says the rest."""
    name = promise.name.replace("的", "")
    if not name.endswith(called):
        return False
    rest = bag(name.removesuffix(called))
    return len(called) >= _PARTLY or (len(called) >= _SHORT and rest <= bag(about))


def _relies(said: str, promise: Promise, about: str) -> bool:
    """Whether a sentence cites the rule by its title, or follows it by its name; one that promises it does neither."""
    if any(_means(cited, promise) for cited in _TITLE.findall(said)):
        return True
    found = (_MAKER.sub("", m["by"]) for m in _FOLLOWED.finditer(said) if len(promise.name) >= _LONG)
    called = (c.replace("的", "") for c in found)
    followed = any(c.endswith(promise.name.replace("的", "")) or _is_part(c, promise, about) for c in called)
    return followed and not any(p.search(said) for p in _PROMISES)


def promises_of(reading: Reading) -> Iterator[Promise]:
    """Rules that the document says will be made by a month."""
    if "另行" in reading.document.text:
        yield from _undated(reading)
    if not _DATED.search(reading.document.text):
        return
    for sentence in sentences(reading):
        for match in (m for promise in _PROMISES for m in promise.finditer(sentence.text)):
            name, due = _SKIP_HEAD.sub("", match["name"]), _due(match, reading)
            if len(name) >= _SHORT and due and not _NO_RULE.search(name):
                yield Promise(name, due, reading, sentence)


def _undated(reading: Reading) -> Iterator[Promise]:
    """Rules that a text says a body makes apart, without a day: a year is time enough."""
    start = first_day(reading.document)
    for sentence in sentences(reading) if start else ():
        found = _UNDATED.search(sentence.text)
        name = _SKIP_HEAD.sub("", found["name"]) if found else ""
        dated = any(p.search(sentence.text) for p in _PROMISES)
        if start and len(name) > _LONG and not _NO_RULE.search(name) and not dated:
            due = date(start.year + _WITHIN, start.month, 28)
            yield Promise(name, due, reading, sentence, undated=True)


def _due(match: re.Match[str], reading: Reading) -> date | None:
    """The end of the month by which a rule is promised; None where the text does not say from when it counts."""
    if match["span"]:
        start = first_day(reading.document)
        months = 6 if match["span"] == "半" else _month(match["span"].replace("两", "二"))
        months *= 12 if match["unit"] == "年" and match["span"] != "半" else 1
        return start and date(start.year + (start.month - 1 + months) // 12, (start.month - 1 + months) % 12 + 1, 28)
    year, month = int("".join(_DIGIT.get(c, c) for c in match["year"])), _month(match["month"])
    return date(year, 6 if match["half"] else month, 28) if 1 <= month <= 12 else None


def _month(said: str | None) -> int:
    """Month as digits or in Chinese; December where only the year is given."""
    if not said or said.isdigit():
        return int(said or 12)
    return 10 * ("十" in said) + "零一二三四五六七八九".find(said.removeprefix("十") or "零")


def _made(index: CoverageIndex, promise: Promise) -> bool:
    others = (d for d in index.documents.values() if d.name != promise.reading.document.name)  # no text keeps its own
    return any(_means(d.title, promise) for d in others if d.title)


def _means(act: str, promise: Promise) -> bool:
    """Whether an act's title is the promised name or ends in it (its region and issuer may stand in front).

    A name that says little by itself (评估细则) is filled from the sentence and the document that promise it.
    """
    plain, name = (t.replace("的", "") for t in (plain_title(act), promise.name))
    if len(name) >= _LONG and (plain.endswith(name) or name.endswith(plain)):
        return True
    if len(core := bag(_BARE.sub("", name))) > 1 and core <= bag(plain) and name[-2:] in plain:
        return True
    if plain[-2:] != name[-2:]:
        return False
    called, wanted = (bag(title_keys(t)[-1]) for t in (plain, name))
    known = bag(promise.sentence.text) | bag(promise.reading.document.title)
    return len(called & known) >= _MEANT * len(called) and len(called & wanted) > _NAMED * len(wanted)


def _hit(index: CoverageIndex, promise: Promise, relying: Sentence | None) -> Hit:
    there = place(index, promise.sentence.document, promise.sentence.locator)
    when = f"{promise.due.year}年{promise.due.month}月"
    owner = title(promise.reading.document)
    if relying:
        here = f"{place(index, relying.document, relying.locator)}要求按照“{promise.name}”执行，"
        say = f"{here}但{owner}规定该文件应于{when}前制定，现行文件中没有找到。"
    else:
        say = f"{there}规定“{promise.name}”应于{when}前制定，期限已过，现行文件中没有找到。"
    places = [promise.sentence.evidence(index)]
    if relying:
        places.insert(0, relying.evidence(index))
    return Hit(
        (promise.name,),
        say,
        tuple(places),
        same=(Slot("document", promise.name),),
        differs=(Slot("due", a=promise.due.isoformat(), b=index.effective.isoformat()),),
        agencies=promise.reading.document.issuer_ids,
        suggestion=f"先行制定“{promise.name}”，或者在本文件中直接写明相应内容；已经制定的，补充标题和文号。",
    )


def _held(index: CoverageIndex, promise: Promise) -> Hit:
    """What is given to nobody until somebody makes a rule."""
    there = place(index, promise.sentence.document, promise.sentence.locator)
    return Hit(
        (promise.name, "held"),
        f"{there}规定在“{promise.name}”印发之前不予办理（“{clip(promise.sentence.text)}”），该文件没有制定期限，"
        "现行文件中也没有找到，待遇无从落实。",
        (promise.sentence.evidence(index),),
        same=(Slot("document", promise.name),),
        agencies=promise.reading.document.issuer_ids,
        suggestion=f"先行制定“{promise.name}”，或者写明制定期限和此前适用的标准。",
    )


CHECK = Check(
    "GP08",
    "gap.dangling.rule",
    "gap",
    "dangling",
    "另行制定的办法逾期没有制定",
    Severity.WARNING,
    "授权制定配套规定的，应当在期限内制定（立法法第六十六条对配套规定一年内作出的要求，规范性文件参照）。",
    "先行制定，或者直接写明相应内容。",
    Route.CONSULTATION,
    find,
    (Material.BASE,),
)
