"""Mishaps that a text keeps an aid to in so many words, where the higher rule names more that open it.

急难型救助对象限于：住房失火的；遭遇交通事故的 against 因火灾、交通事故等意外事件，家庭成员突发重大疾病等原因: whoever
fell ill is left out. The list has to close (限于, 其他原因不列入), and both to be on one aid and one kind of it; quiet
where an item leaves it open (其他突发困难), and where a norm of the text speaks of the mishap elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.ground.alignment import article_of, one_subject
from checks.compare.ground.lists import stem_of_item
from checks.compare.ground.norms import Norm
from checks.compare.ground.topics import LOOSE, aid_of
from kg.coverage import CoverageIndex
from ontology.cues import load_cues, named_in

_CLOSES = re.compile(r"仅限|限于|只(?:限|包括|对|适用)|仅(?:包括|对|适用|指)|只有")
_REST = re.compile(
    r"(?:除|上述|以上|前款|前条|前列|所列)[^。；]{0,24}?(?:外|以外|之外)[^。；]{0,24}?(?:不(?:予|得|再|属|列|纳|作|在|享|能)|一律不|概不)"
    r"|其[他它余](?:原因|情形|情况|事由|意外|困难|类型)[^。；]{0,16}?不(?:予|得|再|属|列|纳|作|在|享|能)"
)
_DEFINES = re.compile(r"对象|包括|是指|适用|给予|可以申请|享受|纳入|救助")
_ENDS = re.compile(r"终止|停止|不予|不得|责令|骗取|不列入|不纳入|除外|优先|重点|先行")
_OPEN = re.compile(r"其[他它](?:特殊|突发|意外|重大)*[^，。；]{0,4}(?:原因|情形|情况|事由|困难|变故|事件)")
_KIND = re.compile(r"急难型|支出型|应急|过渡")
_BEFELL = re.compile(r"因|遭遇|遭受|突发|突遇|患|发生")


def mishaps_left_out(
    index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]
) -> Iterator[tuple[tuple[Norm, ...], Norm, str]]:
    """Closed lists of mishaps in `mine`, each with the norm of `theirs` that names more and what it names."""
    for own in _closed_lists(mine):
        named = _mishaps(own)
        above = [b for b in theirs if _opens(b) and len(named & _mishaps((b,))) and _one_aid(index, own, b)]
        above = sorted(above, key=lambda b: -len(_mishaps((b,))))
        for b in above[:1]:
            left = {m for m in _mishaps((b,)) - named if not _open_elsewhere(m, own, mine)}
            if left:
                yield own, b, "、".join(c.label for c in load_cues()["mishap"] if c.id in left)


def _closed_lists(norms: tuple[Norm, ...]) -> Iterator[tuple[Norm, ...]]:
    """The norms of each list of mishaps that says it is whole: its stem with its items, or one sentence."""
    stems: dict[int, list[Norm]] = {}
    for n in norms:
        if n.stem and n.lead.said:
            stems.setdefault(n.lead.start, []).append(n)
    lists = [(stem_of_item(items[0]), *items) for items in stems.values()]
    lists += [(n,) for n in norms if not n.stem and not n.text.rstrip().endswith("：") and len(_mishaps((n,))) > 1]
    for own in lists:
        rest = _said_of_rest(own, norms)
        opening = _REST.sub("", own[0].text)
        says = _DEFINES.search(opening) and not _ENDS.search(opening)
        whole = not any(_OPEN.search(_REST.sub("", n.text)) for n in own)
        if says and whole and (_CLOSES.search(own[0].text) or rest) and len(_mishaps(own)) > 1:
            yield (*own, *rest)


def _said_of_rest(own: tuple[Norm, ...], norms: tuple[Norm, ...]) -> tuple[Norm, ...]:
    """The norms of the article that shut out whatever else there is."""
    here = article_of(own[-1])
    after = next((article_of(n) for n in norms if n.start > own[-1].start and article_of(n) != here), here)
    said = (n for n in norms if n not in own and _REST.search(n.text))
    return tuple(n for n in said if article_of(n) == here or (article_of(n) == after and "前条" in n.text))


def _mishaps(norms: tuple[Norm, ...]) -> frozenset[str]:
    return frozenset(m for n in norms for m in named_in("mishap", n.text))


def _opens(norm: Norm) -> bool:
    """Whether a norm has several mishaps open an aid."""
    opens = _DEFINES.search(norm.words) and _BEFELL.search(norm.text) and not _ENDS.search(norm.text)
    return bool(opens) and len(_mishaps((norm,))) > 1


def _one_aid(index: CoverageIndex, own: tuple[Norm, ...], b: Norm) -> bool:
    """Whether both are on one aid, and on one kind of it where they name any."""
    a = own[0]
    aids = frozenset().union(*(aid_of(index, n) for n in own)) - LOOSE
    kinds = [frozenset(_KIND.findall(n.words)) for n in (a, b)]
    met = not (all(kinds) and not kinds[0] & kinds[1])
    return met and bool(aids & aid_of(index, b)) and one_subject(index, a, b)


def _open_elsewhere(mishap: str, own: tuple[Norm, ...], norms: tuple[Norm, ...]) -> bool:
    """Whether another norm of the text speaks of the mishap, as one that is helped or sent to another rule."""
    return any(mishap in named_in("mishap", n.text) and not _REST.search(n.text) for n in norms if n not in own)
