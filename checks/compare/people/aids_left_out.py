"""An aid that the rule above gives to a class with others (医疗、教育、住房等救助), and a list of theirs leaves out.

Asked of a list that deals out aids to one class by headings (医疗救助。…教育救助。…). Quiet where anything in the text
names the aid, where the list goes on, and where the text is by its title about some of the aids.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.ground.alignment import one_subject
from checks.compare.ground.lists import items_of, stems_of
from checks.compare.ground.norms import Norm
from checks.compare.people.strata import strata_in
from kg.coverage import CoverageIndex
from ontology.cues import Setting

_LISTING = Setting("listing")
_AID = r"(?:医疗|教育|住房|就业|临时|供养|取暖|司法|法律|慈善)"
_LIST = re.compile(rf"{_AID}(?:救助)?(?:(?:、|和|及|以及){_AID}(?:救助|援助)?)+")
_HEADED = re.compile(rf"^[^，。；：]{{0,8}}?(?P<aid>{_AID})(?:救助|援助|保障|帮扶|补助|资助)?[。：，]")
_GIVES = re.compile(r"给予|提供|享受|实施|发放")
_SEVERAL = 2  # headings


def _is_given(aid: str, said: str) -> bool:
    """Whether a text speaks of an aid, not only of what it is for (无其他住房)."""
    ways = "|公租房|公共租赁|租赁补贴|危房" if aid == "住房" else ""
    return re.search(rf"{aid}(?:救助|保障|援助|帮扶|补助|补贴|资助|困难|服务){ways}", said) is not None


def aids_left_out(
    index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]
) -> Iterator[tuple[tuple[Norm, ...], Norm, str]]:
    """Lists of `mine` that deal out aids to a class, with the norm of `theirs` that gives it one more."""
    title = (index.documents[mine[0].document].title or "") if mine else ""
    said = "".join(n.text for n in mine)
    for stem in stems_of(mine) if not re.search(_AID, title) else ():
        items = items_of(mine, stem)
        given = {m["aid"] for n in items if (m := _HEADED.search(n.headed + n.text))}
        classes = strata_in(stem.text) or strata_in(title)
        if len(given) < _SEVERAL or not classes or any(_LISTING.has("open", n.text[:8]) for n in items):
            continue
        for b in theirs:
            listed = _LIST.search(b.text) if classes & strata_in(b.text) and _GIVES.search(b.text) else None
            named = re.findall(_AID, listed.group()) if listed else []
            left = [x for x in named if not _is_given(x, said)]
            if left and given & set(named) and (classes & strata_in(title) or one_subject(index, stem, b)):
                yield (stem, *items[:3]), b, "、".join(f"{x}救助" for x in left)
                break
