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
    r"(?:之日)?\s?(?:起|后|开始)?[，,]?(?:正式|在[^，。；]{1,12})?(?P<verb>施行|实施|执行|生效|试行)$"
)
_BEGINNING = re.compile(r"[起后日始]\s?[，,]?(?:正式|在[^，。；\n]{1,12})?(?:施行|实施|执行|生效|试行)")
_REACH = 50
_SUBJECT = re.compile(rf"(?:本《[^》]*》|{_ACT})(?:[（(][^）)]*[）)])?|上述|以上|前述|新的?[\u4e00-\u9fff]{{2,8}}")
_UNTIL = re.compile(
    rf"(?:有效期|执行期|试行期|施行期|实施期限?|执行期限|有效期限|试点期)[^。；，]{{0,6}}?(?:至|到|截至|截止)(?:于)?(?P<day>{ANY_DAY})"
)
_UNTIL_PLAIN = re.compile(
    rf"(?:施行|实施|执行|生效|试行)[，,]?\s?(?:有效)?(?:至|到)(?P<day>{ANY_DAY})(?:止|日止|截止)?"
)
_LASTS = re.compile(
    rf"(?:有效期|执行期|试行期|试行期限|施行期|实施期限|有效期限|试行)(?:限)?(?:暂?[定为]|为|是)?\s?(?P<n>\d+|{CHINESE})\s?(?P<unit>年|个月)"
)
_ENDS = re.compile(
    r"(?:废止|停止执行|停止施行|不再执行|自行失效|停止适用|失效|停止使用)(?=[。；，：:\s）)]|$|《|(?:下列|以下|如下|的)[^。，；《：:\n]{0,20}[：:])"
)
_TITLE = re.compile(
    r"《(?P<title>(?:[^《》]|《[^《》]*》){2,120})》(?:\s?[（(](?P<number>[^（）()]{2,40}号)[^（）()]{0,20}[）)])?"
)
_UNNAMED = re.compile(  # an act without 《》: 县民政局2018年印发的实施细则, 甲政办〔2018〕3号文件
    r"(?:^|[，；、和及与（）　 ]|原)(?P<issuer>[\u4e00-\u9fff]{2,24}?)?(?:于)?"
    r"(?:(?:19|20)\d\d年(?:\d{1,2}月(?:\d{1,2}日)?)?|此前|以前|之前|先前)"
    r"(?:印发|发布|公布|制定|出台|下发|颁布|修订)的(?P<title>[\u4e00-\u9fff（）]{4,40}?)(?=同时|即行|自行|予以|一并|相应|自|$)"
)
_NUMBERED = re.compile(
    r"(?P<number>[\u4e00-\u9fff]{2,10}[〔\[]\d{4}[〕\]]\d{1,4}号)(?:文件?)?(?=[、，和及]|同时|即行|自行|予以|一并|$)"
)
_LEVEL = re.compile(r"^(?:[省市区州县旗]|本[省市区州县旗])")
_BARE_ITEM = re.compile(  # an item of a list of acts, its title without 《》
    r"^\s*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．])\s*(?P<title>[\u4e00-\u9fff]{6,80}?(?:[（(](?:试行|暂行)[）)])?)"
    r"(?P<end>[（(](?P<number>[^（）()\n]{2,30}号)[^（）()\n]{0,20}[）)])[；;。，]?\s*$",
    re.MULTILINE,
)
_ITEM = re.compile(  # an item of a list of acts that is a title in 《》 and what tells it
    r"\s*(?:[（(]?[一二三四五六七八九十百\d]+[）)、.．])?\s*(?:[\u4e00-\u9fff]{2,30}(?:印发|发布|公布|制定)的?)?《[^。；\n]{2,120}》"
    r"(?:\s?[（(][^（）()\n]{2,60}[）)])?[；;。，]?\s*$"
)
_IMPLIED = re.compile(
    r"(?:此前|以前|之前|过去|原有|既往|现行)[^。]{0,40}(?:与本[^。]{0,20}(?:不一致|不符|相抵触|抵触)|不一致)[^。]{0,6}的"
)
_AMENDS = re.compile(r"修改|修订|第[^，。]{1,12}条|附件|部分")


