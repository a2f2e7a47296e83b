"""Who issued a text, under which number, at which level and rank: from title, notes, signature and number line.

Organ names are cut by grammar here; which agency a name means, the vocabulary's labels say, and where it sits, the
region table. What the text does not show stays `None`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.dates import ANY_DAY
from kg.enums import Level, Rank

_BRACKETS = r"[〔\[【（(［〈]\s?(?:19|20)\d{2}\s?年?\s?[〕\]】）)］〉]"
NUMBER = re.compile(rf"(?P<code>[\u4e00-\u9fffA-Za-z]{{1,16}})\s?{_BRACKETS}\s?第?\s?(?P<n>[\d×xX＊*_]+)\s?号")
_BARE_NUMBER = re.compile(
    r"(?P<code>[\u4e00-\u9fff]{1,12}(?:发|办|规|函|字|令))\s?(?P<year>(?:19|20)\d{2})\s?(?:年)?\s?第?(?P<n>\d{1,4})\s?号"
)
_DECREE = re.compile(
    r"(?P<organ>主席|国务院|[\u4e00-\u9fff]{2,24}?(?:部|委员会|总局|总署|署|人民政府|局|委|行|厅|公告))?(?P<kind>令|公告)?"
    r"\s?[（(]?第\s?(?P<n>[\d一二三四五六七八九十百零〇]{1,5})\s?号[）)]?(?P<after>令|公告)?"
)
_CONGRESS = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{0,14}?)第?[一二三四五六七八九十\d]{1,4}届(?:全国)?人民代表大会(?P<standing>常务委员会)?"
)
_CABINET = re.compile(r"国务院第[\d一二三四五六七八九十]+次常务会议|国务院令|国务院(?:公布|发布|批准|通过)")
_RELEASED = re.compile(
    rf"(?:{ANY_DAY}\s?[，,]?\s?)?(?P<organs>[\u4e00-\u9fff\d（）()、，\s]{{2,160}}?)\s?(?:{ANY_DAY})?\s?(?:联合)?(?:印发|发布|公布|下发|颁布|制定|通过|批准)"
)
_TITLE_ORGANS = re.compile(r"(?P<organs>.{2,160}?)\s?(?:关于|印发|转发|批转)")
_INTERPRETS = re.compile(
    r"(?:本|该)[\u4e00-\u9fff]{1,8}由(?P<organs>[\u4e00-\u9fff、（）]{2,60}?)(?:会同[\u4e00-\u9fff、]{2,40})?负责解释"
)
_ORGAN_END = re.compile(
    r"(?:部|委|厅|局|办|署|院|会|所|中心|机关|政府|机构|联|总社|总会|银行|办公室|小组|团委|总队|法院|检察院|公署|管委会|处|中央|军委|部委|妇联|残联|总工会|工会|党组|人武部)"
    r"(?:[（(][^（）()]{1,20}[）)])?$"
)
_SPLIT = re.compile(r"[、，,\s　]+|(?<=[局厅委部])(?:和|与|及)(?=[\u4e00-\u9fff]{2,}[局厅委部])")


@dataclass(frozen=True, slots=True)
class Head:
    """What stands around the body of one text, already cut: the pieces issuers and numbers are looked for in."""

    title: str
    notes: tuple[str, ...]
    signatures: tuple[str, ...]
    text: str


def number_of(head: Head) -> str | None:
    """文号 as written without blanks, or the number of the decree (国务院令第649号); the last where versions follow."""
    around = (*head.notes, *head.signatures)
    for words in (*around, head.title):
        found = NUMBER.search(words) or _BARE_NUMBER.search(words)
        if found and "《" not in words[: found.start()]:
            return "".join(found[0].split())
    decrees = [d for words in around if (d := _decree(words, head))]
    return decrees[-1] if decrees else None


def _decree(words: str, head: Head) -> str | None:
    """国务院令第649号 from 中华人民共和国国务院令第649号公布; 公告（第25号） takes the organ of the line before."""
    for found in _DECREE.finditer(re.sub("《[^》]*》", "", words)):
        kind = found["kind"] or found["after"]
        organ = found["organ"] or ""
        if kind:
            organ = re.sub(r"^.*[年月日]|^中华人民共和国|^经", "", organ).removeprefix("中华人民共和国")
            if not organ:
                organ = _organ_before(head, words)
            return f"{organ}{kind}第{found['n']}号"
        if re.fullmatch(r"[（(]?第?\s?[\d一二三四五六七八九十百]+\s?号[）)]?", words.strip()):
            before = _organ_before(head, words)
            return f"{before}第{found['n']}号" if before else None
    return None


def _organ_before(head: Head, words: str) -> str:
    """The line 某某公告 or 某某令 that stands before a bare number."""
    index = head.notes.index(words) if words in head.notes else 0
    line = head.notes[index - 1] if index else ""
    return "".join(line.split()) if line.endswith(("公告", "令")) else ""


def issuers_of(head: Head) -> tuple[str, ...]:
    """Names of the issuing organs as written, from the surest source that names any."""
    for source in (_from_congress, _from_notes, _from_signatures, _from_title, _from_cabinet, _from_interpreter):
        found = tuple(dict.fromkeys(source(head)))
        if found:
            return found
    return ()


def _from_congress(head: Head) -> Iterator[str]:
    """The people's congress or its standing committee that adopted or last amended the act."""
    last = None
    for words in head.notes:
        plain = re.sub("《[^》]*》?", "", words)
        found = next(_CONGRESS.finditer(plain), None)
        if found and not ("批准" in plain and last):
            last = (found["place"], found["standing"] or "")
    if last:
        place = re.sub(r"^.*[年月日，,：:（(由经\s]", "", last[0]) or "全国"
        yield f"{place}人民代表大会{last[1]}"


