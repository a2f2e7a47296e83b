"""When a text is in force by its own words: 施行日期, 有效期, 试行期; and which acts it ends: 同时废止, 停止执行.

Only sentences that speak of the text itself (本办法自…起施行) or stand in its last clauses count; what ends by
implication (此前规定与本办法不一致的) is noted for a person to settle.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from ingest.dates import ANY_DAY, add, day_after, parse_day
from ingest.numerals import CHINESE, to_number
from ingest.sentences import full_sentences
from kg.model import Clause, Repeal

_ACT = r"(?:本|该|此)[\u4e00-\u9fff]{1,10}?"
_BEGINS = re.compile(
    rf"(?:自|从|于)?(?P<from>{ANY_DAY}|(?:公布|发布|印发|颁布|下发|批准|通过|发文|签发|印行)(?:之日|日)?)"
    rf"(?P<later>(?:起)?(?:满|后|之后)?(?P<days>\d+|{CHINESE})(?:个)?(?P<unit>日|天|个月|月)后?)?"
    r"(?:之日)?\s?(?:起|后|开始)?[，,]?(?:正式|在[^，。；]{1,12})?(?P<verb>施行|实施|执行|生效|试行)"
)
_SUBJECT = re.compile(rf"{_ACT}(?:[（(][^）)]*[）)])?|上述|以上|前述|新的?[\u4e00-\u9fff]{{2,8}}")
_UNTIL = re.compile(
    rf"(?:有效期|执行期|试行期|施行期|实施期限?|执行期限|有效期限|试点期)[^。；，]{{0,6}}?(?:至|到|截至|截止)(?:于)?(?P<day>{ANY_DAY})"
)
_UNTIL_PLAIN = re.compile(
    rf"(?:施行|实施|执行|生效|试行)[，,]?\s?(?:有效)?(?:至|到)(?P<day>{ANY_DAY})(?:止|日止|截止)?"
)
_LASTS = re.compile(
    rf"(?:有效期|执行期|试行期|试行期限|施行期|实施期限|有效期限|试行)(?:限)?(?:暂?[定为]|为|是)?\s?(?P<n>\d+|{CHINESE})\s?(?P<unit>年|个月)"
)
_ENDS = re.compile(r"(?:废止|停止执行|停止施行|不再执行|自行失效|停止适用|失效|停止使用)(?=[。；，：:\s）)]|$|《)")
_TITLE = re.compile(
    r"《(?P<title>(?:[^《》]|《[^《》]*》){2,120})》(?:\s?[（(](?P<number>[^（）()]{2,40}号)[^（）()]{0,20}[）)])?"
)
_IMPLIED = re.compile(
    r"(?:此前|以前|之前|过去|原有|既往|现行)[^。]{0,40}(?:与本[^。]{0,20}(?:不一致|不符|相抵触|抵触)|不一致)[^。]{0,6}的"
)
_AMENDS = re.compile(r"修改|修订|第[^，。]{1,12}条|附件|部分")


def begins(text: str, clauses: Sequence[Clause]) -> tuple[str, re.Match[str]] | None:
    """(words for the day, match) of the sentence that sets the day of effect: the last about the text itself."""
    found = None
    for match in _BEGINS.finditer(text):
        before = _sentence_before(text, match.start())
        if match["from"] and (
            _SUBJECT.match(before) or (not before.strip("自从于　 ") and match.start() > len(text) // 2)
        ):
            found = match
    return (found["from"], found) if found else None


def _sentence_before(text: str, at: int) -> str:
    """Words of the sentence up to `at`, without number and blanks."""
    window = text[max(0, at - 60) : at]
    cut = max(window.rfind(c) for c in "。；;\n")
    return re.sub(
        r"^\s*(?:第[^\s]{1,8}[条章]|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])?\s*", "", window[cut + 1 :]
    ).lstrip("，, ")


def first_day(match: re.Match[str], made: date | None, published: date | None) -> date | None:
    """The day of effect: written out, or counted from publication or adoption."""
    words = match["from"]
    day = parse_day(words) if "年" in words or words[:1].isdigit() else _event(words, made, published)
    if day is None or not match["later"]:
        return day
    count = int(to_number(match["days"]) or 0)
    return day + timedelta(days=count) if match["unit"] in "日天" else add(day, months=count)


def _event(words: str, made: date | None, published: date | None) -> date | None:
    """公布 and 发布 count from publication, 通过 and 批准 from adoption, the rest from the day at the foot."""
    if words.startswith(("通过", "批准")):
        return made or published
    return published or made


def last_day(text: str, start: date | None) -> tuple[date | None, bool]:
    """(first day no longer in force, whether the text limits itself at all)."""
    for pattern in (_UNTIL, _UNTIL_PLAIN):
        found = next((m for m in pattern.finditer(text) if _of_itself(text, m.start())), None)
        if found:
            return day_after(found["day"]), True
    for found in _LASTS.finditer(text):
        count = to_number(found["n"])
        if count and _of_itself(text, found.start()):
            if start is None:
                return None, True
            return (add(start, years=int(count)) if found["unit"] == "年" else add(start, months=int(count))), True
    return None, False


def _of_itself(text: str, at: int) -> bool:
    """Whether a validity stands in a sentence about the text: with 施行/印发 before it, or 本办法 as subject."""
    before = _sentence_before(text, at)
    return bool(
        re.search("施行|实施|执行|印发|发布|公布|生效|试行", before)
        or _SUBJECT.match(before)
        or not before.strip("（( ")
    )


def find_repeals(text: str, clauses: Sequence[Clause]) -> tuple[Repeal, ...]:
    """Acts the text ends, each once, in its order; lists under 下列文件同时废止： are read item by item."""
    found: dict[tuple[str, str | None], Repeal] = {}
    for match in _ENDS.finditer(text):
        left, right = _bounds(text, match.start())
        masked = _mask(text[left:right])
        at = match.start() - left
        if masked[at : at + len(match[0])] != match[0]:
            continue  # inside a title: 关于废止…的决定
        for repeal in (*_named(text, left, left + at, right, match[0]), *_listed(text, clauses, match.start())):
            found.setdefault((repeal.title, repeal.number), repeal)
    return tuple(sorted(found.values(), key=lambda r: r.start))


def _bounds(text: str, at: int) -> tuple[int, int]:
    """The sentence around `at`, at most 3,000 characters to either side."""
    left = max(text.rfind(c, max(0, at - 3000), at) for c in "。\n") + 1
    rights = [r for r in (text.find(c, at, at + 3000) for c in "。\n") if r >= 0]
    return left or max(0, at - 3000), min(rights, default=min(len(text), at + 3000))


def _mask(words: str) -> str:
    """`words` with titles blanked out."""
    return _TITLE.sub(lambda m: "□" * len(m[0]), words)


def _named(text: str, left: int, at: int, right: int, verb: str) -> Iterator[Repeal]:
    """Titles before the verb (《甲》、《乙》同时废止), or behind it where it leads (废止《甲》)."""
    titles = list(_TITLE.finditer(text, left, right))
    before = [t for t in titles if t.end() <= at and not _is_source(text, left, t)]
    behind = [t for t in titles if t.start() >= at + len(verb)] if verb == "废止" and not before else []
    day = _own_day(text, left, at)
    for title in before or behind:
        tail = text[title.end() : min(at, title.end() + 30)] if title in before else ""
        if not _AMENDS.search(tail.split("、")[0].split("，")[0]):
            yield Repeal(title["title"], title["number"], day, title.start(), title.end())


def _is_source(text: str, left: int, title: re.Match[str]) -> bool:
    """依照《…》, 与《…》不一致的: the act is not the one that ends."""
    before = text[max(left, title.start() - 6) : title.start()]
    after = text[title.end() : title.end() + 8]
    return bool(
        re.search(r"(?:依照|按照|根据|依据|执行|适用)$", before)
        or re.match(r"[^，。]{0,3}(?:施行|实施|生效|公布|规定执行)", after)
    )


def _own_day(text: str, left: int, at: int) -> date | None:
    """The day a repeal names for itself, `None` where it is that of this text."""
    found = re.search(rf"自({ANY_DAY})起\s?$", text[max(left, at - 30) : at])
    return parse_day(found[1]) if found else None


def _listed(text: str, clauses: Sequence[Clause], at: int) -> Iterator[Repeal]:
    """Items under a stem such as 下列规范性文件同时废止：."""
    stem = next((c for c in reversed(clauses) if c.start <= at < c.end), None)
    if stem is None or not re.match(r"[^。《]{0,12}[：:]", text[at : at + 20]):
        return
    for left, right in full_sentences(text, at, stem.end):
        for title in _TITLE.finditer(text, left, right):
            yield Repeal(title["title"], title["number"], None, title.start(), title.end())


def implied_repeal(text: str) -> bool:
    """Whether the text ends earlier rules by implication only."""
    return bool(_IMPLIED.search(text))
