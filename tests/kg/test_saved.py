from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.coverage import CoverageIndex
from kg.errors import StoreError
from kg.laws import LawBook
from kg.model import Corpus, Quote, Reading
from kg.nearby import Nearby
from kg.regions import RegionTree
from kg.saved import MANIFEST, SavedIndex
from kg.segment import Segment
from ontology.vocabulary import load_vocabulary
from tests.builders import AT, BASE, DRAFT, Sketch, build, provision
from tests.kg.readings import readings
from tests.kg.test_join import facts, sketches, told

REGIONS = RegionTree()


def some_readings(*names: str, count: int = 3) -> list[Reading]:
    aids = ("dibao", "medical", "heating")
    index = build(
        [provision(f"{n}{i}", document=n, aid=aids[i % 3], agency="finance") for n in names for i in range(count)],
        {n: {"region": f"6523{20 + i}"} for i, n in enumerate(names)},
    )
    return list(index.readings)


def boxes(segment: Segment, names: Iterable[str]) -> set[tuple[object, ...]]:
    """What the rows say, free of numbering."""
    wanted = set(names)
    return {
        (
            segment.names[d],
            position,
            *segment.function_and_aid(key),
            segment.places[key % len(segment.places)],
            segment.whos[who],
            segment.agencies[agency] if agency >= 0 else "",
            actor,
            role,
        )
        for key, who, d, position, agency, actor, role in zip(
            *(
                getattr(segment.rows, c).tolist()
                for c in ("key", "who", "document", "position", "agency", "actor", "role")
            ),
            strict=True,
        )
        if segment.names[d] in wanted
    }


def alive(saved: SavedIndex) -> set[tuple[object, ...]]:
    return {b for h in saved.held for b in boxes(h.segment, {d.name for d in h.documents} - h.dead)}


def test_opened_again_it_is_the_same(tmp_path: Path) -> None:
    given_ = some_readings("a.txt", "b.txt")
    built = SavedIndex.build(tmp_path, given_, REGIONS, "v1")
    opened = SavedIndex(tmp_path, REGIONS)
    assert alive(opened) == alive(built)
    assert opened.version == "v1"
    assert [replace(r.document, text="") for r in given_] == list(opened.documents())


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text("abc", min_size=1, max_size=3), min_size=1, max_size=4, unique=True), st.data())
def test_any_documents_survive_saving(
    tmp_path_factory: pytest.TempPathFactory, names: list[str], data: st.DataObject
) -> None:
    given_ = [data.draw(readings(name)) for name in names]
    saved = SavedIndex.build(tmp_path_factory.mktemp("index"), given_, REGIONS)
    assert list(saved.documents()) == [replace(r.document, text="") for r in given_]


def test_replaced_document_has_only_its_new_rows(tmp_path: Path) -> None:
    saved = SavedIndex.build(tmp_path, some_readings("a.txt", "b.txt"), REGIONS)
    (new,) = some_readings("b.txt", count=1)
    saved.replace(new, "v2")
    fresh = SavedIndex.build(tmp_path / "fresh", [some_readings("a.txt", "b.txt")[0], new], REGIONS)
    assert alive(saved) == alive(SavedIndex(tmp_path, REGIONS)) == alive(fresh)
    assert SavedIndex(tmp_path, REGIONS).version == "v2"


def test_removed_document_leaves_nothing(tmp_path: Path) -> None:
    saved = SavedIndex.build(tmp_path, some_readings("a.txt", "b.txt"), REGIONS)
    saved.remove("a.txt")
    saved.remove("never.txt")
    assert {b[0] for b in alive(saved)} == {"b.txt"}
    assert [d.name for d in saved.documents()] == ["b.txt"]


def test_compacting_changes_nothing_but_the_folders(tmp_path: Path) -> None:
    saved = SavedIndex.build(tmp_path, some_readings("a.txt", "b.txt", "c.txt"), REGIONS)
    for reading in some_readings("b.txt", "d.txt", count=2):
        saved.replace(reading)
    saved.remove("c.txt")
    before, documents = alive(saved), {d.name for d in saved.documents()}
    saved.compact()
    assert alive(saved) == before
    assert {d.name for d in saved.documents()} == documents
    assert [p.name for p in tmp_path.iterdir() if p.is_dir()] == [saved.held[0].folder]


