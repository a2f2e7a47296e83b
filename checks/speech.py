"""How messages name places, bodies, people and words: plain official Chinese, the same in every check."""

from __future__ import annotations

from collections.abc import Iterable

from checks.base import Evidence
from checks.places import title
from kg.coverage import CoverageIndex, Duty
from kg.model import Groups, Provision, Quote, Reading


def at(index: CoverageIndex, provision: Provision) -> str:
    """草案第四条, 《某办法》第三条."""
    return place(index, provision.document, provision.locator)


def place(index: CoverageIndex, document: str, locator: str) -> str:
    """The same for any locator of a document."""
    owner = "草案" if index.is_draft(document) else title(index.documents[document])
    return f"{owner}{locator}"


def owner(index: CoverageIndex, reading: Reading, quote: Quote) -> Evidence:
    """A stretch of a document as evidence, with the provision it stands in or else its clause."""
    side = "draft" if index.is_draft(reading.document.name) else "base"
    inside = next((p for p in reading.provisions if p.quote.start <= quote.start < p.quote.end), None)
    clauses = (c for c in reading.clauses if c.start <= quote.start < c.end)
    clause = min(clauses, key=lambda c: c.end - c.start, default=None)
    locator = inside.locator if inside else clause.locator if clause else ""
    return Evidence(quote, locator, side, inside.id if inside else None)


def who(duty: Duty) -> str:
    """The body as the text calls it."""
    return duty.actor.surface


def bodies(index: CoverageIndex, agencies: Iterable[str]) -> str:
    """民政部门、财政部门."""
    return "、".join(index.vocabulary.label("agency", a) for a in dict.fromkeys(agencies))


def aid_name(index: CoverageIndex, aid: str) -> str:
    """The aid type in a few words; 有关事项 where the text names none."""
    return _short(index.vocabulary.label("aid", aid)) if aid else "有关事项"


def people(index: CoverageIndex, groups: Groups) -> str:
    """Groups in words: alternatives by 、, what must hold together joined; at most four."""
    said = ["的".join(_group(index, g) for g in alternative) for alternative in groups]
    return "、".join(said[:4]) + ("等" if len(said) > 4 else "")


def crossing(index: CoverageIndex, a: Groups, b: Groups) -> str:
    """，对象都是低保对象; ，对象分别为甲和乙，互有交叉; nothing where one side names none."""
    if not a or not b:
        return ""
    if a == b:
        return f"，对象都是{people(index, a)}"
    return f"，对象分别为{people(index, a)}和{people(index, b)}，互有交叉"


def clip(text: str, size: int = 40) -> str:
    """The first characters of a quotation."""
    plain = "".join(text.split()).rstrip("。；：，")
    return plain if len(plain) <= size else plain[: size - 1] + "…"


def _group(index: CoverageIndex, group: str) -> str:
    return _short(index.vocabulary.label("group", group))


def _short(label: str) -> str:
    """The first of the words that a label lists (低保对象、低保家庭 → 低保对象)."""
    return label.split("、")[0].split("（")[0].split("/")[0]
