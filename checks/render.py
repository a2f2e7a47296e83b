"""A finding as the JSON object of the output contract: names and ids there are a public interface."""

from __future__ import annotations

from typing import Any

from checks.base import Evidence, Finding, Slot


def finding_dict(finding: Finding) -> dict[str, Any]:
    """The contract's FINDING."""
    hit = finding.hit
    made: dict[str, Any] = {
        "id": finding.id,
        "code": finding.check.code,
        "family": finding.check.family,
        "kind": finding.check.kind,
        "severity": finding.severity.value,
        "message": hit.message,
        "evidence": [evidence_dict(e) for e in hit.evidence],
        "same": [_slot_dict(s) for s in hit.same],
        "differs": [_slot_dict(s) for s in hit.differs],
        "agencies": list(hit.agencies),
        "groups": [list(g) for g in hit.groups],
        "aid": list(hit.aid),
        "suggestion": finding.suggestion,
        "route": finding.route.value,
        "participants": list(finding.participants),
    }
    if hit.witness:
        made["witness"] = hit.witness
    if hit.revision:
        old = hit.revision.old
        made["revision"] = {"document": old.document, "start": old.start, "end": old.end}
        made["revision"] |= {"old": old.text, "new": hit.revision.new}
    return made


def evidence_dict(place: Evidence) -> dict[str, Any]:
    """One quoted place, offsets in code points of its document; `provision` is its IRI where it is one."""
    quote = place.quote
    return {
        "document": quote.document,
        "locator": place.locator,
        "start": quote.start,
        "end": quote.end,
        "quote": quote.text,
        "side": place.side,
        "provision": place.provision,
    }


def _slot_dict(slot: Slot) -> dict[str, str | None]:
    if slot.value is not None:
        return {"slot": slot.slot, "value": slot.value}
    return {"slot": slot.slot, "a": slot.a, "b": slot.b}
