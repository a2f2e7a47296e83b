"""A comparison of two versions for people: text, JSON, a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from api.export.provisions import provision_row
from api.export.tables import Row, Table
from kg.difference import Altered, Change, Kind
from kg.model import Provision
from ontology.vocabulary import Vocabulary

KIND_WORDS = {
    Kind.SAME: "未变",
    Kind.REWORDED: "文字调整",
    Kind.CHANGED: "内容变化",
    Kind.ADDED: "新增",
    Kind.REMOVED: "删除",
}
SLOT_WORDS = {"modality": "强制程度", "function": "职能", "aid": "救助", "group": "对象"}
SHOWN = (Kind.CHANGED, Kind.ADDED, Kind.REMOVED)


def difference_lines(changes: Iterable[Change], vocabulary: Vocabulary) -> Iterator[str]:
    """What changed, then how much there was."""
    listed = list(changes)
    for change in listed:
        if change.kind in SHOWN:
            yield f"【{KIND_WORDS[change.kind]}】{_where(change)}"
            yield from (f"    {altered_text(a, vocabulary)}" for a in change.altered)
            yield from (f"    {side}：{p.quote.text}" for side, p in _sides(change))
    yield summary(listed)


def summary(changes: Iterable[Change]) -> str:
    """One line of counts."""
    counts = Counter(c.kind for c in changes)
    return "共" + "，".join(f"{KIND_WORDS[k]} {counts[k]} 条" for k in Kind) + "。"


def altered_text(altered: Altered, vocabulary: Vocabulary) -> str:
    """对象：低保对象 → 低保对象、低保边缘家庭."""
    before, after = (_values(altered.slot, v, vocabulary) for v in (altered.before, altered.after))
    return f"{slot_text(altered.slot, vocabulary)}：{before or '（无）'} → {after or '（无）'}"


def slot_text(slot: str, vocabulary: Vocabulary) -> str:
    """Chinese name of a slot."""
    head, _, rest = slot.partition(".")
    if head == "agency":
        return f"部门（{vocabulary.label('role', rest)}）"
    return vocabulary.label("parameter", rest) if head == "parameter" else SLOT_WORDS[head]


def _values(slot: str, values: tuple[str, ...], vocabulary: Vocabulary) -> str:
    kind = slot.partition(".")[0]
    if kind == "parameter":
        return "、".join(values)
    return "、".join("且".join(vocabulary.label(kind, v) for v in value.split("+")) for value in values)


def difference_dict(changes: Iterable[Change]) -> list[dict[str, Any]]:
    """One object a change."""
    return [
        {
            "kind": c.kind.value,
            "old": provision_row(c.old) if c.old else None,
            "new": provision_row(c.new) if c.new else None,
            "altered": [{"slot": a.slot, "before": list(a.before), "after": list(a.after)} for a in c.altered],
        }
        for c in changes
    ]


def difference_table(changes: Iterable[Change], vocabulary: Vocabulary) -> Table:
    """One row a changed slot; added and removed provisions one row each."""
    heads = ("变化", "原条款", "新条款", "项目", "原内容", "新内容", "原文（旧）", "原文（新）")
    rows: list[Row] = []
    for change in changes:
        if change.kind is Kind.SAME:
            continue
        words = (change.old.quote.text if change.old else "", change.new.quote.text if change.new else "")
        places = (change.old.locator if change.old else "", change.new.locator if change.new else "")
        for slot, before, after in altered_rows(change, vocabulary) or [("", "", "")]:
            rows.append((KIND_WORDS[change.kind], *places, slot, before, after, *words))
    return "版本对比", heads, rows


def altered_rows(change: Change, vocabulary: Vocabulary) -> list[tuple[str, str, str]]:
    """Name of each slot that differs, with what it held before and after."""
    found = []
    for altered in change.altered:
        before, after = (_values(altered.slot, v, vocabulary) for v in (altered.before, altered.after))
        found.append((slot_text(altered.slot, vocabulary), before, after))
    return found


def _where(change: Change) -> str:
    if change.old and change.new and change.old.locator != change.new.locator:
        return f"{change.old.locator} → {change.new.locator}"
    side = change.new or change.old
    return side.locator if side else ""


def _sides(change: Change) -> Iterator[tuple[str, Provision]]:
    if change.old:
        yield "旧", change.old
    if change.new:
        yield "新", change.new
