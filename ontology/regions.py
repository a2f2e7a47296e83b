"""Regions of GB/T 2260: names, what lies in what, years of validity; and the region that words begin with.

A code's digits give the region above it, but for the few places that `region-places.ttl` puts elsewhere. Validity is
known by the year. 兵团 stands beside the provinces under 660000. Read on first use, as the table is long.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from ontology.terms import DCT, HS, SKOS
from ontology.turtle import HERE as ROOT
from ontology.turtle import facts, local, own

HERE = ROOT / "regions"
_NAME, _SHORTER = SKOS + "prefLabel", SKOS + "altLabel"
_SINCE, _BEFORE, _SUCCESSOR = HS + "since", HS + "before", DCT + "isReplacedBy"
_SUFFIXES = ("地区", "林区", "特区", "省", "市", "县", "区", "盟", "旗")


@dataclass(frozen=True, slots=True)
class Region:
    """One region under one code and name, valid in years of `[since, before)`; `successor` is the code that follows."""

    code: str
    name: str
    shorter: tuple[str, ...] = ()
    since: int | None = None
    before: int | None = None
    successor: str = ""

    @property
    def level(self) -> str:
        """province, prefecture or county, by the code."""
        return "province" if self.code.endswith("0000") else "prefecture" if self.code.endswith("00") else "county"

    @property
    def names(self) -> tuple[str, ...]:
        """Full name, then the shorter ones."""
        return (self.name, *self.shorter)

    def valid(self, year: int) -> bool:
        """Whether the code bore this name in `year`."""
        return (self.since is None or self.since <= year) and (self.before is None or year < self.before)


@dataclass(frozen=True, slots=True)
class Regions:
    """The table: codes to regions (a code may have had several names), names to regions."""

    by_code: Mapping[str, tuple[Region, ...]]
    by_name: Mapping[str, tuple[Region, ...]]
    elsewhere: Mapping[str, str]  # code → region above, where the digits do not say it

    def get(self, code: str, year: int | None = None) -> Region | None:
        """The region of `code`, in `year` or at its latest; None for an unknown code."""
        found = self.by_code.get(code, ())
        fitting = [r for r in found if year is None or r.valid(year)] or list(found)
        return fitting[-1] if fitting else None

    def parent(self, code: str) -> str | None:
        """Code of the region above; None above a province."""
        if code in self.elsewhere:
            return self.elsewhere[code]
        for above in (code[:4] + "00", code[:2] + "0000"):
            if above != code and above in self.by_code:
                return above
        return None

    def within(self, code: str, above: str) -> bool:
        """Whether `code` is `above` or lies in it."""
        here: str | None = code
        while here is not None and here != above:
            here = self.parent(here)
        return here is not None

    def named(self, name: str, within: str | None = None, year: int | None = None) -> tuple[Region, ...]:
        """Regions of that full or shorter name, in `within` and valid in `year` where given; higher ones first."""
        found = self.by_name.get(name, ())
        kept = [r for r in found if (within is None or self.within(r.code, within)) and (year is None or r.valid(year))]
        return tuple(sorted(kept, key=lambda r: (_DEPTH[r.level], r.before is not None, r.code)))

    def locate(self, words: str, within: str | None = None, year: int | None = None) -> Region | None:
        """The innermost region of the chain of names that `words` begin with (昌吉州玛纳斯县民政局 → 玛纳斯县).

        None where no name stands there or more than one region bears it.
        """
        here = self.get(within) if within else None
        rest, found = words, None
        while step := self._step(rest, here, found is not None, year):
            region, length = step
            found = here = region
            rest = rest[length:].lstrip("·、 　")
        return found

    def _step(self, words: str, here: Region | None, inside: bool, year: int | None) -> tuple[Region, int] | None:
        """The region whose name opens `words`, the longest name first, and the length of that name."""
        above = here.code if here else None
        for length in range(min(len(words), 18), 1, -1):
            found = [r for r in self.named(words[:length], above, year) if not here or r.code != here.code]
            typed = inside or above or words[length - 1] in _TYPES  # 镇宁自治县, not 镇宁 alone
            found = [r for r in found if words[:length] == r.name or _DEPTH[r.level] < 2 or typed]
            top = [r for r in found if r.level == found[0].level and (r.before is None) == (found[0].before is None)]
            if len(top) == 1:
                return top[0], length
        return None


_TYPES = "县旗"
_DEPTH = {"province": 0, "prefecture": 1, "county": 2}


@cache
def load_regions(folder: Path = HERE) -> Regions:
    """Read the table once per process."""
    codes: dict[str, list[Region]] = {}
    names: dict[str, list[Region]] = {}
    for region in sorted(_regions(folder), key=lambda r: (r.code, r.before or 9999)):
        codes.setdefault(region.code, []).append(region)
        for name in region.names:
            names.setdefault(name, []).append(region)
    elsewhere = {local(s): local(own(a, "within")[0]) for s, a in facts(ROOT).items() if HS + "within" in a}
    return Regions({c: tuple(r) for c, r in codes.items()}, {n: tuple(r) for n, r in names.items()}, elsewhere)


def _regions(folder: Path) -> Iterator[Region]:
    """Every region of the table. Read apart from the other facts, triple by triple, because it is long."""
    found: dict[str, dict[str, list[str]]] = {}
    for path in sorted(folder.glob("*.ttl")):
        for quad in parse(path=str(path), format=RdfFormat.TURTLE):
            subject, value = quad.subject, quad.object
            if isinstance(subject, NamedNode) and isinstance(value, NamedNode | Literal):
                found.setdefault(subject.value, {}).setdefault(quad.predicate.value, []).append(value.value)
    for iri, about in found.items():
        name, written = about[_NAME][0], about.get(_SHORTER, ())
        since, before = (int(about[p][0]) if p in about else None for p in (_SINCE, _BEFORE))
        successor = local(about[_SUCCESSOR][0]) if _SUCCESSOR in about else ""
        yield Region(local(iri)[:6], name, tuple(written) or _cut(name), since, before, successor)


def _cut(name: str) -> tuple[str, ...]:
    """The name without its last word, where two characters stay."""
    cut = next((name[: -len(s)] for s in _SUFFIXES if name.endswith(s) and len(name) - len(s) > 1), "")
    return (cut,) if cut else ()
