"""What stands around the body: title, notes under it, salutation, signature, annex lists, enclosed instruments.

An enclosed instrument (印发-type notice with the measures it issues) is found by its title, which the notice
quotes, by a line 附件 of its own, or by a title-like line after the date of the notice.
"""

from __future__ import annotations

import re
from itertools import pairwise

from ingest.layout import Line, key

KINDS_OF_ACT = (
    "条例|办法|规定|细则|决定|决议|通知|意见|函|方案|制度|职责|规程|规则|预案|标准|清单|名单|计划|规划|纲要|要点|指南|"
    "流程|措施|分工|章程|通告|公告|通报|批复|报告|请示|纪要|法|准则|要求|工作规范|规范|目录|政策|战略|安排|机制|体系|"
    "任务|表|实施意见|若干意见|解释|答复|倡议书|协议|规则|机构改革|说明"
)
_TITLE_END = re.compile(rf"(?:{KINDS_OF_ACT})(?:[（(](?:试行|暂行|修订|修正|草案|试行稿|修订稿)[）)])?$")
_TITLE_TAIL = re.compile(r"[（(](?:试行|暂行|\d{4}年?版?|修订|修正)[）)]")
NUMBER_LINE = re.compile(
    r"[（(]?[\u4e00-\u9fff、\s]{1,20}[〔\[【（(［〈]\s?(?:19|20)\d{2}\s?年?[〕\]】）)］〉]\s?"
    r"(?:第\s?)?[\d×xXＸ*＊_ ]*\s?号[）)]?"
    r"|[（(]?(?:[\u4e00-\u9fff]{0,30}(?:令|公告))?\s?第?\s?[\d一二三四五六七八九十百零〇]+\s?号(?:令)?[）)]?"
)
_NUM = r"[\d×xX○〇Ｏ零一二三四五六七八九十\s*＊]"
_DAY = rf"(?:{_NUM}{{1,12}}年{_NUM}{{1,4}}月(?:{_NUM}{{1,4}}日)?)"
DATE_LINE = re.compile(rf"[（(]?{_DAY}[）)]?(?:印发|印|发布|公布)?")
_DATED = re.compile(rf"[（(]?(?:根据)?{_DAY}")
_ADOPTED = re.compile(
    r"(?:通过|修正|修订|批准|公布|发布|施行|印发|修改|废止|实施|备案|颁布|下发|起草)[。）)]*$|的决定》"
)
_PROMULGATED = re.compile(r"^(?:《.{2,80}》|现)?.{0,80}(?:已|业)(?:由|经).{2,200}(?:公布|发布|施行|印发)")
_DECREED = re.compile(r"(?:公告|令)(?:[（(]?第\s?[\d一二三四五六七八九十百]+\s?号[）)]?(?:公布|发布)?)?$")
_DRAFT = re.compile(r"[（(【\[]?(?:征求意见稿|草案|送审稿|代拟稿|讨论稿|公开征求意见稿|草案.{0,10}稿|修改稿)[）)】\]]?")
_SALUTED = re.compile(
    r"政府|委员会|部门|单位|机构|各[\u4e00-\u9fff]|[局厅委办院校会所部处社团署司][、，（）()\s\u4e00-\u9fff]*[：:]$|同志"
)
_NOT_SALUTED = re.compile(
    r"职责|分工|职能|任务|标准|程序|条件|措施|内容|如下|根据|为了|现就|现将|^为|要求|应当|负责|包括|。"
)
_ORGAN = re.compile(
    r"(?:部|委|厅|局|办|署|院|会|所|中心|机关|政府|机构|联|公司|银行|室|组|部委|部门|文件|行署|公署|团委|总队|支队|法院|检察院)$"
)
_ANNEX = re.compile(r"附\s*件\s*(?:[\d一二三四五六七八九十]{1,3})?\s*[：:]?\s*(?:《?[^。；]{0,60})?")
_ANNEX_ALONE = re.compile(r"附\s*[件录]\s*(?:[\d一二三四五六七八九十]{1,3})?\s*[：:]?")
_ISSUED = re.compile(r"印发(?:[〈《<]([^》]{2,80}?)[〉》>]+|([^《〈\s]{3,60}?)的(?:通知|函))|《([^》《]{2,80})》")
_TAIL = re.compile(
    r"[（(]?(?:此件|联系人|联系电话|主动公开|公开方式|信息公开)|(?:主题词|抄\s?送|抄\s?报|分\s?送|主\s?送)[：:]"
)


def mark_roles(lines: list[Line]) -> None:
    """Settle `instrument` of every line and the roles of heads and tails."""
    starts = [0, *_instruments(lines), len(lines)]
    for index, (first, stop) in enumerate(pairwise(starts)):
        part = lines[first:stop]
        for line in part:
            line.instrument = index
        body = _mark_head(part)
        _mark_tail(part, body)


def _instruments(lines: list[Line]) -> list[int]:
    """Indices of the lines where enclosed instruments begin."""
    wanted = _enclosed_titles(lines)
    found: list[int] = []
    i = 1
    while i < len(lines):
        if _begins(lines, i, wanted):
            found.append(i)
            i += 1 + bool(_ANNEX_ALONE.fullmatch(lines[i].words))
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