def test_rows_written_without_a_manifest_are_not_there(tmp_path: Path) -> None:
    """A crash between writing a segment and the manifest leaves the index as it was."""
    saved = SavedIndex.build(tmp_path, some_readings("a.txt"), REGIONS)
    manifest = (tmp_path / MANIFEST).read_bytes()
    before = alive(saved)
    saved.replace(some_readings("a.txt", count=1)[0])
    (tmp_path / MANIFEST).write_bytes(manifest)
    assert alive(SavedIndex(tmp_path, REGIONS)) == before


@pytest.mark.parametrize("content", ["", "{}", json.dumps({"format": 99})])
def test_damaged_index_is_told(tmp_path: Path, content: str) -> None:
    (tmp_path / MANIFEST).write_text(content)
    with pytest.raises(StoreError, match="rebuild"):
        SavedIndex(tmp_path, REGIONS)


# ---- near a draft ----


def near(index: CoverageIndex, folder: Path) -> CoverageIndex:
    """The same check by way of a saved index of the base."""
    base = {r.document.name: r for r in index.readings if not index.is_draft(r.document.name)}
    saved = SavedIndex.build(folder, base.values(), REGIONS)
    assert index.draft
    return Nearby(saved, LawBook(load_vocabulary()), base.__getitem__).index(index.draft, index.at, index.region)


@settings(max_examples=150, deadline=None)
@given(sketches(), facts())
def test_what_is_near_gives_every_pair_of_the_draft(
    tmp_path_factory: pytest.TempPathFactory, given_: list[Sketch], documents: dict[str, dict[str, object]]
) -> None:
    index = build(given_, {DRAFT: {"start": "2025-07-01"}, **documents})
    assert told(near(index, tmp_path_factory.mktemp("i")).pairs()) == told(index.pairs())


def test_what_stands_elsewhere_stays_out(tmp_path: Path) -> None:
    index = build(
        [
            provision("a", document=DRAFT),
            provision("b"),
            provision("c", document="far.txt"),
            provision("d", aid="heating"),
        ],
        {"far.txt": {"region": "310000"}},
    )
    assert [p.quote.document for p in near(index, tmp_path).provisions] == [BASE, DRAFT]


def test_act_that_the_draft_cites_comes_along_though_it_ended(tmp_path: Path) -> None:
    index = build(
        [provision("a", document=DRAFT, citations="旧办法 第一条"), provision("b", document="旧办法.txt")],
        {"旧办法.txt": {"end": "2020-01-01"}},
    )
    assert "旧办法.txt" in near(index, tmp_path).documents


def test_repeal_by_an_act_that_is_not_near_is_kept(tmp_path: Path) -> None:
    index = build(
        [
            provision("a", document=DRAFT),
            provision("b", document="old.txt"),
            provision("c", document="new.txt", aid="heating"),
        ],
        {"new.txt": {"start": "2020-01-01", "repeals": ["old"]}},
    )
    small = near(index, tmp_path)
    assert list(small.documents) == [DRAFT]
    assert index.at == AT


def test_replaced_document_is_near_in_its_new_form(tmp_path: Path) -> None:
    index = build([provision("a", document=DRAFT), provision("b", text="旧文。")])
    base = {r.document.name: r for r in index.readings[:1]}
    saved = SavedIndex.build(tmp_path, base.values(), REGIONS)
    new = build([provision("c", text="新文。"), provision("d")]).readings[0]
    saved.replace(new)
    assert index.draft
    corpus = Nearby(saved, LawBook(load_vocabulary()), {BASE: new}.__getitem__).corpus(index.draft, AT)
    assert corpus == Corpus((new,))


def test_a_draft_checked_again_sees_the_very_readings_of_the_last_time(tmp_path: Path) -> None:
    index = build([provision("a", document=DRAFT), provision("b"), provision("c", aid="heating")])
    base = {r.document.name: r for r in index.readings[:1]}
    saved = SavedIndex.build(tmp_path, base.values(), REGIONS)
    nearby = Nearby(saved, LawBook(load_vocabulary()), base.__getitem__)
    assert index.draft
    first, again = (nearby.corpus(index.draft, AT).readings[0] for _ in range(2))
    assert again is first
    other = build([provision("a", document=DRAFT, aid="heating")]).draft
    assert other
    assert [p.aid for p in nearby.corpus(other, AT).readings[0].provisions] == [("heating",)]
    base[BASE] = replace(base[BASE], silent=(Quote(BASE, 0, 1, "x"),))
    assert nearby.corpus(other, AT).readings[0].silent
