"""Reading many documents at once: a pure function of one document, on forked processes, in the order given.

The function, everything it has loaded (vocabulary, automata) and the items are inherited by fork, not sent. The
costliest of the next few hundred are begun first, so that no process is left alone with a long one at the end; each
result comes back by itself, packed (`wire.py`). For few documents the processes are not worth their start.

The cycle collector rests while one document is read: nothing of it can be given up before the reading is done, and
walking over thousands of living values again and again took an eighth of the time.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import zip_longest
from typing import Any, TypeVar

from kg.errors import PolicyError
from kg.wire import received, sent

T = TypeVar("T")
R = TypeVar("R")
WORTH_IT = 8  # documents from which processes pay
WINDOW = 256  # documents begun together; results of at most two windows wait for those before them
_work: tuple[Callable[[Any], Any], Sequence[Any]] | None = None


def map_documents(
    read: Callable[[T], R],
    items: Sequence[T],
    workers: int | None = None,
    cost: Callable[[T], int] | None = None,
) -> Iterator[R | PolicyError]:
    """What `read` gives for each item, or the PolicyError it raised; `workers` processes (all cores by default).

    `cost` says how much work an item is beside the others; without it they are begun in the order given. Other
    exceptions pass through. Raises PolicyError where a process dies (most often for lack of memory).
    """
    count = min(workers or _cores(), len(items))
    if count < 2 or len(items) < WORTH_IT or not _may_fork():
        yield from (_one(read, item) for item in items)
        return
    global _work
    _work = read, items
    try:
        with _kept_out_of_collection(), ProcessPoolExecutor(count, multiprocessing.get_context("fork")) as pool:
            for packed in _in_order(pool, _windows(items, cost)):
                with _collector_at_rest():
                    found = received(packed)
                yield found
    except BrokenProcessPool as error:
        raise PolicyError("读取文件的进程意外退出，可能是内存不足。请减少同时读取的进程数后重试。") from error
    finally:
        _work = None


def _windows(items: Sequence[T], cost: Callable[[T], int] | None) -> list[list[int]]:
    """Numbers of the items, `WINDOW` at a time, the costliest of each window first."""
    windows = [list(range(i, min(i + WINDOW, len(items)))) for i in range(0, len(items), WINDOW)]
    if cost is not None:
        for window in windows:
            window.sort(key=lambda i: -cost(items[i]))
    return windows


def _in_order(pool: ProcessPoolExecutor, windows: Sequence[Sequence[int]]) -> Iterator[bytes]:
    """Packed results in the order of the items; the window behind the one waited for is begun already."""
    begun: dict[int, Future[bytes]] = {}
    for window, following in zip_longest(windows, windows[1:], fillvalue=()):
        begun |= {i: pool.submit(_numbered, i) for i in (*window, *following) if i not in begun}
        for i in sorted(window):
            yield begun.pop(i).result()


def _one(read: Callable[[T], R], item: T) -> R | PolicyError:
    with _collector_at_rest():
        try:
            return read(item)
        except PolicyError as error:
            return error


def _numbered(i: int) -> bytes:
    """In the child: read an item and pack the result."""
    assert _work is not None
    read, items = _work
    return sent(_one(read, items[i]))


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """No search for cycles inside; what was searched before is searched again afterwards."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


@contextmanager
def _kept_out_of_collection() -> Iterator[None]:
    """What stands when the processes are forked is not looked through by them, so its pages stay shared."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _may_fork() -> bool:
    """Fork copies only the thread that calls it: a lock held by another would stay locked in the child."""
    return "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1


def _cores() -> int:
    """Cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