def begins(text: str) -> re.Match[str] | None:
    """The words that set the day of effect (groups of `_BEGINS`): the last that speak of the text itself."""
    found = None
    for hit in _BEGINNING.finditer(text):
        match = _BEGINS.search(text, max(0, hit.start() - _REACH), hit.end())
        if match is None:
            continue
        before = _sentence_before(text, match.start())
        if _SUBJECT.match(before) or (not before.strip("自从于　 ") and match.start() > len(text) // 2):
            found = match
    return found


def _sentence_before(text: str, at: int) -> str:
    """Words of the sentence up to `at`, without number and blanks."""
    window = text[max(0, at - 60) : at]
    cut = max(window.rfind(c) for c in "。；;\n")
    return re.sub(
        r"^\s*(?:第[一二三四五六七八九十百千零\d]{1,8}[条章]|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])?\s*",
        "",
        window[cut + 1 :],
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
    done = 0
    for verb in _ENDS.finditer(text):
        if verb.start() < done:
            continue
        left, right = _bounds(text, verb.start())
        named = (*_named(text, left, right), *_listed(text, clauses, verb.start()))
        for repeal in named or _unnamed(text, left, verb.start()):
            found.setdefault((repeal.title, repeal.number), repeal)
        done = right
    return tuple(sorted(found.values(), key=lambda r: r.start))


def _bounds(text: str, at: int) -> tuple[int, int]:
    """The sentence around `at`."""
    left = max(text.rfind("。", 0, at), text.rfind("\n", 0, at)) + 1
    rights = [r for r in (text.find("。", at), text.find("\n", at)) if r >= 0]
    return left, min(rights, default=len(text))


def _named(text: str, left: int, right: int) -> Iterator[Repeal]:
    """Titles before each verb of a sentence (《甲》、《乙》同时废止), or behind one that leads it (废止《甲》)."""
    titles = list(_TITLE.finditer(text, left, right))
    waiting: list[re.Match[str]] = []
    verbs = _ENDS.finditer(text, left, right)
    verb = next(verbs, None)
    leads = False
    for title in titles:
        while verb is not None and verb.start() < title.start():
            yield from _ended(text, left, verb, waiting)
            leads = not waiting and verb[0] == "废止"
            waiting = []
            verb = next(verbs, None)
        inside = verb
        while inside is not None and inside.start() < title.end():  # 关于废止…的决定 is a title
            inside = verb = next(verbs, None)
        if leads:
            yield Repeal(title["title"], title["number"], None, title.start(), title.end())
        else:
            waiting.append(title)
    if verb is not None:
        yield from _ended(text, left, verb, waiting)


def _unnamed(text: str, left: int, at: int) -> Iterator[Repeal]:
    """Acts that a sentence ends without their title in 《》: by issuer, year and subject, or by number alone."""
    day = _own_day(text, left, at)
    said = text[left:at]
    for found in _UNNAMED.finditer(said):
        issuer = _LEVEL.sub("", found["issuer"] or "")
        for title in dict.fromkeys((issuer + found["title"], found["title"])):
            yield Repeal(title, None, day, left + found.start("title"), left + found.end())
    for found in _NUMBERED.finditer(said):
        yield Repeal("", found["number"], day, left + found.start(), left + found.end())


def _ended(text: str, left: int, verb: re.Match[str], titles: Sequence[re.Match[str]]) -> Iterator[Repeal]:
    """The titles a verb ends: not its sources, not parts of an act (《甲》第三条废止)."""
    day = _own_day(text, left, verb.start())
    for title in titles:
        tail = re.split("[、，]", text[title.end() : min(verb.start(), title.end() + 30)])[0]
        if not _is_source(text, left, title) and not _AMENDS.search(tail):
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
    if stem is None or not re.match(r"[^。《：:\n]{0,30}[：:]", text[at : at + 40]):
        return
    end = max((stem.end, *_acts_below(text, clauses, stem)))
    for left, right in full_sentences(text, at, end):
        for title in _TITLE.finditer(text, left, right):
            yield Repeal(title["title"], title["number"], None, title.start(), title.end())
    for item in _BARE_ITEM.finditer(text, at, end):
        yield Repeal(item["title"], item["number"], None, item.start("title"), item.end("end"))


def _acts_below(text: str, clauses: Sequence[Clause], stem: Clause) -> Iterator[int]:
    """Ends of the clauses right behind a stem that ends in a colon, as long as each is an act of its list."""
    if not text[stem.start : stem.end].rstrip().endswith(("：", ":")):
        return
    for clause in clauses:
        if clause.start < stem.end:
            continue
        if not (_ITEM.match(text, clause.start, clause.end) or _BARE_ITEM.match(text, clause.start, clause.end)):
            return
        yield clause.end


def implied_repeal(text: str) -> bool:
    """Whether the text ends earlier rules by implication only."""
    return bool(_IMPLIED.search(text))