def _begins(lines: list[Line], i: int, wanted: set[str]) -> bool:
    line = lines[i]
    if line.role or line.marker or len(line.words) > 80:
        return False
    if _ANNEX_ALONE.fullmatch(line.words):
        return i + 1 < len(lines) and not _ANNEX_ALONE.fullmatch(lines[i + 1].words)
    previous = lines[i - 1]
    if previous.role == "" and _ANNEX_ALONE.fullmatch(previous.words):
        return False
    if wanted and line.words[0] != "《":
        joined = ""
        for other in lines[i : i + 4]:
            joined += key(other.words)
            if joined in wanted:
                return True
    if _ANNEX.fullmatch(line.words) and line.words[-1:] not in "。；":
        return any(DATE_LINE.fullmatch(x.words) for x in lines[max(0, i - 8) : i]) and not any(
            DATE_LINE.fullmatch(x.words) for x in lines[i : i + 12]
        )
    after_date = bool(DATE_LINE.fullmatch(previous.words) or _TAIL.match(previous.words)) and i > 4
    return (
        after_date and bool(_TITLE_END.search(line.words)) and line.words[-1] not in "。；：，" and i + 2 < len(lines)
    )


def _mark_head(part: list[Line]) -> int:
    """Mark title, notes and salutation; the index of the first line of the body."""
    titled, i = False, 0
    while i < len(part):
        line = part[i]
        if line.role:
            if line.role != "toc":
                return i
        elif line.marker:
            return i
        elif _is_note(part, i, titled):
            line.role = "note"
        elif not titled:
            i = _mark_title(part, i)
            titled = True
            continue
        elif _is_salutation(line):
            line.role = "salutation"
            return i + 1
        elif DATE_LINE.fullmatch(line.words) or (_ORGAN.search(line.words) and _is_bare(line) and _dated_soon(part, i)):
            line.role = "note"
        else:
            return i
        i += 1
    return i


def _dated_soon(part: list[Line], i: int) -> bool:
    """Whether a signature's date, an enclosed title or a note follows this line, so that it names an issuer."""
    return i < 3 or any(DATE_LINE.fullmatch(x.words) for x in part[i + 1 : i + 4])


def _is_bare(line: Line) -> bool:
    return len(line.words) <= 60 and not re.search("[。；：，！？]", line.words)


def _is_note(part: list[Line], i: int, titled: bool) -> bool:
    words = part[i].words
    if NUMBER_LINE.fullmatch(words) or _DRAFT.fullmatch(words) or _ANNEX_ALONE.fullmatch(words):
        return True
    if words.endswith("文件") and len(words) < 40 and not titled:
        return True
    if not titled:
        return (
            bool(re.search(r"(?:公告|令)$", words))
            and i + 1 < len(part)
            and bool(NUMBER_LINE.fullmatch(part[i + 1].words))
        )
    if words[0] in "（(" and (words[-1] in "）)" or _DATED.match(words)):
        return True
    if _DECREED.search(words) and _is_bare(part[i]) and len(words) < 40 and not words.startswith("关于"):
        return True
    if _DATED.match(words) and (_ADOPTED.search(words) or _is_bare(part[i])):
        return True
    if i and part[i - 1].role == "note" and _ADOPTED.search(words) and len(words) < 200 and not words.endswith("。"):
        return True
    return bool(_PROMULGATED.match(words))


def _mark_title(part: list[Line], i: int) -> int:
    """Mark the title from line `i` on; the index behind it. A sentence is no title."""
    first = i
    while i < len(part) and i - first < 6:
        line = part[i]
        words = line.words
        if line.role or line.marker or len(words) > 90 or words[-1] in "。；：:" or _is_salutation(line):
            break
        if i > first and (_is_note(part, i, True) or _done(part, first, i)):
            if _TITLE_TAIL.fullmatch(words):
                line.role = "title"
                i += 1
            break
        line.role = "title"
        i += 1
    return i


def _done(part: list[Line], first: int, i: int) -> bool:
    """Whether the title is complete before line `i`."""
    ended = bool(_TITLE_END.search(part[i - 1].words))
    if part[i].gap:
        return ended or i - first >= 2 or not _TITLE_END.search(part[i].words)
    return ended and not _TITLE_END.search(part[i].words)


def _is_salutation(line: Line) -> bool:
    words = line.words
    if words[-1] not in "：:" or len(words) > 400:
        return False
    return bool(_SALUTED.search(words)) and not _NOT_SALUTED.search(words)


def _mark_tail(part: list[Line], body: int) -> None:
    """Mark annex lists, signatures, dates and remarks behind the body."""
    _mark_annex_list(part, body)
    for i in range(len(part) - 1, body, -1):
        line = part[i]
        if line.role in ("note", "row"):
            continue
        if line.role or line.marker:
            break
        after = part[i + 1].role if i + 1 < len(part) else ""
        dated = bool(DATE_LINE.fullmatch(line.words))
        organ = _is_bare(line) and bool(_ORGAN.search(line.words.replace(" ", ""))) and len(line.words) <= 50
        if dated or (organ and (after == "signature" or i == len(part) - 1)):
            line.role = "signature"
        elif _TAIL.match(line.words) or (line.words.endswith("印发") and len(line.words) < 60):
            line.role = "note"
        elif not (
            after == "signature" and _is_bare(line) and len(line.words) <= 30 and part[i - 1].words[-1] in "。；"
        ):
            break
        else:
            line.role = "signature"


def _mark_annex_list(part: list[Line], body: int) -> None:
    """附件：1.… with its following lines, near the end of a document."""
    for i in range(max(body, len(part) - 30), len(part)):
        line = part[i]
        if (
            line.role
            or not re.match(r"附\s?件\s?[\d一二三四五六七八九十]{0,2}\s?[：:.、]", line.words)
            or len(line.words) > 120
        ):
            continue
        line.role, line.marker = "note", None
        for other in part[i + 1 :]:
            numbered = other.marker and other.marker.series in ("ar", "cn", "par") and len(other.words) < 100
            if other.role or not numbered or other.words[-1] in "。；":
                break
            other.role, other.marker = "note", None
        return
