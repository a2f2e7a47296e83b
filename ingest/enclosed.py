"""Where an enclosed instrument begins: a notice of the kind 印发 with the measures it issues, annexes of their own.

Found by the title that the notice quotes, by a line 附件, or by a title-like line after the date of the notice. Where
parts of several acts are put together, each stands under its title: the numbers then do not go on, or it says whose
act it is.
"""

from __future__ import annotations

import re

from ingest.layout import Line, key

_KINDS_OF_ACT = (
    "条例|办法|规定|细则|决定|决议|通知|意见|函|方案|制度|职责|规程|规则|预案|标准|清单|名单|计划|规划|纲要|要点|指南|"
    "流程|措施|分工|章程|通告|公告|通报|批复|报告|请示|纪要|法|准则|要求|规范|目录|政策|战略|安排|机制|体系|任务|表|"
    "解释|答复|倡议书|协议|机构改革|说明"
)
TITLE_END = re.compile(rf"(?:{_KINDS_OF_ACT})(?:[（(](?:试行|暂行|修订|修正|草案|试行稿|修订稿)[）)])?$")
_FIGURE = r"[\d×xX○〇Ｏ零一二三四五六七八九十\s*＊]"
DAY = rf"(?:{_FIGURE}{{1,12}}年{_FIGURE}{{1,4}}月(?:{_FIGURE}{{1,4}}日)?)"
DATE_LINE = re.compile(rf"[（(]?{DAY}[）)]?(?:印发|印|发布|公布)?")
TAIL = re.compile(
    r"[（(]?(?:此件|联系人|联系电话|主动公开|公开方式|信息公开)|(?:主题词|抄\s?送|抄\s?报|分\s?送|主\s?送)[：:]"
)
ANNEX_ALONE = re.compile(r"附\s*[件录]\s*(?:[\d一二三四五六七八九十]{1,3})?\s*[：:]?")
_ANNEX = re.compile(r"附\s*(?:[件录表]\s*(?:[\d一二三四五六七八九十]{1,3})?\s*[：:]?|[：:])\s*(?:《?[^。；]{0,60})?")
_ISSUED = re.compile(r"印发(?:[〈《<]([^》]{2,80}?)[〉》>]+|([^《〈\s]{3,60}?)的(?:通知|函))|《([^》《]{2,80})》")

_EXCERPTED = re.compile(
    r"(?P<whose>[^\s，。；：、《》]{0,24}?关于)?[^\s，。；：《》]{4,50}(?:条例|办法|规定|细则|法|意见|通知|决定)(?:[（(](?:试行|暂行)[）)])?"
)
_OPENS_PART = ("article", "cn", "pcn", "chapter")


def instruments(lines: list[Line]) -> list[int]:
    """Indices of the lines where enclosed instruments begin."""
    wanted = _enclosed_titles(lines)
    outer = key("".join(x.words for x in lines[:4]))
    found: list[int] = []
    i = 1
    while i < len(lines):
        if _begins(lines, i, wanted, outer) or _excerpted(lines, i):
            found.append(i)
            i += 1 + bool(ANNEX_ALONE.fullmatch(lines[i].words))
        i += 1
    return found


def _enclosed_titles(lines: list[Line]) -> set[str]:
    """Titles the outer document says it issues: from its own title and the first paragraphs."""
    head = lines[:12]
    joined = "".join(x.words for x in head[:4])
    source = joined + "".join("\n" + x.words for x in head if "印发" in x.words or "附件" in x.words)
    if "印发" not in source and "附件" not in source and "公布" not in source:
        return set()
    return {key(next(filter(None, m.groups()))) for m in _ISSUED.finditer(source)}


def _begins(lines: list[Line], i: int, wanted: set[str], outer: str) -> bool:
    line = lines[i]
    if line.role or line.marker or len(line.words) > 80:
        return False
    if ANNEX_ALONE.fullmatch(line.words):
        return i + 1 < len(lines) and not ANNEX_ALONE.fullmatch(lines[i + 1].words)
    previous = lines[i - 1]
    if previous.role == "" and ANNEX_ALONE.fullmatch(previous.words):
        return False
    if line.words[0] != "《" and _is_wanted(lines, i, wanted, outer):
        return True
    if _ANNEX.fullmatch(line.words) and line.words[-1:] not in "。；":
        return _holds_annex(lines, i)
    after_date = bool(DATE_LINE.fullmatch(previous.words) or TAIL.match(previous.words)) and i > 4
    return after_date and _is_title(lines, i) and i + 2 < len(lines)


def _excerpted(lines: list[Line], i: int) -> bool:
    """Whether the title of another act, parts of which are quoted behind it, stands alone between two of the text's."""
    line, before = lines[i], lines[i - 1]
    if line.role or line.marker or i + 1 >= len(lines) or before.role or before.words[-1] not in "。；":
        return False
    title = _EXCERPTED.fullmatch(line.words)
    following = lines[i + 1].marker
    if title is None or following is None or following.series not in _OPENS_PART:
        return False
    return bool(title["whose"]) or (following.series == "article" and not _counts_on(lines, i))


def _counts_on(lines: list[Line], i: int) -> bool:
    """Whether the article behind line `i` follows the last one before it."""
    last = next((x.marker for x in reversed(lines[:i]) if x.marker and x.marker.series == "article"), None)
    following = lines[i + 1].marker
    return last is not None and following is not None and following.ordinal[0] == last.ordinal[0] + 1


def _is_wanted(lines: list[Line], i: int, wanted: set[str], outer: str) -> bool:
    """Whether one line or a few together are a title the notice names: as issued, or as adjusted (关于调整…的通知)."""
    joined = ""
    for other in lines[i : i + 4]:
        joined += key(other.words)
        adjusted = i > 4 and joined in outer
        if joined in wanted or (adjusted and len(joined) > 7 and TITLE_END.search(joined)):
            return True
        if not adjusted and not any(w.startswith(joined) for w in wanted):
            return False
    return False


def _is_title(lines: list[Line], i: int) -> bool:
    """Whether one to three lines without punctuation end in a kind of act."""
    for line in lines[i : i + 3]:
        if line.marker or line.role or line.words[-1] in "。；：，、" or len(line.words) > 60:
            return False
        if TITLE_END.search(line.words):
            return True
    return False


def _holds_annex(lines: list[Line], i: int) -> bool:
    """Whether 附件：… opens the annex itself: matter follows, and no signature as behind a list of annexes."""
    behind = lines[i + 1 : i + 10]
    return len(behind) > 1 and not behind[0].marker and not any(DATE_LINE.fullmatch(x.words) for x in behind)
