"""A total that its parts do not come to: 安排资金2460万元; 省级1100万元, 市级560万元, 县级600万元.

Parts are the purses that the money comes from, the counts of one list, those dealt out behind 分配如下, those that a
合计 ends, or the ones in 其中 that are too many. A total is known by its words (合计, 总额, 安排…资金, 全县…任务).
Quiet where some go unnamed (其余, 不足部分), and where the text has several totals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from checks.compare.figures.parts import excess
from checks.compare.figures.tallies import Tally, tallies
from checks.compare.ground.norms import Norm
from checks.compare.ground.paragraphs import paragraphs
from checks.compare.outcome.doubles import Double
from kg.stretches import value_of

_SLACK = 0.003  # of the total, lost in rounding
_LEAST = 2  # parts
_TOTAL = re.compile(
    r"共(?:计|需|安排|有|筹集|投入|下达|救助|发放|改造|开发)?$|合计(?:为|约)?$|总计|总[额量数](?:为|是)?$|总(?:规模|投入|投资|预算|资金|需求)|规模[为是]?$|惠及|覆盖"
    r"|(?:安排|筹[集措]|下达|落实|列支|投入|拨付|分配|预算|所?需|需要|计划|预计)[^，。；]{0,24}$|(?:资金|经费)(?:总额|总量|规模|为|是)?$"
    r"|任务[^，。；]{0,4}$|全[市县区州省旗盟镇乡][^，。；]{2,16}$|指标(?:为|共)?$|名额(?:为|共)?$"
)
_MONEY_OF = re.compile(r"资金|经费|专款|预算|投入|投资|款项|总额|规模|合计|共|救助金|补助款")
_ENDS = re.compile(r"(?:合计|共计|总计|累计|总共|共)[^，。；、0-9]{0,6}$|(?:合计|共计|总计)")
_DEALT = re.compile(
    r"(?:分配|安排|分解|任务|构成|组成|来源|支出|明细|分别|具体|筹集|分担|负担)[^，。；]{0,6}(?:如下|为|是|包括)[：:]?"
    r"|(?:如下|下列)[：:]|(?:分别(?:为|是)|由[^，。；]{2,14}(?:组成|构成))"
)
_PURSE = re.compile(
    r"(?<!全)(?:中央|国家|省|自治区|市|州|盟|县|区|旗|乡镇|镇|街道|村|本)(?:[（(][^（）()]{1,6}[）)])?[本各]?级?(?:财政|补助|承担|安排|配套|负担|统筹|下达|预算|资金|投入|分担|出资|匹配|拨付|解决)"
    r"|(?:中央|省|市|州|县|区|镇)(?:本)?级$|自筹|捐赠|捐款|募集|公益金|福彩|体彩|结余|结转|慈善|社会(?:资金|力量|筹集)|保障金|基金"
)
_REST = re.compile(
    r"其余|余下|剩余|余款|不足部分|缺口|差额|另(?:行|外|有|安排)|暂|首批|第[一二三]批|预留|机动|结转下年|尚未|已(?:下达|拨付|到位)|分期|追加"
)
_AMONG = re.compile(r"其中|包括|含")
_BROKEN_DOWN = re.compile(
    r"(?:任务|指标|名额|资金|计划)(?:的)?(?:分解|分配|下达|安排)(?:如下|情况|方案|明细)?[：:]"
    r"|(?:分解|分配|下达|安排)(?:情况|方案|明细|计划|结果)(?:如下|为)?[：:]"
)
_ASIDE = re.compile(r"[（(][^（）()]*[）)]")
_ABOVE = re.compile(
    r"(?:以上|上述|前述)(?P<number>[两二三四五六七八九十]|[2-9])(?:个?)(?:项|笔|类|部分|款)(?:资金|费用|补助|补贴|减免)*"
    r"(?:合计|共计|总计|累计|相加|之和)"
)
_NO_PART = re.compile(r"合计|共计|总计|总额|小计|其中")
_OWN_TOTAL = re.compile(r"(?:合计|小计|共计|总计|[，,]计|计|共|共需|需资金|需)$")
_ITEM = re.compile(r"（[一二三四五六七八九十]+）$|[0-9]+[.．]$|[（(][0-9]+[）)]$|[①-⑳]$")


def totals(norms: tuple[Norm, ...]) -> Iterator[Double]:
    """Totals of a text that do not agree with what they are made up of."""
    counted = {n.start: tuple(tallies(n)) for n in (*_stems(norms), *norms)}
    told: set[int] = set()
    for double in excess(norms):
        told.add(double.places[0].start)
        yield double
    for parts, whole in (
        *_ended(counted),
        *_dealt(norms, counted),
        *_sources(norms, counted),
        *_lists(norms, counted),
        *_broken_down(norms, counted),
        *_above(norms),
    ):
        if not {whole.norm.start, whole.start} & told and not agrees(parts, whole):
            told.add(whole.start)
            yield _double(parts, whole)


def agrees(parts: tuple[Tally, ...], whole: Tally) -> bool:
    """Whether parts come to a whole, but for what is lost in rounding."""
    added = sum(p.value for p in parts)
    return abs(added - whole.value) <= _SLACK * max(added, whole.value)


def _double(parts: tuple[Tally, ...], whole: Tally) -> Double:
    added = sum(p.value for p in parts)
    unit, much = (f"万{whole.unit}", 10_000) if whole.unit == "元" and added >= 10_000 else (whole.unit, 1)
    said = "＋".join(p.said for p in parts)
    places = (whole.norm, *dict.fromkeys(p.norm for p in parts if p.norm is not whole.norm))
    if len(places) == 1:
        places = (whole.norm, whole.norm)
    return Double("total", "总数与分项之和", whole.said, f"{said}，合计{added / much:.10g}{unit}", places)


def _ended(counted: dict[int, tuple[Tally, ...]]) -> Iterator[tuple[tuple[Tally, ...], Tally]]:
    """Counts in a row that 合计 ends: 上年结余120万元，预算安排380万元，合计700万元."""
    for found in counted.values():
        for i, whole in enumerate(found):
            if i >= _LEAST and _ENDS.search(whole.name) and not _AMONG.search(whole.norm.text):
                parts = _same_unit_before(found[:i], whole)
                if len(parts) >= _LEAST and not _REST.search(whole.norm.text):
                    yield parts, whole


def _same_unit_before(found: tuple[Tally, ...], whole: Tally) -> tuple[Tally, ...]:
    """The counts right before a total in its unit; none where one in another unit or a product stands between."""
    parts: list[Tally] = []
    for tally in reversed(found):
        if tally.unit != whole.unit or _ENDS.search(tally.name) or _OWN_TOTAL.search(tally.name):
            break
        parts.append(tally)
    between = whole.norm.text[: whole.start - whole.norm.start]
    return () if "每" in between or "×" in between else tuple(reversed(parts))


def _dealt(norms: tuple[Norm, ...], counted: dict[int, tuple[Tally, ...]]) -> Iterator[tuple[tuple[Tally, ...], Tally]]:
    """A total with all its parts behind 分配如下, 分别为 in one paragraph."""
    for paragraph in paragraphs(norms):
        text = "".join(dict.fromkeys(n.stem for n in paragraph.norms)) + paragraph.text
        deals = _DEALT.search(text)
        if not deals or _REST.search(text):
            continue
        found = [t for n in paragraph.norms for t in (*_of_stem(n, counted), *counted[n.start])]
        found = list({t.start: t for t in found}.values())
        if len(found) > _LEAST:
            whole, parts = found[0], tuple(found[1:])
            one_unit = len({t.unit for t in found}) == 1
            if one_unit and _TOTAL.search(whole.name) and not any(_NO_PART.search(p.name) for p in parts):
                yield parts, whole


def _broken_down(
    norms: tuple[Norm, ...], counted: dict[int, tuple[Tally, ...]]
) -> Iterator[tuple[tuple[Tally, ...], Tally]]:
    """What 任务分解： deals out against the one total of the text in its unit."""
    for paragraph in paragraphs(norms):
        text = "".join(dict.fromkeys(n.stem for n in paragraph.norms)) + paragraph.text
        found = tuple(t for n in paragraph.norms for t in counted[n.start])
        one_unit = len({t.unit for t in found}) == 1 and len(found) > _LEAST
        if not one_unit or not _BROKEN_DOWN.search(text) or _REST.search(text):
            continue
        if not any(_TOTAL.search(t.name) or _NO_PART.search(t.name) for t in found):
            others = (t for tallied in counted.values() for t in tallied if t.norm.line != found[0].norm.line)
            yield from _against(found, [t for t in others if t.unit == found[0].unit and _is_whole(t)])


def _above(norms: tuple[Norm, ...]) -> Iterator[tuple[tuple[Tally, ...], Tally]]:
    """What 以上四项合计 ends against the one count of each of the lines right before it."""
    for i, norm in enumerate(norms):
        said, found = _ABOVE.search(norm.text), _counted(norm)
        number = int(value_of(said["number"])) if said else 0
        lines = [list(_counted(n)) for n in norms[max(0, i - number) : i]]
        if said and len(found) == 1 and len(lines) == number and all(len(x) == 1 for x in lines):
            parts = tuple(x[0] for x in lines)
            if {p.unit for p in parts} == {found[0].unit}:
                yield parts, found[0]


def _counted(norm: Norm) -> tuple[Tally, ...]:
    """The counts of a line, be they of each one (每具遗体共减免1500元), as all of a sum's lines are."""
    plain = _ASIDE.sub(lambda m: "，" * len(m.group()), norm.text).replace("每", "，")
    return tuple(tallies(replace(norm, text=plain)))


