"""What stands around the body: title, notes under it, salutation, signature, annex lists, enclosed instruments."""

from __future__ import annotations

import re
from itertools import pairwise

from ingest.enclosed import ANNEX_ALONE, DATE_LINE, DAY, TAIL, TITLE_END, instruments
from ingest.layout import Line, key

_TITLE_TAIL = re.compile(r"[（(](?:试行|暂行|\d{4}年?版?|修订|修正)[）)]")
_NUMBER_LINE = re.compile(
    r"[（(]?[\u4e00-\u9fff、\s]{1,20}[〔\[【（(［〈]\s?(?:19|20)\d{2}\s?年?[〕\]】）)］〉]\s?"
    r"(?:第\s?)?[\d×xXＸ*＊_ ]*\s?号[）)]?"
    r"|[（(]?(?:[\u4e00-\u9fff]{0,30}(?:令|公告))?\s?第?\s?[\d一二三四五六七八九十百零〇]+\s?号(?:令)?[）)]?"
)
_CARD = re.compile(
    r"(?:索\s*引\s*号|主题分类|发文(?:机关|单位|字号|日期)|发布(?:机构|日期|单位|机关)|制定机关|成文日期|公开日期|生效日期|实施日期|"
    r"标\s*题|文\s*号|有\s*效\s*性|时效性|公开方式|来\s*源|信息来源|分\s*类|体裁分类|签发人|主题词|密级|紧急程度)\s*[：:]|"
    r"(?:特急|加急|平急|特提|机密|秘密|绝密|内部资料|内部文件)(?:★.*)?$"
)
_DATED = re.compile(rf"[（(]?(?:根据)?{DAY}")
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
_OPENS = re.compile(r"为|根据|按照|依据|近年|现将|第|党的|经|按|[（(]|关于")
_ORGAN = re.compile(
    r"(?:部|委|厅|局|办|署|院|会|所|中心|机关|政府|机构|联|公司|银行|室|组|部委|部门|文件|行署|公署|团委|总队|支队|法院|检察院)$"
)
_POST = r"(?:长|主任|书记|主席|常委|委员|局长|科长|股长|负责人|负责同志|调研员|科员|经理|理事|会长|处长|干事|员)"
_SEAT = (
    r"(?:总?召\s*集\s*人|副\s*总?召\s*集\s*人|(?:第一)?(?:副|常务副)?\s*[组主会总]\s*[长任]"
    r"|成\s*员|联\s*络\s*员|顾\s*问|秘\s*书\s*长)"
)
_NAME = r"[\u4e00-\u9fff·]{1,4}(?:[ \u3000]{1,2}[\u4e00-\u9fff])?"
_MEMBER = re.compile(  # 组　长：张　三　　副县长: who sits in a group, no norm
    rf"(?:{_SEAT}\s*[：:]\s*)?{_NAME}[ \u3000\t]+[^。；：:，]{{2,40}}{_POST}(?:[（(][^（）()]*[）)])?"
)
_ROSTER = re.compile(r"[^。；：，]{0,40}(?:名单|组成人员|人员组成|组成)[：:]?")


def mark_roles(lines: list[Line]) -> None:
    """Settle `instrument` of every line and the roles of heads and tails."""
    starts = [0, *instruments(lines), len(lines)]
    for index, (first, stop) in enumerate(pairwise(starts)):
        part = lines[first:stop]
        for line in part:
            line.instrument = index
        _mark_roster(part)
        body = _mark_head(part)
        _mark_tail(part, body)


def _mark_roster(part: list[Line]) -> None:
    """Mark lists of who sits in a group, with the heading right above them."""
    listed = [not line.role and _MEMBER.fullmatch(line.words) is not None for line in part]
    if sum(listed) < 2:
        return
    for i, line in enumerate(part):
        heads = not line.role and i + 1 < len(part) and listed[i + 1] and _ROSTER.fullmatch(line.words)
        if listed[i] or heads:
            line.role, line.marker = "note", None


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
        elif _is_note(part, i, titled) or (titled and _repeats_title(part, i)):
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


def _repeats_title(part: list[Line], i: int) -> bool:
    """Whether a line says the title, or a piece of it, a second time."""
    title = key("".join(x.words for x in part[:i] if x.role == "title"))
    return len(part[i].words) > 3 and _is_bare(part[i]) and key(part[i].words) in title


def _dated_soon(part: list[Line], i: int) -> bool:
    """Whether a date or the opening of a text follows this line, so that it names an issuer and heads no duties."""
    if any(DATE_LINE.fullmatch(x.words) for x in part[i + 1 : i + 4]):
        return True
    after = part[i + 1] if i + 1 < len(part) else None
    return i < 3 and after is not None and bool(after.marker or _OPENS.match(after.words))


def _is_bare(line: Line) -> bool:
    return len(line.words) <= 60 and not re.search("[。；：，！？]", line.words)


def _is_note(part: list[Line], i: int, titled: bool) -> bool:
    words = part[i].words
    if _CARD.match(words) or _NUMBER_LINE.fullmatch(words) or _DRAFT.fullmatch(words) or ANNEX_ALONE.fullmatch(words):
        return True
    if words.endswith("文件") and len(words) < 40 and not titled:
        return True
    if not titled:
        return (
            bool(re.search(r"(?:公告|令)$", words))
            and i + 1 < len(part)
            and bool(_NUMBER_LINE.fullmatch(part[i + 1].words))
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
    ended = bool(TITLE_END.search(part[i - 1].words))
    if part[i].gap:
        return ended or i - first >= 2 or not TITLE_END.search(part[i].words)
    return ended and not TITLE_END.search(part[i].words)


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
        elif TAIL.match(line.words) or (line.words.endswith("印发") and len(line.words) < 60):
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
