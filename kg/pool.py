"""Reading many documents at once: a pure function of one document, on forked processes, in the order given.

The function and everything it has loaded (vocabulary, automata) are inherited by fork, not sent; results come back a
batch at a time in one packed piece. For few documents the processes are not worth their start.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

from kg.errors import PolicyError

T = TypeVar("T")
R = TypeVar("R")
WORTH_IT = 8  # documents from which processes pay
LARGEST_BATCH = 16
_task: Callable[[Any], Any] | None = None


def map_documents(read: Callable[[T], R], items: Sequence[T], workers: int | None = None) -> Iterator[R | PolicyError]:
    """What `read` gives for each item, or the PolicyError it raised; `workers` processes (all cores by default).

    Other exceptions pass through. Raises PolicyError where a process dies (most often for lack of memory).
    """
    count = min(workers or _cores(), len(items))
    if count < 2 or len(items) < WORTH_IT or not _may_fork():
        yield from (_one(read, item) for item in items)
        return
    size = max(1, min(LARGEST_BATCH, len(items) // (count * 4)))
    batches = [items[i : i + size] for i in range(0, len(items), size)]
    global _task
    _task = read
    try:
        with ProcessPoolExecutor(count, multiprocessing.get_context("fork")) as pool:
            for packed in pool.map(_batch, batches):
                yield from pickle.loads(packed)
    except BrokenProcessPool as error:
        raise PolicyError("读取文件的进程意外退出，可能是内存不足。请减少同时读取的进程数后重试。") from error
    finally:
        _task = None


def _one(read: Callable[[T], R], item: T) -> R | PolicyError:
    try:
        return read(item)
    except PolicyError as error:
        return error


def _batch(items: Sequence[Any]) -> bytes:
    """In the child: read a batch and pack the results."""
    assert _task is not None
    return pickle.dumps([_one(_task, item) for item in items], protocol=pickle.HIGHEST_PROTOCOL)


def _may_fork() -> bool:
    """Fork copies only the thread that calls it: a lock held by another would stay locked in the child."""
    return "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1


def _cores() -> int:
    """Cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