def _stems(norms: tuple[Norm, ...]) -> Iterator[Norm]:
    """The words before a colon as norms, so that what they count is read too."""
    for norm in norms:
        if norm.lead.said and norm.line[0] <= norm.lead.start < norm.line[1]:
            end = norm.lead.start + len(norm.lead.said)
            yield replace(norm, start=norm.lead.start, end=end, text=norm.lead.said, lead=replace(norm.lead, said=""))


def _of_stem(norm: Norm, counted: dict[int, tuple[Tally, ...]]) -> tuple[Tally, ...]:
    return counted.get(norm.lead.start, ()) if norm.lead.said else ()


def _sources(
    norms: tuple[Norm, ...], counted: dict[int, tuple[Tally, ...]]
) -> Iterator[tuple[tuple[Tally, ...], Tally]]:
    """The purses of one sentence against the one total of its paragraph, or else of the text."""
    money = [t for found in counted.values() for t in found if t.unit == "元"]
    wholes = [t for t in money if _is_whole(t) and not _PURSE.search(t.name)]
    for paragraph in paragraphs(norms):
        purses = tuple(t for n in paragraph.norms for t in counted[n.start] if t.unit == "元" and _PURSE.search(t.name))
        if len(purses) < _LEAST or _REST.search(paragraph.text) or len({_level(p) for p in purses}) < len(purses):
            continue
        here = [w for w in wholes if w.norm.line == paragraph.norms[0].line]
        yield from _against(purses, here or wholes)


