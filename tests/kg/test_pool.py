from __future__ import annotations

import gc
import os
import signal
import threading
from pathlib import Path

import pytest

from kg.errors import PolicyError, UnreadableDocument
from kg.pool import WORTH_IT, map_documents


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a process without other threads, whatever earlier tests left running here."""
    monkeypatch.setattr("kg.pool._may_fork", lambda: True)


def measured(text: str) -> tuple[str, int]:
    if text == "bad":
        raise UnreadableDocument("读不了")
    return text, os.getpid()


def test_results_come_in_the_order_given_from_other_processes(alone: None) -> None:
    texts = [str(n) for n in range(40)]
    found = list(map_documents(measured, texts, workers=2))
    assert [f[0] for f in found if isinstance(f, tuple)] == texts
    assert os.getpid() not in {f[1] for f in found if isinstance(f, tuple)}


@pytest.mark.parametrize("window", [3, 20, 256])
def test_costliest_are_begun_first_and_come_back_in_their_place(
    alone: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, window: int
) -> None:
    monkeypatch.setattr("kg.pool.WINDOW", window)
    begun = tmp_path / "begun"
    begun.touch()

    def noted(number: int) -> int:
        with begun.open("a") as out:
            out.write(f"{number}\n")
        return number

    assert list(map_documents(noted, range(40), workers=2, cost=lambda n: n)) == list(range(40))
    first = {int(line) for line in begun.read_text().split()[:2]}
    assert first <= {window - 1, window - 2, window - 3} if window < 40 else first <= {39, 38, 37}


def test_collector_rests_while_a_document_is_read_and_works_again_afterwards() -> None:
    assert list(map_documents(lambda _: gc.isenabled(), range(3))) == [False] * 3
    assert gc.isenabled()


def test_few_documents_are_read_here() -> None:
    found = list(map_documents(measured, ["a"] * (WORTH_IT - 1), workers=2))
    assert {f[1] for f in found if isinstance(f, tuple)} == {os.getpid()}


@pytest.mark.parametrize("count", [3, 20])
def test_document_that_resists_leaves_the_others(alone: None, count: int) -> None:
    found = list(map_documents(measured, ["a"] * count + ["bad"] + ["b"] * count, workers=2))
    assert [f[0] for f in found if isinstance(f, tuple)] == ["a"] * count + ["b"] * count
    assert str(found[count]) == "读不了"


def test_what_the_function_has_loaded_is_inherited(alone: None) -> None:
    loaded = {"n": 5}
    assert list(map_documents(lambda x: x + loaded["n"], range(20), workers=2)) == list(range(5, 25))


def test_process_that_dies_is_told(alone: None) -> None:
    with pytest.raises(PolicyError, match="意外退出"):
        list(map_documents(lambda x: os.kill(os.getpid(), signal.SIGKILL), range(20), workers=2))


def test_nothing_to_read() -> None:
    assert list(map_documents(measured, [])) == []


def test_no_fork_beside_other_threads() -> None:
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    found = list(map_documents(measured, ["a"] * 20, workers=2))
    done.set()
    other.join()
    assert {f[1] for f in found if isinstance(f, tuple)} == {os.getpid()}