def _from_cabinet(head: Head) -> Iterator[str]:
    if any(_CABINET.search(words) for words in head.notes):
        yield "国务院"


def _from_notes(head: Head) -> Iterator[str]:
    """（某局2023年1月16日印发）, 某部第61号令发布, a line that is an organ's name."""
    for words in head.notes:
        plain = re.sub(rf"《[^》]*》|{NUMBER.pattern}", "", words.strip("（()）"))
        if re.search(r"次会议|届|废止|修改的决定", plain):
            continue
        card = re.match(r"(?:发文(?:机关|单位)|发布(?:机构|单位|机关)|制定机关)\s*[：:]\s*(.+)$", plain)
        if card:
            yield from organs(card[1])
            continue
        decree = re.match(
            rf"(?:{ANY_DAY})?\s?(?:中华人民共和国)?(?P<organ>[\u4e00-\u9fff]{{2,24}}?)(?:令第|第[\d一二三四五六七八九十百]+号令)",
            plain,
        )
        if decree:
            yield decree["organ"]
            continue
        found = _RELEASED.match(plain.lstrip("，, "))
        yield from organs(found["organs"] if found else plain.removesuffix("文件"))


def _from_signatures(head: Head) -> Iterator[str]:
    for words in head.signatures:
        yield from organs(words)


def _from_title(head: Head) -> Iterator[str]:
    """What stands before 关于 in a title."""
    found = _TITLE_ORGANS.match(head.title)
    if found:
        yield from organs(found["organs"])


def _from_interpreter(head: Head) -> Iterator[str]:
    """The organ that 负责解释, which is the one that issued."""
    found = list(_INTERPRETS.finditer(head.text, max(0, len(head.text) - 3000)))
    if found:
        yield from organs(found[-1]["organs"])


def organs(words: str) -> Iterator[str]:
    """Organ names in a list; nothing where one of its parts is no organ."""
    plain = words.strip("（()） 　，,、")
    if not plain or len(plain) > 200 or re.search(r"[。；：《》“”！？]", plain):
        return
    parts = [p for p in _SPLIT.split(re.sub(r"等\S{0,6}(?:部门|部委|单位|机关)?$", "", plain)) if p]
    if parts and all(_ORGAN_END.search(p) and len(p) <= 40 for p in parts):
        yield from parts


_STATUTE = re.compile(r"(?:法|法典)(?:[（(][^）)]*[）)])?$")
_LOCAL_ACT = re.compile(r"条例(?:[（(][^）)]*[）)])?$")


def rank_of(title: str, number: str | None, issuers: Sequence[str], level: Level | None) -> Rank | None:
    """Place in the order of the Legislation Law by issuer, kind of act and kind of number."""
    names = "、".join(issuers)
    decree = bool(number and "令第" in number)
    if re.search(
        r"中共|中央办公厅|党委|纪委|县委(?!员)|省委(?!员)|市委(?!员)|区委(?!员)|州委(?!员)|组织部|宣传部", names
    ):
        return Rank.PARTY
    if "人民代表大会" in names:
        return Rank.LAW if level is Level.CENTRAL else Rank.LOCAL_REGULATION
    if level is Level.CENTRAL:
        cabinet = "国务院" in issuers
        if cabinet and (decree or _LOCAL_ACT.search(title)):
            return Rank.ADMINISTRATIVE_REGULATION
        if not issuers:
            law = _STATUTE.search(title) and title.startswith("中华人民共和国")
            return Rank.LAW if law else Rank.ADMINISTRATIVE_REGULATION if _LOCAL_ACT.search(title) else None
        return Rank.DEPARTMENT_RULE if decree and not cabinet else Rank.NORMATIVE
    if _LOCAL_ACT.search(title):
        return Rank.LOCAL_REGULATION if level else Rank.ADMINISTRATIVE_REGULATION
    if decree:
        return Rank.LOCAL_RULE
    return Rank.NORMATIVE if level or number or issuers else None