def _level(purse: Tally) -> str:
    """What tells a purse from the next: its level, or its source."""
    found = _PURSE.search(purse.name)
    return found[0][:2] if found else purse.name


def _lists(norms: tuple[Norm, ...], counted: dict[int, tuple[Tally, ...]]) -> Iterator[tuple[tuple[Tally, ...], Tally]]:
    """What the items of one list come to against the one total of the text in their unit."""
    everything = [t for found in counted.values() for t in found]
    for items in _item_lists(norms):
        inside = {n.start for item in items for n in item}
        for unit in {t.unit for s in inside for t in counted[s]}:
            parts = [_count_of(item, counted, unit) for item in items]
            known = tuple(p for p in parts if p)
            said = "".join(n.text for item in items for n in item)
            if len(known) < _LEAST or len(known) < len(parts) or _REST.search(said) or _AMONG.search(said):
                continue
            wholes = [t for t in everything if t.unit == unit and t.norm.start not in inside and _is_whole(t)]
            near = [w for w in wholes if not _PURSE.search(w.name)]
            yield from _against(known, near)


def _item_lists(norms: tuple[Norm, ...]) -> Iterator[tuple[tuple[Norm, ...], ...]]:
    """Items （一）（二）… that stand under one heading or stem, each with the norms of its line."""
    lists: dict[str, list[tuple[Norm, ...]]] = {}
    for paragraph in paragraphs(norms):
        above, _, own = paragraph.norms[0].locator.rpartition("/")
        if _ITEM.search(own or above) or paragraph.norms[0].locator.endswith("项"):
            lists.setdefault(above or paragraph.norms[0].stem, []).append(paragraph.norms)
    yield from (tuple(items) for items in lists.values() if len(items) >= _LEAST)


def _count_of(item: tuple[Norm, ...], counted: dict[int, tuple[Tally, ...]], unit: str) -> Tally | None:
    """What an item comes to in a unit: the count called its total (计420万元), or else its only one."""
    found = [t for n in item for t in counted[n.start] if t.unit == unit]
    total = [t for t in found if _OWN_TOTAL.search(t.name)]
    several = total or found
    return several[0] if len(several) == 1 else None


def _is_whole(tally: Tally) -> bool:
    """Whether a count is called a total, and money is called money of the whole thing."""
    if not _TOTAL.search(tally.name):
        return False
    return tally.unit != "元" or _MONEY_OF.search(tally.name) is not None


def _against(parts: tuple[Tally, ...], wholes: list[Tally]) -> Iterator[tuple[tuple[Tally, ...], Tally]]:
    """Parts with the one total that they should come to: not where they come to any, or there are several."""
    if len({w.value for w in wholes}) == 1 and not _REST.search(wholes[0].norm.text):
        yield parts, wholes[0]
