"""The graph folder has one writer at a time, and nothing written while it is made anew is lost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from api.library import Library
from api.projection import writing
from kg.store import documents
from tests.api.serving import IN_FORCE, workspace

TEXT = "某县民政局负责本县临时救助工作。\n"


def test_documents_added_at_once_and_during_a_rebuild_are_all_in_the_graph(tmp_path):
    library = Library(workspace(tmp_path))
    with ThreadPoolExecutor(6) as pool:
        work = [pool.submit(library.rebuild)]
        work += [pool.submit(library.add, f"文件{n}.txt", f"{n}、{TEXT}".encode()) for n in range(12)]
        work += [pool.submit(lambda: library.graph().query("ASK {}")) for _ in range(12)]
        for each in work:
            each.result()
    assert documents(library.graph()).keys() == {f"文件{n}.txt" for n in range(12)} | {p.name for p in IN_FORCE}


def test_a_second_writer_waits_until_the_folder_is_let_go(tmp_path):
    kept = workspace(tmp_path)

    def names():
        with writing(kept) as store:
            return documents(store)

    with ThreadPoolExecutor(1) as pool:
        with writing(kept) as store:
            second = pool.submit(names)
            store.load_ontology()
            assert not second.done()
        assert second.result() == {}
