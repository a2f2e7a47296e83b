"""A comparison of two versions as the page shows it: by kind of change, slot by slot, the wordings side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from api.export.difference import KIND_WORDS, altered_rows, summary
from api.page.wording import Stretches, parted
from kg.difference import Change, Kind
from kg.model import Document, Reading
from kg.naming import cited
from ontology.vocabulary import Vocabulary

ORDER = (Kind.CHANGED, Kind.ADDED, Kind.REMOVED, Kind.REWORDED)


def difference_context(old: Reading, new: Reading, changes: Sequence[Change], vocabulary: Vocabulary) -> dict[str, Any]:
    """For the templates that include `difference`."""
    by_kind = {kind: [c for c in changes if c.kind is kind] for kind in Kind}
    return {
        "sides": [(word, side.document, _dates(side.document)) for word, side in (("旧版", old), ("新版", new))],
        "changes": [(kind, KIND_WORDS[kind], [_row(c, vocabulary) for c in by_kind[kind]]) for kind in ORDER],
        "counted": [(kind.value, KIND_WORDS[kind], len(by_kind[kind])) for kind in (*ORDER, Kind.SAME)],
        "summary": summary(changes),
        "cited": cited,
    }


def _dates(document: Document) -> str:
    start, end = document.period.start, document.period.end
    return (start.isoformat() if start else "日期不详") + (f" 至 {end}" if end else "")


def _row(change: Change, vocabulary: Vocabulary) -> dict[str, Any]:
    old, new = (side.quote.text if side else "" for side in (change.old, change.new))
    words: tuple[Stretches, Stretches] = ([(False, old)] if old else [], [(False, new)] if new else [])
    return {
        "old": change.old,
        "new": change.new,
        "altered": altered_rows(change, vocabulary),
        "words": parted(old, new) if old and new else words,
    }
